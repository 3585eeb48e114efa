"""Which line above a text is its headline: openings in six languages, of our own writing. Where in doubt, none is.

A line that is taken for the headline is no longer read as text, so that a wrong guess hides words of the article.
"""

import pytest

from tests.read.conftest import Read
from tests.read.test_labelled import PROSE

TAKEN = [
    ("en", "Ferry stays in port for a third day"),
    ("en", "Who pays for the new pier?"),
    ("en", "“We were never in danger”"),
    ("en", "EU: fishing days to be counted by the hour"),
    ("en", "Opinion: Who asked the fish?"),
    ("en", "-5 degrees and no coal on Holm"),
    ("en", "5 reasons to keep the old lighthouse"),
    ("de", "Fähre bleibt den dritten Tag im Hafen"),
    ("de", "Wer bezahlt die neue Mole?"),
    ("de", "Kommentar: Die Möwen haben recht"),
    ("fr", "Le bac reste à quai pour le troisième jour"),
    ("fr", "Qui paiera la nouvelle jetée ?"),
    ("es", "El transbordador sigue en puerto por tercer día"),
    ("es", "¿Quién paga el muelle nuevo?"),
    ("ar", "العبّارة تبقى في الميناء لليوم الثالث"),
    ("ar", "من يدفع ثمن الرصيف الجديد؟"),
    ("vi", "Phà nằm lại bến ngày thứ ba"),
    ("vi", "Ai trả tiền cho cầu tàu mới?"),
]
SENTENCES = [
    ("en", "The ferry was late."),
    ("en", "Nobody came to the fair.”"),
    ("en", "And then the lamp went out…"),
    ("en", "The pier is closed.[1]"),
    ("de", "Die Fähre kam zu spät."),
    ("de", "Niemand kam zum Fest.“"),
    ("fr", "Le bac était en retard."),
    ("fr", "Personne n’est venu. »"),
    ("es", "El barco llegó tarde."),
    ("es", "Nadie vino a la feria…"),
    ("ar", "تأخرت العبّارة عن موعدها."),
    ("ar", "لم يحضر أحد إلى السوق…"),
    ("vi", "Phà đến muộn hôm nay."),
    ("vi", "Không ai đến hội chợ…"),
]
SPOKEN = [
    ("en", "A: Where were you?"),
    ("en", "Q: Who kept the lamp alight that night"),
    ("en", "Ada Brandt: Where were you?\n\nJo Doe: On the pier.\n\nAda Brandt: And the lamp?"),
    ("de", "F: Wo waren Sie in jener Nacht?"),
    ("de", "– Wo waren Sie in jener Nacht?"),
    ("fr", "Q : Où étiez-vous cette nuit-là ?"),
    ("fr", "— Où étiez-vous cette nuit-là ?"),
    ("es", "P: ¿Dónde estaba usted esa noche?"),
    ("es", "—¿Dónde estaba usted esa noche?"),
    ("ar", "س: أين كنت في تلك الليلة؟"),
    ("vi", "Hỏi: Đêm đó ông ở đâu?\n\nĐáp: Tôi ở trên phà.\n\nHỏi: Ai giữ đèn?"),
    ("en", "Where were you that night?\n\nI was at home."),
    ("fr", "Où étiez-vous cette nuit-là ?\n\nJ’étais chez moi."),
]
ITEMS = [
    ("en", "- Bread and salt for forty"),
    ("en", "• Bread and salt for forty\n• Rope, forty metres of it"),
    ("en", "1. Bread and salt for forty\n2. Rope, forty metres of it"),
    ("en", "(a) Bread and salt for forty"),
    ("de", "* Brot und Salz für vierzig Leute"),
    ("fr", "– Du pain et du sel pour quarante"),
    ("es", "1) Pan y sal para cuarenta personas"),
    ("ar", "• خبز وملح لأربعين شخصا"),
    ("vi", "+ Bánh mì và muối cho bốn mươi người"),
]


@pytest.mark.parametrize(("language", "line"), TAKEN)
def test_a_line_shaped_like_a_headline_is_taken(read: Read, language: str, line: str) -> None:
    """With an empty line or none before the text, a question among them."""
    for gap in ("\n\n", "\n"):
        article = read(f"{line}{gap}{PROSE[language]}\n\n{PROSE[language]}\n")
        assert article.headline == line
        assert [block.furniture for block in article.blocks] == ["title", "", ""]


@pytest.mark.parametrize(("language", "line"), [*SENTENCES, *SPOKEN, *ITEMS])
def test_a_line_of_the_text_is_no_headline(read: Read, language: str, line: str) -> None:
    """Sentences, what somebody says, items of a list: they stay in the text, and their words are compared."""
    article = read(f"{line}\n\n{PROSE[language]}\n")
    assert article.headline == ""
    assert article.title
    assert not [block for block in article.blocks if block.furniture]


@pytest.mark.parametrize("line", [SENTENCES[0][1], SPOKEN[0][1], ITEMS[0][1]])
def test_where_the_text_has_begun_no_headline_follows(read: Read, line: str) -> None:
    """A short line further down is one of the text; above the text, it would be the headline."""
    later = "Ferry stays in port for a third day"
    assert read(f"{line}\n\n{later}\n\n{PROSE['en']}\n").headline == ""
    assert read(f"{later}\n\n{line}\n\n{PROSE['en']}\n").headline == later


def test_a_heading_of_markdown_is_believed(read: Read) -> None:
    """Its author marked it, whatever it looks like."""
    assert read(f"# A: Where were you?\n\n{PROSE['en']}\n", "a.md").headline == "A: Where were you?"


def test_a_number_that_begins_an_item_does_not_name_the_article(read: Read) -> None:
    """The name of a text without headline is its first sentence, and not `1`."""
    assert read(f"1. Bread and salt for forty\n\n{PROSE['en']}\n").title == "1. Bread and salt for forty"
    assert read(f"It rained. Nobody came.\n\n{PROSE['en']}\n").title == "It rained"
