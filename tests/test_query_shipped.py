"""The shipped questions: described, and answered alike by Oxigraph and rdflib, with the rows that are due."""

import re
import shlex
from datetime import date
from pathlib import Path
from time import monotonic

import pytest
import telling as t
from telling import AF, DEFENCE, DOHA, GOV_AF, POMPEO, STATE, TALIBAN, US, told, troops

from kg import query
from kg.model import Agreement, Commitment, Mention, Role
from kg.query.rows import plain
from kg.store import Store

EMIR, MINISTER = "person/tamim-bin-hamad-al-thani", "person/mohammed-bin-abdulrahman-bin-jassim-al-thani"
AFP = "newsagency/agence-france-presse"
SATURDAY = {"place": DOHA, "when": "2020-11-21", "status": "planned"}
BY_STATE = {"attributed_to": STATE, "via": AFP, "said": "2020-11-20", "cue": "a indiqué"}
TEXT = """Pompeo doit voir samedi à Doha les talibans, dit Washington.
Il y verra à part les négociateurs de Kaboul.
Il y verra aussi l'émir et son ministre.
Quelque 2.000 soldats partiront d'ici le 15 janvier, selon le Pentagone.
Tous doivent être partis à la mi-2021 selon l'accord.
L'accord fut signé le 29 février à Doha.
Les pourparlers afghans ouverts le 12 septembre sembleraient avancer."""

DOHA_AGREEMENT = Agreement(
    "local/agreement/accord-de-doha", "accord de Doha", "signed", 0, 10, t.when("2020-02-29"), DOHA, (US, TALIBAN), signing="sign",
    commitments=(
        Commitment("withdrawal", 0, 11, US, TALIBAN, t.when("2021-05-01/2021-08-31", "MID"), event="full", status="in_progress"),
        Commitment("security_guarantee", 0, 12, TALIBAN, US),
    ),
)  # fmt: skip


def _metonym(word: str, actor: str, kind: str) -> Mention:
    at = TEXT.index(word)
    return Mention(at, at + len(word), word, "country", "name", actor=actor, metonym=kind)


FIRST = t.extraction(
    told("taliban", "meeting", POMPEO, TALIBAN, **SATURDAY, **BY_STATE),
    told("kabul", "meeting", POMPEO, GOV_AF, **SATURDAY, **BY_STATE),
    told("emir", "meeting", POMPEO, EMIR, MINISTER, **SATURDAY, **BY_STATE),
    told("part", "withdrawal", US, place=AF, status="planned", due="../2021-01-15", quantity=troops(2000, comparator="about"),
         attributed_to=DEFENCE, via=AFP, cue="selon", part_of="full"),
    told("full", "withdrawal", US, place=AF, status="planned", due="2021-05-01/2021-08-31", quantity=troops(kind=None, extent="all"),
         agreement="local/agreement/accord-de-doha"),
    told("sign", "signing", US, TALIBAN, place=DOHA, when="2020-02-29", agreement="local/agreement/accord-de-doha"),
    told("talks", "negotiation", TALIBAN, GOV_AF, role="party", place=DOHA, when="2020-09-12/..", status="ongoing",
         factuality="PRplus", hedge="sembleraient", attributed_to="unnamed:plusieurs sources", via=AFP),
    published="2020-11-21", language="fr", text=TEXT, source="La Gazette d'essai", agreements=[DOHA_AGREEMENT],
    mentions=[
        _metonym("Washington", US, "CapitalForGovernment"), _metonym("Kaboul", GOV_AF, "CapitalForGovernment"),
        _metonym("Pentagone", DEFENCE, "BuildingForInstitution"),
    ],
)  # fmt: skip
SECOND = t.extraction(
    told("w", "withdrawal", US, place=AF, status="planned", due="../2021-01-15", quantity=troops(2500)),
    told("m", "meeting", POMPEO, TALIBAN, place=DOHA, when="2020-11-21", status="denied", factuality="CTminus", polarity="negative",
         attributed_to=TALIBAN, cue="denied"),
    told("k", "meeting", POMPEO, GOV_AF, place=DOHA, when="2020-11-21"),
    published="2020-11-22", text="Some 2,500 will leave by 15 January.\nNo meeting was held, the Taliban said.\nPompeo saw Kabul's men.",
    source="The Test Bugle",
)  # fmt: skip


