"""A claim is right as a whole: what is only threatened or was not done, whom a clause means, who speaks, what is where."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg.model import Claim
from kg.pipeline import extract


def told(language: str, text: str) -> dict[str, list[Claim]]:
    """Return the claims of a text by type."""
    found: dict[str, list[Claim]] = {}
    for claim in extract(prose(language, text, datetime(2020, 11, 21, tzinfo=UTC))).claims:
        found.setdefault(claim.type, []).append(claim)
    return found


def names(claim: Claim) -> set[str]:
    """Return who takes part in a claim, without the kind of their ids."""
    return {p.actor.rpartition("/")[2] for p in claim.participants}


@pytest.mark.parametrize(
    ("language", "text", "kind", "status"),
    [
        ("en", "Sergei Lavrov left Geneva without meeting John Kerry.", "meeting", "denied"),
        ("en", "Sergei Lavrov left Geneva after meeting John Kerry.", "meeting", "occurred"),
        ("fr", "Sergueï Lavrov a quitté Genève sans rencontrer John Kerry.", "meeting", "denied"),
        ("en", "Iran threatened to retaliate by attacking Israel.", "attack", "planned"),
        ("fr", "L'Iran a menacé de riposter en attaquant Israël.", "attack", "planned"),
        ("en", "Iran responded by attacking Israel.", "attack", "occurred"),
        ("en", "Russia responded by expelling two British diplomats.", "sanction", "occurred"),
        ("en", "Russia could respond by expelling British diplomats.", "sanction", "planned"),
        ("en", "Russia will respond by cancelling its talks with Turkey.", "negotiation", "cancelled"),
        ("en", "Turkey threatened to cancel the talks with Greece.", "negotiation", "planned"),
        ("en", "Turkey could call off its talks with Greece.", "negotiation", "planned"),
        ("en", "Turkey refused to postpone the talks with Greece.", "negotiation", "planned"),
        ("fr", "La Turquie pourrait annuler les pourparlers avec la Grèce.", "negotiation", "planned"),
        ("en", "Turkey decided to cancel the talks with Greece.", "negotiation", "cancelled"),
        ("fr", "La Turquie a décidé de repousser la réunion avec la Grèce.", "meeting", "postponed"),
        ("en", "India and Pakistan have fought three wars over Kashmir.", "war", "occurred"),
    ],
)
def test_what_is_threatened_possible_or_left_undone_is_not_done(
    language: str, text: str, kind: str, status: str
) -> None:
    (claim,) = told(language, text)[kind]
    assert claim.status == status


@pytest.mark.parametrize(
    ("language", "text", "kind", "who"),
    [
        ("en", "The Turkish president, whom Vladimir Putin will meet on Friday, arrived in Moscow.", "meeting",
         {"vladimir-putin", "recep-tayyip-erdogan"}),
        ("en", "Emmanuel Macron, whom Angela Merkel met in Berlin, flew home.", "meeting",
         {"emmanuel-macron", "angela-merkel"}),
        ("fr", "Le président turc, que Vladimir Poutine a rencontré vendredi, est parti.", "meeting",
         {"vladimir-putin", "recep-tayyip-erdogan"}),
        ("fr", "Emmanuel Macron a dit au président turc que Vladimir Poutine rencontrera Xi Jinping.", "meeting",
         {"vladimir-putin", "xi-jinping"}),
        ("en", "Emmanuel Macron, whom critics call aloof, met Angela Merkel.", "meeting",
         {"emmanuel-macron", "angela-merkel"}),
        ("en", "Vladimir Putin and Xi Jinping had frank talks in Moscow.", "meeting", {"vladimir-putin", "xi-jinping"}),
        ("en", 'Vladimir Putin and Xi Jinping had "useful and frank talks" in Moscow.', "meeting",
         {"vladimir-putin", "xi-jinping"}),
        ("en", "Vladimir Putin held long and fruitful talks with Xi Jinping.", "meeting",
         {"vladimir-putin", "xi-jinping"}),
        ("en", "Syrian forces entered Manbij under a deal reached with the Syrian Democratic Forces.", "military_action",
         {"armed-forces-of-syria"}),
        ("en", "India and Pakistan have fought two of their three wars over Kashmir.", "war", {"IN", "PK"}),
        ("en", "Syrian forces fought rebels during the war.", "military_action",
         {"armed-forces-of-syria", "armed-groups-of-syria"}),
        ("en", "Turkish troops seized Afrin and then President Bashar al-Assad was informed.", "military_action",
         {"armed-forces-of-turkey"}),
        ("en", "Turkish troops seized Afrin and President Bashar al-Assad is in Damascus.", "military_action",
         {"armed-forces-of-turkey"}),
        ("en", "Angela Merkel met Emmanuel Macron and Vladimir Putin was told.", "meeting", {"emmanuel-macron", "angela-merkel"}),
        ("en", "Angela Merkel met Emmanuel Macron and Vladimir Putin in Paris.", "meeting",
         {"emmanuel-macron", "angela-merkel", "vladimir-putin"}),
        ("fr", "Angela Merkel a rencontré Emmanuel Macron et Vladimir Poutine a été averti.", "meeting",
         {"emmanuel-macron", "angela-merkel"}),
    ],
)  # fmt: skip
def test_a_clause_names_those_whom_it_is_about(language: str, text: str, kind: str, who: set[str]) -> None:
    (claim,) = told(language, text)[kind]
    assert names(claim) == who


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Sergei Lavrov, in Geneva for talks, said John Kerry had agreed to wait.", "sergey-lavrov"),
        ("Sergei Lavrov, the Russian minister, said John Kerry will visit Moscow.", "sergey-lavrov"),
        ("The talks are over, said Sergei Lavrov, who will leave.", "sergey-lavrov"),
        ("“We will go”, said Sergei Lavrov.", "sergey-lavrov"),
    ],
)
def test_who_acts_in_what_is_said_does_not_say_it(text: str, speaker: str) -> None:
    (claim,) = told("en", text)["statement"]
    assert names(claim) == {speaker}


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Russia's invasion of Georgia shocked Europe.", "military_action", None),
        ("The talks between Israel and Hamas angered Europe.", "negotiation", None),
        ("The talks between India and Pakistan have been stalled since the 2008 Mumbai attacks.", "negotiation", None),
        ("The Vienna meeting between Sergei Lavrov and John Kerry ended.", "meeting", "vienna"),
        ("Israel and Hamas held talks in central Cairo.", "negotiation", "cairo"),
    ],
)
def test_a_place_that_something_else_is_said_of_is_not_where_it_was(text: str, kind: str, place: str | None) -> None:
    (claim,) = told("en", text)[kind]
    assert (claim.place and claim.place.rpartition("/")[2]) == place


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "Hopes of a ceasefire between Israel and Hamas faded on Monday.", "ceasefire"),
        ("fr", "Les espoirs d'une trêve entre Israël et le Hamas se sont envolés.", "ceasefire"),
        ("en", "Russia launched a diplomatic offensive against Ukraine.", "military_action"),
        ("en", "A trade war between the United States and China hurts Europe.", "war"),
        ("fr", "La guerre commerciale entre les États-Unis et la Chine inquiète.", "war"),
        ("en", "If the talks between Israel and Hamas do not take place, Egypt will protest.", "negotiation"),
        ("en", "Serbs in northern Kosovo resigned from public institutions.", "resignation"),
        ("en", "Turkish troops were gathering near Manbij with Syrian forces.", "meeting"),
        ("en", "Russia usually meets Turkey before such summits.", "meeting"),
    ],
)
def test_what_is_hoped_figurative_conditional_or_habit_tells_no_event(language: str, text: str, kind: str) -> None:
    assert kind not in told(language, text)


@pytest.mark.parametrize(
    ("language", "text", "kind", "status", "who"),
    [
        ("en", "Turkey hopes for talks with Greece.", "negotiation", "proposed", {"GR"}),
        ("en", "Russia launched a new offensive against Ukraine.", "military_action", "occurred", {"RU", "UA"}),
        ("en", "No breakthrough in India-Pakistan talks", "negotiation", "ongoing", {"IN", "PK"}),
        ("en", "No progress was made in the US-China talks.", "negotiation", "ongoing", {"US", "CN"}),
        ("en", "The Vienna meeting was the first between Emmanuel Macron and Vladimir Putin since 2014.", "meeting",
         "occurred", {"emmanuel-macron", "vladimir-putin"}),
        ("en", "The meeting between Emmanuel Macron and Vladimir Putin was the first this year.", "meeting",
         "occurred", {"emmanuel-macron", "vladimir-putin"}),
        ("en", "The existing ceasefire between Armenia and Azerbaijan may have stopped the conflict.", "ceasefire",
         "ongoing", {"AM", "AZ"}),
        ("en", "A Norwegian envoy flew to Sri Lanka to meet the Tamil Tigers, hoping to bring them to peace talks next week.",
         "meeting", "planned", {"NO", "ltte"}),
        ("en", "Vladimir Putin and Xi Jinping gathered in Moscow.", "meeting", "occurred", {"vladimir-putin", "xi-jinping"}),
        ("en", "Russia met Turkey before the summit.", "meeting", "occurred", {"RU", "TR"}),
        ("en", "Serbs in Belgrade attacked the embassy.", "attack", "occurred", {"RS"}),
    ],
)  # fmt: skip
def test_what_is_wanted_fought_or_held_is_told_with_its_sides(
    language: str, text: str, kind: str, status: str, who: set[str]
) -> None:
    (claim,) = told(language, text)[kind]
    assert (claim.status, names(claim)) == (status, who)


def test_a_declaration_of_independence_is_no_agreement() -> None:
    text = "Kosovo's 2008 declaration of independence angered Serbia."
    assert not extract(prose("en", text, datetime(2020, 11, 21, tzinfo=UTC))).agreements
    text = "Kosovo and Serbia signed a declaration on missing persons."
    assert extract(prose("en", text, datetime(2020, 11, 21, tzinfo=UTC))).agreements


def test_talks_that_nothing_has_been_held_since_lend_their_day_to_no_others() -> None:
    text = (
        "Talks between India and Pakistan are stalled. "
        "This was the first contact since failed talks between India and Pakistan in July 2019 in Islamabad. "
        "The talks between India and Pakistan go on."
    )
    claims = [
        c for c in extract(prose("en", text, datetime(2020, 11, 21, tzinfo=UTC))).claims if c.type == "negotiation"
    ]
    assert [c.when is None for c in claims] == [True, False, True]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Emmanuel Macron met Vladimir Putin in Paris in June 2019. The two presidents agreed to meet again in 2022.", ["2019-06", "2022"]),
        ("Emmanuel Macron met Vladimir Putin in Paris. The two presidents agreed to meet again in 2022.", [None, "2022"]),
        ("Vladimir Putin and Xi Jinping met in Moscow in 2019.", ["2019"]),
        ("Vladimir Putin and Xi Jinping met at a conference of the group set up in 1985.", [None]),
    ],
)  # fmt: skip
def test_a_year_of_another_clause_and_a_meeting_to_come_are_kept_apart(text: str, days: list[str | None]) -> None:
    assert [claim.when and claim.when.edtf for claim in told("en", text)["meeting"]][: len(days)] == days


def test_whom_a_mediator_meets_is_not_all_whom_the_talks_are_between() -> None:
    text = (
        "Norway, which brokered a deal in Sri Lanka, sent an envoy. "
        "Norway met the Tamil Tigers on Monday. The peace talks are to resume in Geneva."
    )
    assert all("NO" not in names(claim) for claim in told("en", text).get("negotiation", []))
