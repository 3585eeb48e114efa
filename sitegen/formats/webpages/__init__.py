"""Web pages: which part of one is the article, what the page says of itself, whether the text is whole."""