@pytest.fixture(scope="module")
def store() -> Store:
    return t.stored(FIRST, SECOND)


@pytest.fixture(scope="module")
def dataset(store: Store):
    from rdflib import Dataset

    memory = Dataset(default_union=True)
    memory.parse(data=store.dump().decode(), format="nquads")
    return memory


CASES = [
    ("meetings", {"person": "Mike Pompeo", "status": "planned"}),
    ("meetings", {"person": "Taliban"}),
    ("agreement", {"agreement": "accord de Doha"}),
    ("withdrawals", {"forces": "United States", "by": "2021-08-31"}),
    ("withdrawals", {"place": "Afghanistan", "by": "2021-01-15"}),
    ("attribution", {"article": FIRST.article.id}),
    ("attribution", {"speaker": "Taliban"}),
    ("offices", {"article": FIRST.article.id}),
    ("contradictions", {"actor": "Taliban"}),
    ("metonyms", {"actor": "United States"}),
    ("events", {"actor": "Taliban", "type": "meeting", "since": "2020-11-01", "until": "2020-11-30"}),
    ("timeline", {"since": "2020-11-01", "until": "2020-12-31"}),
    ("actors", {"type": "meeting"}),
    ("sources", {"actor": "Mike Pompeo"}),
    ("statements", {"actor": "United States Department of Defense", "since": "2020-11-01"}),
    ("commitments", {"obligor": "Taliban"}),
    ("commitments", {"by": "2021-12-31", "status": "in_progress"}),
    ("unreported", {"on": "2020-12-31", "type": "meeting"}),
    ("articles", {"outlet": "The Test Bugle", "since": "2020-11-01", "until": "2020-11-30"}),
    ("evidence", {"thing": "Mike Pompeo"}),
    ("who-held-office", {"office": "United States Secretary of State", "on": "2020-11-21"}),
    ("offices-held", {"person": "Mike Pompeo"}),
    ("acted-for-state", {"state": "United States", "since": "2020-11-01", "until": "2020-11-30"}),
]


@pytest.mark.parametrize(("name", "values"), [*CASES, *((name, {}) for name in query.named())], ids=str)
def test_both_engines_give_equal_rows(store: Store, dataset, name: str, values: dict[str, str]) -> None:
    rows = query.answer(store.oxigraph, name, values)
    result = dataset.query(query.sparql(store.oxigraph, name, values))
    columns = [str(variable) for variable in result.vars]
    theirs = [tuple(_plain(row[column]) for column in columns) for row in result]
    assert rows.columns == tuple(columns)
    assert sorted(map(str, rows)) == sorted(map(str, theirs))
    if values:
        assert len(rows), "a question of the tests has an answer"


def _plain(term) -> object:
    from rdflib import Literal

    if isinstance(term, Literal):
        return plain(str(term), str(term.datatype or ""))
    return None if term is None else str(term)


@pytest.mark.parametrize("name", query.named())
def test_every_question_says_what_it_asks_and_how(name: str) -> None:
    question = query.named()[name]
    assert question.title
    assert question.examples
    for example in question.examples:
        for given in re.findall(r"-p (\S+)", example):
            assert given in {parameter.name for parameter in question.parameters}
    for parameter in question.parameters:
        assert f"?{parameter.name}" in question.text.partition("WHERE")[2], "the parameter is used"


@pytest.mark.parametrize("name", query.named())
def test_the_example_of_a_question_is_answered_by_the_sample_articles(sample_store: Path, name: str) -> None:
    with Store.read(sample_store) as store:
        for example in query.named()[name].examples:
            words = shlex.split(example)
            values = dict(zip(words[1::3], words[2::3], strict=True))
            assert query.answer(store.oxigraph, name, values).dicts(), f"{name} {example}: no rows"


def rows(store: Store, name: str, columns: str, **values: str) -> list[tuple[object, ...]]:
    return [
        tuple(row[column] for column in columns.split()) for row in query.answer(store.oxigraph, name, values).dicts()
    ]


