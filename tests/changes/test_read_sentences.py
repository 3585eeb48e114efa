"""What reading whole comparisons sentence by sentence found untrue, by kinds: words told twice, clauses that moved and
were called gone, lists in another order, verbs that deny by their ending, names without capitals. In our own words."""

from itertools import pairwise

import pytest

from sitegen.changes.evidence.claims import Claims
from sitegen.comparing import compare_articles, tokenize_pair
from sitegen.config import Comparing, Config
from sitegen.model import Article, Change, Comparison
from sitegen.read import read_article
from sitegen.views.summary import summary_of


def articles_of(
    left: str, right: str, language: str = "en", headlines: tuple[str, str] = ("", "")
) -> tuple[Article, Article]:
    """Two articles of a language, `¶` between their blocks."""
    articles = []
    for name, text, headline in zip("ab", (left, right), headlines, strict=True):
        body = text.replace(" ¶ ", "\n\n")
        head = f"language: {language}\n" + (f"title: {headline}\n" if headline else "")
        article, _ = read_article(name, f"{name}.md", f"---\n{head}---\n{body}\n".encode(), Config())
        assert article is not None
        articles.append(article)
    return articles[0], articles[1]


def compared(left: str, right: str, language: str = "en", headlines: tuple[str, str] = ("", "")) -> Comparison:
    """Their comparison."""
    return compare_articles(*articles_of(left, right, language, headlines), Comparing())


def changes(left: str, right: str, language: str = "en") -> tuple[Change, ...]:
    """What is said of two texts of a language."""
    return compared(left, right, language).changes


def said(left: str, right: str, language: str = "en") -> list[str]:
    """The sentences."""
    return [change.sentence for change in changes(left, right, language)]


ROWERS = (
    "Several dozen former rowers have already made it across the heavily patrolled sound to towns in the south in "
    "recent weeks, the Courier has confirmed. Four Norder men arrived in a southern fishing town in early March after "
    "paying "
    "ferrymen 2,000 crowns each for the perilous journey past harbour guards who have turned back scores of boats."
)
PAID = "Some former rowers have paid ferrymen 2,000 crowns to help them past harbour guards on the border, it said."


@pytest.mark.parametrize(("left", "right"), [(ROWERS, PAID), (PAID, ROWERS)], ids=["cut", "added"])
def test_words_of_a_sentence_that_is_gone_are_not_told_again(left: str, right: str) -> None:
    """No two findings quote one word: the sentence that went is none of what became another."""
    spans = [
        sorted(span for change in changes(left, right) if (span := span_of(change))[0] < span[1])
        for span_of in (lambda change: change.left_span, lambda change: change.right_span)
    ]
    assert max(map(len, spans)) > 2
    for side in spans:
        assert all(before[1] <= after[0] for before, after in pairwise(side))


def test_a_sentence_between_two_that_became_one_is_told_once() -> None:
    """What stands around a sentence of its own is told apart from it."""
    quoted = "“He opened the door and said that it was a B flat,” she said. “I put the rod on the cock and I heard it.”"
    left = f"His yearly letters were filed until a trainee, Lia Sommer, found the folder and walked over. {quoted}"
    right = (
        "In March a new apprentice, Lia Sommer, came upon the papers. She went to Tanner Street in her lunch hour with "
        f"a tool that the company had last signed out years before. It took her four minutes. {quoted}"
    )
    told = said(left, right)
    assert [sentence for sentence in told if "She went" in sentence and "became" in sentence] == []
    assert "“It took her four minutes” was added." in told


def test_several_sentences_are_no_other_wording_of_several() -> None:
    """Where next to nothing stayed, many words did not become many others: they are gone, and those are new."""
    left = "The pier of Holm was built by hand. Its planks were cut on Sund, and goats carried every one of them here."
    right = "The council of Holm wants a lift. It has asked three firms for a price, and none of them has answered yet."
    assert {change.kind for change in changes(left, right)} <= {"cut", "addition"}


def test_a_sentence_that_ends_both_texts_is_not_another_ones_wording() -> None:
    """The full stop that both texts end with does not make two sentences one."""
    left = "Six years, he said. For the tuner the whole matter has ended on a quiet rest."
    right = "Six years, he said. Visitors may see the old organ pipes every second Sunday."
    assert [change.kind for change in changes(left, right)] == ["addition", "cut"] or [
        change.kind for change in changes(left, right)
    ] == ["cut", "addition"]


