"""Files that tell a host and a crawler what to do: headers, robots, no Jekyll."""

from collections.abc import Iterable, Sequence

from sitegen.model import File, MovedAddress
from sitegen.views.addresses import EMBEDS, absolute, href
from sitegen.views.pages import Frame

_HEADERS = """/*
  Content-Security-Policy: {csp}{frames}
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=()
  Cross-Origin-Opener-Policy: same-origin
/assets/*
  Cache-Control: public, max-age=31536000, immutable
/data/*
  Access-Control-Allow-Origin: *
"""


def frame_rules(embed_in: Sequence[str], folders: Iterable[str], roots: Sequence[str] = ("",)) -> list[tuple[str, str]]:
    """Patterns of paths with the policy on who may frame them, where embed pages are on; `folders` hold all pages.

    `roots` are where the languages of the interface have the same folders: empty, `ar/`. Where two rules hold for a
    page hosts send both policies, and browsers obey both: so one that forbids frames cannot stand at `/*` and be taken
    back for the one folder whose pages others may show.
    """
    if not embed_in:
        return []
    closed = ("", "404.html", *(f"{folder}/*" for folder in sorted({*folders} - {EMBEDS, ""})))
    allowed = f"frame-ancestors {' '.join(embed_in)}"
    rules = [(f"{root}{path}", "frame-ancestors 'none'") for root in roots for path in closed]
    return rules + [(f"{root}{EMBEDS}/*", allowed) for root in roots]


def redirects_files(frame: Frame, moved: Sequence[MovedAddress]) -> tuple[File, ...]:
    """`_redirects` (Netlify, Cloudflare Pages); none where there is nothing to say.

    A page stands at each old address for other hosts. Netlify prefers a page to a rule that does not insist (`301!`);
    Cloudflare does not know that form, leaves it out, and takes the rule below it. An address below the folder of a
    further language that leads nowhere is answered in that language: Cloudflare takes the nearest 404.html by itself.
    """
    rules = [
        f"{href(frame.root, address.old)} {href(frame.root, address.new)} {status}\n"
        for address in moved
        for status in ("301!", "301")
    ]
    further = [href(language.root, "") for language in frame.languages[1:]]
    rules += [f"{root}* {root}404.html 404\n" for root in further]
    return (File("_redirects", "".join(rules).encode()),) if rules else ()


def host_files(frame: Frame, pages: Iterable[str] = ()) -> tuple[File, ...]:
    """`_headers` (Netlify, Cloudflare Pages), robots.txt, and an empty file that keeps GitHub Pages from building.

    Without it GitHub Pages runs Jekyll, which leaves out whatever begins with an underscore. `pages` are the paths of
    all pages of the first language, which may be framed by no one but for those that are made for it.
    """
    robots = f"User-agent: *\nAllow: /\nSitemap: {absolute(frame.home, 'sitemap.xml')}\n"
    roots = ["", *(language.root.removeprefix(frame.root) for language in frame.languages[1:])]
    rules = frame_rules(frame.embed_in, (page.partition("/")[0] for page in pages if "/" in page), roots)
    headers = _HEADERS.format(csp=frame.csp, frames="" if rules else "; frame-ancestors 'none'")
    headers += "".join(f"/{pattern}\n  Content-Security-Policy: {policy}\n" for pattern, policy in rules)
    return (File(".nojekyll", b""), File("_headers", headers.encode()), File("robots.txt", robots.encode()))
