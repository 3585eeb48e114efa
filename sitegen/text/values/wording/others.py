"""What CLDR and ICU do not say of further languages: days by nearness, how rough a figure is,
what newspapers call their own money.

Number words, months, weekdays, units and scales of these languages are those of the libraries, cases of their names
stand in inflectednames.py; a line here only adds.
"""

from collections.abc import Mapping

from sitegen.text.values.wording.wording import Wording

_SERBIAN = Wording(
    year_ends="godine godini године години",
    relative="yesterday: juče јуче | today: danas данас | tomorrow: sutra сутра | before-yesterday: prekjuče прекјуче",
    rough=(
        "about: oko otprilike око отприлике | almost: skoro gotovo скоро готово | over: više_od preko више_од преко | "
        "under: manje_od мање_од | at-least: najmanje bar најмање бар"
    ),
    scales={"mil": 10**6, "mlrd": 10**9, "мил": 10**6, "млрд": 10**9, "млн": 10**6},
    units="rsd: dinar dinara dinari динар динара динари rsd | $: dolar dolara dolari долар долара долари $",
)
_CROATIAN = Wording(
    year_ends="godine godini",
    relative="yesterday: jučer | today: danas | tomorrow: sutra | before-yesterday: prekjučer",
    rough="about: oko otprilike | almost: gotovo | over: više_od preko | under: manje_od | at-least: najmanje barem",
    scales={"mil": 10**6, "mlrd": 10**9},
    units="$: dolar dolara dolari $",
)
_NORWEGIAN = Wording(
    denominators={"halvparten": 2, "tredjedel": 3, "tredel": 3, "firedel": 4, "fjerdedel": 4},
    clock_leads="klokken klokka kl",
    year_leads="året år",
    weak_year_leads="i siden fra",
    relative="yesterday: i_går | today: i_dag | tomorrow: i_morgen | before-yesterday: i_forgårs",
    rough=(
        "about: cirka ca omtrent omkring rundt | almost: nesten knapt | over: over mer_enn drøyt | under: mindre_enn | "
        "at-least: minst | up-to: inntil opptil"
    ),
    scales={"mill": 10**6, "mrd": 10**9},
    units="crown: krone kroner kr | $: dollar $",
)
_MALAY = Wording(
    year_leads="tahun",
    relative="yesterday: semalam | today: hari_ini | tomorrow: esok",
    rough="about: kira-kira sekitar | almost: hampir | over: lebih_daripada | under: kurang_daripada | "
    "at-least: sekurang-kurangnya",
    units="myr: ringgit rm | $: dolar $",
)

