"""Laws of offices of regions: who heads a region is not the head of its state, and the region's name is whole."""

import pytest

from tests.naming import actors, denoted, read, roles


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Prime Minister James Marape and the President of the Autonomous Region of Bougainville (ARB), Ishmael Toroama, signed.", "en",
         ("Ishmael Toroama", "President of the Autonomous Region of Bougainville")),
        ("Le Premier ministre de la région autonome du Kurdistan, Masrour Barzani, est à Bagdad.", "fr",
         ("Masrour Barzani", "Premier ministre de la région autonome du Kurdistan")),
        ("Le gouverneur de la province de Kidal, Elvun Talvac, a parlé.", "fr",
         ("Elvun Talvac", "gouverneur de la province de Kidal")),
        ("Sergey Aksyonov, head of the Autonomous Republic of Crimea, spoke.", "en",
         ("Sergey Aksyonov", "head of the Autonomous Republic of Crimea")),
    ],
)  # fmt: skip
def test_a_region_has_an_office_of_its_own(text: str, language: str, wanted: tuple[str, str]) -> None:
    assert wanted in {role[:2] for role in roles(read(text, language))}


@pytest.mark.parametrize(
    ("text", "language", "nobody"),
    [
        (
            "Prime Minister James Marape and the President of the Autonomous Region of Bougainville signed.",
            "en",
            "Charles III",
        ),
        ("French President Emmanuel Macron and the prime minister of the region met.", "en", "François Bayrou"),
        ("The president of the Bougainville Revolutionary Council met James Marape.", "en", "Revolutionary"),
    ],
)
def test_the_head_of_a_region_or_council_is_no_head_of_state(text: str, language: str, nobody: str) -> None:
    assert nobody not in {actor.name for actor in read(text, language, "2025-06-26").actors}


@pytest.mark.parametrize(
    ("text", "language", "place"),
    [
        ("The troops left the temple of Preah Vihear.", "en", "Preah Vihear"),
        ("He was born in Antrim county.", "en", "Antrim"),
        ("The Zangezur corridor was discussed.", "en", "Zangezur"),
        ("Le champ gazier de Karich est disputé.", "fr", "Karich"),
        ("Le comté de Mandera est loin.", "fr", "Mandera"),
    ],
)
def test_a_noun_for_places_gives_a_name_away(text: str, language: str, place: str) -> None:
    assert denoted(read(text, language), place) == {f"place: {place}"}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Hun Sen's Cambodian People's Party won.", "Cambodian People's Party"),
        ("Syria's People's Council voted.", "People's Council"),
        ("The Russian Women's Union met.", "Russian Women's Union"),
    ],
)
def test_a_body_named_after_whose_it_is_is_no_people(text: str, body: str) -> None:
    found = actors(read(text, "en"))
    assert found.get(body) == "organization"
    assert "population" not in found.values()


def test_what_a_people_has_is_no_body_of_its_name() -> None:
    assert "organization" not in actors(read("The Syrian people's will counts for the Party.", "en")).values()
