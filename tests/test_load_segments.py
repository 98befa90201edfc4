"""Segments and headers: what is furniture, what is the story, in both languages, on lines of many outlets."""

# ruff: noqa: DTZ001 - a header without a time zone gives a naive time

from datetime import UTC, datetime

import pytest

from kg import load
from kg.load import stamp
from kg.load.cues import compile_cues
from kg.model import Article

STORY = {
    "fr": [
        "Le chef de la diplomatie norvégienne a reçu lundi à Oslo les envoyés des deux gouvernements, réunis pour la première fois depuis janvier.",
        "Les discussions doivent reprendre jeudi, selon un porte-parole du ministère, qui n'a pas donné d'autres détails sur leur contenu.",
        "La Norvège joue depuis deux ans un rôle de médiateur entre les deux gouvernements, qui se disputent la région frontalière.",
        "L'envoyé du Soudan a jugé les discussions utiles, tout en refusant de parler d'un accord avec l'Éthiopie avant l'été.",
    ],
    "en": [
        "Norway's foreign minister received the envoys of both governments in Oslo on Monday, their first meeting since January.",
        "The discussions are to resume on Thursday, a spokesman of the ministry said, without giving further details of their content.",
        "Norway has acted for two years as a mediator between the two governments, which both claim the border region.",
        "The envoy of Sudan called the discussions useful but would not speak of an agreement with Ethiopia before the summer.",
    ],
}
TITLE = {"fr": "Oslo reçoit les envoyés des deux camps", "en": "Oslo hosts envoys of both sides"}


def article(
    language: str, *, above: str = "", first: str = "", middle: str = "", below: str = "", sep: str = "\n\n"
) -> Article:
    """Return an article of the story with lines added under the title, before the lead, in the middle and at the end."""
    story = STORY[language]
    parts = [TITLE[language], above, first + story[0], story[1], middle, story[2], story[3], below]
    found = list(load.read(sep.join(part for part in parts if part).encode(), language=language))
    assert len(found) == 1
    assert isinstance(found[0], Article), found[0]
    return found[0]


def kinds(made: Article, line: str) -> set[str]:
    """Return the kinds of the segments that cover a line."""
    start = made.text.index(line)
    return {part.kind for part in made.segments if part.start < start + len(line) and part.end > start}


def story_is_read(made: Article, language: str) -> bool:
    return all(kinds(made, paragraph) <= {"lead", "body"} for paragraph in STORY[language])


CAPTIONS = [
    ("fr", "Le ministre norvégien accueille un envoyé, le 3 mars 2021. - JEAN EXEMPLE / AFP", "- JEAN EXEMPLE / AFP"),
    ("fr", "Le palais des négociations à Oslo (Photo : Jean Exemple/AFP)", "(Photo : Jean Exemple/AFP)"),
    (
        "fr",
        "-L'envoyé soudanais à son arrivée à Oslo. Photo par Jean Exemple / AFP via Getty Images.",
        "Photo par Jean Exemple / AFP via Getty Images.",
    ),
    ("fr", "Des soldats près de la frontière, en février 2021. © Jean Exemple, AFP", "© Jean Exemple, AFP"),
    ("fr", "Un convoi à la frontière. Crédit photo : Jean Exemple", "Crédit photo : Jean Exemple"),
    (
        "en",
        "FILE PHOTO: Soldiers near the border, March 3, 2021. REUTERS/Example Name/File Photo",
        "REUTERS/Example Name/File Photo",
    ),
    ("en", "The envoys shake hands in Oslo on Monday. (AP Photo/Example Name)", "(AP Photo/Example Name)"),
    ("en", "The foreign minister of Norway arrives for talks. [Example Name/Reuters]", "[Example Name/Reuters]"),
    (
        "en",
        "A convoy at the border crossing. Photograph: Example Name/AFP/Getty Images",
        "Photograph: Example Name/AFP/Getty Images",
    ),
    ("en", "The conference hall in Oslo. Credit: Example Name", "Credit: Example Name"),
    (
        "en",
        "Soldiers patrol near the border on March 3, 2021. Example Name / AFP via Getty Images",
        "Example Name / AFP via Getty Images",
    ),
]


