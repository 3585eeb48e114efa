"""site.toml -> Config. Each default stands beside its field, with the reason.

Knows nothing of where the file is: `parse_config` takes its text. `read` finds it.
"""

import difflib
import re
import tomllib
from dataclasses import Field, field, fields, replace
from datetime import date
from typing import Any, get_args
from urllib.parse import urlsplit

from sitegen.diagnostics import Diagnostic, Location, error
from sitegen.frozen import dataclass
from sitegen.model import Moment, Rights

_NO_ADDRESS = "https://archive.example/"
"""Stands in feeds and sitemaps until the keeper says where the site will be (RFC 2606 reserves the name)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What an input may be at most. Checked before any parser sees it; the message names the key and the value."""

    article_bytes: int = 2_000_000
    """The longest newspaper articles have 30,000 words, some 200 KB."""
    line_bytes: int = 200_000
    """A longer line is a file that is not prose."""
    front_matter_bytes: int = 64_000
    front_matter_depth: int = 20
    nesting: int = 100
    """Of Markdown blocks and brackets, and of HTML elements; parsers recurse on each."""
    attributes: int = 64
    """Of one HTML tag; players and advertisements reach some 40."""
    id_bytes: int = 80
    """Two ids and `--` make a folder's name, which may have 200 bytes on every host."""
    import_bytes: int = 20_000_000
    """Of a page or document that is imported; pages saved with their pictures inside have some 10 MB."""
    warc_record_bytes: int = 50_000_000
    """Of one record; it is held in memory whole, since its digest says only at the end whether it is right."""
    warc_ratio: int = 100
    """To one, that gzip may inflate; pages reach some 20."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """When texts belong together. The alternatives that failed stand in docs/architecture.md."""

    shingle: int = 5
    """Words of a shared run that makes two articles candidates; 5 finds quotes-only rewrites below 20,000 articles."""
    document_frequency: int = 24
    """A run that stands in more articles than this says nothing about any two of them."""
    source_frequency: int = 3
    """A run that stands in so many articles of one source is what the outlet prints under everything."""
    passage_words: int = 8
    """A shared passage shorter than this is an idiom."""
    copy_share: float = 0.05
    """Share of the shorter text's words in shared passages that links two articles; whether they are copies is decided
    by narration alone."""
    copy_words: int = 16
    """Words in shared passages, at the least: protects texts of a few lines."""
    short_share: float = 0.5
    """Share of the shorter text that, in runs of `shingle` words, makes two texts of a few lines copies."""
    twin_share: float = 0.6
    """Share of the longer text, too, that makes two articles one text without asking the other copies."""
    likeness: float = 0.09
    """Average likeness from which articles in one language report one piece of news; .08 to .1 give the same."""
    background: float = 1.75
    """Times that two groups must be as alike as they are with others about the same people and places; 1.7 to 2 give
    the same on pairs of real news, versions and graded pairs, and below 1.8 more labelled stories are whole."""
    core: float = 0.4
    """Of what one group's articles have in common, the share that another's must have too; a topic's name is less."""
    likeness_days: int = 7
    """Days apart from which a report is of another piece of news; fewer days count against it."""
    anchors: float = 0.12
    """Likeness across languages, by what survives translation, from which two articles are linked; .1 to .15 link none
    of 211 pairs that were graded different, and 30 to 21 of 58 that are the same."""
    model: str = ""
    """Folder of a local model of meaning, relative to the content folder; empty for none, which is what is measured."""
    model_likeness: float = 0.7
    """Likeness by that model from which two articles in two languages are linked; each model has its own scale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparing:
    """How far a comparison goes."""

    all_pairs_up_to: int = 6
    """Copies of a family up to which every pair is compared; 30 copies make 435 pairs."""
    gap_tokens: int = 60
    """Longest gap between anchors that is searched for the best edit; beyond, its cost grows with the square."""
    words_up_to: int = 300_000
    """Tokens of both texts together up to which words are compared; beyond, sentences."""
    sentences_up_to: int = 1_000_000
    """Tokens of both texts together up to which sentences are compared; beyond, whole blocks."""
    blocks_up_to: int = 100_000
    """Blocks of both texts together up to which anything is aligned; beyond, each text is shown whole."""
    further_spines: bool = False
    """Whether a story can be read from other copies than its base. Off: it needs a comparison of every pair of copies
    and a page a copy."""
    story_tokens: int = 300_000
    """Tokens of both texts, summed over its pairs, that the comparisons of a story may read word by word; as many more
    by whole sentences, as many more by whole blocks, and what is left is not compared. Some 350 pairs of 400 words at
    each step: more would make the data of the story a file that no free host takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """How the site looks, where it is not to look as the theme does. All may be empty."""

    logo: str = ""
    """A picture that stands before the title, by its path in the content folder."""
    paper: str = ""
    """Background of the page. A colour is `#rrggbb`; two, with a space between, are for light and for dark."""
    ink: str = ""
    """Text."""
    link: str = ""
    gone: str = ""
    """What one copy no longer has."""
    new: str = ""
    """What one copy has beside."""
    moved: str = ""
    key: str = ""
    """What matters in what readers are told."""
    serif: str = ""
    """Faces of titles and texts, the first that a reader has: `Georgia, serif`."""
    sans: str = ""
    """Faces of labels and figures."""


