"""What reading costs, in counts that are the same on every machine: speed itself is measured by benchmarks/speed.py."""

import cProfile
import pstats
import subprocess
import sys
from collections.abc import Iterator

import msgspec
import pytest

from kg import authority, lang, load, pipeline, run, share
from kg.annotate import annotate_all, models
from kg.events.lexicon import compile_lexicon
from kg.lang.names import Model
from kg.model import Article
from kg.store import Store

_FRENCH = share.path("data", "articles", "fr")


def _articles(code: str) -> list[Article]:
    found = load.articles([share.path("data", "articles", code)])
    return [each for each in found if isinstance(each, Article)]


def _words(articles: list[Article]) -> int:
    return sum(len(each.text.split()) for each in articles)


@pytest.mark.parametrize("code", ["fr", "en"])
def test_a_model_is_asked_about_a_third_of_the_sentences_at_most(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def names(texts: list[str], model: Model | None) -> Iterator[list[models.Found]]:
        assert model is not None
        for text in texts:
            asked.append(text)
            yield []

    monkeypatch.setattr(models, "names", names)
    pairs = [(each, lang.load(code)) for each in _articles(code)]
    read = annotate_all(pairs, authority.load(), profile="full")
    assert 0 < len(asked) <= sum(len(each.sentences) for each in read) / 3


def test_a_word_costs_at_most_four_and_a_half_quads() -> None:
    store = Store.memory()
    run.build([_FRENCH], store)
    assert len(store) <= 4.5 * _words(_articles("fr"))


@pytest.fixture(scope="module")
def reading() -> tuple[pstats.Stats, int]:
    """The calls that reading some articles takes, and the words of these."""
    articles = _articles("fr")[::4]
    pipeline.extract_all(articles)  # what is compiled once is not what a word costs
    profile = cProfile.Profile()
    profile.runcall(pipeline.extract_all, articles)
    return pstats.Stats(profile), _words(articles)


def test_a_word_costs_at_most_a_hundred_and_forty_eight_calls(reading: tuple[pstats.Stats, int]) -> None:
    stats, words = reading
    assert stats.total_calls <= 148 * words  # type: ignore[attr-defined]


def test_the_values_that_sentences_make_are_structs_and_no_dataclasses(reading: tuple[pstats.Stats, int]) -> None:
    stats, words = reading
    calls = [(file, count) for (file, _, _), (_, count, *_) in stats.stats.items()]  # type: ignore[attr-defined]
    assert sum(count for file, count in calls if file == "<string>") <= words / 10  # methods that `dataclass` writes
    assert not [file for file, _ in calls if file.endswith("dataclasses.py")]


@pytest.mark.parametrize("code", ["fr", "en", "es", "de"])
def test_the_forms_of_a_language_are_worked_out_as_texts_have_them(code: str) -> None:
    profile = cProfile.Profile()
    profile.runcall(compile_lexicon, msgspec.structs.replace(lang.load(code), code=f"{code} anew"))
    assert pstats.Stats(profile).total_calls <= 400_000  # type: ignore[attr-defined]


def test_the_list_of_verbs_needs_no_module_beyond_click_and_its_texts() -> None:
    code = (
        "import click, sys; there = set(sys.modules); sys.argv = ['kg', '-h']\n"
        "from kg.cli import main\n"
        "try: main()\n"
        "finally: print(*(set(sys.modules) - there), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    more = {name.partition(".")[0] for name in done.stderr.split()}
    assert more <= {"kg", "click", "locale", "_locale", "textwrap"}
