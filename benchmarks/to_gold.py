"""Write readings in the shape of shared/gold, to be scored by its score.py: names, places and roles (no events).

python benchmarks/to_gold.py ARTICLES... > predictions.json
"""

import json
import sys
from pathlib import Path

from kg import authority, lang, load, resolve
from kg.annotate import annotate
from kg.errors import LoadError
from kg.model import Reading


def gold(reading: Reading, article_id: str) -> dict[str, object]:
    """Return one reading in the shape of the gold."""
    names = {actor.id: actor.name for actor in reading.actors}
    return {
        "id": article_id,
        "actors": [
            {"name": a.name, "type": a.type, "wikidata": a.wikidata, "aliases": list(a.aliases)} for a in reading.actors
        ],
        "places": [
            {
                "name": p.name,
                "wikidata": p.wikidata,
                "aliases": sorted({m.text for m in reading.mentions if m.place == p.id}),
            }
            for p in reading.places
        ],
        "roles": [
            {"person": names[r.person], "office": r.office, "country": names.get(r.country or "", "")}
            for r in reading.roles
        ],
        "agreements": [],
        "events": [],
    }


def main(paths: list[str]) -> None:
    """Print the readings of article files."""
    known = authority.load()
    profile = "full" if "--full" in paths else "fast"
    found = []
    for path in [p for p in paths if not p.startswith("--")]:
        for article in load.articles([Path(path)]):
            if isinstance(article, LoadError):
                print(article, file=sys.stderr)
                continue
            language = lang.load(article.language)
            reading = resolve.resolve(annotate(article, language, known, profile=profile), language, known)
            found.append(gold(reading, "seed" if "2c35927e" in path else Path(path).stem))
    json.dump(found, sys.stdout, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main(sys.argv[1:])
