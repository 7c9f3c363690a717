"""GEXF as networkx reads it, in whatever version."""

from __future__ import annotations

import io

import networkx as nx

# What networkx knew before 3.6; nothing that is read of a file has changed between the two.
OLDER = {b"http://gexf.net/1.3": b"http://www.gexf.net/1.2draft", b'version="1.3"': b'version="1.2"'}


def read(data: bytes) -> nx.Graph:
    """Return the graph of a file of GEXF 1.3."""
    for new, old in OLDER.items():
        assert new in data
        data = data.replace(new, old)
    return nx.read_gexf(io.BytesIO(data))
