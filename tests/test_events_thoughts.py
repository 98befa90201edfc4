"""What somebody only sees a need for or has in mind did not happen."""

import pytest
from prose import prose

from kg.pipeline import extract


@pytest.mark.parametrize(
    ("language", "sentence", "kind", "status"),
    [
        ("en", "Emmanuel Macron stressed the need for a ceasefire in Gaza.", "ceasefire", "proposed"),
        ("en", "Emmanuel Macron underlined the necessity of a truce in Gaza.", "ceasefire", "proposed"),
        ("en", "Russia raised the idea of a summit with Turkey in Geneva.", "meeting", "proposed"),
        ("fr", "Emmanuel Macron a souligné la nécessité d'un cessez-le-feu à Gaza.", "ceasefire", "proposed"),
        ("fr", "Emmanuel Macron a insisté sur l'urgence du retrait des troupes russes.", "withdrawal", "proposed"),
        ("fr", "Moscou a lancé l'idée d'un sommet avec la Turquie à Genève.", "meeting", "proposed"),
        ("en", "Emmanuel Macron praised the ceasefire in Gaza.", "ceasefire", "occurred"),
        ("fr", "Emmanuel Macron a salué le cessez-le-feu à Gaza.", "ceasefire", "occurred"),
        ("fr", "Le Conseil de sécurité a tenu une réunion d'urgence à New York.", "meeting", "occurred"),
    ],
)
def test_what_is_thought_needed_is_proposed_and_what_is_praised_is_there(language, sentence, kind, status):
    (claim,) = [claim for claim in extract(prose(language, sentence)).claims if claim.type == kind]
    assert claim.status == status
