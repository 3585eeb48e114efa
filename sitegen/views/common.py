"""What several pages lay out alike: names, numbers, dates and the frame around them."""

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from functools import partial

from sitegen.config import Config
from sitegen.frozen import dataclass
from sitegen.model import UNKNOWN_SOURCE, Article, EditorPage, Source
from sitegen.text.catalogues import Catalogue, catalogue_for, counted, marked
from sitegen.text.invisible import tamed
from sitegen.text.languages import direction, language_name, long_date
from sitegen.text.quoting import FIRST_STRONG, POP
from sitegen.views.addresses import SITE_FEED, absolute, article_path, href, page_path, source_path
from sitegen.views.pages import (
    Figure,
    Frame,
    FramePage,
    Head,
    InterfaceLanguage,
    LanguageLink,
    NavItem,
    Text,
    TextLink,
)

_NAV = (
    (marked("Stories"), "", "home"),
    (marked("Sources"), "sources/", "sources"),
    (marked("Search"), "search/", "search"),
    (marked("About"), "about/", "about"),
)
ARTICLES = counted("article", "articles")
"""What figures of stories and of the archive count."""
LANGUAGES = counted("language", "languages")
NAME_NO_SOURCE = marked("copies of another outlet’s text name no source")
KEPT_BY_HALF = marked("of their source’s words, or more, were kept by at least half of these copies")
"""What stands below the figures of stories, outlets and of the archive."""
DESCRIPTION = 200
"""Characters of a page's description: search engines show fewer."""
_MENU_CHARACTERS = 40
"""Of a page's title in the navigation: longer ones stand whole at the foot."""
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What every layout may use: the settings, the sources and the frame of the pages."""

    config: Config
    frame: Frame
    sources: Mapping[str, Source]
    versions: Mapping[str, int] = field(default_factory=dict)
    """Which version of its copy an article is, from 1, by its id; only where a story holds several."""
    names: Mapping[str, Text] = field(default_factory=dict)
    """What the articles of a story are called, by their ids, as names.py gives them; empty outside a story."""
    sigla: Mapping[str, str] = field(default_factory=dict)
    """The letter of each of them, likewise."""

    @property
    def catalogue(self) -> Catalogue:
        """The sentences of its pages, in their language."""
        return catalogue_for(self.frame.language)

    @property
    def editor_language(self) -> str:
        """Of what the editor writes: titles of stories, notes, corrections."""
        return self.config.main_language

    def source_of(self, article: Article) -> Source:
        """The article's source; the unknown one where nobody named it."""
        return self.sources.get(article.source, UNKNOWN_SOURCE)


def make_frame(
    config: Config,
    *,
    css: str,
    js: str,
    search_js: str = "",
    icon: str,
    version: str,
    feed_css: str = "",
    pages: Iterable[EditorPage] = (),
    logo: str = "",
) -> Frame:
    """The frame of a site. `css` to `icon`, `feed_css` and `logo` are paths of assets below its root."""
    root, main = f"{config.root}{config.folder}", config.main_language
    words = next((words for words in config.translations if words.language == config.language and config.folder), None)
    title, description, notice = (
        _in_words(translated, of_site, main, config.language)
        for translated, of_site in (
            (words.title if words else "", config.title),
            (words.description if words else "", config.description),
            (words.notice if words else "", config.notice),
        )
    )
    return Frame(
        title=title.text,
        description=description.text,
        language=config.language,
        dir=direction(config.language),
        notice=notice.text,
        title_text=title,
        description_text=description,
        notice_text=notice,
        editor=in_language("", main, config.language),
        contact=config.contact,
        root=root,
        home=f"{config.base_url}{config.folder}",
        folder=config.folder,
        shared=config.root,
        shared_home=config.base_url,
        languages=tuple(map(partial(_interface_language, config), config.interface_languages)),
        css=href(config.root, css),
        js=href(config.root, js),
        search_js=href(config.root, search_js),
        icon=href(config.root, icon),
        feed_css=href(config.root, feed_css),
        csp=CSP,
        embed_in=config.sharing.embed_in,
        generator=f"sitegen {version}",
        feed=href(root, SITE_FEED),
        search_index=href(config.root, "search/") if config.search else "",
        pages=tuple(
            FramePage(
                link=TextLink(
                    label=in_language(page.title, page.language or main, config.language),
                    href=href(root, page_path(page.id)),
                ),
                path=page_path(page.id),
                menu=page.menu,
            )
            for page in pages
        ),
        logo=href(config.root, logo) if logo else "",
    )


def _in_words(translated: str, of_site: str, main: str, language: str) -> Text:
    """What the editor says of the site in the language of the pages, or else in the first, marked as such."""
    return Text(text=translated) if translated else in_language(of_site, main, language)


def _interface_language(config: Config, tag: str) -> InterfaceLanguage:
    folder = replace(config, language=tag).folder
    return InterfaceLanguage(
        tag=tag,
        dir=direction(tag),
        name=language_name(tag, tag),
        root=f"{config.root}{folder}",
        home=f"{config.base_url}{folder}",
    )


