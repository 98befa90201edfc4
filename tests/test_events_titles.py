"""Forms of address stand in nobody's way: "a rencontré [M.] Poutine" has an object."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg import pipeline


@pytest.mark.parametrize(
    ("code", "text", "who"),
    [
        ("fr", "Emmanuel Macron a rencontré M. Poutine à Moscou.", {"Emmanuel Macron", "Vladimir Putin"}),
        ("fr", "M. Poutine rencontrera M. Macron. Vladimir Poutine et Emmanuel Macron sont là.", {"Emmanuel Macron", "Vladimir Putin"}),
        ("en", "The Taliban met Mr. Pompeo in Doha. Mike Pompeo left.", {"Taliban", "Mike Pompeo"}),
        ("en", "Emmanuel Macron met with Mrs. Merkel. Angela Merkel left.", {"Emmanuel Macron", "Angela Merkel"}),
        ("en", "Emmanuel Macron met Gen. Haftar. Khalifa Haftar left.", {"Emmanuel Macron", "Khalifa Haftar"}),
    ],
)  # fmt: skip
def test_who_bears_a_title_with_a_stop_takes_part(code: str, text: str, who: set[str]) -> None:
    published = datetime(2021, 2, 5, tzinfo=UTC)
    found = pipeline.extract(prose(code, text, published))
    named = {one.id: one.name for one in found.reading.actors}
    assert [{named[p.actor] for p in c.participants} for c in found.claims if c.type == "meeting"] == [who]


def test_a_sentence_that_ends_before_a_name_is_no_title() -> None:
    text = "Mike Pompeo met the general. Vladimir Putin left."
    found = pipeline.extract(prose("en", text))
    assert not [c for c in found.claims if len(c.participants) > 1]
