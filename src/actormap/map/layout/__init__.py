"""Where the map puts every node: one file a layout."""
