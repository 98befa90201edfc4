"""Names by a statistical model (spaCy `ner` alone), for the profile "full": only what authority and rules leave over.

The stock French class of spaCy spends ten seconds on one regular expression of its tokenizer; the light class here has
the tokenizer's common rules and the elisions, and gives the same names.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.util import find_spec
from typing import Any

from kg.errors import MissingExtraError
from kg.lang.names import Model

__all__ = ["Found", "names"]

Found = tuple[int, int, str]
"""Offsets in the text given, and type: person, organization or place."""

_BATCH = 128


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
    for document in pipeline.pipe(texts, batch_size=_BATCH):
        yield [
            (entity.start_char, entity.end_char, model.types[entity.label_])
            for entity in document.ents
            if entity.label_ in model.types
        ]


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
