"""Spanish and German: read by their language files alone, as French and English are."""

import re
from collections import defaultdict
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kg import lang, load, pipeline
from kg.annotate import dates, quantities, sentences
from kg.events.lexicon import compile_lexicon
from kg.events.words import inflected
from kg.model import Extraction

SATURDAY = date(2020, 11, 21)
EXAMPLES = ("es", "de")


def read(code: str, text: str, folder: Path) -> Extraction:
    file = folder / "article.txt"
    file.write_text(f"{'Noticia' if code == 'es' else 'Meldung'}\n\n{text}\n", "utf-8")
    (article,) = load.articles([file], language=code, published=datetime(2020, 11, 21, tzinfo=UTC))
    assert not isinstance(article, Exception)
    return pipeline.extract(article)


def told(found: Extraction) -> set[tuple[str, str, str]]:
    """Return (type, status, actors in alphabetical order) of each claim."""
    return {
        (claim.type, claim.status, " ".join(sorted(p.actor.rpartition("/")[2] for p in claim.participants)))
        for claim in found.claims
    }


@pytest.mark.parametrize("code", EXAMPLES)
def test_every_event_type_has_verbs_or_nouns(code: str) -> None:
    words = lang.load(code).events
    assert set(words) == set(lang.load("fr").events)
    assert [kind for kind, each in words.items() if len(each.verbs) + len(each.nouns) < 6] == []


@pytest.mark.parametrize("code", EXAMPLES)
def test_every_verb_of_an_event_is_conjugated(code: str) -> None:
    language = lang.load(code)
    forms: dict[str, set[str]] = defaultdict(set)
    for verb in {verb.split(" ")[-1] for each in language.events.values() for verb in each.verbs}:
        for form, tense in inflected(verb, language.grammar):
            alone, _ = compile_lexicon(language).words[form]
            for sense, told in alone.verbs if alone is not None else ():
                forms[sense.lemma].update({tense} & {told})
    single = [v for each in language.events.values() for v in each.verbs if re.fullmatch(r"(?:se |sich )?\w+", v)]
    named = [v for v in single if not v.endswith(("arse", "erse", "irse"))]  # the infinitive with its pronoun
    assert [v for v in named if not {"pres", "past", "part"} <= forms[v]] == []


@pytest.mark.parametrize("code", EXAMPLES)
def test_no_code_names_the_language(code: str, root: Path) -> None:
    asked = re.compile(rf"""(?:==|!=|\bin)\s*[(\[{{]?\s*["']{code}["']""")
    assert [str(f) for f in (root / "kg").rglob("*.py") if asked.search(f.read_text("utf-8"))] == []


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("es", "El ministro se reunirá el lunes con sus homólogos.", "2020-11-23"),
        ("es", "El acuerdo se firmó el pasado viernes.", "2020-11-20"),
        ("es", "Se fueron hace tres días.", "2020-11-18"),
        ("es", "El retiro terminó a mediados de 2021.", "2021-05~/2021-08~"),
        ("es", "Rige desde el 29 de agosto.", "2020-08-29/.."),
        ("es", "Viajó la semana pasada.", "2020-11-09/2020-11-15"),
        ("es", "del 3 al 5 de marzo de 2021", "2021-03-03/2021-03-05"),
        ("es", "la década de los noventa", "199X"),
        ("de", "Er wird am Montag mit seinen Amtskollegen sprechen.", "2020-11-23"),
        ("de", "Das Abkommen wurde am vergangenen Freitag unterzeichnet.", "2020-11-20"),
        ("de", "Sie gingen vor drei Tagen.", "2020-11-18"),
        ("de", "Der Abzug endet Mitte 2021.", "2021-05~/2021-08~"),
        ("de", "Sie gilt seit dem 12. Januar.", "2020-01-12/.."),
        ("de", "Am Dienstagabend flogen sie ab.", "2020-11-17"),
        ("de", "vom 3. bis zum 5. März 2021", "2021-03-03/2021-03-05"),
        ("de", "in den 1990er Jahren", "199X"),
    ],
)
def test_a_date_has_one_value(code: str, text: str, expected: str) -> None:
    words = lang.load(code)
    pieces = list(sentences.spans(text, 0, len(text), words.sentences))
    assert [one.when.edtf for one in dates.spans(text, pieces, words, SATURDAY)] == [expected]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("es", "El primer ministro abordó el segundo punto por la mañana."),
        ("es", "Más de 2.000 combatientes citan la resolución 1701."),
        ("de", "Die Resolution 1701 nennt 2020 Soldaten."),
        ("de", "Der zweite Punkt war die Waffe."),
    ],
)
def test_what_looks_like_a_date_and_is_none_is_left_out(code: str, text: str) -> None:
    words = lang.load(code)
    assert list(dates.spans(text, list(sentences.spans(text, 0, len(text), words.sentences)), words, SATURDAY)) == []


