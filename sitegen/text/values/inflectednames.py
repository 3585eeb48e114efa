"""Forms of the names of months and weekdays that CLDR lacks: the cases in which a report says when something happened.

CLDR has the name alone and the name behind a day; `w środę`, `v březnu`, `martta` are neither. Only languages without a
module in wording/ are here; where one has no cases, or says them with a word of its own, there is nothing to add.
"""

from collections.abc import Iterator

_MONTHS = {
    "pl": "styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrześniu październiku listopadzie grudniu",
    "cs": "lednu únoru březnu dubnu květnu červnu červenci srpnu září říjnu listopadu prosinci",
    "sk": "januári februári marci apríli máji júni júli auguste septembri októbri novembri decembri",
    "uk": "січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні",
    "be": "студзені лютым сакавіку красавіку маі чэрвені ліпені жніўні верасні кастрычніку лістападзе снежні",
    "hr": "siječnju veljači ožujku travnju svibnju lipnju srpnju kolovozu rujnu listopadu studenome/studenom prosincu",
    "sr": (
        "јануару/januaru фебруару/februaru марту/martu априлу/aprilu мају/maju "
        "јуну/junu јулу/julu августу/avgustu септембру/septembru октобру/oktobru "
        "новембру/novembru децембру/decembru"
    ),
    "bs": "januaru februaru martu aprilu maju junu julu augustu septembru oktobru novembru decembru",
    "sl": "januarju februarju marcu aprilu maju juniju juliju avgustu septembru oktobru novembru decembru",
    "tr": "ocakta şubatta martta nisanda mayısta haziranda temmuzda ağustosta eylülde ekimde kasımda aralıkta",
    "fi": (
        "tammikuussa helmikuussa maaliskuussa huhtikuussa toukokuussa kesäkuussa heinäkuussa elokuussa syyskuussa "
        "lokakuussa marraskuussa joulukuussa"
    ),
    "et": "jaanuaris veebruaris märtsis aprillis mais juunis juulis augustis septembris oktoobris novembris detsembris",
    "hu": (
        "januárban februárban márciusban áprilisban májusban júniusban júliusban augusztusban szeptemberben októberben "
        "novemberben decemberben"
    ),
    "lt": "sausį vasarį kovą balandį gegužę birželį liepą rugpjūtį rugsėjį spalį lapkritį gruodį",
    "lv": "janvārī februārī martā aprīlī maijā jūnijā jūlijā augustā septembrī oktobrī novembrī decembrī",
    "el": (
        "Ιανουάριο Φεβρουάριο Μάρτιο Απρίλιο Μάιο Ιούνιο Ιούλιο Αύγουστο Σεπτέμβριο Οκτώβριο Νοέμβριο Δεκέμβριο"
    ),
}  # fmt: skip
_WEEKDAYS = {
    "pl": "poniedziałku wtorku środę/środy czwartku piątku sobotę/soboty niedzielę/niedzieli",
    "cs": "pondělka úterka středu/středy čtvrtka pátku sobotu/soboty neděli",
    "sk": "pondelka utorka stredu/stredy štvrtka piatka sobotu/soboty nedeľu/nedele",
    "uk": "понеділка вівторка середу/середи четверга п'ятницю/п'ятниці/п’ятницю/п’ятниці суботу/суботи неділю/неділі",
    "be": "панядзелка аўторка сераду/серады чацвярга пятніцу/пятніцы суботу/суботы нядзелю/нядзелі",
    "hr": "ponedjeljka utorka srijedu/srijede četvrtka petka subotu/subote nedjelju/nedjelje",
    "sr": (
        "понедељка/ponedeljka уторка/utorka среду/среде/sredu/srede четвртка/četvrtka петка/petka "
        "суботу/суботе/subotu/subote недељу/недеље/nedelju/nedelje"
    ),
    "bs": "ponedjeljka utorka srijedu/srijede četvrtka petka subotu/subote nedjelju/nedjelje",
    "sl": "ponedeljka torka sredo/srede četrtka petka soboto/sobote nedeljo/nedelje",
    "et": "esmaspäeval teisipäeval kolmapäeval neljapäeval reedel laupäeval pühapäeval",
    "hu": "hétfőn kedden szerdán csütörtökön pénteken szombaton vasárnap",
    "lt": "pirmadienį antradienį trečiadienį ketvirtadienį penktadienį šeštadienį sekmadienį",
    "lv": "pirmdien otrdien trešdien ceturtdien piektdien sestdien svētdien",
    "sv": "måndagen tisdagen onsdagen torsdagen fredagen lördagen söndagen",
}  # fmt: skip


def inflected_months(language: str) -> Iterator[tuple[str, int]]:
    """Forms of the names of months with their numbers; 1 is January."""
    yield from _numbered(_MONTHS.get(language, ""), 1)


def inflected_weekdays(language: str) -> Iterator[tuple[str, int]]:
    """Forms of the names of weekdays; 0 is Monday."""
    yield from _numbered(_WEEKDAYS.get(language, ""), 0)


def _numbered(names: str, first: int) -> Iterator[tuple[str, int]]:
    for number, forms in enumerate(names.split(), first):
        yield from ((form, number) for form in forms.split("/"))
