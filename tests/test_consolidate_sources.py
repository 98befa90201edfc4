"""Reprints: how many independent articles stand behind an event."""

import pytest
import telling as t
from telling import DOHA, POMPEO, RU, TALIBAN, US, told

from kg.model import Agreement, Commitment
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


OWN = " ".join(
    f"Our correspondent saw {n * 5} lorries on road {n * 11} and asked driver {n} for the way." for n in range(30)
)
LAST = ". (Agency dispatch)"
CASES = {
    "cut to its first half": (STORY[: len(STORY) // 2], 1),
    "cut to its second half": (STORY[len(STORY) // 2 :], 1),
    "the agency named at the end alone": (STORY + LAST, 1),
    "a newer version with two paragraphs more": (STORY + " " + OWN[: len(OWN) // 4], 1),
    "own reporting that quotes one paragraph": (OWN + " " + STORY[: len(STORY) // 6], 2),
    "own reporting that names the agency": (OWN + LAST, 2),
    "the same story in another language": (
        " ".join(
            f"La phrase {n} raconte comment le groupe {n * 7} est entré dans la salle {n * 3}." for n in range(30)
        ),
        2,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_text_that_another_mostly_holds_is_no_source_of_its_own(case: str) -> None:
    text, sources = CASES[case]
    assert witnesses(STORY, text) == (2, sources)
    assert witnesses(text, STORY) == (2, sources)


@pytest.mark.parametrize(
    "kind",
    ["a dk:Event", "a dk:Agreement", "a dk:Commitment", "dk:aboutEvent ?event"],
)
def test_events_agreements_commitments_and_claims_all_say_how_many_tell_of_them(kind: str) -> None:
    accord = Agreement(
        "agreement/new-start", "New START", "signed", 0, 5, parties=(US, RU),
        commitments=(Commitment("disarmament", 0, 5, US, deadline=t.when("../2018-02-05")),),
    )  # fmt: skip
    signing = told("s", "signing", US, RU, when="2010-04-08", agreement="agreement/new-start")
    texts = (STORY, STORY[: len(STORY) // 2], OWN)
    store = t.stored(
        *(
            t.extraction(signing, text=text, published=f"2020-11-2{n}", source=f"Outlet {n}", agreements=[accord])
            for n, text in enumerate(texts)
        )
    )
    rest = "?thing a dk:Claim" if "?event" in kind else ""
    found = answer(
        store.oxigraph,
        f"SELECT DISTINCT ?thing ?n ?w {{ GRAPH graph:consolidated {{ ?thing {kind} "
        f"OPTIONAL {{ ?thing dk:articleCount ?n ; dk:witnessCount ?w }} }} {rest} }}",
    )
    assert {(row["n"], row["w"]) for row in found.dicts()} == {(3, 2)}