@pytest.mark.parametrize(("language", "line", "credit"), CAPTIONS)
@pytest.mark.parametrize("place", ["above", "middle", "below"])
def test_caption_is_kept_and_its_credit_cut_off(language, line, credit, place):
    made = article(language, **{place: line})
    assert kinds(made, line[: len(line) - len(credit)].strip()) == {"caption"}
    assert kinds(made, credit) == {"credit"}
    assert story_is_read(made, language)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "Photo d'archives : des soldats patrouillent près de la frontière en 2019"),
        ("fr", "Sur cette photo diffusée par le ministère, les envoyés se serrent la main."),
        ("fr", "L'envoyé soudanais (à gauche) et le ministre norvégien lundi à Oslo"),
        ("en", "File photo: soldiers patrol near the border in 2019"),
        ("en", "In this photo released by the ministry, the envoys shake hands in Oslo."),
        ("en", "The envoy of Sudan (L) and the minister pose for a photo in Oslo on Monday"),
    ],
)
def test_caption_without_a_credit_is_told_by_its_words(language, line):
    made = article(language, middle=line)
    assert kinds(made, line) == {"caption"}
    assert story_is_read(made, language)


FURNITURE = [
    ("fr", "À lire aussi : Soudan, les raisons d'une crise", {"teaser"}),
    ("fr", "À LIRE AUSSI Soudan, les raisons d'une crise", {"teaser"}),
    ("fr", ">> Lire aussi : Pourquoi l'Érythrée inquiète ses voisins", {"teaser"}),
    ("fr", "Focus sur l'Érythrée – Un ministre arrêté", {"teaser"}),
    ("fr", "Le saviez-vous ?", {"teaser"}),
    ("fr", "Soutenez une presse indépendante : faites un don.", {"appeal"}),
    ("fr", "Inscrivez-vous gratuitement à notre newsletter", {"appeal"}),
    ("fr", "Abonnez-vous à partir de 1 € par mois, sans engagement", {"appeal"}),
    ("fr", "Recevez l'essentiel de l'actualité dans votre boîte mail.", {"appeal"}),
    ("fr", "Téléchargez notre application pour suivre l'actualité", {"appeal"}),
    ("en", "Read more: Why Eritrea worries its neighbours", {"teaser"}),
    ("en", "READ ALSO: Why Eritrea worries its neighbours", {"teaser"}),
    ("en", "Related: Minister arrested in Asmara", {"related"}),
    ("en", "Watch: Minister arrested in Asmara", {"teaser"}),
    ("en", "Sign up for our daily newsletter", {"appeal"}),
    ("en", "Subscribe to our newsletter for more stories like this.", {"appeal"}),
    ("en", "Support independent journalism: donate today.", {"appeal"}),
    ("en", "Your donation is tax-deductible.", {"appeal"}),
    ("en", "Download our app for breaking news alerts", {"appeal"}),
]


