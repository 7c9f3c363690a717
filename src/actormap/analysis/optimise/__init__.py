"""The best choice among items, exactly: it knows no actors, only items, elements and limits."""
