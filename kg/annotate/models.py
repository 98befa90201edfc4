"""Names by a statistical model (spaCy `ner` alone), for the profile "full": only what authority and rules leave over.

The stock French class of spaCy spends ten seconds on one regular expression of its tokenizer; the light class here has
the tokenizer's common rules and the elisions, and gives the same names.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib.util import find_spec
from typing import Any

from kg.errors import MissingExtraError
from kg.lang.names import Model

__all__ = ["Found", "names"]

Found = tuple[int, int, str]
"""Offsets in the text given, and type: person, organization or place."""

_BATCH = 128
_CUT = re.compile(r"[\u00ac\u00ad]\n(?=[^\W\d_])|(?<=[^\W\d_]{2})-\n(?=[a-zà-ÿ])")
"""Where the end of a line cuts a word."""


def names(texts: Iterable[str], model: Model | None) -> Iterator[list[Found]]:
    """Yield the names of each text; none where the language lists no model.

    Raises:
        MissingExtraError: none of the listed models is installed.
    """
    if model is None:
        for _ in texts:
            yield []
        return
    pipeline = _pipeline(model.packages, tuple(model.elisions))
    for document, cuts in pipeline.pipe(map(_whole, texts), as_tuples=True, batch_size=_BATCH):
        yield [
            (_before(entity.start_char, cuts), _before(entity.end_char - 1, cuts) + 1, model.types[entity.label_])
            for entity in document.ents
            if entity.label_ in model.types
        ]


def _whole(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a text with the words whole that ends of lines cut, and each cut as its place there and what went before."""
    cuts: list[tuple[int, int]] = []
    if "\n" not in text:
        return text, cuts
    gone = 0
    for cut in _CUT.finditer(text):
        at = cut.start() - gone
        gone += cut.end() - cut.start()
        cuts.append((at, gone))
    return _CUT.sub("", text), cuts


def _before(offset: int, cuts: Sequence[tuple[int, int]]) -> int:
    """Return the offset in the text as it was."""
    return offset + next((gone for at, gone in reversed(cuts) if at <= offset), 0)


@lru_cache(maxsize=4)
def _pipeline(packages: tuple[str, ...], elisions: tuple[str, ...]) -> Any:
    """Return the first installed package with its `ner` alone, loaded once per process."""
    installed = next((package for package in packages if find_spec(package)), None)
    if installed is None or find_spec("spacy") is None:
        raise MissingExtraError('the profile "full": its model of names', "nlp")
    import spacy
    from spacy.util import get_package_path, load_meta

    meta = load_meta(get_package_path(installed) / "meta.json")
    others = [name for name in meta["pipeline"] if name != "ner"]
    if not elisions:
        return spacy.load(installed, exclude=others)
    light = _light_class(meta["lang"], elisions)
    return spacy.load(installed, exclude=["tokenizer", *others], config={"nlp.lang": light})


def _light_class(code: str, elisions: tuple[str, ...]) -> str:
    """Register a language class with common tokenizer rules and elisions; return its name."""
    import re

    from spacy.lang.char_classes import ALPHA
    from spacy.lang.punctuation import TOKENIZER_INFIXES
    from spacy.language import BaseDefaults, Language
    from spacy.util import registry

    name = f"kg_{code}"
    apostrophes = "".join(re.escape(mark) for mark in elisions)

    class Rules(BaseDefaults):
        infixes = [*TOKENIZER_INFIXES, rf"(?<=[{ALPHA}][{apostrophes}])(?=[{ALPHA}])"]  # noqa: RUF012 - spaCy's shape

    registry.languages(name, func=type("Light", (Language,), {"lang": name, "Defaults": Rules}))
    return name
