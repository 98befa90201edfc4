"""Scores the dates alone: on the development corpora by their own rules, on article gold by text and value.

    python benchmarks/eval_dates.py [-v] [--half dev|held]

Corpora stand in ../shared (or the folder that KG_SHARED names); real articles in the folder that KG_REAL_ARTICLES
names, their gold in tests/gold/real/ (or KG_REAL_GOLD).  What is absent is said and skipped.
"""

import argparse
import json
import os
import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from kg import lang, load
from kg.annotate import dates, sentences
from kg.model import Date

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("KG_SHARED", ROOT.parent / "shared"))
_OPEN = re.compile(r"^\.\./|/\.\.$")


def gold_value(found: Date) -> str | None:
    """Return a date as the gold writes it: YYYY, YYYY-MM, YYYY-MM-DD, YYYY-Wnn or a/b; None for an open value."""
    text = found.when.edtf.replace("~", "")
    if text == "../..":
        return None
    if found.granularity == "week":
        day = found.when.earliest or found.when.latest
        assert day
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02}"
    if found.granularity == "year" and found.when.modifier == "MID":
        return text[:4]
    return _OPEN.sub("", text)


@dataclass
class Score:
    """Counts of one file."""

    right: int = 0
    wrong: int = 0
    extra: int = 0
    missed: int = 0
    notes: list[str] = field(default_factory=list)

    def row(self) -> str:
        """Return precision, recall, F1 and the counts."""
        predicted, expected = self.right + self.wrong + self.extra, self.right + self.wrong + self.missed
        precision, recall = self.right / (predicted or 1), self.right / (expected or 1)
        f1 = 2 * precision * recall / (precision + recall) if self.right else 0.0
        given = self.right / ((self.right + self.wrong) or 1)
        return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  given detected {given:.3f}  ({self.right} right, {self.wrong} wrong, {self.extra} extra, {self.missed} missed)"


def read(text: str, code: str, reference: date) -> list[Date]:
    """Return the dates of a bare text."""
    language = lang.load(code)
    return list(dates.spans(text, list(sentences.spans(text, 0, len(text), language.sentences)), language, reference))


def score_spans(case: dict[str, Any], score: Score) -> None:
    """Score one case of a corpus: by overlap, a right value first, then the longest overlap."""
    found = read(case["text"], case["lang"], date.fromisoformat(case["reference"]))
    free = dict(enumerate(found))
    for gold in case["values"]:
        near = {
            place: (gold_value(one) in gold["value"], min(one.end, gold["end"]) - max(one.start, gold["start"]))
            for place, one in free.items()
            if one.start < gold["end"] and gold["start"] < one.end
        }
        if not near:
            score.missed += 1
            score.notes.append(
                f"MISSED {gold['text']!r} {gold['value']} in {_around(case, gold['start'], gold['end'])}"
            )
            continue
        best = max(near, key=lambda place: near[place])
        one = free.pop(best)
        if near[best][0]:
            score.right += 1
        else:
            score.wrong += 1
            score.notes.append(
                f"WRONG  {gold['text']!r} {gold['value']} got {one.text!r} {gold_value(one)} ({one.rule}) in {_around(case, one.start, one.end)}"
            )
    for one in free.values():
        if gold_value(one) is None or any(
            one.start < skip["end"] and skip["start"] < one.end for skip in case["ignore"]
        ):
            continue
        score.extra += 1
        score.notes.append(f"EXTRA  {one.text!r} {gold_value(one)} ({one.rule}) in {_around(case, one.start, one.end)}")


def _around(case: dict[str, Any], start: int, end: int) -> str:
    return repr(case["text"][max(0, start - 45) : end + 35])


def _plain(text: str) -> str:
    return (
        "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one)).casefold().strip()
    )


