"""What can be read and is hardly meant: a closed list of checks, each with its switch in actormap.toml."""
