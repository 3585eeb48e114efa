"""Spanish words that give a change its kind."""

from sitegen.changes.lexicons.lexicon import Lexicon

LEXICON = Lexicon(
    language="es",
    ranges="a de_a entre_y hasta desde_hasta",
    reporting={
        "neutral": (
            "decir dice dicen dijo dijeron dicho diciendo decía | señalar señala señalan señaló señalaron "
            "señalado | explicar explica explicó explicaron explicado | informar informa informan informó "
            "informaron informado | indicar indica indicó indicaron indicado | agregar agrega agregó agregaron "
            "| añadir añade añadió añadieron | manifestar manifiesta manifestó manifestaron | comentar comenta "
            "comentó | precisar precisa precisó precisaron | relatar relata relató relataron | contó contaron "
            "| escribir escribió escribe | reportar reporta reportó reportaron | detallar detalló detalla | "
            "apuntar apuntó apunta | aclarar aclaró aclara | responder responde respondió respondieron | "
            "expresar expresa expresó expresaron expresado | publicar publica publicó publicaron publicado"
        ),
        "claim": (
            "afirmar afirma afirman afirmó afirmaron afirmado | asegurar asegura aseguran aseguró aseguraron "
            "asegurado | sostener sostiene sostuvo sostuvieron | alegar alega alegó alegaron | argumentar "
            "argumenta argumentó argumentaron | presumir presume presumió | pretender pretende"
        ),
        "denial": (
            "negar niega niegan negó negaron negado | desmentir desmiente desmienten desmintió desmintieron "
            "desmentido | rechazar rechaza rechazan rechazó rechazaron rechazado"
        ),
        "confirmation": ("confirmar confirma confirman confirmó confirmaron confirmado"),
        "admission": ("admitir admite admitió admitieron | reconocer reconoce reconoció reconocieron"),
        "warning": (
            "advertir advierte advirtió advirtieron | alertar alerta alertan alertó alertaron alertado | "
            "amenazar amenaza amenazó amenazaron"
        ),
        "accusation": (
            "denunciar denuncia denunció denunciaron | acusar acusa acusan acusó acusaron acusado | criticar "
            "critica critican criticó criticaron criticado | condenar condena condenó condenaron"
        ),
        "announcement": (
            "anunciar anuncia anunció anunciaron anunciado | declarar declara declaró declararon declarado | "
            "revelar revela reveló revelaron | prometer promete prometió prometieron prometido"
        ),
        "emphasis": ("insistir insiste insistió | subrayar subraya subrayó | recalcar recalca recalcó"),
        "prediction": (
            "prever prevé prevén previó | estimar estima estiman estimó estimaron | pronosticar pronostica pronosticó"
        ),
        "question": ("preguntar pregunta preguntó preguntaron"),
    },
    attributions=(
        "según | de_acuerdo_con de_acuerdo_a | a_juicio_de | en_palabras_de | citando_a | en_declaraciones_a"
    ),
    speakers=(
        "periodistas periodista fuentes fuente funcionarios funcionario portavoz portavoces vocero vocera "
        "voceros autoridades autoridad testigos testigo expertos experto analistas analista policía policías "
        "fiscalía fiscal gobierno ministerio ministro ministra presidente presidenta alcalde alcaldesa empresa "
        "compañía agencia diario periódico medios vecinos vecino médicos investigadores activistas abogado "
        "abogados comunicado informe ejército oposición guardacostas ayuntamiento mandatario "
        "mandataria mandatarios líder líderes dirigente dirigentes sindicato"
    ),
    voices="portavoz portavoces vocero vocera voceros",
    unnamed="periodistas fuentes fuente funcionarios testigos expertos analistas vecinos",
    hedges=(
        "quizá quizás acaso posiblemente probablemente presuntamente supuestamente presunto presunta presuntos "
        "presuntas supuesto supuesta supuestos aparentemente podría podrían puede pueden pudo debe deben "
        "debería deberían parece parecen parecía sería serían habría habrían estaría estarían tal_vez "
        "a_lo_mejor al_parecer sumamente casi posible probable sospechoso se_cree se_supone"
    ),
    certainties=(
        "ciertamente claramente seguramente evidentemente indudablemente siempre totalmente completamente "
        "absolutamente sin_duda confirmado"
    ),
    equal_degrees=(
        "quizá quizás tal_vez acaso a_lo_mejor posiblemente | aparentemente al_parecer | presuntamente "
        "supuestamente | presunto supuesto presunta supuesta presuntos supuestos presuntas | "
        "ciertamente seguramente sin_duda indudablemente | claramente evidentemente | "
        "totalmente completamente absolutamente | podría podrían | puede pueden pudo | debe deben | "
        "debería deberían | parece parecen parecía | sería serían | habría habrían | estaría estarían"
    ),
    limits="poco poca pocos pocas solo sólo solamente apenas salvo excepto",
    negations="no nunca jamás nadie nada ningún ninguno ninguna ni tampoco sin",
    no_negations="no_solo no_sólo no_solamente no_obstante",
    titles=(
        "señor señora sr sra don doña dr dra doctor doctora presidente presidenta ministro ministra senador "
        "senadora gobernador alcalde alcaldesa juez jueza general capitán rey reina papa ex"
    ),
    particles="de del la las los y e al el",
    small=(
        "el la los las un una unos unas de del al a en con por para que se su sus y o e lo le ha han fue era "
        "son es está ser había él ella ellos ellas yo nos"
    ),
    opposites=(
        r"^i(?=[lr]\w{3})",
        r"^in(?=[^pb]\w{4,})(?!\w+(?:ión|iones|forme|formes)$)",
        r"^im(?=[pb]\w{4,})",
    ),
)
