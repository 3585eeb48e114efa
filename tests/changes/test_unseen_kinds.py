"""Kinds of sentences that were untrue on texts the program was not built on. Each case is in our own words."""

import pytest

from sitegen.changes.finding import Finding
from sitegen.changes.pairing import with_joined_dates
from sitegen.changes.readtext import ReadText
from sitegen.changes.rowedits import Sides
from sitegen.changes.terms import terms_of_both
from sitegen.comparing import tokenize_pair
from sitegen.config import Config
from sitegen.read import read_article
from tests.changes.test_same_statement import FILL, OWN, changes, consequential


def said(left: str, right: str, *kinds: str, language: str = "en") -> list[tuple[str, str, str, str]]:
    """What is said for sure from left to right and from right to left, of some kinds; of all where none is named."""
    both = [*consequential(left, right, language), *consequential(right, left, language)]
    return [change for change in both if not kinds or change[0] in kinds]


# Quotations


def test_another_style_of_marks_takes_none_away() -> None:
    """One paper prints each paragraph of a quotation between double marks, another between single ones."""
    double = (
        'Ida Moe told the Post: "We left at dusk. ¶ "Nobody saw the boat go. ¶ "The light was out that night." ¶ '
        "The guard searched the bay."
    )
    assert not said(double, double.replace('"', "'"))
    curly = "Ida Moe told the Post: ‘We left at dusk. ¶ ‘Nobody saw the boat go. ¶ ‘The light was out.’ ¶ They slept."
    assert not said(curly, curly.replace("‘", "“").replace("’", "”"))


def test_a_statement_below_a_colon_is_quoted_without_marks() -> None:
    """A block that a colon announces is set apart as a quotation, and lost no marks."""
    marked = f'{FILL} ¶ "I sold the boat because nobody wanted to sail her," Moe said on the radio. ¶ {FILL}'
    block = (
        f"{FILL}In her talk on the radio Moe gave this reason: ¶ I sold the boat because nobody wanted to sail her. "
    )
    assert not said(marked, f"{block}¶ {FILL}", "quotation")


def test_words_reported_in_other_words_were_not_freed_of_marks() -> None:
    """A reporter who tells the same tale in words of the reporter's own took no marks away; control: the same words."""
    told = "The tale of the grey seal, on the other hand, began amid the island's whalers and has no root in Holm."
    quoted = "“The unlinked myth of the grey seal arose among the island's whalers,” a teacher in Holm said."
    assert not said(f"{FILL}{told}", f"{FILL}{quoted}", "quotation")
    freed = "The chief said the crews failed to follow its own written rules for care, order and safety at noon."
    caught = "The chief said the crews failed to follow “its own written rules of care, order and safety” at noon."
    assert said(freed, caught, "quotation")


# Attributions


def test_a_speaker_named_where_a_quotation_begins_is_named_for_all_of_it() -> None:
    """A quotation of several paragraphs names its source once; a copy that names it again added no source."""
    once = (
        'Her mother Ada Rist, 27, said: "I had gone to see a neighbour when I heard the bell. ¶ "I ran back to the '
        'pier. ¶ "The boat lay on its side in a pool of oil. ¶ "It was a sad sight." ¶ The crew was saved.'
    )
    again = (
        'Her mother Ada Rist, 27, said: "I had gone to see a neighbour when I heard the bell." ¶ "I ran back to the '
        'pier. The boat lay on its side in a pool of oil. It was a sad sight," Rist said. ¶ The crew was saved.'
    )
    assert not said(once, again, "attribution")


def test_a_source_that_both_name_is_no_new_one() -> None:
    """`an inquiry found that`, `according to an inquiry`: one source; control: a source that one text alone has."""
    found = "An inquiry in 2028 found that the ship had left port with a known fault in the pump."
    according = "According to an inquiry in 2028, the ship had left port with a known fault in the pump."
    assert not said(found, according, "attribution")
    bare = "The ship had left port with a known fault in the pump."
    assert [change[1] for change in said(bare, according, "attribution")] == ["given", "withheld"]


def test_a_speaker_who_says_what_the_speaker_does_is_no_source_that_went() -> None:
    """`the coastguard said it did not know`, `the coastguard did not know`: of one who speaks of oneself."""
    left = "Whether the pump of the ferry had been changed, the coastguard said, it did not yet know."
    assert not said(left, left.replace(" said, it", ""), "attribution")


