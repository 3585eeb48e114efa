"""Shares from which a copy is called one thing or another: `compare` decides by them, and the method page states them.

Settings that a keeper may change are in config.py; a threshold of one module alone stays in that module.
"""

ALL = 0.97
"""Share that counts as all: a dateline or an agency tag may differ."""
SLIPS = 0.01
"""Share of replaced words that is still no editing."""
MUCH = 0.4
"""Share of words held in common from which a copy counts as edited ..."""
REPLACED = 0.15
"""... unless more than this share of its words replaced others: then it was rewritten. From .12 to .25 as many of 57
answers that were edited lightly or heavily, by their labels, come out right."""
QUOTED = 0.4
"""Share of the kept words inside quotation marks that makes a rewrite a quoting one."""
NARRATED = 0.3
"""Share of the kept words outside quotation marks from which a copy took narration, and not public words alone ..."""
NARRATED_WORDS = 15
"""... if there are so many of them: who said it, and where, is printed with a quotation by everybody."""
