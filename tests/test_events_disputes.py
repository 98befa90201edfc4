"""Which statement says that another is not so: both stand side by side, whatever they are about."""

import json
from datetime import UTC, datetime

import pytest
from prose import prose

from kg.pipeline import extract


def disputes(code: str, text: str) -> list[tuple[str, str]]:
    """Return (who disputes, whose words) of a text."""
    day = datetime(2020, 11, 21, tzinfo=UTC)
    found = extract(prose(code, text, day)).claims
    by_id = {claim.id: claim for claim in found}
    who = {claim.id: claim.participants[0].actor.split("/")[-1] for claim in found if claim.participants}
    return [(who[claim.id], who[by_id[claim.disputes].id]) for claim in found if claim.disputes]


@pytest.mark.parametrize(
    ("code", "text", "pair"),
    [
        ("en", "Armenia said its forces had shot down a drone over Tavush. Azerbaijan denied the claim.", ("AZ", "AM")),
        ("en", "Russia said 200 Ukrainian soldiers had surrendered. Kyiv dismissed this as propaganda.", ("UA", "RU")),
        ("en", "India accused Pakistan of an incursion in Ladakh. Islamabad denied any incursion.", ("PK", "IN")),
        ("en", "Sudan said Ethiopia had shelled its territory, which Addis Ababa denies.", ("ET", "SD")),
        ("en", "Kinshasa accuses Rwanda of backing the M23 rebels. Kigali has denied it.", ("RW", "CD")),
        ("en", "Kenya said the border was open. Somalia said the opposite.", ("SO", "KE")),
        ("en", "Greece said the ship had entered its waters. Turkey said that was false.", ("TR", "GR")),
        ("fr", "Le Mali affirme que la France arme des djihadistes. Paris dément ces accusations.", ("FR", "ML")),
        ("fr", "Alger dit que Rabat a fermé la frontière. Le Maroc l'a nié.", ("MA", "DZ")),
        ("fr", "L'Inde dit que le Pakistan a ouvert le feu. Islamabad dit le contraire.", ("PK", "IN")),
        ("fr", "Le M23 dit avoir encerclé la ville de Goma. Kinshasa dément tout encerclement.", ("CD", "m23")),
    ],
)
def test_who_turns_down_what_another_has_just_said_disputes_it(code: str, text: str, pair: tuple[str, str]) -> None:
    assert disputes(code, text) == [pair]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Armenia said its forces had shot down a drone over Tavush. Azerbaijan rejected the proposal."),
        ("en", "India said the talks went well. Pakistan denied any incursion."),
        ("en", "Rwanda says it has no troops in Congo. Kenya welcomed the summit."),
        ("en", "Hungary said it would sign. Poland rejected the plan."),
        ("en", "France denied that it had struck the village."),
        ("en", "Iran said the report was false. Iran denied the claim again on Friday."),
        ("en", "Egypt denied the report. Qatar denied it too."),
        ("fr", "Ankara a dit avoir abattu un drone. Damas a rejeté l'offre de médiation."),
        ("fr", "Israël a salué l'accord. L'Iran a rejeté cette proposition."),
        ("fr", "Le Soudan a démenti avoir reçu des armes."),
    ],
)
def test_who_turns_down_something_else_disputes_nothing(code: str, text: str) -> None:
    assert disputes(code, text) == []


def test_both_are_printed_side_by_side_with_those_who_say_so(cli, tmp_path) -> None:
    text = "Armenia said on Friday that its forces had taken the height. Azerbaijan denied the claim."
    article = {"title": "Report", "text": text, "source": "Outlet", "date_publish": "2020-10-03"}
    (tmp_path / "a.json").write_text(json.dumps(article), "utf-8")
    cli("build", tmp_path / "news.kg", tmp_path / "a.json")
    [record] = [json.loads(line) for line in cli("disagreements", tmp_path / "news.kg", "--json").stdout.splitlines()]
    assert record["slot"] == "words"
    told = {(value["value"], value["claims"][0]["speaker"]) for value in record["values"]}
    assert told == {("said", "Armenia"), ("disputed", "Azerbaijan")}