def test_whom_a_person_is_to_meet_where_and_when_and_who_says_so(store: Store) -> None:
    found = rows(store, "meetings", "other place date by sentence", person="Mike Pompeo", status="planned")
    day, state, lines = date(2020, 11, 21), "United States Department of State", TEXT.split("\n")
    assert found == [
        ("Mohammed bin Abdulrahman bin Jassim Al Thani", "Doha", day, state, lines[2]),
        ("Taliban", "Doha", day, "Taliban", "No meeting was held, the Taliban said."),
        ("Taliban", "Doha", day, state, lines[0]),
        ("Tamim bin Hamad Al Thani", "Doha", day, state, lines[2]),
    ]
    held = rows(store, "meetings", "other", person="Mike Pompeo", status="occurred")
    assert {row[0] for row in held} == {"Government of Afghanistan (Islamic Republic)"}


def test_an_agreement_with_parties_conclusion_and_terms(store: Store) -> None:
    found = rows(store, "agreement", "part what status date", agreement="accord de Doha")
    assert found == [
        ("1 party", "Taliban", None, None),
        ("1 party", "United States", None, None),
        ("2 status", None, "signed", None),
        ("3 concluded", None, None, "2020-02-29"),
        ("4 place", "Doha", None, None),
        ("5 commitment", "Taliban: SecurityGuarantee", None, None),
        ("5 commitment", "United States: TroopWithdrawalCommitment", "in_progress", "2021-05-01/2021-08-31"),
    ]


def test_withdrawals_due_by_a_day_with_figure_extent_and_announcer(store: Store) -> None:
    found = rows(store, "withdrawals", "number extent due status announced_by", forces="United States", by="2021-08-31")
    voice, defence = "the article's own voice", "United States Department of Defense"
    assert found == [
        *((number, None, "../2021-01-15", "planned", who) for number in (2000, 2500) for who in (defence, voice)),
        (None, "all", "2021-05-01/2021-08-31", "planned", voice),
    ]


def test_who_says_what_with_which_certainty_relayed_by_whom(store: Store) -> None:
    found = rows(store, "attribution", "event_type source kind via factuality status", article=FIRST.article.id)
    state, defence = "United States Department of State", "United States Department of Defense"
    voice, afp = "the article's own voice", "Agence France-Presse"
    assert sorted(found, key=str) == sorted(
        [
            *[("meeting", state, "GovernmentBody", afp, "CTplus", "planned")] * 3,
            ("withdrawal", defence, "GovernmentBody", afp, "CTplus", "planned"),
            ("withdrawal", voice, "Narrator", None, "CTplus", "planned"),
            ("signing", voice, "Narrator", None, "CTplus", "occurred"),
            ("negotiation", "plusieurs sources", "UnnamedSource", afp, "PRplus", "ongoing"),
        ],
        key=str,
    )


def test_offices_held_on_the_day_by_those_who_are_to_meet(store: Store) -> None:
    found = rows(store, "offices", "name office wikidata", article=FIRST.article.id)
    assert ("Mike Pompeo", "United States Secretary of State", "http://www.wikidata.org/entity/Q473239") in found
    assert {name for name, _, _ in found} == {
        "Mike Pompeo",
        "Tamim bin Hamad Al Thani",
        "Mohammed bin Abdulrahman bin Jassim Al Thani",
    }
    assert not any("Central Intelligence" in str(office) for _, office, _ in found), "his former office is not told"


def test_contradictions_show_both_sides_with_their_sentences(store: Store) -> None:
    found = rows(store, "contradictions", "what one other one_says other_says")
    lines = TEXT.split("\n")
    assert found == sorted(
        [
            ("polarity", "CTplus", "CTminus", lines[0], "No meeting was held, the Taliban said."),
            ("quantity", "2000", "2500", lines[3], "Some 2,500 will leave by 15 January."),
        ],
        key=found.index,
    )
    assert len(found) == 2


def test_days_that_exclude_each_other_are_a_contradiction() -> None:
    terms = Agreement("agreement/new-start", "New START", "signed", 0, 5, parties=(US, "country/RU"))
    days = ("2010-04-08", "2010-04-08", "2010-04", "2010-04-09", "2011-02-05")
    articles = [
        t.extraction(
            told("s", "signing", US, "country/RU", when=day, agreement="agreement/new-start"),
            agreements=[terms],
            published=f"2012-04-1{number}",
        )
        for number, day in enumerate(days)
    ]
    found = rows(t.stored(*articles), "contradictions", "what one other")
    assert found == [("time", "2010-04-08", "2010-04-09")] * 2


