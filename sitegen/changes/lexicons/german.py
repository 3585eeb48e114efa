"""German words that give a change its kind. Every noun has a capital there, so a capital proves no name."""

from sitegen.changes.lexicons.lexicon import Lexicon

LEXICON = Lexicon(
    language="de",
    ranges="bis von_bis zwischen_und zu",
    reporting={
        "neutral": (
            "sagen sagt sagte sagten gesagt | erklären erklärt erklärte erklärten | mitteilen mitgeteilt "
            "teilt_mit teilte_mit teilten_mit | berichten berichtet berichtete berichteten | melden meldet "
            "meldete meldeten gemeldet | äußern äußert äußerte äußerten geäußert | schildern schildert "
            "schilderte | schreiben schreibt schrieb schrieben geschrieben | hinzufügen fügte_hinzu | zitieren "
            "zitiert zitierte | angeben gab_an gaben_an angegeben | erzählen erzählt erzählte erzählten | "
            "antworten antwortet antwortete | ergänzen ergänzt ergänzte | erläutern erläutert erläuterte | "
            "bekannt_geben gab_bekannt bekanntgegeben | twittern twitterte | sprechen spricht sprach | "
            "hinweisen wies_hin"
        ),
        "claim": (
            "behaupten behauptet behauptete behaupteten | meint meinte meinten | versichern versichert "
            "versicherte | argumentieren argumentiert argumentierte | beteuern beteuert beteuerte"
        ),
        "denial": (
            "dementieren dementiert dementierte dementierten | bestreiten bestreitet bestritt bestritten | "
            "zurückweisen zurückgewiesen wies_zurück wiesen_zurück | verneinen verneint verneinte | "
            "widersprechen widerspricht widersprach widersprochen | leugnen leugnet leugnete geleugnet"
        ),
        "confirmation": ("bestätigen bestätigt bestätigte bestätigten"),
        "admission": (
            "einräumen eingeräumt räumte_ein | zugeben zugegeben gab_zu | gestehen gesteht gestand gestanden | "
            "anerkennen erkannte_an anerkannt"
        ),
        "warning": ("warnen warnt warnte warnten gewarnt | drohen droht drohte drohten gedroht | mahnen mahnt mahnte"),
        "accusation": (
            "kritisieren kritisiert kritisierte | beschuldigen beschuldigt beschuldigte beschuldigten | "
            "vorwerfen wirft_vor warf_vor vorgeworfen | anprangern prangerte_an | verurteilen verurteilt "
            "verurteilte"
        ),
        "announcement": (
            "ankündigen angekündigt kündigte_an | versprechen verspricht versprach versprochen | verkünden "
            "verkündet verkündete | enthüllen enthüllt enthüllte"
        ),
        "emphasis": ("betonen betont betonte betonten | fordern fordert forderte forderten"),
        "prediction": (
            "prognostizieren prognostiziert prognostizierte | erwarten erwartet erwartete | schätzen schätzt schätzte"
        ),
        "question": ("fragen fragt fragte fragten"),
    },
    attributions=(
        "zufolge | laut | nach_angaben | nach_aussage | nach_worten | unter_berufung_auf | nach_auskunft | "
        "wie_es_heißt | gegenüber"
    ),
    after_quotations="so",
    speakers=(
        "journalisten reporter quellen quelle sprecher sprecherin behörden behörde zeugen zeuge augenzeugen "
        "experten experte analysten polizei staatsanwaltschaft regierung ministerium minister ministerin "
        "präsident präsidentin kanzler kanzlerin bürgermeister bürgermeisterin unternehmen firma agentur "
        "nachrichtenagentur zeitung blatt medien anwohner ärzte forscher aktivisten anwalt anwälte mitteilung "
        "bericht ermittler kreise beamte armee opposition küstenwache gewerkschaft abgeordnete abgeordneter"
    ),
    voices="sprecher sprecherin",
    unnamed="journalisten reporter quellen quelle zeugen augenzeugen experten analysten anwohner kreise",
    hedges=(
        "fast beinahe nahezu vielleicht möglicherweise wahrscheinlich wohl vermutlich angeblich mutmaßlich "
        "mutmaßliche mutmaßlichen mutmaßlicher offenbar anscheinend scheinbar eventuell womöglich soll sollen "
        "könnte könnten dürfte dürften müsste kann können mag scheint schien schienen oft manchmal "
        "äußerst höchst weitgehend möglich sogenannte sogenannten verdächtig würde würden"
    ),
    certainties=(
        "sicherlich gewiss zweifellos bestimmt eindeutig immer völlig absolut muss müssen offensichtlich nachweislich"
    ),
    equal_degrees=(
        "fast beinahe nahezu | vielleicht möglicherweise womöglich eventuell | wahrscheinlich vermutlich "
        "| offenbar anscheinend scheint schien schienen | äußerst höchst | sicherlich gewiss zweifellos "
        "bestimmt | völlig absolut | kann können | könnte könnten | soll sollen | dürfte dürften | muss "
        "müssen | würde würden | mutmaßlich mutmaßliche mutmaßlichen mutmaßlicher | sogenannte "
        "sogenannten | oft häufig meist meistens gewöhnlich üblicherweise normalerweise | manchmal "
        "gelegentlich | weitgehend größtenteils"
    ),
    limits="wenig wenige kaum nur lediglich außer selten",
    negations="nicht nichts nie niemals niemand kein keine keinen keinem keiner keines ohne weder nirgends",
    no_negations="nicht_nur nicht_bloß nicht_zuletzt nicht_zu_vergessen",
    titles=(
        "herr frau herrn dr prof professor präsident präsidentin minister ministerin kanzler kanzlerin senator "
        "bürgermeister bürgermeisterin richter general kapitän könig königin papst ex bundeskanzler "
        "bundeskanzlerin innenminister außenminister finanzminister sprecher sprecherin"
    ),
    particles="von van der den zu zur und de la bin al",
    small=(
        "der die das den dem des ein eine einen einem einer eines in im an am auf aus bei mit nach von vom zu "
        "zum zur und oder hat haben hatte hatten ist sind war waren wurde wurden sein dass für über um er sie "
        "es sich wir ich"
    ),
    opposites=(
        r"^un(?=\w{4})",
        r"^nicht-?(?=\w{4})",
    ),
    nouns_have_capitals=True,
)
