"""Laws of groups without a name: the one the article names, else rebels of their own; two armies are two."""

import pytest

from kg import authority, lang, resolve
from kg.annotate import annotate
from kg.model import Article, Reading, Segment


def read(text: str, language: str, article: str = "x") -> Reading:
    words, known = lang.load(language), authority.load()
    return resolve.resolve(
        annotate(Article(article * 16, "", text, (Segment("body", 0, len(text)),), language), words, known),
        words,
        known,
    )


def meant(text: str, language: str, phrase: str) -> set[str]:
    reading = read(text, language)
    names = {actor.id: actor.name for actor in reading.actors}
    return {names[m.actor] for m in reading.mentions if m.actor and m.text.casefold() == phrase}


@pytest.mark.parametrize(
    ("text", "language", "phrase", "wanted"),
    [
        ("The rebels signed a truce.", "en", "the rebels", {"rebels"}),
        ("Soldiers and militants clashed. The insurgents fled.", "en", "the insurgents", {"militants"}),
        ("Les insurgés ont fui. Les rebelles nient.", "fr", "les rebelles", {"insurgés"}),
        ("M23 fighters advanced. The rebels want talks.", "en", "the rebels", {"M23"}),
        ("Les rebelles ont pris Goma. La RDC proteste.", "fr", "les rebelles", {"Armed groups of the Democratic Republic of the Congo"}),
    ],
)  # fmt: skip
def test_rebels_are_those_the_article_names_else_its_own(
    text: str, language: str, phrase: str, wanted: set[str]
) -> None:
    assert meant(text, language, phrase) == wanted


def test_unnamed_rebels_of_two_articles_are_two() -> None:
    one, other = (read("The rebels signed a truce.", "en", article) for article in "xy")
    assert {actor.name for actor in one.actors} == {actor.name for actor in other.actors}
    assert not {actor.id for actor in one.actors} & {actor.id for actor in other.actors}


@pytest.mark.parametrize(
    ("text", "language"), [("The movement denied it.", "en"), ("Le mouvement dément.", "fr"), ("La milice.", "es")]
)
def test_a_phrase_that_takes_up_what_was_never_told_is_nobody(text: str, language: str) -> None:
    assert not read(text, language).actors


@pytest.mark.parametrize(
    ("text", "language", "phrase"),
    [
        ("The army of India says that China's army fired. The two armies met.", "en", "the two armies"),
        ("L'armée indienne accuse l'armée chinoise. Les deux armées négocient.", "fr", "les deux armées"),
    ],
)
def test_two_armies_are_the_two_told_of(text: str, language: str, phrase: str) -> None:
    assert meant(text, language, phrase) == {"Armed Forces of India", "People's Liberation Army"}


def test_two_armies_are_never_the_only_one_told_of() -> None:
    assert not meant("Congo's army fought back. Both armies fled.", "en", "both armies") | meant(
        "Congo's army fought back. Both armies fled.", "en", "armies"
    )


@pytest.mark.parametrize(
    ("text", "language", "phrase", "wanted"),
    [
        ("Le M23, groupe armé soutenu par Kigali, tient Goma.", "fr", "groupe armé soutenu par kigali", {"M23"}),
        ("Le M23, un groupe rebelle soutenu par le Rwanda, avance.", "fr", "groupe rebelle soutenu par le rwanda", {"M23"}),
        ("À Goma, des rebelles soutenus par le Rwanda avancent.", "fr", "rebelles soutenus par le rwanda", {"rebelles soutenus par le Rwanda"}),
        ("Les FARDC, des rebelles soutenus par le Rwanda et des civils fuient.", "fr", "rebelles soutenus par le rwanda", {"rebelles soutenus par le Rwanda"}),
    ],
)  # fmt: skip
def test_a_description_beside_the_name_of_a_group_is_that_group(
    text: str, language: str, phrase: str, wanted: set[str]
) -> None:
    assert meant(text, language, phrase) == wanted
