"""Who took from whom, in words that say no more than the probability does, with what speaks for and against it.

"Copied from" from `COPIED` on, "likely from" from `LIKELY` on; below, that it cannot be told, or that it was taken from
none of the copies that are held. Of a text that has less than half of another, and is less than half made of it, only
that it took a part: however sure it is whose words these are, it is no copy of that text.
"""

from collections.abc import Iterator, Mapping, Sequence

from sitegen.model import (
    COPIED,
    LIKELY,
    Article,
    ArticleSummary,
    CopyStanding,
    Edge,
    EdgeEvidence,
    EvidenceKind,
    Source,
)
from sitegen.text.catalogues import Catalogue, marked
from sitegen.views.common import Site, spoken_name
from sitegen.views.story_reading import StoryReading
from sitegen.views.words import RELATIONS, as_sentence

_NAMED = 4
"""Copies that are named where a text was taken from one of them; of more, how many they are is said."""


def one_of_names(site: Site, reading: StoryReading, copies: Sequence[str], *, short: bool = False) -> str:
    """The copies that nothing tells apart, as `A, B or C`; as `one of 5 copies` where they are many or of one name."""
    catalogue = site.catalogue
    names = [spoken_name(site, reading.articles[copy], short=short) for copy in copies]
    if len(set(names)) == len(names) <= _NAMED:
        return catalogue.alternatives(names)
    # Translators: behind "copied from": a copy was taken from one of several that nothing tells apart.
    return catalogue.ngettext("one of {count} copy", "one of {count} copies", len(copies))


def standing_sentence(site: Site, reading: StoryReading, article: Article) -> str:
    """How a copy stands in its story; empty for one that shares no text."""
    catalogue = site.catalogue
    standing, edge = reading.standings[article.id], reading.edges.get(article.id)
    if standing.relation == "translated" and edge and standing.parent:
        return _translated(site, reading, edge, catalogue)
    if not standing.against:
        alone = all(other.against != article.id for other in reading.standings.values())
        return (
            catalogue.gettext("The base: the copy that the others are read against.")
            if standing.relation == "base" and not alone
            else ""
        )
    said = descent_sentence(site, reading, standing, edge, catalogue)
    if standing.taken is None:
        return said
    taken = catalogue.ngettext(
        "{share} of its {count} word is there too.",
        "{share} of its {count} words are there too.",
        reading.words(article.id),
        share=catalogue.percent(standing.taken),
    )
    return f"{said} {taken}"


def descent_sentence(
    site: Site, reading: StoryReading, standing: CopyStanding, edge: Edge | None, catalogue: Catalogue
) -> str:
    """From whom a copy was taken, as far as it can be told, and how it relates to the copy it is read against."""
    name = spoken_name(site, reading.articles[standing.parent or standing.against])
    if edge and standing.one_of:
        return _from_one_of(standing, edge, one_of_names(site, reading, standing.one_of), catalogue)
    if not standing.carries:
        return _of_a_part(standing, edge, name, catalogue)
    relation = as_sentence(catalogue.gettext(RELATIONS[standing.relation]))
    if standing.parent:
        if standing.probability >= COPIED:
            # Translators: {relation} is how a copy stands to another: "Cut", "Edited"; {name} is an outlet.
            return catalogue.gettext("{relation}, copied from {name}.", relation=relation, name=name)
        return catalogue.gettext("{relation}, likely from {name}.", relation=relation, name=name)
    if edge and edge.none_held >= LIKELY:
        if edge.unheld:
            unheld = catalogue.isolated(edge.unheld)
            return catalogue.gettext(
                "{relation}, beside {name}; it names {unheld}, whose text is not held.",
                relation=relation,
                name=name,
                unheld=unheld,
            )
        return catalogue.gettext(
            "{relation}, beside {name}; it was likely taken from none of the copies that are held.",
            relation=relation,
            name=name,
        )
    if edge and edge.has_parent:
        return catalogue.gettext(
            "{relation}, beside {name}; likely taken from one of the copies, and from which cannot be told.",
            relation=relation,
            name=name,
        )
    if edge and edge.is_dated:
        return catalogue.gettext(
            "{relation}, beside {name}: they share a text, and who took it from whom cannot be told.",
            relation=relation,
            name=name,
        )
    return catalogue.gettext(
        "{relation}, beside {name}: they share a text, and which came first cannot be told.",
        relation=relation,
        name=name,
    )


