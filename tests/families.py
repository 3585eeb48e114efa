"""The comparisons that a family asks for, made as a build makes them."""

from collections.abc import Mapping

from sitegen.comparing import compare_articles
from sitegen.config import Comparing
from sitegen.findings import Compare
from sitegen.model import Article, Comparison, Unit
from sitegen.text.tokenized import Tokenized


def comparing(articles: Mapping[str, Article], texts: Mapping[str, Tokenized], settings: Comparing) -> Compare:
    """Compares two of the articles, by their ids."""

    def compare(left: str, right: str, finest: Unit) -> Comparison:
        tokenized = (texts[left], texts[right])
        return compare_articles(articles[left], articles[right], settings, tokenized=tokenized, finest=finest)

    return compare
