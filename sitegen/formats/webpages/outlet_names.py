"""Which name on a page is that of the outlet that printed it, and which is that of whom it took the report from.

A page carries names in several places: its site says its own, its data name a publisher, which on a reprint is the
agency. The host of its address decides between them; where it does not, no name is taken. Values only.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sitegen.frozen import dataclass
from sitegen.read.outlets import bare, is_known, is_outlet

SITE_PLACES = ("og:site_name", "application-name", "the site in JSON-LD")
"""Where a page names the site that prints it."""
PUBLISHER_PLACES = ("JSON-LD publisher", "dc.publisher")
"""Where it names a publisher, which may be another's."""
WEAK_PLACES = ("the end of its title", "its notice of copyright")
"""Running text, believed only where the host agrees."""
_SOFTWARE_LISTED = "blogger blogspot wordpress wix squarespace weebly tumblr ghost drupal joomla medium"
_GENERIC_LISTED = """
    the news com online post times daily press media group web site blog magazine home journal radio www und and der die
    das les des del los las
"""
_SECOND_LEVEL_LISTED = "co com org net gov ac edu or ne go in gob gouv"
_SOFTWARE = frozenset(_SOFTWARE_LISTED.split())
"""Programs that put their own name where the outlet's should be."""
_GENERIC = frozenset(_GENERIC_LISTED.split())
"""Words that stand in the names of many outlets, and in many hosts."""
_SECOND_LEVEL = frozenset(_SECOND_LEVEL_LISTED.split())
"""Labels of hosts below which names stand, as `co` in `co.uk`."""
_SEPARATOR = re.compile(r"\s[-–—|·:»]+\s|\|")
_LONGEST = 80
_TAGLINE = 4
"""Words from which what a site calls itself may be what it says of itself."""
_SHORTEST_PART = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletName:
    """A name, and the place of the page that gives it."""

    name: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOutlet:
    """What the names of a page come to."""

    name: str = ""
    """Of the outlet; empty where the page does not settle it."""
    places: tuple[str, ...] = ()
    """Where the page gives that name."""
    credit: str = ""
    """Another outlet or agency that the page names as publisher."""
    credit_place: str = ""
    doubts: tuple[OutletName, ...] = ()
    """Names that contradict it, or of which none could be taken."""


def page_outlet(names: Sequence[OutletName], host: str, title: str = "") -> PageOutlet:
    """The outlet of a page at a host, which is empty where its address is not known."""
    usable = tuple(_usable(names, host, title))
    site = _best(usable, SITE_PLACES, host)
    publisher = _best(usable, PUBLISHER_PLACES, host)
    weak = next((name for name in usable if _is_believed(name, usable, host)), None)
    outlet = _outlet(site, publisher, weak, host)
    if outlet is None:
        credited = publisher if publisher and _is_agency(publisher.name, host) else None
        doubts = tuple(name for name in (site, publisher) if name and name is not credited)
        return _with_credit(PageOutlet(doubts=doubts), credited)
    places = tuple(dict.fromkeys(name.place for name in usable if same_name(name.name, outlet.name)))
    differing = publisher if publisher and not same_name(publisher.name, outlet.name) else None
    credited = differing if differing and is_outlet(differing.name, frozenset()) else None
    doubts = (differing,) if differing and not credited else ()
    return _with_credit(PageOutlet(name=outlet.name, places=places, doubts=doubts), credited)


def _is_believed(name: OutletName, usable: Sequence[OutletName], host: str) -> bool:
    """Whether a name in running text is the outlet's: where the host is spelled like it, or another place has it."""
    return name.place in WEAK_PLACES and (
        fits_host(name.name, host)
        or any(second.place != name.place and same_name(name.name, second.name) for second in usable)
    )


def _with_credit(outlet: PageOutlet, credited: OutletName | None) -> PageOutlet:
    return replace(outlet, credit=credited.name, credit_place=credited.place) if credited else outlet


def _outlet(
    site: OutletName | None, publisher: OutletName | None, weak: OutletName | None, host: str
) -> OutletName | None:
    if site and publisher and same_name(site.name, publisher.name):
        return publisher
    if site and (not host or fits_host(site.name, host) or not is_comparable(site.name)):
        return site
    if site:
        # A page may carry the address of the report that it reprints: then the site's own name fits another host.
        is_tagline = len(site.name.split()) >= _TAGLINE
        fitting = next((name for name in (publisher, weak) if name and fits_host(name.name, host)), None)
        return fitting if is_tagline else None if fitting else site
    if publisher and not _is_agency(publisher.name, host):
        is_confirmed = weak is not None and same_name(weak.name, publisher.name)
        if not host or is_confirmed or fits_host(publisher.name, host):
            return publisher
    return weak


def is_own_host(names: Sequence[OutletName], host: str, title: str = "") -> bool:
    """Whether what a site calls itself fits a host."""
    return any(name.place in SITE_PLACES and fits_host(name.name, host) for name in _usable(names, host, title))


