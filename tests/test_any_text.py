"""Whatever is read: nothing raises, every span indexes the text, and the time grows with the length and not its square."""

import gc
import random
import time
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from kg import lang, load, pipeline
from kg.errors import LoadError
from kg.model import Article, Extraction
from kg.record import record

SAMPLE = Path(__file__).resolve().parent.parent / "data/articles/fr/2020-02-29-accord-de-doha.txt"
TEXT = SAMPLE.read_text("utf-8")
IN_ENGLISH = (SAMPLE.parent.parent / "en/2015-02-12-minsk-agreement.txt").read_text("utf-8")


def held(found: Extraction) -> None:
    """Assert that every offset of a record indexes its text."""
    told = record(found)
    text = told["text"]
    for kind in ("mentions", "dates", "quantities"):
        for one in told[kind]:
            assert text[one["start"] : one["end"]] == one["text"]
    commitments = [term for agreement in told["agreements"] for term in agreement["commitments"]]
    for one in (*told["segments"], *told["claims"], *told["roles"], *commitments):
        assert 0 <= one["start"] <= one["end"] <= len(text)


def read(data: bytes) -> list[Article]:
    """Return the articles of some bytes; what is left out has a reason."""
    articles = []
    for each in load.read(data):
        if isinstance(each, LoadError):
            assert each.reason
        else:
            articles.append(each)
            held(pipeline.extract(each))
    return articles


def sprinkled(*marks: str) -> Callable[[str], str]:
    def sprinkle(text: str) -> str:
        chance = random.Random(5)
        return "".join(c + (chance.choice(marks) if chance.random() < 0.1 else "") for c in text)

    return sprinkle


def mixed(text: str) -> str:
    chance = random.Random(5)
    return "".join(chance.choice("'\u2019\u02bc\u00b4\u2018`") if c in "'\u2019" else c for c in text)


CHANGES: dict[str, Callable[[str], str]] = {
    "right-to-left marks": sprinkled("\u200f", "\u202b", "\u202c", "\u2067"),
    "soft hyphens": sprinkled("\u00ad"),
    "joiners": sprinkled("\u200d", "\u200b", "\ufeff"),
    "combining marks": sprinkled("\u0301", "\u20dd"),
    "astral letters": sprinkled("\U0001d538", "\U0001f600"),
    "arabic and chinese": sprinkled("\u0637", "\u4e2d"),
    "non-breaking spaces": lambda text: text.replace(" ", "\u00a0"),
    "narrow spaces": lambda text: text.replace(" ", "\u202f"),
    "mixed apostrophes": mixed,
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "capitals": str.upper,
    "carriage returns": lambda text: text.replace("\n", "\r"),
    "line separators": lambda text: text.replace("\n", "\u2028"),
    "one line": lambda text: " ".join(text.split()),
    "no full stops": lambda text: text.replace(".", " "),
    "no spaces": lambda text: "".join(text.split()),
}


@pytest.mark.parametrize("change", CHANGES)
def test_spans_index_the_text_whatever_characters_it_has(change: str) -> None:
    assert read(CHANGES[change](TEXT).encode())


@pytest.mark.parametrize(
    "change", ["soft hyphens", "non-breaking spaces", "narrow spaces", "mixed apostrophes", "decomposed"]
)
def test_names_are_found_whatever_marks_stand_in_them(change: str) -> None:
    (article,) = read(CHANGES[change](TEXT).encode())
    found = {one.id for one in pipeline.extract(article).reading.actors}
    assert {"armedgroup/taliban", "country/US"} & found


@pytest.mark.parametrize("code", ["utf-16", "utf-8-sig", "cp1252", "latin-1"])
def test_each_encoding_gives_the_same_article(code: str) -> None:
    (article,) = read(TEXT.encode(code, "replace"))
    assert "Doha" in article.text


@given(data=st.binary(max_size=400))
@settings(max_examples=25, deadline=None)
def test_any_bytes_give_articles_or_a_reason(data: bytes) -> None:
    read(data)


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (each for pair in value.items() for part in pair for each in strings(part))
    elif isinstance(value, list | tuple | set | frozenset):
        yield from (each for part in value for each in strings(part))