@pytest.mark.parametrize(("language", "line", "kind"), FURNITURE)
@pytest.mark.parametrize("place", ["middle", "below"])
def test_links_and_appeals_are_never_read_and_end_nothing(language, line, kind, place):
    made = article(language, **{place: line})
    assert kinds(made, line) == kind
    assert story_is_read(made, language)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (
            "fr",
            "« Soutenez la paix », a lancé le ministre à l'adresse des deux gouvernements réunis à Oslo lundi soir.",
        ),
        ("fr", "Plus de cent personnes ont été tuées depuis janvier dans la région, selon les Nations unies."),
        ("fr", "Le ministre a demandé aux médias indépendants de ne pas diffuser d'images de la région frontalière."),
        ("fr", "Sur ce sujet, le ministre a déclaré que son pays continuerait à parler aux deux gouvernements."),
        ("fr", "La Norvège a promis un don de dix millions d'euros aux habitants de la région frontalière."),
        ("fr", "Selon l'AFP, le porte-parole du ministère a confirmé la tenue des discussions de jeudi."),
        ("fr", "Interrogé par Reuters/AFP lundi, le porte-parole a refusé de dire qui avait proposé la rencontre."),
        ("fr", "Par ailleurs, les deux gouvernements ont échangé vingt prisonniers."),
        ("en", "More than a hundred people have been killed in the region since January, the United Nations said."),
        ("en", "“Support us and we will support you,” the envoy told the ministers of both governments in Oslo."),
        ("en", "Donors pledged $10 million in support of the people of the border region, the ministry said."),
        ("en", "The government closed three independent newspapers and a free press became a demand of the talks."),
        ("en", "Reuters reported on Monday that the spokesman had confirmed the discussions planned for Thursday."),
        ("en", "By Thursday, both governments had exchanged twenty prisoners, the spokesman said."),
        ("en", "Watching the talks closely, Egypt has sent an envoy of its own to the region, diplomats said."),
        ("en", "Following the meeting, both envoys declined to speak to reporters in Oslo."),
        ("en", "The photo of the handshake was published by every newspaper of the region on Tuesday morning."),
    ],
)
@pytest.mark.parametrize("place", ["middle", "below"])
def test_paragraph_of_the_story_stays_body(language, line, place):
    made = article(language, **{place: line})
    assert kinds(made, line) == {"body"}
    assert story_is_read(made, language)


@pytest.mark.parametrize(
    ("language", "line", "agency"),
    [
        ("fr", "afp/jf", None),
        ("fr", "bur-jca/feb/hc", None),
        ("fr", "(Belga)", "Belga"),
        ("fr", "Avec AFP et Reuters", "AFP"),
        ("fr", "(Reportage de Jean Exemple, version française Jeanne Exemple, édité par Jean Autre)", None),
        ("fr", "Tous droits réservés.", None),
        ("fr", "Tous droits de reproduction réservés.", None),
        ("fr", "(Jean Exemple, Jeanne Exemple pour le service français)", None),
        ("fr", "Copyright AFP. Tous droits réservés.", None),
        ("fr", "Nous utilisons des cookies pour améliorer votre lecture.", None),
        ("fr", "Vous devez être membre pour ajouter un commentaire.", None),
        ("en", "Copyright 2021 The Oslo Observer. All rights reserved.", None),
        ("en", "You are commenting using your account.", None),
        ("en", "Click to share on a network (opens in a new window)", None),
        ("en", "(Reporting by Example Writer in Oslo; editing by Another Writer)", None),
        ("en", "Reporting by Example Writer; Editing by Another Writer", None),
        ("en", "Associated Press writer Example Name in Cairo contributed to this report.", None),
        ("en", "© 2021 The Oslo Observer. All rights reserved.", None),
        ("en", "This article was produced with the help of an archive.", None),
        ("en", "ts/blb/eg", None),
    ],
)
def test_signature_below_the_text_is_credit(language, line, agency):
    made = article(language, below=line)
    assert kinds(made, line) == {"credit"}
    assert story_is_read(made, language)
    if agency:
        assert made.agency is not None


@pytest.mark.parametrize(
    ("language", "tail", "agency"),
    [
        ("fr", " (Belga)", "Belga"),
        ("fr", "(©AFP / 28 avril 2018 02h13)", "AFP"),
        ("fr", " (avec AFP)", "AFP"),
        ("en", " (AP)", "AP"),
        ("en", " - Reuters", "Reuters"),
    ],
)
def test_agency_at_the_end_of_the_last_paragraph_is_credit(language, tail, agency):
    made = next(iter(load.read(("\n\n".join([TITLE[language], *STORY[language]]) + tail).encode(), language=language)))
    assert isinstance(made, Article)
    assert made.text[made.segments[-1].start :] == tail.strip()
    assert made.segments[-1].kind == "credit"
    assert made.agency == agency


