"""Where sentences went that were edited, and what an edition of the archive records."""

from datetime import date

from sitegen.model import PassageAlias
from sitegen.record import (
    Editions,
    LinkedSentence,
    RecordedStory,
    fingerprint_of,
    followed,
    parse_corrections,
    parse_editions,
    with_edition,
    written,
)

BEFORE = (
    "The ferry Alma left Skerry at noon with forty people on board.",
    "Nobody was hurt, the harbour master said.",
    "She lay on the bar until the evening tide.",
    "The boats of the island had taken everybody off.",
)


def passages(*sentences: str) -> tuple[LinkedSentence, ...]:
    return tuple(
        LinkedSentence(id=f"s-{fingerprint_of(sentence)}", fingerprint=fingerprint_of(sentence))
        for sentence in sentences
    )


def story(*sentences: str, **articles: str) -> RecordedStory:
    return RecordedStory(id="alma", articles=articles or {"a": "1" * 64}, passages=passages(*sentences))


def test_an_edited_sentence_is_followed() -> None:
    """One word changed, and a paragraph inserted before it: each old id leads to the sentence that has its words."""
    after = ("A new first sentence stands here.", BEFORE[0].replace("forty", "fifty-one"), *BEFORE[1:])
    old, new = passages(*BEFORE), passages(*after)
    assert followed(old, new) == {old[0].id: new[1].id}


def test_a_sentence_that_is_gone_is_said_to_be() -> None:
    """Another sentence in its place is not taken for it."""
    old = passages(*BEFORE)
    new = passages(BEFORE[0], "Tickets will be paid back at every counter from Friday on.", *BEFORE[2:])
    assert followed(old, new) == {old[1].id: ""}
    assert followed(old, passages(*BEFORE[1:])) == {old[0].id: ""}


def test_of_withheld_words_the_neighbours_tell() -> None:
    """Where no words are known, what stands alone between the same two sentences has its place."""
    old = tuple(LinkedSentence(id=passage.id, fingerprint="") for passage in passages(*BEFORE))
    new = (*old[:1], LinkedSentence(id="s-new", fingerprint=""), *old[2:])
    assert followed(old, new) == {old[1].id: "s-new"}
    assert followed(
        old,
        (*old[:1], LinkedSentence(id="s-new", fingerprint=""), LinkedSentence(id="s-more", fingerprint=""), *old[2:]),
    ) == {old[1].id: ""}


def test_old_links_are_followed_through_several_editions() -> None:
    """An alias leads to the newest words; a sentence that is back as it was needs none."""
    first, count = with_edition(Editions(), date(2031, 5, 1), [story(*BEFORE)])
    assert count == 1
    again, count = with_edition(first, date(2031, 5, 2), [story(*BEFORE)])
    assert count == 0
    assert again.stories["alma"].log == first.stories["alma"].log
    second = BEFORE[0].replace("forty", "fifty")
    third = second.replace("noon", "one")
    later, _ = with_edition(again, date(2031, 5, 3), [story(second, *BEFORE[1:])])
    last, _ = with_edition(later, date(2031, 5, 4), [story(third, *BEFORE[1:])])
    heirs = {alias.old: alias.new for alias in last.stories["alma"].aliases}
    old, middle, new = (passages(text)[0].id for text in (BEFORE[0], second, third))
    assert heirs == {old: new, middle: new}
    back, _ = with_edition(last, date(2031, 5, 5), [story(*BEFORE)])
    assert {alias.old: alias.new for alias in back.stories["alma"].aliases} == {middle: old, new: old}


def test_an_edition_says_what_changed() -> None:
    """Articles that are new, gone and edited, and sentences that are other ones."""
    first, _ = with_edition(Editions(), date(2031, 5, 1), [story(*BEFORE, a="1" * 64, b="2" * 64)])
    second, _ = with_edition(first, date(2031, 6, 1), [story(*BEFORE[:3], a="3" * 64, c="4" * 64)])
    line = second.stories["alma"].log[0]
    assert (line.articles, line.added, line.removed, line.changed, line.passages) == (2, ("c",), 1, ("a",), 1)


def test_a_file_is_read_as_it_was_written() -> None:
    """Whatever the ids hold; and one that is not as it was written is an error with its reason."""
    odd = RecordedStory(id='Đảo "x" \\', articles={"a b": "1" * 16}, passages=passages(*BEFORE))
    editions, _ = with_edition(Editions(), date(2031, 5, 1), [odd])
    edited = RecordedStory(id=odd.id, articles=odd.articles, passages=passages(*BEFORE[1:]))
    editions, _ = with_edition(editions, date(2031, 5, 2), [edited])
    assert parse_editions(written(editions), "editions.toml") == (editions, ())
    assert editions.stories[odd.id].aliases[0] == PassageAlias(
        old=odd.passages[0].id, new="", moment=editions.stories[odd.id].log[0].moment
    )
    for text in ("days = [1]", 'story = "x"', "days = []\n[[story]]\n", "days = ["):
        nothing, problems = parse_editions(text, "editions.toml")
        assert (nothing, [problem.code for problem in problems]) == (Editions(), ["bad-editions"]), text


def test_corrections_are_checked() -> None:
    """One that is whole is kept; each of the others is an error that says what is wrong."""
    whole = '[[correction]]\nstory = "alma"\nclaim = "c-1"\ndate = "2031-05-02"\ntext = "It was another boat."\n'
    corrections, problems = parse_corrections(whole, "corrections.toml")
    assert problems == ()
    assert [(correction.claim, correction.text) for correction in corrections["alma"]] == [
        ("c-1", "It was another boat.")
    ]
    wrong = {
        whole.replace("2031-05-02", "2 May"): "`date` must be a day",
        whole.replace('text = "It was another boat."', ""): "`text` must be text",
        whole.replace("claim", "klaim"): "`klaim` is not a field",
        "[[correction": "not valid TOML",
        'corection = "x"': "`corection` is not a field of this file",
    }
    for text, message in wrong.items():
        assert any(message in problem.message for problem in parse_corrections(text, "corrections.toml")[1]), text