@pytest.mark.parametrize("code", ["en", "fr"])
def test_a_title_of_one_word_or_two_is_read(code: str) -> None:
    language = lang.load(code)
    words = set(strings([msgspec.to_builtins(part) for part in (language.events, language.agreements)]))
    bare = sorted({word.partition("(")[0].strip() for word in words} - {""})
    chance = random.Random(5)
    titles = [*bare, *(" ".join(chance.sample(bare, 2)) for _ in range(2_000))]
    text = "\n\n".join(title[0].upper() + title[1:] for title in titles)
    for article in load.read(text.encode()):
        assert not isinstance(article, LoadError)
        held(pipeline.extract(replace(article, language=code)))


@pytest.mark.parametrize("title", ["Peace deal", "Ceasefire", "Accord de paix", "Trêve"])
def test_an_article_headed_by_a_noun_alone_is_read(title: str) -> None:
    assert read(f"{title}\n\n2025-06-30\n\nChad and Niger signed a peace agreement in Doha on Sunday.\n".encode())


@given(text=st.text(max_size=400))
@settings(max_examples=25, deadline=None)
def test_any_text_in_an_article_is_read(text: str) -> None:
    half = len(TEXT) // 2
    read(f"{TEXT[:half]}{text}{TEXT[half:]}".encode("utf-8", "surrogatepass"))


PATTERNS = {
    "sentences": "Mike Pompeo a rencontré Sergueï Lavrov. Il a promis un retrait. ",
    "one sentence": "Mike Pompeo rencontrera Sergueï Lavrov à Doha et ",
    "capitals": "LE PRÉSIDENT AMÉRICAIN A RENCONTRÉ LES TALIBANS À DOHA ",
    "offices": "Le Ministre ",
    "agreements": "l'accord signé à Doha entre les talibans et Washington ",
    "speech": "a déclaré Mike Pompeo, ",
    "figures": "2.000 soldats et ",
    "descriptions": "les deux parties ",
    "withdrawals": "Le retrait de 2.000 soldats américains d'Afghanistan d'ici le 15 janvier. ",
    "unknown names": "Jean Dupontel-Martineau, ",
    "quotes": "« Il a dit « ",
    "one list": "Pompeo et les talibans, ",
    "bare bodies": "Washington refuse de retirer ses troupes. ",
    "terms": "les talibans libéreront des prisonniers, Washington retirera ses troupes, ",
    "terms with days": "Selon l'accord, les talibans libéreront 1.000 prisonniers d'ici 14 mois. ",
    "capitals in a row": "Entre Moscou et Washington, ",
    "what is disputed": "Téhéran a rejeté les accusations de Washington. Moscou dément. ",
    "two without a name": "Les deux pays ont signé un accord. Les deux dirigeants se rencontreront. ",
    "brackets": "(le retrait ",
    "unlike dates": "En 2015, un accord a été signé. En 2018, il a été dénoncé. ",
}
ENGLISH = {
    "capitalised words": "Table Chair Window ",
    "office holders": "Russian Foreign Minister Sergei Lavrov met US Secretary of State Antony Blinken. ",
    "terms": "Under the deal, Israel will release 1,000 prisoners and Hamas will free 20 hostages within 72 hours. ",
    "visits": "President Biden will visit Kyiv on Tuesday. The visit was postponed. ",
}


@pytest.fixture
def uncollected() -> Iterator[None]:
    """Leave the garbage of other tests alone: looking through all that they hold takes a second, whoever's turn it is."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.slow
@pytest.mark.usefixtures("uncollected")
@pytest.mark.parametrize(
    ("opening", "sentence"),
    [pytest.param(TEXT, text, id=name) for name, text in PATTERNS.items()]
    + [pytest.param(IN_ENGLISH, text, id=f"English {name}") for name, text in ENGLISH.items()],
)
def test_four_times_the_text_takes_no_sixteen_times_as_long(opening: str, sentence: str) -> None:
    def cpu(size: int) -> float:
        begun = time.process_time()
        read(f"{opening}\n\n{sentence * (size // len(sentence))}".encode())
        return time.process_time() - begun

    cpu(1_000)
    assert cpu(40_000) < 6 * cpu(10_000) + 0.3
