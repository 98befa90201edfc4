"""Scores consolidation: which reports are of one event, against clusters and pairs judged by hand.

    python benchmarks/eval_clusters.py [--profile fast|full] [-v]
    python benchmarks/eval_clusters.py --pairs FILE --articles FOLDER [-v]      # other pairs alone

tests/gold/clusters/sample.toml holds clusters over data/articles, pairs.toml pairs over articles that no rule was
written on (those that are not at hand are counted).  A passage of the gold is matched to a report by article, group of
types and words; what the extractor did not find cannot be joined and is counted apart.

    B-cubed       for each passage that is found: the share of right ones in its cluster, and of its own that are in it
    wrong merges  pairs of reports in one cluster that the gold keeps apart, of all that the gold judges
    pairs         precision and recall of "same" over the pairs of which both passages are found
"""

import argparse
import os
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from typing import Any

from scoring import Count

from kg import authority, graph, iri, load, pipeline
from kg.consolidate import consolidate, sketch
from kg.model import Article, Extraction
from kg.pipeline import PROFILES, Profile
from kg.store import Store
from kg.vocab import DK

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("KG_SHARED", ROOT.parent / "shared"))
GOLD = ROOT / "tests" / "gold" / "clusters"
SAMPLE = ROOT / "data" / "articles"
GROUPS = {
    "talk": {"meeting", "negotiation", "mediation"},
    "call": {"call", "meeting"},
    "signing": {"signing", "agreement"},
    "speech": {"statement", "promise", "refusal", "threat"},
    "force": {"attack", "military_action", "war", "regime_change"},
    "peace": {"normalization", "recognition", "agreement", "signing", "ceasefire"},
}
"""Types that two readers may give to one passage; any other type stands alone."""


@dataclass(frozen=True)
class Report:
    """An event or agreement as one article tells it."""

    iri: str
    kind: str
    """Event type, or `treaty`."""
    start: int
    end: int
    about: str
    """Ids of those who take part and of the places, in lower case."""


@dataclass
class World:
    """Articles read and consolidated: their reports, and the cluster of each."""

    texts: dict[str, str] = field(default_factory=dict)
    reports: dict[str, list[Report]] = field(default_factory=lambda: defaultdict(list))
    cluster: dict[str, str] = field(default_factory=dict)
    judged: dict[str, str] = field(default_factory=dict)
    """Report -> rules that joined it."""


@dataclass(frozen=True)
class Figures:
    """What was measured."""

    bcubed: tuple[float, float]
    """Precision and recall."""
    merges: Count
    """Pairs in one cluster: right (tp) and wrong (fp)."""
    found: int
    passages: int

    @property
    def f1(self) -> float:
        """F1 of B-cubed."""
        precision, recall = self.bcubed
        return 2 * precision * recall / ((precision + recall) or 1)


def name_of(path: str) -> str:
    """Return how the gold names an article."""
    return path.rpartition("data/articles/")[2] if "data/articles/" in path else Path(path).name


def articles(*folders: Path) -> Iterator[Article]:
    """Yield the articles of folders."""
    for each in load.articles([str(folder) for folder in folders]):
        if not isinstance(each, Exception):
            yield each


def world(read: Iterable[Article], profile: Profile = "fast") -> World:
    """Return articles as read and consolidated."""
    made, store, quads = World(), Store.memory(), []
    for article in read:
        extraction = pipeline.extract(article, profile=profile)
        own = [*graph.quads(extraction), *sketch(article)]
        store.put(article.id, own)
        quads += own
        name = name_of(article.path)
        made.texts[name] = article.text
        made.reports[name] = list(reports(extraction))
    store.replace(iri.graph("authority"), graph.authority_quads(authority.load(), graph.authority_ids(quads)))
    for quad in consolidate(store.oxigraph):
        subject, predicate, value = quad.subject.value, quad.predicate.value, quad.object.value
        if predicate in (DK.aboutEvent, DK.aboutAgreement):
            made.cluster[subject] = value
    return made


def reports(extraction: Extraction) -> Iterator[Report]:
    """Yield each telling of an event or agreement."""
    article = extraction.article.id
    for claim in extraction.claims:
        who = " ".join([*(each.actor for each in claim.participants), claim.place or ""]).lower()
        yield Report(iri.part(article, "event", claim.event), claim.type, claim.start, claim.end, who)
    for agreement in extraction.agreements:
        who = " ".join([*agreement.parties, agreement.place or ""]).lower()
        yield Report(iri.part(article, "agreement", agreement.id), "treaty", agreement.start, agreement.end, who)