DATELINES = [
    ("fr", "OSLO, 3 mars (Reuters) - ", "Reuters", None),
    ("fr", "OSLO, 3 mars 2021 (AFP) - ", "AFP", datetime(2021, 3, 3)),
    ("fr", "Oslo (AFP) – ", "AFP", None),
    ("fr", "EREVAN/BAKOU, 10 novembre (Reuters) - ", "Reuters", None),
    ("fr", "(Belga) - ", "Belga", None),
    ("fr", "OSLO (Reuters), 3 mars 2021 - ", "Reuters", datetime(2021, 3, 3)),
    ("fr", "Oslo, le 3 mars 2021 (AFP) - ", "AFP", datetime(2021, 3, 3)),
    ("fr", "Oslo, 3 mars 2021, AFP - ", "AFP", datetime(2021, 3, 3)),
    ("en", "OSLO (AP), Feb 29, 2020 -- ", "AP", datetime(2020, 2, 29)),
    ("fr", "Oslo - ", None, None),
    ("en", "KHARTOUM, March 3 (Reuters) - ", "Reuters", None),
    ("en", "OSLO, Feb 29, 2020 (AFP) - ", "AFP", datetime(2020, 2, 29)),
    ("en", "OSLO, Norway (AP) — ", "AP", None),
    ("en", "OSLO: ", None, None),
    ("en", "DUBAI/OSLO — ", None, None),
    ("en", "(CNN) — ", "CNN", None),
    ("en", "Oslo, Norway – ", None, None),
    ("en", "WASHINGTON, D.C. (UPI) -- ", "UPI", None),
    ("en", "UNITED NATIONS, March 3 (Xinhua) -- ", "Xinhua", None),
]


@pytest.mark.parametrize(
    ("language", "line", "agency", "published"),
    [
        ("fr", "OSLO, 3 mars 2021 (AFP)", "AFP", datetime(2021, 3, 3)),
        ("fr", "Oslo, 3 mars (Belga)", "Belga", None),
        ("en", "OSLO, Feb. 29, 2020 (AP)", "AP", datetime(2020, 2, 29)),
    ],
)
def test_a_dateline_may_be_a_line_of_its_own(language, line, agency, published):
    body = "\n\n".join([TITLE[language], line, *STORY[language]])
    made = next(iter(load.read(body.encode(), language=language)))
    assert isinstance(made, Article)
    assert kinds(made, line) == {"dateline"}
    assert (made.title, made.agency, made.published) == (TITLE[language], agency, published)


@pytest.mark.parametrize("line", ["Comment Oslo a gagné (2021)", "Oslo, capitale (AFP)"])
def test_a_line_without_place_day_and_agency_is_no_dateline(line):
    made = next(iter(load.read("\n\n".join([line, *STORY["fr"]]).encode(), language="fr")))
    assert isinstance(made, Article)
    assert "dateline" not in kinds(made, line)


@pytest.mark.parametrize(("language", "line", "agency", "published"), DATELINES)
def test_dateline_is_cut_off_the_lead(language, line, agency, published):
    made = article(language, first=line)
    assert kinds(made, line.strip()) == {"dateline"}
    assert kinds(made, STORY[language][0]) == {"lead"}
    assert made.agency == agency
    assert made.published == published


