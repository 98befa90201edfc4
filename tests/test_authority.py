"""Laws of the authority: folding, look-up, transliterations, offices on a day, the cache."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import authority, share
from kg.authority import alike, in_office, key, skeleton, surnames, words
from kg.authority.tables import TABLES, entries
from kg.authority.values import Tenure, office_kind
from kg.errors import DataError


@pytest.fixture(scope="module")
def known() -> authority.Authority:
    return authority.load()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mohammed bin Salman", "MOHAMMED BEN SALMAN"),
        ("al-Assad", "el Assad"),
        ("Saint-Pétersbourg", "St. Petersbourg"),
        ("États-Unis", "Etats Unis"),
        ("U.S.", "US"),
        ("Côte d’Ivoire", "Cote d'Ivoire"),
        ("Sœul", "soeul"),
        ("Pales\u00adtine", "Palestine"),
        ("Pales\u00ad\ntine", "Palestine"),
        ("Pales\u00ac\ntine", "Palestine"),
        ("Ga\u200cza", "Gaza"),
    ],
)
def test_spellings_that_differ_in_marks_only_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), [("Mali", "Malí Sur"), ("Niger", "Nigeria"), ("Iran", "Irak")])
def test_names_that_differ_have_different_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_words_index_any_text(text: str) -> None:
    cut = words(text)
    for index in range(len(cut.folded)):
        assert cut.starts[index] < cut.ends[index] <= len(text)
        assert cut.raw(index) == text[cut.starts[index] : cut.ends[index]]
    assert cut.starts == sorted(cut.starts)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=120))
def test_find_never_raises_and_hits_do_not_overlap(text: str) -> None:
    last = 0
    for hit in authority.load().find(words(text), "fr"):
        assert hit.start >= last < hit.end
        last = hit.end


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("les Etats-Unis et la Corée du Nord", "fr", ["country/US", "country/KP"]),
        ("North Korea and the United States", "en", ["country/KP", "country/US"]),
        ("the U.S. said", "en", ["country/US"]),
        (
            "l’Otan et l’ONU",
            "fr",
            ["intergovernmentalorganization/nato", "intergovernmentalorganization/united-nations"],
        ),
        (
            "le Conseil de sécurité des Nations unies",
            "fr",
            ["intergovernmentalorganization/united-nations-security-council"],
        ),
        ("les talibans", "fr", ["armedgroup/taliban"]),
        ("Владимир Путин", "ru", []),
    ],
)
def test_names_are_found_longest_first(known: authority.Authority, text: str, language: str, wanted: list[str]) -> None:
    found = [hit.ids[0] for hit in known.find(words(text), language)]
    assert found == wanted or (not wanted and all(known.entry(i).type == "person" for i in found))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("let us talk", "en"),
        ("he can chad on", "en"),
        ("an ai tool and a who question", "en"),
        ("il est parti au mali", "fr"),
    ],
)
def test_lower_case_words_are_no_names(known: authority.Authority, text: str, language: str) -> None:
    assert list(known.find(words(text), language)) == []


@pytest.mark.parametrize(
    ("spelled", "label"),
    [
        ("Sergueï Lavrov", "Sergey Lavrov"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Benyamin Nétanyahou", "Benjamin Netanyahu"),
        ("Nikol Pachinian", "Nikol Pashinyan"),
        ("Alexandre Loukachenko", "Alexander Lukashenko"),
        ("Sergej Lawrow", "Sergey Lavrov"),
        ("Wladimir Putin", "Vladimir Putin"),
        ("Fayçal ben Farhane", "Faisal bin Farhan Al Saud"),
        ("Omar el-Béchir", "Omar al-Bashir"),
    ],
)
def test_transliterations_lead_to_the_person(known: authority.Authority, spelled: str, label: str) -> None:
    found = known.named(spelled) or known.variants(spelled)
    assert found
    assert known.entry(found[0]).label == label


@pytest.mark.parametrize(
    ("one", "other"), [("Ali Hassan", "Ali Hussein"), ("Ivan Petrov", "Ivan Patrushev"), ("Karim Khan", "Imran Khan")]
)
def test_different_names_are_not_alike(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other) or not alike(one, other)


@pytest.mark.parametrize(
    ("name", "country", "alone"),
    [
        ("Mike Pompeo", "US", {"pompeo"}),
        ("Kim Jong Un", "KP", {"kim", "jong", "un"}),
        ("Abdel Fattah al-Sissi", "EG", {"fattah", "sissi"}),
        ("Xi Jinping", "CN", {"xi", "jinping"}),
    ],
)
def test_a_first_name_never_stands_alone(name: str, country: str, alone: set[str]) -> None:
    assert surnames(name, country) == alone


@pytest.mark.parametrize(
    ("kind", "iso", "day", "label"),
    [
        ("foreign_minister", "US", date(2020, 11, 21), "Mike Pompeo"),
        ("foreign_minister", "RU", date(2019, 5, 1), "Sergey Lavrov"),
        ("head_of_state", "FR", date(2015, 2, 1), "François Hollande"),
        ("head_of_government", "GB", date(2018, 1, 1), "Theresa May"),
        ("defence_minister", "US", date(2020, 2, 29), "Mark Esper"),
    ],
)
def test_an_office_has_its_holder_of_the_day(
    known: authority.Authority, kind: str, iso: str, day: date, label: str
) -> None:
    assert label in [entry.label for entry, _ in known.holders(kind, iso, day)]


@pytest.mark.parametrize(
    ("start", "end", "day", "held"),
    [
        ("2018-04-26", "2021-01-20", date(2018, 4, 25), False),
        ("2018-04-26", "2021-01-20", date(2021, 1, 20), True),
        ("2018", "2018", date(2018, 12, 31), True),
        ("2018-04", "..", date(2030, 1, 1), True),
        ("..", "2017", date(2018, 1, 1), False),
    ],
)
def test_a_term_counts_at_the_precision_of_its_dates(start: str, end: str, day: date, *, held: bool) -> None:
    assert in_office(Tenure("x", "other", "XX", start, end), day) is held


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("United States Secretary of State", "foreign_minister"),
        ("Deputy Minister of Foreign Affairs", "other"),
        ("President of Chile", "head_of_state"),
        ("Minister of Defence of Yemen", "defence_minister"),
        ("ambassador to France", "ambassador"),
    ],
)
def test_an_office_label_says_its_kind(label: str, kind: str) -> None:
    assert office_kind(label) == kind


def test_one_wikidata_id_has_one_person(known: authority.Authority) -> None:
    persons = [entry for entry in entries(share.path("data", "authority")) if entry.type == "person" and entry.wikidata]
    assert len({entry.wikidata for entry in persons}) == len(persons)


def test_ids_without_two_sources_stay_candidates(known: authority.Authority) -> None:
    entry = known.entry("armedgroup/al-qaeda")
    assert entry.wikidata == ""
    assert entry.candidate.startswith("Q")


def test_curated_persons_come_before_namesakes(known: authority.Authority) -> None:
    assert known.named("Wang Yi")[0] == "person/wang-yi"


def test_a_broken_cache_is_rebuilt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    for name in ("actors.csv", "demonyms.csv"):
        lines = share.path("data", "authority", name).read_text(encoding="utf-8").splitlines()[:20]
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    first = len(authority.Authority(folder))
    (file,) = (tmp_path / "cache" / "diplomatic-kg").iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    assert len(authority.Authority(folder)) == first
    assert file.read_bytes() == whole


def test_a_cache_that_cannot_be_written_does_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    assert len(authority.Authority(folder)) == 0


@pytest.mark.parametrize("text", ["id,qid\na\n", "id,qid\na,b,c\n"])
def test_a_row_with_wrong_fields_is_an_error_that_names_the_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "actors.csv").write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match="line 2"):
        entries(tmp_path)


def test_every_table_is_shipped() -> None:
    for name in TABLES:
        assert share.path("data", "authority", name).is_file()


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("Владимир Путин", "Vladimir Putin"),
        ("Дмитрий Медведев", "Dmitry Medvedev"),
        ("Сергей Лавров", "Sergey Lavrov"),
        ("Володимир Зеленський", "Volodymyr Zelenskyy"),
        ("Ильхам Алиев", "Ilham Aliyev"),
        ("Никол Пашинян", "Nikol Pashinyan"),
        ("Аляксандр Лукашэнка", "Alexander Lukashenko"),
        ("Эмомали Рахмон", "Emomali Rahmon"),
    ],
)
def test_cyrillic_names_lead_to_the_person(known: authority.Authority, written: str, label: str) -> None:
    found = known.named(written) or known.variants(written)
    assert label in {known.entry(each).label for each in found}


def test_a_legislator_outranks_no_minister_of_the_same_name(known: authority.Authority) -> None:
    """Of one name the postings stand best rank first, so that a bare name is the minister's."""
    shared = 0
    for entry in (known.entry(each) for each in list(known._tables.ids)[:20000]):
        if entry.type != "person" or entry.rank < 3:
            continue
        ranks = [known.entry(each).rank for each in known.named(entry.label) if known.entry(each).type == "person"]
        shared += len(set(ranks)) > 1
        assert ranks == sorted(ranks), entry.label
    assert shared > 20
