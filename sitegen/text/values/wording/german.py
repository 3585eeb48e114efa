"""German words for values. The words of a number are written together."""

from sitegen.text.values.wording.wording import Wording, counted

_ORDINALS = (
    "erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt fünfzehnt sechzehnt "
    "siebzehnt achtzehnt neunzehnt zwanzigst"
)

_DAYS = "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag"
_DAY_PARTS = {"morning": "morgen vormittag", "afternoon": "mittag nachmittag", "evening": "abend", "night": "nacht"}

_COUNTS = counted("ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf", 1)
_SHORT_DAYS = "Mo Di Mi Do Fr Sa So"
_DAYS = "montag dienstag mittwoch donnerstag freitag samstag sonntag"
_PARTS = {"morning": "morgen vormittag früh", "afternoon": "mittag nachmittag", "evening": "abend", "night": "nacht"}

WORDING = Wording(
    numbers={
        **counted(
            "null ein/eins/eine/einen/einem/einer/eines zwei/zwo drei vier fünf sechs sieben acht neun zehn elf zwölf "
            "dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"
        ),
        **counted("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig", 20, 10),
    },
    scales={
        "hundert": 100, "tausend": 1000, "million": 10**6, "millionen": 10**6, "mio": 10**6, "milliarde": 10**9,
        "milliarden": 10**9, "mrd": 10**9, "billion": 10**12, "billionen": 10**12,
    },
    collectives={"dutzend": 12},
    ordinals={
        stem + end: place
        for place, stem in enumerate(_ORDINALS.split(), 1)
        for end in ("e", "en", "er", "es", "em")
    },
    denominators={
        "hälfte": 2, "halb": 2, "halbe": 2, "halben": 2, "halbes": 2, "drittel": 3, "viertel": 4, "fünftel": 5,
        "sechstel": 6, "siebtel": 7, "achtel": 8, "neuntel": 9, "zehntel": 10, "dritteln": 3, "vierteln": 4,
    },
    and_halves={"anderthalb": "3/2", "eineinhalb": "3/2", "zweieinhalb": "5/2", "dreieinhalb": "7/2",
                "viereinhalb": "9/2", "fünfeinhalb": "11/2", "dreiviertel": "3/4"},
    multiples={
        **{f"{word}{end}": n for word, n in _COUNTS.items() for end in ("mal", "fach", "fache") if n > 1}, "einmal": 1,
        "doppelt": 2, "doppelte": 2, "verdoppelt": 2, "verdoppelte": 2,
        "verdreifacht": 3, "verdreifachte": 3,
    },
    times="mal",
    share_links="der des von",
    share_articles="die der das",
    articles="ein eine einen einem einer eines",
    joiners="und",
    units_first=True,
    compounds=True,
    ratios="von aus in",
    crowds=(
        "dozens: dutzende dutzenden | hundreds: hunderte hunderten | thousands: tausende tausenden | "
        "tens-of-thousands: zehntausende zehntausenden | hundreds-of-thousands: hunderttausende hunderttausenden | "
        "millions: millionen | billions: milliarden | several: mehrere mehreren etliche | few: einige einigen "
        "wenige wenigen | many: viele vielen zahlreiche "
        "zahlreichen"
    ),
    rough=(
        "about: etwa rund ungefähr circa ca ca. annähernd schätzungsweise zirka | almost: fast knapp beinahe nahezu | "
        "over: über mehr_als gut | under: weniger_als unter | at-least: mindestens wenigstens | up-to: bis_zu "
        "höchstens maximal"
    ),
    rough_after="at-least: oder_mehr | about: etwa",
    months={1: "Jänner Jan", 2: "Feber Feb", 4: "Apr", 8: "Aug", 9: "Sept Sep", 10: "Okt", 11: "Nov", 12: "Dez"},
    weekdays={
        number: " ".join([
            short, *(name + part for parts in _PARTS.values() for part in parts.split()),
            *(["sonnabend"] if short == "Sa" else []),
        ])
        for number, (short, name) in enumerate(zip(_SHORT_DAYS.split()[:6], _DAYS.split()[:6], strict=True))
    } | {6: "sonntagmorgen sonntagabend sonntagnacht sonntagnachmittag sonntagvormittag sonntagfrüh sonntagmittag"},
    relative=(
        "today: heute | yesterday: gestern | before-yesterday: vorgestern | "
        "after-tomorrow: übermorgen"
    ),
    parts=" | ".join([
        *(
            f"{name}: " + " ".join(
                [part for part in parts.split() if part != "mittag"]
                + [day + part for day in _DAYS.split() for part in parts.split()]
            )
            for name, parts in _PARTS.items()
        ),
        "spring: frühling frühjahr", "summer: sommer", "autumn: herbst", "winter: winter", "weekend: wochenende",
    ]),
    edges="early: anfang | mid: mitte | late: ende",
    positions=(
        "last: letzten letzte letzter letztes vergangenen vergangene vergangener vergangenes vorigen | this: diesen "
        "diese dieser dieses diesem | next: nächsten nächste nächster nächstes kommenden kommende kommendes"
    ),
    periods=(
        "day: tag tage tagen tages | week: woche wochen | month: monat monate monaten monats | year: jahr jahre jahren "
        "jahres | hour: stunde stunden | decade: jahrzehnt jahrzehnte jahrzehnten | minute: minute minuten | "
        "second: sekunde sekunden | century: jahrhundert jahrhunderte | night: nächte"
    ),
    ago_before="vor",
    apart_after="after: später danach darauf | before: zuvor vorher davor früher",
    past_hour="nach",
    to_hour="vor",
    half_to_hour="halb",
    day_leads="am",
    date_glue="am den der im des dem um zu zum auf",
    year_leads="jahr jahre jahres seit bis von ab anno im",
    weak_year_leads="wurde wurden ist war geboren gestorben gegründet erbaut um",
    clocks="uhr",
    clock_leads="um gegen ab",
    morning="morgens vormittags",
    evening="abends nachmittags",
    noon="mittag mittags",
    midnight="mitternacht",
    age_before="alter_von",
    age_after="-jährige -jähriger -jährigen -jähriges -jährigem jährige jähriger jährigen jahre_alt jahre_alte",
    units=(
        "%: prozent % | eur: euro euros | $: dollar dollars $ | usd: us-dollar us_dollar us_$ | gbp: pfund | chf: "
        "franken schweizer_franken | crown: krone kronen | rub: rubel | jpy: yen | km: kilometer kilometern km | m: "
        "meter metern | kg: kilo kilogramm | t: tonne tonnen | ha: hektar ha | cm: zentimeter zentimetern | mm: "
        "millimeter millimetern | g: gramm | l: liter litern | pp: prozentpunkte prozentpunkten prozentpunkt | c: "
        "grad_celsius grad | kmh: stundenkilometer stundenkilometern kilometer_pro_stunde km/h | mw: megawatt | gw: "
        "gigawatt | kw: kilowatt | mi: meile meilen | km2: quadratkilometer quadratkilometern | m2: quadratmeter "
        "quadratmetern | m3: kubikmeter kubikmetern"
    ),
    ranges="bis und",
    no_values="noch_einmal erst_einmal nicht_einmal auf_einmal",
    weak=(
        "einmal "
        "ein eine einen einem einer eines eins erste zweite ersten zweiten erster zweiter acht achten null achte "
        "achter halb halbe halben doppelt achtem achtes zweites erstes"
    ),
    capitals=True,
    ordinal_ends="te ten",
)  # fmt: skip
