"""Files that tell a host and a crawler what to do: headers, robots, no Jekyll."""

from collections.abc import Sequence

from sitegen.model import File, MovedAddress
from sitegen.views.addresses import absolute, href
from sitegen.views.pages import Frame

_HEADERS = """/*
  Content-Security-Policy: {csp}; frame-ancestors 'none'
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=()
  Cross-Origin-Opener-Policy: same-origin
/assets/*
  Cache-Control: public, max-age=31536000, immutable
/data/*
  Access-Control-Allow-Origin: *
"""


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


def host_files(frame: Frame) -> tuple[File, ...]:
    """`_headers` (Netlify, Cloudflare Pages), robots.txt, and an empty file that keeps GitHub Pages from building.

    Without it GitHub Pages runs Jekyll, which leaves out whatever begins with an underscore.
    """
    robots = f"User-agent: *\nAllow: /\nSitemap: {absolute(frame.home, 'sitemap.xml')}\n"
    headers = _HEADERS.format(csp=frame.csp)
    return (File(".nojekyll", b""), File("_headers", headers.encode()), File("robots.txt", robots.encode()))