def test_a_clause_that_moved_is_neither_gone_nor_new() -> None:
    """Its words are at another place, and so it is said."""
    left = "The coastguard said on Monday that it did not yet know whether the pump had been changed."
    right = "Whether the pump had been changed, the coastguard did not yet know."
    told = said(left, right)
    assert not [sentence for sentence in told if "is gone." in sentence or "was added." in sentence]
    assert any("did not yet know" in sentence for sentence in told)


def test_a_name_that_went_to_another_place_is_not_gone() -> None:
    """`The operator, the Strait company`, `Strait, the operator`: with one word less it is the same name."""
    left = "The operator, the Strait Lines company, denied that any alarm had been ignored and said it was well."
    right = "Strait Lines, the operator, denied ignoring any alarm and said that everything else was well."
    assert not [sentence for sentence in said(left, right) if "Strait" in sentence and "is gone." in sentence]
    left = "The company runs the ferry, which the operator, Strait Lines, calls safe in any swell and in the fog."
    right = "Strait Lines, which runs the ferry, calls it safe in any swell and in the fog."
    assert not [sentence for sentence in said(left, right) if "Strait" in sentence and "is gone." in sentence]


def test_one_word_of_what_differs_is_gone_here_alone() -> None:
    """A verb that went to the end and changed its form took who did it along: who did it is still told."""
    left = "Der Seemann fand den Brief am Montag im alten Hafen."
    right = "Der Brief wurde am Montag vom Seemann im alten Hafen gefunden."
    told = said(left, right, "de")
    assert "“vom Seemann” was added here; the words are elsewhere in the other copy." in told
    assert "“Seemann fand den” is gone here; part of it is elsewhere in the other copy." in told


def test_a_sentence_that_went_elsewhere_reworded_is_not_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    """It stands in another paragraph, in other words in part; control: without the test it is gone, and new."""
    left = (
        "The operator denied that any alarm had been ignored. It offered each passenger 200 crowns. ¶ The Tolm has two "
        "engines and one cook. ¶ Strait has run the service since 2016 under a licence worth 2,400,000 crowns a year, "
        "which comes up for renewal in autumn. A goat was expected from Vannhaven on Tuesday."
    )
    right = (
        "The operator denied that any alarm had been ignored. It offered each passenger 200 crowns. Its licence, worth "
        "2,400,000 crowns a year, comes up for renewal in autumn. ¶ The Tolm has two engines and one cook."
    )
    told = said(left, right)
    assert [sentence.partition(":")[0].partition(";")[2] for sentence in told if "Paragraph 3" in sentence] == [
        " part of it is elsewhere in the other copy"
    ]
    assert [sentence for sentence in told if "licence" in sentence and sentence.endswith("was added.")] == []
    monkeypatch.setattr(Claims, "_stands_in_other_in_part", lambda *_: False)
    told = said(left, right)
    assert [sentence.partition(":")[0] for sentence in told if "Paragraph 3" in sentence] == ["Paragraph 3 is gone"]
    assert [sentence for sentence in told if "licence" in sentence and sentence.endswith("was added.")]


def test_what_moved_is_told_without_the_words_that_join_it() -> None:
    """Small words at its two places are none of what moved."""
    left = "A ferry turned back in a metre and a half of swell, and the crew was calm."
    right = "A ferry turned back in a swell of a metre and a half, and the crew was calm."
    assert "“swell” moved inside the sentence." in said(left, right)


