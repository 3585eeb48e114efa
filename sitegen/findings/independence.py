"""How many texts of a story are independent of each other, as far as can be told."""

from collections.abc import Mapping, Sequence

from sitegen.model import Article, CopyStanding, Independence, Source, Story
from sitegen.recognise.outlet import is_agency


def independence_of(
    story: Story,
    articles: Mapping[str, Article],
    standings: Mapping[str, CopyStanding],
    sources: Mapping[str, Source],
    foreign: frozenset[str],
) -> Independence:
    """The count. `foreign` are bases of which nobody knows whether they are translations."""
    bases = [family.base for family in story.families]
    translated = [base for base in bases if standings[base].relation == "translated" and standings[base].parent]
    free = [base for base in bases if base not in translated and base not in foreign]
    outlets = [sources.get(articles[base].source) for base in free]
    return Independence(
        texts=len(free),
        agencies=sum(1 for outlet in outlets if is_agency(outlet)),
        translated=len(translated),
        in_doubt=len(foreign),
    )


def in_another_language(story: Story, articles: Sequence[Article]) -> frozenset[str]:
    """Bases of texts of a story that nobody declared translations, in a language that its largest text is not in.

    Their words cannot be compared with it, so nobody knows whether they are independent. Of an agency's report in two
    languages, each with a copy, it was said that two texts are independent.
    """
    spoken = {article.id: article.language.split("-")[0] for article in articles}
    main = spoken[story.base]
    return frozenset(
        family.base
        for family in story.families
        if main != "und" and all(spoken[copy] not in ("und", main) for copy in family.copies)
    )