@pytest.mark.parametrize(
    ("language", "above", "byline", "source", "agency", "published", "modified"),
    [
        (
            "fr",
            "Par Valley Times avec AFP\n3 mars 2021 09:05 Mis à jour: 4 mars 2021 10:50",
            "Valley Times avec AFP",
            "Valley Times",
            "AFP",
            datetime(2021, 3, 3, 9, 5),
            datetime(2021, 3, 4, 10, 50),
        ),
        (
            "fr",
            "Publié le 27/10/2022 à 14h00 - Par Jean Exemple",
            "Jean Exemple",
            None,
            None,
            datetime(2022, 10, 27, 14),
            None,
        ),
        (
            "fr",
            "Le Monde avec AFP\nPublié le 3 mars 2021 à 10h12, modifié le 4 mars 2021 à 8h",
            "Le Monde avec AFP",
            "Le Monde",
            "AFP",
            datetime(2021, 3, 3, 10, 12),
            datetime(2021, 3, 4, 8),
        ),
        ("fr", "Le 3 mars 2021 à 10h12", None, None, None, datetime(2021, 3, 3, 10, 12), None),
        ("fr", "Reuters • 10/11/2020 à 00:00", "Reuters", None, "Reuters", datetime(2020, 11, 10), None),
        (
            "fr",
            "Par Jean Exemple et Jeanne Exemple\nmercredi 1er juin 2022",
            "Jean Exemple et Jeanne Exemple",
            None,
            None,
            datetime(2022, 6, 1),
            None,
        ),
        ("fr", "La rédaction avec AFP", "La rédaction avec AFP", None, "AFP", None, None),
        (
            "fr",
            "Tribune des deux rives\n26 mai 2020 17:05",
            "Tribune des deux rives",
            "Tribune des deux rives",
            None,
            datetime(2020, 5, 26, 17, 5),
            None,
        ),
        (
            "en",
            "By EXAMPLE NAME, Associated Press\nPublished on March 3, 2021 at 5:04 p.m. GMT",
            "EXAMPLE NAME, Associated Press",
            None,
            "Associated Press",
            datetime(2021, 3, 3, 17, 4, tzinfo=UTC),
            None,
        ),
        (
            "en",
            "Reuters Published April 9, 2023 Updated April 9, 2023 12:12am",
            "Reuters",
            None,
            "Reuters",
            datetime(2023, 4, 9),
            datetime(2023, 4, 9, 0, 12),
        ),
        ("en", "Date: 2023-05-02", None, None, None, datetime(2023, 5, 2), None),
        ("en", "date 2023-05-02", None, None, None, datetime(2023, 5, 2), None),
        (
            "en",
            "By Example Name and Another Name in Oslo\nTuesday, 3 March 2020",
            "Example Name and Another Name in Oslo",
            None,
            None,
            datetime(2020, 3, 3),
            None,
        ),
        (
            "en",
            "The Associated Press | Wednesday, February 20, 2019 11:20 a.m.",
            "The Associated Press",
            None,
            "The Associated Press",
            datetime(2019, 2, 20, 11, 20),
            None,
        ),
        (
            "en",
            "Oslo Observer / Reuters\nMarch 3, 2021",
            "Oslo Observer / Reuters",
            "Oslo Observer",
            "Reuters",
            datetime(2021, 3, 3),
            None,
        ),
        (
            "en",
            "From our correspondent\n10/25/2022",
            "From our correspondent",
            None,
            None,
            datetime(2022, 10, 25),
            None,
        ),
    ],
)
def test_header_lines_are_metadata(*, language, above, byline, source, agency, published, modified):
    made = article(language, above=above)
    assert made.title == TITLE[language]
    assert (made.byline, made.source, made.agency) == (byline, source, agency)
    assert (made.published, made.modified) == (published, modified)
    for line in above.split("\n"):
        assert kinds(made, line) <= {"header", "byline"}
    assert story_is_read(made, language)


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        ("2020-11-21T11:26:00Z", "fr", datetime(2020, 11, 21, 11, 26, tzinfo=UTC)),
        ("2020-11-21 11:26:00", "fr", datetime(2020, 11, 21, 11, 26)),
        ("20201121", "fr", datetime(2020, 11, 21)),
        ("Sat, 21 Nov 2020 11:26:00 GMT", "en", datetime(2020, 11, 21, 11, 26, tzinfo=UTC)),
        (1605957960, "en", datetime(2020, 11, 21, 11, 26, tzinfo=UTC)),
        ("21 novembre 2020", "fr", datetime(2020, 11, 21)),
        ("Nov. 21, 2020", "en", datetime(2020, 11, 21)),
        ("04/09/2023", "fr", datetime(2023, 9, 4)),
        ("04/09/2023", "en", None),
        ("25/09/2023", "en", datetime(2023, 9, 25)),
        ("31 février 2020", "fr", None),
        ("tomorrow", "en", None),
        ("", "en", None),
        (True, "en", None),
    ],
)
def test_time_is_read_or_left_out(value, code, expected):
    assert stamp.parse(value, (code,)) == expected


