"""Laws of offices without a name: whom they mean on a day, and when they mean nobody in particular."""

import pytest

from tests.naming import read


def persons(text: str, language: str, day: str) -> set[str]:
    """Return the labels of the persons that a text leads to."""
    return {actor.name for actor in read(text, language, day).actors if actor.type == "person"}


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("A US president has never met the group.", "en", "2018-06-01"),
        ("No French president had visited the island.", "en", "2018-06-01"),
        ("It is the first visit by a sitting Russian foreign minister.", "en", "2018-06-01"),
        ("Any Israeli prime minister would say so.", "en", "2018-06-01"),
        ("The first Afghan president elected by the people spoke.", "en", "2018-06-01"),
        ("Jamais un président français ne s'y était rendu.", "fr", "2018-06-01"),
        ("C'est la première visite d'un chef de la diplomatie russe.", "fr", "2018-06-01"),
        ("Aucun président américain ne l'a reçu.", "fr", "2018-06-01"),
        ("Ningún presidente francés lo visitó.", "es", "2018-06-01"),
        ("Kein französischer Präsident war je dort.", "de", "2018-06-01"),
        ("The Syrian opposition leader spoke.", "en", "2018-06-01"),
        ("A Palestinian leader spoke.", "en", "2018-06-01"),
        ("Le président du Qatar a parlé.", "fr", "2018-06-01"),
        ("Le chef de l'État iranien a parlé.", "fr", "2018-06-01"),
    ],
)
def test_an_office_that_is_anybodys_means_nobody(text: str, language: str, day: str) -> None:
    assert persons(text, language, day) == set()


@pytest.mark.parametrize(
    ("text", "language", "day", "wanted"),
    [
        ("The Iranian president rejected it.", "en", "2003-06-01", "Mohammad Khatami"),
        ("Le guide suprême iranien a refusé.", "fr", "2018-06-01", "Ali Khamenei"),
        ("Le président iranien a refusé.", "fr", "2018-06-01", "Hassan Rouhani"),
        ("The Spanish foreign minister spoke.", "en", "2022-06-01", "José Manuel Albares"),
        ("The Russian president spoke.", "en", "2003-06-01", "Vladimir Putin"),
        ("Le Premier ministre russe a parlé.", "fr", "2010-06-01", "Vladimir Putin"),
        ("Le Premier ministre turc a parlé.", "fr", "2010-06-01", "Recep Tayyip Erdoğan"),
        ("The Saudi crown prince spoke.", "en", "2018-06-01", "Mohammed bin Salman"),
        ("Le vice-président américain a parlé.", "fr", "2018-06-01", "Mike Pence"),
        ("The US national security adviser spoke.", "en", "2019-06-01", "John Bolton"),
        ("The Chinese leader spoke.", "en", "2018-06-01", "Xi Jinping"),
        ("Le dirigeant nord-coréen a parlé.", "fr", "2018-06-01", "Kim Jong-un"),
        ("The UN chief voiced concern.", "en", "2001-04-01", "Kofi Annan"),
        ("Le patron de l'Otan a appelé au calme.", "fr", "2007-04-01", "Jaap de Hoop Scheffer"),
        ("The head of the IMF spoke.", "en", "2012-06-01", "Christine Lagarde"),
        ("Le président de la Commission européenne a parlé.", "fr", "2016-07-01", "Jean-Claude Juncker"),
        ("The German chancellor spoke.", "en", "1996-06-01", "Helmut Kohl"),
        ("Le locataire de la Maison Blanche a téléphoné.", "fr", "2016-04-01", "Barack Obama"),
        ("The Kremlin chief spoke.", "en", "2010-09-01", "Dmitry Medvedev"),
        ("La cheffe de la diplomatie européenne a condamné ces arrestations.", "fr", "2016-07-20", "Federica Mogherini"),
    ],
)  # fmt: skip
def test_the_sort_of_office_and_the_day_decide(text: str, language: str, day: str, wanted: str) -> None:
    assert persons(text, language, day) == {wanted}


