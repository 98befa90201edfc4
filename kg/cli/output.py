"""Where the data of a verb goes and in which form: options shared by all verbs, and the writers behind them.

A table on a terminal, JSON lines when piped, a form told by the suffix of `-o FILE`; a flag always wins.
"""

import csv
import io
import json
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from itertools import chain
from pathlib import Path
from typing import IO, Any, Literal

import click

from kg import iri
from kg.errors import InputError

__all__ = ["Form", "Output", "file_options", "line", "output_options", "refuse_existing"]

Form = Literal["json", "csv", "tsv", "table"]
Row = Sequence[object]

_SUFFIXES: dict[str, Form] = {
    ".csv": "csv", ".json": "json", ".jsonl": "json", ".ndjson": "json", ".tab": "tsv", ".tsv": "tsv", ".txt": "table",
}  # fmt: skip
_CONTROLS = {code: "\ufffd" for code in [*range(32), 127, *range(128, 160)] if chr(code) not in "\n\t"}
"""A terminal obeys these; the text of an article must not command it."""
_ID = re.compile(r"[a-z]+/[\w./-]{,32}|")
"""An id of ours as a table shows it, short enough to stand on one line, or an empty cell."""
WIDTH = 120
"""Columns of a table that does not go to a terminal, unless the variable COLUMNS names another number."""


@dataclass(frozen=True, slots=True)
class Output:
    """Where and in which form the data goes."""

    form: Form | None = None
    """None: the suffix of the file or the terminal decides."""
    file: Path | None = None
    replace: bool = False

    def chosen(self) -> Form:
        """Return the form that is written."""
        if self.form:
            return self.form
        if self.file:
            return _told_by_suffix(self.file)
        return "table" if sys.stdout.isatty() else "json"

    def write(
        self, columns: Sequence[str], rows: Iterable[Row], records: Iterable[Mapping[str, object]] | None = None
    ) -> None:
        """Write rows; in JSON, the records in their place where there are any.

        Raises:
            InputError: the file exists and may not be replaced, or cannot be written.
        """
        form = self.chosen()
        with self.stream() as stream:
            if form == "json":
                for record in (
                    records if records is not None else (dict(zip(columns, row, strict=True)) for row in rows)
                ):
                    stream.write(line(record))
            elif form == "table":
                for piece in _table(columns, rows, terminal=self.file is None and sys.stdout.isatty()):
                    stream.write(piece)
            else:
                for piece in _separated(columns, rows, "," if form == "csv" else "\t"):
                    stream.write(piece)

    @contextmanager
    def stream(self) -> Iterator[IO[bytes]]:
        """Open stdout, or the file: it appears when the block ends well, never half-written.

        Raises:
            InputError: the file exists and may not be replaced, or cannot be written.
        """
        if self.file is None:
            stdout = sys.stdout.buffer
            yield stdout
            stdout.flush()
            return
        refuse_existing(self.file, replace=self.replace)
        try:
            handle, name = tempfile.mkstemp(prefix=f".{self.file.name}.", dir=self.file.parent)
        except OSError as error:
            raise InputError(
                f"{self.file}: cannot be written ({error.strerror}). Name a file in another folder."
            ) from error
        try:
            with os.fdopen(handle, "wb") as stream:
                yield stream
            umask = os.umask(0)
            os.umask(umask)
            Path(name).chmod(0o666 & ~umask)
            Path(name).replace(self.file)
        except BaseException as error:
            with suppress(OSError):
                Path(name).unlink()
            if isinstance(error, OSError) and error.filename is None:  # of writing; others name their file
                raise InputError(
                    f"{self.file}: cannot be written ({error.strerror}). Make room, or name a file on another disk."
                ) from error
            raise


def _told_by_suffix(file: Path) -> Form:
    """Return the form that a file's suffix names; a file without one holds JSON lines.

    Raises:
        InputError: the suffix names no form.
    """
    suffix = file.suffix.lower()
    if suffix and suffix not in _SUFFIXES:
        known = ", ".join(_SUFFIXES)
        raise InputError(f"{file}: the suffix {suffix} names no form. Forms: {known}; or name one: --csv, --json ...")
    return _SUFFIXES.get(suffix, "json")


