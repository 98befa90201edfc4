"""What somebody says in a sentence: the speaker, the words that say so, how far they reach, and the statement that it makes."""

import msgspec

from kg.events.candidate import Candidate, Scene
from kg.events.items import Row
from kg.events.lexicon import frames
from kg.events.status import Reality
from kg.events.verbs import VerbGroup

__all__ = ["DIRECT", "QUOTES", "Heard", "Saying", "cue", "said_up_to", "state"]

QUOTES = frozenset('«»“”"')
DIRECT = 3
"""How soon after its verb a quotation opens."""


class Saying(msgspec.Struct):
    """A speaker, the words that say so, and the stretch of the sentence that is said."""

    speaker: str
    at: int
    scope: tuple[int, int]
    cue: str
    negative: bool = False
    via: str | None = None
    statement: Candidate | None = None
    ahead: bool = False
    """It says what shall be ("promised to end"): what has been, the article tells itself."""

    def covers(self, event: Candidate) -> bool:
        """Tell whether an event stands in what is said."""
        inside = event is not self.statement and self.scope[0] <= event.at <= self.scope[1]
        return inside and not (self.ahead and event.reality.status == "occurred")


class Heard(msgspec.Struct, frozen=True):
    """Who was heard before a sentence, whom a pronoun may stand for in it."""

    last: str | None = None
    """Who spoke, or acted, last."""
    together: tuple[str, ...] = ()
    """All who spoke last, where several did with one voice."""
    just: bool = False
    """True where they spoke in the sentence right before."""


def said_up_to(row: Row, at: int, last: int) -> int:
    """Return how far what is said reaches: to the end of a clause or quotation, or of the noun phrase that is announced."""
    items = row.items
    comma = None
    for index in range(at + 1, last + 1):
        item = items[index]
        opens = item.low in QUOTES and index <= at + DIRECT
        if "comp" in item.word.flags or opens or item.low == ":":
            return next((i for i in range(index, last) if items[i].low == ";"), last)
        if item.low == "," and comma is None:
            comma = index
    return comma if comma is not None else last


def state(
    scene: Scene,
    saying: Saying,
    kind: str,
    reality: Reality,
    rule: str,
    anchors: set[int],
    speakers: tuple[str, ...] = (),
) -> None:
    """Add the statement that words make to a scene, in place of any other event of speech that their verb tells."""
    statement = Candidate(kind, scene.row, saying.at, rule, reality, anchors=anchors, confidence=0.85)
    statement.add(speakers or (saying.speaker,), "speaker")
    if saying.via is not None:
        statement.add((saying.via,), "recipient")
    statement.span = (min(anchors), max(anchors))
    saying.statement = statement
    scene.found[:] = [c for c in scene.found if not (c.at == saying.at and frames()[c.type].family == "speech")]
    scene.found.append(statement)


def cue(scene: Scene, group: VerbGroup) -> str:
    """Return the words of a verb of speech as they stand."""
    items = scene.row.items
    text = scene.source.reading.article.text
    start = next((i for i in range(group.left, group.at + 1) if items[i].kind == "word"), group.at)
    return text[items[start].start : items[group.at].end]