def match(made: World, article: str, words: str, hint: str, type_: str) -> str | None:
    """Return the report that tells of a passage: the one that has most of its words, and of these the shortest."""
    for name in sorted(made.texts):
        at = made.texts[name].find(words) if name.startswith(article) else -1
        if at < 0:
            continue
        until, best = at + len(words), None
        for each in made.reports[name]:
            shared = min(each.end, until) - max(each.start, at)
            fits = each.kind in GROUPS.get(type_, {type_}) and hint.lower() in each.about
            if fits and shared > 0:
                rank = (-shared, each.kind != type_, each.end - each.start, each.start, each.iri)
                best = min(best, (rank, each.iri)) if best else (rank, each.iri)
        return best[1] if best else None
    return None


def absent(made: World, article: str) -> bool:
    """Tell whether an article is not at hand."""
    return not any(name.startswith(article) for name in made.texts)


@dataclass
class Placed:
    """Passages of the gold that are found, by report."""

    gold: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Report -> gold clusters."""
    unsure: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    passages: int = 0
    missing: list[str] = field(default_factory=list)

    def verdict(self, one: str, other: str) -> bool | None:
        """Tell whether two reports are one; None where a careful reader may doubt it."""
        mine, theirs = self.gold[one], self.gold[other]
        if mine & theirs:
            return True
        doubted = any(b in self.unsure[a] or a in self.unsure[b] for a in mine for b in theirs)
        return None if doubted else False


def place(made: World, clusters: Sequence[Mapping[str, Any]]) -> Placed:
    """Return where the passages of the gold are found."""
    placed = Placed()
    for each in clusters:
        placed.unsure[each["name"]] |= set(each.get("unsure", ()))
        for passage in each["told"]:
            placed.passages += 1
            hint = passage[2] if len(passage) > 2 else ""
            report = match(made, passage[0], passage[1], hint, each["type"])
            if report is None:
                placed.missing.append(f"{passage[0]}: {passage[1]} ({each['type']})")
            else:
                placed.gold[report].add(each["name"])
    return placed


def measure(made: World, placed: Placed) -> Figures:
    """Return B-cubed and wrong merges over the reports that are found."""
    items = sorted(placed.gold)
    precision = recall = 0.0
    for one in items:
        judged = [(other, placed.verdict(one, other)) for other in items]
        mine = [same for other, same in judged if same is not None and same_cluster(made, one, other)]
        gold = [other for other, same in judged if same]
        precision += sum(map(bool, mine)) / len(mine)
        recall += sum(same_cluster(made, one, other) for other in gold) / len(gold)
    merges = Count()
    for one, other in combinations(items, 2):
        verdict = placed.verdict(one, other)
        if verdict is not None and same_cluster(made, one, other):
            merges.add(tp=verdict, fp=not verdict)
    number = len(items) or 1
    return Figures(
        (precision / number, recall / number), merges, placed.passages - len(placed.missing), placed.passages
    )


def same_cluster(made: World, one: str, other: str) -> bool:
    """Tell whether two reports are in one cluster."""
    return made.cluster.get(one, one) == made.cluster.get(other, other)


def score_pairs(made: World, pairs: Iterable[Sequence[str]]) -> tuple[Count, dict[str, int], list[str]]:
    """Return counts of "same", how many pairs could not be judged and why, and what is wrong."""
    count, left = Count(), {"not at hand": 0, "not extracted": 0, "one report": 0, "right": 0, "wrong": 0}
    wrong: list[str] = []
    for verdict, type_, *given in pairs:
        sides = sides_of(given)
        if any(absent(made, article) for article, _, _ in sides):
            left["not at hand"] += 1
            continue
        one, other = (match(made, article, words, hint, type_) for article, words, hint in sides)
        if one is None or other is None:
            left["not extracted"] += 1
            continue
        if one == other:  # the extractor's doing, and often right for both passages
            left["one report"] += 1
            continue
        found, same = same_cluster(made, one, other), verdict == "same"
        count.add(tp=found and same, fp=found and not same, fn=same and not found)
        left["right" if found == same else "wrong"] += 1
        if found != same:
            wrong.append(f"{verdict}, but {'joined' if found else 'apart'}: {type_} {given}")
    return count, left, wrong


def sides_of(given: Sequence[str]) -> list[tuple[str, str, str]]:
    """Return (article, words, hint) of both sides of a pair."""
    if len(given) == 4:
        return [(given[0], given[1], ""), (given[2], given[3], "")]
    if len(given) == 6:
        return [(given[0], given[1], given[2]), (given[3], given[4], given[5])]
    raise SystemExit(f"{given}: a pair is article, words and article, words, with a hint to both or none")


def digest(made: World, file: Path) -> str:
    """Return the SHA-256 of the gold and the texts."""
    total = sha256(file.read_bytes())
    for name in sorted(made.texts):
        total.update(f"{name}\0{made.texts[name]}\0".encode())
    return total.hexdigest()


def sample(profile: Profile = "fast") -> tuple[World, Placed, str]:
    """Return the sample articles in French and English, consolidated, beside their gold."""
    file = GOLD / "sample.toml"
    made = world(articles(SAMPLE / "fr", SAMPLE / "en"), profile)
    return made, place(made, tomllib.loads(file.read_text("utf-8"))["cluster"]), digest(made, file)


def unseen(profile: Profile = "fast") -> tuple[World, list[list[str]], str]:
    """Return articles that the rules were not written on, with the sample beside them, and the pairs of the gold."""
    file = GOLD / "pairs.toml"
    pairs: list[list[str]] = tomllib.loads(file.read_text("utf-8"))["pairs"]
    named = {article for _, _, *given in pairs for article, _, _ in sides_of(given)}
    folders = [SAMPLE / "fr", SAMPLE / "en"]
    if real := os.environ.get("KG_REAL_ARTICLES"):
        folders += [Path(real) / f"{name}.json" for name in sorted(named) if (Path(real) / f"{name}.json").is_file()]
    wikinews = SHARED / "corpora" / "meantime-en"
    folders += [file for name in sorted(named) if name.isdigit() for file in sorted(wikinews.glob(f"{name}_*.txt"))]
    made = world(articles(*folders), profile)
    return made, pairs, digest(made, file)


def show(made: World, placed: Placed) -> Iterator[str]:
    """Yield what is joined wrongly, what is left apart, and what is not found."""
    items = sorted(placed.gold)
    where = {each.iri: f"{name} [{made.texts[name][each.start : each.end][:90]!r}]"
             for name, found in made.reports.items() for each in found}  # fmt: skip
    for one, other in combinations(items, 2):
        verdict = placed.verdict(one, other)
        if verdict is False and same_cluster(made, one, other):
            yield f"WRONG {sorted(placed.gold[one])} / {sorted(placed.gold[other])}\n    {where[one]}\n    {where[other]}"
    by_gold: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in items:
        for name in placed.gold[one]:
            by_gold[name][made.cluster.get(one, one)].append(where[one])
    for name, parts in sorted(by_gold.items()):
        if len(parts) > 1:
            yield f"APART {name}"
            for part, told in parts.items():
                yield f"    {part.rpartition('/')[2]}"
                yield from (f"        {each}" for each in told)
    yield from (f"NOT FOUND {each}" for each in placed.missing)


def elsewhere(file: Path, folder: Path, profile: Profile = "fast") -> tuple[World, list[list[str]], str]:
    """Return the articles of a folder, alone, and the pairs of a file that are of them."""
    made = world(articles(folder), profile)
    return made, tomllib.loads(file.read_text("utf-8"))["pairs"], digest(made, file)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--profile", default="fast", choices=PROFILES)
    parser.add_argument("-v", "--verbose", action="store_true", help="show what is wrong")
    parser.add_argument("--pairs", type=Path, help="other pairs, over --articles")
    parser.add_argument("--articles", type=Path, help="folder of their articles")
    options = parser.parse_args()
    if options.pairs and options.articles:
        out = paired(*elsewhere(options.pairs, options.articles, options.profile), verbose=options.verbose)
    else:
        out = [
            *clustered(options.profile, verbose=options.verbose),
            *paired(*unseen(options.profile), verbose=options.verbose),
        ]
    sys.stdout.writelines(f"{line}\n" for line in out)


def clustered(profile: Profile, *, verbose: bool) -> list[str]:
    """Return what is measured over the sample articles, as lines."""
    made, placed, hashed = sample(profile)
    figures = measure(made, placed)
    out = [
        f"clusters sample   sha256 {hashed[:16]}",
        f"   passages found         {figures.found} of {figures.passages}",
        f"   bcubed                 P {figures.bcubed[0]:.3f}  R {figures.bcubed[1]:.3f}  F1 {figures.f1:.3f}",
        f"   wrong merges           {1 - figures.merges.precision:.3f}   ({figures.merges.fp} of {figures.merges.tp + figures.merges.fp})",
    ]
    return [*out, *(show(made, placed) if verbose else ())]


def paired(made: World, pairs: list[list[str]], hashed: str, *, verbose: bool) -> list[str]:
    """Return how pairs are judged, as lines."""
    count, left, wrong = score_pairs(made, pairs)
    out = [
        f"clusters pairs   sha256 {hashed[:16]}",
        f"   same                   P {count.precision:.3f}  R {count.recall:.3f}  F1 {count.f1:.3f}   ({left['right']} of {left['right'] + left['wrong']} pairs right)",
        f"   not judged             {left['not extracted']} not extracted, {left['one report']} in one report, {left['not at hand']} not at hand",
    ]
    return [*out, *(wrong if verbose else ())]


if __name__ == "__main__":
    main()