def test_metonyms_with_the_actor_they_mean(store: Store) -> None:
    assert rows(store, "metonyms", "words kind meant times") == [
        ("Kaboul", "CapitalForGovernment", "Government of Afghanistan (Islamic Republic)", 1),
        ("Pentagone", "BuildingForInstitution", "United States Department of Defense", 1),
        ("Washington", "CapitalForGovernment", "United States", 1),
    ]


def test_planned_meetings_that_no_later_claim_reports(store: Store) -> None:
    labels = [row[0] for row in rows(store, "unreported", "label", on="2020-12-31", type="meeting")]
    assert len(labels) == 2, "the one with Kabul was reported"
    assert not any("Government of Afghanistan" in str(label) for label in labels)


@pytest.mark.parametrize(("told_on", "number"), [("2020-11-10", 1), ("2020-11-20", 0)], ids=["before", "behind"])
def test_what_an_article_only_looks_back_on_was_not_announced(told_on: str, number: int) -> None:
    claim = told("p", "visit", f"visitor:{POMPEO}", place=DOHA, when="2020-11-15", status="planned")
    assert len(rows(t.stored(t.extraction(claim, published=told_on)), "unreported", "label", on="2020-12-31")) == number


def _planned_and_put_off(place: str, *sides: str, on: str = "2020-11-20") -> Store:
    return t.stored(
        t.extraction(told("p", "visit", f"visitor:{POMPEO}", place=DOHA, when="2020-11-28", status="planned"), published="2020-11-19"),
        t.extraction(
            told("o", "visit", *(f"visitor:{side}" for side in sides), place=place, when="2020-12-09", status="postponed"),
            published=on,
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "only"), [("unreported", {}), ("leads", {"status": "planned"})], ids=["unreported", "leads"]
)
def test_what_is_told_as_put_off_before_its_day_is_not_left_hanging(name: str, only: dict[str, str]) -> None:
    assert rows(_planned_and_put_off("country/QA", POMPEO), name, "label", **only) == []
    assert rows(_planned_and_put_off(AF, POMPEO), name, "label", **only), "another journey"
    assert rows(_planned_and_put_off("country/QA", GOV_AF), name, "label", **only), "another's journey"
    assert rows(_planned_and_put_off("country/QA", POMPEO, on="2020-12-01"), name, "label", **only), "after the day"


def test_sources_tell_articles_and_witnesses(store: Store) -> None:
    found = rows(store, "sources", "articles witnesses outlet", actor=GOV_AF)
    assert sorted(set(found)) == [(1, 1, "La Gazette d'essai"), (2, 2, "La Gazette d'essai"), (2, 2, "The Test Bugle")]


def test_who_held_an_office_on_a_day_and_which_offices_someone_held(store: Store) -> None:
    office = "United States Secretary of State"
    assert rows(store, "who-held-office", "name", office=office, on="2020-11-21") == [("Mike Pompeo",)]
    assert not rows(store, "who-held-office", "name", office=office, on="2015-01-01")
    held = rows(store, "offices-held", "office from to told_by", person="Mike Pompeo")
    assert (office, date(2018, 4, 26), date(2021, 1, 20), "authority") in held


def test_who_acted_for_a_state_between_two_days(store: Store) -> None:
    found = rows(store, "acted-for-state", "name capacity known_by type", state="United States", until="2020-12-31")
    assert ("Mike Pompeo", "United States Secretary of State", "authority", "meeting") in found
    assert not rows(store, "acted-for-state", "name", state="United States", until="2019-12-31")


def test_article_and_authority_may_disagree_on_an_office() -> None:
    pompeo = Role(POMPEO, "secretary of state", 0, 5, US, office_id="Q14213")
    late, early = (
        t.extraction(
            told("m", "meeting", POMPEO, US), published=day, text="Secretary of State Mike Pompeo met.", roles=[pompeo]
        )
        for day in ("2022-05-01", "2020-05-01")
    )
    assert [row[1] for row in rows(t.stored(late, early), "office-disagreements", "name day")] == [date(2022, 5, 1)]


@pytest.mark.parametrize("name", ["lives", "sources", "standing", "venues"])
def test_a_question_of_everything_is_answered_while_one_waits(few_store: Path, name: str) -> None:
    with Store.read(few_store) as opened:
        begun = monotonic()
        assert query.answer(opened.oxigraph, name)
        assert monotonic() - begun < 3
