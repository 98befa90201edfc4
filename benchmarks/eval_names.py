"""Scores names (PER, ORG, LOC) and their Wikidata ids on the development corpora: shared/corpora/README "How to score".

strict: start, end and type are equal.  fuzzy: type by type, each gold name takes one mention that shares a character.
any type: the same whatever the type.  `--bare` measures spaCy by the same definitions: its fuzzy F1 is the baseline that
the README prints (.671, .693 to .694, .594).

    python benchmarks/eval_names.py [--profile fast|full] [--bare] [-v]

The corpora stand in ../shared/corpora (or in the folder that KG_SHARED names); what is absent is said and skipped.
"""

import argparse
import csv
import os
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from kg import authority, lang, resolve
from kg.annotate import annotate
from kg.model import Article, Extraction, Segment
from kg.pipeline import PROFILES, Profile
from kg.record import record

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("KG_SHARED", ROOT.parent / "shared"))
KINDS = {
    "person": "PER", "country": "LOC", "place": "LOC", "government": "ORG", "organization": "ORG", "igo": "ORG",
    "armed_group": "ORG", "military": "ORG", "media": "ORG",
}  # fmt: skip
TOWNS = frozenset({"CapitalForGovernment", "CountryForGovernment"})
"""Metonyms whose literal reading is a place; the building of an institution bears its name."""
FENEC = {"PERS": "PER", "ORG": "ORG", "LOC": "LOC"}
SPACY = {"PER": "PER", "PERSON": "PER", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC"}
HIPE = {"pers": "PER", "org": "ORG", "loc": "LOC"}


class Name(NamedTuple):
    """A name in a text, with its Wikidata id where there is one (`_` = not annotated)."""

    start: int
    end: int
    kind: str
    qid: str = "_"


Document = tuple[str, str, str | None, list[Name]]
"""Name, text, date and gold names."""


def predict(text: str, code: str, date: str | None, profile: Profile) -> list[Name]:
    """Return the mentions that `kg extract` would print, whatever their form."""
    segments, start = [], 0
    for part in text.split("\n\n"):
        segments.append(Segment("body", start, start + len(part)))
        start += len(part) + 2
    published = datetime.fromisoformat(date) if date and len(date) == 10 else None
    article = Article("x", "", text, tuple(s for s in segments if s.end > s.start), code, published=published)
    language, known = lang.load(code), authority.load()
    reading = resolve.resolve(annotate(article, language, known, profile=profile), language, known)
    literal = {(m.start, m.end, m.actor): m.literal for m in reading.mentions if m.literal}
    qids = {actor.id: actor.wikidata for actor in reading.actors} | {
        place.id: place.wikidata for place in reading.places
    }
    found = []
    for m in record(Extraction(reading))["mentions"]:
        if m["type"] in KINDS:
            kind = "LOC" if m["form"] == "name" and m.get("metonym") in TOWNS else KINDS[m["type"]]
            actor = m.get("actor", "")
            found.append(
                Name(m["start"], m["end"], kind, qids.get(literal.get((m["start"], m["end"], actor), actor)) or "NIL")
            )
    return list(dict.fromkeys(found))


def fenec(folder: Path) -> list[Document]:
    """Return name, text, date and outermost gold names of each document."""
    out = []
    for file in sorted(folder.glob("*.txt")):
        with file.open(encoding="utf-8", newline="") as handle:
            text = handle.read()
        rows = [line.split("\t") for line in file.with_suffix(".ann").read_text(encoding="utf-8").splitlines() if line]
        spans = [(int(r[1]), int(r[2]), FENEC[r[0]]) for r in rows if r[0] in FENEC]
        outer = [s for s in spans if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans)]
        out.append((file.stem, text, None, [Name(*span) for span in dict.fromkeys(outer)]))
    return out