def in_other_languages(frame: Frame, path: str) -> tuple[LanguageLink, ...]:
    """A page in each language of the interface."""
    return tuple(
        LanguageLink(
            language=language,
            href=href(language.root, path),
            address=absolute(language.home, path),
            current=language.tag == frame.language,
        )
        for language in frame.languages
    )


def make_head(
    site: Site, title: str, description: str, path: str, *, current: str = "", indexed: bool = False, feed: str = ""
) -> Head:
    """The head of a page. `current` names its entry in the navigation, `feed` is the path of a feed of its own."""
    title = tamed(title)
    full = title if title == site.frame.title else f"{title} · {site.frame.title}"
    nav = tuple(
        NavItem(label=site.catalogue.gettext(label), href=href(site.frame.root, target), current=name == current)
        for label, target, name in _NAV
    )
    nav += tuple(
        NavItem(label=shortened(page.link.label.text, _MENU_CHARACTERS), href=page.link.href, current=page.path == path)
        for page in site.frame.pages
        if page.menu
    )
    return Head(
        title=full,
        description=tamed(shortened(description, DESCRIPTION)),
        canonical=absolute(site.frame.home, path),
        nav=nav,
        indexed=indexed,
        feed=href(site.frame.root, feed) if feed else "",
        languages=in_other_languages(site.frame, path),
        alternates=in_other_languages(site.frame, path),
    )


def in_language(text: str, language: str, page_language: str) -> Text:
    """A text with its language and direction, where they are not the page's own. What would turn it is written out."""
    text = tamed(text)
    if not language or language == page_language:
        return Text(text=text)
    if language == "und":
        return Text(text=text, dir="auto")
    return Text(text=text, lang=language, dir=direction(language))


def source_name(site: Site, source: Source) -> Text:
    """An outlet's name in its own language."""
    if source is UNKNOWN_SOURCE:
        return Text(text=site.catalogue.gettext("No source declared"))
    return in_language(source.name, source.language, site.frame.language)


def source_link(site: Site, source: Source) -> TextLink:
    """An outlet's name, leading to its page."""
    return TextLink(label=source_name(site, source), href=href(site.frame.root, source_path(source.id)))


def article_title(site: Site, article: Article) -> Text:
    """A headline in its own language."""
    return in_language(article.title, article.language, site.frame.language)


def outlet_name(site: Site, article: Article) -> Text:
    """What a copy is called in its story; see names.py."""
    return site.names[article.id]


def short_name(site: Site, article: Article) -> Text:
    """What a copy is called where its headline is near: `Copy C` of `Copy C, “...”`."""
    name = outlet_name(site, article)
    return Text(text=name.lead.rstrip(", ")) if name.lead else name


def spoken_name(site: Site, article: Article, *, short: bool = False) -> str:
    """What a copy is called, inside a sentence that is plain text; `short` where its headline is near."""
    name = short_name(site, article) if short else outlet_name(site, article)
    isolated = site.catalogue.isolated(name.text)
    return f"{name.lead}{isolated} {name.mark}".rstrip()


def article_link(site: Site, article: Article, *, label: Text | None = None) -> TextLink:
    """An article by its outlet's name, or by `label`."""
    return TextLink(label=label or outlet_name(site, article), href=href(site.frame.root, article_path(article.id)))


def when(site: Site, article: Article) -> str:
    """When it was published, in words."""
    if article.published is None:
        return site.catalogue.gettext("date not known")
    date = long_date(article.published, site.frame.language)
    # Translators: {date} is a day that was read off the text, where nobody declared it.
    return site.catalogue.gettext("{date} (inferred)", date=date) if "published" in article.inferred else date


def language_label(site: Site, tag: str) -> str:
    """A language's name in the language of the page."""
    if tag in ("", "und"):
        return site.catalogue.gettext("language not known")
    return language_name(tag, site.frame.language)


def number_of_words(catalogue: Catalogue, count: int) -> str:
    """`1 word`, `512 words`"""
    return catalogue.ngettext("{count} word", "{count} words", count)


def share_of_words(catalogue: Catalogue, share: float, count: int) -> str:
    """`83 % of 371 words`"""
    return catalogue.ngettext(
        "{share} of {count} word", "{share} of {count} words", count, share=catalogue.percent(share)
    )


def number_of(catalogue: Catalogue, part: int, whole: int) -> str:
    """`3 of 5`"""
    # Translators: a number and the number that it is a part of: "3 of 5".
    return catalogue.gettext("{part} of {whole}", part=catalogue.number(part), whole=catalogue.number(whole))


def figure(value: str, label: str) -> Figure:
    """A number with what it counts."""
    return Figure(value=value, label=label)


def counted_figure(site: Site, count: int, noun: tuple[str, str]) -> Figure:
    """A count with what it counts, in the form that goes with it; `noun` is marked by `catalogues.counted`."""
    return figure(site.catalogue.number(count), site.catalogue.ngettext(*noun, count))


def shortened(text: str, most: int) -> str:
    """The text in at most that many characters, cut at a space; an isolate that the cut leaves open is closed."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    kept = text[:most].rsplit(" ", 1)[0].rstrip(" ,.;:")
    return f"{kept}{POP * (kept.count(FIRST_STRONG) - kept.count(POP))} …"
