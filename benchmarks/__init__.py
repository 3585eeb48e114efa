"""What `make bench` runs: prints tables, asserts nothing about time. Reads real texts from beside the project."""
