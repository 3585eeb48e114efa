"""Two articles compared, and what they differ in told: alignment by compare/, meaning by changes/."""

from sitegen.changes import with_changes
from sitegen.changes.readtext import LAST_READ
from sitegen.compare import compare_pair
from sitegen.config import Comparing
from sitegen.model import Article, Comparison, Unit
from sitegen.text.catalogues import ENGLISH, Catalogue
from sitegen.text.languages import languages_of_pair
from sitegen.text.stopwords import stop_words
from sitegen.text.tokenized import RECENT, Tokenized, tokenize_blocks


def compare_articles(
    left: Article,
    right: Article,
    settings: Comparing,
    *,
    tokenized: tuple[Tokenized, Tokenized] | None = None,
    catalogue: Catalogue = ENGLISH,
    finest: Unit = "words",
) -> Comparison:
    """The comparison of two articles. Pure: the same articles and settings give the same value.

    `tokenized` saves the tokens of both where a caller compares an article several times. The sentences of its changes
    are those of `catalogue`. `finest` is the finest step that the budget of their story still allows.
    """
    texts = tokenized or tokenize_pair(left, right)
    return with_changes(align_articles(left, right, texts, settings, finest), left, right, texts, catalogue)


def align_articles(
    left: Article, right: Article, texts: tuple[Tokenized, Tokenized], settings: Comparing, finest: Unit
) -> Comparison:
    """The same without its changes: what corresponds to what, at half the cost."""
    languages = languages_of_pair(left.language, right.language)
    stops = stop_words(left.language) | stop_words(right.language)
    return compare_pair(left, right, texts, settings, stops, languages, finest=finest)


def forget_texts() -> None:
    """Forgets what is known of the texts that were compared last, as if none had been: for who measures a first
    comparison."""
    RECENT.forget()
    LAST_READ.forget()


def tokenize_pair(left: Article, right: Article) -> tuple[Tokenized, Tokenized]:
    """The tokens of two articles, with keys that can be compared."""
    languages = languages_of_pair(left.language, right.language)
    return tokenize_blocks(left.blocks, languages[0]), tokenize_blocks(right.blocks, languages[1])
