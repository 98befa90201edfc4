"""The journal of an update: each answer that was taken, on disk as soon as it is there, so that a killed run goes on.

    journal.jsonl     a line an answer: {"key", "step", "endpoint", "query", "asked", "answer", "rows"}
    KEY.json          its rows

A line that was cut by the end of a run, or whose rows are not there whole, is as good as none.
"""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import msgspec

from kg.errors import DataError
from kg.link.answers import Row, Term
from kg.link.wikidata import Answer

__all__ = ["Journal"]


class Journal:
    """The answers of one plan; another plan, or the same on another endpoint, has another journal."""

    def __init__(self, folder: Path, plan: str) -> None:
        """Open the journal of a plan below a folder; nothing is written yet."""
        self.folder = folder / "unfinished" / hashlib.sha256(plan.encode()).hexdigest()[:16]
        self._plan = plan
        self._lines: dict[str, dict[str, str]] = {each["key"]: each for each in self._read()}

    def __len__(self) -> int:
        return len(self._lines)

    def rows(self, step: str, query: str) -> list[Row] | None:
        """Return the rows of an answer that was taken before; None where there is none."""
        line = self._lines.get(_key(step, query))
        if line is None:
            return None
        try:
            data = (self.folder / f"{line['key']}.json").read_bytes()
            if hashlib.sha256(data).hexdigest() != line["kept"]:
                return None
            return msgspec.json.decode(data, type=list[dict[str, Term]])
        except (OSError, msgspec.DecodeError):
            return None

    def note(self, step: str, answer: Answer) -> None:
        """Keep an answer for good: when this returns, a killed run does not lose it.

        Raises:
            DataError: the folder cannot be written.
        """
        key = _key(step, answer.query)
        data = msgspec.json.encode([{name: asdict(term) for name, term in row.items()} for row in answer.rows])
        line = {
            "key": key,
            "step": step,
            "endpoint": answer.endpoint,
            "query": answer.query,
            "asked": answer.asked.isoformat(timespec="seconds"),
            "answer": answer.digest,
            "kept": hashlib.sha256(data).hexdigest(),
            "rows": str(len(answer.rows)),
        }
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self.folder, delete=False) as out:
                out.write(data)
                out.flush()
                os.fsync(out.fileno())
            Path(out.name).replace(self.folder / f"{key}.json")
            with (self.folder / "journal.jsonl").open("a", encoding="utf-8") as journal:
                journal.write("\n" + json.dumps(line, ensure_ascii=False) + "\n")  # parts it from a line cut before
                journal.flush()
                os.fsync(journal.fileno())
        except OSError as error:
            raise DataError(f"{self.folder}: cannot be written ({error.strerror}). Name another folder.") from error
        self._lines[key] = line

    def lines(self) -> list[dict[str, str]]:
        """Return what is to be told of each answer: step, endpoint, query, when, hash, rows."""
        told = ("step", "endpoint", "query", "asked", "answer", "rows")
        return [{name: line[name] for name in told} for line in self._lines.values()]

    def dates(self) -> list[datetime]:
        """Return when the answers came, in order."""
        return sorted(datetime.fromisoformat(line["asked"]) for line in self._lines.values())

    def drop(self) -> None:
        """Forget the answers: the run is done, or is to begin anew."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self._lines.clear()

    def _read(self) -> Iterator[dict[str, str]]:
        try:
            text = (self.folder / "journal.jsonl").read_text("utf-8", errors="replace")
        except OSError:
            return
        for line in text.splitlines():
            try:
                found = msgspec.json.decode(line, type=dict[str, str])
                datetime.fromisoformat(found["asked"])
            except (msgspec.DecodeError, KeyError, ValueError):
                continue
            if {"key", "step", "endpoint", "query", "answer", "kept", "rows"} <= found.keys():
                yield found


def _key(step: str, query: str) -> str:
    return hashlib.sha256(f"{step}\x1f{query}".encode()).hexdigest()[:32]
