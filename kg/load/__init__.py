"""Files to articles: what a file holds is told from its content, its text is cut into typed segments.

    files -> bytes -> loader (entry points of `kg.loaders`) -> RawDocument -> language -> segments and header -> Article

A document that cannot be read is yielded as a `LoadError` in its place; the run goes on.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from kg import iri, lang, plugins
from kg.errors import DataError, InputError, LoadError
from kg.load import byline
from kg.load import language as languages
from kg.load.cues import compile_cues
from kg.load.document import Block, Loader, RawDocument, compose
from kg.load.files import STDIN, Paths, contents, files, shown, unpack
from kg.load.segment import segment
from kg.load.sources import source_and_agency
from kg.load.stamp import in_address
from kg.load.stamp import parse as parse_time
from kg.model import READ_SEGMENTS, Article

__all__ = [
    "STDIN",
    "Block",
    "Loader",
    "Paths",
    "RawDocument",
    "articles",
    "compose",
    "files",
    "formats",
    "parse_time",
    "read",
    "shown",
]

HEAD = 65_536
"""Bytes that a loader is shown to tell its format."""
LONGEST = 1_000_000
"""Characters of one article; a longer text is no article."""
_BINARY = (
    (b"%PDF-", "a PDF document, which no loader at hand reads. Save it as plain text"),
    (b"PK\x03\x04", "a ZIP archive or Word document, which no loader at hand reads. Save it as plain text"),
    (b"\xd0\xcf\x11\xe0", "an old Word document, which no loader at hand reads. Save it as plain text"),
    (b"\x89PNG", "a picture, not an article"),
    (b"GIF8", "a picture, not an article"),
    (b"\xff\xd8\xff", "a picture, not an article"),
    (b"\x7fELF", "a program, not an article"),
    (b"WARC/", "a WARC archive, which no loader at hand reads"),
    (b"SQLite format 3\x00", "a database, not an article"),
)
_PROSE = re.compile(r"[^\W\d_]+(?:[^\S\n][^\W\d_]+){2}|[^\W\d_]{30}")
"""Three words in a row, or as many letters without their spaces: any sentence has them; code, settings and lists seldom do."""
_EXPORT = re.compile(r"\s*\d+ of \d+ DOCUMENTS")


@dataclass(frozen=True, slots=True)
class _Wish:
    """What the user states about the input."""

    format: str | None
    language: str | None
    published: datetime | None


def formats() -> tuple[str, ...]:
    """Return the names of the loaders at hand."""
    return plugins.names("kg.loaders")


def articles(
    paths: Paths,
    *,
    format: str | None = None,  # noqa: A002 - the name of the option
    language: str | None = None,
    published: datetime | None = None,
) -> Iterator[Article | LoadError]:
    """Read the articles of files and folders; an error stands in the place of each document left out.

    Args:
        paths: files, folders, which are walked in order of names, or `-` for stdin.
        format: name of the loader to use; by default the content decides.
        language: ISO 639-1 code; by default the file's metadata, then the text decide.
        published: time of publication; by default what the file says.

    Raises:
        InputError: the format or language is not at hand.
    """
    wish = _wish(format, language, published)
    return _articles(paths, wish)


def read(
    data: bytes,
    where: str = "-",
    *,
    format: str | None = None,  # noqa: A002 - the name of the option
    language: str | None = None,
    published: datetime | None = None,
) -> Iterator[Article | LoadError]:
    """Read the articles of the bytes of one file; arguments as for `articles`, `where` names it in errors.

    Raises:
        InputError: the format or language is not at hand.
    """
    return _read(data, where, _wish(format, language, published))


def _wish(format_: str | None, language: str | None, published: datetime | None) -> _Wish:
    if format_ is not None and format_ not in formats():
        raise InputError(f"format {format_!r}: no such loader. Loaders at hand: {', '.join(formats())}.")
    if language is not None and language not in lang.codes():
        raise InputError(f"language {language!r}: no data file. Languages at hand: {', '.join(lang.codes())}.")
    return _Wish(format_, language, published)


def _articles(paths: Paths, wish: _Wish) -> Iterator[Article | LoadError]:
    for path in files(paths):
        if isinstance(path, LoadError):
            yield path
            continue
        try:
            data = contents(path)
        except LoadError as error:
            yield error
            continue
        yield from _read(data, shown(path), wish)


def _read(data: bytes, where: str, wish: _Wish) -> Iterator[Article | LoadError]:
    try:
        data = unpack(data, where)
        name, loader = _loader(data, where, wish.format)
    except (LoadError, DataError) as error:
        yield error if isinstance(error, LoadError) else LoadError(where, str(error))
        return
    found = False
    for document in _documents(loader, data, where):
        found = True
        try:
            yield document if isinstance(document, LoadError) else _article(document, name, wish)
        except LoadError as error:
            yield error
    if not found:
        yield LoadError(where, "holds no article")


def _documents(loader: Loader, data: bytes, where: str) -> Iterator[RawDocument | LoadError]:
    """Yield the documents of a file; what a loader raises is the last of them."""
    try:
        yield from loader.read(data, where)
    except LoadError as error:
        yield error


def _loader(data: bytes, where: str, name: str | None) -> tuple[str, Loader]:
    """Return the loader that is surest of the content, or the one that the user names."""
    if not data.strip():
        raise LoadError(where, "is empty")
    head = data[:HEAD]
    names = (name,) if name else formats()
    sure: list[tuple[float, str, Loader]] = []
    for each in names:
        loader = _checked(each)
        sure.append((1.0 if name else loader.sniff(head), each, loader))
    best = max(sure, key=lambda one: (one[0], one[1]), default=(0.0, "", None))
    if best[0] <= 0.1:
        kind = next((kind for magic, kind in _BINARY if head.startswith(magic)), None)
        if kind or head[257:262] == b"ustar":
            raise LoadError(where, f"is {kind or 'a tar archive. Unpack it first'}")
    if best[2] is None or best[0] <= 0:
        raise LoadError(where, f"is in no format that the loaders at hand read: {', '.join(names) or 'none'}")
    return best[1], best[2]


def _time(value: str | None, code: str) -> datetime | None:
    """Return the time that metadata gives, in the words of the text's language or else of another."""
    if not value:
        return None
    return parse_time(value, (code,)) or parse_time(value, tuple(other for other in lang.codes() if other != code))


