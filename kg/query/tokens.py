"""The words of a SPARQL text, as far as they matter for binding, guarding and explaining it."""

import re
from collections.abc import Iterator

__all__ = ["FORMS", "tokens"]

FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
"""The words that a query begins with."""

_TOKEN = re.compile(
    r"""\#[^\n]* | <[^<>"{}|^`\\\s]*> | \"{3}.*?\"{3} | '{3}.*?'{3} | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*'
      | [?$]\w+ | [\w.-]*:[\w.:%-]* | \w+ | [{}()"'<]""",
    re.VERBOSE | re.DOTALL,
)


def tokens(text: str) -> Iterator[re.Match[str]]:
    """Yield the words, variables, names, texts and brackets of a SPARQL text, without its comments."""
    return (token for token in _TOKEN.finditer(text) if not token[0].startswith("#"))
