"""Puts texts into quotation marks inside our own sentences: shortened, in one line, never marks within marks.

What would turn our sentence around, or hide in it, is written out.
"""

from sitegen.text.invisible import tamed

_INNER = str.maketrans('“”„‟«»"', "‘’‚‛‹›'")


def quoted(text: str, most: int = 90) -> str:
    """The text in double quotation marks, its own made single; its middle left out beyond `most` characters.

    Only for sentences about a text. Where the text itself is shown, it keeps its marks.
    """
    text = " ".join(text.split()).translate(_INNER)
    if len(text) > most:
        half = most // 2
        text = f"{text[:half].rsplit(' ', 1)[0]} … {text[-half:].split(' ', 1)[-1]}"
    return f"“{tamed(text)}”"
