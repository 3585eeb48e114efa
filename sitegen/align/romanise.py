"""The consonants of a name, in Latin letters, so that it is known again in another script: الرقة and Raqqa are `rk`.

Rough on purpose: vowels are written in some scripts and not in others, and what one alphabet tells apart another does
not. A skeleton of three consonants and more says something; a shorter one does not.
"""

import unicodedata
from functools import lru_cache

_LETTERS_OF = """
    بb پb تt ثt جj چj حh خk دd ذd رr زz ژz سs شs صs ضd طt ظz عo غg فf قk كk کk گg لl مm نn هh ةh وo يo ی
    бb вv гg дd жz зz кk лl мm нn пp рr сs тt фf хk цs чj шs щs
    βv γg δd ζz θt κk λl μm νn ξk πp ρr σs ςs τt φf χk ψp
    בb גg דd זz חk טt כk ךk לl מm םm נn ןn סs פf ףf צs ץs קk רr שs תt
    bb ck dd ff gg jj kk ll mm nn pp qk rr ss tt vv xs zz
"""
"""Each letter before what it is read as; vowels and what is silent are left out."""
_LETTERS = {pair[0]: pair[1:] for pair in _LETTERS_OF.split()}
_PAIRS = (("sh", "s"), ("ch", "j"), ("kh", "k"), ("ph", "f"), ("th", "t"), ("gh", "g"), ("ck", "k"), ("dj", "j"))
_SILENT = str.maketrans("", "", "oh")
_ALIKE = str.maketrans("vzgj", "fskk")
"""What is told apart in one script and not in another."""


@lru_cache(maxsize=20_000)
def skeleton(word: str) -> str:
    """The consonants of a word; empty for one that has none, or of a script we cannot read."""
    bare = unicodedata.normalize("NFKD", word.lower())
    letters = "".join(letter for letter in bare if not unicodedata.combining(letter))
    if letters.startswith("ال"):
        letters = letters[2:]
    for pair, letter in _PAIRS:
        letters = letters.replace(pair, letter)
    bones = "".join(_LETTERS.get(letter, "") for letter in letters).translate(_SILENT).translate(_ALIKE)
    return "".join(bone for index, bone in enumerate(bones) if not index or bones[index - 1] != bone)