def test_two_words_for_one_people_are_one_source() -> None:
    """`Argentine` and `Argentinian` are one country's."""
    text = "According to {} folklore, the seventh son of a family turns into a seal at dusk."
    assert not said(text.format("Argentine"), text.format("Argentinian"), "attribution")


# Figures and dates


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        # One value, said in words: the half of the day is in neither.
        ("The ferry left Lorne at 06:15 for Tolm.", "The ferry left Lorne at a quarter past six for Tolm.", "en"),
        ("Die Fähre fuhr um 06:15 Uhr nach Tolm ab.", "Die Fähre fuhr um Viertel nach sechs nach Tolm ab.", "de"),
        ("El barco salió a las 06:15 hacia Tolm.", "El barco salió a las seis y cuarto hacia Tolm.", "es"),
        ("Le bac est parti à 6 h 15 pour Tolm.", "Le bac est parti à six heures et quart pour Tolm.", "fr"),
        ("Il traghetto partì alle 06:15 per Tolm.", "Il traghetto partì alle sei e un quarto per Tolm.", "it"),
        # The same figure of the same thing, at another place.
        ("The ship had left port twice with a known fault.", "The ship had twice left port with a known fault.", "en"),
        ("Around 484 it became part of the duchy of Holm.", "It became part of the duchy of Holm around 484.", "en"),
        # Nearly all of it, in other words.
        ("For almost an hour she went round in circles.", "For the best part of an hour she went round in circles.",
         "en"),
        # About what the story is, and not about how many.
        ("The plot of the book is four men who sail to Holm.", "The book is a story about four men who sail to Holm.",
         "en"),
        # A span that is counted in something else is no more exact.
        ("After a few weeks the growth of the weed stops.", "After three to six months the growth of the weed stops.",
         "en"),
    ],
)  # fmt: skip
def test_one_value_in_other_words_is_no_change(left: str, right: str, language: str) -> None:
    """Neither another figure or date, nor one of another precision, nor one of which nothing can be told."""
    assert not said(left, right, language=language)
    unclear = [change.sentence for change in changes(left, right, language) if change.verdict == "unclear"]
    assert not unclear


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        ("The ferry came in at 08:04, stern first.", "The ferry came in at last, stern first.", "en"),
        ("Die Fähre kam um 08:04 Uhr an, Heck voran.", "Die Fähre kam endlich an, Heck voran.", "de"),
        ("El barco llegó a las 08:04, de popa.", "El barco llegó por fin, de popa.", "es"),
        ("Le bac est arrivé à 8 h 04, en arrière.", "Le bac est arrivé enfin, en arrière.", "fr"),
        ("The old cinema (1911), built by Moe, still stands.", "The old cinema (Harwich), built by Moe, still stands.",
         "en"),
    ],
)  # fmt: skip
def test_a_word_that_stands_where_a_value_stood_is_none(left: str, right: str, language: str) -> None:
    """A value is gone, or was added; it did not become a word that is none."""
    for change in changes(left, right, language):
        if change.kind in ("date", "figure"):
            assert change.verdict == "withheld"
            assert "last" not in change.sentence
            assert not change.right


def test_a_figure_that_counts_something_else_is_told() -> None:
    """Control: the figure stands before another noun."""
    assert said("The pier had 40 boats and crews.", "The pier had boats and 40 crews.", "figure")


def test_a_bracket_is_no_part_of_a_value() -> None:
    """What is quoted is the figure."""
    (found,) = consequential(
        "The upper house has a majority, boats and two others who sail alone.",
        "The upper house has a majority (53 boats and two others who sail alone).",
    )[:1]
    assert found[3] == "53"


# Hedges


def test_a_hedge_that_passes_its_verb_alone_weakens_the_same() -> None:
    """`cut it completely`, `completely cut it`: one claim; control: a hedge that came to another clause."""
    left = "She took the blunt knife and cut the heavy rope completely."
    right = "She took the blunt knife, and completely cut the heavy rope."
    assert not said(left, right, "hedge")
    clauses = "The crew allegedly fled, and the guard saw the boat."
    assert said(clauses, "The crew fled, and the guard allegedly saw the boat.", "hedge")


def test_a_claim_that_is_gone_took_its_hedge_along() -> None:
    """Where what was weakened is gone too, nothing became surer."""
    left = "They wait for the audit, which is expected to criticise the handling of the fund by the council."
    right = "They wait for the audit of the handling of the fund by the council."
    assert not said(left, right, "hedge")
    given = "Doctors say the swelling began during the allegedly illegal test on the pier."
    assert not said(given, given.replace("allegedly illegal ", ""), "hedge")


