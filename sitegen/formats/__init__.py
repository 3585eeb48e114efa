"""One module a format: bytes to drafts of articles. Writes no file; importing/ gives each draft its place."""
