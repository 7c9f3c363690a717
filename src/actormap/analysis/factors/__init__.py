"""Methods and success factors seen through the graph: who carries them, what ends with a project, who should meet, what came of it."""
