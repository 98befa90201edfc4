"""Laws of `kg authority holders`, of names of one servant of God, and of the question `candidates`."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from kg import query, run
from kg.authority import alike, skeleton
from kg.authority.holding import held
from kg.authority.telling import told
from kg.authority.values import office_kind
from kg.store import Store


@pytest.mark.parametrize("office", ["foreign_minister", "foreign minister", "Minister of Foreign Affairs of Russia"])
@pytest.mark.parametrize("state", ["RU", "ru", "Russia", "Russie"])
def test_an_office_is_asked_for_by_kind_or_title_and_a_state_by_code_or_name(office: str, state: str) -> None:
    assert [row["name"] for row in held(office, state=state, on=date(2015, 6, 1))] == ["Sergey Lavrov"]


@pytest.mark.parametrize(
    ("on", "name"), [("2003-06-01", "Igor Ivanov"), ("2005-06-01", "Sergey Lavrov"), ("2020-01-01", "Sergey Lavrov")]
)
def test_the_day_decides_who_held_it(on: str, name: str) -> None:
    assert {row["name"] for row in held("foreign_minister", state="RU", on=date.fromisoformat(on))} == {name}


def test_an_office_of_no_state_has_none() -> None:
    rows = held("secretary_general", on=date(2018, 1, 1))
    assert {row["state"] for row in rows} == {""}
    assert "António Guterres" in {row["name"] for row in rows}


def test_holders_are_told_on_the_command_line(cli: Callable) -> None:
    done = cli("authority", "holders", "foreign_minister", "--state", "Russia", "--on", "2015-06-01", "--json")
    assert done.exit_code == 0
    row = json.loads(done.output)
    assert (row["name"], row["from"], row["wikidata"]) == ("Sergey Lavrov", "2004-03-09", "Q58217")


@pytest.mark.parametrize("state", ["", "US"])
def test_the_highest_office_of_a_title_comes_first(state: str) -> None:
    first = held("Secretary of State", state=state)[0]
    assert (first["office"], first["state"]) == ("United States Secretary of State", "United States")


def test_what_else_there_is_of_a_title_is_said_and_a_state_asked_for(cli: Callable) -> None:
    done = cli("authority", "holders", "Secretary of State")
    assert done.exit_code == 0
    assert "name one with --state" in done.stderr
    assert "offices of these words" in done.stderr
    assert "--state" not in cli("authority", "holders", "foreign_minister", "--state", "Russia").stderr


def test_an_office_that_nobody_held_is_said_and_what_to_do(cli: Callable) -> None:
    done = cli("authority", "holders", "grand vizier of the moon")
    assert done.exit_code == 1
    assert "grand vizier of the moon" in done.stderr
    assert "Name a kind of office" in done.stderr


def test_a_state_that_nobody_knows_is_named(cli: Callable) -> None:
    done = cli("authority", "holders", "foreign_minister", "--state", "Vornia")
    assert done.exit_code == 1
    assert done.stderr.startswith("Error: Vornia: no state of this name")


@pytest.mark.parametrize(
    ("name", "label"),
    [("Le Drian", "Jean-Yves Le Drian"), ("von der Leyen", "Ursula von der Leyen"), ("Pompeo", "Mike Pompeo")],
)
def test_a_surname_is_shown_with_its_particles(name: str, label: str) -> None:
    assert label in {each["label"] for each in told(name)}


@pytest.mark.parametrize("name", ["Von Drian", "van Pompeo"])
def test_a_surname_with_other_particles_is_another(name: str) -> None:
    assert not told(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Abdelfattah Bourhane", "Abdel Fattah al-Burhan"),
        ("Abd Rabbo Mansour Hadi", "Abdrabbuh Mansur Hadi"),
        ("Abdelmadjid Tebboune", "Abd al-Majid Taboun"),
        ("Abdelaziz Bouteflika", "Abd el-Aziz Boutaflika"),
        ("Abderrahmane Sissako", "Abdulrahman Sisako"),
        ("Abdallah Hamdok", "Abdalla Hamdok"),
        ("Abdoulaye Wade", "Abdulaye Wade"),
    ],
)
def test_the_servant_of_god_is_one_in_any_number_of_words(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)
    assert alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Abdul Rahim Wardak", "Abdul Rahman Wardak"),
        ("Abdul Karim Qasim", "Abdul Salam Qasim"),
        ("Abdou Diouf", "Abdul Diouf"),
    ],
)
def test_servants_of_other_names_are_others(one: str, other: str) -> None:
    assert not (skeleton(one) == skeleton(other) and alike(one, other))


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Special Representative for Afghanistan Reconciliation", "envoy"),
        ("Special Representative of the Secretary-General for Afghanistan (UNAMA)", "other"),
        ("Deputy Secretary-General of the United Nations", "other"),
        ("Secretary-General of the United Nations", "secretary_general"),
    ],
)
def test_envoys_and_secretaries_general_are_kinds_of_their_own(title: str, kind: str) -> None:
    assert office_kind(title) == kind


def test_a_row_that_adds_names_keeps_the_offices_of_its_person() -> None:
    (row,) = [each for each in told("Petro Poroshenko") if each["wikidata"] == "Q58077"]
    assert any("President of Ukraine" in term for term in row["offices"])


@pytest.fixture(scope="module")
def open_store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    file = tmp_path_factory.mktemp("open") / "a.txt"
    file.write_text(
        "Talks\n\nClinton spoke in Ohio on Friday. Sergey Lavrov met Mike Pompeo in Helsinki.\n", encoding="utf-8"
    )
    store = Store.memory()
    run.build([file], store, published=datetime(2019, 5, 3, tzinfo=UTC))
    return store


def test_those_left_open_are_listed_with_their_scores(open_store: Store) -> None:
    rows = query.answer(open_store.oxigraph, "candidates", {}).dicts()
    assert {row["name"] for row in rows} == {"Clinton"}
    assert {str(row["may_be"]).rsplit("/", 1)[1] for row in rows} >= {"Q1124", "Q6294"}
    assert all(0 < float(str(row["score"])) < 1 for row in rows)


def test_candidates_that_fit_less_are_left_out(open_store: Store) -> None:
    every = query.answer(open_store.oxigraph, "candidates", {"actor": "Clinton"}).dicts()
    best = max(float(str(row["score"])) for row in every)
    kept = query.answer(open_store.oxigraph, "candidates", {"least": str(best)}).dicts()
    assert {float(str(row["score"])) for row in kept} == {best}
    assert not query.answer(open_store.oxigraph, "candidates", {"least": "0.99"}).dicts()


@pytest.mark.parametrize("name", ["", "  "])
def test_an_empty_name_is_said_to_be_empty(cli: Callable, name: str) -> None:
    done = cli("authority", "show", name)
    assert done.exit_code == 1
    assert "the name is empty" in done.stderr
