"""Reprints: how many independent articles stand behind an event."""

import telling as t
from telling import DOHA, POMPEO, TALIBAN, told

from kg.query import answer

MEETING = {"place": DOHA, "when": "2020-11-21"}
STORY = " ".join(
    f"Sentence number {n} of the dispatch tells that delegation {n * 7} came to room {n * 3}." for n in range(30)
)


def witnesses(*texts: str) -> tuple[int, int]:
    articles = [
        t.extraction(
            told("e", "meeting", POMPEO, TALIBAN, **MEETING),
            text=text,
            published=f"2020-11-{20 + number}",
            source=f"Outlet {number}",
        )
        for number, text in enumerate(texts)
    ]
    [row] = answer(t.stored(*articles).oxigraph, "events", {"actor": "Taliban"}).dicts()
    return row["articles"], row["witnesses"]


def test_reprints_and_cuts_of_one_dispatch_are_one_witness() -> None:
    cut = STORY[: len(STORY) * 6 // 10]
    headed = "A new headline stands here. " + STORY.replace("number 7 of the dispatch", "number 7 of the report")
    own = (
        STORY.replace("Sentence", "Line")
        .replace("dispatch tells that delegation", "story has it how group")
        .replace("came to room", "sat in hall")
    )
    assert witnesses(STORY, STORY, cut, headed, own) == (5, 2)


def test_short_texts_are_never_reprints() -> None:
    assert witnesses("Pompeo met the Taliban in Doha.", "Pompeo met the Taliban in Doha.") == (2, 2)
