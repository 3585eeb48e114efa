"""Text as XML 1.0 may hold it."""

from xml.sax.saxutils import escape, quoteattr


def xml_text(text: str) -> str:
    """Escaped, without the characters that XML 1.0 forbids."""
    return escape(_allowed(text))


def xml_attribute(text: str) -> str:
    """The same in quotation marks."""
    return quoteattr(_allowed(text))


def _allowed(text: str) -> str:
    return "".join(
        char
        if char in "\t\n\r" or (ord(char) >= 0x20 and char not in "\ufffe\uffff" and not 0xD800 <= ord(char) < 0xE000)
        else "\ufffd"
        for char in text
    )