@pytest.mark.parametrize(
    "line",
    [
        "L'accord du 29 février 2020 prévoit un retrait en quatorze mois.",
        "Accords de Minsk : le texte du 12 février 2015",
    ],
)
def test_a_date_in_a_headline_or_sentence_is_no_time_of_publication(line):
    made = next(iter(load.read("\n\n".join([line, *STORY["fr"]]).encode(), language="fr")))
    assert isinstance(made, Article)
    assert made.published is None


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "Un climat apaisé"),
        ("fr", "Que prévoit le texte ?"),
        ("fr", "« Une chance unique »"),
        ("fr", "Points de blocage"),
        ("en", "Pressure from neighbours"),
        ("en", "What happens next?"),
    ],
)
def test_intertitle_is_not_read_for_claims(language, line):
    made = article(language, middle=line)
    assert kinds(made, line) == {"header"}
    assert story_is_read(made, language)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_list_below_a_heading_of_links_is_related(language):
    heading = {"fr": "Sur le même sujet", "en": "Related stories"}[language]
    made = article(
        language,
        below=f"{heading}\nMinister arrested in Asmara\n- Five killed in Mekele\nA third headline without a stop",
    )
    assert kinds(made, "Minister arrested in Asmara") == {"related"}
    assert kinds(made, "A third headline") == {"related"}
    assert story_is_read(made, language)


def test_an_appeal_runs_on_to_the_end():
    tail = "Soutenez notre journal.\n\nDes milliers de foyers lisent ces pages chaque semaine grâce à leur curiosité.\n\nChaque euro compte, merci à vous toutes et tous."
    made = article("fr", below=tail)
    for line in tail.split("\n\n"):
        assert kinds(made, line) == {"appeal"}
    assert story_is_read(made, "fr")


def test_an_appeal_inside_the_story_does_not_end_it():
    made = article("fr", middle="Inscrivez-vous à notre newsletter pour ne rien manquer.")
    assert story_is_read(made, "fr")


@pytest.mark.parametrize("sep", ["\n", "\n\n", "\r\n", "\n \n", "\n\n\n"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_layout_does_not_change_the_kinds(language, sep):
    line = {"fr": "À lire aussi : un autre article", "en": "Read more: another article"}[language]
    made = article(language, below=line, sep=sep)
    assert [part.kind for part in made.segments] == ["title", "lead", "body", "body", "body", "teaser"]


def test_hard_wrapped_paragraphs_are_joined():
    import textwrap

    text = "\n".join(textwrap.fill(part, 70, initial_indent="   ") for part in STORY["fr"])
    made = next(iter(load.read(f"{TITLE['fr']}\n\n{text}".encode(), language="fr")))
    assert isinstance(made, Article)
    assert [part.kind for part in made.segments] == ["title", "lead", "body", "body", "body"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_text_without_a_headline_begins_with_its_lead(language):
    made = next(iter(load.read("\n\n".join(STORY[language]).encode(), language=language)))
    assert isinstance(made, Article)
    assert made.title is None
    assert [part.kind for part in made.segments] == ["lead", "body", "body", "body"]


@pytest.mark.parametrize(
    "label",
    [
        "International",
        "BREAKING NEWS",
        "Monde | Afrique",
        "Home News Sport Business Puzzles Travel",
        "Accueil Monde Politique Économie Jardinage Mots croisés",
    ],
)
def test_section_names_above_the_headline_are_not_the_headline(label):
    language = "fr" if "Monde" in label else "en"
    made = next(iter(load.read("\n\n".join([label, TITLE[language], *STORY[language]]).encode(), language=language)))
    assert isinstance(made, Article)
    assert made.title == TITLE[language]


@pytest.mark.parametrize(
    "headline",
    [
        "World leaders talk business in Geneva",
        "Live: Politics after Bogota signs truce",
        "Asia news: Manila and Beijing trade barbs",
    ],
)
def test_a_headline_may_name_sections(headline):
    made = next(iter(load.read("\n\n".join([headline, *STORY["en"]]).encode(), language="en")))
    assert made.title == headline


@pytest.mark.parametrize("code", ["fr", "en"])
def test_cues_of_a_language_compile_and_no_cue_is_blank(code):
    words = compile_cues(code).words
    for field in words.__struct_fields__:
        value = getattr(words, field)
        if isinstance(value, list):
            assert value
            assert all(cue.strip() == cue and cue for cue in value)
            assert len(set(value)) == len(value), field
