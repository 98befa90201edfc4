"""Whom "the two countries" and "both sides" mean where others are named nearer: places, hosts, mediators."""

from datetime import datetime

import pytest

from kg import pipeline
from kg.model import Article, Segment
from tests import agreeing

KE, NE, SD, IL, TD, TZ = (f"country/{code}" for code in ("KE", "NE", "SD", "IL", "TD", "TZ"))


def meeting(language: str, *paragraphs: str, title: str = "") -> set[str]:
    """Return who meets in the last sentence; a title, where there is one, stands first."""
    text, segments = "", []
    for kind, paragraph in [("title", title), *(("body", one) for one in paragraphs)]:
        if paragraph:
            segments.append(Segment(kind, len(text), len(text) + len(paragraph)))
            text += paragraph + "\n"
    article = Article("a", "a", text, tuple(segments), language, published=datetime.fromisoformat("2025-05-12"))
    claims = [c for c in pipeline.extract(article).claims if c.type == "meeting" and c.start >= segments[-1].start]
    return {who.actor for claim in claims for who in claim.participants}


@pytest.mark.parametrize(
    ("language", "told", "meet", "who"),
    [
        ("en", ("Sudan and Israel agreed on Friday to restore ties.", "Blasts had hit embassies in Kenya and Tanzania."), "The two countries will meet on Monday.", {SD, IL}),
        ("en", ("Voters went to the polls on Sunday in Chad and Niger.",), "The two countries will meet on Monday.", {TD, NE}),
        ("en", ("Chad and Niger signed an accord on Friday.", "The talks were hosted by Kenya."), "The two sides will meet on Monday.", {TD, NE}),
        ("fr", ("Le Tchad et le Niger ont signé vendredi un accord.", "Le texte a été négocié sous l'égide du Kenya."), "Les deux parties se réuniront lundi.", {TD, NE}),
        ("fr", ("Le Tchad et le Niger ont signé vendredi un accord.", "Des attentats avaient eu lieu au Kenya et en Tanzanie."), "Les deux pays se réuniront lundi.", {TD, NE}),
        ("fr", ("Le Tchad s'oppose au Niger.", "Le Kenya a rencontré la Tanzanie."), "Les deux pays se réuniront lundi.", {KE, TZ}),
    ],
)  # fmt: skip
def test_the_two_are_those_who_act_before_those_who_host_or_say_where(language, told, meet, who):
    assert meeting(language, *told, meet) == who


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("Chad paid damages last year for the blasts that had damaged several Kenyan embassies.", {TD, NE}),
        ("Chad had met with Kenya.", {TD, KE}),
        ("Kenya and Tanzania stayed away.", {KE, TZ}),
    ],
)
def test_of_two_who_stand_far_apart_one_may_be_beside_the_story_of_the_title(told, who):
    assert (
        meeting("en", told, "The two countries will meet on Monday.", title="Chad and Niger agree on a border") == who
    )


@pytest.mark.parametrize(
    ("language", "before", "sentence"),
    [
        ("en", "Mahamat Deby met Paul Kagame in Nairobi on Monday.", "The two countries will sign an accord."),
        ("en", "Mahamat Deby and Paul Kagame arrived in Kenya on Monday.", "The two countries will sign an accord."),
        ("fr", "Mahamat Deby et Paul Kagame sont arrivés au Kenya lundi.", "Les deux pays signeront un accord."),
    ],
)
def test_the_two_countries_are_those_of_the_two_leaders_told_and_not_where_they_met(language, before, sentence):
    (signing,) = [c for c in agreeing.read(language, before, sentence).claims if c.type == "signing"]
    assert {p.actor for p in signing.participants} == {"country/RW", TD}


def test_the_two_countries_are_open_where_one_leader_alone_is_told():
    found = agreeing.read("en", "Mahamat Deby arrived in Kenya on Monday.", "The two countries will sign an accord.")
    assert not [p for c in found.claims if c.type == "signing" for p in c.participants]
