"""Whom a bare title takes up: "le ministre", "the envoy", "le ministre turc"; only where one person told just before bears it."""

from kg.authority import key
from kg.model import Role, Span
from kg.resolve.case import Case, data
from kg.resolve.holders import ONE_HOLDER, SERVING, elsewhere, kind, status
from kg.resolve.meant import one_of_many

__all__ = ["bearer", "bearers"]

_BACK = 3
"""How many sentences back whoever is taken up is named."""
_MORE = ("of", "within", "portfolio", "task", "deputy", "plural", "sponsor")
"""What makes a title more than a bare one."""
_MINISTER = "minister"
_SEVERAL = 2
_LEADERS = frozenset({"head_of_state", "head_of_government"})
"""Kinds of offices whose holders "the leaders" of two states are."""


def bearer(case: Case, span: Span, state: str | None) -> str | None:
    """Return the one person of the sentences before who bears a title that stands alone, or with its state's nationality."""
    told, head = kind(case, span), key(data(span, "head"))
    owned = [name for name, value in span.data if name in _MORE and value and not (name == "of" and state)]
    if owned or not data(span, "definite") or told in ONE_HOLDER or key(data(span, "title")) != head:
        return None
    number = case.sentence_number(span.start)
    if status(span) not in SERVING or number is None or elsewhere(case, span) or one_of_many(case, span):
        return None
    fitting = {r.person for r in case.roles if r.start < span.start and _bears(case, r, told, head, state)}
    if not fitting:
        return None
    start = case.annotations.sentences[max(0, number - _BACK)].start
    near = {m.actor for m in case.mentions if m.actor in fitting and start <= m.start < span.start}
    return near.pop() if len(near) == 1 else None


def bearers(case: Case, span: Span, owners: list[str]) -> list[str]:
    """Return who is meant by an office in the plural, one for each of its states, where the article gives it to one of each."""
    if not data(span, "plural") or len(owners) < _SEVERAL or status(span) not in SERVING:
        return []
    told = kind(case, span)
    kinds = _LEADERS if told == "leader" else {told} & ONE_HOLDER
    found = [
        {r.person for r in case.roles if r.country == owner and r.status in SERVING and _of(case, r) in kinds}
        for owner in owners
    ]
    return [each.pop() for each in found] if all(len(each) == 1 for each in found) else []


def _of(case: Case, role: Role) -> str:
    """Return the kind of the office of a role."""
    return case.kinds.get((role.start, role.end)) or ""


def _bears(case: Case, role: Role, told: str, head: str, state: str | None) -> bool:
    """Tell whether an office told of somebody is of the sort that a title names ("ministre" of any portfolio)."""
    if role.status not in SERVING or (state is not None and role.country != state):
        return False
    other = _of(case, role)
    if told == _MINISTER:
        return other.endswith(_MINISTER) and head in key(role.office).split()
    return other == told and head in key(role.office)
