"""The format of talks: which round, together or apart, who is sent, what stalls and what frees them."""

import pytest
import telling as t
from telling import GOV_AF, IR, TALIBAN, US, told

from kg import lang, query
from kg.events.talk_format import format_of, formatted
from kg.model import TalkFormat


@pytest.mark.parametrize(
    ("language", "passage", "number"),
    [
        ("en", "The third round of talks opened in Geneva.", 3),
        ("en", "They ended a 7th round of indirect negotiations on Friday.", 7),
        ("en", "Delegates met for a second successive session.", 2),
        ("en", "Round 5 begins on Monday, the ministry said.", 5),
        ("en", "A first day of talks ended without result.", 1),
        ("en", "The fourth negotiating round was the shortest.", 4),
        ("fr", "Le 7e cycle de négociations s'ouvre lundi.", 7),
        ("fr", "Au cinquième jour de leur quatrième session, les officiers ont signé.", 4),
        ("fr", "Un deuxième tour des pourparlers est prévu à Genève.", 2),
        ("fr", "Le troisième round de discussions n'a rien donné.", 3),
        ("fr", "Une 12ème série d'entretiens a eu lieu à Vienne.", 12),
        ("en", "A third round of sanctions was adopted while talks went on.", None),
        ("en", "The first session of parliament met during the talks.", None),
        ("en", "A new round of talks is planned.", None),
        ("en", "Talks resumed after the second round of the election.", None),
        ("en", "After the first and the second round of talks nothing was signed.", 2),
        ("en", "The second round and the third round were held in Doha.", None),
        ("fr", "Le second tour de l'élection retarde les négociations.", None),
        ("fr", "La première série de sanctions pèse sur les pourparlers.", None),
        ("fr", "Trois tours de pourparlers ont eu lieu.", None),
        ("fr", "Un mois après une première session, les deux camps ont négocié à Genève.", None),
        ("en", "Two weeks after the third round of talks the envoys met in Oslo.", None),
    ],
)
def test_the_number_of_a_round_is_read_where_it_is_one_of_talks(
    language: str, passage: str, number: int | None
) -> None:
    found = format_of(passage, lang.load(language))
    assert (found.round if found else None) == number


@pytest.mark.parametrize(
    ("language", "passage", "session"),
    [
        ("en", "The two sides met face to face for the first time.", "joint"),
        ("en", "The envoy saw both delegations separately.", "separate"),
        ("en", "Indirect talks resumed through mediators in Doha.", "indirect"),
        ("fr", "L'émissaire a reçu séparément les deux délégations.", "separate"),
        ("fr", "Les pourparlers indirects ont repris par médiateur interposé.", "indirect"),
        ("fr", "Les deux camps se sont retrouvés à la même table.", "joint"),
        ("en", "There will be no direct talks, he said.", None),
        ("en", "They refused direct talks.", None),
        ("en", "Indirect talks gave way to direct talks.", None),
        ("fr", "Il n'y aura pas de négociations directes.", None),
        ("fr", "Les ministres ont discuté du budget.", None),
    ],
)
def test_the_session_is_joint_separate_or_indirect(language: str, passage: str, session: str | None) -> None:
    found = format_of(passage, lang.load(language))
    assert (found.session if found else None) == session


@pytest.mark.parametrize(
    ("language", "passage", "level"),
    [
        ("en", "Foreign ministers met in Vienna.", "ministers"),
        ("en", "Expert-level talks went on.", "experts"),
        ("en", "Negotiators from both sides returned to work.", "envoys"),
        ("en", "The summit ended early.", "leaders"),
        ("fr", "Les discussions techniques ont repris.", "experts"),
        ("fr", "Les chefs d'État se sont réunis.", "leaders"),
        ("en", "The negotiators prepared the summit.", None),
        ("fr", "La réunion d'experts précède celle des ministres des Affaires étrangères.", None),
        ("en", "The experiment was discussed.", None),
    ],
)
def test_the_level_is_told_where_one_is_named(language: str, passage: str, level: str | None) -> None:
    found = format_of(passage, lang.load(language))
    assert (found.level if found else None) == level


@pytest.mark.parametrize(
    ("language", "passage", "stalled", "unblocked"),
    [
        ("en", "Talks stalled over the release of prisoners, officials said.", "the release of prisoners", None),
        ("en", "The negotiations are stuck on who would monitor the border.", "who would monitor the border", None),
        ("fr", "Les pourparlers butent sur le sort des prisonniers.", "le sort des prisonniers", None),
        ("fr", "Les négociations achoppent toujours sur le préambule, selon un délégué.", "le préambule", None),
        ("en", "Talks were unblocked by an exchange of lists.", None, "an exchange of lists"),
        ("fr", "Les discussions ont été débloquées grâce à un échange de listes.", None, "un échange de listes"),
        ("en", "Talks stalled.", None, None),
        ("en", "Aid worth millions was unlocked.", None, None),
    ],
)
def test_what_stalls_and_what_frees_talks_is_told_in_words(language: str, passage: str, stalled, unblocked) -> None:
    found = format_of(passage, lang.load(language)) or TalkFormat()
    assert (found.stalled, found.unblocked) == (stalled, unblocked)


TEXT = "The third round of indirect talks between the Taliban and Kabul stalled over a list of names.\nA third round of fighting began."
ARTICLE = t.extraction(
    told("talks", "negotiation", f"party:{TALIBAN}", f"party:{GOV_AF}", when="2020-11-21",
         format=TalkFormat(3, "indirect", "envoys", "a list of names", "a swap")),
    told("war", "attack", f"attacker:{TALIBAN}"), text=TEXT,
)  # fmt: skip


def test_claims_on_talks_alone_have_a_format() -> None:
    plain = [told("talks", "negotiation", US, IR), told("war", "attack", US)]
    article = t.extraction(*plain, text=TEXT)
    talks, war = formatted(article.claims, article.article, lang.load("en"))
    assert talks.format == TalkFormat(3, "indirect", None, "a list of names", None)
    assert war.format is None


def test_the_question_talks_tells_round_session_level_and_what_held_them_up() -> None:
    rows = query.answer(t.stored(ARTICLE).oxigraph, "talks", {"actor": "Taliban"}).dicts()
    assert {(row["part"], row["what"]) for row in rows} >= {
        ("5 level", "envoys"), ("6 session", "indirect"), ("8 round", "3"), ("9 stalled by", "a list of names"),
        ("9 unblocked by", "a swap"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("language", "passage", "stalled", "unblocked"),
    [
        ("en", "The status of the city had long held up the peace talks.", "The status of the city", None),
        ("en", "The envoy said that a row over flags derailed the talks.", "a row over flags", None),
        ("en", "A call between the presidents unblocked the negotiations.", None, "A call between the presidents"),
        ("fr", "Le tracé de la frontière a longtemps bloqué les négociations.", "Le tracé de la frontière", None),
        ("fr", "Une visite de l'émir a débloqué les pourparlers.", None, "Une visite de l'émir"),
        ("en", "It derailed the talks.", None, None),
        ("en", "Israel has not delayed the talks.", None, None),
        ("en", "The army blocked the road to the talks' venue.", None, None),
        ("fr", "Paris n'a pas bloqué les négociations.", None, None),
        ("fr", "Il a relancé l'idée de négociations.", None, None),
    ],
)
def test_what_holds_talks_up_or_frees_them_may_be_the_subject(
    language: str, passage: str, stalled: str | None, unblocked: str | None
) -> None:
    found = format_of(passage, lang.load(language)) or TalkFormat()
    assert (found.stalled, found.unblocked) == (stalled, unblocked)
