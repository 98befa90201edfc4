"""Who takes part where the words around a verb hide it: subjects behind their verb, "they", a possessive, a participle that aims at somebody."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg import pipeline

Told = list[tuple[str, str | None, set[str]]]


def told(code: str, text: str) -> Told:
    """Return type, status and participants with their roles of every claim that is not a statement, in text order."""
    found = pipeline.extract(prose(code, text, datetime(2025, 5, 12, tzinfo=UTC)))
    named = {one.id: one.name for one in found.reading.actors}
    claims = [c for c in found.claims if c.type != "statement"]
    return [
        (c.type, c.status, {f"{who.role}:{named.get(who.actor, who.actor)}" for who in c.participants}) for c in claims
    ]


PAIR = {"participant:Nikol Pashinyan", "participant:Ilham Aliyev"}
STATES = {"party:Armenia", "party:Azerbaijan"}


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("La réunion à laquelle ont participé Nikol Pachinian et Ilham Aliev s'est tenue lundi à Prague.", "meeting", PAIR),
        ("Les négociations auxquelles ont pris part l'Arménie et l'Azerbaïdjan ont échoué.", "negotiation", STATES),
        ("Le traité qu'ont signé l'Arménie et l'Azerbaïdjan le 8 août reste fragile.", "signing", STATES),
        ("Le traité que doit signer mardi Nikol Pachinian est prêt.", "signing", {"party:Nikol Pashinyan"}),
        ("L'accord que l'Arménie a signé avec l'Azerbaïdjan reste fragile.", "signing", STATES),
        ("À Prague, où se sont vus mardi Nikol Pachinian et Ilham Aliev, il pleuvait.", "meeting", PAIR),
        ("Ilham Aliev s'est rendu à Prague, où l'a reçu Nikol Pachinian.", "meeting", {"host:Nikol Pashinyan", "participant:Ilham Aliyev"}),
    ],
)  # fmt: skip
def test_a_subject_may_stand_behind_the_verb_of_a_clause_about_something(text: str, kind: str, who: set[str]) -> None:
    assert who in [people for type_, _, people in told("fr", text) if type_ == kind]


@pytest.mark.parametrize(
    "text",
    [
        "La ville que contrôle le M23 a été bombardée.",
        "Le ministre que doit rencontrer Nikol Pachinian est arrivé.",
        "Le retrait qu'exige Erevan n'a pas eu lieu.",
    ],
)
def test_what_stands_behind_it_suffers_nothing_and_signs_nothing(text: str) -> None:
    assert not [people for _, _, people in told("fr", text) if people]


def test_what_is_announced_is_no_clause_about_a_text() -> None:
    found = told("fr", "Prague a annoncé que l'Arménie et l'Azerbaïdjan signeront un accord.")
    assert ("signing", "planned", STATES) in found


@pytest.mark.parametrize(
    ("code", "text", "count"),
    [
        ("fr", "Nikol Pachinian a rencontré Ilham Aliev dimanche à Bruxelles. Ils s'étaient rencontrés en octobre à Prague.", 2),
        ("fr", "Nikol Pachinian et Ilham Aliev se sont vus à Bruxelles, où ils s'étaient déjà rencontrés en mai 2024.", 2),
        ("en", "Nikol Pashinyan met Ilham Aliyev in Brussels on Sunday. They had met in Prague in October.", 2),
        ("fr", "Nikol Pachinian a rencontré Ilham Aliev dimanche. Les ministres étaient absents. Ils se sont vus en mars.", 1),
        ("fr", "Nikol Pachinian a rencontré Ilham Aliev. Après avoir vu Emmanuel Macron, ils se sont entretenus à Prague.", 1),
        ("fr", "Nikol Pachinian a rencontré Ilham Aliev et Emmanuel Macron a vu Félix Tshisekedi. Ils se sont vus en mars.", 1),
        ("en", "Nikol Pashinyan met Ilham Aliyev while Emmanuel Macron watched. They had met in Prague in October.", 1),
    ],
)  # fmt: skip
def test_they_are_the_two_who_met_just_before_where_nobody_else_is_named(code: str, text: str, count: int) -> None:
    assert [people for kind, _, people in told(code, text) if kind == "meeting"].count(PAIR) == count


CALL = {"participant:Hun Manet", "participant:Anwar Ibrahim"}


@pytest.mark.parametrize(
    ("code", "text", "who"),
    [
        ("fr", "Hun Manet a détaillé sa conversation téléphonique avec Anwar Ibrahim.", CALL),
        ("en", "Hun Manet described his telephone conversation with Anwar Ibrahim.", CALL),
        ("fr", "Nikol Pachinian a salué sa rencontre de mardi avec Ilham Aliev.", PAIR),
        ("en", "Nikol Pashinyan hailed his meeting with Ilham Aliyev.", PAIR),
    ],
)
def test_a_possessive_gives_the_subject_a_part_in_talks_with_somebody(code: str, text: str, who: set[str]) -> None:
    assert who in [people for _, _, people in told(code, text)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Emmanuel Macron a salué leur rencontre avec Ilham Aliev."),
        ("fr", "Le porte-parole de Nikol Pachinian a évoqué sa rencontre avec Ilham Aliev."),
        ("en", "Emmanuel Macron congratulated Nikol Pashinyan on his meeting with Ilham Aliyev."),
    ],
)
def test_a_possessive_that_may_mean_another_gives_nobody_a_part(code: str, text: str) -> None:
    assert not [
        people for _, _, people in told(code, text) if "participant:Emmanuel Macron" in people or people == PAIR
    ]


def test_a_possessive_is_of_who_opens_its_clause() -> None:
    found = told(
        "fr", "L'Algérie a protesté après que Paris a officialisé sa reconnaissance de la souveraineté du Maroc."
    )
    assert [people for kind, _, people in found if kind == "recognition"] == [
        {"recogniser:France", "recognised:Morocco"}
    ]


@pytest.mark.parametrize(
    ("code", "text", "kind", "who"),
    [
        ("fr", "Bruxelles a adopté mardi des sanctions visant le Tchad.", "sanction", {"sender:European Union", "target:Chad"}),
        ("en", "The European Union adopted sanctions targeting Chad on Tuesday.", "sanction", {"sender:European Union", "target:Chad"}),
        ("fr", "L'armée tchadienne a mené mardi une opération visant Boko Haram.", "military_action",
         {"actor:Armed Forces of Chad", "target:Boko Haram"}),
        ("fr", "Gaza : nouvelle frappe israélienne", "attack", {"attacker:Israel"}),
        ("fr", "Frappe israélienne sur Gaza", "attack", {"attacker:Israel"}),
        ("fr", "Idriss Déby a été tué au front contre des rebelles.", "attack", {"target:Idriss Déby"}),
        ("fr", "Abdourahamane Tiani, arrivé au pouvoir par un coup d'État en juillet 2023, a reçu Faure Gnassingbé.", "regime_change",
         {"actor:Abdourahamane Tiani"}),
        ("en", "Abdourahamane Tiani came to power in a coup in July 2023.", "regime_change", {"actor:Abdourahamane Tiani"}),
        ("fr", "La France a donné de l'argent au Tchad.", "aid", {"donor:France", "recipient:Chad"}),
        ("en", "France gave money to Chad.", "aid", {"donor:France", "recipient:Chad"}),
        ("fr", "Le Chypriote turc, Mustafa Akinci, et le Chypriote grec, Nicos Anastasiades, se sont vus mardi.", "meeting",
         {"participant:Mustafa Akıncı", "participant:Nikos Anastasiades"}),
        ("fr", "Nikol Pachinian et Ilham Aliev se sont vus en marge du sommet de Tirana.", "meeting", PAIR),
    ],
)  # fmt: skip
def test_who_acts_and_on_whom(code: str, text: str, kind: str, who: set[str]) -> None:
    assert who in [people for type_, _, people in told(code, text) if type_ == kind]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "L'Algérie a annoncé le retrait de son ambassadeur à Paris."),
        ("en", "Algeria announced the withdrawal of its ambassador to Paris."),
    ],
)
def test_an_ambassador_called_home_is_no_withdrawal_of_troops(code: str, text: str) -> None:
    assert [(kind, people) for kind, _, people in told(code, text)] == [("sanction", {"sender:Algeria"})]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        (
            "Toutes les parties se disaient optimistes pour arriver à la signature d'un accord entre Kinshasa et Kigali.",
            "signing",
            "planned",
        ),
        ("Kinshasa exige que le retrait des troupes rwandaises fasse l'objet d'un vote.", "withdrawal", "proposed"),
        ("Kinshasa exige que le retrait fasse l'objet d'une discussion à Luanda.", "negotiation", "proposed"),
        ("Kinshasa a confirmé que le retrait des troupes rwandaises a eu lieu.", "withdrawal", "occurred"),
    ],
)
def test_what_is_hoped_for_or_asked_for_has_not_been(text: str, kind: str, status: str) -> None:
    assert [s for type_, s, _ in told("fr", text) if type_ == kind] == [status]


JUNTA = {"participant:ECOWAS", "participant:Abdourahamane Tiani"}


@pytest.mark.parametrize(
    ("code", "text", "who"),
    [
        ("fr", "Une délégation de la Cédéao est arrivée samedi à Niamey. Cette délégation a rencontré Abdourahamane Tiani.", JUNTA),
        ("en", "An ECOWAS delegation arrived in Niamey on Saturday. The delegation met Abdourahamane Tiani.", JUNTA),
        ("fr", "La délégation de la Cédéao a rencontré mardi des membres de la junte, dont Abdourahamane Tiani.", JUNTA),
        ("en", "The ECOWAS delegation met members of the junta on Friday, including Abdourahamane Tiani.", JUNTA),
        ("fr", "Bogota a repris mardi le dialogue avec plusieurs groupes armés, dont l'ELN.", {"party:Colombia", "party:National Liberation Army"}),
        ("fr", "Emmanuel Macron n'a rencontré ni Nikol Pachinian, ni Ilham Aliev.", PAIR | {"participant:Emmanuel Macron"}),
        ("en", "Emmanuel Macron left on Friday without meeting either Nikol Pashinyan or Ilham Aliyev.", PAIR | {"participant:Emmanuel Macron"}),
        ("fr", "Lors de la visite de Nikol Pachinian en France, il a rencontré Ilham Aliev.", PAIR),
    ],
)  # fmt: skip
def test_who_is_meant_by_words_for_people(code: str, text: str, who: set[str]) -> None:
    assert who in [people for _, _, people in told(code, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Une délégation omanaise a quitté Sanaa. Une délégation saoudienne est arrivée. La délégation tchadienne a rencontré Faure Gnassingbé.",
        "Emmanuel Macron a reçu plusieurs ministres, dont Faure Gnassingbé a salué le travail.",
        "Lors de la rencontre avec Ilham Aliev, il a salué Faure Gnassingbé.",
    ],
)
def test_who_is_named_beside_them_is_not_meant(text: str) -> None:
    met = [
        people for kind, _, people in told("fr", text) if kind == "meeting" and "participant:Faure Gnassingbé" in people
    ]
    assert met in ([], [{"participant:Chad", "participant:Faure Gnassingbé"}])


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Antony Blinken a eu mardi deux entretiens, l'un avec Ilham Aliev, l'autre avec Nikol Pachinian."),
        ("en", "Antony Blinken held two meetings on Tuesday, one with Ilham Aliyev, the other with Nikol Pashinyan."),
    ],
)
def test_of_two_meetings_each_has_one_counterpart(code: str, text: str) -> None:
    met = [people for kind, _, people in told(code, text) if kind == "meeting"]
    assert {"participant:Antony Blinken", "participant:Ilham Aliyev"} in met
    assert {"participant:Antony Blinken", "participant:Nikol Pashinyan"} in met


@pytest.mark.parametrize(
    ("text", "visitor"),
    [
        ("Hakan Fidan a discuté d'un accord avec les émissaires arméniens en visite à Ankara.", "Armenia"),
        ("Faure Gnassingbé a reçu mardi Mahamat Idriss Déby en visite à Lomé.", "Mahamat Idriss Déby"),
        (
            "Mahamat Idriss Déby a quitté N'Djamena pour une « visite d'amitié et de travail » au Togo.",
            "Mahamat Idriss Déby",
        ),
        ("Au cours de sa visite à Lomé, Mahamat Idriss Déby rencontrera Faure Gnassingbé.", "Mahamat Idriss Déby"),
    ],
)
def test_who_is_visiting(text: str, visitor: str) -> None:
    assert [people for kind, _, people in told("fr", text) if kind == "visit"] == [{f"visitor:{visitor}"}]


def test_a_visit_during_which_somebody_will_do_something_is_to_come() -> None:
    found = told("fr", "Au cours de sa visite à Lomé, Mahamat Idriss Déby rencontrera Faure Gnassingbé.")
    assert {status for _, status, _ in found} == {"planned"}


def test_what_is_promised_to_them_is_promised_by_the_host() -> None:
    found = told("fr", "Emmanuel Macron a reçu à Paris Faure Gnassingbé et leur a promis une aide.")
    assert [people for kind, _, people in found if kind == "promise"] == [{"speaker:Emmanuel Macron"}]


@pytest.mark.parametrize(
    "text",
    [
        "Nikol Pachinian et Ilham Aliev se sont retrouvés à Prague. Ils s'étaient rencontrés dimanche.",
        "Nikol Pachinian et Ilham Aliev se sont retrouvés à Prague, où ils s'étaient déjà vus le 27 avril.",
    ],
)
def test_when_they_had_met_before_is_not_when_they_meet(text: str) -> None:
    found = pipeline.extract(prose("fr", text, datetime(2025, 5, 12, tzinfo=UTC)))
    met = {c.event: c.when for c in found.claims if c.type == "meeting"}
    assert len(met) == 2
    assert None in met.values()


def test_the_head_of_a_military_council_who_leaves_a_town_withdraws_no_troops() -> None:
    text = (
        "Le chef du conseil militaire du Tchad, Mahamat Idriss Déby, a quitté Abéché dimanche, a annoncé la présidence."
    )
    assert "withdrawal" not in {kind for kind, _, _ in told("fr", text)}
    assert "withdrawal" in {kind for kind, _, _ in told("fr", "L'armée tchadienne a quitté Abéché dimanche.")}
    general = "Le général Mahamat Idriss Déby a retiré 500 soldats d'Abéché."
    assert "withdrawal" in {kind for kind, _, _ in told("fr", general)}


def test_what_somebody_is_determined_to_do_is_to_come() -> None:
    found = told("fr", "Ilham Aliev était déterminé à rencontrer Nikol Pachinian.")
    assert [(status, people) for kind, status, people in found if kind == "meeting"] == [("planned", PAIR)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("La Cédéao a imposé de lourdes sanctions à Niamey.", {"sender:ECOWAS", "target:Niger"}),
        ("L'Algérie a retiré son ambassadeur de Paris.", {"sender:Algeria"}),
    ],
)
def test_a_capital_that_is_struck_by_sanctions_is_its_state(text: str, who: set[str]) -> None:
    assert [(kind, people) for kind, _, people in told("fr", text)] == [("sanction", who)]


def test_troops_are_withdrawn_still() -> None:
    assert [kind for kind, _, _ in told("fr", "Le Tchad a retiré ses troupes du Niger.")] == ["withdrawal"]
