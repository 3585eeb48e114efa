"""French words for values."""

from sitegen.text.values.wording.wording import Wording, counted, tens_and_units

_UNITS = counted("un/une deux trois quatre cinq six sept huit neuf", 1)
_TEENS = counted("dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf", 10)
_TENS = counted("vingt trente quarante cinquante soixante septante huitante/octante nonante", 20, 10)
_JOINS = ("-", "_")

WORDING = Wording(
    numbers={
        "zéro": 0, **_UNITS, **_TEENS, **_TENS, "dix_sept": 17, "dix_huit": 18, "dix_neuf": 19,
        "septante": 70, "huitante": 80, "octante": 80, "nonante": 90,
        **tens_and_units(_TENS, _UNITS, *_JOINS),
        **tens_and_units(_TENS, {"un": 1, "une": 1}, "_et_", "-et-"),
        **{f"soixante{join}{teen}": 60 + value for teen, value in _TEENS.items() for join in _JOINS},
        "soixante_et_onze": 71, "soixante-et-onze": 71,
        **{f"quatre{join}vingt{end}": 80 for join in _JOINS for end in ("", "s")},
        **{
            f"quatre{join}vingt{join}{word}": 80 + value
            for word, value in {**_UNITS, **_TEENS}.items() for join in _JOINS
        },
    },
    scales={
        "cent": 100, "cents": 100, "mille": 1000, "million": 10**6, "millions": 10**6, "milliard": 10**9,
        "milliards": 10**9, "billion": 10**12, "billions": 10**12, "mds": 10**9, "md": 10**9,
    },
    collectives={"douzaine": 12},
    rough_collectives={
        "dizaine": 10, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40, "cinquantaine": 50,
        "soixantaine": 60, "centaine": 100, "millier": 1000,
    },
    ordinals={
        **counted(
            "premier/première deuxième/second/seconde troisième quatrième cinquième sixième septième huitième neuvième "
            "dixième onzième douzième treizième quatorzième quinzième seizième",
            1,
        ),
        "vingtième": 20,
    },
    denominators={
        "moitié": 2, "demi": 2, "demie": 2, "tiers": 3, "quart": 4, "quarts": 4, "cinquième": 5, "cinquièmes": 5,
        "sixièmes": 6, "dixième": 10, "dixièmes": 10,
    },
    halves="demi demie",
    multiples={"double": 2, "doublé": 2, "doublent": 2, "triple": 3, "triplé": 3, "triplent": 3},
    times="fois",
    share_links="de des du",
    share_articles="la le les",
    articles="un une",
    joiners="et",
    ratios="sur",
    crowds=(
        "tens: dizaines | dozens: douzaines | hundreds: centaines | thousands: milliers | tens-of-thousands: "
        "dizaines_de_milliers | millions: millions | billions: milliards | hundreds-of-thousands: "
        "centaines_de_milliers | several: plusieurs | few: quelques "
        "une_poignée | many: nombreux nombreuses beaucoup"
    ),
    rough=(
        "about: environ autour_de quelque une_bonne | almost: près_de presque à_peine | over: plus_de plus_d' | "
        "under: moins_de moins_d' | at-least: au_moins | up-to: jusqu'à au_plus"
    ),
    rough_after="about: environ | at-least: au_moins | up-to: au_plus",
    months={1: "janv", 2: "févr fevrier", 4: "avr", 7: "juil", 8: "aout", 9: "sept", 10: "oct", 11: "nov",
            12: "déc decembre"},
    relative="today: aujourd'hui | yesterday: hier | tomorrow: demain | before-yesterday: avant-hier | "
    "after-tomorrow: après-demain",
    parts=(
        "morning: matin matinée | afternoon: après-midi | evening: soir soirée | night: nuit | spring: printemps | "
        "summer: été l'été | autumn: automne l'automne | winter: hiver l'hiver | weekend: week-end"
    ),
    edges="early: début au_début_de | mid: mi mi- | late: fin",
    positions=(
        "last: dernier dernière derniers dernières passé passée | this: ce cette cet | next: prochain prochaine "
        "suivant suivante"
    ),
    periods=(
        "day: jour jours | week: semaine semaines | month: mois | year: an ans année années | hour: heure heures | "
        "decade: décennie décennies | minute: minute minutes | second: seconde secondes | century: siècle siècles | "
        "night: nuits"
    ),
    ago_before="il_y_a",
    apart_after="after: plus_tard après | before: plus_tôt auparavant avant",
    part_leads="au en cet cette",
    day_leads="le",
    date_glue="le de du en au à l' d'",
    year_leads="en depuis jusqu'en année fin début dès de à entre et",
    clocks="h",
    weak_clocks="heures heure",
    clock_leads="à vers dès",
    morning="du_matin",
    evening="de_l'après-midi du_soir",
    noon="midi",
    midnight="minuit",
    age_before="âgé_de âgée_de âgés_de âgées_de âgé_d' âgée_d'",
    units=(
        "%: pour_cent % | eur: euro euros | $: dollar dollars $ | usd: dollars_américains us_$ | gbp: livres_sterling "
        "| pound: livre livres | crown: couronne couronnes | chf: francs_suisses | franc: franc francs | rub: rouble "
        "roubles | km: kilomètre kilomètres | m: mètre mètres | kg: kilo kilos kilogramme kilogrammes | t: tonne "
        "tonnes | ha: hectare hectares | cm: centimètre centimètres | mm: millimètre millimètres | g: gramme grammes "
        "| l: litre litres | pp: points_de_pourcentage point_de_pourcentage points | c: degrés_celsius degrés | "
        "kmh: kilomètres_par_heure kilomètres-heure kilomètres_à_l'heure km/h | mw: mégawatt mégawatts | mi: mile "
        "miles | km2: kilomètres_carrés | m2: mètres_carrés | m3: mètres_cubes | kw: kilowatts | gw: gigawatts"
    ),
    ranges="à au et",
    no_values="encore_une_fois",
    weak="été un une premier première second seconde neuf demi demie double quart or mars tiers",
    elisions="d' l' qu'",
    ordinal_ends="er ère e ème eme re nd nde",
)  # fmt: skip
