"""Languages of which a few rules are enough."""

from sitegen.text.spellings.rules import Spellings, spellings_of

OTHERS: dict[str, Spellings] = {
    # An accent of the other kind at the end, where it makes no difference to the sound.
    "it": spellings_of(rules=((r"ché$", "chè"),), variants="sé=sè"),
    # Romanian's comma below was a cedilla before Unicode had it; â inside words came back in 1993.
    "ro": spellings_of(rules=((r"ş", "ș"), (r"ţ", "ț"), (r"(?<=\w)î(?=\w)", "â")), variants="sînt=sunt sîntem=suntem"),
    "da": spellings_of(rules=((r"^aa(?=rhus|lborg|benraa)", "å"),)),
    "uk": spellings_of(rules=((r"^проє(?=кт)", "прое"),)),
    "ca": spellings_of(rules=((r"l[·.•]l", "l·l"),)),
}
