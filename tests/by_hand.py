"""One extraction written out by hand, for the tests of graph and check: a planned meeting, two withdrawals, an accord."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

import pyoxigraph as ox

from kg import iri
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
    Troops,
    When,
)
from kg.vocab import PREFIXES

TEXT = (
    "Doha : Pompeo attendu samedi\n\n"
    "Le secrétaire d'État américain, Mike Pompeo, doit voir samedi à Doha des envoyés talibans, a indiqué vendredi "
    "le département d'État.\n\n"
    "Le Pentagone compte rappeler environ 2.000 soldats avant le 15 janvier. Un départ complet à la mi-2021 est prévu "
    "par l'accord que Washington et les talibans ont signé le 29 février 2020, semble-t-il, selon plusieurs sources. "
    "Cale Brown est son porte-parole adjoint.\n"
)
US, TALIBAN, AF = "country/US", "armedgroup/taliban", "country/AF"
DOHA, AGREEMENT = "city/doha", "local/agreement/accord-de-doha"
STATE = "governmentorganization/united-states-department-of-state"
DEFENCE = "governmentorganization/united-states-department-of-defense"
POMPEO, SPOKESMAN = "person/mike-pompeo", "local/person/cale-brown"

SATURDAY = When("2020-11-21", date(2020, 11, 21), date(2020, 11, 21))
SIGNED = When("2020-02-29", date(2020, 2, 29), date(2020, 2, 29))
JANUARY = When("../2021-01-15", None, date(2021, 1, 15), "ON_OR_BEFORE")
MID_2021 = When("2021-05~/2021-08~", date(2021, 5, 1), date(2021, 8, 31), "MID")


def span(words: str) -> tuple[int, int]:
    """Return the offsets of words that stand once in the text."""
    assert TEXT.count(words) == 1, words
    return TEXT.index(words), TEXT.index(words) + len(words)


def _mention(words: str, kind: str, form: str, **what: object) -> Mention:
    start, end = span(words)
    return Mention(start, end, words, kind, form, **what)  # type: ignore[arg-type]


def article() -> Article:
    """Return the article."""
    title_end = TEXT.index("\n")
    published = datetime(2020, 11, 21, 11, 26, tzinfo=UTC)
    return Article(
        id=iri.article_id(TEXT, url=None, source="La Dépêche d'essai", published=published),
        path="essai.txt",
        text=TEXT,
        segments=(Segment("title", 0, title_end), Segment("body", title_end + 2, len(TEXT))),
        language="fr",
        title=TEXT[:title_end],
        source="La Dépêche d'essai",
        agency="AFP",
        published=published,
    )


def reading() -> Reading:
    """Return the article with its names resolved."""
    start, end = span("secrétaire d'État américain, Mike Pompeo")
    return Reading(
        article(),
        mentions=(
            _mention("Mike Pompeo", "person", "name", actor=POMPEO, confidence=0.99),
            _mention("envoyés talibans", "armed_group", "group", actor=TALIBAN),
            _mention("le département d'État", "organization", "name", actor=STATE),
            _mention(
                "Washington", "country", "name", actor=US, metonym="CapitalForGovernment", literal="city/washington-d-c"
            ),
            _mention("à Doha", "place", "name", place=DOHA),
            _mention("l'accord", "agreement", "description", agreement=AGREEMENT),
            _mention("Cale Brown", "person", "name", actor=SPOKESMAN),
        ),
        actors=(
            Actor(POMPEO, "Mike Pompeo", "person", "Q473239", linking="linked", country="US"),
            Actor(TALIBAN, "Taliban", "armed_group", country="AF"),
            Actor(STATE, "Department of State", "organization", "Q789915", linking="linked", country="US"),
            Actor(DEFENCE, "Department of Defense", "military", "Q11209", linking="linked", country="US"),
            Actor(US, "United States", "country", "Q30", linking="linked", country="US"),
            Actor(SPOKESMAN, "Cale Brown", "person", aliases=("Brown",)),
        ),
        places=(Place(DOHA, "Doha", "Q3861", "QA"), Place(AF, "Afghanistan", "Q889", "AF")),
        roles=(Role(POMPEO, "secrétaire d'État", start, end, US, office_id="Q14213"),),
    )


def claims() -> tuple[Claim, ...]:
    """Return the claims."""
    first, second = (
        span("doit voir samedi à Doha des envoyés talibans"),
        span("Le Pentagone compte rappeler environ 2.000 soldats"),
    )
    third, fourth = (
        span("Un départ complet à la mi-2021 est prévu"),
        span("Washington et les talibans ont signé le 29 février 2020"),
    )
    return (
        Claim(
            "c1", "meet", "meeting", "planned", *first, "meet-1",
            participants=(Participant(POMPEO, "participant"), Participant(TALIBAN, "participant")),
            place=DOHA, when=SATURDAY, attributed_to=STATE, cue="a indiqué", said_on=date(2020, 11, 20), confidence=0.9,
        ),
        Claim(
            "c2", "partial", "withdrawal", "planned", *second, "withdraw-1",
            participants=(Participant(DEFENCE, "withdrawing"),), place=AF, deadline=JANUARY, part_of="full",
            quantity=Troops(2000, kind="withdrawn", comparator="about"), via="newsagency/agence-france-presse", confidence=0.85,
        ),
        Claim(
            "c3", "full", "withdrawal", "planned", *third, "withdraw-2", participants=(Participant(US, "withdrawing"),),
            place=AF, deadline=MID_2021, quantity=Troops(extent="all"), agreement=AGREEMENT, factuality="PRplus",
            hedge="semble-t-il", attributed_to="unnamed:plusieurs sources", confidence=0.7,
        ),
        Claim(
            "c4", "sign", "signing", "occurred", *fourth, "sign-1", when=SIGNED, agreement=AGREEMENT,
            participants=(Participant(US, "party"), Participant(TALIBAN, "party")), confidence=0.8,
        ),
    )  # fmt: skip


def agreement() -> Agreement:
    """Return the agreement with two commitments."""
    start, end = span("l'accord que Washington et les talibans ont signé")
    first = span("Un départ complet à la mi-2021")
    return Agreement(
        AGREEMENT, "accord de Doha", "signed", start, end, SIGNED, DOHA, (US, TALIBAN), signing="sign",
        commitments=(
            Commitment("withdrawal", *first, US, TALIBAN, MID_2021, event="full", label="départ complet"),
            Commitment("security_guarantee", start, end, TALIBAN, US),
        ),
    )  # fmt: skip


def extraction() -> Extraction:
    """Return the whole extraction."""
    return Extraction(reading(), (agreement(),), claims(), "fast", "0.1.0")


PROLOGUE = "".join(f"PREFIX {name}: <{base}>\n" for name, base in PREFIXES.items())


def rows(found: Iterable[ox.Quad] | ox.Store, query: str) -> list[tuple[str, ...]]:
    """Return the rows of a query over the union of the graphs, as strings."""
    if not isinstance(found, ox.Store):
        store = ox.Store()
        store.extend(found)
        found = store
    solutions = found.query(PROLOGUE + query, use_default_graph_as_union=True)
    assert isinstance(solutions, ox.QuerySolutions)
    return sorted(tuple("" if term is None else term.value for term in row) for row in solutions)
