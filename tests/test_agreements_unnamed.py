"""A text without a name in one article is the named one of another: its terms stand once."""

from pathlib import Path

import kg

NAMED = """Saudi Arabia and Iran restore ties

March 10, 2023

BEIJING - Saudi Arabia and Iran signed an agreement in Beijing on March 10, 2023. Under the Beijing agreement, the two countries must \
reopen their embassies within two months.
"""
UNNAMED = """Riyadh and Tehran prepare to open embassies

April 2, 2023

RIYADH - Saudi Arabia and Iran are preparing to carry out the deal that they reached in March. Under the deal, Saudi Arabia and Iran \
must reopen their embassies within two months.
"""
TERMS = """SELECT DISTINCT ?agreement ?commitment WHERE {
  GRAPH graph:consolidated { ?agreement a dk:Agreement ; dk:hasCommitment ?commitment } }"""


def test_the_terms_of_a_text_without_a_name_are_those_of_the_named_one(tmp_path: Path) -> None:
    for name, text in (("named", NAMED), ("unnamed", UNNAMED)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    kg.build([str(tmp_path / "named.txt"), str(tmp_path / "unnamed.txt")], str(tmp_path / "s.kg"))
    with kg.open(str(tmp_path / "s.kg")) as graph:
        found = [tuple(row.values()) for row in graph.query(TERMS).dicts()]
    assert len({agreement for agreement, _ in found}) == 1
    assert len(found) == 1
