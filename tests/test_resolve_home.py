"""Laws of the state whose army, junta or rebels an article means that names none: the one it is about, and no onlooker or host."""

import pytest

from tests.test_resolve_unnamed import meant


@pytest.mark.parametrize(
    ("text", "language", "phrase"),
    [
        ("La junte a arrêté un ministre. La France condamne cette décision.", "fr", "junte"),
        ("Des discussions ont eu lieu à Paris avec la junte.", "fr", "junte"),
        ("Les États-Unis condamnent l'attaque, Washington le répète. Des gangs ont tiré.", "fr", "gangs"),
        ("Les pourparlers se tiennent à Genève, en Suisse. L'armée a tiré.", "fr", "l'armée"),
        ("The junta arrested a minister. France condemned it.", "en", "junta"),
        ("Talks are under way in Geneva, in Switzerland. Rebels attacked a base.", "en", "rebels"),
    ],
)
def test_who_condemns_or_hosts_has_no_junta_and_no_rebels_for_it(text: str, language: str, phrase: str) -> None:
    assert not {name for name in meant(text, language, phrase) if " of " in name or name in {"France", "Switzerland"}}


@pytest.mark.parametrize(
    ("text", "language", "phrase", "wanted"),
    [
        ("Au Tchad, l'armée a tiré lundi.", "fr", "armée", "Armed Forces of Chad"),
        ("Au Tchad, la junte a promis des élections.", "fr", "junte", "Chad"),
        ("Le Tchad vote dimanche. Le Tchad attend. Des gangs ont tiré.", "fr", "gangs", "Armed groups of Chad"),
        ("In Chad, the army opened fire on Monday.", "en", "army", "Armed Forces of Chad"),
        ("Chadian troops fought rebels.", "en", "rebels", "Armed groups of Chad"),
    ],
)
def test_army_junta_and_rebels_are_those_of_the_state_that_an_article_is_about(
    text: str, language: str, phrase: str, wanted: str
) -> None:
    assert meant(text, language, phrase) == {wanted}


@pytest.mark.parametrize(
    ("text", "language", "phrase"),
    [
        ("Les troupes françaises quittent Agadez. Le pouvoir a été pris par des militaires.", "fr", "militaires"),
        ("Les soldats tchadiens sont partis. Des soldats ont tiré.", "fr", "soldats"),
    ],
)
def test_somebody_new_is_none_of_those_told_of(text: str, language: str, phrase: str) -> None:
    assert not meant(text, language, phrase)