LOOK_COLOURS = ("paper", "ink", "link", "gone", "new", "moved", "key")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}(?: #[0-9A-Fa-f]{6})?")
_FACES = re.compile(r"[\w -]+(?:,[\w -]+)*")
"""Names of faces without quotation marks: no other text reaches a style sheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedArchive:
    """How the archive as a whole is cited."""

    doi: str = ""
    """Under which it is deposited, without an address before it; empty for none."""
    version: str = ""
    """What its editor calls the present state of it."""
    authors: tuple[str, ...] = ()
    """Who made it, in the order in which they are cited."""
    date: str = ""
    """The day on which this version was published; empty where nobody says. Nothing is ever read off a clock."""

    @property
    def day(self) -> Moment | None:
        """The day as a value."""
        return Moment(day=date.fromisoformat(self.date)) if self.date else None


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedPages:
    """What others may show of a story or a comparison. All is off unless set."""

    cards: bool = False
    """Whether each has a picture that networks and messengers show beside a link. Needs the extra `cards`."""
    badges: bool = False
    """Whether each has a small picture (SVG) that says how many copies or changes there are."""
    embed_in: tuple[str, ...] = ()
    """Sites that may show its embed page in a frame, as `https://news.example`; `*` for all. None: no embed pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteWords:
    """What the editor says of the site in a further language of the interface; what is empty is as in the first."""

    language: str
    title: str = ""
    description: str = ""
    notice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The settings of an archive."""

    title: str = "Source comparison archive"
    description: str = "Which outlets carried the same text, and what each of them changed."
    base_url: str = _NO_ADDRESS
    """Where the site will stand, with a path if it has one; ends with a slash."""
    language: str = "en"
    """BCP 47 tag of the interface."""
    interface_languages: tuple[str, ...] = ()
    """Languages that the pages are written in besides `language`, each below a folder of its own: `ar/stories/...`.
    Once the archive is read, all languages of the interface, that of the pages without a folder before all; empty where
    there is one."""
    translations: tuple[SiteWords, ...] = ()
    """Title, description and notice in those languages."""
    languages: tuple[str, ...] = ()
    """Languages its articles may be in; empty for any. Narrows the guess for a text that does not say."""
    notice: str = ""
    """A sentence at the foot of each page."""
    contact: str = ""
    """Mail address for corrections."""
    rights: Rights = "full"
    """What may be shown of an article that does not say."""
    excerpt_share: float = 0.25
    """Share of an article's words that `rights: excerpt` may show, at most: a quarter holds what an edited copy
    changed, and nobody reads the whole article in it."""
    page_size: int = 60
    """Stories on a page of the list; keeps the front page under 100 KB."""
    search: bool = True
    """Whether to make a search index."""
    edition_files: bool = False
    """Whether a story's copies are published for other programs, too, as TEI and CollateX: two more files a story."""
    theme: bool = False
    """Whether the files in `templates/` and `assets/` take the place of those of the theme, and are no articles."""
    pages: bool = False
    """Whether the Markdown files in `pages/` are pages of the editor's, and no articles."""
    withdrawn: tuple[str, ...] = ()
    """Ids of articles that were taken down and whose files are gone; those whose files are there are left out."""
    redirects: tuple[str, ...] = ()
    """Addresses that moved, each as two paths below the site's root with a space between: the old one, the new one."""
    dated_until: str = ""
    """Last day that an article may bear; empty for the day on which `sitegen check` runs. Decides about warnings."""
    limits: Limits = field(default_factory=Limits)
    grouping: Grouping = field(default_factory=Grouping)
    comparing: Comparing = field(default_factory=Comparing)
    look: Appearance = field(default_factory=Appearance)
    citation: CitedArchive = field(default_factory=CitedArchive)
    sharing: SharedPages = field(default_factory=SharedPages)

    @property
    def root(self) -> str:
        """Path of the site on its host, with a slash at both ends."""
        return urlsplit(self.base_url).path

    @property
    def main_language(self) -> str:
        """Of the pages without a folder, and of what the editor writes."""
        return self.interface_languages[0] if self.interface_languages else self.language

    @property
    def folder(self) -> str:
        """Where the pages in `language` stand below the root of the site: `ar/`; empty for the first language."""
        return "" if self.language == self.main_language else f"{self.language}/"


def in_each_language(config: Config) -> tuple[Config, ...]:
    """The settings of the pages in each language of the interface, the first language before all."""
    return tuple(replace(config, language=language) for language in config.interface_languages or (config.language,))


_SYNONYMS_OF = {
    "title": "name site_name site_title",
    "description": "subtitle tagline about summary",
    "base_url": "url site_url baseurl baseuri root address domain site",
    "language": "lang locale default_language languagecode",
    "contact": "email mail author_email",
    "notice": "copyright footer imprint",
    "page_size": "per_page paginate pagination posts_per_page pagersize",
    "rights": "license licence",
}
_SYNONYMS = {name: setting for setting, names in _SYNONYMS_OF.items() for name in names.split()}
"""What other generators call our settings: a hint goes by meaning first, by spelling second."""
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
"""What no page, feed or terminal may receive."""
_TABLES = {
    "limits": Limits,
    "grouping": Grouping,
    "comparing": Comparing,
    "look": Appearance,
    "citation": CitedArchive,
    "sharing": SharedPages,
}
_ORIGIN = re.compile(r"\*|https?://(?:\*\.)?[a-z0-9.-]+(?::\d+)?")
"""Who may frame a page, as a policy writes it; nothing else may reach a header."""
_TRANSLATIONS = "translations"
_DAYS = ("dated_until", "date")
_DOI = re.compile(r"10\.[0-9]{4,9}/[!-~]+")


def parse_config(text: str, path: str) -> tuple[Config, tuple[Diagnostic, ...]]:
    """The configuration in `text`, which messages call `path`. Keys that are wrong keep their default."""
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as failure:
        return Config(), (_not_toml(text, path, failure),)
    problems: list[Diagnostic] = []
    values = _checked(Config, table, "", text, path, problems)
    for name, kind in _TABLES.items():
        inner = values.pop(name, None)
        if isinstance(inner, dict):
            values[name] = kind(**_checked(kind, inner, f"{name}.", text, path, problems))
    translations = values.pop(_TRANSLATIONS, {})
    values[_TRANSLATIONS] = tuple(
        SiteWords(**{**_checked(SiteWords, words, f"translations.{tag}.", text, path, problems), "language": tag})
        for tag, words in translations.items()
    )
    config = replace(Config(), **values)
    return _with_address(config, text, path, problems), tuple(problems)


def with_base_url(config: Config, base_url: str) -> Config:
    """The same configuration for another address.

    Raises ValueError when it is no absolute http or https address.
    """
    parts = urlsplit(base_url)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise ValueError(f"`{base_url}` is not an absolute http or https address")
    if re.search(r"[^A-Za-z0-9/._~%-]", parts.path):
        raise ValueError(f"the path of `{base_url}` holds characters that an address may not hold")
    path = "/" + "".join(f"{part}/" for part in parts.path.split("/") if part)
    return replace(config, base_url=f"{parts.scheme}://{parts.netloc}{path}")


def _with_address(config: Config, text: str, path: str, problems: list[Diagnostic]) -> Config:
    try:
        return with_base_url(config, config.base_url)
    except ValueError as failure:
        location, line = place_of(text, path, "base_url")
        problems.append(
            error(
                "bad-address",
                str(failure),
                location,
                line=line,
                hint='write it like `base_url = "https://example.org/"`',
            )
        )
        return replace(config, base_url=_NO_ADDRESS)


def _checked(
    kind: type, table: dict[str, Any], prefix: str, text: str, path: str, problems: list[Diagnostic]
) -> dict[str, Any]:
    """The entries of `table` that `kind` has a field for, of the right type; problems for the others."""
    settings = {member.name: member for member in fields(kind)}
    values: dict[str, Any] = {}
    for key, value in table.items():
        location, line = place_of(text, path, key)
        if key not in settings:
            setting = _SYNONYMS.get(key.casefold().replace("-", "_"), "")
            near = [setting] if setting in settings else difflib.get_close_matches(key, settings, n=1)
            home = next(
                (name for name, section in _TABLES.items() if key in {member.name for member in fields(section)}), ""
            )
            hint = f"did you mean `{near[0]}`?" if near else f"known settings: {', '.join(sorted(settings))}"
            hint = f"it belongs under `[{home}]`" if home else hint
            problems.append(
                error(
                    "unknown-setting",
                    f"`{prefix}{key}` is not a setting",
                    location,
                    line=line,
                    width=len(key),
                    hint=hint,
                )
            )
            continue
        message = _wrong(settings[key].type, key, value)
        if message:
            hint = f"write it like `{_example(settings[key])}`"
            wrong = error("bad-setting", f"`{prefix}{key}` {message}", location, line=line, width=len(key), hint=hint)
            problems.append(wrong)
        else:
            values[key] = tuple(value) if isinstance(value, list) else value
    return values


_EXAMPLES = {"dated_until": "2031-12-31", "date": "2031-12-31", "doi": "10.5281/zenodo.12345"}


def _example(setting: Field[Any]) -> str:
    """A line that sets it right: to its default, where that shows how."""
    value = setting.default
    if setting.name in LOOK_COLOURS:
        return f'{setting.name} = "#1d4a80 #9cc3f0"'
    if setting.name in ("serif", "sans"):
        return f'{setting.name} = "Georgia, {"serif" if setting.name == "serif" else "sans-serif"}"'
    if setting.name in _TABLES:
        return f"[{setting.name}]"
    if setting.name == _TRANSLATIONS:
        return "[translations.ar]"
    if isinstance(value, bool):
        return f"{setting.name} = {str(value).lower()}"
    if isinstance(value, str):
        return f'{setting.name} = "{value or (_EXAMPLES.get(setting.name, "..."))}"'
    if setting.name == "embed_in":
        return 'embed_in = ["https://news.example"]'
    return f"{setting.name} = {value}" if isinstance(value, int | float) else f'{setting.name} = ["en", "ar"]'


def _wrong(annotation: Any, key: str, value: Any) -> str:
    """What is wrong with `value` for a field of that type; empty when nothing is."""
    if annotation is bool:
        return "" if isinstance(value, bool) else "must be true or false"
    if annotation is int:
        return (
            ""
            if isinstance(value, int) and not isinstance(value, bool) and value > 0
            else "must be a whole number above 0"
        )
    if annotation is float:
        right = isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1
        return "" if right else "must be a number from 0 to 1"
    if key == "doi" and isinstance(value, str):
        return (
            "" if not value or _DOI.fullmatch(value) else f"must be a DOI like {_EXAMPLES['doi']}, without an address"
        )
    if key in _DAYS:
        return "" if isinstance(value, str) and (not value or _is_day(value)) else 'must be a day like "2031-12-31"'
    if key in LOOK_COLOURS and not (isinstance(value, str) and (not value or _COLOUR.fullmatch(value))):
        return "must be a colour, or one for light and one for dark"
    if key in ("serif", "sans") and not (isinstance(value, str) and (not value or _FACES.fullmatch(value))):
        return "must be names of faces with commas between"
    if annotation is str:
        if isinstance(value, str) and _UNPRINTABLE.search(value):
            return "holds a control character"
        return "" if isinstance(value, str) else "must be text in quotation marks"
    if annotation == Rights:
        return "" if value in get_args(Rights) else f"must be one of {', '.join(get_args(Rights))}"
    if key in _TABLES:
        return "" if isinstance(value, dict) else f"must be a table: `[{key}]`"
    if key == _TRANSLATIONS:
        right = isinstance(value, dict) and all(isinstance(words, dict) for words in value.values())
        return "" if right else "must be a table for each language: `[translations.ar]`"
    right = isinstance(value, list) and all(isinstance(member, str) for member in value)
    if key == "embed_in" and right and not all(_ORIGIN.fullmatch(origin) for origin in value):
        return "must be addresses of sites, without a path"
    return "" if right else "must be a list of texts in quotation marks"


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def place_of(text: str, path: str, key: str) -> tuple[Location, str]:
    """Where `key` is set; tomllib tells no positions."""
    for number, line in enumerate(text.splitlines(), start=1):
        setting = re.match(rf'\s*+(?:\[\s*+)?"?({re.escape(key)})"?\s*(=|\]|\.)', line)
        if setting:
            return Location(path=path, line=number, column=setting.start(1) + 1), line
    return Location(path=path), ""


_TOML_HINTS = (
    ("overwrite a value", "remove one of the two lines that set it"),
    ("illegal character", "close the quotation marks"),
    ("invalid value", 'put texts in quotation marks: `title = "The archive"`'),
    ("expected '='", 'write `=` after the name: `title = "The archive"`'),
)


def _not_toml(text: str, path: str, failure: Exception) -> Diagnostic:
    place = re.search(r"\(at line (\d+), column (\d+)\)", str(failure))
    line, column = (int(place[1]), int(place[2])) if place else (1, 1)
    lines = text.splitlines()
    deep = isinstance(failure, RecursionError)
    message = "it is nested too deep" if deep else str(failure).partition(" (at ")[0].lower()
    return error(
        "not-toml",
        f"this is not valid TOML: {message}",
        Location(path=path, line=line, column=column),
        line=lines[line - 1] if line <= len(lines) else "",
        hint=next(
            (hint for part, hint in _TOML_HINTS if part in message), 'settings look like `title = "The archive"`'
        ),
    )