def test_a_hedge_of_a_quotation_is_one_of_its_report() -> None:
    """`I think`, `she thought`: who is quoted and who is reported hedge alike."""
    quoted = "“She waved at the light every time it came round, and I think it came round eleven times.”"
    reported = "She waved at the light every time it came round, and it came round, she thought, eleven times."
    assert not said(quoted, reported, "hedge")
    bare = reported.replace(", she thought,", "")
    assert said(bare, reported, "hedge")


# What is no report


def test_an_update_is_not_called_a_correction() -> None:
    """A notice may say that a text was updated, which corrects nothing."""
    found = changes(FILL * 2, f"{FILL * 2} ¶ This story has been updated with new figures.")
    assert [change.sentence for change in found if change.kind == "correction"] == [
        "A notice of correction or update was added: “This story has been updated with new figures”."
    ]


def test_a_handle_is_no_name_that_changed() -> None:
    """Two authors have two handles."""
    text = "The author writes about the harbour for this paper. Follow the author on Twitter: @{}"
    assert not said(text.format("Moe_Harbour"), text.format("Rist1"), "name")


def test_a_fragment_of_two_other_paragraphs_is_no_evidence() -> None:
    """A day at the end of two different statements is that of two occasions; control: of one statement."""
    left = f"“{OWN[0].strip()}” — talk on the quay Monday."
    right = f"“{OWN[1].strip()}” — talk on the quay Wednesday."
    assert not said(f"{FILL} ¶ {left}", f"{FILL} ¶ {right}", "date")
    assert said(f"{FILL} ¶ {left}", f"{FILL} ¶ {left.replace('Monday', 'Wednesday')}", "date")


# Two texts that are no copies


def test_a_formula_under_two_texts_changed_nothing() -> None:
    """What a site prints under many texts has other values there; control: two copies of one text."""
    line = "This appears in the {} issue of the Harbour Weekly."
    lines = [line.format(day) for day in ("3 February 2020", "20 January 2020")]
    others = [
        "Crews painted lamps while nets hung drying. " * 14,
        "Snow fell inland, so roads closed until noon. " * 14,
    ]
    assert not said(f"{others[0]} ¶ {lines[0]}", f"{others[1]} ¶ {lines[1]}")
    assert said(f"{others[0]} ¶ {lines[0]}", f"{others[0]} ¶ {lines[1]}", "date")


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        # How many pictures a page shows.
        (
            "Two boats pass the light. Hide Caption 4 of 29 Photos",
            "Two boats pass the light. Hide Caption 4 of 27 Photos",
            "figure",
        ),
        (
            "The boats are shown there. Slideshow (9 images)",
            "The boats are shown there. Slideshow (11 images)",
            "figure",
        ),
        # A year without its century.
        (
            "The heads of the school: Moe (1958-71), Rist (1971-85).",
            "The heads of the school: Moe (1958-1971), Rist (1971-85).",
            "figure",
        ),
        # A month in small letters, and a number of a patent.
        (
            "the fees were fully lifted in may 24, 2003 by the council",
            "the fees were fully lifted in 24 may 2003 by the council",
            "hedge",
        ),
        (
            "The harbour holds patent no. 395,782 for the lamp.",
            "The harbour holds patent 395,782 for the lamp.",
            "negation",
        ),
        # A typing error.
        ("The isles became higly skilled in boats.", "The isles became highly skilled in boats.", "hedge"),
        # What turns up, and does not seem.
        (
            "On some days there is a fourth seal, seen by mistake.",
            "On some days there is a fourth seal that appears, seen by mistake.",
            "hedge",
        ),
    ],
)
def test_what_looks_like_another_kind_is_none(left: str, right: str, kind: str) -> None:
    """It is nothing, or a difference of another kind."""
    assert not said(left, right, kind)


# Bad input


def test_a_table_of_ten_thousand_cells_is_compared_in_bounded_work() -> None:
    """One cell differs, and what is said is about it: the change quotes both figures, and nothing else is told."""
    rows = ["\t".join(str(row * 100 + column) for column in range(100)) for row in range(100)]
    edited = [*rows[:50], rows[50].replace("5050", "77777"), *rows[51:]]
    (change,) = changes(" ¶ ".join(rows), " ¶ ".join(edited))
    assert ("5050" in change.left, "77777" in change.right) == (True, True)
    assert "77777" not in change.left


