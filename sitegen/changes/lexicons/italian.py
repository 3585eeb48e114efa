"""Italian words that give a change its kind."""

from sitegen.changes.lexicons.lexicon import Lexicon

LEXICON = Lexicon(
    language="it",
    ranges="a da_a tra_e fra_e",
    reporting={
        "neutral": (
            "dire dice dicono disse dissero detto detta diceva dicevano dicendo | parlare parla parlano parlò "
            "parlato | raccontare racconta raccontano raccontava raccontavano raccontato raccontata raccontati "
            "raccontando raccontò raccontarono | commentare commenta commentano commentava commentavano "
            "commentato commentata commentati commentando commentò commentarono | spiegare spiega spiegano "
            "spiegò spiegato spiegando | riferire riferisce riferiscono riferì riferito | riportare riporta "
            "riportano riportò riportato | aggiungere aggiunge aggiungono aggiunse aggiunto aggiungendo | "
            "rispondere risponde rispondono rispose risposto | scrivere scrive scrivono scrisse scritto | "
            "descrivere descrive descrivono descrisse descritto | precisare precisa precisano precisò "
            "precisato | osservare osserva osservò osservato | citare cita citano citato | ricordare ricorda "
            "ricordano ricordò ricordato | notare nota notano notato | indicare indica indicano indicato | "
            "twittare twittato | pubblicare pubblica pubblicato | concludere conclude concluse concluso | "
            "informare informa informano informato | testimoniare testimonia testimoniato"
        ),
        "claim": (
            "affermare afferma affermano affermò affermato affermando | sostenere sostiene sostengono sostenne "
            "sostenuto sosteneva | asserire asserisce asserito | assicurare assicura assicurano assicurò "
            "assicurato | pretendere pretende pretendono | ritenere ritiene ritengono ritenuto | suggerire "
            "suggerisce suggeriscono suggerito | argomentare argomenta argomentato | garantire garantisce "
            "garantito | vantare vanta vantato"
        ),
        "denial": (
            "negare nega negano negò negarono negato negando | smentire smentisce smentiscono smentì smentito "
            "| respingere respinge respingono respinse respinto | contestare contesta contestano contestato | "
            "rifiutare rifiuta rifiutato"
        ),
        "confirmation": (
            "confermare conferma confermano confermava confermavano confermato confermata confermati "
            "confermando confermò confermarono | verificare verifica verificato | ribadire ribadisce "
            "ribadiscono ribadì ribadito"
        ),
        "admission": (
            "ammettere ammette ammettono ammise ammesso | riconoscere riconosce riconoscono riconobbe "
            "riconosciuto | confessare confessa confessò confessato | scusarsi si_è_scusato"
        ),
        "warning": (
            "avvertire avverte avvertono avvertì avvertito | avvisare avvisa avvisato | minacciare minaccia "
            "minacciano minacciò minacciato | mettere_in_guardia mette_in_guardia messo_in_guardia | allertare "
            "allerta allertato"
        ),
        "accusation": (
            "accusare accusa accusano accusò accusato | denunciare denuncia denunciano denunciò denunciato | "
            "criticare critica criticano criticò criticato | condannare condanna condannano condannato | "
            "incolpare incolpa incolpato"
        ),
        "announcement": (
            "annunciare annuncia annunciano annunciò annunciato | dichiarare dichiara dichiarano dichiarò "
            "dichiarato | rivelare rivela rivelano rivelò rivelato | comunicare comunica comunicano comunicato "
            "| promettere promette promettono promise promesso | svelare svela svelato"
        ),
        "emphasis": (
            "sottolineare sottolinea sottolineano sottolineò sottolineato | insistere insiste insistono "
            "insistito | evidenziare evidenzia evidenziano evidenziato | rimarcare rimarca rimarcato"
        ),
        "prediction": (
            "prevedere prevede prevedono previsto | stimare stima stimano stimato | calcolare calcola calcolato"
        ),
        "question": (
            "chiedere chiede chiedono chiese chiesto | domandare domanda domandato | interrogare interroga interrogato"
        ),
    },
    attributions=(
        "secondo | stando_a stando_al stando_alla | a_detta_di a_detta_del | a_parere_di | nelle_parole_di | "
        "citando | come_riferito_da | per_bocca_di | in_base_a"
    ),
    speakers=(
        "giornalisti giornalista cronisti fonti fonte funzionari funzionario portavoce autorità testimoni "
        "testimone esperti esperto analisti analista polizia carabinieri procura procuratore governo ministero "
        "ministro ministra presidente sindaco sindaca azienda società agenzia giornale quotidiano media "
        "residenti vicini medici ricercatori attivisti avvocato avvocati comunicato rapporto esercito "
        "opposizione comune tribunale giudice difesa dirigente dirigenti sindacato deputato"
    ),
    voices="portavoce",
    unnamed="giornalisti cronisti fonti fonte funzionari testimoni esperti analisti residenti vicini",
    hedges=(
        "forse possibilmente probabilmente presumibilmente presunto presunta presunti presunte apparentemente "
        "può possono potrebbe potrebbero dovrebbe dovrebbero sembra sembrano sembrava pare parrebbe sarebbe "
        "sarebbero avrebbe avrebbero quasi possibile probabile sospetto sospettato a_quanto_pare si_ritiene"
    ),
    certainties=(
        "certamente chiaramente sicuramente evidentemente indubbiamente sempre totalmente completamente "
        "assolutamente senza_dubbio di_certo deve devono"
    ),
    equal_degrees=(
        "probabilmente presumibilmente | apparentemente a_quanto_pare | forse possibilmente | certamente "
        "sicuramente indubbiamente senza_dubbio di_certo | chiaramente evidentemente | totalmente "
        "completamente assolutamente | può possono | potrebbe potrebbero | dovrebbe dovrebbero | deve "
        "devono | sembra sembrano sembrava pare parrebbe | sarebbe sarebbero | avrebbe avrebbero | "
        "presunto presunta presunti presunte"
    ),
    limits="poco poca pochi poche solo soltanto appena salvo tranne",
    negations=("non mai nessuno nessuna nulla niente né neanche nemmeno neppure senza"),
    no_negations="non_solo non_soltanto nonostante",
    titles=(
        "signor signora sig dott dottor dottoressa professor professoressa presidente ministro ministra "
        "senatore senatrice onorevole sindaco giudice generale capitano re regina papa ex don"
    ),
    particles=("di de da del della dei e la lo"),
    small=(
        "il lo la i gli le un uno una di a da in con su per tra fra del dello della dei degli delle al allo "
        "alla ai agli alle dal dalla nel nella sul sulla e o che si suo sua suoi sue ha hanno è sono era erano "
        "essere stato stata lui lei loro io noi"
    ),
    opposites=(
        r"^ir(?=r\w{3})",
        r"^il(?=l\w{3})",
        r"^in(?=[^pb]\w{4,})(?!\w+(?:zione|zioni|forma|formato)$)",
        r"^im(?=[pb]\w{4,})",
    ),
)