LISTS = [
    ("en", "The crew carried rope, tar and oil to the quay.", "The crew carried tar, oil and rope to the quay."),
    ("en", "They fled parts of Norway and Sweden in spring.", "They fled parts of Sweden and Norway in spring."),
    ("en", "The red boat and the blue boat left at noon.", "The blue boat and the red boat left at noon."),
    (
        "es",
        "La tripulación llevó cuerda, brea y aceite al muelle.",
        "La tripulación llevó brea, aceite y cuerda al muelle.",
    ),
    ("de", "Die Mannschaft trug Seil, Teer und Öl zum Kai.", "Die Mannschaft trug Teer, Öl und Seil zum Kai."),
    ("ar", "حمل الطاقم حبلا وقطرانا وزيتا إلى الرصيف.", "حمل الطاقم قطرانا وزيتا وحبلا إلى الرصيف."),
    ("vi", "Thủy thủ mang dây thừng, nhựa đường và dầu ra bến.", "Thủy thủ mang dầu, dây thừng và nhựa đường ra bến."),
    ("ru", "Команда несла верёвку, смолу и масло на причал.", "Команда несла масло, верёвку и смолу на причал."),
    ("zh", "船员把绳子、油和帆搬到码头。", "船员把帆、绳子和油搬到码头。"),
    ("ja", "船員は縄、油、帆を岸壁に運んだ。", "船員は帆、縄、油を岸壁に運んだ。"),
    ("ko", "선원들은 밧줄, 기름, 돛을 부두로 옮겼다.", "선원들은 돛, 밧줄, 기름을 부두로 옮겼다."),
]


@pytest.mark.parametrize(("language", "left", "right"), LISTS)
def test_a_list_in_another_order_is_one_change(language: str, left: str, right: str) -> None:
    """Entries of one sentence in another order are neither moved nor gone."""
    assert [(change.kind, change.verdict) for change in changes(left, right, language)] == [("order", "moved")]


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("Holm won 3 and lost 5 games this year.", "Holm won 5 and lost 3 games this year.", "figure"),
        ("Brandt accused Rist of theft, police said.", "Rist accused Brandt of theft, police said.", "role"),
        ("Holm and Marr got 3 and 5 votes respectively.", "Marr and Holm got 3 and 5 votes respectively.", "move"),
    ],
)
def test_an_order_that_says_something_is_no_list(left: str, right: str, kind: str) -> None:
    """Figures, who acts and what goes with each in turn are told as what they are."""
    assert [change.kind for change in changes(left, right)] == [kind]


def test_who_did_it_is_the_same_in_the_passive() -> None:
    """`A sailor found his cap`, `His cap was found by a sailor`: nobody changed places."""
    left, right = (
        "A sailor found his cap on Monday near the quay.",
        "His cap was found by a sailor on Monday near the quay.",
    )
    assert [change.kind for change in changes(left, right)] == ["move"]


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        ("en", "The harbour master knew of the leak.", "The harbour master did not know of the leak."),
        ("ja", "船長は穴を知っていた。", "船長は穴を知らなかった。"),
        ("ja", "市長は計画を承認した。", "市長は計画を承認しなかった。"),
        ("ja", "船は小さい。", "船は小さくない。"),
        ("ja", "問題がある。", "問題はない。"),
        ("ja", "議会は案を可決したという。", "議会は案を可決していないという。"),
        ("ko", "선장은 구멍을 알고 있었다.", "선장은 구멍을 알고 있지 않았다."),
        ("ko", "선장은 구멍을 알았다.", "선장은 구멍을 몰랐다."),
        ("ko", "시장은 계획을 승인했다.", "시장은 계획을 승인하지 않았다."),
        ("ko", "그는 배를 보았다.", "그는 배를 보지 못했다."),
    ],
)
def test_a_verb_that_denies_by_its_form_is_a_negation(language: str, left: str, right: str) -> None:
    """In both directions, and sure."""
    for texts, verdict in (((left, right), "given"), ((right, left), "withheld")):
        told = [(change.kind, change.verdict) for change in changes(*texts, language) if change.confidence >= 0.9]
        assert told == [("negation", verdict)]


@pytest.mark.parametrize(
    ("left", "right"),
    [("市は計画を進める。", "市は計画を進めなければならない。"), ("市は雨が降る。", "市は雨が降るかもしれない。")],
)
def test_an_ending_that_denies_nothing_is_no_negation(left: str, right: str) -> None:
    """Must and may are written with a word of negation."""
    assert "negation" not in [change.kind for change in changes(left, right, "ja")]