def test_mixed_scripts_nested_marks_and_signs_are_told_truly() -> None:
    """Letters of another script in a word, marks that never close, a sign that stands twice: no claim, no traceback."""
    assert not said("The рier of Holm was rebuilt.", "The pier of Holm was rebuilt.")
    assert not said("Of the crews 30 %% left the pier.", "Of the crews 30 % left the pier.")
    nested = "Moe said: " + "“‘«" * 300 + "we left the pier"
    assert changes(nested, nested.replace("left", "sold"))
    assert not said(nested, nested.replace("“‘«", "„‚»", 5), "figure", "date", "name", "attribution")


# Two reports of one site


REPORT = (
    "The council of Holm voted on the harbour plan after a long sitting. ¶ Members of the north ward left the hall. ¶ "
    "The mayor wants to see the dredger at work by autumn. ¶ Shopkeepers near the quay fear for their trade. ¶ "
    "Nothing was decided about the lease of the ice house, which ends with the year and has no second bidder. ¶ "
    "A lawyer from the mainland read out forty letters, most of them from people who had moved away years before. ¶ "
)
STRANGER = (
    "A storm took the roof of the old cinema and blocked the coast road. ¶ Firemen cut three oaks. ¶ Trains stood "
    "still between the two bridges. ¶ Farmers count dead sheep on the marsh, and schools stay closed. ¶ "
    "The lighthouse kept its lamp burning on a spare battery while its keeper walked to the village for oil. ¶ "
    "Nurses slept at the clinic because no bus came, and bakers gave away what would not keep until morning. ¶ "
)


def test_a_notice_under_another_article_was_not_added_to_this_one() -> None:
    """Two articles of a site share its last line; control: two versions of one article."""
    line = "Write to the desk with what you saw."
    notice = " ¶ Correction: An earlier version misnamed the ward."
    assert not said(f"{REPORT}{line}", f"{STRANGER}{line}{notice}", "correction")
    assert said(f"{REPORT}{line}", f"{REPORT}{line}{notice}", "correction")


def test_how_two_polls_were_taken_is_not_rounded() -> None:
    """The error of one poll is not that of another, less exactly; control: one poll in two versions of a report."""
    error = "The error of the poll is plus or minus {} percentage points."
    left, right = error.format("three"), error.format("2.9")
    assert not said(f"{REPORT}{left}", f"{STRANGER}{right}", "figure")
    assert said(f"{REPORT}{left}", f"{REPORT}{right}", "figure")


def test_headlines_inside_a_sentence_are_no_part_of_it() -> None:
    """What a site prints behind a name is no evidence that two sentences are one, and no word of either."""
    links = (
        "BrandtFerry owners balk at long inquiry Moe goes local in race for council Divers find lost bell near reef "
        "Harbour desk: Winter tariff plan meets cold wind from islands Skippers eye second quay after storm report "
        "Why the old lamp still burns at Lorne Point and who pays Divers return with coins from wreck{} MORE"
    )
    earlier = "Earlier Monday, Mayor Ada {} spoke of a pier that nobody wants to mend."
    wants = "Mayor Ada {} sent a letter to the owners of both lifeboats."
    left, right = earlier.format(links.format("")), wants.format(links.format(""))
    assert not said(f"{FILL}{left}", f"{FILL}{right}", "date")
    assert not said(f"{FILL}{left}", FILL + earlier.format(links.format(" 12")))
    assert said(f"{FILL}{left}", FILL + left.replace("Monday", "Friday"), "date")


def test_the_year_of_a_sites_rights_is_no_date() -> None:
    """The line under every transcript; control: the same words with a date of the report."""
    line = "Copyright © {} Holm Radio. All rights reserved."
    assert not said(f"{FILL}{line.format(2014)}", f"{FILL}{line.format(2016)}", "date")
    built = "The ferry was built in {} by Holm Yards."
    assert said(f"{FILL}{built.format(2014)}", f"{FILL}{built.format(2016)}", "date")


def test_months_in_small_letters_are_dates() -> None:
    """Texts that were set in small letters throughout; `may` and `march` need a day and a year."""
    text = "the ferry sank on march {}, 2001, and was raised in july 2002."
    assert [change[:1] for change in said(text.format(30), text.format(29))] == [("date",), ("date",)]
    assert not said("it first flew in February, the first of two.", "it first flew in february, the first of two.")
    assert not said("it was signed on february first, 1411.", "it was signed on 1 february 1411.")


