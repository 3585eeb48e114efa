"""The standing adversary: texts made to cost much, and attacks beside each other, with a seed that moves.

`python -m tests.adversary --minutes 60 --seed N` for as long as wanted; the suite runs a slice with a new
seed each time.
"""
