"""A story read as an edition: what became of each sentence, and what leads."""
