"""What a table is, declared once: its columns, how they are read, and the closed lists."""