def _from_one_of(standing: CopyStanding, edge: Edge, names: str, catalogue: Catalogue) -> str:
    """The same where nothing tells several possible parents apart; `names` is what they are called."""
    is_sure = edge.together >= COPIED
    if not standing.carries and is_sure:
        # Translators: of an article; {names} are outlets, "A or B".
        return catalogue.gettext("It took part of its text from {names}; from which cannot be told.", names=names)
    if not standing.carries:
        return catalogue.gettext(
            "It likely took part of its text from {names}; from which cannot be told.", names=names
        )
    relation = as_sentence(catalogue.gettext(RELATIONS[standing.relation]))
    if is_sure:
        # Translators: {relation} is "Cut" or "Edited"; {names} are outlets, "A or B".
        return catalogue.gettext(
            "{relation}, copied from {names}; from which cannot be told.", relation=relation, names=names
        )
    return catalogue.gettext(
        "{relation}, likely from {names}; from which cannot be told.", relation=relation, names=names
    )


def _of_a_part(standing: CopyStanding, edge: Edge | None, name: str, catalogue: Catalogue) -> str:
    """The same of an article of its own that has a part of another's text; `name` is what that one is called."""
    if standing.parent and standing.probability >= COPIED:
        # Translators: of an article; {name} is an outlet.
        return catalogue.gettext("It took part of its text from {name}.", name=name)
    if standing.parent:
        return catalogue.gettext("It likely took part of its text from {name}.", name=name)
    if edge and edge.none_held >= LIKELY and edge.unheld:
        return catalogue.gettext(
            "It shares part of its text with {name}; it names {unheld}, whose text is not held.",
            name=name,
            unheld=catalogue.isolated(edge.unheld),
        )
    if edge and edge.none_held >= LIKELY:
        return catalogue.gettext(
            "It shares part of its text with {name}, and likely took it from none of the articles that are held.",
            name=name,
        )
    if edge and edge.has_parent:
        return catalogue.gettext(
            "It shares part of its text with {name}, and likely took it from an article that is held; from which "
            "cannot be told.",
            name=name,
        )
    return catalogue.gettext("It shares part of its text with {name}; who took it from whom cannot be told.", name=name)


def part_in_brief(standing: CopyStanding | ArticleSummary, name: str, catalogue: Catalogue) -> str:
    """The same in a list: `part of its text likely from Northern Wire`."""
    if standing.parent and standing.probability >= COPIED:
        # Translators: in a list of articles, under the name of one; {name} is an outlet.
        return catalogue.gettext("part of its text from {name}", name=name)
    if standing.parent:
        return catalogue.gettext("part of its text likely from {name}", name=name)
    return catalogue.gettext("shares part of its text with {name}", name=name)


def _translated(site: Site, reading: StoryReading, edge: Edge, catalogue: Catalogue) -> str:
    name = spoken_name(site, reading.articles[edge.parent])
    if edge.probability >= COPIED:
        return catalogue.gettext("Almost certainly a translation or close rewriting of {name}.", name=name)
    return catalogue.gettext("Very probably a translation or close rewriting of {name}.", name=name)


_SUREST = 0.995
"""From here on a probability would be rounded to certainty."""


def probability_in_words(edge: Edge, catalogue: Catalogue) -> str:
    """The probability of the likeliest parent, or of several that nothing tells apart; certain is what is declared."""
    probability = edge.together if edge.one_of else edge.probability
    if probability < _SUREST or any(evidence.kind == "declared" for evidence in edge.evidence):
        return catalogue.percent(probability)
    # Translators: a probability that is higher than 99 per cent; {percent} is "99 %".
    return catalogue.gettext("over {percent}", percent=catalogue.percent(0.99))


