"""Articles of realistic shape in any number, for benchmarks of store and consolidation: the same numbers, the same articles.

Each article tells seven events out of a world of stories; a story is told by several articles, in other words, with
vaguer dates and other figures.  Facts are invented; names are those of the authority.
"""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from kg import authority, iri
from kg.model import (
    Actor,
    Agreement,
    Article,
    Claim,
    Commitment,
    Extraction,
    Mention,
    Participant,
    Place,
    Reading,
    Role,
    Segment,
    Sentence,
    Troops,
    When,
)

EVENTS = 7
MENTIONS = 9
TOLD_BY = 5
"""Articles that tell one story."""
FIRST = date(2018, 1, 1)
WORDS = [
    f"{first}{then}{last}"
    for first in ("ba", "do", "li", "mu", "re")
    for then in ("n", "r", "st", "v")
    for last in ("a", "el", "in", "o", "um")
]
"""Words of no language: no two articles have a run of them in common by chance."""
TYPES = ("meeting", "meeting", "visit", "negotiation", "withdrawal", "signing", "attack", "statement")
ROLES = {
    "meeting": "participant", "visit": "visitor", "negotiation": "party", "withdrawal": "withdrawing", "signing": "party",
    "attack": "attacker", "statement": "speaker",
}  # fmt: skip


def _pool() -> dict[str, list[str]]:
    """Return ids of the authority by type."""
    known = authority.load()
    found: dict[str, list[str]] = {"person": [], "country": [], "place": []}
    for line in (authority.share.path("data", "authority", "actors.csv")).read_text("utf-8").splitlines()[1:]:
        each = line.partition(",")[0]
        if each in known and known.entry(each).type in found:
            found[known.entry(each).type].append(each)
    return {kind: sorted(ids) for kind, ids in found.items()}


def _day(day: date) -> When:
    return When(day.isoformat(), day, day)


def _month(day: date) -> When:
    first = day.replace(day=1)
    return When(f"{day:%Y-%m}", first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))


def _story(number: int, pool: dict[str, list[str]]) -> dict[str, object]:
    """Return the facts of one story."""
    chance = random.Random(f"story {number}")
    kind = chance.choice(TYPES)
    return {
        "type": kind,
        "actors": (
            chance.choice(pool["person"]),
            *chance.sample(pool["country"], 1 if kind in {"visit", "statement"} else 2),
        ),
        "place": chance.choice(pool["place"]),
        "day": FIRST + timedelta(days=number % 2000),
        "number": chance.randrange(1, 90) * 100,
    }


def _claim(story: dict[str, object], number: int, chance: random.Random, start: int, end: int) -> Claim:
    kind, day = str(story["type"]), story["day"]
    assert isinstance(day, date)
    actors = story["actors"]
    assert isinstance(actors, tuple)
    forces = kind == "withdrawal"
    told = actors[1:2] if forces else actors
    value = int(str(story["number"])) + (500 if chance.random() < 0.1 else 0)
    return Claim(
        f"c{number}", f"e{number}", kind, chance.choice(("planned", "occurred", "occurred")), start, end, f"{kind}-1",
        factuality=chance.choice(("CTplus", "CTplus", "CTplus", "PRplus", "CTminus")),
        participants=tuple(Participant(each, ROLES[kind]) for each in told),
        place=str(story["place"]) if not forces else None,
        when=None if forces else _month(day) if chance.random() < 0.2 else _day(day),
        deadline=When(f"../{day}", None, day, "ON_OR_BEFORE") if forces else None,
        quantity=Troops(value, kind="withdrawn", comparator=chance.choice((None, "about"))) if forces else None,
        attributed_to=chance.choice((None, actors[0], actors[-1])), cue="said", said_on=day, confidence=0.8,
        agreement="local/agreement/accord" if kind == "signing" else None,
    )  # fmt: skip


def extraction(number: int, pool: dict[str, list[str]], stories: int) -> Extraction:
    """Return the article of a number out of a world of so many stories."""
    chance = random.Random(f"article {number}")
    told = [_story((number * EVENTS // TOLD_BY + step) % stories, pool) for step in range(EVENTS)]
    words = [
        f"{' '.join(chance.choices(WORDS, k=12))} {story['type']} {story['number']}.".capitalize() for story in told
    ]
    text, spans, at = "\n".join(words), [], 0
    for each in words:
        spans.append((at, at + len(each)))
        at += len(each) + 1
    claims = tuple(_claim(story, step, chance, *spans[step]) for step, story in enumerate(told))
    ids = sorted({each.actor for claim in claims for each in claim.participants})
    mentions = tuple(
        Mention(spans[step % EVENTS][0] + step, spans[step % EVENTS][0] + step + 6, text[:6], "country", "name", actor=ids[step % len(ids)],
                metonym="CapitalForGovernment" if step == 0 else None)
        for step in range(MENTIONS)
    )  # fmt: skip
    published = datetime.combine(max(claim.said_on or FIRST for claim in claims), datetime.min.time(), UTC)
    article = Article(
        iri.article_id(text, url=None, source=f"Outlet {number % 40}", published=published), f"{number}.txt", text,
        (Segment("body", 0, len(text)),), "en", title=words[0], source=f"Outlet {number % 40}", agency="AFP", published=published,
    )  # fmt: skip
    signing = next((claim for claim in claims if claim.type == "signing"), None)
    agreements = () if signing is None else (_agreement(signing),)
    reading = Reading(
        article, tuple(Sentence(start, end, "body", 0) for start, end in spans), mentions,
        tuple(Actor(each, each, "person" if each.startswith("person/") else "country") for each in ids),
        (Place("local/place/somewhere", "Somewhere"),), roles=(Role(claims[0].participants[0].actor, "minister", 0, 8),),
    )  # fmt: skip
    return Extraction(reading, agreements, claims, "fast", "synthetic")


def _agreement(signing: Claim) -> Agreement:
    parties = tuple(each.actor for each in signing.participants[1:])
    return Agreement(
        "local/agreement/accord", "accord", "signed", signing.start, signing.end, signing.when, signing.place, parties, signing=signing.event,
        commitments=(Commitment("withdrawal", signing.start, signing.end, parties[0], parties[-1], signing.when),),
    )  # fmt: skip


def extractions(count: int) -> Iterator[Extraction]:
    """Yield so many articles."""
    pool = _pool()
    for number in range(count):
        yield extraction(number, pool, stories=max(EVENTS, count * EVENTS // TOLD_BY))
