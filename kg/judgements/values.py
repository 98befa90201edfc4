"""One judgement: who finds two things the same, different or neither, when and why."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, Self

from kg import iri

__all__ = ["Agent", "Judgement", "Verdict"]

Verdict = Literal["same", "different", "unsure"]


@dataclass(frozen=True, slots=True, order=True)
class Agent:
    """A person, or a linker with its version."""

    name: str
    version: str = ""
    """Of a linker; a person has none."""

    @property
    def is_person(self) -> bool:
        """True for a person."""
        return not self.version


@dataclass(frozen=True, slots=True)
class Judgement:
    """A finding on two things, named by IRI in the order of their IRIs: make one with `Judgement.on`.

    Its identity is all that it says but the times: who says the same again adds a time.
    """

    one: str
    other: str
    verdict: Verdict
    by: Agent
    times: tuple[datetime, ...]
    """When it was made, in order, with offset from UTC; at least one."""
    why: str = ""
    one_reports: tuple[str, ...] = ()
    """Where the first thing joins reports of articles: those that it joined then."""
    other_reports: tuple[str, ...] = ()
    score: float | None = None
    """Of a linker: from 0 to 1."""
    asked: datetime | None = None
    """When the source of a linker gave its answer."""
    answer: str = ""
    """SHA-256 of the facts that a linker judged on."""

    @classmethod
    def on(
        cls,
        one: str,
        other: str,
        verdict: Verdict,
        by: Agent,
        when: datetime,
        why: str = "",
        *,
        reports: tuple[Iterable[str], Iterable[str]] = ((), ()),
        score: float | None = None,
        asked: datetime | None = None,
        answer: str = "",
    ) -> Self:
        """Return the judgement on two things, whichever is named first; `reports` are in the order of the things."""
        mine, theirs = (tuple(sorted(each)) for each in reports)
        if other < one:
            one, other, mine, theirs = other, one, theirs, mine
        rounded = None if score is None else round(score, 4)
        return cls(one, other, verdict, by, (when,), why, mine, theirs, rounded, asked, answer)

    @property
    def iri(self) -> str:
        """The IRI, from all that it says but the times."""
        score = "" if self.score is None else f"{self.score:.4f}"
        who = (self.by.name, self.by.version)
        return iri.judged(self.one, self.other, self.verdict, *who, self.why, score, self.answer)

    @property
    def pair(self) -> tuple[str, str]:
        """The two things, in order."""
        return self.one, self.other

    @property
    def last(self) -> datetime:
        """When it was made last."""
        return self.times[-1]

    @property
    def item(self) -> str:
        """The Wikidata id, where one of the two is a Wikidata item; else nothing."""
        found = next((each for each in self.pair if each.startswith(iri.WIKIDATA)), "")
        return found.removeprefix(iri.WIKIDATA)

    @property
    def thing(self) -> str:
        """The thing of the store, where the other of the two is a Wikidata item; else the first."""
        return self.other if self.one.startswith(iri.WIKIDATA) else self.one

    def sides(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return what the judgement is on: the reports of each thing, or the thing itself where it joins none."""
        return self.one_reports or (self.one,), self.other_reports or (self.other,)

    def also(self, other: "Judgement") -> "Judgement":
        """Return the two as one: what was said at several times."""
        return replace(
            self,
            times=tuple(sorted({*self.times, *other.times})),
            one_reports=tuple(sorted({*self.one_reports, *other.one_reports})),
            other_reports=tuple(sorted({*self.other_reports, *other.other_reports})),
            asked=max((each.asked for each in (self, other) if each.asked), default=None),
        )
