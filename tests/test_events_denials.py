"""What is denied: a deed, not how long it had not happened; and who has how many soldiers where, without a verb of movement."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg.model import Claim
from kg.pipeline import extract


def claims(code: str, text: str) -> tuple[Claim, ...]:
    """Return the claims of a text that was printed on a Saturday."""
    day = datetime(2020, 11, 21, tzinfo=UTC)
    return extract(prose(code, text, day)).claims


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "No Israeli minister had visited Riyadh before Monday."),
        ("en", "Kenya had not deployed troops in Haiti until last week."),
        ("en", "France will not withdraw its troops from Mali until June."),
        ("en", "No British prime minister had met Fidel Castro until Tony Blair flew to Havana."),
        ("fr", "Jusqu'à mardi, aucun ministre israélien ne s'était rendu à Riyad."),
        ("fr", "La France ne retirera pas ses soldats du Mali avant juin."),
        ("fr", "Aucun président américain n'avait rencontré Raul Castro avant Barack Obama."),
    ],
)
def test_how_long_something_did_not_happen_is_no_denial(code: str, text: str) -> None:
    assert [claim for claim in claims(code, text) if claim.polarity == "negative"] == []


@pytest.mark.parametrize(
    ("code", "text", "kind"),
    [
        ("en", "Russia and Ukraine did not sign the agreement in Istanbul before the deadline.", "signing"),
        ("en", "Hamas has not released the hostages.", "prisoner_release"),
        ("fr", "Vladimir Poutine n'a pas rencontré Volodymyr Zelensky à Istanbul jeudi.", "meeting"),
        ("fr", "La Russie et l'Ukraine n'ont pas signé l'accord avant la date limite.", "signing"),
    ],
)
def test_what_did_not_happen_is_denied(code: str, text: str, kind: str) -> None:
    assert [claim.type for claim in claims(code, text) if claim.polarity == "negative"] == [kind]


def test_what_an_article_denies_is_not_what_it_goes_on_to_tell() -> None:
    found = claims("en", "No talks with Israel were held, Lebanon said. The talks in Oslo between Colombia and the ELN have ended.")  # fmt: skip
    talks = {claim.event: claim.polarity for claim in found if claim.type == "negotiation"}
    assert sorted(talks.values()) == ["negative", "positive"]


@pytest.mark.parametrize(
    ("code", "text", "side", "value"),
    [
        ("en", "France had about 1,500 soldiers in Niger at the last count.", "FR", 1500),
        ("en", "Turkey keeps 1,000 troops in Qatar.", "TR", 1000),
        ("en", "American force levels now stood at 2,500 in Iraq.", "united-states-armed-forces", 2500),
        ("en", "Some 900 American soldiers remain in Syria.", "united-states-armed-forces", 900),
        ("en", "Britain is down to 750 troops in Cyprus.", "GB", 750),
        ("fr", "La France compte aujourd'hui 1.500 soldats au Niger.", "FR", 1500),
        ("fr", "Quelque 900 soldats américains se trouvent toujours en Syrie.", "united-states-armed-forces", 900),
        ("fr", "Les effectifs américains en Irak s'élèvent à 2.500 soldats.", "US", 2500),
    ],
)
def test_a_level_of_forces_is_a_deployment_under_way(code: str, text: str, side: str, value: float) -> None:
    [told] = [claim for claim in claims(code, text) if claim.type == "deployment"]
    assert (told.status, told.quantity.value if told.quantity else None) == ("ongoing", value)
    assert [p.actor.split("/")[-1] for p in told.participants] == [side]
    assert told.place is not None


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "France has lost 58 soldiers in Mali."),
        ("en", "Turkey had 150 soldiers killed in Syria."),
        ("en", "Ukraine has 1,000 soldiers surrounded in Debaltseve."),
        ("en", "France has 200,000 soldiers."),
        ("en", "By the middle of June, 8,600 troops were left."),
        ("fr", "La France a perdu 58 soldats au Mali."),
        ("fr", "L'Ukraine a 1.000 soldats encerclés à Debaltseve."),
        ("fr", "La Chine a 2 millions de soldats."),
    ],
)
def test_the_fallen_the_captured_and_whole_armies_are_no_level(code: str, text: str) -> None:
    assert [claim.type for claim in claims(code, text) if claim.type in {"deployment", "withdrawal"}] == []


@pytest.mark.parametrize(
    "text",
    [
        "Le Maroc a emboîté le pas en signant l'accord avec Israël.",
        "Le Ghana a fait le premier pas en retirant ses soldats du Mali.",
    ],
)
def test_a_step_denies_nothing(text: str) -> None:
    assert [claim for claim in claims("fr", text) if claim.polarity == "negative"] == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Talks between Sudan and Ethiopia intended to end the war opened on Saturday in Doha.", "occurred"),
        ("Talks between Sudan and Ethiopia designed to end the war were cancelled on Saturday.", "cancelled"),
        ("The talks were meant to end the war between Sudan and Ethiopia.", "proposed"),
    ],
)
def test_what_talks_are_for_says_nothing_of_whether_they_are_held(text: str, status: str) -> None:
    assert {claim.status for claim in claims("en", text) if claim.type == "negotiation"} == {status}


@pytest.mark.parametrize(
    ("code", "text", "status", "day"),
    [
        ("en", "Vladimir Putin on Monday cancelled a meeting with Erdogan planned for Thursday in Sochi.", "cancelled", "2020-11-19"),
        ("en", "Joe Biden cancelled Sunday's meeting with the Taliban.", "cancelled", "2020-11-15"),
        ("en", "Antony Blinken on Friday postponed a visit to China.", "postponed", None),
        ("en", "Emmanuel Macron held a secret meeting with Angela Merkel in Paris on Monday.", "occurred", "2020-11-16"),
        ("fr", "Emmanuel Macron a reporté jeudi sa visite en Allemagne prévue dimanche.", "postponed", "2020-11-22"),
    ],
)  # fmt: skip
def test_the_day_of_calling_off_is_not_the_day_that_was_due(code: str, text: str, status: str, day: str | None) -> None:
    [told] = [claim for claim in claims(code, text) if claim.type in {"meeting", "visit"}]
    assert (told.status, told.when.edtf if told.when else None) == (status, day)
