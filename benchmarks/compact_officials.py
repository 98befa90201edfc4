"""Make data/authority/officials.csv.gz and offices.csv from the wide tables of shared/authority.

python benchmarks/compact_officials.py ../shared/authority data/authority

One row per person instead of one per term; sources are named once in the README instead of in every row.  A term that ends
before it begins is left out; dated terms of one person in one office that overlap become one.
"""

import csv
import gzip
import io
import sys
from collections import defaultdict
from pathlib import Path

from kg.authority.days import begins, ends

CANDIDATE = "named as successor"


def main(source: Path, target: Path) -> None:
    """Write both tables; the same input gives the same bytes."""
    offices = {row["office_qid"]: row for row in rows(source / "offices.csv")}
    terms: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows(source / "officials.csv"):
        terms[row["qid"]].append(row)
    used = {row["office_qid"] for person in terms.values() for row in person}
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow(["qid", "label", "other_names", "terms"])
    for qid, person in sorted(terms.items(), key=lambda item: (len(item[0]), item[0])):
        held = " ".join(term(row, offices[row["office_qid"]]["country"]) for row in possible(person))
        out.writerow([qid, person[0]["label_en"], person[0]["other_names"], held])
    with (target / "officials.csv.gz").open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write(text.getvalue().encode())
    with (target / "offices.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["qid", "label", "country", "kind"])
        for qid in sorted(used, key=lambda item: (len(item), item)):
            out.writerow([qid, offices[qid]["label_en"], offices[qid]["country"], offices[qid]["kind"]])


def possible(person: list[dict[str, str]]) -> list[dict[str, str]]:
    """Return the terms of a person that can be, in their order."""
    kept: list[dict[str, str]] = []
    for row in person:
        start, end = begins(row["start"]), ends(row["end"])
        if start and end and end < start:
            continue
        twin = next((each for each in kept if overlap(each, row)), None)
        if twin is None:
            kept.append(dict(row))
        else:
            twin["start"] = min(twin["start"], row["start"])
            twin["end"] = max(twin["end"], row["end"])  # ".." comes before any year: a dated end wins
    return kept


def overlap(one: dict[str, str], other: dict[str, str]) -> bool:
    """Tell whether two terms in one office share days; an end that is not told shares none, unless both begin alike."""
    if one["office_qid"] != other["office_qid"] or CANDIDATE in one["basis"] + other["basis"]:
        return False
    first, second = sorted((one, other), key=lambda row: row["start"])
    if not begins(first["start"]):
        return False
    if first["start"] == second["start"]:
        return first["end"] != ".." or second["end"] != ".."
    last, start = begins(first["end"]), ends(second["start"])
    return last is not None and start is not None and last > start


def term(row: dict[str, str], country: str) -> str:
    """Return `office=start/end`, with `@XX` where the state is not that of the office, `?` for a candidate."""
    state = f"@{row['country']}" if row["country"] != country else ""
    sure = "?" if row["basis"].startswith(CANDIDATE) else ""
    return f"{row['office_qid']}{state}={row['start']}/{row['end']}{sure}"


def rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
