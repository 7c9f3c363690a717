"""The page on which a project is coded: its text beside the set questions."""