@pytest.mark.parametrize(
    ("text", "language", "day", "wanted"),
    [
        ("US President Joe Biden said his predecessor had erred.", "en", "2021-02-25", "Donald Trump"),
        ("Le président français Emmanuel Macron a remercié son prédécesseur.", "fr", "2017-05-20", "François Hollande"),
        ("US President Barack Obama met his successor.", "en", "2016-11-10", "Donald Trump"),
    ],
)
def test_predecessor_and_successor_are_those_of_the_one_named(text: str, language: str, day: str, wanted: str) -> None:
    assert wanted in persons(text, language, day)


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("Joe Biden said his predecessor had erred.", "en", "2021-02-25"),
        ("US Secretary of State John Kerry met his successor.", "en", "2015-01-10"),
    ],
)
def test_nobody_follows_where_no_office_or_no_end_is_near(text: str, language: str, day: str) -> None:
    assert len(persons(text, language, day)) == 1


@pytest.mark.parametrize(
    ("text", "language", "day", "apart"),
    [
        ("President George W. Bush called his father, George H. W. Bush.", "en", "2003-03-11", 2),
        ("Le premier ministre Saad Hariri, fils de Rafic Hariri, a parlé.", "fr", "2018-03-11", 2),
        ("Mohammad-Reza Khatami spoke in Iran.", "en", "2000-05-26", 1),
    ],
)
def test_two_of_one_surname_are_two(text: str, language: str, day: str, apart: int) -> None:
    found = persons(text, language, day)
    assert len(found) == apart
    assert "Mohammad Khatami" not in found


@pytest.mark.parametrize(
    ("text", "language", "day", "wanted"),
    [
        ("La Chine proteste. Le premier ministre chinois Li s'est rendu à Moscou.", "fr", "2020-10-11", {"Li Keqiang"}),
        ("China protested. The premier of China flew out, and Li met nobody.", "en", "2020-10-11", {"Li Keqiang"}),
        ("South Korean Foreign Minister Yun spoke.", "en", "2014-07-01", {"Yun Byung-se"}),
        ("North Korea wants guarantees. The summit with Kim was held in Singapore.", "en", "2018-06-12", {"Kim Jong-un"}),
        ("US officials and a Chinese professor, Li, disagreed.", "en", "2020-10-11", {"Li"}),
    ],
)  # fmt: skip
def test_a_name_of_two_letters_is_the_holder_of_an_office_spoken_of(
    text: str, language: str, day: str, wanted: set[str]
) -> None:
    assert persons(text, language, day) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The National Security Council in Bangkok met.", "National Security Council of Thailand"),
        ("Iran's Supreme National Security Council met.", "National Security Council of Iran"),
        ("The White House said the National Security Council met.", "United States National Security Council"),
    ],
)
def test_a_council_is_that_of_the_state_spoken_of(text: str, wanted: str) -> None:
    assert wanted in {actor.name for actor in read(text, "en", "2016-09-01").actors}


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Nepal's government and the Maoists agreed a truce.", "armedgroup/cpn-maoist"),
        ("Indian Maoists attacked a police post.", "armedgroup/naxalites"),
        ("Maoist China closed its borders.", ""),
        ("The Maoists attacked.", ""),
    ],
)
def test_groups_of_one_name_are_told_apart_by_the_state(text: str, group: str) -> None:
    assert {actor.id for actor in read(text, "en", "2006-09-01").actors if actor.type == "armed_group"} == {group} - {
        ""
    }


