"""What articles say became of commitments: all who were left are all, lifted sanctions are a step, a promise is no deed."""

import pytest
from stories import ask, lines

SIGNED = (
    "2024-03-02",
    (
        "Chad and Niger sign Niamey agreement\n\nChad and Niger signed the Niamey Agreement in Niamey on Friday. Under the agreement, Niger will release "
        "200 Chadian prisoners by May 1. In return, Chad will lift its sanctions on Niger. Chad will withdraw its 500 soldiers from Niger by June 30."
    ),
)
SIGNE = (
    "2024-03-02",
    (
        "Le Tchad et le Niger signent l'accord de Niamey\n\nLe Tchad et le Niger ont signé vendredi à Niamey l'accord de Niamey. Aux termes de l'accord, "
        "le Niger libérera 200 prisonniers tchadiens avant le 1er mai. En échange, le Tchad lèvera ses sanctions contre le Niger."
    ),
)
SOME = ("2024-03-21", "Niger\n\nNiger freed 80 Chadian prisoners on Wednesday under the Niamey agreement.")


def course(folder, articles, kind: str) -> list[tuple[str, str]]:
    """Return (day of publication, word) of each step of the commitment of a kind."""
    entries = [entry for entry in lines(folder, articles, "ledger") if entry["kind"] == kind and entry["commitment"]]
    return [(step["published"], step["word"]) for entry in entries for step in entry["steps"]]


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Niger freed the last 120 Chadian prisoners on Friday.", "done"),
        ("Niger released the remaining 120 Chadian prisoners on Friday.", "done"),
        ("Le Niger a libéré vendredi les 120 derniers prisonniers tchadiens.", "done"),
        ("Le Niger a libéré vendredi les 120 prisonniers tchadiens restants.", "done"),
        ("Niger freed 120 Chadian prisoners last Friday.", "in part"),
        ("Niger freed 60 of the remaining 120 Chadian prisoners on Friday.", "in part"),
        ("Le Niger a libéré 120 prisonniers tchadiens la semaine dernière.", "in part"),
    ],
)
def test_who_frees_all_who_were_left_has_freed_all(tmp_path, sentence, word) -> None:
    steps = course(tmp_path, (SIGNED, SOME, ("2024-04-06", f"Niger\n\n{sentence}")), "prisoner release")
    assert steps == [("2024-03-02", "promised"), ("2024-03-21", "in part"), ("2024-04-06", word)]


@pytest.mark.parametrize("signed", [SIGNED, SIGNE], ids=["en", "fr"])
@pytest.mark.parametrize(
    ("sentence", "steps"),
    [
        ("Chad lifted its sanctions on Niger on Wednesday.", ["done"]),
        ("Le Tchad a levé mercredi ses sanctions contre le Niger.", ["done"]),
        ("Chad lifted some of its sanctions on Niger on Wednesday.", ["in part"]),
        ("Le Tchad a levé mercredi une partie de ses sanctions contre le Niger.", ["in part"]),
        ("Chad kept its sanctions on Niger.", []),
        ("Benin lifted its sanctions on Niger on Wednesday.", []),
        ("Le Tchad a imposé mercredi des sanctions au Niger.", []),
    ],
)
def test_sanctions_that_are_lifted_are_a_step_of_that_promise(tmp_path, signed, sentence, steps) -> None:
    told = course(tmp_path, (signed, ("2024-05-23", f"Sahel\n\n{sentence}")), "sanctions relief")
    assert told == [("2024-03-02", "promised"), *(("2024-05-23", word) for word in steps)]


def test_a_promise_is_not_begun_on_the_day_of_it(tmp_path) -> None:
    assert [
        word for entry in lines(tmp_path, (SIGNED,), "ledger") for word in entry["standing"] if word != "overdue"
    ] == ["promised"] * 3


def test_what_is_done_under_a_text_is_not_done_in_the_town_of_its_name(tmp_path) -> None:
    where = "SELECT ?place WHERE { GRAPH ?g { ?claim a dk:Claim ; sem:eventType <https://w3id.org/diplokg/event-type/prisoner_release> ; sem:hasPlace ?place } }"
    assert ask(tmp_path, (SOME,), where) == []