def _checked(name: str) -> Loader:
    """Return a loader that has the two functions of one."""
    loader = plugins.load("kg.loaders", name)
    if not (callable(getattr(loader, "sniff", None)) and callable(getattr(loader, "read", None))):
        raise DataError(f"kg.loaders: plug-in {name!r} has no functions sniff and read.")
    return cast("Loader", loader)


def _article(raw: RawDocument, loader: str, wish: _Wish) -> Article:
    """Return the article of a document.

    Raises:
        LoadError: its language is not at hand, or it has no words to read.
    """
    text = raw.text
    if len(text) > LONGEST:
        raise LoadError(raw.where, f"is {len(text):,} characters long; an article has {LONGEST:,} at most. Split it")
    if _EXPORT.match(text):
        raise LoadError(raw.where, "is an export of many documents, which no loader at hand reads")
    body = max(
        (text[block.start : block.end] for block in raw.blocks if block.kind in (None, "body")), key=len, default=text
    )
    code = languages.choose(body, raw.where, stated=wish.language, said=raw.language)
    segments, head = segment(raw, code)
    if not any(one.kind in READ_SEGMENTS and _PROSE.search(text, one.start, one.end) for one in segments):
        raise LoadError(raw.where, "holds no text of an article: no three words in a row")
    published = wish.published or _time(raw.published, code) or head.published or in_address(raw.url)
    source, agency = source_and_agency(raw.source, code)
    signed = byline.parts(raw.byline or "", compile_cues(code))
    source = source or head.source or signed.source
    return Article(
        id=iri.article_id(text, url=raw.url, source=source, published=published),
        path=raw.where,
        text=text,
        segments=segments,
        language=code,
        title=raw.title or head.title,
        byline=raw.byline or head.byline,
        source=source,
        agency=raw.agency or head.agency or agency or signed.agency,
        published=published,
        modified=_time(raw.modified, code) or head.modified,
        url=raw.url,
        loader=loader,
        repairs=raw.repairs,
    )
