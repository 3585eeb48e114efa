"""Portuguese words that give a change its kind."""

from sitegen.changes.lexicons.lexicon import Lexicon

LEXICON = Lexicon(
    language="pt",
    ranges="a de_a entre_e até",
    reporting={
        "neutral": (
            "dizer diz dizem disse disseram dizia diziam dito dizendo | falar fala falam falou falaram falava "
            "falado | declarar declara declaram declarou declararam declarava declaravam declarado declarando "
            "| informar informa informam informou informaram informava informavam informado informando | "
            "explicar explica explicam explicou explicaram explicava explicavam explicado explicando | "
            "comentar comenta comentam comentou comentaram comentava comentavam comentado comentando | relatar "
            "relata relatam relatou relataram relatava relatavam relatado relatando | contar conta contam "
            "contou contaram contava contavam contado contando | detalhar detalha detalham detalhou detalharam "
            "detalhava detalhavam detalhado detalhando | observar observa observam observou observaram "
            "observava observavam observado observando | publicar publica publicam publicou publicaram "
            "publicava publicavam publicado publicando | acrescentar acrescenta acrescentou acrescentaram "
            "acrescentado | adicionar adiciona adicionou | responder responde respondem respondeu responderam "
            "| escrever escreve escreveu escreveram escrito | descrever descreve descreveu descreveram | citar "
            "cita citou citaram citado | apontar aponta apontam apontou apontaram | referir refere referiu "
            "referiram referido | esclarecer esclarece esclareceu esclareceram | narrar narra narrou | "
            "reportar reporta reportou reportaram | noticiar noticia noticiou noticiaram | indicar indica "
            "indicam indicou indicaram | tuitar tuitou"
        ),
        "claim": (
            "afirmar afirma afirmam afirmou afirmaram afirmava afirmavam afirmado afirmando | alegar alega "
            "alegam alegou alegaram alegava alegavam alegado alegando | assegurar assegura asseguram assegurou "
            "asseguraram assegurava asseguravam assegurado assegurando | argumentar argumenta argumentam "
            "argumentou argumentaram argumentava argumentavam argumentado argumentando | sustentar sustenta "
            "sustentam sustentou sustentaram | defender defende defendem defendeu defenderam | garantir "
            "garante garantem garantiu garantiram | sugerir sugere sugerem sugeriu sugeriram | pretender "
            "pretende pretendem"
        ),
        "denial": (
            "negar nega negam negou negaram negava negado negando | desmentir desmente desmentem desmentiu "
            "desmentiram desmentido | rejeitar rejeita rejeitam rejeitou rejeitaram rejeitado | refutar refuta "
            "refutam refutou refutaram refutado | contestar contesta contestou contestaram | rebater rebate "
            "rebateu rebateram"
        ),
        "confirmation": (
            "confirmar confirma confirmam confirmou confirmaram confirmava confirmavam confirmado confirmando "
            "| comprovar comprova comprovou comprovaram comprovado | verificar verificou"
        ),
        "admission": (
            "admitir admite admitem admitiu admitiram admitido | reconhecer reconhece reconhecem reconheceu "
            "reconheceram reconhecido | confessar confessa confessou confessaram | assumir assume assumiu "
            "assumiram"
        ),
        "warning": (
            "alertar alerta alertam alertou alertaram alertava alertavam alertado alertando | advertir adverte "
            "advertem advertiu advertiram | avisar avisa avisam avisou avisaram | ameaçar ameaça ameaçam "
            "ameaçou ameaçaram"
        ),
        "accusation": (
            "acusar acusa acusam acusou acusaram acusava acusavam acusado acusando | denunciar denuncia "
            "denunciam denunciou denunciaram denunciado | criticar critica criticam criticou criticaram "
            "criticado | condenar condena condenou condenaram | culpar culpa culpou culparam"
        ),
        "announcement": (
            "anunciar anuncia anunciam anunciou anunciaram anunciava anunciavam anunciado anunciando | revelar "
            "revela revelam revelou revelaram revelado | divulgar divulga divulgou divulgaram divulgado | "
            "prometer promete prometeu prometeram prometido | comunicar comunica comunicou comunicaram"
        ),
        "emphasis": (
            "ressaltar ressalta ressaltam ressaltou ressaltaram ressaltava ressaltavam ressaltado ressaltando "
            "| destacar destaca destacam destacou destacaram | enfatizar enfatiza enfatizou enfatizaram | "
            "salientar salienta salientou | reiterar reitera reiterou reiteraram | insistir insiste insistem "
            "insistiu insistiram | frisar frisa frisou | sublinhar sublinha sublinhou | reforçar reforça "
            "reforçou"
        ),
        "prediction": (
            "prever prevê preveem previu previram previsto | estimar estima estimam estimou estimaram | "
            "calcular calcula calculou | projetar projeta projetou"
        ),
        "question": (
            "perguntar pergunta perguntam perguntou perguntaram | questionar questiona questionou questionaram "
            "| indagar indagou"
        ),
    },
    attributions=(
        "segundo | de_acordo_com | conforme | para_o para_a | nas_palavras_de | citando | na_opinião_de | "
        "em_entrevista_a"
    ),
    speakers=(
        "jornalistas jornalista repórter repórteres fontes fonte funcionários funcionário porta-voz "
        "porta-vozes autoridades autoridade testemunhas testemunha especialistas especialista analistas "
        "analista polícia policiais policial procuradoria promotoria procurador governo ministério ministro "
        "ministra presidente prefeito prefeita empresa companhia agência jornal mídia imprensa moradores "
        "vizinhos médicos pesquisadores ativistas advogado advogada advogados comunicado relatório nota "
        "exército oposição prefeitura tribunal juiz juíza defesa mandatário "
        "líder líderes dirigente dirigentes sindicato"
    ),
    voices="porta-voz porta-vozes",
    unnamed="jornalistas repórteres fontes fonte funcionários testemunhas especialistas analistas moradores vizinhos",
    hedges=(
        "talvez possivelmente provavelmente supostamente alegadamente suposto suposta supostos supostas "
        "aparentemente pode podem poderia poderiam deve devem deveria deveriam parece parecem parecia seria "
        "seriam teria teriam estaria estariam quase possível provável suspeito suspeita acredita-se supõe-se "
        "ao_que_parece presumível"
    ),
    certainties=(
        "certamente claramente seguramente evidentemente indubitavelmente sempre totalmente completamente "
        "absolutamente com_certeza sem_dúvida comprovadamente"
    ),
    equal_degrees=(
        "supostamente alegadamente | aparentemente ao_que_parece | talvez possivelmente | certamente "
        "seguramente com_certeza sem_dúvida indubitavelmente | claramente evidentemente | totalmente "
        "completamente absolutamente | pode podem | poderia poderiam | deve devem | deveria deveriam | "
        "parece parecem parecia | seria seriam | teria teriam | estaria estariam | suposto suposta "
        "supostos supostas | suspeito suspeita"
    ),
    limits="pouco pouca poucos poucas só somente apenas salvo exceto",
    negations=("não nunca jamais ninguém nada nenhum nenhuma nem tampouco sem"),
    no_negations="não_só não_apenas não_somente não_obstante",
    titles=(
        "senhor senhora sr sra dom dona dr dra doutor doutora presidente ministro ministra senador senadora "
        "deputado deputada governador governadora prefeito prefeita juiz juíza general capitão rei rainha papa "
        "ex professor professora"
    ),
    particles=("de da do das dos e"),
    small=(
        "o a os as um uma uns umas de do da dos das em no na nos nas por pelo pela para com que se seu sua "
        "seus suas e ou ao à aos às foi era são é está ser ter tem havia ele ela eles elas eu nós lhe"
    ),
    opposites=(
        r"^i(?=[lr]\w{3})",
        r"^in(?=[^pb]\w{4,})(?!\w+(?:ção|ções|forme|formes)$)",
        r"^im(?=[pb]\w{4,})",
        r"^des(?=\w{5,})",
    ),
)
