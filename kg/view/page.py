"""One HTML file that opens offline: own escaped template, data as JSON only, and a policy that forbids all else."""

import base64
import gzip
import hashlib
import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg import __version__
from kg.view.drawing import script
from kg.view.payload import payload
from kg.view.words import Words, load

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["render"]

_HERE = Path(__file__).parent
_SCRIPTS = ("model.js", "canvas.js", "panel.js", "controls.js")
"""In this order they are one script."""
_HARMLESS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def render(graph: "nx.MultiDiGraph[str]", *, language: str | None = None, title: str = "") -> bytes:
    """Return the page of a network.

    Args:
        graph: what `kg.view.network.network` made.
        language: of the page; by default that of the network's labels.
        title: shown as heading.

    Raises:
        InputError: the page does not speak the language.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    language = language or str(graph.graph.get("language", "en"))
    words = load(language)
    own = "\n".join(_read(name) for name in _SCRIPTS)
    viewer = f'(async () => {{\n"use strict";\n{own}\n}})();'
    style = _read("view.css")
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    text = environment.get_template("view.html.j2").render(
        language=language,
        words=words,
        title=title or words["title"],
        summary=_summary(graph, language, words),
        holds=_holds(graph, language, words),
        made_with=words["made_with"].format(version=__version__),
        policy=_policy((script(), viewer), style),
        data=to_json(payload(graph, language)),
        library=_packed(script()),
        library_from=script().partition("*/")[0].removeprefix("/**").replace("--", "-"),
        viewer=viewer,
        style=style,
    )
    return text.encode("utf-8", "replace")


def to_json(value: Any) -> str:
    """Return JSON that can stand in a script element: nothing in it ends the element or the line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).translate(_HARMLESS)


def _packed(text: str) -> str:
    """Return a text compressed, in base64: the page unpacks it, and its policy lets it run by its hash."""
    return base64.b64encode(gzip.compress(text.encode(), mtime=0)).decode()


def _read(name: str) -> str:
    """Return a script or style without the lines that are comment alone."""
    lines = (_HERE / "static" / name).read_text(encoding="utf-8").splitlines()
    return "\n".join(line.strip() for line in lines if line.strip() and not line.lstrip().startswith("//"))


def _policy(scripts: tuple[str, ...], style: str) -> str:
    """Return the content security policy: these scripts and this style, and nothing from anywhere."""
    allowed = " ".join(map(_hash, scripts))
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; img-src data:; "
        "connect-src 'none'; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _count(words: Words, language: str, thing: str, number: int) -> str:
    """Return a number with its noun."""
    from babel import Locale
    from babel.numbers import format_decimal

    locale = Locale.parse(language)
    forms = words["counts"][thing]
    form: str = forms.get(locale.plural_form(number)) or forms["other"]
    return form.format(n=format_decimal(number, locale=locale))


def _day(text: str, language: str) -> str:
    from babel.dates import format_date

    return format_date(date.fromisoformat(text), "long", locale=language)


def _summary(graph: "nx.MultiDiGraph[str]", language: str, words: Words) -> str:
    """Return what the network was made of, in one sentence."""
    about = graph.graph
    counts = {thing: _count(words, language, thing, about.get(thing, 0)) for thing in ("articles", "outlets")}
    if not about.get("first"):
        return str(words["corpus_undated"].format(**counts))
    first, last = _day(about["first"], language), _day(about["last"], language)
    return str(words["corpus"].format(**counts, first=first, last=last))


def _holds(graph: "nx.MultiDiGraph[str]", language: str, words: Words) -> str:
    """Return how much the network holds, and how much was left out for its size."""
    numbers = {"nodes": len(graph), "edges": graph.number_of_edges(), "claims": graph.graph.get("claims", 0)}
    counts = {thing: _count(words, language, thing, number) for thing, number in numbers.items()}
    told: str = words["holds"].format(**counts)
    whole = graph.graph.get("of", len(graph))
    if whole > len(graph):
        told += " " + words["reduced"].format(of=_count(words, language, "nodes", whole), nodes=len(graph))
    return told
