"""Score events on the PLOVER development sentences: shared/corpora/README "How to score", item 4.

python benchmarks/eval_events.py ../shared/corpora [-v]

Type is a PLOVER category: data/plover.toml and dk:plover in the ontology map our event types to it, and
benchmarks/plover.toml has what plain English statements amount to.
A sentence is read alone, and of what it tells its main event is scored: what is done in speech (a threat, a refusal,
a demand) before what verbs tell, that before what nouns tell.
"""

import json
import re
import sys
import tomllib
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kg import pipeline
from kg.model import Article, Extraction, Segment
from kg.view.studies import plover

SAID: dict[str, str] = tomllib.loads(Path(__file__).with_name("plover.toml").read_text(encoding="utf-8"))["said"]
MAP = plover.coding()
SAME = {"REQUEST": "DEMAND", "ACCUSE": "DISAPPROVE"}
"""Names of two versions of PLOVER."""
PLAIN = frozenset(
    [
        "officials",
        "official",
        "government",
        "president",
        "forces",
        "troops",
        "army",
        "military",
        "minister",
        "prime",
        "leader",
        "leaders",
        "rebels",
        "authorities",
        "police",
        "people",
        "group",
        "party",
        "state",
        "the",
        "of",
        "and",
        "former",
        "foreign",
        "defence",
        "defense",
        "secretary",
        "general",
        "soldiers",
    ]
)
BODIES = ("United Nations", "NATO", "European Union", "African Union", "Arab League")
BESIDE = re.compile(r"\b(?:as|after|because|since|while|when|which|who|whose|though|although)\b", re.IGNORECASE)
"""What opens a clause beside the main one."""
SPEECH = ("statement", "threat", "refusal", "promise")


@dataclass
class Actor:
    """One side of an event: a name, and the code of its country or kind."""

    name: str
    code: str


@dataclass
class Coded:
    """An event in PLOVER's terms."""

    type: str
    source: list[Actor]
    target: list[Actor]
    rank: float = 0.0


def undertaken(text: str) -> str | None:
    """Return the category of what a plain statement says: a demand, a refusal, a threat or an undertaking."""
    return next((kind for kind, words in SAID.items() if re.search(words, text)), None)


def code(kind: str, country: str | None) -> str:
    """Return the ISO alpha-3 code of an actor's country, or IGO."""
    if country is None:
        return "IGO" if kind in ("igo", "organization") else ""
    return MAP.alpha3(country) or country


def coded(found: Extraction, start: int, end: int) -> list[Coded]:
    """Return the events of one sentence, the main one first."""
    known = actors_of(found)
    places = {p.id: Actor(p.name, MAP.alpha3(p.country or "")) for p in found.reading.places}
    named = [
        (known.get(m.actor or "") or places.get(m.place or ""))
        for m in sorted(found.reading.mentions, key=lambda m: m.start)
        if start <= m.start < end
    ]
    mentions = [a for a in named if a is not None and a.code]
    out = []
    text = found.reading.article.text[start:end]
    for claim in found.claims:
        kind = plover.category(claim.type, claim.status, claim.rule) or (
            undertaken(text) if claim.type == "statement" else None
        )
        if kind is None or not start <= claim.start < end:
            continue
        acting = [known.get(p.actor) for p in claim.participants if p.role in MAP.roles.source]
        acted = [known.get(p.actor) for p in claim.participants if p.role in MAP.roles.target]
        source, target = [a for a in acting if a], [a for a in acted if a]
        if not source:  # done by somebody unnamed: by whom it is not done to
            names = {a.name for a in target}
            source = [a for a in mentions if a.name not in names][:1] or mentions[:1]
        if not target and claim.place:
            target = [p for p in [places.get(claim.place) or known.get(claim.place)] if p]
        if not target or (source and all(a.code == source[0].code for a in target)):
            others = [a for a in mentions if source and a.code not in {s.code for s in source}]
            target = target + (others[:1] or mentions[1:2] or mentions[:1])
        verb = claim.rule.startswith(("verb:", "speech:"))
        told = claim.type in SPEECH
        rank = 2.0 * told + 1.0 * verb + claim.confidence / 10 - 0.5 * (claim.attributed_to is not None)
        rank -= 3.0 * beside(text, claim.rule)
        out.append(Coded(kind, source, target, rank))
    if not out:
        said = [c for c in found.claims if c.type == "statement" and start <= c.start < end]
        if said:
            who = [known[p.actor] for p in said[0].participants if p.actor in known]
            others = [a for a in mentions if a.code not in {w.code for w in who}]
            out.append(Coded("STATEMENT", who or mentions[:1], others[:1] or mentions[1:2]))
    return sorted(out, key=lambda c: -c.rank)


