"""Which of Wikidata's labels and aliases are taken as names to find people and things by."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kg.link.answers import Row

__all__ = ["Named", "grouped"]

_ANY = "mul"
"""The language of a label that is good in all languages."""
_UNFIT = re.compile(r"[;()\[\]/|=\"]|\d{3}")
_MOST = 24
_SHORT = 3


class Named(NamedTuple):
    """The names of one item: language and form, labels before aliases."""

    labels: tuple[tuple[str, str], ...] = ()
    aliases: tuple[tuple[str, str], ...] = ()

    def label(self, languages: Sequence[str]) -> str:
        """Return the label in the first of these languages that has one, English and the common label before them."""
        by_language = dict(reversed(self.labels))
        return next((by_language[code] for code in ("en", _ANY, *languages) if code in by_language), "")

    def of(self, language: str) -> str:
        """Return the label in one language; the common label where there is none."""
        by_language = dict(reversed(self.labels))
        return by_language.get(language) or by_language.get(_ANY, "")

    def person(self) -> tuple[str, ...]:
        """Return the names of a person: those of one word alone are left out, as they find too many.

        A name is found in every language: people are called alike in all that share a script.
        """
        fit = [form for _, form in (*self.labels, *self.aliases) if not _UNFIT.search(form) and _full(form)]
        return tuple(dict.fromkeys(fit))[:_MOST]

    def thing(self) -> tuple[str, ...]:
        """Return the names of an organisation or agreement, each with its language: `ru:НАТО`.

        Aliases of three letters and less, and those without a capital, are left out: they are words as often as names.
        """
        fit = [(code, form) for code, form in self.labels if not _UNFIT.search(form)]
        fit += [
            (code, form)
            for code, form in self.aliases
            if not _UNFIT.search(form) and len(form) > _SHORT and not (form.islower() and form.isascii())
        ]
        tagged = [form if code == _ANY else f"{code}:{form}" for code, form in fit if len(code) == 2 or code == _ANY]
        return tuple(dict.fromkeys(tagged))[:_MOST]


def grouped(rows: Iterable[Row]) -> dict[str, Named]:
    """Return the names of each item of an answer to `questions.names`."""
    labels: dict[str, set[tuple[str, str]]] = {}
    aliases: dict[str, set[tuple[str, str]]] = {}
    for row in rows:
        into = labels if row["label"].value in {"true", "1"} else aliases
        name = " ".join(row["name"].value.split())
        into.setdefault(row["item"].id, set()).add(((row["name"].language or "").lower(), name))
    return {
        item: Named(tuple(sorted(labels.get(item, ()))), tuple(sorted(aliases.get(item, ()))))
        for item in labels.keys() | aliases.keys()
    }


def _full(form: str) -> bool:
    """Tell whether a name has more than one word, or stands in a script that parts no words."""
    return " " in form or any(char >= "\u3040" for char in form)
