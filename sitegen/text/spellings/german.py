"""German before and after the reform of 1996, and its letters where a keyboard has none of them."""

from sitegen.text.spellings.rules import spellings_of

SHARP_APART = frozenset(
    """
    maße maßen maßes buße bußen floße flöße flößen schoße schöße aß aßen aße ruße rußen rußes ruß fraße roße
    baumaße körpermaße muße geißel spaßen
    """.split()  # noqa: SIM905
)
"""Words whose ß makes another word of them than ss does: Maße and Masse, Buße and Busse. All other ß are ss."""

GERMAN = spellings_of(
    rules=(
        (r"ä", "ae"),
        (r"ö", "oe"),
        (r"ü", "ue"),
        (r"([bcdfghjklmnpqrstvwxz])\1\1", r"\1\1"),
        (r"ph(?=oto|on(?!i)|onie|onn?o)", "f"),
        (r"^(del|so)ph(?=in|a)", r"\1f"),
        (r"(?<=gra)ph", "f"),
        (r"(?<=en)t(?=iell|ial)", "z"),
        (r"^aufwaend", "aufwend"),
        (r"^portemonnaie", "portmonee"),
        (r"selbstst", "selbst"),
        (r"^nummer(?=ier)", "numer"),
        (r"^pla[cz](?=ier)", "platz"),
        (r"^greu(?=e?l)", "graeu"),
        (r"^stenge(?=l)", "staenge"),
        (r"^behend", "behaend"),
        (r"^schneuz", "schnaeuz"),
        (r"^ueberschweng", "ueberschwaeng"),
        (r"^roheit", "rohheit"),
        (r"^zierat", "zierrat"),
        (r"^karamell?", "karamel"),
        (r"^(tip|mop|step|stop)p$", r"\1"),
        (r"^alp(?=traum|traeum)", "alb"),
        (r"^rauh", "rau"),
        (r"^kaenguruh", "kaenguru"),
    ),
    variants=(
        "photo=foto photos=fotos irak=iraq mayonnaise=majonaese ketchup=ketschup spaghetti=spagetti thunfisch=tunfisch "
        "joghurt=jogurt telephon=telefon panther=panter gemse=gaemse gemsen=gaemsen tolpatsch=tollpatsch "
        "quentchen=quaentchen platituede=plattituede belemmert=belaemmert"
    ),
)
