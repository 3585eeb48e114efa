"""Model values laid out as pages, ready to print. No HTML is made here, and no file is known."""
