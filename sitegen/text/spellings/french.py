"""French before and after the reform of 1990, and capitals without accents in names that have them."""

from sitegen.text.spellings.rules import spellings_of

_ROOFED_I = (
    r"^((?:re|mé|a|dis|trans|sur|com|ap|dé|ra)*(?:conna|para|na|pla|cro(?=îtr)|ma(?=îtr)|tra(?=îtr)|bo(?=îte|îti)|"
    r"cha(?=în)|tra(?=în)|fra(?=îch)|ab(?=îm)|entra(?=în)|g(?=îte)|a(?=îné)|hu(?=îtr)|ép(?=îtr)|surcro(?=ît)|"
    r"clo(?=îtr)|d(?=în)|encha(?=în)|ra(?=îch)|puis|fa(?=îte|îta)|rafra(?=îch)|ben|(?=île|îlot)|presqu))î"
)
_ROOFED_U = (
    r"^((?:dé|re|em|en|r|sur)*(?:co(?=ût)|go(?=ût)|ao(?=ût)|cro(?=ûte|ûto)|vo(?=ûte)|fl(?=ût)|br(?=ûl)|b(?=ûch)|"
    r"piq(?=ûr)|aff(?=ût)|m(?=oût)|so(?=ûl)|jo(?=ût)|assid(?=ûm)|goul(?=ûm)|envo(?=ût)|ma(?=ût)))û"
)

FRENCH = spellings_of(
    rules=(
        (r"œ", "oe"),
        (r"æ", "ae"),
        (_ROOFED_I, r"\1i"),
        (_ROOFED_U, r"\1u"),
        (r"(?<=v)é(?=nement)", "è"),
        (r"^oign(?=on)", "ogn"),
        (r"^clefs?$", "clé"),
        (r"^nénuph", "nénuf"),
        (r"^(r|all)é(?=glement|gement)", r"\1è"),
        (r"^(c)é(?=leri)", r"\1è"),
        (r"^(cr)é(?=merie)", r"\1è"),
        (r"^(s)é(?=cheresse)", r"\1è"),
        (r"(?<=[gq])uë(?=s?$)", "üe"),
        (r"(?<=[gq])uï(?=té)", "üi"),
        (r"^week-end", "weekend"),
    ),
    variants=(
        "clés=clé etat=état etats=états ecole=école eglise=église elysée=élysée ecosse=écosse cuiller=cuillère "
        "paye=paie bistro=bistrot yaourt=yogourt tsar=tzar iraq=irak evénement=événement"
    ),
)