@pytest.mark.parametrize(
    ("language", "left", "right", "names"),
    [
        ("ja", "灯台は佐藤家のものだ。", "灯台は鈴木家のものだ。", ("佐藤", "鈴木")),
        ("ja", "市長は佐藤氏に感謝した。", "市長は高橋氏に感謝した。", ("佐藤", "高橋")),
        ("ko", "등대는 어민 김철수의 것이다.", "등대는 어민 박영희의 것이다.", ("김철수의", "박영희의")),
        ("zh", "记者在北京采访了王建国。", "记者在北京采访了李建国。", ("王", "李")),
        ("zh", "记者在北京采访了王建国。", "记者在北京采访了张小红。", ("王建国", "张小红")),
    ],
)
def test_a_person_is_known_without_capitals(language: str, left: str, right: str, names: tuple[str, str]) -> None:
    """By what follows a family name, or by the family name itself."""
    assert [(change.kind, change.left, change.right) for change in changes(left, right, language)] == [("name", *names)]


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        ("zh", "船在白天离开了码头。", "船在夏天离开了码头。"),
        ("ko", "그는 이야기를 오래 했다.", "그는 박물관을 오래 했다."),
        ("ja", "彼は東京で働いた。", "彼は大阪で働いた。"),
        ("ja", "澤田さんの船が岸に着いた。", "沢田さんの船が岸に着いた。"),
    ],
)
def test_words_like_names_are_nobody_else(language: str, left: str, right: str) -> None:
    """A word that begins like a family name is none; one name in older signs is the same name."""
    assert "name" not in [change.kind for change in changes(left, right, language)]


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        ("ja", "彼は計画を「恥」と呼んだ。", "彼は計画を「冗談」と呼んだ。"),
        ("pt", "“Tivemos muita sorte”, disse o cozinheiro.", "“Tivemos muito medo”, disse o cozinheiro."),
        ("en", "He called the plan “a disgrace” on Monday.", "He called the plan “a great joke” on Monday."),
    ],
)
def test_quoted_words_in_a_sentence_that_stayed_are_one_quotation(language: str, left: str, right: str) -> None:
    """Where all around a short quotation stayed, its words are altered, however few of them stayed."""
    assert [(change.kind, change.verdict) for change in changes(left, right, language)] == [("quotation", "changed")]


def test_words_that_end_a_sentence_are_no_others_inside_one() -> None:
    """Two statements that share how they end were not one, altered."""
    left = (
        "“I am sorry for the goats and for the crew. I ought not to have sold it. I take responsibility for the bell.”"
    )
    right = "“I am sorry for the goats and for the crew. I see that, and I take full responsibility for the bell.”"
    told = [
        change.confidence
        for change in changes(left, right)
        if change.kind == "quotation" and change.left and change.right
    ]
    assert told
    assert max(told) < 0.9


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        ("pt", "Segundo a polícia, a comporta estava aberta.", "A comporta estava aberta."),
        ("it", "Secondo la polizia la chiusa era aperta.", "La chiusa era aperta."),
        ("ja", "警察によると、水門は開いていた。", "水門は開いていた。"),
        ("ko", "경찰에 따르면 수문은 열려 있었다.", "수문은 열려 있었다."),
    ],
)
def test_a_source_is_gone_in_each_language(language: str, left: str, right: str) -> None:
    """`Segundo` is no second, and in Japanese and Korean whom it names stands before the word that says so."""
    told = [(change.kind, change.verdict) for change in changes(left, right, language) if change.confidence >= 0.9]
    assert told == [("attribution", "withheld")]


def test_who_speaks_is_named_without_a_capital_of_the_sentence() -> None:
    """The article that began a sentence there begins none here."""
    left = "The ferry left the quay at dusk. ¶ The gulls followed it past the light."
    right = f"{left} ¶ The White Fleet denied on Monday that it had lost a boat in the swell."
    assert [sentence.partition(":")[0] for sentence in said(left, right)] == [
        "Paragraph 3 is new, a denial by the White Fleet"
    ]


@pytest.mark.parametrize("states", ["the war-torn states", "the northern states", "many states"])
def test_a_noun_is_no_verb_of_saying(states: str) -> None:
    """`States` behind what goes with a noun says nothing."""
    rest = "a great trouble for the harbour guards, who see little room for them on the quay."
    left = f"However, the rowers and their goats are trying to leave {states} altogether — posing {rest}"
    right = f"According to the Courier report, the return of seamen poses {rest}"
    assert not [change for change in changes(left, right) if change.kind == "attribution" and change.left]


