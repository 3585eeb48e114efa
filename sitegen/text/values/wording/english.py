"""English words for values."""

from sitegen.text.values.wording.wording import Wording, counted, tens_and_units

_UNITS = counted("one two three four five six seven eight nine", 1)
_TENS = counted("twenty thirty forty/fourty fifty sixty seventy eighty ninety", 20, 10)

WORDING = Wording(
    numbers={
        **counted(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        ),
        **_TENS,
        **tens_and_units(_TENS, _UNITS, "-", "_"),
    },
    scales={
        "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "lakh": 10**5,
        "lakhs": 10**5, "crore": 10**7, "crores": 10**7, "bn": 10**9, "mn": 10**6, "mln": 10**6, "tn": 10**12,
        "k": 1000,
    },
    collectives={"dozen": 12},
    ordinals={
        **counted(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third "
            "twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first",
            1,
        ),
        "hundredth": 100,
    },
    denominators={
        "half": 2, "a_half": 2, "halves": 2,
        "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5,
        "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "tenth": 10,
        "tenths": 10,
    },
    halves="half a_half",
    multiples={
        "double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "twice": 2, "twofold": 2, "triple": 3, "tripled": 3,
        "triples": 3, "threefold": 3, "quadruple": 4, "quadrupled": 4, "fourfold": 4,
        "thrice": 3, "once": 1, "fivefold": 5, "sixfold": 6, "tenfold": 10,
    },
    times="times",
    share_links="of",
    articles="a an",
    joiners="and",
    ratios="in out_of of_every in_every",
    crowds=(
        "dozens: dozens dozens_of | tens: tens_of | hundreds: hundreds hundreds_of | thousands: thousands thousands_of "
        "| tens-of-thousands: tens_of_thousands tens_of_thousands_of | hundreds-of-thousands: hundreds_of_thousands "
        "| millions: millions millions_of | "
        "billions: billions billions_of | several: several | few: a_few few a_handful_of | many: many numerous"
    ),
    rough=(
        "about: about around roughly approximately approx circa ca ca. some an_estimated estimated in_the_region_of | "
        "almost: almost nearly close_to just_under the_best_part_of the_better_part_of | "
        "over: over more_than above well_over just_over upwards_of | "
        "under: under less_than fewer_than below | at-least: at_least no_fewer_than no_less_than as_many_as_at_least "
        "| up-to: up_to at_most no_more_than as_many_as as_much_as"
    ),
    rough_after="at-least: or_more at_least and_above | up-to: or_less or_fewer at_most | about: or_so approximately",
    months={
        1: "Jan", 2: "Feb", 3: "Mar", 4: "Apr", 6: "Jun", 7: "Jul", 8: "Aug", 9: "Sep Sept", 10: "Oct",
        11: "Nov", 12: "Dec",
    },
    weekdays={0: "Mon", 1: "Tue Tues", 2: "Wed Weds", 3: "Thu Thur Thurs", 4: "Fri", 5: "Sat", 6: "Sun"},
    relative=(
        "today: today | yesterday: yesterday | tomorrow: tomorrow | today-night: tonight | "
        "before-yesterday: the_day_before_yesterday | after-tomorrow: the_day_after_tomorrow"
    ),
    parts=(
        "morning: morning in_the_morning | afternoon: afternoon in_the_afternoon | evening: evening in_the_evening | "
        "night: night at_night overnight | dawn: dawn daybreak sunrise | dusk: dusk nightfall sunset | "
        "spring: spring | summer: summer | autumn: autumn fall | winter: winter | weekend: weekend"
    ),
    edges="early: early the_beginning_of the_start_of | mid: mid mid- the_middle_of | late: late the_end_of",
    positions="last: last previous | past: past | this: this | next: next coming following",
    periods=(
        "day: day days | week: week weeks | fortnight: fortnight | month: month months | year: year years yr yrs | "
        "hour: hour hours hr hrs | decade: decade decades | minute: minute minutes min mins | second: second seconds "
        "sec secs | century: century centuries | night: nights"
    ),
    ago_after="ago",
    apart_after="after: later after afterwards | before: earlier before beforehand previously",
    part_leads="the at",
    day_leads="on",
    past_hour="past",
    to_hour="to",
    date_glue="on the of in",
    year_leads="in since from until by of during before after to year through for between and early late mid",
    weak_year_leads="born died founded built about around circa ca ca. c. b. d.",
    clocks="o'clock",
    morning="am a.m in_the_morning",
    evening="pm p.m in_the_afternoon in_the_evening at_night",
    noon="noon midday",
    midnight="midnight",
    age_before="aged age",
    age_after="years_old year_old -year-old -years-old -year-olds",
    units=(
        "%: percent per_cent pct % percentage | usd: us_dollar us_dollars u.s_dollar u.s_dollars us_$ u.s_$ | "
        "$: dollar dollars bucks $ | pound: pound pounds | gbp: sterling pounds_sterling british_pounds | "
        "eur: euro euros | crown: crown crowns krona kronor kroner | jpy: yen | cny: yuan renminbi | "
        "rupee: rupee rupees rs | inr: indian_rupees | rub: rouble roubles ruble rubles | krw: won | "
        "chf: swiss_francs swiss_franc | franc: francs | peso: peso pesos | rial: rial rials riyal riyals | "
        "dinar: dinar dinars | lira: lira liras | ils: shekel shekels | "
        "km: kilometre kilometres kilometer kilometers kms km | m: metre metres meter meters | cm: centimetre "
        "centimetres centimeter centimeters | mm: millimetre millimetres millimeter millimeters | pp: "
        "percentage_points percentage_point points | ft: foot feet ft | in: inch inches | mi: mile miles mi | "
        "yd: yard yards yds | acre: acre acres | ha: hectare hectares ha | km2: square_kilometres square_kilometers "
        "square_kilometre square_kilometer sq_km | mi2: square_miles square_mile sq_mi | ft2: square_feet "
        "square_foot sq_ft | m2: square_metres square_meters square_metre square_meter sq_m | oz: ounce ounces oz | "
        "lb: lb lbs | kg: kg kilo kilos kilogram kilograms kgs | g: gram grams gramme grammes | mg: milligram "
        "milligrams milligrammes | t: tonne tonnes ton tons metric_tons metric_ton | st: stone | "
        "gal: gallon gallons | bbl: barrel barrels | pint: pint pints | l: litre litres liter liters | "
        "ml: millilitre millilitres milliliter milliliters | m3: cubic_metres cubic_meters | "
        "kmh: kmh kph kilometres_per_hour kilometers_per_hour kilometres_an_hour kilometers_an_hour | "
        "mph: mph miles_per_hour miles_an_hour | kn: knots | nmi: nautical_miles nautical_mile | c: celsius "
        "degrees_celsius degree_celsius degrees_c degrees_centigrade | f: fahrenheit degrees_fahrenheit degrees_f | "
        "kw: kilowatt kilowatts | mw: megawatt megawatts | gw: gigawatt gigawatts | kwh: kilowatt-hours kilowatt_hours "
        "| mwh: megawatt-hours megawatt_hours | deg: degrees degree | hp: horsepower | gb: gigabytes | mb: megabytes"
    ),
    ranges="to through until till and",
    no_values="double_down doubled_down doubling_down third_party third_parties",
    weak="fall dawn sunrise sunset once one first second third half a_half may march double doubles doubling",
    capitals=True,
    ordinal_ends="st nd rd th",
    half_day_clock=True,
)  # fmt: skip
