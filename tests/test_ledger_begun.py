"""What has only begun is not done: read from the words beside a deed."""

import pytest

from kg.query.begun import begun


@pytest.mark.parametrize(
    ("language", "rule", "sentence"),
    [
        ("en", "noun:withdrawal(s)", "The withdrawal had begun on Sunday under the eyes of the mission."),
        ("en", "noun:withdrawal(s)", "The withdrawal of foreign troops is under way."),
        ("en", "verb:withdraw", "Russia began withdrawing its troops."),
        ("en", "verb:release", "Kabul has started to release the prisoners."),
        ("fr", "noun:retrait(s)", "Le retrait des troupes a commencé dimanche."),
        ("fr", "noun:retrait(s)", "L'armée a entamé son retrait."),
        ("fr", "verb:retirer", "La Russie a commencé à retirer ses soldats."),
    ],
)
def test_a_deed_has_begun_where_a_verb_beside_it_says_so(language: str, rule: str, sentence: str) -> None:
    assert begun(sentence, rule, language)


@pytest.mark.parametrize(
    ("language", "rule", "sentence"),
    [
        ("en", "verb:withdraw", "Talks began as Russia withdrew its troops."),
        ("en", "verb:withdraw", "Russia withdrew its troops after talks began."),
        ("en", "verb:withdraw", "The talks began, and Russia withdrew its troops."),
        ("en", "noun:withdrawal(s)", "The withdrawal, which began in May, was completed on Friday."),
        ("fr", "verb:retirer", "La Russie a retiré ses soldats, puis les négociations ont commencé."),
        ("fr", "noun:retrait(s)", "Le retrait, qui a commencé en mai, est achevé."),
        ("en", "speech:say", "Russia began withdrawing its troops."),
    ],
)
def test_what_else_began_says_nothing_of_the_deed(language: str, rule: str, sentence: str) -> None:
    assert not begun(sentence, rule, language)
