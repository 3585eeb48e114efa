"""Portuguese words for values."""

from sitegen.text.values.wording.wording import Wording, counted, tens_and_units

_UNITS = counted("um/uma dois/duas três/tres quatro cinco seis sete oito nove", 1)
_TENS = counted("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa", 20, 10)
_HUNDREDS = "duzent trezent quatrocent quinhent seiscent setecent oitocent novecent"

WORDING = Wording(
    numbers={
        **counted(
            "zero um/uma dois/duas três/tres quatro cinco seis sete oito nove dez onze doze treze catorze/quatorze "
            "quinze dezasseis/dezesseis dezassete/dezessete dezoito dezanove/dezenove"
        ),
        **_TENS,
        **tens_and_units(_TENS, _UNITS, "_e_"),
        **{f"{stem}{end}": 100 * place for place, stem in enumerate(_HUNDREDS.split(), 2) for end in ("os", "as")},
    },
    scales={
        "cem": 100, "cento": 100, "mil": 1000, "milhão": 10**6, "milhões": 10**6, "mi": 10**6, "bilhão": 10**9,
        "bilhões": 10**9, "bi": 10**9, "trilhão": 10**12, "trilhões": 10**12, "bilião": 10**12, "biliões": 10**12,
    },
    collectives={"dúzia": 12},
    rough_collectives={"dezena": 10, "quinzena": 15, "centena": 100, "milhar": 1000},
    ordinals=counted(
        "primeiro/primeira segundo/segunda terceiro/terceira quarto/quarta quinto/quinta sexto/sexta sétimo/sétima "
        "oitavo/oitava nono/nona décimo/décima",
        1,
    ),
    denominators={"metade": 2, "meio": 2, "meia": 2, "terço": 3, "terços": 3, "quartos": 4, "quarto": 4, "quinto": 5,
                  "quintos": 5, "décimo": 10, "décimos": 10},
    halves="meio meia",
    multiples={"dobro": 2, "duplo": 2, "dobrou": 2, "duplicou": 2, "triplo": 3, "triplicou": 3},
    times="vezes vez",
    share_links="de da do das dos",
    share_articles="a o",
    articles="um uma",
    joiners="e",
    ratios="em em_cada de_cada",
    crowds=(
        "tens: dezenas dezenas_de | dozens: dúzias | hundreds: centenas centenas_de | thousands: milhares milhares_de "
        "| tens-of-thousands: dezenas_de_milhares | hundreds-of-thousands: centenas_de_milhares | millions: "
        "milhões | billions: bilhões | several: vários "
        "várias diversos diversas | few: alguns algumas poucos poucas | many: muitos muitas inúmeros inúmeras"
    ),
    rough=(
        "about: cerca_de aproximadamente em_torno_de por_volta_de uns umas | almost: quase perto_de | over: mais_de | "
        "under: menos_de | at-least: pelo_menos ao_menos no_mínimo | up-to: até no_máximo"
    ),
    rough_after="at-least: ou_mais",
    months={1: "jan", 2: "fev", 4: "abr", 5: "mai", 6: "jun", 7: "jul", 8: "ago", 9: "set", 10: "out", 11: "nov",
            12: "dez"},
    weekdays={
        0: "segunda segunda-feira", 1: "terça terça-feira", 2: "quarta-feira", 3: "quinta-feira", 4: "sexta-feira",
    },
    bracketed_weekdays={0: "segunda", 1: "terça", 2: "quarta", 3: "quinta", 4: "sexta"},
    relative="today: hoje | yesterday: ontem | tomorrow: amanhã | before-yesterday: anteontem",
    parts=(
        "morning: manhã madrugada | afternoon: tarde | night: noite | spring: primavera | summer: verão | autumn: "
        "outono | winter: inverno | weekend: fim_de_semana"
    ),
    edges=(
        "early: início_de começo_de início no_início_de | mid: meados meados_de | late: fim_de final_de fim final"
    ),
    positions="last: passado passada último última anterior | this: este esta neste nesta deste desta | next: próximo "
    "próxima seguinte que_vem",
    periods=(
        "day: dia dias | week: semana semanas | month: mês meses | year: ano anos | hour: hora horas | decade: década "
        "décadas | minute: minuto minutos | second: segundos | century: século séculos"
    ),
    ago_before="há",
    ago_after="atrás",
    apart_after="after: depois mais_tarde | before: antes",
    part_leads="na no pela à nesta neste",
    day_leads="dia",
    date_glue="o de do em a os as da na no dia",
    year_leads="em desde até ano de entre e",
    clocks="h",
    weak_clocks="horas hora",
    clock_leads="às as à pelas",
    sure_clock_leads="às",
    morning="a.m da_manhã da_madrugada",
    evening="p.m da_tarde da_noite",
    noon="meio-dia meio_dia",
    midnight="meia-noite meia_noite",
    age_after="anos_de_idade",
    age_before="idade_de",
    units=(
        "%: por_cento % | brl: real reais r_$ | $: dólar dólares $ | usd: dólares_americanos us_$ | eur: euro euros | "
        "gbp: libras_esterlinas | pound: libra libras | crown: coroa coroas | rub: rublos | km: quilômetro quilômetros "
        "quilómetro quilómetros | m: metro metros | kg: quilo quilos quilograma quilogramas | t: tonelada toneladas | "
        "cm: centímetro centímetros | mm: milímetros | g: grama gramas | l: litro litros | c: graus_celsius graus | "
        "pp: pontos_percentuais ponto_percentual | kmh: quilômetros_por_hora quilómetros_por_hora km/h | mw: "
        "megawatts | ha: hectare hectares | mi: milha milhas | km2: quilômetros_quadrados quilómetros_quadrados | m2: "
        "metros_quadrados"
    ),
    ranges="a ao até e",
    no_values=(
        "meio_ambiente em_meio por_meio no_meio segundo_o segundo_a segundo_os segundo_as segundo_um segundo_uma "
        "segundo_ele segundo_ela segundo_fontes segundo_dados"
    ),
    weak="um uma meio meia primeiro segundo primeira segunda primeiro quarto quarta terça quinta sexta real",
    ordinal_ends="o a º ª",
)  # fmt: skip
