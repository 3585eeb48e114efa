"""Who took what from whom in a family, and when: each copy's probabilities, with their evidence."""