def score_article(facts: dict[str, Any], path: Path, score: Score) -> None:
    """Score an article: same text or one contains the other; a repeated mention with the right value is free."""
    article = next(iter(load.articles([path], published=datetime.fromisoformat(facts["published"]))))
    if isinstance(article, Exception):
        raise article
    language = lang.load(article.language)
    found = dates.find(article, sentences.find(article, language), language)
    pairs: list[tuple[float, int, int]] = []
    for place, one in enumerate(found):
        for number, gold in enumerate(facts["timexes"]):
            texts = {_plain(text) for text in (gold["text"], *gold.get("alt_text", ()))}
            text = _plain(one.text)
            if any(text in other or other in text for other in texts):
                pairs.append((2 * (text in texts) + _right(gold, one) + 1, place, number))
    taken: dict[int, int] = {}
    for _, place, number in sorted(pairs, reverse=True):
        if place not in taken and number not in taken.values():
            taken[place] = number
    for place, one in enumerate(found):
        gold = facts["timexes"][taken[place]] if place in taken else None
        around = repr(article.text[max(0, one.start - 60) : one.end + 40])
        if gold is not None:
            good = _right(gold, one)
            score.right += good and not gold.get("optional", False)
            score.wrong += not good and not gold.get("optional", False)
            if not good and not gold.get("optional"):
                score.notes.append(
                    f"WRONG  {one.text!r} {gold_value(one)} ({one.rule}), gold {gold['text']!r} {gold['value']} in {around}"
                )
        elif not any(place == other and _right(facts["timexes"][number], one) for _, other, number in pairs):
            score.extra += 1
            score.notes.append(f"EXTRA  {one.text!r} {gold_value(one)} ({one.rule}) in {around}")
    for number, gold in enumerate(facts["timexes"]):
        if number not in taken.values() and not gold.get("optional"):
            score.missed += 1
            score.notes.append(f"MISSED {gold['text']!r} {gold['value']} in {facts['id']}")


def _right(gold: dict[str, Any], one: Date) -> bool:
    return gold_value(one) in (gold["value"], *gold.get("alt", ())) or one.when.edtf in gold.get("alt", ())


def _corpora() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    for file in sorted((SHARED / "corpora" / "dates-dev").glob("*.jsonl")):
        yield file.stem, [json.loads(line) for line in file.read_text("utf8").splitlines()]


def _articles(half: str) -> Iterator[tuple[dict[str, Any], Path]]:
    texts = Path(os.environ.get("KG_REAL_ARTICLES", ""))
    gold = Path(os.environ.get("KG_REAL_GOLD", ROOT / "tests" / "gold" / "real"))
    if not os.environ.get("KG_REAL_ARTICLES"):
        sys.stdout.write("real articles: not at hand (set KG_REAL_ARTICLES to the folder of their texts); skipped\n")
        return
    for file in sorted(gold.glob("*.json")):
        facts = json.loads(file.read_text("utf8"))
        if facts["half"] == half and (texts / file.name).is_file():
            yield facts, texts / file.name


def main() -> None:
    """Score and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-v", action="store_true", help="print every error (never of the held half)")
    parser.add_argument("--half", default="dev", choices=["dev", "held"])
    options = parser.parse_args()
    scores: dict[str, Score] = {}
    for name, cases in _corpora():
        for case in cases:
            score_spans(case, scores.setdefault(name, Score()))
    seed = SHARED / "gold" / "seed.json"
    if seed.is_file():
        score_article(
            json.loads(seed.read_text("utf8")),
            SHARED / "articles" / "2c35927e3fdca363.fr.txt",
            scores.setdefault("seed", Score()),
        )
    for facts, path in _articles(options.half):
        score_article(facts, path, scores.setdefault(f"articles {facts['lang']} {options.half}", Score()))
    for name, score in scores.items():
        sys.stdout.write(f"{name:22s} {score.row()}\n")
        if options.v and "held" not in name:
            sys.stdout.writelines(f"    {note}\n" for note in score.notes)


if __name__ == "__main__":
    main()
