"""Lets `python -m actormap` be the command line, where scripts may not be run by name."""

from __future__ import annotations

from actormap.cli.main import main

if __name__ == "__main__":
    main()