def may_be_own(names: Sequence[OutletName], host: str) -> bool:
    """Whether nothing speaks against a host: a site that calls itself otherwise than it is spelled may be another's."""
    site_names = [
        name.name
        for name in _usable(names, host, "")
        if name.place in SITE_PLACES and len(name.name.split()) < _TAGLINE
    ]
    return not site_names or any(fits_host(name, host) or not is_comparable(name) for name in site_names)


def _usable(names: Sequence[OutletName], host: str, title: str) -> Iterator[OutletName]:
    for stated in names:
        name = _short(stated.name.strip().lstrip("@").removeprefix("www.").strip(), host)
        plain = squeezed(name)
        if (
            not plain
            or "://" in name
            or len(name) > _LONGEST
            or (title and plain == squeezed(title))
            or (plain in _SOFTWARE and not fits_host(name, host))
            or (stated.place in WEAK_PLACES and len(name.split()) > _TAGLINE)
            or _is_subdomain_alone(plain, host)
        ):
            continue
        yield OutletName(name=name, place=stated.place)


def _short(name: str, host: str) -> str:
    """A name without what follows it, where the host says which part is the name."""
    first = _SEPARATOR.split(name, maxsplit=1)[0].strip()
    return first if first and first != name and fits_host(first, host) else name


def _best(names: Sequence[OutletName], places: Sequence[str], host: str) -> OutletName | None:
    """Of names in these places the first that fits the host, else the first."""
    among = [name for place in places for name in names if name.place == place]
    return next((name for name in among if fits_host(name.name, host)), among[0] if among else None)


def _is_agency(name: str, host: str) -> bool:
    return is_known(name, frozenset()) and not fits_host(name, host)


def same_name(left: str, right: str) -> bool:
    """Whether two spellings name one outlet: `TheHill` and `The Hill`, `AP News` and `Associated Press`."""
    first, second = sorted((squeezed(left), squeezed(right)), key=len)
    if first == second:
        return bool(first)
    shorter, longer = (left, right) if squeezed(left) == first else (right, left)
    initials = _initials(longer)
    without_generic = "".join(word for word in _words(shorter) if word not in _GENERIC)
    return (len(first) >= _SHORTEST_PART and first in second) or (
        len(initials) > 1 and initials in (first, without_generic)
    )


def squeezed(name: str) -> str:
    """The letters and digits of a name, as hosts spell it: without article, accents and spaces."""
    return "".join(_words(name))


def _words(name: str) -> list[str]:
    plain = "".join(char for char in unicodedata.normalize("NFKD", bare(name)) if not unicodedata.combining(char))
    return re.findall(r"[^\W_]+", plain)


def _initials(name: str) -> str:
    return "".join(word[0] for word in _words(name))


def is_comparable(name: str) -> bool:
    """Whether a name is in letters that hosts are spelled in."""
    return squeezed(name).isascii()


def is_agency_of(agency: str, host: str) -> bool:
    """Whether a host is the agency's own: `apnews.com` is AP's, and `appeal.example` is not."""
    names = {squeezed(agency), _initials(agency)}
    own_labels = {f"{name}{ending}" for name in names if len(name) > 1 for ending in ("", "news")}
    return fits_host(agency, host) or any(label in own_labels for label in _labels(host))


def fits_host(name: str, host: str) -> bool:
    """Whether a host is spelled like a name: as a whole, by one of its words, by initials or by letters in order."""
    labels = _labels(host)
    words = _words(name)
    plain = "".join(words)
    if not labels or not plain or not plain.isascii():
        return False
    if any(plain == label or _initials(name) == label for label in labels):
        return True
    if any(plain in label or (len(label) >= _SHORTEST_PART and label in plain) for label in labels if len(plain) > 2):
        return True
    if is_known(name, frozenset()):
        # Letters in order say nothing against an agency that half of all hosts reprint.
        return False
    host_label = labels[-1]
    if any(len(word) > 2 and word not in _GENERIC and word in host_label for word in words):
        return True
    if host_label[0] != plain[0]:
        return False
    shorter, longer = sorted((host_label, plain), key=len)
    return (
        len(shorter) > 2 and (shorter == host_label or len(shorter) > _SHORTEST_PART) and _is_in_order(shorter, longer)
    )


def _is_in_order(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)


def _is_subdomain_alone(plain: str, host: str) -> bool:
    labels = _labels(host)
    return plain in labels[:-1] and plain not in labels[-1]


def _labels(host: str) -> list[str]:
    """The parts of a host that name somebody, its own last: without `www`, country and kind."""
    labels = [re.sub(r"[^a-z0-9]", "", label) for label in host.lower().split(".")]
    labels = labels[1:] if labels and labels[0] == "www" else labels
    labels = labels[:-1]
    if len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
        labels = labels[:-1]
    return [label for label in labels if label]