@pytest.mark.parametrize(
    ("text", "language", "day", "wanted"),
    [
        ("The German chancellor spoke.", "en", "2025-05-05", {"Olaf Scholz"}),
        ("Le chancelier allemand a parlé.", "fr", "2025-06-10", {"Friedrich Merz"}),
        ("The South Korean president spoke.", "en", "2025-04-20", set()),
        ("Le Premier ministre britannique a parlé.", "fr", "2025-06-10", {"Keir Starmer"}),
        ("The US vice president spoke.", "en", "2025-03-01", {"JD Vance"}),
        ("The Pope called for peace.", "en", "2025-04-10", {"Pope Francis"}),
        ("Le pape a appelé à la paix.", "fr", "2025-04-28", set()),
        ("The Chinese premier spoke.", "en", "2023-06-01", {"Li Qiang"}),
        ("The Irish foreign minister spoke.", "en", "2025-06-10", set()),
        ("Le chef de la diplomatie irlandaise a parlé.", "fr", "2026-06-10", set()),
        ("The Israeli prime minister spoke.", "en", "2023-09-15", {"Benjamin Netanyahu"}),
        ("Le Premier ministre israélien a parlé.", "fr", "2022-10-15", {"Yair Lapid"}),
        ("The Chinese foreign minister spoke.", "en", "2024-05-10", {"Wang Yi"}),
        ("Le ministre chinois de la Défense a parlé.", "fr", "2023-06-10", {"Li Shangfu"}),
        ("Le président nigérien a parlé.", "fr", "2023-09-15", set()),
        ("The Niger president spoke.", "en", "2023-07-10", {"Mohamed Bazoum"}),
        ("The Peruvian president spoke.", "en", "2023-05-10", {"Dina Boluarte"}),
        ("The Venezuelan president spoke.", "en", "2026-02-10", {"Delcy Rodríguez"}),
        ("Le ministre brésilien des Affaires étrangères a parlé.", "fr", "2024-05-10", {"Mauro Vieira"}),
        ("La reine du Danemark a parlé.", "fr", "2015-06-10", {"Margrethe II of Denmark"}),
        ("The Danish queen spoke.", "en", "2025-06-10", set()),
        ("The Jordanian prime minister spoke.", "en", "2024-09-14", set()),
        ("The South Korean foreign minister spoke.", "en", "2024-01-09", set()),
        ("The French president spoke.", "en", "2028-06-10", set()),
        ("French President Emmanuel Macron and the prime minister of the region met.", "en", "2025-06-10", {"Emmanuel Macron"}),
        ("US President Donald Trump and the secretary of state met.", "en", "2025-06-10", {"Donald Trump", "Marco Rubio"}),
    ],
)  # fmt: skip
def test_who_left_an_office_is_not_its_holder_and_an_unknown_holder_is_nobody(
    text: str, language: str, day: str, wanted: set[str]
) -> None:
    assert persons(text, language, day) == wanted


@pytest.mark.parametrize(
    ("text", "language", "person", "office", "country"),
    [
        ("The Thai prime minister, Anutin Charnvirakul, spoke.", "en", "Anutin Charnvirakul", "prime minister", "TH"),
        ("US Treasury Secretary Scott Bessent met Chinese Vice Premier He Lifeng.", "en", "Scott Bessent", "US Treasury Secretary", "US"),
        ("Keith Kellogg, the US envoy for Ukraine, spoke.", "en", "Keith Kellogg", "envoy for Ukraine", "US"),
        ("L'émissaire américain Steve Witkoff est arrivé.", "fr", "Steve Witkoff", "émissaire", "US"),
        ("Le Premier ministre thaïlandais, Anutin Charnvirakul, a parlé.", "fr", "Anutin Charnvirakul", "Premier ministre", "TH"),
        ("Le secrétaire américain au Trésor, Scott Bessent, a parlé.", "fr", "Scott Bessent", "secrétaire au Trésor", "US"),
    ],
)  # fmt: skip
def test_whoever_is_named_with_an_office_holds_it_whether_or_not_the_tables_have_it(
    text: str, language: str, person: str, office: str, country: str
) -> None:
    found = read(text, language, "2025-10-20")
    names = {actor.id: actor.name for actor in found.actors}
    assert (person, office, f"country/{country}") in {(names[r.person], r.office, r.country) for r in found.roles}
