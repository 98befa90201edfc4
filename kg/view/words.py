"""The words of the page, one file a language in kg/view/strings/."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import DataError, InputError

__all__ = ["Words", "languages", "load"]

_FOLDER = Path(__file__).parent / "strings"
_MODEL = "en"
"""The language whose file has the keys that all must have."""

Words = Mapping[str, Any]
"""Key -> text; `counts` holds for each thing counted its texts by plural form."""


def languages() -> tuple[str, ...]:
    """Return the languages that the page speaks, sorted."""
    return tuple(sorted(file.stem for file in _FOLDER.glob("*.toml")))


@cache
def load(language: str) -> Words:
    """Return the words of the page in a language.

    Raises:
        InputError: the page does not speak it.
        DataError: the file lacks a word.
    """
    if language not in languages():
        raise InputError(f"--lang {language}: the page does not speak it. Languages: {', '.join(languages())}.")
    found, model = _read(language), _read(_MODEL)
    differing = sorted(found.keys() ^ model.keys() | found["counts"].keys() ^ model["counts"].keys())
    if differing:
        raise DataError(f"kg/view/strings/{language}.toml: {', '.join(differing)}: not the keys of {_MODEL}.toml.")
    return found


def _read(language: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
