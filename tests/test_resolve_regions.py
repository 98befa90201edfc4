"""Laws of offices of regions: who heads a region is not the head of its state, and the region's name is whole."""

import pytest

from tests.naming import read, roles


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