WORDINGS: Mapping[str, Wording] = {
    "bg": Wording(
        weak_year_leads="през от до",
        year_ends="година г",
        relative="yesterday: вчера | today: днес | tomorrow: утре | before-yesterday: завчера",
        rough=(
            "about: около приблизително | almost: почти | over: над повече_от | under: по-малко_от | "
            "at-least: поне най-малко"
        ),
        scales={"хил": 1000, "млн": 10**6, "млрд": 10**9},
        units="bgn: лев лева левове лв | $: долар долара долари $",
    ),
    "bs": _CROATIAN,
    "ca": Wording(
        denominators={"meitat": 2, "terç": 3, "quart": 4},
        year_leads="any l'any",
        weak_year_leads="el del al",
        relative="yesterday: ahir | today: avui | tomorrow: demà",
        rough=(
            "about: prop_de uns unes aproximadament | almost: gairebé quasi | over: més_de | under: menys_de | "
            "at-least: almenys com_a_mínim"
        ),
        units="$: dòlar dòlars $",
    ),
    "cs": Wording(
        denominators={
            "polovina": 2, "polovinu": 2, "poloviny": 2, "třetina": 3, "třetinu": 3, "třetiny": 3, "čtvrtina": 4,
            "čtvrtinu": 4, "čtvrtiny": 4,
        },
        weak_clocks="hodin hodině hodinou",
        clock_leads="v ve od do před po kolem",
        year_leads="rok roku roce",
        weak_year_leads="v od",
        relative="yesterday: včera | today: dnes | tomorrow: zítra | before-yesterday: předevčírem",
        rough=(
            "about: asi zhruba přibližně kolem | almost: téměř skoro | over: přes více_než | under: méně_než | "
            "at-least: nejméně alespoň"
        ),
        scales={"tis": 1000, "mil": 10**6, "mld": 10**9},
        units="czk: koruna koruny korun kč | $: dolar dolary dolarů $",
    ),
    "da": Wording(
        denominators={"halvdelen": 2, "tredjedel": 3, "tredjedele": 3, "fjerdedel": 4, "fjerdedele": 4},
        clock_leads="klokken kl",
        year_leads="året",
        weak_year_leads="i siden fra",
        relative="yesterday: i_går | today: i_dag | tomorrow: i_morgen | before-yesterday: i_forgårs",
        rough=(
            "about: cirka ca omkring omtrent | almost: næsten knap | over: over mere_end godt | under: mindre_end | "
            "at-least: mindst | up-to: højst op_til"
        ),
        scales={"mio": 10**6, "mia": 10**9},
        units="crown: krone kroner kr | $: dollar $",
    ),
    "el": Wording(
        denominators={"μισά": 2, "μισοί": 2, "μισές": 2},
        year_leads="έτος",
        weak_year_leads="το του από",
        relative="yesterday: χθες χτες | today: σήμερα | tomorrow: αύριο | before-yesterday: προχθές",
        rough=(
            "about: περίπου | almost: σχεδόν | over: πάνω_από περισσότερα_από περισσότεροι_από περισσότερες_από | "
            "under: λιγότερα_από λιγότεροι_από λιγότερες_από | at-least: τουλάχιστον | up-to: έως"
        ),
        scales={"χιλ": 1000, "εκατ": 10**6, "εκ": 10**6, "δισ": 10**9},
        units="$: δολάριο δολάρια δολαρίων $",
    ),
    "fa": Wording(
        year_leads="سال سنه",
        weak_year_leads="در",
        relative="yesterday: دیروز | today: امروز | tomorrow: فردا | before-yesterday: پریروز",
        rough="about: حدود تقریبا تقریباً | over: بیش_از | under: کمتر_از | at-least: دست‌کم حداقل",
        units="irr: ریال | $: دلار $",
    ),
    "fi": Wording(
        denominators={"puolet": 2, "kolmasosa": 3, "kolmannes": 3, "neljäsosa": 4, "neljännes": 4},
        clock_leads="kello klo",
        year_leads="vuonna vuoden vuodesta vuoteen",
        relative="yesterday: eilen | today: tänään | tomorrow: huomenna | before-yesterday: toissapäivänä",
        rough="about: noin suunnilleen | almost: lähes melkein | over: yli | under: alle | at-least: vähintään | "
        "up-to: enintään",
        scales={"milj": 10**6, "mrd": 10**9},
        units="$: dollari dollaria dollarin $",
    ),
    "he": Wording(
        denominators={"מחצית": 2, "שליש": 3, "רבע": 4},
        year_leads="שנת בשנת משנת",
        prefixes="ב ל מ",
        relative="yesterday: אתמול | today: היום | tomorrow: מחר | before-yesterday: שלשום",
        rough="almost: כמעט | over: יותר_מ | at-least: לפחות",
        units="ils: שקל שקלים ש״ח ש\"ח ₪ | $: דולר דולרים $",
    ),
    "hr": _CROATIAN,
    "hu": Wording(
        denominators={"fele": 2, "harmada": 3, "negyede": 4},
        clocks="órakor",
        weak_clocks="óra",
        year_ends="-ban -ben",
        relative="yesterday: tegnap | today: ma | tomorrow: holnap | before-yesterday: tegnapelőtt",
        rough=(
            "about: mintegy körülbelül nagyjából | almost: csaknem majdnem közel | over: több_mint | "
            "under: kevesebb_mint | at-least: legalább | up-to: legfeljebb"
        ),
        scales={"mrd": 10**9},
        units="huf: forint forintot forintba forintért forintos ft ft-ba ft-ot | eur: euró eurót euróba | "
        "$: dollár dollárt dollárba $",
    ),
    "id": Wording(
        denominators={"separuh": 2, "setengah": 2, "sepertiga": 3, "seperempat": 4},
        clock_leads="pukul jam",
        year_leads="tahun",
        weak_year_leads="pada sejak",
        relative="yesterday: kemarin | today: hari_ini | tomorrow: besok",
        rough=(
            "about: sekitar kira-kira | almost: hampir | over: lebih_dari | under: kurang_dari | "
            "at-least: setidaknya sedikitnya"
        ),
        units="idr: rupiah rp | $: dolar $",
    ),
    "ms": _MALAY,
    "nb": _NORWEGIAN,
    "nl": Wording(
        denominators={"helft": 2, "derde": 3, "kwart": 4},
        weak_clocks="uur u",
        clock_leads="om rond tegen vanaf",
        year_leads="jaar anno sinds",
        weak_year_leads="in",
        relative="yesterday: gisteren | today: vandaag | tomorrow: morgen | before-yesterday: eergisteren",
        rough=(
            "about: ongeveer circa rond zo'n | almost: bijna | over: ruim meer_dan | under: minder_dan | "
            "at-least: minstens ten_minste | up-to: hooguit maximaal"
        ),
        scales={"mln": 10**6, "mld": 10**9},
        units="$: dollar $",
        weak="morgen",
    ),
    "nn": _NORWEGIAN,
    "no": _NORWEGIAN,
    "pl": Wording(
        denominators={"połowa": 2, "połowę": 2, "połowy": 2, "ćwierć": 4},
        clock_leads="godzinie godz godzina",
        year_leads="rok roku",
        weak_year_leads="w od",
        year_ends="r roku rok",
        relative="yesterday: wczoraj | today: dziś dzisiaj | tomorrow: jutro | before-yesterday: przedwczoraj",
        rough=(
            "about: około ok | almost: prawie niemal blisko | over: ponad przeszło | under: poniżej mniej_niż | "
            "at-least: co_najmniej przynajmniej"
        ),
        scales={"tys": 1000, "mln": 10**6, "mld": 10**9},
        units="pln: złoty złote złotych złotego zł | $: dolar dolary dolarów $ | %: proc procent procenta %",
    ),
    "ro": Wording(
        denominators={"jumătate": 2, "treime": 3, "treimi": 3, "sfert": 4, "sferturi": 4},
        clock_leads="ora orele",
        year_leads="anul",
        weak_year_leads="în din",
        relative="yesterday: ieri | today: azi astăzi | tomorrow: mâine | before-yesterday: alaltăieri",
        rough=(
            "about: aproximativ circa în_jur_de | almost: aproape | over: peste mai_mult_de | under: mai_puțin_de | "
            "at-least: cel_puțin | up-to: cel_mult"
        ),
        date_glue="de",
        scales={"mil": 10**6, "mld": 10**9},
        units="ron: leu lei ron | $: dolar dolari $",
    ),
    "sk": Wording(
        denominators={
            "polovica": 2, "polovicu": 2, "polovice": 2, "tretina": 3, "tretinu": 3, "tretiny": 3, "štvrtina": 4,
            "štvrtinu": 4, "štvrtiny": 4,
        },
        year_leads="rok roku",
        weak_year_leads="v od",
        relative="yesterday: včera | today: dnes | tomorrow: zajtra | before-yesterday: predvčerom",
        rough=(
            "about: asi približne okolo zhruba | almost: takmer | over: vyše viac_ako | under: menej_ako | "
            "at-least: najmenej aspoň"
        ),
        scales={"tis": 1000, "mil": 10**6, "mld": 10**9},
        units="$: dolár doláre dolárov $",
    ),
    "sl": Wording(
        year_leads="leta",
        relative="yesterday: včeraj | today: danes | tomorrow: jutri | before-yesterday: predvčerajšnjim",
        rough="about: okoli približno | almost: skoraj | over: več_kot | under: manj_kot | at-least: vsaj najmanj",
        units="$: dolar dolarja dolarjev $",
    ),
    "sr": _SERBIAN,
    "sv": Wording(
        denominators={"hälften": 2, "tredjedel": 3, "tredjedelar": 3, "fjärdedel": 4, "fjärdedelar": 4},
        clock_leads="klockan kl",
        year_leads="år året",
        weak_year_leads="sedan från",
        relative="yesterday: i_går igår | today: i_dag idag | tomorrow: i_morgon imorgon | before-yesterday: i_förrgår",
        rough=(
            "about: cirka ca ungefär omkring runt | almost: nästan knappt | over: drygt över mer_än | "
            "under: mindre_än | at-least: minst | up-to: högst"
        ),
        scales={"mkr": 10**6, "mdkr": 10**9, "mdr": 10**9, "mn": 10**6},
        units="crown: krona kronor kr | $: dollar $",
    ),
    "th": Wording(year_leads="ปี ในปี เมื่อปี"),
    "tr": Wording(
        denominators={"yarısı": 2, "üçte_biri": 3, "dörtte_biri": 4},
        clock_leads="saat",
        year_ends="yılında yılı yılının yılından yılına yılındaki",
        relative="yesterday: dün | today: bugün | tomorrow: yarın",
        rough="about: yaklaşık | almost: neredeyse | at-least: en_az | up-to: en_fazla",
        units="try: lira liraya lirayı liralık liranın lirası tl tl'ye tl'lik tl'yi ₺ | $: dolar dolara doları $ | "
        "eur: euro avro",
    ),
    "uk": Wording(
        denominators={
            "половина": 2, "половину": 2, "половини": 2, "третина": 3, "третину": 3, "третини": 3, "чверть": 4,
            "чверті": 4,
        },
        weak_year_leads="у в",
        year_ends="року рік році р",
        relative="yesterday: вчора учора | today: сьогодні | tomorrow: завтра | before-yesterday: позавчора",
        rough=(
            "about: близько приблизно орієнтовно | almost: майже | over: понад | at-least: щонайменше | "
            "up-to: щонайбільше"
        ),
        units="uah: гривня гривні гривень гривню грн | $: долар долари доларів $",
        weak="лютому",
    ),
}  # fmt: skip
"""By primary language subtag."""
