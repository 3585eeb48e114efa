"""Italian words for values. The words of a number are written together."""

from sitegen.text.values.wording.wording import Wording, counted

_TENS = {"vent": 20, "trent": 30, "quarant": 40, "cinquant": 50, "sessant": 60, "settant": 70, "ottant": 80,
         "novant": 90}  # fmt: skip
_UNITS = counted("uno/un/una due tre/tré quattro cinque sei sette otto nove", 1)

WORDING = Wording(
    numbers={
        **counted(
            "zero uno/un/una/un' due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici "
            "quindici sedici diciassette diciotto diciannove"
        ),
        **{stem + ("i" if stem == "vent" else "a"): value for stem, value in _TENS.items()},
        **{
            (stem if unit[0] in "uo" else stem + ("i" if stem == "vent" else "a")) + unit: ten + value
            for stem, ten in _TENS.items() for unit, value in _UNITS.items()
        },
    },
    scales={
        "cento": 100, "mille": 1000, "mila": 1000, "milione": 10**6, "milioni": 10**6, "mln": 10**6, "miliardo": 10**9,
        "miliardi": 10**9, "mld": 10**9,
    },
    collectives={"dozzina": 12},
    rough_collectives={
        "decina": 10, "quindicina": 15, "ventina": 20, "trentina": 30, "quarantina": 40, "cinquantina": 50,
        "centinaio": 100, "migliaio": 1000,
    },
    ordinals=counted(
        "primo/prima secondo/seconda terzo/terza quarto/quarta quinto/quinta sesto/sesta settimo/settima "
        "ottavo/ottava nono/nona decimo/decima undicesimo/undicesima dodicesimo/dodicesima",
        1,
    ),
    denominators={"metà": 2, "mezzo": 2, "mezza": 2, "terzo": 3, "terzi": 3, "quarto": 4, "quarti": 4, "quinto": 5,
                  "quinti": 5, "decimo": 10, "decimi": 10},
    halves="mezzo mezza",
    multiples={"doppio": 2, "raddoppiato": 2, "raddoppiati": 2, "triplo": 3, "triplicato": 3},
    times="volte volta",
    share_links="di del dei degli della delle dello",
    share_articles="la il",
    articles="un una uno un'",
    joiners="e",
    compounds=True,
    ratios="su",
    crowds=(
        "tens: decine decine_di | dozens: dozzine | hundreds: centinaia centinaia_di | thousands: migliaia "
        "migliaia_di | tens-of-thousands: decine_di_migliaia | hundreds-of-thousands: centinaia_di_migliaia | "
        "millions: milioni | billions: miliardi | several: "
        "diversi diverse parecchi parecchie | few: alcuni alcune pochi poche | many: molti molte numerosi numerose"
    ),
    rough=(
        "about: circa intorno_a all'incirca approssimativamente | almost: quasi vicino_a | over: oltre più_di | under: "
        "meno_di | at-least: almeno | up-to: fino_a al_massimo"
    ),
    rough_after="about: circa | at-least: o_più",
    months={1: "gen", 2: "feb", 4: "apr", 6: "giu", 7: "lug", 8: "ago", 9: "set sett", 10: "ott", 11: "nov", 12: "dic"},
    weekdays={0: "lunedi", 1: "martedi", 2: "mercoledi", 3: "giovedi", 4: "venerdi"},
    relative="today: oggi | yesterday: ieri | tomorrow: domani | before-yesterday: l'altro_ieri | after-tomorrow: "
    "dopodomani | today-night: stasera stanotte",
    parts=(
        "morning: mattina mattino mattinata | afternoon: pomeriggio | evening: sera serata | night: notte | spring: "
        "primavera | summer: estate | autumn: autunno | winter: inverno | weekend: fine_settimana"
    ),
    edges="early: inizio all'inizio_di inizi primi_di | mid: metà_di a_metà | late: fine alla_fine_di",
    positions="last: scorso scorsa ultimo ultima passato passata | this: questo questa | next: prossimo prossima "
    "seguente successivo",
    periods=(
        "day: giorno giorni | week: settimana settimane | month: mese mesi | year: anno anni | hour: ora ore | decade: "
        "decennio decenni | minute: minuto minuti | second: secondi | century: secolo secoli | night: notti"
    ),
    ago_after="fa",
    apart_after="after: dopo più_tardi | before: prima",
    part_leads="in questa quest'",
    day_leads="il",
    date_glue="il di del a al lo la le dello l' dell'",
    year_leads="nel dal del al anno fine inizio tra e",
    weak_clocks="ore",
    clock_leads="alle ore dalle all' le",
    sure_clock_leads="alle dalle",
    morning="del_mattino di_mattina",
    evening="del_pomeriggio di_sera della_sera",
    noon="mezzogiorno",
    midnight="mezzanotte",
    age_after="anni_d'età anni_di_età -enne",
    age_before="età_di",
    units=(
        "%: per_cento percento % | eur: euro | $: dollaro dollari $ | usd: dollari_americani dollari_usa us_$ | gbp: "
        "sterlina sterline | chf: franchi_svizzeri | crown: corona corone | rub: rubli rublo | km: chilometro "
        "chilometri | m: metro metri | kg: chilo chili chilogrammo chilogrammi | t: tonnellata tonnellate | cm: "
        "centimetro centimetri | mm: millimetri | g: grammo grammi | l: litro litri | c: gradi_celsius gradi | pp: "
        "punti_percentuali punto_percentuale | kmh: chilometri_all'ora chilometri_orari km/h | mw: megawatt | gw: "
        "gigawatt | ha: ettaro ettari | mi: miglio miglia | km2: chilometri_quadrati | m2: metri_quadrati metri_quadri"
    ),
    ranges="a al e",
    no_values=(
        "in_mezzo nel_mezzo in_mezzo_a secondo_il secondo_lo secondo_la secondo_l' secondo_i secondo_gli secondo_le "
        "secondo_un secondo_una secondo_quanto secondo_fonti"
    ),
    weak="un una uno primo prima secondo seconda mezzo mezza terzo quarto sei doppio set",
    elisions="l' d' un' dell' all' nell' dall'",
    ordinal_ends="o a º ª °",
)  # fmt: skip
