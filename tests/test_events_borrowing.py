"""Whose parties, whose day and whose words: nothing is lent to an event whose own sentence says otherwise."""

from datetime import UTC, datetime

from prose import prose

from kg import pipeline
from kg.model import Extraction


def read(code: str, text: str) -> Extraction:
    published = datetime(2025, 11, 21, tzinfo=UTC)
    return pipeline.extract(prose(code, text, published))


def taking_part(found: Extraction, kind: str) -> list[set[str]]:
    named = {one.id: one.name for one in found.reading.actors}
    return [{named.get(who.actor, who.actor) for who in c.participants} for c in found.claims if c.type == kind]


def test_a_signing_has_the_parties_of_its_text() -> None:
    found = read(
        "fr",
        "Le gouvernement afghan et les talibans ont tenu des pourparlers samedi. L'émissaire américain "
        "Mike Pompeo était là pour la signature de l'accord américano-taliban.",
    )
    assert {"United States", "Taliban"} in [
        {a.name for a in found.reading.actors if a.id in agreement.parties} for agreement in found.agreements
    ]
    assert all(who == {"United States", "Taliban"} for who in taking_part(found, "signing"))


def test_a_town_does_not_name_the_text_of_others() -> None:
    found = read(
        "fr",
        "Le gouvernement congolais et le M23 ont négocié au Qatar. L'accord de Doha, signé samedi, a été salué par "
        "les États-Unis.",
    )
    assert [one.id for one in found.agreements] == ["agreement/doha-framework-m23-2025"]
    again = read("fr", "Les États-Unis et les talibans ont rappelé l'accord de Doha.")
    assert all(not one.id.startswith("local/") for one in again.agreements)


def test_a_pronoun_behind_a_quotation_is_nobody_in_it() -> None:
    found = read("fr", "Donald Trump a menacé l'Iran. Quiconque aiderait Téhéran en répondrait, a-t-il averti.")
    assert taking_part(found, "statement") == [{"Donald Trump"}]
    assert taking_part(read("fr", "Quiconque aiderait Téhéran en répondrait, a-t-il averti."), "statement") == []


def test_who_stands_behind_a_verb_of_speech_is_the_speaker() -> None:
    found = read("fr", "Israël va bombarder l'Iran, ont rapporté samedi la radio publique et le quotidien du soir.")
    assert taking_part(found, "statement") == []
    found = read("fr", "La France, qui a bombardé la Syrie, a annoncé le retrait de ses troupes.")
    assert taking_part(found, "statement") == [{"France"}]


def test_a_speaker_takes_no_part_in_what_others_hope_for() -> None:
    found = read("fr", "Ban Ki-moon a déclaré que les dirigeants avaient bon espoir de trouver un accord.")
    assert taking_part(found, "agreement") == []


def test_two_men_are_not_two_of_a_list_of_three() -> None:
    found = read(
        "fr",
        "Emmanuel Macron a rencontré Vladimir Poutine, Ali Bongo et Joe Biden. Les deux hommes ont signé un accord.",
    )
    assert taking_part(found, "signing") == []
    found = read("fr", "Emmanuel Macron a rencontré Vladimir Poutine. Les deux hommes ont signé un accord.")
    assert len(taking_part(found, "signing")[0]) == 2