def test_a_month_in_any_case_is_a_date() -> None:
    """Russian months have six."""
    told = said("Маяк открылся в марте после ремонта.", "Маяк открылся в апреле после ремонта.", "ru")
    assert told == ["The date changed from “марте” to “апреле”."]


def test_a_time_of_day_is_called_one() -> None:
    """A time is no date; a day is."""
    left = "The ferry came alongside on Monday at 08:04 to applause from the queue."
    assert said(left, left.replace("08:04", "08:14")) == ["The time changed from “08:04” to “08:14”."]
    assert said(left, left.replace("Monday", "Tuesday")) == ["The date changed from “Monday” to “Tuesday”."]


def test_a_figure_of_a_headline_that_the_other_text_has_is_not_new() -> None:
    """It was in the text below the other headline all along."""
    body = "For six years the leak ran under the yard, and 312 homes of Tanner Street paid for it."
    told = {
        right: [
            change.sentence
            for change in compared(body, body, headlines=("Tuner hears leak", right)).headline.changes  # type: ignore[union-attr]
            if change.kind == "figure"
        ]
        for right in ("Tuner hears leak of 312 homes", "Tuner hears leak of 313 homes")
    }
    assert told["Tuner hears leak of 312 homes"] == ["“312” was added here; the words are elsewhere in the other copy."]
    assert told["Tuner hears leak of 313 homes"] == ["The figure “313” was added."]


def test_two_texts_with_little_in_common_were_not_cut_from_one_another() -> None:
    """Neither grew out of the other: how many words both have is said."""
    shared = "Hundreds of rowers have massed on the quay of Lorne, with many planning to cross the sound."
    left = f"{shared} ¶ " + " ¶ ".join(f"The harbour bell number {place} rang twice at night." for place in range(9))
    right = f"{shared} ¶ " + " ¶ ".join(f"A goat looked at window {place} and went its own way." for place in range(4))
    comparison = compared(left, right)
    texts = tokenize_pair(*articles_of(left, right))
    told = summary_of(comparison, texts, credited=None, shown=True).sentences
    assert [sentence for sentence in told if sentence.startswith("Of ") and "stand in both" in sentence]
    assert not [sentence for sentence in told if sentence.startswith("Cut from")]


@pytest.mark.parametrize(
    "paragraph",
    [
        "وانتقد صيادون القرار وقالوا إن أحداً لم يستشرهم.",
        "زار الوزير الميناء وقال إن السوق سيفتح قريباً.",
        "جاء الحارس إلى الدار فقال إن الباب كان مفتوحا.",
    ],
)
def test_who_does_one_thing_and_says_another_is_no_speaker_with_his_deed(paragraph: str) -> None:
    """In Arabic `and said` is one word, and what stands before it is another clause: no name was made of that."""
    base = "أغلق المجلس السوق يوم الاثنين."
    (sentence,) = said(base, f"{base}\n\n{paragraph}", "ar")
    assert "attributed" not in sentence


def test_what_a_credit_of_the_other_copy_says_is_not_gone() -> None:
    """A page that lost its lines prints it inside a paragraph; control: a copy that has it nowhere."""
    credit, pier = "The Coast Wire contributed to this report.", "The pier was closed at noon."
    council = (
        "The council met on Monday and heard the harbour office, whose head had brought the drawings of the pier. "
    )
    boats = "In 2010 the pier fell, and the harbour office sold two of its boats to a firm of Lorne, which few regret."
    glued = f"{council}{council}“It is a long road before anything is in ink.”{credit}{boats}"
    apart = f"{council}{council}“It is a long road before anything is in ink.” {boats}"
    told = [sentence for sentence in said(f"{glued}\n\n{pier}", f"{apart}\n\n{pier}\n\n{credit}") if "gone" in sentence]
    assert told == [f"“{credit[:-1]}” is gone here; the words are elsewhere in the other copy."]
    told = [sentence for sentence in said(f"{glued}\n\n{pier}", f"{apart}\n\n{pier}") if "gone" in sentence]
    assert told == [f"“{credit[:-1]}” is gone."]