def hipe(file: Path) -> list[Document]:
    """Return id, text, date and gold names of each article."""
    out: list[Document] = []
    text, names, name, date = "", [], "", None
    lines = file.read_text(encoding="utf-8").splitlines()
    columns = lines[0].split("\t")
    for line in [*lines[1:], "# hipe2022:document_id = end"]:
        if line.startswith("# hipe2022:document_id"):
            if text:
                out.append((name, text, date, names))
            text, names, name = "", [], line.partition("=")[2].strip()
        elif line.startswith("# hipe2022:date"):
            date = line.partition("=")[2].strip()
        elif line and not line.startswith("#"):
            row = dict(zip(columns, next(csv.reader([line], delimiter="\t", quoting=csv.QUOTE_NONE)), strict=False))
            start = len(text)
            text += row["TOKEN"]
            tag, _, kind = row["NE-COARSE-LIT"].partition("-")
            if tag == "B" and kind in HIPE:
                names.append(Name(start, len(text), HIPE[kind], row["NEL-LIT"]))
            elif tag == "I" and kind in HIPE and names:
                names[-1] = names[-1]._replace(end=len(text))
            text += "\n" if "EndOfLine" in row["MISC"] else "" if "NoSpaceAfter" in row["MISC"] else " "
    return out


def overlap(a: Name, b: Name) -> bool:
    """Tell whether two names share a character."""
    return a.start < b.end and b.start < a.end


def _paired(gold: list[Name], found: list[Name]) -> int:
    """Count the gold names that a mention of any type shares a character with, each mention taken once."""
    left, count = list(found), 0
    for name in sorted(gold):
        hit = next((n for n in left if overlap(n, name)), None)
        if hit:
            left.remove(hit)
            count += 1
    return count


@dataclass
class Names:
    """The counts of one corpus."""

    count: Counter[str] = field(default_factory=Counter)
    decades: dict[str, Counter[str]] = field(default_factory=dict)
    """Linking by the decade of the article."""
    missed: Counter[str] = field(default_factory=Counter)
    extra: Counter[str] = field(default_factory=Counter)

    def add(self, text: str, day: str | None, gold: list[Name], found: list[Name]) -> None:
        """Score one document."""
        strict, right = ({(n.start, n.end, n.kind) for n in names} for names in (found, gold))
        self.count.update(s_tp=len(strict & right), s_p=len(strict), s_g=len(right))
        self.count.update(o_tp=_paired(gold, found), o_p=len(found), o_g=len(gold))
        for kind in ("PER", "ORG", "LOC"):
            left = [n for n in found if n.kind == kind]
            given = len(left)
            names = sorted(n for n in gold if n.kind == kind)
            for name in names:
                hit = next((n for n in left if overlap(n, name)), None)
                if hit:
                    left.remove(hit)
                else:
                    self.missed[f"{kind} {text[name.start : name.end]!r}"] += 1
            parts = {"tp": given - len(left), "p": given, "g": len(names)}
            self.count.update({f"{key}_{part}": n for part, n in parts.items() for key in (kind, "f")})
            self.extra.update(f"{kind} {text[n.start : n.end]!r}" for n in left)
        linked = link(found, gold)
        self.count.update(linked)
        if linked["q_g"]:
            self.decades.setdefault(f"{day[:3]}0s" if day else "undated", Counter()).update(linked)

    def prf(self, key: str, count: Counter[str] | None = None) -> tuple[int, int, int]:
        """Return true positives, false positives and false negatives under a key: s, f, o, PER, ORG, LOC, q."""
        n = self.count if count is None else count
        return n[f"{key}_tp"], n[f"{key}_p"] - n[f"{key}_tp"], n[f"{key}_g"] - n[f"{key}_tp"]


def bare(text: str, code: str) -> list[Name]:
    """Return the names of spaCy's recogniser alone, nothing of ours."""
    return [
        Name(entity.start_char, entity.end_char, SPACY[entity.label_], "NIL")
        for entity in _spacy(code)(text).ents
        if entity.label_ in SPACY
    ]


@lru_cache
def _spacy(code: str) -> Any:
    import spacy

    model = lang.load(code).names.model
    if model is None:
        return spacy.blank(code)
    pipeline = spacy.load(next(package for package in model.packages if find_spec(package)))
    pipeline.select_pipes(enable=[pipe for pipe in ("tok2vec", "ner") if pipe in pipeline.pipe_names])
    return pipeline