def refuse_existing(file: Path, *, replace: bool) -> None:
    """Raise an InputError where a file stands that may not be replaced."""
    if file.is_dir():
        raise InputError(f"{file}: is a folder. Name a file in it.")
    if file.exists() and not replace:
        raise InputError(f"{file}: exists. Use --replace to overwrite it, or name another file.")


def line(record: Mapping[str, object]) -> bytes:
    """Return a record as one line of JSON in UTF-8; a lone surrogate is written as its escape."""
    return (json.dumps(record, ensure_ascii=False, default=_text) + "\n").encode("utf-8", "backslashreplace")


def file_options(function: Callable[..., None]) -> Callable[..., None]:
    """Add `-o FILE` and `--replace` to a verb that writes JSON lines, which receives them as `output`."""
    return _file(_collected(function, forms=False))


def output_options(function: Callable[..., None]) -> Callable[..., None]:
    """Add the forms, `-o FILE` and `--replace` to a verb, which receives them as `output`."""
    lines = {
        "table": "A table (default on a terminal).",
        "tsv": "Values separated by tabs.",
        "csv": "Values separated by commas.",
        "json": "JSON lines (default when piped).",
    }
    wrapped = _file(_collected(function, forms=True))
    for form, what in lines.items():
        wrapped = click.option(f"--{form}", "form", flag_value=form, default=None, help=what)(wrapped)
    return wrapped


def _file(function: Callable[..., None]) -> Callable[..., None]:
    where = click.Path(path_type=Path, dir_okay=False)
    wrapped = click.option("--replace", is_flag=True, help="Overwrite FILE where it exists.")(function)
    return click.option("-o", "--output", "file", metavar="FILE", type=where, help="Write to FILE instead of stdout.")(
        wrapped
    )


def _collected(function: Callable[..., None], *, forms: bool) -> Callable[..., None]:
    @wraps(function)
    def call(*args: Any, file: Path | None, replace: bool, form: Form | None = None, **options: Any) -> None:
        if file is not None:
            refuse_existing(file, replace=replace)
            form = form or (_told_by_suffix(file) if forms else "json")
        function(*args, output=Output(form, file, replace), **options)

    return call


def _separated(columns: Sequence[str], rows: Iterable[Row], separator: str) -> Iterator[bytes]:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=separator, lineterminator="\n")
    for row in chain([columns], rows):
        writer.writerow(["" if value is None else _text(value) for value in row])
        yield buffer.getvalue().encode("utf-8", "backslashreplace")
        buffer.seek(0)
        buffer.truncate()


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return "; ".join(_text(each) for each in value)
    return value.isoformat() if isinstance(value, (date, datetime)) else str(value)


def _table(columns: Sequence[str], rows: Iterable[Row], *, terminal: bool) -> Iterator[bytes]:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    held = [["" if value is None else _cell(value) for value in row] for row in rows]
    for index, column in enumerate(columns):
        numeric = bool(held) and all(not row[index] or _is_number(row[index]) for row in held)
        ids = bool(held) and all(_ID.fullmatch(row[index]) for row in held)  # to be copied: not cut over lines
        table.add_column(column, justify="right" if numeric else "left", overflow="fold", no_wrap=ids)
    for row in held:
        table.add_row(*(Text(cell) for cell in row))
    width = shutil.get_terminal_size((WIDTH, 40)).columns
    page = io.StringIO()
    Console(file=page, width=width, force_terminal=terminal, legacy_windows=False, highlight=False).print(table)
    yield "".join(f"{text.rstrip()}\n" for text in page.getvalue().splitlines()).encode("utf-8", "backslashreplace")


def _cell(value: object) -> str:
    """Return a value for a table: our IRIs cut to what tells them apart, no character that a terminal obeys."""
    return _text(value).removeprefix(iri.ENTITY).removeprefix(iri.BASE).translate(_CONTROLS)


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).replace("-", "", 1).isdigit()
