"""What the sample corpus disagrees on, as its README lists it: how much of it is found, and that nothing else is printed."""

import json

import pytest

LISTED = {
    "territory held by the Taliban": ("words", "85 %", "propagande"),
    "money that Ghani took": ("words", "full of cash", "baseless"),
    "what was asked for in Hanoi": ("words", "in their entirety", "contradicts Trump"),
    "Turkish peacekeepers, in French": ("words", "prendra part au maintien de la paix", "Le Kremlin dit l'inverse"),
    "Turkish peacekeepers, in English": (
        "words",
        "join Russia in a joint peacekeeping force",
        "no such thing was agreed",
    ),
    "encirclement at Debaltseve": ("words", "avoir encerclé", "dément tout encerclement"),
    "the meeting of Neom": ("whether", "et y a rencontré le prince héritier", "Riyadh denies that crown prince"),
    "the meeting of Neom, in a title": ("words", "selon la presse", "Riyad dément"),
    "length of the grain deal's extension": ("words", "60 jours", "Kiev affirme l'inverse"),
}
"""What disagrees -> slot, words of one side, words of the other."""


@pytest.fixture(scope="module")
def printed(sample_store) -> list[tuple[str, list[set[str]]]]:
    """Return slot and, for each value, the sentences of each disagreement that is printed over the sample corpus."""
    from click.testing import CliRunner

    from kg.cli import command

    done = CliRunner().invoke(command, ["disagreements", str(sample_store), "--json"])
    records = [json.loads(line) for line in done.stdout.splitlines()]
    return [
        (record["slot"], [{claim["sentence"] for claim in value["claims"]} for value in record["values"]])
        for record in records
    ]


def shows(record: tuple[str, list[set[str]]], listed: tuple[str, str, str]) -> bool:
    """Tell whether a record lays the two sides of a listed disagreement beside each other as values."""
    slot, values = record
    sides = [{at for at, said in enumerate(values) if any(words in one for one in said)} for words in listed[1:]]
    return slot == listed[0] and any(one != other for one in sides[0] for other in sides[1])


@pytest.mark.parametrize("what", LISTED)
def test_a_listed_disagreement_is_laid_side_by_side(printed, what: str) -> None:
    assert any(shows(record, LISTED[what]) for record in printed)


def test_nothing_is_printed_that_is_not_listed(printed) -> None:
    false = [record for record in printed if not any(shows(record, listed) for listed in LISTED.values())]
    assert false == []
