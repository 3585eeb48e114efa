"""Style sheets and scripts keep their meaning when what only authors read is taken out."""

import pytest

from sitegen.render.shrinking import shrunk_css, shrunk_js


@pytest.mark.parametrize(
    ("css", "shrunk"),
    [
        ("a {\n  color: red;\n}\n", "a{color:red}"),
        ("a /* x */ b, c > d { margin: 0 auto }", "a b,c>d{margin:0 auto}"),
        ('a::after { content: " · , ; { }  /* no */ "; }', 'a::after{content:" · , ; { }  /* no */ "}'),
        ("a { b: url(data:x,y;  z) }", "a{b:url(data:x,y;  z)}"),
        ("a :is(b, c) { --x: calc(1px + 2px); }", "a :is(b,c){--x:calc(1px + 2px)}"),
        ('a { content: "x" counter(n) "y"; }', 'a{content:"x" counter(n) "y"}'),
        ("@media (min-width: 3px) and (hover) { a { b: c } }", "@media (min-width:3px) and (hover){a{b:c}}"),
    ],
)
def test_style_sheets(css: str, shrunk: str) -> None:
    """Comments and white space go; strings, addresses and the space between two selectors stay."""
    assert shrunk_css(css) == shrunk


def test_scripts() -> None:
    """Lines that are comments and indentation go; a literal that spans lines keeps the whole script as it is."""
    assert shrunk_js('// x\n  const a = "//";  \n\n  // y\n  a(); // z\n') == 'const a = "//";\na(); // z'
    literal = "const a = `\n  // text\n`;\n"
    assert shrunk_js(literal) == literal.rstrip()
    assert shrunk_js("/* x\n  // y */\n  a();\n") == "/* x\n  // y */\n  a();"


def test_a_string_that_nobody_closed_ends_with_its_line() -> None:
    """What follows is read as before; the end of the line is what ends the string, and stays."""
    assert shrunk_css('a { content: "open \\" ; \n} b { c: d }') == 'a{content:"open \\" ; \n}b{c:d}'
