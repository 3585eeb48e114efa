"""Spanish: accents and letters that its academy leaves free or has given up, and those of both sides of the ocean."""

from sitegen.text.spellings.rules import spellings_of

SPANISH = spellings_of(
    rules=(
        (r"^psic", "sic"),
        (r"^sub(?=st[ai])", "su"),
        (r"^transp", "trasp"),
        (r"^obsc", "osc"),
        (r"íac(?=[oa]s?$)", "iac"),
    ),
    variants=(
        "sólo=solo éste=este ésta=esta ése=ese ésa=esa aquél=aquel éstos=estos éstas=estas ésos=esos ésas=esas "
        "guión=guion méjico=méxico mejicano=mexicano mejicana=mexicana mejicanos=mexicanos período=periodo "
        "períodos=periodos vídeo=video vídeos=videos fútbol=futbol chófer=chofer cóctel=coctel ícono=icono élite=elite "
        "irak=iraq catar=qatar kenya=kenia suscripción=subscripción suscribir=subscribir remplazar=reemplazar "
        "remplazo=reemplazo olimpíada=olimpiada reportage=reportaje "
        "fríjol=frijol setiembre=septiembre armonía=harmonía zinc=cinc"
    ),
)
