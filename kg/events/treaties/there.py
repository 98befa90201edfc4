"""The place and day of a signing that a word takes up from the sentence before: "they met in Prague. The treaty they signed there …"."""

from kg.events.candidate import Scene
from kg.events.treaties.treaty import Naming
from kg.events.treaties.verbs import concludes
from kg.events.verbs import VerbGroup

__all__ = ["there"]

_NEAR = 6
"""How many items behind its verb the word stands."""
_SITES = ("city/", "place/")


def there(scene: Scene, naming: Naming, before: Scene | None) -> None:
    """Give a text that is signed "there" the one town, and where it has no day the one day, of the sentence before."""
    if before is None or naming.hypothetical or naming.place is not None:
        return
    if not any(_points(scene, group) for group in scene.groups if concludes(group) and not group.negated):
        return
    items = before.row.items
    towns = {i.place for i in items if i.kind == "np" and "in" in i.prep and (i.place or "").startswith(_SITES)}
    days = {i.date.when for i in items if i.date is not None}
    if len(towns) == 1:
        naming.place = towns.pop()
        day = days.pop() if len(days) == 1 else None
        one = day is not None and day.earliest is not None and day.earliest == day.latest and not day.modifier
        naming.hint = naming.hint or (day if one else None)


def _points(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a word beside a verb takes up a place ("[y] ont signé", "signed an accord [there]")."""
    words, items = scene.source.lexicon.language.agreements.there, scene.row.items
    left = items[max(0, group.left - 1) : group.at]
    return any(i.low in words and "clitic" in i.word.flags for i in left) or any(
        i.low in words and "clitic" not in i.word.flags for i in items[group.at + 1 : group.at + 1 + _NEAR]
    )
