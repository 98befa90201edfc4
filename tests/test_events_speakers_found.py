"""Speakers behind an aside or a participle, verbs that quote, the same source, names before a colon, who is threatened."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg.model import Claim
from kg.pipeline import extract

PASHINYAN = "person/nikol-pashinyan"


def told(code: str, text: str, kind: str) -> list[Claim]:
    """Return the claims of a kind in a text printed on a Monday."""
    found = extract(prose(code, text, datetime(2025, 5, 12, tzinfo=UTC))).claims
    return [c for c in found if c.type == kind]


def source(code: str, text: str) -> str | None:
    """Return by whom the last attack of a text is told."""
    return told(code, text, "attack")[-1].attributed_to


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("en", "On Monday, Armenia accused Azerbaijan of attacking Sotk.", "country/AM"),
        ("en", "In a letter to the Security Council, Armenia accused Azerbaijan of attacking Sotk.", "country/AM"),
        ("en", "US officials involved in the talks told Reuters that Azerbaijan had attacked Sotk.", "country/US"),
        ("en", "Two diplomats, speaking on condition of anonymity, said Azerbaijan had attacked Sotk.", "unnamed:Two diplomats"),
        ("en", "Three officials, two of them Turkish, said Azerbaijan had attacked Sotk.", "unnamed:Three officials"),
        ("en", "Interfax quoted Nikol Pashinyan as saying that Azerbaijan had attacked Sotk.", PASHINYAN),
        ("en", "Nikol Pashinyan has several times said that Azerbaijan had attacked Sotk.", PASHINYAN),
        ("fr", "Nikol Pachinian a plusieurs fois affirmé que l'Azerbaïdjan avait attaqué Sotk.", PASHINYAN),
        ("fr", "Le porte-parole du gouvernement a affirmé que l'Azerbaïdjan avait attaqué Sotk.", "unnamed:Le porte-parole du gouvernement"),
        ("fr", "Deux diplomates, qui ont requis l'anonymat, ont affirmé que l'Azerbaïdjan avait attaqué Sotk.", "unnamed:Deux diplomates"),
        ("fr", "L'Azerbaïdjan a attaqué Sotk, a-t-on appris auprès du ministère arménien de la Défense.", "local/organization/ministry-of-defence-of-armenia"),
        ("fr", "L'Azerbaïdjan a attaqué Sotk, a-t-on appris de source diplomatique.", "unnamed:de source diplomatique"),
    ],
)  # fmt: skip
def test_a_speaker_is_found_wherever_he_stands(code: str, text: str, speaker: str) -> None:
    assert source(code, text) == speaker


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "« L'Azerbaïdjan a attaqué Sotk », a poursuivi Nikol Pachinian."),
        ("fr", "« L'Azerbaïdjan a attaqué Sotk », relève Nikol Pachinian."),
        ("fr", "« L'Azerbaïdjan a attaqué Sotk », a avancé lundi Nikol Pachinian."),
        ("fr", "Nikol Pachinian s'est dit prêt. « L'Azerbaïdjan a attaqué Sotk », a-t-il poursuivi."),
        ("en", "“Azerbaijan attacked Sotk,” Nikol Pashinyan continued."),
        ("en", "“Azerbaijan attacked Sotk,” concluded Nikol Pashinyan."),
        ("en", "Nikol Pashinyan: “Azerbaijan attacked Sotk on Monday”"),
        ("fr", "Nikol Pachinian : « L'Azerbaïdjan a attaqué Sotk lundi »"),
    ],
)
def test_verbs_behind_a_quotation_and_colons_before_one_say_whose_it_is(code: str, text: str) -> None:
    assert source(code, text) == PASHINYAN
    assert told(code, text, "statement")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "L'Arménie et l'Azerbaïdjan ont poursuivi les pourparlers à Genève."),
        ("fr", "L'Arménie a conclu un accord avec l'Azerbaïdjan."),
        ("fr", "L'opération « Tempête » a poursuivi sa route vers Sotk."),
        ("en", "Operation “Dawn” continued on Monday."),
        ("en", "Armenia: a country between “East” and West."),
        ("fr", "Accord de Genève : « trop tôt » pour l'Arménie."),
    ],
)
def test_without_a_quotation_they_say_nothing(code: str, text: str) -> None:
    assert told(code, text, "statement") == []


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("en", "A security source said that Niger had left. The same source said that Chad had attacked Niger.", "unnamed:A security source"),
        ("fr", "Une source sécuritaire a dit que le Niger était parti. Selon cette même source, le Tchad a attaqué le Niger.", "unnamed:Une source sécuritaire"),
        ("fr", "Le Niger est parti, selon un diplomate. Le Tchad a attaqué le Niger, a précisé la même source.", "unnamed:un diplomate"),
        ("fr", "Le Niger est parti. Selon la même source, le Tchad a attaqué le Niger.", "unnamed:la même source"),
    ],
)  # fmt: skip
def test_the_same_source_is_the_one_heard_right_before(code: str, text: str, speaker: str) -> None:
    assert source(code, text) == speaker


@pytest.mark.parametrize(
    ("code", "text", "people"),
    [
        ("en", "Chad threatened Niger with sanctions.", {("country/TD", "speaker"), ("country/NE", "addressee")}),
        ("fr", "Le Tchad a menacé le Niger de sanctions.", {("country/TD", "speaker"), ("country/NE", "addressee")}),
        ("fr", "Le Tchad a menacé de sanctions.", {("country/TD", "speaker")}),
    ],
)
def test_a_threat_has_whom_it_is_made_to(code: str, text: str, people: set[tuple[str, str]]) -> None:
    (threat,) = told(code, text, "threat")
    assert {(p.actor, p.role) for p in threat.participants} == people


@pytest.mark.parametrize(
    "text",
    ["Le Tchad a accusé le Niger de l'avoir attaqué.", "Le Tchad accuse le Niger de l'avoir attaqué et s'est retiré."],
)
def test_who_is_accused_of_having_attacked_one_is_the_attacker(text: str) -> None:
    (attack,) = told("fr", text, "attack")
    assert [(p.actor, p.role) for p in attack.participants] == [("country/NE", "attacker")]
    assert attack.attributed_to == "country/TD"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "« Nous saluons l'aide que le Rwanda apporte et nous demandons une trêve », a dit Nikol Pachinian."),
        ("en", "A person who spoke on condition of anonymity named Nikol Pashinyan."),
        ("en", "He repeated that Azerbaijan had left, warning that Armenia would respond."),
    ],
)
def test_nobody_else_says_what_a_quotation_asks_for_or_a_gerund_warns_of(code: str, text: str) -> None:
    speakers = {p.actor for c in told(code, text, "statement") for p in c.participants if p.role == "speaker"}
    assert speakers <= {PASHINYAN}


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [
        ("en", "The Armenian embassy in Moscow said that Azerbaijan had attacked Sotk.", "unnamed:The Armenian embassy in Moscow"),
        ("en", "Azerbaijan attacked Sotk, according to a Friday statement from Armenia.", "country/AM"),
        ("en", "Nikol Pashinyan said he was ready. He flew home on Monday. “Azerbaijan attacked Sotk,” he said.", PASHINYAN),
        ("en", "Nikol Pashinyan said he was ready. He repeated that Azerbaijan had attacked Sotk.", PASHINYAN),
        ("fr", "Nikol Pachinian s'est dit prêt. Il est rentré lundi. « L'Azerbaïdjan a attaqué Sotk », a-t-il dit.", PASHINYAN),
        ("fr", "L'ambassade arménienne à Moscou a affirmé que l'Azerbaïdjan avait attaqué Sotk.", "unnamed:L'ambassade arménienne à Moscou"),
    ],
)  # fmt: skip
def test_embassies_speak_and_he_speaks_on_behind_a_sentence_about_him(code: str, text: str, speaker: str) -> None:
    assert source(code, text) == speaker


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Nikol Pashinyan said he was ready. He met Ilham Aliyev on Monday. “Chad attacked Niger,” he said."),
        ("fr", "Nikol Pachinian s'est dit prêt. Il a vu Ilham Aliev lundi. « Le Tchad a attaqué le Niger. »"),
    ],
)
def test_where_another_comes_in_nobody_is_taken_to_speak_on(code: str, text: str) -> None:
    assert source(code, text) is None


@pytest.mark.parametrize(
    ("code", "text", "speakers"),
    [
        ("en", "Armenia said that it had left, while Azerbaijan said that Armenia had attacked Sotk.", 2),
        ("fr", "L'Arménie a dit être partie, mais l'Azerbaïdjan a affirmé que l'Arménie avait attaqué Sotk.", 2),
        ("en", "Armenia said that Azerbaijan said that Chad had attacked Niger.", 1),
        ("fr", "L'Arménie a dit que l'Azerbaïdjan avait affirmé que le Tchad avait attaqué le Niger.", 1),
    ],
)
def test_what_another_says_against_it_is_a_statement_and_what_is_only_reported_is_none(
    code: str, text: str, speakers: int
) -> None:
    assert len(told(code, text, "statement")) == speakers
