"""Portuguese before and after the agreement of 1990, and the vowels in which Portugal and Brazil differ."""

from sitegen.text.spellings.rules import spellings_of

_SILENT_C = (
    "a(?=cç)|fra(?=cç)|dire(?=c[çt])|corre(?=c[çt])|proje(?=c[çt])|obje(?=c[çt])|obje(?=ct)|prote(?=c[çt])|"
    "cole(?=c[çt])|sele(?=c[çt])|ele(?=ct)|elé(?=ct)|inspe(?=c[çt])|afe(?=ct)|arquite(?=ct)|dete(?=ct)|efe(?=ct)|"
    "exa(?=ct)|extra(?=c[çt])|tra(?=ct)|reda(?=c[çt])|rea(?=c[çt])|transa(?=c[çt])|intera(?=c[çt])|se(?=ct)|ve(?=ct)|"
    "le(?=ct)|no(?=ct)|respe(?=ct)|perspe(?=ct)|prospe(?=ct)|infe(?=c[çt])|distra(?=cç)|abstra(?=c[çt])|"
    "atra(?=c[çt])|contra(?=cç)|diale(?=ct)|intele(?=ct)|predile(?=c[çt])|a(?=ct(?:os?|iv|ual|ua|or|riz|a)(?!r$))|"
    "se(?=cç)|inje(?=c[çt])|rela(?=ct)|conta(?=ct)|refle(?=ct)|reflé(?=ct)|obje(?=cç)|subtra(?=cç)|desa(?=ct)|ina(?=ct)"
)
_SILENT_P = (
    "ó(?=ptim)|o(?=ptim)|ado(?=p[çt])|ba(?=pt)|exce(?=p[çt])|rece(?=p[çt])|conce(?=p[çt])|perce(?=p[çt])|"
    "dece(?=p[çt])|interce(?=p[çt])|egi(?=pt)|assun(?=p[çt])|corru(?=p[çt])|peremp(?=t)|suscep(?=t)"
)

PORTUGUESE = spellings_of(
    rules=(
        (rf"^((?:in|des|re|sub|auto|co|inter|retro|hiper|ex|sobre)?(?:{_SILENT_C}))c", r"\1"),
        (rf"^((?:in|des|re)?(?:{_SILENT_P}))p", r"\1"),
        (r"(?<=[aeou])cc(?=[ieí])", "c"),
        (r"(?<=[aeou])[cp]ç", "ç"),
        (r"(?<=[gq])ü", "u"),
        (r"éi(?=[ao]s?$)", "ei"),
        (r"ói(?=[ao]s?$|cos?$|cas?$|de)", "oi"),
        (r"ôo(?=s?$)", "oo"),
        (r"êem$", "eem"),
        (r"ó(?=[mn])", "ô"),
        (r"é(?=[mn][aeiouíióáéãõ])", "ê"),
    ),
    variants="pára=para pêlo=pelo pólo=polo pêra=pera bebê=bebé bebês=bebés irak=iraque úmido=húmido úmida=húmida "
    "registro=registo registros=registos catorze=quatorze",
)
