"""Score names (PER, ORG, LOC) and their Wikidata ids on the development corpora: shared/corpora/README "How to score".

python benchmarks/eval_names.py ../shared/corpora [--fast] [-v]
"""

import csv
import sys
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from kg import authority, lang, resolve
from kg.annotate import annotate
from kg.model import Article, Segment

KINDS = {
    "person": "PER", "country": "LOC", "place": "LOC", "government": "ORG", "organization": "ORG", "igo": "ORG",
    "armed_group": "ORG", "military": "ORG", "media": "ORG",
}  # fmt: skip
FENEC = {"PERS": "PER", "ORG": "ORG", "LOC": "LOC"}
HIPE = {"pers": "PER", "org": "ORG", "loc": "LOC"}


class Name(NamedTuple):
    """A name in a text, with its Wikidata id where there is one (`_` = not annotated)."""

    start: int
    end: int
    kind: str
    qid: str = "_"


def predict(text: str, code: str, date: str | None, profile: str) -> list[Name]:
    """Return the outermost names that the pipeline finds."""
    segments, start = [], 0
    for part in text.split("\n\n"):
        segments.append(Segment("body", start, start + len(part)))
        start += len(part) + 2
    published = datetime.fromisoformat(date) if date and len(date) == 10 else None
    article = Article("x", "", text, tuple(s for s in segments if s.end > s.start), code, published=published)
    language, known = lang.load(code), authority.load()
    reading = resolve.resolve(annotate(article, language, known, profile=profile), language, known)
    qids = {actor.id: actor.wikidata for actor in reading.actors} | {
        place.id: place.wikidata for place in reading.places
    }
    found = []
    for m in reading.mentions:
        if m.form == "name" and m.type in KINDS:
            kind = "LOC" if m.metonym or m.literal else KINDS[m.type]
            found.append(Name(m.start, m.end, kind, qids.get(m.literal or m.place or m.actor or "") or "NIL"))
    return found


def fenec(folder: Path) -> list[tuple[str, str, str | None, list[Name]]]:
    """Return name, text, date and outermost gold names of each document."""
    out = []
    for file in sorted(folder.glob("*.txt")):
        with file.open(encoding="utf-8", newline="") as handle:
            text = handle.read()
        rows = [line.split("\t") for line in file.with_suffix(".ann").read_text(encoding="utf-8").splitlines() if line]
        spans = [(int(r[1]), int(r[2]), r[0]) for r in rows]
        outer = [s for s in spans if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans)]
        out.append((file.stem, text, None, [Name(a, b, FENEC[kind]) for a, b, kind in outer if kind in FENEC]))
    return out


def hipe(file: Path) -> list[tuple[str, str, str | None, list[Name]]]:
    """Return id, text, date and gold names of each article."""
    out: list[tuple[str, str, str | None, list[Name]]] = []
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


def score(documents: list[tuple[str, str, str | None, list[Name]]], code: str, profile: str, *, verbose: bool) -> None:
    """Print strict and fuzzy F1, and linking where the gold has ids."""
    count: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    extra: Counter[str] = Counter()
    for _, text, date, gold in documents:
        found = predict(text, code, date, profile)
        strict = {(n.start, n.end, n.kind) for n in found}
        right = {(n.start, n.end, n.kind) for n in gold}
        count["s_tp"] += len(strict & right)
        count["s_p"] += len(strict)
        count["s_g"] += len(right)
        for kind in ("PER", "ORG", "LOC"):
            left = [n for n in found if n.kind == kind]
            count[f"{kind}_p"] += len(left)
            for name in [n for n in gold if n.kind == kind]:
                hit = next((n for n in left if overlap(n, name)), None)
                count[f"{kind}_g"] += 1
                if hit:
                    left.remove(hit)
                    count[f"{kind}_tp"] += 1
                else:
                    missed[f"{kind} {text[name.start : name.end]!r}"] += 1
            extra.update(f"{kind} {text[n.start : n.end]!r}" for n in left)
        link(found, gold, count)
    for kind in ("PER", "ORG", "LOC"):
        for part in ("tp", "p", "g"):
            count[f"f_{part}"] += count[f"{kind}_{part}"]
    line = [
        f"{name} {f1(count, key):.3f}"
        for name, key in (("strict", "s"), ("fuzzy", "f"), *((k, k) for k in ("PER", "ORG", "LOC")))
    ]
    print(" ".join(line), f"P {count['f_tp'] / max(1, count['f_p']):.3f} R {count['f_tp'] / max(1, count['f_g']):.3f}")
    if count["q_g"]:
        print(
            f"  link F1 {f1(count, 'q'):.3f} P {count['q_tp'] / max(1, count['q_p']):.3f} accuracy {count['a_tp'] / max(1, count['a_g']):.3f}"
        )
    if verbose:
        print("  missed", missed.most_common(40))
        print("  extra", extra.most_common(40))


def link(found: list[Name], gold: list[Name], count: Counter[str]) -> None:
    """Count end-to-end linking and accuracy."""
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


def f1(count: Counter[str], key: str) -> float:
    """Return F1 of the counts under a key."""
    return 2 * count[f"{key}_tp"] / max(1, count[f"{key}_p"] + count[f"{key}_g"])


def main(arguments: list[str]) -> None:
    """Score every corpus of a folder."""
    root = Path(arguments[0])
    profile = "fast" if "--fast" in arguments else "full"
    verbose = "-v" in arguments
    documents = fenec(root / "fenec-dev")
    news = [d for d in documents if d[0].startswith(("information", "defense"))]
    for name, rows, code in (
        ("fenec-dev, all", documents, "fr"),
        ("fenec-dev, news and defence", news, "fr"),
        ("hipe fr", hipe(next((root / "hipe2020-fr-dev").glob("*.tsv"))), "fr"),
        ("hipe en", hipe(next((root / "hipe2020-en-dev").glob("*.tsv"))), "en"),
    ):
        print(f"{name} ({profile})")
        score(rows, code, profile, verbose=verbose and "all" not in name)


if __name__ == "__main__":
    main(sys.argv[1:])