def test_could_follows_the_tense_of_its_sentence() -> None:
    """A sentence put into the past weakens nothing; control: a claim that is weakened alone."""
    now = "This way of counting has the merit that everyone can see how much of the day is left for work."
    past = now.replace("has", "had").replace("can", "could").replace("is left", "was left")
    assert not said(f"{FILL}{now}", f"{FILL}{past}", "hedge")
    assert said(f"{FILL}{now}", FILL + now.replace("can", "could"), "hedge")


def test_a_value_of_somebody_else_is_not_gone() -> None:
    """Two who held one office; control: one who did."""
    left = (
        "Captain Ada Brandt, who served from 2005 as deputy harbour master for the northern islands when the first "
        "talks on a bridge failed, warned on the radio that old promises were worth little to fishermen."
    )
    right = (
        "Neighbours will work side by side again, said Captain Ole Moe, who recently served as deputy harbour master "
        "for the northern islands."
    )
    assert not said(f"{FILL}{left}", f"{FILL}{right}", "date")
    assert said(f"{FILL}{left}", FILL + left.replace(" from 2005", ""), "date")


def test_another_verb_of_saying_keeps_the_source() -> None:
    """`told the Post that`, `said later that`: one source in either; control: none is named."""
    says = (
        '"I guess the boats have made their crews look much better. No doubt about that." But that is hard to enforce '
        "under the rules of today, says Ada Moe, executive director of the Centre for Harbour Studies, a think tank "
        "that wants tighter rules."
    )
    dismissed = (
        "Ada Moe, executive director of the Centre for Harbour Studies, dismissed the notion that the vote was "
        "becoming a fight about rules, and said it was all about money."
    )
    assert not said(f"{FILL}{says}", f"{FILL}{dismissed}", "attribution")
    none = "The lamps of the pier were safe and lit, and all boats were back by the evening."
    assert said(f"{FILL}{none}", FILL + none.replace(".", ", Ada Moe said."), "attribution")


def test_the_first_and_the_last_name_are_one_persons() -> None:
    """`Ada` here, `Brandt` there, where a text has `Ada Brandt`; control: another person."""
    text = "Ada Brandt took the wheel at dusk. The doctor took a picture while {} was still under the sheet on deck."
    assert not said(text.format("Ada"), text.format("Brandt"), "name")
    assert said(text.format("Moe"), text.format("Brandt"), "name")


def test_what_is_feared_by_its_nature_is_no_hedge() -> None:
    """`the feared seal wolf`; control: what may be so."""
    tale = "By an old tale the seventh son of a family turns into {} seal wolf at dusk."
    assert not said(f"{FILL}{tale.format('a ferocious')}", f"{FILL}{tale.format('the feared')}", "hedge")
    lost = "Two crew members are dead after the storm that hit the northern islands at dusk."
    assert said(f"{FILL}{lost}", FILL + lost.replace("are dead", "are feared dead"), "hedge")


def test_a_sentence_with_some_of_a_quotations_words_freed_none() -> None:
    """Half of the words stayed by chance; control: the same words without marks."""
    quoted = "Mr Shah dubbed it “planned joint night exercises near Holm.”"
    report = "Mr Shah dubbed it joint drills and exercises of the guard near the port of Holm."
    assert not said(f"{FILL}{quoted}", f"{FILL}{report}", "quotation")
    assert said(f"{FILL}{quoted}", FILL + quoted.replace("“", "").replace("”", ""), "quotation")


def test_two_who_begin_alike_did_not_alter_one_anothers_words() -> None:
    """Three words stayed and eleven did not; control: one word of them."""
    one = '"If a woman died here," Moe said, "he is in deep, deep trouble."'
    other = '"If a mayor lies about what he knows, that is bad. That did not happen here," Moe said of the fire.'
    assert not said(f"{FILL}{one}", f"{FILL}{other}", "quotation")
    assert said(f"{FILL}{one}", FILL + one.replace("woman", "sailor"), "quotation")


def test_marks_of_notes_and_remarks_are_no_words() -> None:
    """`[3]` is a note's, `[sic]` an editor's; control: a figure in round brackets, and a word that was put in."""
    text = "The lamp of the pier was lit by hand until the war{} and then by gas."
    assert not said(f"{FILL}{text.format('')}", f"{FILL}{text.format(' [3]')}")
    quoted = "The child wrote: “You need not be scared because everone{} in the class feels as you do.”"
    assert not said(f"{FILL}{quoted.format('')}", f"{FILL}{quoted.format(' [sic]')}")
    assert said(f"{FILL}{quoted.format('')}", f"{FILL}{quoted.format(' who came to my old school')}", "quotation")


