"""Prints claims drawn at random beside their sentences, for a person to judge.

    python benchmarks/sample_claims.py PATHS... [--count 10] [--seed 1] [--profile fast] [--json FILE]

The claims drawn depend on the texts, the seed and the rules alone.  --json writes them as objects with a field `right`
to be filled in.  A sentence or passage is printed whole, with its title for what "he" and "they" mean.
"""

import argparse
import json
import random
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from kg import load, pipeline
from kg.model import Claim, Extraction


def told(found: Extraction, claim: Claim) -> dict[str, Any]:
    """Return what a claim says, in names."""
    article = found.article
    names = {a.id: a.name for a in found.reading.actors} | {p.id: p.name for p in found.reading.places}
    said = {
        "article": Path(article.path).name, "language": article.language, "title": article.title, "type": claim.type,
        "status": claim.status, "polarity": claim.polarity, "factuality": claim.factuality,
        "participants": [f"{names.get(p.actor, p.actor)} ({p.role})" for p in claim.participants],
        "when": claim.when and claim.when.edtf, "by": claim.deadline and claim.deadline.edtf,
        "at": names.get(claim.place or "", claim.place),
        "said by": names.get(claim.attributed_to or "", claim.attributed_to),
        "number": claim.quantity and f"{claim.quantity.value} {claim.quantity.kind} {claim.quantity.extent or ''}",
        "agreement": claim.agreement, "rule": claim.rule, "confidence": round(claim.confidence, 3), "event": claim.event,
        "sentence": " ".join(article.text[claim.start : claim.end].split()), "right": None, "why": "",
    }  # fmt: skip
    return {key: value for key, value in said.items() if value is not None or key == "right"}


def main() -> None:
    """Draw and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--count", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--profile", default="fast", choices=pipeline.PROFILES)
    parser.add_argument("--published", type=datetime.fromisoformat, help="day of texts that do not tell it")
    parser.add_argument("--json", type=Path, help="write the drawn claims to this file")
    options = parser.parse_args()
    drawn = []
    for article in load.articles(options.paths, published=options.published):
        if isinstance(article, Exception):
            sys.stderr.write(f"{article}\n")
            continue
        found = pipeline.extract(article, profile=options.profile)
        drawn += [told(found, claim) for claim in found.claims]
    total = len(drawn)
    random.Random(options.seed).shuffle(drawn)
    drawn = drawn[: options.count]
    for number, one in enumerate(drawn, 1):
        extra = "; ".join(f"{key} {one[key]}" for key in ("when", "by", "at", "said by", "number") if key in one)
        people = ", ".join(one["participants"])
        sys.stdout.write(f"{number}. {one['type']} {one['status']} {one['factuality']}: {people}; {extra}\n")
        sys.stdout.write(f"   [{one['rule']} {one['confidence']}] {one['sentence']}\n")
    sys.stderr.write(f"{len(drawn)} of {total} claims\n")
    if options.json:
        options.json.write_text(json.dumps(drawn, ensure_ascii=False, indent=1), "utf-8")


if __name__ == "__main__":
    main()
