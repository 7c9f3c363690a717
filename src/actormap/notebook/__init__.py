"""What a notebook shows: results as tables and pictures, and the map."""
