"""That a state left an agreement is one event, told in two languages; that another left it is another."""

import json
from pathlib import Path

TEXTS = {
    "a.en.txt": "The United States withdrew from the 2015 nuclear accord with Iran on Tuesday.",
    "b.fr.txt": "La France a regretté mercredi le retrait des Etats-Unis de l'accord sur le nucléaire iranien de 2015.",
    "c.en.txt": "Iran withdrew from the 2015 nuclear accord on Tuesday, France said.",
}


def test_exits_from_one_agreement_are_one_event_a_party(tmp_path: Path, cli) -> None:
    for name, text in TEXTS.items():
        place = "PARIS, 9 mai 2018" if ".fr." in name else "PARIS, May 9, 2018"
        (tmp_path / name).write_text(f"{place} - {text}\n", encoding="utf-8")
    store = str(tmp_path / "s.kg")
    assert cli("build", store, *(tmp_path / name for name in TEXTS)).exit_code == 0
    told = cli("query", store, "events", "-p", "type", "exit", "--json")
    rows = [json.loads(line) for line in told.stdout.splitlines()]
    assert sorted(int(row["articles"]) for row in rows) == [1, 2]
