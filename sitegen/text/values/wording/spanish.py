"""Spanish words for values."""

from sitegen.text.values.wording.wording import Wording, counted, tens_and_units

_UNITS = counted("uno/un/una dos tres cuatro cinco seis siete ocho nueve", 1)
_TENS = counted("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 30, 10)
_HUNDREDS = "dosc tresc cuatroc quin seisc setec ochoc novec"

WORDING = Wording(
    numbers={
        **counted(
            "cero uno/un/una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
            "dieciséis/dieciseis diecisiete dieciocho diecinueve veinte veintiuno/veintiún/veintiuna "
            "veintidós/veintidos veintitrés/veintitres veinticuatro veinticinco veintiséis/veintiseis veintisiete "
            "veintiocho veintinueve"
        ),
        **_TENS,
        **tens_and_units(_TENS, _UNITS, "_y_"),
        **{f"{stem}ientos": 100 * place for place, stem in enumerate(_HUNDREDS.split(), 2)},
        **{f"{stem}ientas": 100 * place for place, stem in enumerate(_HUNDREDS.split(), 2)},
    },
    scales={
        "cien": 100, "ciento": 100, "mil": 1000, "millón": 10**6, "millon": 10**6, "millones": 10**6, "billón": 10**12,
        "billones": 10**12, "millardo": 10**9, "millardos": 10**9, "mdd": 10**6,
    },
    collectives={"docena": 12},
    rough_collectives={"decena": 10, "veintena": 20, "treintena": 30, "centenar": 100, "millar": 1000},
    ordinals={
        **counted(
            "primero/primera/primer segundo/segunda tercero/tercera/tercer cuarto/cuarta quinto/quinta sexto/sexta "
            "séptimo/séptima octavo/octava noveno/novena décimo/décima undécimo/undécima duodécimo/duodécima",
            1,
        ),
    },
    denominators={
        "mitad": 2, "medio": 2, "media": 2, "tercio": 3, "tercios": 3, "cuartos": 4, "cuarto": 4, "quinto": 5,
        "quintos": 5, "décimo": 10, "décima": 10,
    },
    halves="medio media",
    multiples={
        "doble": 2, "duplicó": 2, "duplicado": 2, "duplican": 2, "duplicaron": 2, "triple": 3, "triplicó": 3,
        "triplicado": 3, "triplicaron": 3,
    },
    times="veces vez",
    share_links="de del",
    share_articles="la el",
    articles="un una",
    joiners="y",
    ratios="de_cada de_entre",
    crowds=(
        "tens: decenas decenas_de | dozens: docenas docenas_de | hundreds: cientos centenares cientos_de | thousands: "
        "miles millares miles_de | tens-of-thousands: decenas_de_miles | hundreds-of-thousands: "
        "cientos_de_miles | millions: millones | "
        "several: varios varias | few: algunos algunas pocos pocas unos_pocos | many: muchos "
        "muchas numerosos numerosas"
    ),
    rough=(
        "about: unos unas alrededor_de aproximadamente en_torno_a | almost: casi cerca_de | over: más_de mas_de | "
        "under: menos_de | at-least: al_menos por_lo_menos como_mínimo | up-to: hasta como_máximo"
    ),
    rough_after="at-least: o_más | about: aproximadamente",
    months={1: "ene", 2: "feb", 4: "abr", 8: "ago", 9: "setiembre sept", 10: "oct", 11: "nov", 12: "dic"},
    relative=(
        "today: hoy | yesterday: ayer | tomorrow: mañana | before-yesterday: anteayer antier | yesterday-night: anoche "
        "| after-tomorrow: pasado_mañana"
    ),
    parts=(
        "morning: por_la_mañana de_la_mañana madrugada | afternoon: tarde | evening: atardecer | night: noche | "
        "spring: primavera | summer: verano | autumn: otoño | winter: invierno | weekend: fin_de_semana"
    ),
    edges=(
        "early: principios comienzos inicios a_principios_de a_comienzos_de | mid: mediados a_mediados_de | late: "
        "finales fines a_finales_de"
    ),
    positions=(
        "last: pasado pasada último última anterior | this: este esta | next: próximo próxima siguiente que_viene"
    ),
    periods=(
        "day: día días dia dias | week: semana semanas | month: mes meses | year: año años | hour: hora horas | "
        "decade: década décadas | minute: minuto minutos | second: segundos | century: siglo siglos | night: noches"
    ),
    ago_before="hace",
    ago_after="atrás",
    apart_after="after: después más_tarde | before: antes",
    day_leads="el día",
    date_glue="el de del en a los las la al por",
    year_leads="en desde hasta año de entre y finales principios mediados",
    clocks="h hrs",
    weak_clocks="horas hora",
    clock_leads="las a_las la a_la",
    sure_clock_leads="a_las",
    morning="a.m am a._m de_la_mañana de_la_madrugada",
    evening="p.m pm p._m de_la_tarde de_la_noche",
    noon="mediodía mediodia",
    midnight="medianoche",
    age_after="años_de_edad",
    age_before="edad_de",
    units=(
        "%: por_ciento % | $: dólar dólares dolares $ | usd: dólares_estadounidenses us_$ | eur: euro euros | crown: "
        "corona coronas | gbp: libras_esterlinas | pound: libra libras | peso: peso pesos | rub: rublo rublos | km: "
        "kilómetro kilómetros | m: metro metros | kg: kilo kilos kilogramo kilogramos | t: tonelada toneladas | cm: "
        "centímetro centímetros | mm: milímetro milímetros | g: gramo gramos | l: litro litros | c: grados_celsius "
        "grados_centígrados grados | pp: puntos_porcentuales punto_porcentual | kmh: kilómetros_por_hora km/h | mw: "
        "megavatio megavatios | ha: hectárea hectáreas | mi: milla millas | ft: pie pies | km2: kilómetros_cuadrados "
        "| m2: metros_cuadrados | m3: metros_cúbicos"
    ),
    ranges="a al hasta y",
    no_values="en_medio_de en_medio_del a_mitad_de medio_ambiente medio_plazo medio_oriente",
    weak=(
        "medio media un una uno primero segundo primera segunda primer cuarto cuarta doble tercera tercer quinta "
        "mañana tarde"
    ),
    ordinal_ends="o a er º ª",
    half_day_clock=True,
)  # fmt: skip
