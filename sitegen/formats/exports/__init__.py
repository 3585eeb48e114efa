"""One module a database that exports articles, each with its EXPORT; registry.py finds them here."""
