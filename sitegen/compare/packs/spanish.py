"""Spanish."""

from fractions import Fraction

from sitegen.compare.packs.pack import Pack, numbered, tens_and_units

_UNITS = numbered("uno dos tres cuatro cinco seis siete ocho nueve", 1)
_TENS = numbered("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 30, 10)

SPANISH = Pack(
    reporting=(
        "decir dice dicen dijo dijeron dicho diciendo decía | señalar señala señalan señaló señalaron señalado | "
        "afirmar afirma afirman afirmó afirmaron afirmado | asegurar asegura aseguran aseguró aseguraron asegurado | "
        "confirmar confirma confirman confirmó confirmaron confirmado | anunciar anuncia anunció anunciaron anunciado "
        "| denunciar denuncia denunció denunciaron | explicar explica explicó explicaron explicado | informar informa "
        "informan informó informaron informado | declarar declara declaró declararon declarado | indicar indica indicó "
        "indicaron indicado | agregar agrega agregó agregaron | añadir añade añadió añadieron | sostener sostiene "
        "sostuvo sostuvieron | manifestar manifiesta manifestó manifestaron | admitir admite admitió admitieron | "
        "reconocer reconoce reconoció reconocieron | negar niega niegan negó negaron negado | advertir advierte "
        "advirtió advirtieron | insistir insiste insistió | comentar comenta comentó | precisar precisa precisó "
        "precisaron | relatar relata relató relataron | contó contaron | revelar revela reveló revelaron "
        "| alegar alega alegó alegaron | subrayar subraya subrayó | recalcar recalca recalcó | según | "
        "de_acuerdo_con de_acuerdo_a | a_juicio_de | en_palabras_de | escribir escribió escribe | reportar reporta "
        "reportó reportaron | detallar detalló detalla | apuntar apuntó apunta | aclarar aclaró aclara"
    ),
    speakers=(
        "periodistas periodista fuentes fuente funcionarios funcionario portavoz portavoces vocero vocera voceros "
        "autoridades autoridad testigos testigo expertos experto analistas analista policía policías fiscalía fiscal "
        "gobierno ministerio ministro ministra presidente presidenta alcalde alcaldesa empresa compañía agencia diario "
        "periódico medios vecinos vecino médicos investigadores activistas abogado abogados comunicado informe "
        "ejército oposición guardacostas ayuntamiento"
    ),
    hedges=(
        "quizá quizás acaso posiblemente probablemente presuntamente supuestamente presunto presunta presuntos "
        "presuntas supuesto supuesta supuestos aparentemente podría podrían puede pueden pudo debe deben debería "
        "deberían parece parecen parecía sería serían habría habrían estaría estarían tal_vez a_lo_mejor al_parecer "
        "ciertamente claramente seguramente evidentemente indudablemente siempre totalmente completamente "
        "absolutamente muy sumamente casi posible probable sospechoso se_cree se_supone"
    ),
    negations="no nunca jamás nadie nada ningún ninguno ninguna ni tampoco sin",
    rough=(
        "unos unas cerca_de alrededor_de aproximadamente casi más_de menos_de al_menos por_lo_menos como_mínimo "
        "hasta en_torno_a apenas solo sólo"
    ),
    quantities=(
        "decena decenas docena docenas centenar centenares cientos miles millares millones varios varias algunos "
        "algunas muchos muchas pocos pocas numerosos numerosas decenas_de un_puñado mayoría"
    ),
    numbers={
        **numbered(
            "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
            "diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco "
            "veintiséis veintisiete veintiocho veintinueve"
        ),
        "un": 1,
        "una": 1,
        "veintiún": 21,
        "veintiuna": 21,
        **_TENS,
        **tens_and_units(_TENS, {**_UNITS, "un": 1, "una": 1}, "_y_"),
        "cien": 100,
        "ciento": 100,
        "doscientos": 200,
        "doscientas": 200,
        "trescientos": 300,
        "trescientas": 300,
        "cuatrocientos": 400,
        "cuatrocientas": 400,
        "quinientos": 500,
        "quinientas": 500,
        "seiscientos": 600,
        "seiscientas": 600,
        "setecientos": 700,
        "setecientas": 700,
        "ochocientos": 800,
        "ochocientas": 800,
        "novecientos": 900,
        "novecientas": 900,
        "mil": 1000,
        "millón": 10**6,
        "millones": 10**6,
    },
    ordinals={
        **numbered("primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo", 1),
        **numbered("primera segunda tercera cuarta quinta sexta séptima octava novena décima", 1),
        "primer": 1,
        "tercer": 3,
    },
    multiples={
        "mitad": Fraction(1, 2),
        "medio": Fraction(1, 2),
        "media": Fraction(1, 2),
        "un_tercio": Fraction(1, 3),
        "dos_tercios": Fraction(2, 3),
        "tres_cuartos": Fraction(3, 4),
        "doble": 2,
        "duplicó": 2,
        "duplicado": 2,
        "duplican": 2,
        "duplicaron": 2,
        "triple": 3,
        "triplicó": 3,
        "triplicado": 3,
        "triplicaron": 3,
    },
    ranges="a de_a entre_y hasta desde_hasta",
    weak="medio media un una uno primero segundo primera segunda primer cuarto cuarta",
    joiners="y",
    months={9: "setiembre", 1: "ene", 2: "feb", 4: "abr", 8: "ago", 10: "oct", 11: "nov", 12: "dic"},
    days=(
        "hoy | ayer | anteayer | mañana | anoche | madrugada | tarde | noche | mediodía | medianoche | primavera | "
        "verano | otoño | "
        "invierno | recientemente"
    ),
    nearness=(
        "pasado pasada próximo próxima principios comienzos inicios mediados finales este esta último última "
        "siguiente anterior que_viene desde hasta"
    ),
    periods=(
        "día días | semana semanas | mes meses | año años | hora horas | década décadas | minuto "
        "minutos | fin_de_semana"
    ),
    ago="hace atrás",
    clock="horas h hrs a.m p.m",
    small=(
        "el la los las un una unos unas de del al a en con por para que se su sus y o e lo le ha han fue era son es "
        "está ser había él ella ellos ellas yo nos"
    ),
    date_glue="el de del en a los las la",
    units=(
        "percent por_ciento % | USD dólar dólares $ us_$ | EUR euro euros € | crown corona coronas | GBP libra libras "
        "£ | km kilómetro kilómetros | m metro metros | kg kilo kilos kilogramo kilogramos | "
        "tonne tonelada toneladas t | "
        "cm centímetro centímetros | mm milímetro milímetros | g gramo gramos | l litro litros | "
        "celsius grados_celsius | "
        "pp puntos_porcentuales punto_porcentual | kmh kilómetros_por_hora | mw megavatio megavatios | "
        "ha hectárea hectáreas"
    ),
    titles=(
        "señor señora sr sra don doña dr dra doctor doctora presidente presidenta ministro ministra senador senadora "
        "gobernador alcalde alcaldesa juez jueza general capitán rey reina papa ex"
    ),
    particles="de del la las los y e al el",
    opposites=(r"^i(?=[lr]\w{3})", r"^in(?=[^pb]\w{4,})(?!\w+(?:ión|iones|forme|formes)$)", r"^im(?=[pb]\w{4,})"),
    spellings=((r"^psic", "sic"), (r"^sub(?=st[ai])", "su"), (r"^transp", "trasp"), (r"^obsc", "osc")),
    variants=(
        "sólo=solo éste=este ésta=esta ése=ese ésa=esa aquél=aquel éstos=estos ésos=esos guión=guion méjico=méxico "
        "mejicano=mexicano mejicana=mexicana mejicanos=mexicanos tejas=texas período=periodo vídeo=video "
        "vídeos=videos fútbol=futbol chófer=chofer cóctel=coctel ícono=icono élite=elite irak=iraq catar=qatar "
        "kenya=kenia suscripción=subscripción suscribir=subscribir remplazar=reemplazar remplazo=reemplazo "
        "policíaco=policiaco olimpíada=olimpiada cardíaco=cardiaco reportage=reportaje fríjol=frijol "
        "setiembre=septiembre hierba=yerba armonía=harmonía"
    ),
)
