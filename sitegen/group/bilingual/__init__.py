"""Reports of one thing in two languages: by what survives translation, or by a model of meaning."""
