"""Scores all that is extracted against all gold at hand: precision, recall and F1 by set, language and kind.

    python benchmarks/evaluate.py [--profile fast|full] [--only SET...] [--json FILE]
    python benchmarks/evaluate.py --docs
    python benchmarks/evaluate.py --update-floors [--allow-regression]

Each set is printed with the SHA-256 of its texts and gold: figures are comparable where it is the same.  What is absent
is said and skipped.  `--update-floors` writes the F1 of the `fast` profile into tests/floors.toml; it raises floors, and
lowers one only with `--allow-regression`.
"""

import argparse
import json
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import eval_articles
import eval_clusters
import eval_dates
import eval_events
import eval_names
import figures_table
from scoring import Count

from kg.pipeline import PROFILES, Profile

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ROOT / "tests" / "floors.toml"
SLACK = 0.005
"""What a figure may fall below its floor: less than one item of the larger sets."""
PINNED_SHARES = frozenset({"actor_wikidata", "event_status", "timex_value", "qid_accuracy"})
"""Other shares are of too few items, or fall when more is found."""
CLUSTER_SHARES = ("bcubed_precision", "bcubed_recall", "right_merges")
Floors = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Figure:
    """The counts of one kind on one set."""

    set: str
    """Name and language: `sample fr`."""
    kind: str
    tp: int
    fp: int
    fn: int

    @property
    def count(self) -> Count:
        """Return the counts, which know precision, recall and F1."""
        return Count(self.tp, self.fp, self.fn)


@dataclass(frozen=True)
class Found:
    """The figures of one set, and the hash of what they were measured on."""

    name: str
    digest: str
    figures: tuple[Figure, ...]


def digest(files: Iterable[Path]) -> str:
    """Return the SHA-256 over names and bytes of files."""
    total = sha256()
    for file in sorted(set(files), key=lambda file: (file.name, str(file))):
        total.update(file.name.encode() + b"\0" + sha256(file.read_bytes()).digest())
    return total.hexdigest()


def articles(name: str, profile: Profile) -> Iterator[Found]:
    """Measure whole articles."""
    pairs = eval_articles.pairs(name)
    if not pairs:
        sys.stderr.write(eval_articles.absent(name) + "\n")
        return
    languages = sorted({facts["lang"] for facts, _, _ in pairs})
    for language in languages:
        chosen = [each for each in pairs if each[0]["lang"] == language]
        score = eval_articles.score(chosen, profile)[language]
        title = f"{name} {language}"
        counted = [Figure(title, kind, c.tp, c.fp, c.fn) for kind, c in score.kinds.items()]
        shares = [Figure(title, kind, c.tp, c.fp, 0) for kind, c in score.shares.items()]
        given = [each for each in counted + shares if each.tp + each.fp + each.fn]
        yield Found(title, digest(path for each in chosen for path in each[1:]), tuple(given))


def dates(_: Profile) -> Iterator[Found]:
    """Measure time expressions of the corpora."""
    folder = eval_dates.SHARED / "corpora" / "dates-dev"
    if not folder.is_dir():
        sys.stderr.write(eval_articles.absent("dates corpora") + "\n")
    for file in sorted(folder.glob("*.jsonl")):
        score = eval_dates.Score()
        for line in file.read_text("utf-8").splitlines():
            eval_dates.score_spans(json.loads(line), score)
        title = f"dates {file.stem}"
        value = Figure(title, "value", score.right, score.wrong + score.extra, score.wrong + score.missed)
        yield Found(title, digest([file]), (value, Figure(title, "value_given_detected", score.right, score.wrong, 0)))


def names(profile: Profile) -> Iterator[Found]:
    """Measure names and their Wikidata ids."""
    some = False
    for name, documents, code, files in eval_names.corpora(eval_names.SHARED / "corpora"):
        some, score = True, eval_names.score(documents, code, profile)
        title = f"names {name}"
        kinds = {"strict": "s", "fuzzy": "f", "any_type": "o", "PER": "PER", "ORG": "ORG", "LOC": "LOC"}
        figures = [Figure(title, kind, *score.prf(key)) for kind, key in kinds.items()]
        if score.count["q_g"]:
            right, given = score.count["a_tp"], score.count["a_g"]
            figures += [
                Figure(title, "linking", *score.prf("q")),
                Figure(title, "qid_accuracy", right, given - right, 0),
            ]
            parts = sorted(score.decades.items())
            figures += [Figure(title, f"linking_{decade}", *score.prf("q", count)) for decade, count in parts]
            figures += [Figure(title, f"accuracy_{decade}", n["a_tp"], n["a_g"] - n["a_tp"], 0) for decade, n in parts]
        yield Found(title, digest(files), tuple(figures))
    if not some:
        sys.stderr.write(eval_articles.absent("names corpora") + "\n")


def events(_: Profile) -> Iterator[Found]:
    """Measure event types and actors on the sentences of PLOVER."""
    folder = eval_names.SHARED / "corpora" / "events-dev"
    if not folder.is_dir():
        sys.stderr.write(eval_articles.absent("event sentences") + "\n")
    for file in sorted(folder.glob("*.jsonl")):
        title = f"events {file.stem}"
        found = eval_events.score(file, verbose=False)
        figures = [Figure(title, level.replace("+", "_"), n["tp"], n["fp"], n["fn"]) for level, n in found.items()]
        yield Found(title, digest([file]), tuple(figures))


