"""What the pages of a site are worth to readers: `make bench-site`. The tests of the browser use the same checks."""
