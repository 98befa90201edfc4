"""Who goes on without another verb stops in each town on its day; talks that were stalled until somebody did something."""

import pytest
from stories import ask

WENT = [
    ("fr", "João Lourenço s'est rendu lundi à Kinshasa, où il a rencontré Félix Tshisekedi, puis mardi à Kigali."),
    ("en", "João Lourenço travelled to Kinshasa on Monday, where he met Félix Tshisekedi, then on Tuesday to Kigali."),
]


def told(folder, sentence: str) -> set[tuple[str, str, str]]:
    """Return (kind, day, place) of each claim on a visit or meeting."""
    where = """SELECT ?type ?when ?place WHERE { GRAPH ?g {
        ?claim a dk:Claim ; sem:eventType ?type . OPTIONAL { ?claim dk:claimedTime/dk:edtf ?when } OPTIONAL { ?claim sem:hasPlace ?place }
    } }"""
    rows = ask(folder, (("2024-06-12", f"Navette\n\n{sentence}"),), where)
    return {(row["type"].rpartition("/")[2], row["when"], row["place"].rpartition("/")[2]) for row in rows}


@pytest.mark.parametrize("sentence", [sentence for _, sentence in WENT], ids=["fr", "en"])
def test_whom_one_met_at_the_first_stop_was_not_met_at_the_next(tmp_path, sentence) -> None:
    assert told(tmp_path, sentence) == {
        ("visit", "2024-06-10", "kinshasa"),
        ("visit", "2024-06-11", "kigali"),
        ("meeting", "", ""),
    }


@pytest.mark.parametrize("sentence", [sentence for _, sentence in WENT], ids=["fr", "en"])
def test_both_stops_are_on_the_way(tmp_path, sentence) -> None:
    (row,) = ask(tmp_path, (("2024-06-12", f"Navette\n\n{sentence}"),), "shuttles")
    assert (row["left"], row["from"], row["arrived"], row["to"]) == ("2024-06-10", "Kinshasa", "2024-06-11", "Kigali")


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "João Lourenço s'est rendu à Kinshasa, puis il a rencontré Paul Kagame à Kigali.",
            {("visit", "", "kinshasa"), ("meeting", "", "kigali")},
        ),
        ("João Lourenço visited Kinshasa, then in turmoil.", {("visit", "", "kinshasa")}),
        ("João Lourenço visited Kinshasa before talks that were held in Kigali, then in Luanda.", {("visit", "", "kinshasa")}),
    ],
    ids=["verb", "no place", "talks"],
)  # fmt: skip
def test_another_verb_or_no_place_is_no_further_stop(tmp_path, sentence, found) -> None:
    assert {each for each in told(tmp_path, sentence) if each[0] in {"visit", "meeting"}} == found


@pytest.mark.parametrize(
    ("sentence", "stalled", "freed"),
    [
        (
            "The talks between Congo and the M23 in Doha had stalled over prisoners until Qatar proposed an exchange.",
            "prisoners",
            "Qatar proposed an exchange",
        ),
        ("The talks between Congo and the M23 in Doha had stalled over prisoners until May.", "prisoners", ""),
        (
            "Les pourparlers de Doha entre le Congo et le M23 ont achoppé sur les prisonniers jusqu'à ce que le Qatar propose un échange.",
            "les prisonniers",
            "le Qatar propose un échange",
        ),
        ("The talks between Congo and the M23 in Doha had stalled over prisoners.", "prisoners", ""),
    ],
)
def test_talks_that_stalled_until_somebody_did_something_were_freed_by_it(tmp_path, sentence, stalled, freed) -> None:
    rows = ask(tmp_path, (("2024-06-12", f"Doha\n\n{sentence}"),), "talks")
    parts = {row["part"].partition(" ")[2]: row["what"] for row in rows}
    assert (parts.get("stalled by", ""), parts.get("unblocked by", "")) == (stalled, freed)
