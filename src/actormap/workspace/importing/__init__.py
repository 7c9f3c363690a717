"""Whatever people have, in: networks as other programs and spreadsheets keep them become a workspace.

Files become inputs (`inputs`), each is read in the form it has (`recognise`, `forms`) into what was found in it (`found`), and what all of
them hold is gathered into the tables of a workspace (`assemble`), which is written whole (`write`).
"""
