"""Which articles are copies of one text: by the narration that they share, verified by alignment."""
