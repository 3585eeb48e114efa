"""British and American spelling, and the accents of borrowed words."""

from sitegen.text.spellings.rules import spellings_of

_OUR = (
    "belab|clang|technicol|arb|ard|arm|behavi|cand|clam|col|demean|enam|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|misdemean|neighb|od|parl|"
    "ranc|rig|rum|savi|sav|splend|succ|tum|val|vap|vig"
)
_RE = (
    "cent|theat|met|lit|fib|calib|somb|spect|sab|lust|meag|och|reconnoit|mit|scept|sepulch|saltpet|maneuv|goit|"
    "accout|massac"
)
_LL = (
    "travel|cancel|model|label|fuel|signal|level|counsel|marvel|quarrel|channel|tunnel|funnel|dial|duel|equal|jewel|"
    "pedal|rival|shovel|total|unravel|council|initial|libel|panel|spiral|wool|enrol|fulfil|instal|tranquil|apparel|"
    "barrel|bevel|chisel|dishevel|drivel|enamel|gravel|grovel|imperil|kennel|laurel|metal|pencil|pummel|revel|shrivel|"
    "snivel|stencil|swivel|symbol|towel|trammel|trowel|victual|yodel|medal|parcel|bushel|hovel|corral|carol|cavil|devil|"
    "gruel|marshal|snorkel|bedevil|cruel|cudgel|disembowel|gambol|ravel|tassel|trial|weasel|impanel|bejewel|squirrel"
)
_AE = (
    "arch(?=aeo)|p(?=aed)|orthop(?=aed)|encyclop(?=aed)|an(?=aem)|leuk(?=aem)|isch(?=aem)|h(?=aem)|gyn(?=aec)|"
    "an(?=aesth)|(?=aesth)|medi(?=aeval)|c(?=aesar)|f(?=aec)|p(?=alaeo)|tox(?=aem)|bacter(?=aem)|septic(?=aem)|"
    "prim(?=aeval)|(?=aeon)"
)

ENGLISH = spellings_of(
    rules=(
        (r"æ", "ae"),
        (r"œ", "oe"),
        (r"^practis(?=e|ing)", "practic"),
        (
            r"(?<=[a-z]{3})(?<!prom)(?<!adv)(?<!ra)(?<!surp)"
            r"is(e[sdr]?|ers|ing|ingly|ations?|ational|ationally|able|ably)$",
            r"iz\1",
        ),
        (r"ys(e[sdr]?|ers|ing)$", r"yz\1"),
        (rf"^((?:dis|un|re|mis|multi|water|bi|tri)?(?:{_OUR}))our", r"\1or"),
        (r"oeuv", "euv"),
        (r"^(cent|theat|fib)re(?=fold|piece|goer|glass|board)", r"\1er"),
        (r"^homoeo", "homeo"),
        (r"^tranquill", "tranquil"),
        (r"(?<=gram)me(?=s?$)", ""),
        (r"^draught(?=sm|swom|board|y$)", "draft"),
        (r"^gaol(?=s?$|e[dr]|b|ing)", "jail"),
        (r"^worshipp(?=e|ing)", "worship"),
        (r"^inflex(?=ion)", "inflect"),
        (r"^waggon", "wagon"),
        (r"^(catal|dial)ogu(?=ed|ing)", r"\1og"),
        (rf"({_RE})re(s|d)?$", r"\1er\2"),
        (r"(cent|maneuv|met|reconnoit)erd$", r"\1ered"),
        (r"(cent|maneuv|reconnoit)ring$", r"\1ering"),
        (rf"^((?:un|re|mis|dis|out)?(?:{_LL}))l(?=ed|ing|er|ers|or|ors|ous|en|ist|ists|ery|y$|ies$|est$)", r"\1"),
        (r"^(enrol|fulfil|instal|appal|distil|enthral|instil)l(?=s?$|ment)", r"\1"),
        (r"^(def|off|pret|lic)ence", r"\1ense"),
        (r"^(catal|dial|anal|epil|prol|monol|travel|ped)ogue(s)?$", r"\1og\2"),
        (r"^grey", "gray"),
        (r"(?<=dg)ement", "ment"),
        (r"^aluminium", "aluminum"),
        (r"^cheque(s?|books?)$", r"check\1"),
        (r"^chequer", "checker"),
        (r"^kerb(s?)$", r"curb\1"),
        (r"^tyre(s?)$", r"tire\1"),
        (r"^(snow)?plough", r"\1plow"),
        (r"^sceptic", "skeptic"),
        (rf"^({_AE})ae", r"\1e"),
        (r"^palaeo", "paleo"),
        (r"^foet", "fet"),
        (r"^oe(?=dem|stro|soph)", "e"),
        (r"(?<=rrh)oea", "ea"),
        (r"^amoeba", "ameba"),
        (r"^(re)?mould(?!er)", r"\1mold"),
        (r"^smould", "smold"),
        (r"^moult", "molt"),
        (r"^jewell?ery", "jewelry"),
        (r"^advisor", "adviser"),
        (r"^protestor", "protester"),
        (r"^sulph", "sulf"),
        (r"^moustach", "mustach"),
        (r"^artefact", "artifact"),
        (r"^cos(?=ie|y$|ily|iness)", "coz"),
        (r"^enquir(?=y$|ies$|e|ing)", "inquir"),
        (r"^(sk|w)ilful", r"\1illful"),
        (r"^focuss(?=e|ing)", "focus"),
        (r"^(mollus|dis)c(?=s?$)", r"\1k"),
    ),
    variants=(
        "ageing=aging whisky=whiskey amongst=among whilst=while learnt=learned "
        "burnt=burned spelt=spelled dreamt=dreamed leapt=leaped spoilt=spoiled leant=leaned okay=ok axe=ax "
        "doughnut=donut doughnuts=donuts yoghurt=yogurt yoghurts=yogurts pyjamas=pajamas towards=toward "
        "afterwards=afterward misspelt=misspelled phoney=phony sheikh=sheik sheikhs=sheiks moslem=muslim "
        "moslems=muslims quran=koran carcase=carcass "
        "cypher=cipher licence=license licences=licenses woollen=woolen connexion=connection pedlar=peddler "
        "pedlars=peddlers liquorice=licorice maths=math biassed=biased benefitted=benefited benefitting=benefiting "
        "chilli=chili chillies=chilies sizeable=sizable likeable=likable saleable=salable aeroplane=airplane "
        "aeroplanes=airplanes furore=furor omelette=omelet omelettes=omelets tsar=czar tsars=czars"
    ),
    accents="résumé résumés exposé exposés rosé rosés pâté pâtés lamé maté",
)
