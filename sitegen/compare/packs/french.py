"""French. Elided words are written together with what follows (`d'après`), and are one token."""

from fractions import Fraction

from sitegen.compare.packs.pack import Pack, numbered, tens_and_units

_UNITS = numbered("un deux trois quatre cinq six sept huit neuf", 1)
_TEENS = numbered("dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf", 10)
_TENS = numbered("vingt trente quarante cinquante soixante", 20, 10)

FRENCH = Pack(
    reporting=(
        "dire dit disent disait disant | déclarer déclare déclarent déclaré déclarait | affirmer affirme affirment "
        "affirmé affirmait | confirmer confirme confirment confirmé | annoncer annonce annoncent annoncé | expliquer "
        "explique expliquent expliqué | indiquer indique indiquent indiqué | préciser précise précisent précisé | "
        "ajouter ajoute ajoutent ajouté | assurer assure assurent assuré | souligner souligne soulignent souligné | "
        "rapporter rapporte rapportent rapporté | révéler révèle révèlent révélé | admettre admet admettent admis | "
        "reconnaître reconnaît reconnaissent reconnu | nier nie nient nié | démentir dément démentent démenti | "
        "prétendre prétend prétendent prétendu | soutenir soutient soutiennent soutenu | estimer estime estiment "
        "estimé | avertir avertit averti | raconter raconte racontent raconté | insister insiste insisté | signaler "
        "signale signalent signalé | écrire écrit écrivent | avouer avoue avoué | conclure conclut conclu | selon | "
        "d'après d'_après | de_source | au_dire_de | aux_dires_de | citer cite cité | relever relève relevé | "
        "a-t-il a-t-elle | alléguer allègue allégué"
    ),
    speakers=(
        "journalistes journaliste sources source responsables responsable porte-parole autorités autorité témoins "
        "témoin experts expert analystes analyste police policiers parquet procureur gouvernement ministère ministre "
        "président présidente maire entreprise compagnie agence journal quotidien médias habitants voisins médecins "
        "chercheurs militants avocat avocats communiqué rapport enquêteurs armée opposition préfecture "
        "garde-côtes"
    ),
    hedges=(
        "presque quasiment peut-être probablement possiblement éventuellement apparemment vraisemblablement "
        "sans_doute présumé présumée "
        "présumés soi-disant supposé supposée supposés prétendu prétendue peut peuvent pourrait pourraient devrait "
        "devraient doit doivent semble semblent semblait paraît serait seraient aurait auraient il_semble "
        "certainement clairement sûrement évidemment assurément toujours souvent parfois totalement complètement "
        "absolument très extrêmement largement possible probable suspect suspecté"
    ),
    negations="ne n' pas jamais aucun aucune personne rien ni sans nullement n'est n'a n'ont n'était n'étaient n'avait",
    rough=(
        "environ près_de autour_de presque plus_de moins_de au_moins jusqu'à quelque une_bonne à_peine au_plus "
        "seulement"
    ),
    quantities=(
        "dizaine dizaines douzaine douzaines vingtaine trentaine quarantaine cinquantaine centaine centaines millier "
        "milliers plusieurs quelques beaucoup nombreux nombreuses de_nombreux une_poignée majorité"
    ),
    numbers={
        "zéro": 0,
        "une": 1,
        **_UNITS,
        **_TEENS,
        **_TENS,
        **tens_and_units(_TENS, {unit: value for unit, value in _UNITS.items() if value > 1}, "-", "_"),
        **{f"{ten}{join}": value + 1 for ten, value in _TENS.items() for join in ("_et_un", "-et-un", "_et_une")},
        **{f"soixante{join}{teen}": 60 + value for teen, value in _TEENS.items() for join in ("-", "_")},
        "soixante_et_onze": 71,
        "soixante-et-onze": 71,
        "quatre-vingts": 80,
        "quatre_vingts": 80,
        "quatre-vingt": 80,
        "septante": 70,
        "huitante": 80,
        "nonante": 90,
        **{f"quatre-vingt-{one}": 80 + value for one, value in {**_UNITS, **_TEENS}.items()},
        "cent": 100,
        "cents": 100,
        "mille": 1000,
        "million": 10**6,
        "millions": 10**6,
        "milliard": 10**9,
        "milliards": 10**9,
    },
    ordinals={
        **numbered("premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième", 1),
        "première": 1,
        "second": 2,
        "seconde": 2,
    },
    multiples={
        "moitié": Fraction(1, 2),
        "demi": Fraction(1, 2),
        "demie": Fraction(1, 2),
        "un_tiers": Fraction(1, 3),
        "deux_tiers": Fraction(2, 3),
        "un_quart": Fraction(1, 4),
        "trois_quarts": Fraction(3, 4),
        "double": 2,
        "doublé": 2,
        "doublent": 2,
        "triple": 3,
        "triplé": 3,
        "triplent": 3,
    },
    ranges="à de_à entre_et jusqu'à",
    weak="un une premier première second seconde neuf",
    joiners="et",
    months={8: "aout", 1: "janv", 2: "févr", 7: "juil", 9: "sept", 10: "oct", 11: "nov", 12: "déc"},
    days=(
        "aujourd'hui | hier | avant-hier | demain | matin matinée | après-midi | soir soirée | nuit | midi | minuit | "
        "printemps | l'été cet_été d'été | automne l'automne d'automne | hiver l'hiver d'hiver | récemment | week-end"
    ),
    nearness=(
        "dernier dernière prochain prochaine début mi fin ce cette passé suivant suivante précédent courant depuis "
        "jusqu'en jusqu'au"
    ),
    periods=(
        "jour jours | semaine semaines | mois | an ans année années | heure heures | décennie "
        "décennies | minute minutes"
    ),
    ago="il_y_a plus_tôt plus_tard auparavant",
    clock="heures heure h",
    small=(
        "le la les l' un une des de du d' à au aux en dans par pour sur avec que qu' qui se son sa ses et ou a ont est "
        "sont était été avait être avoir ce cela il elle ils elles on je nous ils"
    ),
    date_glue="le de du en au à l'",
    units=(
        "cm centimètre centimètres | mm millimètre millimètres | g gramme grammes | litre litres | "
        "pp points_de_pourcentage point_de_pourcentage | celsius degrés_celsius | kmh kilomètres_par_heure "
        "kilomètres-heure | mw mégawatt mégawatts | "
        "percent pour_cent % | EUR euro euros € | USD dollar dollars $ us_$ | GBP livre livres £ | crown couronne "
        "couronnes | km kilomètre kilomètres | m mètre mètres | kg kilo kilos kilogramme kilogrammes | tonne tonnes | "
        "ha hectare hectares"
    ),
    titles=(
        "m mm mme mlle monsieur madame docteur dr maître président présidente ministre sénateur sénatrice maire juge "
        "général capitaine roi reine pape ex prince princesse"
    ),
    particles="de du des la le les et d' l'",
    opposites=(
        r"^(?:il(?=l)|ir(?=r))(?=\w{4})",
        r"^(?:in|im)(?=\w{4,})(?!\w+(?:ions?|formes?|former)$)",
        r"^non-?(?=\w{4})",
    ),
    spellings=(
        (r"œ", "oe"),
        (r"æ", "ae"),
        (r"^(?!sûre?s?$|mûre?s?$|dû$|jeûne|crû)(.*)û", r"\1u"),
        (r"î", "i"),
        (r"(?<=v)é(?=nement)", "è"),
        (r"^oign", "ogn"),
        (r"^clefs?$", "clé"),
        (r"^nénuph", "nénuf"),
        (r"^(r)é(?=glement)", r"\1è"),
    ),
    variants=(
        "clés=clé etat=état etats=états ecole=école eglise=église elysée=élysée a=à ecosse=écosse europe=europe "
        "cuiller=cuillère paye=paie bistro=bistrot yaourt=yogourt tsar=tzar iraq=irak"
    ),
)
