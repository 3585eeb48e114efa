"""What several pages are made of: texts with their language, links, figures, facts, the frame around all."""

from sitegen.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A name, title or quotation in some language: printed in an element with its own `lang` and `dir`."""

    text: str
    lang: str = ""
    """BCP 47; empty for the language of the page."""
    dir: str = ""
    """`ltr` or `rtl`; `auto` when the language is not known; empty for the direction of the page."""
    lead: str = ""
    """What the page says before it in its own language, with the space between: `Copy C, `; mostly empty."""
    mark: str = ""
    """What the page says after it in its own language: `(inferred)`; mostly empty."""

    @property
    def plain(self) -> str:
        """All of it, for what is no markup: the title of a page."""
        return f"{self.lead}{self.text} {self.mark}".rstrip() if self.mark else f"{self.lead}{self.text}"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLink:
    """A text that leads somewhere."""

    label: Text
    href: str
    """Empty when there is nowhere to go: printed as plain text."""

    @property
    def rel(self) -> str:
        """Of a link that leaves the site, as front matter has them: what links in bodies get (`read/sanitise.py`)."""
        return "nofollow noopener" if self.href.startswith(("http://", "https://")) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NavItem:
    """An entry of the site's navigation."""

    label: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FramePage:
    """A page of the editor's, as every page leads to it."""

    link: TextLink
    path: str
    """Below the site's root."""
    menu: bool
    """Whether it stands in the navigation; all stand at the foot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InterfaceLanguage:
    """A language that the pages of the site are written in."""

    tag: str
    """BCP 47."""
    dir: str
    name: str
    """In the language itself."""
    root: str
    """Path of its pages on their host, with a slash at both ends."""
    home: str
    """The same as an absolute address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageLink:
    """The page in one of the languages of the interface."""

    language: InterfaceLanguage
    href: str
    address: str
    """Absolute."""
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What every page of the site shares that is written in one language."""

    title: str
    description: str
    language: str
    dir: str
    notice: str
    """A sentence at the foot of each page (`Every outlet ... is invented`); may be empty."""
    title_text: Text
    """The title with its language, where the editor gave none in that of the pages."""
    description_text: Text
    """The description likewise."""
    notice_text: Text
    """The notice likewise."""
    editor: Text
    """Language and direction of what the editor writes, where they are not those of the pages; no text."""
    contact: str
    """Mail address for corrections; may be empty."""
    root: str
    """Path of its pages on their host, with a slash at both ends."""
    home: str
    """The same as an absolute address."""
    folder: str
    """Where its pages stand below the root of the site: `ar/`; empty for the first language."""
    shared: str
    """Path of what all languages share, data and assets, with a slash at both ends."""
    shared_home: str
    """The same as an absolute address."""
    languages: tuple[InterfaceLanguage, ...]
    """Of the interface, the first before all; empty where there is one."""
    css: str
    """Address of the style sheet."""
    js: str
    """Address of the script that improves comparison and article pages."""
    search_js: str
    """Address of the script of the search, in the place of `js` on its page."""
    icon: str
    """Address of the site's icon."""
    feed_css: str
    """Address of the style sheet of feeds, for those who open one in a browser."""
    csp: str
    """Content Security Policy for the meta element (`frame-ancestors` works in the header only)."""
    generator: str
    """Name and version of the tool."""
    feed: str
    search_index: str
    """Address of the folder of the search index, with a slash at its end; empty when none was made."""
    pages: tuple[FramePage, ...] = ()
    """The editor's own, in their order."""
    logo: str = ""
    """Address of the picture before the title; empty for none."""
    embed_in: tuple[str, ...] = ()
    """Who may show embed pages in a frame; empty where there are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MetaTag:
    """A `meta` element."""

    name: str
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedAs:
    """How a page is cited."""

    plain: str
    """In words."""
    formats: tuple[tuple[str, str], ...]
    """The name of each format of a program, with the reference in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a page says of itself."""

    title: str
    description: str
    canonical: str
    """Absolute address."""
    nav: tuple[NavItem, ...]
    indexed: bool = False
    """Whether the page belongs in the search index."""
    robots: str = ""
    """Content of the robots meta element; empty for none."""
    meta: tuple[MetaTag, ...] = ()
    """What reference managers read."""
    linked_data: str = ""
    """JSON-LD; empty for none."""
    feed: str = ""
    """Address of the feed of what the page is about, beside that of the site; empty for none."""
    card: str = ""
    """Absolute address of the picture that stands beside a link to the page; empty for none."""
    card_words: str = ""
    """What is to be read in that picture."""
    languages: tuple[LanguageLink, ...] = ()
    """The page in each language of the interface, the first before all; empty where there is one."""
    alternates: tuple[LanguageLink, ...] = ()
    """The same for crawlers; empty where the page is none to be found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with what it counts, its denominator included."""

    value: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLinks:
    """Where a list goes on."""

    number: int
    of: int
    newer: str
    """Address; empty on the first page."""
    older: str
    """Address; empty on the last page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactLine:
    """A piece of metadata."""

    label: str
    values: tuple[TextLink, ...]
    inferred: bool
    note: str = ""
    """What it was inferred from, in words; mostly empty."""
    moment: str = ""
    """Of a day: the same for programs, as ISO 8601; else empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word of the method with its meaning."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionLine:
    """One version of a copy."""

    id: str
    """Of its article."""
    article: TextLink
    """Labelled with its headline."""
    when: str
    """When it was published, updated and captured, as far as that is known."""
    said: str
    """How it differs from the version before it, in sentences; empty for the first and where nothing was compared."""
    compare: str
    """Address of the comparison with the version before it; empty where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The versions of one copy, in the order of time."""

    outlet: Text
    """Whose copy it is; empty where nobody said."""
    versions: tuple[VersionLine, ...]
