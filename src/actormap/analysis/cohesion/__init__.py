"""How a network hangs together: cut-points, bridges, blocks, core and edge, communities, fragmentation."""
