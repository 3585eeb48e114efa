"""German. Every noun has a capital there, so a capital proves no name."""

from fractions import Fraction

from sitegen.compare.packs.pack import Pack, numbered, tens_and_units

_UNITS = numbered("ein zwei drei vier fünf sechs sieben acht neun", 1)
_TENS = numbered("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig", 20, 10)
_BELOW = {
    **numbered(
        "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn "
        "siebzehn achtzehn neunzehn"
    ),
    **_TENS,
    **tens_and_units({f"{unit}und": value for unit, value in _UNITS.items()}, _TENS, ""),
}

GERMAN = Pack(
    reporting=(
        "sagen sagt sagte sagten gesagt | erklären erklärt erklärte erklärten | mitteilen mitgeteilt teilt_mit "
        "teilte_mit teilten_mit | bestätigen bestätigt bestätigte bestätigten | behaupten behauptet behauptete "
        "behaupteten | betonen betont betonte betonten | berichten berichtet berichtete berichteten | melden meldet "
        "meldete meldeten gemeldet | ankündigen angekündigt kündigte_an | warnen warnt warnte warnten gewarnt | "
        "äußern äußert äußerte äußerten geäußert | meint meinte meinten | einräumen eingeräumt räumte_ein | "
        "dementieren dementiert dementierte dementierten | bestreiten bestreitet bestritt bestritten | fordern fordert "
        "forderte forderten | zugeben zugegeben gab_zu | versichern versichert versicherte | schildern schildert "
        "schilderte | schreiben schreibt schrieb schrieben geschrieben | zufolge | laut | nach_angaben "
        "| nach_aussage | "
        "nach_worten | hinzufügen fügte_hinzu | zitieren zitiert zitierte | angeben gab_an gaben_an angegeben | "
        "erzählen erzählt erzählte erzählten | kritisieren kritisiert kritisierte"
    ),
    speakers=(
        "journalisten reporter quellen quelle sprecher sprecherin behörden behörde zeugen zeuge augenzeugen experten "
        "experte analysten polizei staatsanwaltschaft regierung ministerium minister ministerin präsident präsidentin "
        "kanzler kanzlerin bürgermeister bürgermeisterin unternehmen firma agentur nachrichtenagentur zeitung blatt "
        "medien anwohner ärzte forscher aktivisten anwalt anwälte mitteilung bericht ermittler kreise beamte "
        "armee opposition küstenwache"
    ),
    hedges=(
        "fast beinahe nahezu vielleicht möglicherweise wahrscheinlich wohl vermutlich angeblich mutmaßlich "
        "mutmaßliche mutmaßlichen "
        "mutmaßlicher offenbar offensichtlich anscheinend scheinbar eventuell womöglich soll sollen könnte könnten "
        "dürfte dürften muss müssen müsste kann können mag scheint schien schienen sicherlich gewiss zweifellos "
        "bestimmt eindeutig immer oft manchmal völlig absolut sehr äußerst höchst weitgehend möglich sogenannte "
        "sogenannten verdächtig würde würden"
    ),
    negations="nicht nichts nie niemals niemand kein keine keinen keinem keiner keines ohne weder nirgends",
    rough=(
        "etwa rund ungefähr circa ca fast knapp beinahe gut über mehr_als weniger_als mindestens wenigstens "
        "höchstens bis_zu nahezu annähernd um_die nur"
    ),
    quantities=(
        "dutzend dutzende dutzenden hunderte hunderten tausende tausenden millionen mehrere mehreren einige einigen "
        "viele vielen wenige wenigen zahlreiche zahlreichen etliche manche mehrheit zig"
    ),
    numbers={
        **_BELOW,
        **numbered("ein", 1),
        "eine": 1, "einen": 1, "einem": 1, "einer": 1, "eines": 1, "zwo": 2,
        **{f"{one}hundert": 100 * value for one, value in _UNITS.items()},
        **{f"{one}tausend": 1000 * value for one, value in {**_UNITS, **_BELOW}.items() if value},
        "hundert": 100, "tausend": 1000, "million": 10**6, "millionen": 10**6, "mio": 10**6,
        "milliarde": 10**9, "milliarden": 10**9, "mrd": 10**9, "billion": 10**12, "billionen": 10**12,
    },
    ordinals={
        **numbered("erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte", 1),
        **numbered("ersten zweiten dritten vierten fünften sechsten siebten achten neunten zehnten", 1),
        **numbered("erster zweiter dritter vierter fünfter sechster siebter achter neunter zehnter", 1),
    },
    multiples={
        "hälfte": Fraction(1, 2), "halb": Fraction(1, 2), "halbe": Fraction(1, 2), "halben": Fraction(1, 2),
        "halbiert": Fraction(1, 2), "drittel": Fraction(1, 3), "zwei_drittel": Fraction(2, 3),
        "viertel": Fraction(1, 4), "drei_viertel": Fraction(3, 4), "dreiviertel": Fraction(3, 4), "doppelt": 2,
        "doppelte": 2, "verdoppelt": 2, "verdoppelte": 2, "dreifach": 3, "dreifache": 3, "verdreifacht": 3,
        "verdreifachte": 3,
    },
    ranges="bis von_bis zwischen_und zu",
    weak=(
        "ein eine einen einem einer eines eins erste zweite ersten zweiten erster zweiter acht achten null achte achter"
    ),
    joiners="und",
    months={1: "Jänner Jan", 2: "Feber Feb", 4: "Apr", 8: "Aug", 9: "Sept", 10: "Okt", 11: "Nov", 12: "Dez"},
    weekdays={
        0: "Montagabend Montagmorgen montags", 1: "Dienstagabend", 2: "Mittwochabend", 3: "Donnerstagabend",
        4: "Freitagabend", 5: "Sonnabend Samstagabend", 6: "Sonntagabend",
    },
    days=(
        "heute | gestern | vorgestern | morgen | übermorgen | vormittag | nachmittag | abend abends | nacht nachts | "
        "mittag | mitternacht | frühling frühjahr | sommer | herbst | winter | wochenende | kürzlich | jüngst | neulich"
    ),
    nearness=(
        "anfang mitte ende letzten letzte letzter vergangenen vergangene vergangener nächsten nächste nächster "
        "kommenden kommende diesen diese dieser dieses diesem früher später seit bis"
    ),
    periods=(
        "tag tage tagen tages | woche wochen | monat monate monaten monats | jahr jahre jahren jahres | stunde stunden "
        "| jahrzehnt jahrzehnte jahrzehnten | minute minuten"
    ),
    ago="vor zuvor",
    clock="uhr",
    small=(
        "der die das den dem des ein eine einen einem einer eines in im an am auf aus bei mit nach von vom zu zum zur "
        "und oder hat haben hatte hatten ist sind war waren wurde wurden sein dass für über um er sie es sich wir ich"
    ),
    date_glue="am den der im des dem um",
    units=(
        "percent prozent % | EUR euro euros € | USD dollar dollars us-dollar $ us_$ | GBP pfund £ | CHF franken "
        "schweizer_franken fr | crown krone kronen | km kilometer kilometern | m meter metern | kg kilo kilogramm | "
        "tonne tonnen t | ha hektar | cm zentimeter zentimetern | mm millimeter millimetern | g gramm | "
        "l liter litern | "
        "pp prozentpunkte prozentpunkten prozentpunkt | celsius grad_celsius | kmh stundenkilometer "
        "stundenkilometern kilometer_pro_stunde | mw megawatt | gw gigawatt"
    ),
    titles=(
        "herr frau herrn dr prof professor präsident präsidentin minister ministerin kanzler kanzlerin senator "
        "bürgermeister bürgermeisterin richter general kapitän könig königin papst ex bundeskanzler bundeskanzlerin "
        "innenminister außenminister finanzminister sprecher sprecherin"
    ),
    particles="von van der den zu zur und de la bin al",
    spellings=(
        (r"ä", "ae"),
        (r"ö", "oe"),
        (r"ü", "ue"),
        (r"ph(?=oto|on|in\b|ie\b|isch)", "f"),
        (r"^(del|so|gra)ph", r"\1f"),
        (r"(?<=en)t(?=iell|ial)", "z"),
        (r"^aufwaend", "aufwend"),
        (r"^portemonnaie", "portmonee"),
        (r"^(um|be|selb)?st?selbstst", "selbst"),
        (r"^selbstst", "selbst"),
    ),
    variants=(
        "photo=foto photos=fotos irak=iraq mayonnaise=majonäse ketchup=ketschup spaghetti=spagetti thunfisch=tunfisch "
        "joghurt=jogurt telephon=telefon panther=panter rauh=rau placieren=platzieren numerieren=nummerieren "
        "behende=behände stengel=stängel schiffahrt=schifffahrt zuviel=zu_viel mithilfe=mit_hilfe "
        "aufgrund=auf_grund anstelle=an_stelle zugunsten=zu_gunsten"
    ),
    opposites=(r"^un(?=\w{4})", r"^nicht-?(?=\w{4})"),
    nouns_have_capitals=True,
    capitals=True,
)  # fmt: skip