def evidence_lines(site: Site, reading: StoryReading, edge: Edge | None) -> Iterator[str]:
    """Which copy is the likeliest parent of one, and what speaks for and against it, a sentence each."""
    if edge and edge.parent and edge.evidence:
        yield site.catalogue.gettext(
            # Translators: {name} is an outlet; {share} is "90 %". The sentences after it say "the other copy".
            "The other copy is that of {name}; the probability that this one was taken from it is {share}.",
            name=one_of_names(site, reading, edge.one_of or (edge.parent,), short=True),
            share=probability_in_words(edge, site.catalogue),
        )
    if edge:
        yield from evidence_sentences(edge, site.sources, site.catalogue)


def evidence_sentences(edge: Edge, sources: Mapping[str, Source], catalogue: Catalogue) -> Iterator[str]:
    """The evidence of an edge, a sentence each, what speaks against it marked as such."""
    for evidence in edge.evidence:
        source = sources.get(evidence.detail)
        yield _sentence_of(evidence, source.name if source else evidence.detail, catalogue)


_SENTENCES: dict[tuple[EvidenceKind, bool], str] = {
    ("declared", True): marked("The editor of the archive declared it."),
    ("named", True): marked("Its own lines credit {name}."),
    ("cited", True): marked("Its text names {name} as a source."),
    ("mentioned", True): marked("Its text mentions {name}, as the other copy’s outlet or author is called."),
    ("named by parent", False): marked("Against it: the other copy names {name} as a source."),
    ("agency", True): marked("The other copy is an agency’s."),
    ("agency", False): marked("Against it: this copy is an agency’s, the other is not."),
    ("same text", True): marked("Both texts have the same words."),
    ("holds all", True): marked("All its words are in the other copy."),
    ("holds all", False): marked("Against it: all words of the other copy are in this one."),
    ("cut at the end", True): marked("It ends earlier than the other copy."),
    ("cut at the end", False): marked("Against it: the other copy ends earlier."),
    ("both name", True): marked("Both credit {name}."),
    ("both name", False): marked("Against it: both name {name}, whose text is not held."),
}
"""What is said of evidence that counts nothing."""


def _sentence_of(evidence: EdgeEvidence, name: str, catalogue: Catalogue) -> str:
    plain = _SENTENCES.get((evidence.kind, evidence.supports))
    if plain:
        return catalogue.gettext(plain, name=catalogue.isolated(name))
    count = evidence.count
    if evidence.kind == "day":
        return _of_days(evidence.supports, count, catalogue)
    if evidence.kind == "common departures":
        return catalogue.ngettext(
            "{count} passage that it lacks or words differently is in a third copy as the other copy has it.",
            "{count} passages that it lacks or words differently are in a third copy as the other copy has them.",
            count,
        )
    if evidence.kind == "own departures":
        return catalogue.ngettext(
            "Against it: {count} passage that the other copy lacks or words differently is in a third copy too.",
            "Against it: {count} passages that the other copy lacks or words differently are in a third copy too.",
            count,
        )
    if evidence.kind == "length":
        return catalogue.gettext(
            "It is {share} as long as the other text, as far as both were looked at.",
            share=catalogue.percent(count / 100),
        )
    return catalogue.ngettext(
        "{number} of {count} figure or name that both have is in the same order.",
        "{number} of {count} figures and names that both have are in the same order.",
        evidence.of,
        number=catalogue.number(count),
    )


def _of_days(supports: bool, count: int, catalogue: Catalogue) -> str:
    if not count:
        if supports:
            return catalogue.gettext("The other copy appeared earlier on the same day.")
        return catalogue.gettext("Against it: the other copy appeared later on the same day.")
    if supports:
        return catalogue.ngettext(
            "The other copy is dated {count} day earlier.", "The other copy is dated {count} days earlier.", count
        )
    return catalogue.ngettext(
        "Against it: the other copy is dated {count} day later.",
        "Against it: the other copy is dated {count} days later.",
        count,
    )
