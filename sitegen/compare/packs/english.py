"""English."""

from fractions import Fraction

from sitegen.compare.packs.pack import Pack, numbered, tens_and_units

_UNITS = numbered("one two three four five six seven eight nine", 1)
_TENS = numbered("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
_LL = (
    "travel|cancel|model|label|fuel|signal|level|counsel|marvel|quarrel|channel|tunnel|funnel|dial|duel|equal|jewel|"
    "pedal|rival|shovel|total|unravel|council|initial|libel|panel|refuel|spiral|wool|enrol|fulfil|instal|tranquil"
)
_OUR = (
    "arb|ard|arm|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|neighb|od|parl|ranc|rig|rum|"
    "sav|splend|succ|tum|val|vap|vig"
)
_RE = "cent|theat|met|lit|fib|calib|somb|spect|sab|lust|meag|och|reconnoit|mit"

ENGLISH = Pack(
    reporting=(
        "say says said saying | tell tells told telling | claim claims claimed claiming | confirm confirms confirmed "
        "confirming | reported reporting | stated stating | add adds added adding | "
        "admit admits admitted admitting | announce announces announced announcing | deny denies denied denying | "
        "insist insists insisted insisting | argue argues argued arguing | allege alleges alleged alleging | "
        "according_to | in_the_words_of | acknowledge acknowledges acknowledged | concede concedes conceded | "
        "declare declares declared declaring | explain explains explained explaining | reveal reveals revealed "
        "revealing | suggest suggests suggested suggesting | warn warns warned warning | write writes wrote written | "
        "tweeted | noted noting | stress stresses stressed | assert asserts asserted "
        "asserting | maintain maintains maintained | testify testifies testified | remark remarks remarked | "
        "recall recalls recalled | reply replies replied | quoted quoting | cite cites cited citing | "
        "commented | describe describes described | disclose disclosed discloses | "
        "estimated | predict predicts predicted | accuse accuses accused | contend contends "
        "contended | affirm affirms affirmed | reiterate reiterated reiterates | touted | boasted | "
        "complain complains complained | joke joked jokes | asked asks | opined | quipped | vowed vows | "
        "emphasise emphasised emphasize emphasized | emphasises emphasizes"
    ),
    speakers=(
        "reporters reporter journalists journalist sources source officials official spokesman spokeswoman "
        "spokesperson spokespeople spokesmen agency agencies newspaper paper authorities authority witnesses witness "
        "experts expert analysts analyst observers insiders insider critics police investigators prosecutors "
        "prosecutor government ministry minister president chancellor mayor company operator coastguard army military "
        "court judge doctors researchers scientists activists campaigners residents neighbours neighbors lawyers "
        "lawyer statement study survey media website broadcaster channel outlet outlets diplomats diplomat aides aide "
        "administration department council committee campaign"
    ),
    hedges=(
        "almost nearly virtually practically may might could must should allegedly alleged reportedly apparently "
        "possibly probably perhaps likely unlikely "
        "supposedly supposed seemingly appears appeared appear seems seemed seem suspected suspect believed believe "
        "thought purportedly purported presumably potentially potential possible probable arguably ostensibly "
        "certainly clearly definitely surely undoubtedly obviously evidently always often sometimes rarely seldom "
        "mostly largely partly totally completely utterly absolutely very extremely highly really so-called confirmed "
        "unconfirmed feared rumoured rumored expected presumed understood"
    ),
    negations=(
        "not no never none nobody nothing nowhere neither nor without cannot isn't aren't wasn't weren't don't doesn't "
        "didn't won't wouldn't can't couldn't shouldn't hasn't haven't hadn't mustn't needn't ain't hardly barely "
        "scarcely"
    ),
    rough=(
        "about around roughly approximately nearly almost some over under up_to at_least at_most more_than less_than "
        "fewer_than as_many_as as_much_as as_few_as close_to well_over just_over just_under an_estimated estimated "
        "nearly only just above below or_so or_more circa"
    ),
    quantities=(
        "dozen dozens score scores hundreds thousands millions billions tens several few many some countless numerous "
        "a_few a_handful_of a_number_of scores_of most majority"
    ),
    numbers={
        **numbered(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        ),
        **_TENS,
        **tens_and_units(_TENS, _UNITS, "-", "_"),
        "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
        "lakh": 10**5, "crore": 10**7, "bn": 10**9, "mn": 10**6, "tn": 10**12,
    },
    ordinals=numbered("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth", 1),
    multiples={
        "half": Fraction(1, 2), "halves": Fraction(1, 2), "halved": Fraction(1, 2), "a_third": Fraction(1, 3),
        "one_third": Fraction(1, 3), "two_thirds": Fraction(2, 3), "a_quarter": Fraction(1, 4),
        "one_quarter": Fraction(1, 4), "three_quarters": Fraction(3, 4), "a_fifth": Fraction(1, 5),
        "one_fifth": Fraction(1, 5), "a_tenth": Fraction(1, 10), "double": 2, "doubled": 2, "doubles": 2, "twice": 2,
        "twofold": 2, "triple": 3, "tripled": 3, "triples": 3, "threefold": 3, "quadrupled": 4, "fourfold": 4,
    },
    ranges="to from_to between_and through until till",
    weak="one first second",
    joiners="and",
    months={
        1: "Jan", 2: "Feb", 3: "Mar", 4: "Apr", 6: "Jun", 7: "Jul", 8: "Aug", 9: "Sep Sept", 10: "Oct",
        11: "Nov", 12: "Dec",
    },
    weekdays={0: "Mon", 1: "Tue Tues", 2: "Wed Weds", 3: "Thu Thur Thurs", 4: "Fri"},
    days=(
        "today | yesterday | tomorrow | tonight | morning | afternoon | evening | night overnight | noon midday | "
        "midnight | dawn | spring | summer | autumn | winter | weekend | recently | nowadays"
    ),
    nearness="early earlier late later mid last next this past previous following coming since until",
    periods="day days | week weeks | month months | year years | hour hours | decade decades | minute minutes",
    ago="ago earlier later",
    clock="am pm a.m p.m o'clock hrs",
    small=(
        "the a an of in on at to by for from with has have had is are was were be been being that which who it its he "
        "she they him her them his their i we you this these those and or but as will would"
    ),
    date_glue="on the of in at",
    units=(
        "percent per_cent pct % | USD dollar dollars us_dollars u.s_dollars us_$ $ | GBP pound pounds sterling £ | "
        "EUR euro euros € | crown crowns cr kr | km kilometre kilometres kilometer kilometers | m metre metres meter "
        "meters | cm centimetre centimetres centimeter centimeters | "
        "mm millimetre millimetres millimeter millimeters | "
        "pp percentage_points percentage_point | foot feet ft | inch inches | acre acres | gallon gallons | yard "
        "yards | ounce ounces oz | "
        "litre litres liter liters l | "
        "g gram grams gramme grammes | kmh kilometres_per_hour kilometers_per_hour | celsius degrees_celsius | "
        "fahrenheit degrees_fahrenheit | kw kilowatt kilowatts | mw megawatt megawatts | gw gigawatt gigawatts | "
        "mile miles mi | kg kilo kilos kilogram kilograms | tonne tonnes ton tons | mph | hectare hectares ha"
    ),
    titles=(
        "mr mrs ms miss dr sir lord lady dame prof professor president minister senator sen rep gov governor mayor "
        "captain general gen col colonel judge king queen prince princess pope chancellor former ex rev"
    ),
    particles="de la du van von der den bin ibn al el ad as of the and",
    spellings=(
        (r"(?<=[a-z]{3})(?<!prom)(?<!adv)(?<!ra)(?<!surp)is(e[sdr]?|ing|ations?|ational)$", r"iz\1"),
        (r"ys(e[sdr]?|ing)$", r"yz\1"),
        (rf"^((?:dis|un|re|mis)?(?:{_OUR}))our", r"\1or"),
        (rf"(?<=^)((?:[a-z]*)(?:{_RE}))re(s|d)?$", r"\1er\2"),
        (rf"^((?:{_LL}))l(?=ed|ing|er|ers|or|ors|ous|en)", r"\1"),
        (r"^(enrol|fulfil|instal)l(?=s?$|ment)", r"\1"),
        (r"^(def|off|pret|lic)ence", r"\1ense"),
        (r"^(catal|dial|anal|epil|prol|monol)ogue(s?)$", r"\1og\2"),
        (r"^programme(s?)$", r"program\1"),
        (r"^grey", "gray"),
        (r"(?<=dg)ement", "ment"),
        (r"^aluminium", "aluminum"),
        (r"^cheque(s?)$", r"check\1"),
        (r"^kerb(s?)$", r"curb\1"),
        (r"^tyre(s?)$", r"tire\1"),
        (r"^plough", "plow"),
        (r"^s(c|k)eptic", "skeptic"),
        (r"^(arch)ae(?=olog)", r"\1e"),
        (r"^(p)aed(?=iatr)", r"\1ed"),
        (r"^(orthop)aed", r"\1ed"),
        (r"^(an|leuk)aemi", r"\1emi"),
        (r"oeuv", "euv"),
        (r"^foet", "fet"),
        (r"^mo?ul?d(?=y?$|s$|ing$)", "mold"),
        (r"^(ske|smo)?(jewel)lery", "jewelry"),
        (r"^advisor", "adviser"),
        (r"^protestor", "protester"),
        (r"n't$", "not"),
        (r"'(?:re)$", "are"),
        (r"'(?:ve)$", "have"),
        (r"'(?:ll)$", "will"),
    ),
    variants=(
        "storey=story storeys=stories draught=draft gaol=jail moustache=mustache ageing=aging artefact=artifact "
        "artefacts=artifacts whisky=whiskey amongst=among whilst=while learnt=learned burnt=burned spelt=spelled "
        "dreamt=dreamed leapt=leaped okay=ok cosy=cozy axe=ax doughnut=donut yoghurt=yogurt pyjamas=pajamas "
        "skilful=skillful wilful=willful practise=practice practised=practiced towards=toward afterwards=afterward "
        "gramme=gram acknowledgement=acknowledgment cannot=can_not moslem=muslim quran=koran "
        "encyclopaedia=encyclopedia mediaeval=medieval licence=license carcase=carcass cypher=cipher disc=disk "
        "enquiry=inquiry enquiries=inquiries mum=mom arse=ass sulphur=sulfur woollen=woolen marvellous=marvelous"
    ),
    opposites=(
        r"^(?:un|il(?=l)|ir(?=r)|non-?)(?=\w{4})",
        r"^(?:in|im)(?=\w{2,}(?:ble|bly|ate|ant|ent|ect|ive|mal|ete|fect|lid|ane|dental|tional|tionally|ately)$)",
        r"^dis(?=(?:honest|loyal|satisfied|approv|agree|allow|prov)\w*$)",
    ),
    capitals=True,
)  # fmt: skip
