"""French words that give a change its kind. Elided words are one token with what follows them (`d'après`)."""

from sitegen.changes.lexicons.lexicon import Lexicon

LEXICON = Lexicon(
    language="fr",
    ranges="à de_à entre_et jusqu'à",
    reporting={
        "neutral": (
            "dire dit disent disait disant | expliquer explique expliquent expliqué | indiquer indique "
            "indiquent indiqué | préciser précise précisent précisé | ajouter ajoute ajoutent ajouté | "
            "rapporter rapporte rapportent rapporté | raconter raconte racontent raconté | signaler signale "
            "signalent signalé | écrire écrit écrivent | conclure conclut conclu | aux_dires_de | citer cite "
            "cité | relever relève relevé | a-t-il a-t-elle | répondre répond répondent répondu | témoigner "
            "témoigne témoigné | publier publie publié | confier confie confié | rappeler rappelle rappelé | "
            "poursuivre poursuit"
        ),
        "claim": (
            "affirmer affirme affirment affirmé affirmait | assurer assure assurent assuré | prétendre prétend "
            "prétendent prétendu | soutenir soutient soutiennent soutenu | estimer estime estiment estimé | "
            "alléguer allègue allégué"
        ),
        "denial": (
            "nier nie nient nié | démentir dément démentent démenti | réfuter réfute réfutent réfuté réfutait "
            "| rejeter rejette rejettent rejeté | contester conteste contestent contesté"
        ),
        "confirmation": ("confirmer confirme confirment confirmé"),
        "admission": (
            "admettre admet admettent admis | reconnaître reconnaît reconnaissent reconnu | avouer avoue avoué"
        ),
        "warning": (
            "avertir avertit averti | alerter alerte alertent alerté | menacer menace menacent menacé | "
            "prévenir prévient prévenu | mettre_en_garde met_en_garde mis_en_garde"
        ),
        "accusation": (
            "accuser accuse accusent accusé accusait | dénoncer dénonce dénoncent dénoncé | critiquer critique "
            "critiquent critiqué | condamner condamne condamnent condamné"
        ),
        "announcement": (
            "déclarer déclare déclarent déclaré déclarait | annoncer annonce annoncent annoncé | révéler "
            "révèle révèlent révélé | promettre promet promettent promis | dévoiler dévoile dévoilé"
        ),
        "emphasis": ("souligner souligne soulignent souligné | insister insiste insisté"),
        "prediction": ("prévoir prévoit prévoient prévu"),
        "question": ("demander demande demandent demandé | interroger interrogé"),
    },
    attributions="selon | d'après d'_après | de_source | au_dire_de | de_source_proche | cité_par | aux_yeux_de",
    speakers=(
        "journalistes journaliste sources source responsables responsable porte-parole autorités autorité "
        "témoins témoin experts expert analystes analyste police policiers parquet procureur gouvernement "
        "ministère ministre président présidente maire entreprise compagnie agence journal quotidien médias "
        "habitants voisins médecins chercheurs militants avocat avocats communiqué rapport enquêteurs armée "
        "opposition préfecture garde-côtes dirigeant dirigeants élu élus syndicat"
    ),
    voices="porte-parole",
    unnamed="journalistes sources source responsables témoins experts analystes habitants voisins",
    hedges=(
        "presque quasiment peut-être probablement possiblement éventuellement apparemment vraisemblablement "
        "sans_doute présumé présumée présumés soi-disant supposé supposée supposés prétendu prétendue peut "
        "peuvent pourrait pourraient devrait devraient doit doivent semble semblent semblait paraît serait "
        "seraient aurait auraient il_semble souvent parfois extrêmement largement possible probable "
        "suspect suspecté"
    ),
    certainties=(
        "certainement clairement sûrement évidemment assurément toujours totalement complètement absolument "
        "sans_aucun_doute"
    ),
    equal_degrees=(
        "presque quasiment | apparemment vraisemblablement | possiblement éventuellement peut-être | "
        "présumé supposé présumée supposée présumés supposés | certainement sûrement assurément "
        "sans_aucun_doute | clairement évidemment | totalement complètement absolument | peut peuvent | "
        "pourrait pourraient | devrait devraient | doit doivent | semble semblent semblait paraît "
        "il_semble | serait seraient | aurait auraient | souvent fréquemment généralement habituellement "
        "| parfois quelquefois"
    ),
    limits="peu seul seule seulement sauf rarement",
    negations=(
        "ne n' pas jamais aucun aucune personne rien ni sans nullement n'est n'a n'ont n'était n'étaient n'avait"
    ),
    no_negations="non_seulement pas_seulement n_importe pas_à_pas",
    titles=(
        "m mm mme mlle monsieur madame docteur dr maître président présidente ministre sénateur sénatrice "
        "maire juge général capitaine roi reine pape ex prince princesse"
    ),
    particles="de du des la le les et d' l'",
    small=(
        "le la les l' un une des de du d' à au aux en dans par pour sur avec que qu' qui se son sa ses et ou a "
        "ont est sont était été avait être avoir ce cela il elle ils elles on je nous ils"
    ),
    opposites=(
        r"^(?:il(?=l)|ir(?=r))(?=\w{4})",
        r"^(?:in|im)(?=\w{4,})(?!\w+(?:ions?|formes?|former)$)",
        r"^non-?(?=\w{4})",
    ),
)
