"""Lines by which a page says that there is more for those who pay or log in, in the languages that are known."""

import pytest

from sitegen.formats.webpages.walls import is_wall


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe now to read this story.",
        "Log in or create a free account to continue reading.",
        "You’ve read all of your free articles.",
        "You have reached your limit for this month.",
        "This article is only for subscribers.",
        "Members-only story",
        "Unlock the full story for a krone.",
        "Keep reading with a trial.",
        "Abonnez-vous pour lire cet article.",
        "Article réservé à nos abonnés",
        "Suscríbase para seguir leyendo la noticia.",
        "Exclusivo para suscriptores",
        "Jetzt registrieren und weiterlesen",
        "Nur für Abonnenten",
        "Assine para continuar lendo.",
        "Conteúdo exclusivo para assinantes",
        "Abbonati per continuare a leggere.",
        "Riservato agli abbonati",
        "Оформите подписку, чтобы читать дальше.",
        "Только для подписчиков",
        "اشترك لمتابعة القراءة",
        "Đăng nhập để đọc tiếp bài này",
        "登录后查看全文",
        "会員登録で続きを読む",
        "로그인하고 기사 전문 보기",
    ],
)
def test_a_wall_is_recognised(line: str) -> None:
    """The stems by which lines are sifted leave none out."""
    assert is_wall(line)


@pytest.mark.parametrize(
    "line",
    [
        "Subscribers of the theatre keep their seats until the autumn.",
        "Sign up for our newsletter and never miss the tides.",
        "The members of the council read the report for an hour.",
        "Reading the minutes took longer than the meeting.",
        "Le train est réservé aux voyageurs munis d’un billet.",
        "Die Fähre ist nur für Fußgänger.",
    ],
)
def test_a_report_that_uses_such_words_is_none(line: str) -> None:
    """Control: subscribing, members and reading are in the news too."""
    assert not is_wall(line)