def test_a_century_has_two_names() -> None:
    """`the early 1500s`, `the early sixteenth century`; control: another century."""
    text = "Hops came to the beers of the islands in the early {}, and their farming began on the coast in 1629."
    assert not said(f"{FILL}{text.format('1500s')}", f"{FILL}{text.format('sixteenth century')}")
    assert not said(f"{FILL}{text.format('1500s')}", f"{FILL}{text.format('16th century')}")
    assert said(f"{FILL}{text.format('1500s')}", f"{FILL}{text.format('1600s')}", "date")


def test_a_date_at_the_other_end_of_its_sentence_was_not_left_out() -> None:
    """`Last week the yard denied it`, `the yard denied it last Thursday`; control: two dates that cannot be one."""
    for dates, verdict in (
        (("Last week", "last Thursday"), "unclear"),
        (("On 2 May 2024", "on 3 May 2024"), "changed"),
    ):
        texts = f"{dates[0]} Holm Yard denied reports of a leak.", f"Holm Yard denied reports of a leak {dates[1]}."
        articles = [
            read_article(name, f"{name}.txt", text.encode(), Config())[0]
            for name, text in zip("ab", texts, strict=True)
        ]
        assert articles[0]
        assert articles[1]
        left, right = (ReadText(text, terms_of_both("en", "en")[0]) for text in tokenize_pair(articles[0], articles[1]))
        first, second = (
            next(token for token in range(len(text.tokens)) if text.value(token)) for text in (left, right)
        )
        end = len(left.tokens) - 1
        withheld = Finding(kind="date", verdict="withheld", left=(first, first + 1), right=(0, 0))
        given = Finding(kind="date", verdict="given", left=(end, end), right=(second, second + 1))
        assert [change.verdict for change in with_joined_dates(Sides(left, right), [withheld, given])] == [verdict]


@pytest.mark.parametrize(
    "paragraph",
    [
        "What did Moe say?",
        "The council left the hall. It has called on Brandt to resign, but Moe says he will stay for another year.",
        "The note disputes what somebody near to Lorne Harbour told the Post, that the lamp was out for a week.",
    ],
)
def test_a_paragraph_is_not_called_the_words_of_one_it_mentions(paragraph: str) -> None:
    """A question, a paragraph of two speakers, and one that is only mentioned."""
    told = changes(f"{FILL} ¶ Tea was served.", f"{FILL} ¶ {paragraph} ¶ Tea was served.", "en")
    assert [change.kind for change in told] == ["addition"]
    assert "words of" not in told[0].sentence


def test_a_paragraph_is_called_the_words_of_whom_it_quotes() -> None:
    """One sentence that begins or ends with who says it, and one that is quoted for the most part."""
    for paragraph, sentence in (
        ("Ada Moe said that the lamp had been out for a week and that nobody had come.", "attributed to Ada Moe"),
        ("The lamp had been out for a week and nobody had come, Ada Moe said.", "attributed to Ada Moe"),
        (
            "In the hall Ada Moe was calm. “The lamp was out for a week and nobody came to us,” Ada Moe said.",
            "words of Ada Moe",
        ),
    ):
        told = changes(f"{FILL} ¶ Tea was served.", f"{FILL} ¶ {paragraph} ¶ Tea was served.", "en")
        assert sentence in told[0].sentence


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        ("fr", "La vanne est fermée aux bateaux.", "La vanne n’est pas fermée aux bateaux."),
        ("ru", "Смотритель никогда не чинил лодку у мола.", "Смотритель чинил лодку у мола."),
        ("ar", "سيفتح الحارس البوابة في الشتاء.", "لن يفتح الحارس البوابة في الشتاء."),
        ("ar", "رفض الحارس العرض قبل الظهر.", "لم يرفض الحارس العرض قبل الظهر."),
    ],
)
def test_what_goes_with_a_negation_makes_it_no_less_sure(language: str, left: str, right: str) -> None:
    """Its second part, another negation, and the form that a verb takes behind it."""
    assert {kind for kind, *_ in said(left, right, language=language)} == {"negation"}
    assert len(said(left, right, language=language)) == 2


def test_words_beside_a_negation_that_are_others_leave_it_unsure() -> None:
    """Control: in Arabic too, a verb of other letters is another claim."""
    assert not said("سافر الحارس في الصباح.", "لم يرفض الحارس في الصباح.", "negation", language="ar")
