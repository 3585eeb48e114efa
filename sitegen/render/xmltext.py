"""Text as XML 1.0 may hold it. That of the standard library imports all that asks the network."""

_AS_REFERENCES = str.maketrans({"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def escape(text: str) -> str:
    """As `xml.sax.saxutils.escape`."""
    return text.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")


def quoteattr(text: str) -> str:
    """As `xml.sax.saxutils.quoteattr`: in the quotation marks that it does not hold."""
    escaped = escape(text).translate(_AS_REFERENCES)
    if '"' not in escaped:
        return f'"{escaped}"'
    return '"{}"'.format(escaped.replace('"', "&quot;")) if "'" in escaped else f"'{escaped}'"


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