def clusters(profile: Profile) -> Iterator[Found]:
    """Measure which reports are joined into one event."""
    made, placed, hashed = eval_clusters.sample(profile)
    figures = eval_clusters.measure(made, placed)
    parts = [
        Figure("clusters sample", kind, round(1000 * share), 1000 - round(1000 * share), 0)
        for kind, share in (("bcubed_precision", figures.bcubed[0]), ("bcubed_recall", figures.bcubed[1]))
    ]
    right, wrong = figures.merges.tp, figures.merges.fp
    yield Found("clusters sample", hashed, (*parts, Figure("clusters sample", "right_merges", right, wrong, 0)))
    made, pairs, hashed = eval_clusters.unseen(profile)
    count, _, _ = eval_clusters.score_pairs(made, pairs)
    yield Found("clusters pairs", hashed, (Figure("clusters pairs", "same", count.tp, count.fp, count.fn),))


MEASURES: dict[str, Callable[[Profile], Iterator[Found]]] = {
    **{name: lambda profile, name=name: articles(name, profile) for name in eval_articles.SETS},  # type: ignore[misc]
    "dates": dates, "names": names, "events": events, "clusters": clusters,
}  # fmt: skip


def measure(only: Iterable[str], profile: Profile) -> Iterator[Found]:
    """Measure the named sets."""
    for name in only:
        yield from MEASURES[name](profile)


def lines(found: Found) -> Iterator[str]:
    """Yield what is printed of a set."""
    yield f"{found.name}   sha256 {found.digest[:16]}"
    for figure in found.figures:
        c = figure.count
        if figure.fn or figure.kind in eval_articles.KINDS or not _share(figure):
            yield f"   {figure.kind:24} P {c.precision:.3f}  R {c.recall:.3f}  F1 {c.f1:.3f}   ({c.tp} right, {c.fp} wrong, {c.fn} missed)"
        else:
            yield f"   {figure.kind:24} {c.precision:.3f}   ({c.tp} of {c.tp + c.fp})"


def _share(figure: Figure) -> bool:
    return figure.kind in (*eval_articles.SHARES, "qid_accuracy", "value_given_detected", *CLUSTER_SHARES)


def value(figure: Figure) -> float:
    """Return what is pinned: F1, or the share of right ones."""
    return figure.count.precision if _share(figure) else figure.count.f1


def floors() -> Floors:
    """Return the pinned figures: by set, by kind."""
    return tomllib.loads(FLOORS.read_text("utf-8")) if FLOORS.is_file() else {}


def below(found: Found, pinned: dict[str, Any]) -> list[str]:
    """Return what has fallen below its floor, or was measured on other texts."""
    if found.digest != pinned["sha256"]:
        return [f"{found.name}: texts or gold have changed; measure again with --update-floors"]
    measured = {figure.kind: value(figure) for figure in found.figures}
    return [
        f"{found.name}, {kind}: {measured.get(kind, 0.0):.4f} is below its floor {floor:.4f}"
        for kind, floor in pinned.items()
        if kind != "sha256" and measured.get(kind, 0.0) < floor - SLACK
    ]


def raised(found: Iterable[Found], old: Floors, *, regress: bool) -> tuple[Floors, list[str]]:
    """Return the floors that figures give, and the floors that would fall and may not."""
    out, refused = dict(old), []
    for one in found:
        before = old.get(one.name, {})
        same = before.get("sha256") == one.digest
        pins: dict[str, Any] = {"sha256": one.digest}
        for figure in one.figures:
            if figure.kind.startswith(("linking_", "accuracy_")) or (
                _share(figure) and figure.kind not in PINNED_SHARES
            ):
                continue
            new, floor = round(value(figure), 4), before.get(figure.kind, 0.0)
            if same and new < floor and not regress:
                refused += [f"{one.name}, {figure.kind}: {new} is below {floor}"] * (new < floor - SLACK)
                new = floor
            pins[figure.kind] = new
        out[one.name] = pins
    return out, refused


def write(pins: Floors) -> None:
    """Write the floors."""
    text = [
        "# F1 (for shares: the share of right ones) of the `fast` profile that tests/test_floors.py holds, by set and kind.",
        "# Written by `python benchmarks/evaluate.py --update-floors`, which raises floors and lowers none without --allow-regression.",
        "# sha256 is of the texts and their gold: other texts, other figures.",
    ]
    for name, kinds in sorted(pins.items()):
        text += ["", f'["{name}"]', f'sha256 = "{kinds["sha256"]}"']
        text += [f"{kind} = {floor}" for kind, floor in kinds.items() if kind != "sha256"]
    FLOORS.write_text("\n".join(text) + "\n", "utf-8")


def main() -> None:
    """Measure, print, and write what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--profile", default="fast", choices=PROFILES)
    parser.add_argument("--only", nargs="+", default=list(MEASURES), choices=list(MEASURES), metavar="SET")
    parser.add_argument("--json", type=Path, help="write the counts to this file")
    parser.add_argument("--docs", action="store_true", help="put the figures into docs/quality.md")
    parser.add_argument("--update-floors", action="store_true")
    parser.add_argument("--allow-regression", action="store_true", help="let --update-floors lower floors")
    options = parser.parse_args()
    if options.update_floors and options.profile != "fast":
        parser.error("floors are those of the fast profile")
    found = []
    for one in measure(options.only, options.profile):
        found.append(one)
        sys.stdout.writelines(f"{line}\n" for line in lines(one))
        sys.stdout.flush()
    if options.json:
        options.json.write_text(json.dumps([asdict(one) for one in found], indent=1), "utf-8")
    if options.docs:
        figures_table.put(found, options.profile)
    if options.update_floors:
        pins, refused = raised(found, floors(), regress=options.allow_regression)
        write(pins)
        if refused:
            sys.exit("\n".join(["kept, for lack of --allow-regression:", *refused]))


if __name__ == "__main__":
    main()
