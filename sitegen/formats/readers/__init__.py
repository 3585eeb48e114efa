"""One module a kind of file, each with its FORMATS; registry.py finds them here. Nothing here knows another."""
