"""What the page is given: nodes, edges, legend, groups and words."""