@pytest.mark.parametrize(
    ("code", "text", "value", "unit"),
    [
        ("es", "Más de 27.000 efectivos pasaron por el país.", 27000, "soldiers"),
        ("es", "Murieron cerca de treinta y dos civiles.", 32, "civilians"),
        ("es", "Un crédito de 1,5 millones de euros", 1.5e6, "eur"),
        ("de", "Rund 150.000 Soldatinnen und Soldaten dienten dort.", 150000, "soldiers"),
        ("de", "Einundzwanzig Gefangene kamen frei.", 21, "prisoners"),
        ("de", "ein Kredit über 17,5 Milliarden Dollar", 17.5e9, "usd"),
    ],
)
def test_a_number_has_its_value_and_unit(code: str, text: str, value: float, unit: str) -> None:
    found = list(quantities.spans(text, [(0, len(text))], lang.load(code)))
    assert [(one.value, one.unit) for one in found] == [(value, unit)]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("es", "Serguéi Lavrov se reunió el viernes con Antony Blinken en Ginebra.", ("meeting", "occurred", "antony-blinken sergey-lavrov")),
        ("es", "Israel atacó a Hamás en Gaza el jueves.", ("attack", "occurred", "IL hamas")),
        ("es", "Estados Unidos va a retirar 2.000 soldados de Afganistán.", ("withdrawal", "planned", "US")),
        ("es", "El presidente ruso, Vladímir Putin, viajará a Teherán el martes.", ("visit", "planned", "vladimir-putin")),
        ("es", "Los talibanes no firmaron el acuerdo con Estados Unidos.", ("signing", "denied", "US taliban")),
        ("de", "Angela Merkel hat am Montag in Moskau Wladimir Putin getroffen.", ("meeting", "occurred", "angela-merkel vladimir-putin")),
        ("de", "Die Taliban griffen am Donnerstag die Stadt Kundus an.", ("attack", "occurred", "taliban")),
        ("de", "Die USA wollen bis Mitte Januar 2.000 Soldaten aus Afghanistan abziehen.", ("withdrawal", "planned", "US")),
        ("de", "Am Samstag unterzeichneten die USA und die Taliban in Doha ein Abkommen.", ("signing", "occurred", "US taliban")),
        ("de", "Es sei unklar, ob Wladimir Putin nach Genf reisen werde.", ("visit", "planned", "vladimir-putin")),
        ("de", "Russland und die Ukraine haben sich auf eine Waffenruhe geeinigt.", ("agreement", "occurred", "RU UA")),
        ("de", "Das Treffen zwischen Wladimir Putin und Wolodymyr Selenskyj wurde abgesagt.", ("meeting", "cancelled", "vladimir-putin volodymyr-zelenskyy")),
        ("de", "Am Sonntag trat der libanesische Ministerpräsident Saad Hariri zurück.", ("resignation", "occurred", "saad-hariri")),
        ("de", "Israel hat den Iran nicht angegriffen.", ("attack", "denied", "IL IR")),
        ("de", "Wladimir Putin und Wolodymyr Selenskyj trafen einander nicht.", ("meeting", "denied", "vladimir-putin volodymyr-zelenskyy")),
    ],
)  # fmt: skip
def test_a_sentence_tells_its_event(code: str, text: str, expected: tuple[str, str, str], tmp_path: Path) -> None:
    assert expected in told(read(code, text, tmp_path))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("es", "Serguéi Lavrov habló de la reunión de vecinos de su barrio."),
        ("es", "La visita guiada a Rusia cuesta treinta euros."),
        ("de", "Wladimir Putin schlug am Montag ein Buch auf."),
        ("de", "Der Zug nahm am Bahnhof Gäste aus Russland auf."),
    ],
)
def test_other_sentences_tell_none(code: str, text: str, tmp_path: Path) -> None:
    strong = {"attack", "military_action", "withdrawal", "signing", "agreement", "appointment", "visit", "ceasefire"}
    assert not strong & {claim.type for claim in read(code, text, tmp_path).claims}
