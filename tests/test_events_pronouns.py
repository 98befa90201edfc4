"""What a speaker says of themselves: a pronoun takes up whoever speaks, where it can be nobody else; promises look ahead."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg import pipeline
from kg.model import Extraction


def read(code: str, text: str) -> Extraction:
    published = datetime(2021, 7, 5, tzinfo=UTC)
    return pipeline.extract(prose(code, text, published))


def taking_part(found: Extraction, kind: str) -> list[set[str]]:
    named = {one.id: one.name for one in found.reading.actors}
    return [{named.get(who.actor, who.actor) for who in c.participants} for c in found.claims if c.type == kind]


@pytest.mark.parametrize(
    ("code", "text", "kind", "who"),
    [
        ("en", "The Taliban denied on Sunday that they had met Mike Pompeo in Kabul.", "meeting", {"Taliban", "Mike Pompeo"}),
        ("en", "Donald Trump said he would meet Kim Jong Un.", "meeting", {"Donald Trump", "Kim Jong-un"}),
        ("en", "Iran and Saudi Arabia said they had signed an agreement.", "signing", {"Iran", "Saudi Arabia"}),
        ("fr", "Emmanuel Macron a annoncé qu'il rencontrerait Vladimir Poutine.", "meeting", {"Emmanuel Macron", "Vladimir Putin"}),
        ("fr", "La Russie a déclaré qu'elle avait attaqué une base.", "attack", {"Russia"}),
    ],
)  # fmt: skip
def test_a_pronoun_takes_up_the_speaker(code: str, text: str, kind: str, who: set[str]) -> None:
    assert taking_part(read(code, text), kind) == [who]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Donald Trump told Mike Pompeo that he would meet Kim Jong Un."),
        ("en", "Antony Blinken, beside Sergei Lavrov, said he would visit Kyiv."),
        ("fr", "Emmanuel Macron a dit à Vladimir Poutine qu'il rencontrerait Volodymyr Zelensky."),
        ("fr", "La Russie a dit qu'il y avait eu une attaque."),
        ("en", "Donald Trump said they would meet Kim Jong Un."),
    ],
)
def test_a_pronoun_that_may_be_another_takes_up_nobody(code: str, text: str) -> None:
    found = read(code, text)
    met = {"Kim Jong-un", "Volodymyr Zelenskyy"}  # it is told whom somebody unknown meets
    assert not [who for kind in ("meeting", "visit", "attack") for who in taking_part(found, kind) if who - met]


@pytest.mark.parametrize(
    ("code", "text", "kind"),
    [
        ("fr", "Donald Trump a promis de venger l'attentat du 11 mars 2021 à Kaboul.", "attack"),
        ("en", "Joe Biden vowed to end the war launched after the attacks of September 11, 2001.", "attack"),
    ],
)
def test_what_has_been_is_not_said_by_who_promises(code: str, text: str, kind: str) -> None:
    claims = [c for c in read(code, text).claims if c.type == kind]
    assert claims
    assert all(c.attributed_to is None for c in claims)


@pytest.mark.parametrize(
    ("code", "text", "kind"),
    [
        ("en", "Vladimir Putin pledged to withdraw Russian troops from Syria.", "withdrawal"),
        ("fr", "Les talibans ont promis de reprendre les négociations.", "negotiation"),
    ],
)
def test_what_is_promised_is(code: str, text: str, kind: str) -> None:
    claims = [c for c in read(code, text).claims if c.type == kind]
    assert claims
    assert all(c.attributed_to for c in claims)
