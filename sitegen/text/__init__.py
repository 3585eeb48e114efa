"""Text as such: tokens and their keys, stop-words, languages. Knows nothing of articles, files or pages."""