def score(documents: list[Document], code: str, profile: Profile | None) -> Names:
    """Score a corpus; without a profile, bare spaCy on it."""
    out = Names()
    for _, text, day, gold in documents:
        out.add(text, day, gold, predict(text, code, day, profile) if profile else bare(text, code))
    return out


def link(found: list[Name], gold: list[Name]) -> Counter[str]:
    """Count end-to-end linking and accuracy."""
    count: Counter[str] = Counter()
    left = [n for n in found if n.qid != "NIL"]
    for name in gold:
        if not name.qid.startswith("Q"):
            continue
        over = [n for n in found if overlap(n, name)]
        if over:
            count["a_g"] += 1
            count["a_tp"] += any(n.qid == name.qid for n in over)
        count["q_g"] += 1
        hit = next((n for n in left if overlap(n, name) and n.qid == name.qid), None)
        if hit:
            left.remove(hit)
            count["q_tp"] += 1
            count["q_p"] += 1
    for n in left:
        over_gold = [g for g in gold if overlap(n, g)]
        count["q_p"] += not (over_gold and all(g.qid == "_" for g in over_gold))
    return count


def corpora(root: Path) -> Iterator[tuple[str, list[Document], str, list[Path]]]:
    """Yield name, documents, language and files of each corpus at hand."""
    folder = root / "fenec-dev"
    if folder.is_dir():
        documents, files = fenec(folder), sorted([*folder.glob("*.txt"), *folder.glob("*.ann")])
        yield "fenec", documents, "fr", files
        yield (
            "fenec news and defence",
            [d for d in documents if d[0].startswith(("information", "defense"))],
            "fr",
            files,
        )
    for code in ("fr", "en"):
        for file in sorted((root / f"hipe2020-{code}-dev").glob("*.tsv")):
            yield f"hipe {code}", hipe(file), code, [file]


def f1(tp: int, fp: int, fn: int) -> float:
    """Return F1 of counts."""
    return 2 * tp / max(1, 2 * tp + fp + fn)


def main() -> None:
    """Score every corpus at hand and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--profile", default="full", choices=PROFILES)
    parser.add_argument("-v", action="store_true", help="print what is missed and what is wrong most often")
    parser.add_argument("--bare", action="store_true", help="measure bare spaCy")
    options = parser.parse_args()
    found, profile = False, None if options.bare else options.profile
    for name, documents, code, _ in corpora(SHARED / "corpora"):
        found, names = True, score(documents, code, profile)
        keys = (("strict", "s"), ("fuzzy", "f"), ("any type", "o"), ("PER", "PER"), ("ORG", "ORG"), ("LOC", "LOC"))
        cells = "  ".join(f"{label} {f1(*names.prf(key)):.3f}" for label, key in keys)
        tp, fp, fn = names.prf("f")
        sys.stdout.write(
            f"{name} ({profile or 'bare spaCy'}): {cells}  P {tp / max(1, tp + fp):.3f}  R {tp / max(1, tp + fn):.3f}\n"
        )
        n = names.count
        if n["q_g"]:
            sys.stdout.write(
                f"   linking F1 {f1(*names.prf('q')):.3f}  P {n['q_tp'] / max(1, n['q_p']):.3f}  accuracy {n['a_tp'] / max(1, n['a_g']):.3f}; F1, accuracy, names by decade "
                + "  ".join(
                    f"{decade} {f1(*names.prf('q', c)):.3f} {c['a_tp'] / max(1, c['a_g']):.3f} ({c['q_g']})"
                    for decade, c in sorted(names.decades.items())
                )
                + "\n"
            )
        if options.v:
            sys.stdout.write(f"   missed {names.missed.most_common(40)}\n   extra {names.extra.most_common(40)}\n")
    if not found:
        sys.stdout.write("names corpora: not at hand (KG_SHARED names the folder of shared texts)\n")


if __name__ == "__main__":
    main()
