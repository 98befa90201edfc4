"""Answers kept on disk: a file for each question, which names the answer by its hash, and a file for each answer.

    questions/<hash of endpoint and question>.json    {"endpoint", "query", "asked", "answer": <hash>}
    answers/<hash of the answer>                      the bytes as they came

An answer that does not have the hash it is named by, or a question file that is cut or is about another question, is
as good as none: the service is asked again.
"""

import contextlib
import hashlib
import os
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

__all__ = ["Kept", "folder"]


class _Question(msgspec.Struct):
    endpoint: str
    query: str
    asked: datetime
    answer: str


class Kept:
    """The answers in one folder, of the last `days` days."""

    def __init__(self, where: Path, days: float) -> None:
        self._where = where
        self._age = timedelta(days=days)

    def read(self, endpoint: str, query: str, now: datetime) -> tuple[bytes, datetime] | None:
        """Return the answer to a question with the time at which it came, where one is kept whole and is not too old."""
        try:
            question = msgspec.json.decode(self._question(endpoint, query).read_bytes(), type=_Question)
            data = self._answer(question.answer).read_bytes()
        except (OSError, ValueError, msgspec.DecodeError):
            return None
        whole = hashlib.sha256(data).hexdigest() == question.answer
        if not whole or (question.endpoint, question.query) != (endpoint, query) or question.asked.tzinfo is None:
            return None
        return (data, question.asked) if timedelta() <= now - question.asked < self._age else None

    def write(self, endpoint: str, query: str, data: bytes, asked: datetime) -> None:
        """Keep an answer; a folder that cannot be written costs time, never the answer."""
        if not self._age:
            return
        digest = hashlib.sha256(data).hexdigest()
        with contextlib.suppress(OSError):
            _whole(self._answer(digest), data)
            record = msgspec.json.encode(_Question(endpoint, query, asked.astimezone(UTC), digest))
            _whole(self._question(endpoint, query), record)

    def forget(self, endpoint: str, query: str) -> None:
        """Drop the answer to a question."""
        with contextlib.suppress(OSError):
            self._question(endpoint, query).unlink()

    def _question(self, endpoint: str, query: str) -> Path:
        name = hashlib.sha256(f"{endpoint}\x1f{query}".encode()).hexdigest()
        return self._where / "questions" / f"{name}.json"

    def _answer(self, digest: str) -> Path:
        if len(digest) != 64 or not set(digest) <= set("0123456789abcdef"):
            raise ValueError(digest)
        return self._where / "answers" / digest


def folder() -> Path:
    """Return where answers are kept by default: in the user's cache folder."""
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or str(Path.home() / ".cache")
    return Path(base) / "diplomatic-kg" / "wikidata"


def _whole(file: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as out:
        out.write(data)
    Path(out.name).replace(file)