def actors_of(found: Extraction) -> dict[str, Actor]:
    """Return the actors of a text with their codes, by id."""
    known = {a.id: Actor(a.name, code(a.type, a.country)) for a in found.reading.actors}
    for role in found.reading.roles:  # whoever holds an office of an international body acts for it
        if role.person in known and role.country in known and not known[role.person].code:
            known[role.person].code = known[role.country].code
    for one in known.values():  # "United Nations peacekeepers"
        one.code = one.code or ("IGO" if one.name.startswith(BODIES) else "")
    return known


def beside(text: str, rule: str) -> bool:
    """Tell whether the word that tells an event stands in a clause beside the main one ("…, as the opposition threatened")."""
    stem = re.escape(rule.partition(":")[2].split(" ")[0].split("(")[0][:4])
    at = re.search(rf"\b{stem}", text, re.IGNORECASE)
    return at is not None and BESIDE.search(text, 12, at.start()) is not None


def hit(mine: list[Actor], theirs: list[Actor]) -> bool:
    """Tell whether some actor hits: an equal first three letters of the code, or a content word of the name."""
    if not theirs:
        return True
    for one in mine:
        for other in theirs:
            if one.code and other.code and one.code[:3] == other.code[:3]:
                return True
            if words(one.name) & words(other.name):
                return True
    return False


def words(name: str) -> set[str]:
    """Return the content words of a name, longer ones by their first five letters."""
    found = {w for w in re.findall(r"[^\W\d_]+", name.lower()) if len(w) > 2} - PLAIN
    return {w[:5] for w in found}


def read(text: str, day: str | None) -> list[Coded]:
    """Return the main event of a sentence."""
    published = datetime.fromisoformat(day) if day else None
    article = Article("x", "", text, (Segment("body", 0, len(text)),), "en", published=published)
    return coded(pipeline.extract(article, profile="fast"), 0, len(text))[:1]


def match(gold: list[Coded], found: list[Coded], sums: dict[str, Counter[str]]) -> list[Coded | None]:
    """Give each gold event its best prediction and count; returns the predictions in gold order."""
    left, given = list(found), []
    for event in gold:
        scored = [
            (4 * (p.type == event.type) + hit(p.source, event.source) + hit(p.target, event.target), p) for p in left
        ]
        best = max(scored, key=lambda pair: pair[0], default=None)
        if best is None:
            given.append(None)
            for count in sums.values():
                count["fn"] += 1
            continue
        left.remove(best[1])
        given.append(best[1])
        right = best[1].type == event.type
        source = right and hit(best[1].source, event.source)
        target = source and hit(best[1].target, event.target)
        for name, good in (("type", right), ("type+source", source), ("type+source+target", target)):
            sums[name].update({"tp": 1} if good else {"fp": 1, "fn": 1})
    for count in sums.values():
        count["fp"] += len(left)
    return given


def score(file: Path, *, verbose: bool) -> dict[str, Counter[str]]:
    """Return the counts of one file by level."""
    sums: dict[str, Counter[str]] = {name: Counter() for name in ("type", "type+source", "type+source+target")}
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        gold = [
            Coded(SAME.get(e["type"], e["type"]), *([Actor(a["name"], a["code"]) for a in e[s]] for s in ("source", "target")))
            for e in row["events"]
        ]  # fmt: skip
        given = match(gold, read(row["text"], row["date"]), sums)
        if verbose:
            for event, mine in zip(gold, given, strict=True):
                flag = "ok" if mine and mine.type == event.type else "--"
                sys.stdout.write(f"{flag} {event.type}\n   gold {event}\n   mine {mine}\n   {row['text']}\n")
    return sums


def main() -> None:
    """Score each file and print precision, recall and F1."""
    if len(sys.argv) < 2 or not (folder := Path(sys.argv[1]) / "events-dev").is_dir():
        sys.exit("the event sentences are not here: give the folder that holds events-dev/ (shared/corpora)")
    total: dict[str, Counter[str]] = {}
    for file in sorted(folder.glob("*.jsonl")):
        sums = score(file, verbose="-v" in sys.argv)
        for level, count in sums.items():
            total.setdefault(level, Counter()).update(count)
            report(file.stem, level, count)
    for level, count in total.items():
        report("both", level, count)


def report(name: str, level: str, n: Counter[str]) -> None:
    """Print one line."""
    p, r = n["tp"] / max(1, n["tp"] + n["fp"]), n["tp"] / max(1, n["tp"] + n["fn"])
    f = 2 * p * r / (p + r) if p + r else 0.0
    sys.stdout.write(
        f"{name:14} {level:20} P {p:.3f}  R {r:.3f}  F1 {f:.3f}   (tp {n['tp']} fp {n['fp']} fn {n['fn']})\n"
    )


if __name__ == "__main__":
    main()
