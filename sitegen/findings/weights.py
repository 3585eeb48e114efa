"""The weights of the evidence on who took from whom, as benchmarks/provenance_fit.py printed them. Data."""

WEIGHTS: dict[str, float] = {
    "added, logarithm": -0.02,
    "added beyond the fewest": 1.38,
    "the fewest added": 0.94,
    "cut, logarithm": 0.14,
    "cut beyond the fewest": 1.53,
    "the fewest cut": 1.56,
    "added words, logarithm": -0.38,
    "cut words, logarithm": -0.1,
    "words apart beyond the fewest": -1.23,
    "added ones a third copy has": -0.14,
    "added ones a third copy has, beyond the fewest": -3.14,
    "cut ones a third copy has": -0.11,
    "cut ones a third copy has, beyond the fewest": 0.78,
    "nothing added": -0.64,
    "cut at the end": -0.18,
    "days before": 1.34,
    "a day before": 1.62,
    "hours before": 0.56,
    "years before": -0.14,
    "named in a line": 2.2,
    "named in a sentence": 1.86,
    "names the child": -1.54,
    "an agency's": 1.06,
    "both name one that is not held": -1.49,
    "names carried on": 1.16,
    "names somebody else": -0.36,
    "named by other copies": 1.38,
    "before it in the chain": 0.78,
    "after it in the chain": 0.64,
    "before it in the chain of one outlet": 1.41,
    "after it in the chain of one outlet": 0.4,
    "longer, where the family grows": 0.79,
    "no parent": -2.15,
    "no parent, names one that is not held": 2.0,
    "no parent, an agency's": 0.67,
    "no parent, own words": -0.64,
}

SPINE_WEIGHTS: dict[str, float] = {
    "apart, logarithm": -0.66,
    "apart beyond the nearest": -1.48,
    "carried by a third": 0.97,
    "nothing new": 0.17,
    "in the order of days": 0.05,
    "longer, where the family grows": 0.72,
    "surely between": -0.18,
    "shared by both alone, logarithm": 0.68,
    "restored": -2.64,
    "lost and had by a third": -0.31,
}
"""Of one version and the next, fitted as benchmarks/version_fit.py does, which goes on from them. Fits to other
branchings of the same pages find .827 to .846 of the previous versions of the other pages, this one .856."""
LEAF_WEIGHTS: dict[str, float] = {
    "apart, logarithm": -0.77,
    "apart beyond the nearest": -1.10,
    "carried by a third": -1.82,
    "nothing new": -1.15,
    "in the order of days": 1.81,
    "longer, where the family grows": 0.29,
    "surely between": -1.86,
    "shared by both alone, logarithm": 0.78,
    "restored": -2.11,
    "lost and had by a third": 0.42,
    "a leaf": -1.49,
}
"""Of a version and a copy beside the row."""
ROW_WEIGHTS: dict[str, float] = {
    "a row": -1.97,
    "straightness": 2.38,
    "carried by a third": 2.87,
    "restored": -4.71,
}
"""Of a family of unknown outlets being a row of versions."""
