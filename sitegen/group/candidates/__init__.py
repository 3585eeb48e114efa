"""Pairs of articles worth a closer look: those that share rare runs of words, among any number of articles."""
