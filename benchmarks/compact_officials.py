"""Make data/authority/officials.csv.gz, offices.csv and sources.csv from the wide tables of shared/authority.

python benchmarks/compact_officials.py ../shared/authority data/authority

One row per person instead of one per term.  Where each term was read, from which export of which day and on which basis
stands once in sources.csv, and each term points there by number.  A term whose basis is not a statement P39 of the latest
export is a candidate.  A term that ends before it begins is left out; dated terms of one person in one office that overlap
become one, with the sources of both.
"""

import csv
import gzip
import io
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from kg.authority.days import begins, ends

SURE = "P39"
MARKS = (("named as successor", "?"), ("P39, absent", "~"))
"""What the basis of a candidate begins with, and what stands behind its end."""


def main(source: Path, target: Path) -> None:
    """Write both tables; the same input gives the same bytes."""
    offices = {row["office_qid"]: row for row in rows(source / "offices.csv")}
    terms: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows(source / "officials.csv"):
        terms[row["qid"]].append(row)
    used = {row["office_qid"] for person in terms.values() for row in person}
    sources = {key: number for number, key in enumerate(sorted({origin(r) for p in terms.values() for r in p}))}
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow(["qid", "label", "other_names", "terms", "sources"])
    for qid, person in sorted(terms.items(), key=lambda item: (len(item[0]), item[0])):
        held = possible(person)
        told = [term(row, offices[row["office_qid"]]["country"]) for row in held]
        read = ["+".join(str(number) for number in sorted(sources[key] for key in row["read"])) for row in held]
        read = read[:1] if len(set(read)) == 1 else read
        out.writerow([qid, person[0]["label_en"], person[0]["other_names"], " ".join(told), " ".join(read)])
    with (target / "officials.csv.gz").open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write(text.getvalue().encode())
    with (target / "sources.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["number", "basis", "as_of", "source"])
        out.writerows([number, *key] for key, number in sources.items())
    with (target / "offices.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["qid", "label", "country", "kind"])
        for qid in sorted(used, key=lambda item: (len(item), item)):
            out.writerow([qid, offices[qid]["label_en"], offices[qid]["country"], offices[qid]["kind"]])


def origin(row: dict[str, str]) -> tuple[str, str, str]:
    """Return on which basis a row was read, from which export of which day."""
    return row["basis"], row["as_of"], row["source"]


def possible(person: list[dict[str, str]]) -> list[dict[str, Any]]:
    """Return the terms of a person that can be, in their order; `read` is where each was read."""
    kept: list[dict[str, Any]] = []
    for row in person:
        start, end = begins(row["start"]), ends(row["end"])
        if start and end and end < start:
            continue
        twin = next((each for each in kept if overlap(each, row)), None)
        if twin is None:
            kept.append({**row, "read": {origin(row)}})
        else:
            twin["read"].add(origin(row))
            twin["start"] = min(twin["start"], row["start"])
            twin["end"] = max(twin["end"], row["end"])  # ".." comes before any year: a dated end wins
    return kept


def overlap(one: dict[str, str], other: dict[str, str]) -> bool:
    """Tell whether two terms in one office share days; an end that is not told shares none, unless both begin alike.

    A candidate is never a part of a term that is sure.
    """
    if one["office_qid"] != other["office_qid"] or one["basis"] != other["basis"] or mark(one) == "?":
        return False
    first, second = sorted((one, other), key=lambda row: row["start"])
    if not begins(first["start"]):
        return False
    if first["start"] == second["start"]:
        return first["end"] != ".." or second["end"] != ".."
    last, start = begins(first["end"]), ends(second["start"])
    return last is not None and start is not None and last > start


def term(row: dict[str, str], country: str) -> str:
    """Return `office=start/end`, with `@XX` where the state is not that of the office, and the mark of a candidate."""
    state = f"@{row['country']}" if row["country"] != country else ""
    return f"{row['office_qid']}{state}={row['start']}/{row['end']}{mark(row)}"


def mark(row: dict[str, str]) -> str:
    """Return what marks a row as a candidate, by its basis; nothing for a statement of the latest export."""
    return "" if row["basis"] == SURE else next(sign for begins_, sign in MARKS if row["basis"].startswith(begins_))


def rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
