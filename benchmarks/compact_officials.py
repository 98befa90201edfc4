"""Make data/authority/officials.csv.gz and offices.csv from the wide tables of shared/authority.

python benchmarks/compact_officials.py ../shared/authority data/authority

One row per person instead of one per term; sources are named once in the README instead of in every row.
"""

import csv
import gzip
import io
import sys
from collections import defaultdict
from pathlib import Path

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
        held = " ".join(term(row, offices[row["office_qid"]]["country"]) for row in person)
        out.writerow([qid, person[0]["label_en"], person[0]["other_names"], held])
    with (target / "officials.csv.gz").open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write(text.getvalue().encode())
    with (target / "offices.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["qid", "label", "country", "kind"])
        for qid in sorted(used, key=lambda item: (len(item), item)):
            out.writerow([qid, offices[qid]["label_en"], offices[qid]["country"], offices[qid]["kind"]])


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
