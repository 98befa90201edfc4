"""French clauses: pronouns, pairs, quotation marks around a noun, hosts of talks, relative clauses; and what they must not be taken for."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg import pipeline

Told = tuple[str, str, frozenset[str]]


def told(text: str) -> list[Told]:
    """Return type, status and participants of each claim that the pipeline reads from a French text of 5 May 2023."""
    published = datetime(2023, 5, 5, tzinfo=UTC)
    found = pipeline.extract(prose("fr", text, published))
    names = {actor.id: actor.name for actor in found.reading.actors}
    return [(c.type, c.status, frozenset(names.get(p.actor, p.actor) for p in c.participants)) for c in found.claims]


def check(text: str, kind: str, status: str, people: str) -> None:
    """Assert that a text tells an event: its participants are written with commas between."""
    assert (kind, status, frozenset(people.split(", "))) in told(text)


@pytest.mark.parametrize(
    ("text", "kind", "status", "people"),
    [
        ("Emmanuel Macron est arrivé jeudi à Kigali, où il doit s'entretenir avec Paul Kagame.", "meeting", "planned", "Emmanuel Macron, Paul Kagame"),
        ("Antony Blinken est en visite au Caire, où il a rencontré Abdel Fattah al-Sissi.", "meeting", "occurred", "Antony Blinken, Abdel Fattah el-Sisi"),
        ("Le Hamas a envoyé une délégation au Caire, où il a signé un accord avec Israël.", "signing", "occurred", "Hamas, Israel"),
        ("Emmanuel Macron a pris la parole. En fin de journée, il a reçu Olaf Scholz.", "meeting", "occurred", "Emmanuel Macron, Olaf Scholz"),
        ("Emmanuel Macron est parti mardi. Pour cela, il est attendu à Kigali mercredi prochain.", "visit", "planned", "Emmanuel Macron"),
    ],
)  # fmt: skip
def test_a_pronoun_behind_a_phrase_or_a_place_takes_up_the_subject(
    text: str, kind: str, status: str, people: str
) -> None:
    check(text, kind, status, people)


@pytest.mark.parametrize(
    "text",
    [
        "Emmanuel Macron a rencontré Joe Biden à Kigali, où il doit s'entretenir avec Paul Kagame.",
        "Joe Biden a été reçu par Emmanuel Macron. En mai, il avait rencontré Paul Kagame.",
        "Un ministre a été reçu par Emmanuel Macron. En mai, il avait rencontré Paul Kagame.",
        "Emmanuel Macron est arrivé mardi. Il est prévu que le ministre rencontre Paul Kagame.",
        "Emmanuel Macron est arrivé mardi. Avec Joe Biden, il y aura un entretien.",
    ],
)
def test_a_pronoun_that_may_be_another_or_nobody_is_left(text: str) -> None:
    lone = frozenset({"Emmanuel Macron", "Paul Kagame"})
    assert not [people for kind, _, people in told(text) if kind == "meeting" and lone <= people]


def test_who_receives_the_two_is_neither_of_them() -> None:
    text = "Joe Biden et Xi Jinping se sont parlé. Emmanuel Macron a reçu mardi à Paris les deux hommes."
    check(text, "meeting", "occurred", "Emmanuel Macron, Joe Biden, Xi Jinping")


def test_who_speaks_of_the_two_may_be_one_of_them() -> None:
    text = "Joe Biden a rencontré Xi Jinping. Xi Jinping a déclaré que les deux hommes s'étaient réconciliés."
    check(text, "normalization", "occurred", "Joe Biden, Xi Jinping")


def test_a_country_that_says_where_is_no_party_beside_a_movement() -> None:
    text = "Bogota négocie avec l'ELN à Quito, en Equateur. Les deux parties ont signé un accord."
    assert not [people for kind, _, people in told(text) if kind == "signing" and "Ecuador" in people]


def test_a_country_where_somebody_goes_is_one_of_the_two_countries() -> None:
    text = "Une délégation saoudienne est arrivée en Iran. Une rencontre entre les deux pays s'est tenue à Pékin."
    check(text, "meeting", "occurred", "Saudi Arabia, Iran")


@pytest.mark.parametrize(
    ("text", "kind", "status", "people"),
    [
        ("Les Houthis ont lancé une « offensive » contre l'Arabie saoudite.", "military_action", "occurred", "Houthis, Saudi Arabia"),
        ("L'ELN a décrété un \"cessez-le-feu\" unilatéral.", "ceasefire", "occurred", "National Liberation Army"),
        ("Israël et le Hamas ont signé un « accord » de paix.", "signing", "occurred", "Israel, Hamas"),
    ],
)  # fmt: skip
def test_marks_around_a_noun_within_a_sentence_are_no_quotation(text: str, kind: str, status: str, people: str) -> None:
    check(text, kind, status, people)


@pytest.mark.parametrize(
    "text",
    [
        "Vladimir Poutine a déclaré: « l'offensive de la Chine continue ».",
        "« L'offensive de la Chine continue », a déclaré Vladimir Poutine.",
        "Vladimir Poutine a déclaré que « la Chine a lancé une offensive ».",
    ],
)
def test_a_quotation_stays_one(text: str) -> None:
    published = datetime(2023, 5, 5, tzinfo=UTC)
    found = pipeline.extract(prose("fr", text, published))
    assert {c.attributed_to for c in found.claims if c.type == "military_action"} <= {"person/vladimir-putin"}
    assert ("statement", "occurred", frozenset({"Vladimir Putin"})) in told(text)


@pytest.mark.parametrize(
    ("text", "kind", "status", "people"),
    [
        ("Le Qatar accueillera de nouvelles négociations entre Israël et le Hamas.", "negotiation", "planned", "Qatar, Israel, Hamas"),
        ("Emmanuel Macron a réuni mardi à Paris un sommet avec Olaf Scholz et Joe Biden.", "meeting", "occurred", "Emmanuel Macron, Olaf Scholz, Joe Biden"),
        ("Les pourparlers, qui se sont ouverts lundi à Genève, réunissent le Maroc et l'Algérie.", "negotiation", "occurred", "Morocco, Algeria"),
        ("Les pourparlers entre Israël et le Hamas, qui avaient été suspendus en mars, reprendront lundi au Caire.", "negotiation", "planned", "Israel, Hamas"),
        ("Une délégation du Hamas est arrivée au Caire pour des négociations avec Israël.", "negotiation", "ongoing", "Hamas, Israel"),
        ("Le gouvernement colombien va négocier un nouvel accord avec l'ELN.", "negotiation", "planned", "Government of Colombia, National Liberation Army"),
        ("A l'issue d'un entretien avec Sergueï Lavrov, Antony Blinken a déclaré que tout allait bien.", "meeting", "occurred", "Sergey Lavrov, Antony Blinken"),
    ],
)  # fmt: skip
def test_talks_have_the_subjects_and_hosts_of_their_verbs(text: str, kind: str, status: str, people: str) -> None:
    check(text, kind, status, people)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Le Qatar accueillera de nouvelles négociations entre Israël et le Hamas.", "meeting"),
        ("Les pourparlers, qui se sont ouverts lundi à Genève, réunissent le Maroc et l'Algérie.", "meeting"),
        ("Les pourparlers entre Israël et le Hamas, qui avaient été suspendus en mars, reprendront lundi.", "sanction"),
        ("Le gouvernement colombien va négocier un nouvel accord avec l'ELN.", "agreement"),
        ("A été élu président Joe Biden, après un accord avec le Hamas.", "meeting"),
    ],
)
def test_one_event_is_not_told_as_two(text: str, kind: str) -> None:
    assert kind not in {one for one, _, _ in told(text)}


def test_what_is_agreed_is_an_agreement() -> None:
    check("La France et l'Italie ont négocié un accord.", "agreement", "occurred", "France, Italy")


@pytest.mark.parametrize(
    ("text", "kind", "status", "people"),
    [
        ("Une série d'attaques attribuées à l'ELN a fait trois morts.", "attack", "occurred", "National Liberation Army"),
        ("Des combats contre le M23 ont éclaté à Goma.", "military_action", "occurred", "M23"),
        ("Goma est tombée aux mains du M23.", "military_action", "occurred", "M23"),
        ("Israël mène une guerre contre le Hamas.", "war", "ongoing", "Hamas, Israel"),
        ("Le M23 s'est engagé à déposer les armes.", "disarmament", "planned", "M23"),
        ("Un cessez-le-feu a été négocié le 28 avril par l'Egypte entre Israël et le Hamas.", "ceasefire", "occurred", "Israel, Hamas"),
        ("Josep Borrell a rencontré mardi les différentes parties.", "meeting", "occurred", "Josep Borrell"),
        ("Le Maroc a posé des principes pour la normalisation des relations entre l'Arménie et la Turquie.", "normalization", "planned", "Armenia, Türkiye"),
        ("Après deux jours de pourparlers à Genève, le Maroc et l'Algérie ont publié un communiqué.", "negotiation", "occurred", "Morocco, Algeria"),
        ("Le MFDC a signé un accord. Les rebelles ont tué quatre soldats.", "attack", "occurred", "Movement of Democratic Forces of Casamance"),
        ("Le MFDC a signé un accord. Le mouvement a libéré sept otages.", "prisoner_release", "occurred", "Movement of Democratic Forces of Casamance"),
    ],
)  # fmt: skip
def test_who_acts_is_read_from_the_words_around(text: str, kind: str, status: str, people: str) -> None:
    check(text, kind, status, people.replace("Türkiye", "Turkey"))


@pytest.mark.parametrize(
    ("text", "kind", "people"),
    [
        ("Josep Borrell a rencontré mardi des difficultés.", "meeting", "Josep Borrell"),
        ("Après l'échec des pourparlers, Israël et l'Egypte ont fermé un point de passage.", "negotiation", "Israel, Egypt"),
        ("Emmanuel Macron a rencontré Joe Biden pour préparer le sommet entre la Chine et l'Inde.", "meeting", "Emmanuel Macron, Joe Biden, China, India"),
        ("Treize soldats sud-africains ont été tués dans des combats contre le M23.", "attack", "M23"),
        ("Emmanuel Macron a dénoncé la guerre.", "war", "Emmanuel Macron"),
        ("Le médiateur dans le conflit burundais et ancien président tanzanien, Benjamin Mkapa, est arrivé.", "war", "Burundi, Benjamin Mkapa"),
        ("Un cessez-le-feu a été négocié le 28 avril entre Israël et le Hamas.", "negotiation", "Israel, Hamas"),
    ],
)  # fmt: skip
def test_who_stands_near_does_not_act(text: str, kind: str, people: str) -> None:
    assert frozenset(people.split(", ")) not in {who for one, _, who in told(text) if one == kind}


def test_a_release_that_somebody_is_thanked_for_has_taken_place() -> None:
    text = "Joe Biden a remercié l'Egypte pour la libération des otages par le Hamas."
    check(text, "prisoner_release", "occurred", "Hamas")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Le sommet entre Joe Biden et Xi Jinping se tiendra mercredi et jeudi à Lima.", "2023-05-10/2023-05-11"),
        ("Une réunion entre le Maroc et l'Algérie se tiendra les 15 et 16 juin à Genève.", "2023-06-15/2023-06-16"),
        ("Le déplacement d'Emmanuel Macron à Kigali est prévu jeudi.", "2023-05-11"),
        ("Le M23 s'est emparé de Goma en janvier.", "2023-01"),
        ("Les dernières négociations entre le Maroc et le Front Polisario remontent à 2012.", "2012"),
        ("Joe Biden rencontrera Xi Jinping le 15 et Narendra Modi le 20 juin.", None),
    ],
)
def test_days_of_events(text: str, day: str | None) -> None:
    published = datetime(2023, 5, 5, tzinfo=UTC)
    found = pipeline.extract(prose("fr", text, published))
    days = {c.when.edtf for c in found.claims if c.when is not None}
    assert day in days if day is not None else not any("/" in one for one in days)


@pytest.mark.parametrize(
    ("text", "kind", "status", "people"),
    [
        ("Sous la médiation de la Russie, l'Arménie et l'Azerbaïdjan ont conclu un cessez-le-feu.", "ceasefire", "occurred", "Armenia, Azerbaijan, Russia"),
        ("Israël et le Liban ont signé un accord sous l'égide de Washington.", "signing", "occurred", "Israel, Lebanon, United States"),
        ("Lors d'un appel avec Ilham Aliev, Antony Blinken a exprimé son inquiétude.", "call", "occurred", "Ilham Aliyev, Antony Blinken"),
        ("De passage à Nicosie, Antony Blinken s'est dit optimiste.", "visit", "occurred", "Antony Blinken"),
        ("Selon l'ONU, des soldats rwandais combattent aux côtés du M23.", "military_action", "occurred", "Rwanda Defence Force, M23"),
        ("L'Iran a lancé 300 drones et missiles contre Israël.", "attack", "occurred", "Iran, Israel"),
        ("Les Etats-Unis ont imposé des sanctions à l'Iran.", "sanction", "occurred", "United States, Iran"),
    ],
)  # fmt: skip
def test_prepositions_of_news_give_their_roles(text: str, kind: str, status: str, people: str) -> None:
    check(text, kind, status, people)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Lors d'un appel à la retenue, Antony Blinken a exprimé son inquiétude.", "call"),
        ("Dans un entretien avec Le Figaro, Emmanuel Macron a salué la paix.", "meeting"),
        ("L'Egypte a rouvert le point de passage de Rafah.", "visit"),
        ("L'Iran a lancé un appel au calme à Israël.", "attack"),
        ("L'Iran a lancé une campagne contre la pauvreté.", "attack"),
        ("Le M23 s'est retiré des pourparlers.", "withdrawal"),
    ],
)
def test_words_of_news_that_mean_something_else(text: str, kind: str) -> None:
    assert kind not in {one for one, _, _ in told(text)}


@pytest.mark.parametrize(
    ("text", "kind", "status", "people"),
    [
        ("Joe Biden a rencontré Xi Jinping. Les deux dirigeants chinois et américain ont dîné.", "meeting", "occurred", "Joe Biden, Xi Jinping"),
        ("Kim Jong-un a reçu Moon Jae-in. Les deux dirigeants coréens ont signé un accord.", "signing", "occurred", "Kim Jong-un, Moon Jae-in"),
        ("La Suisse a agi comme médiateur dans le processus visant à normaliser les relations entre l'Arménie et l'Iran.", "normalization", "proposed", "Armenia, Iran"),
        ("La Suisse a agi comme médiateur dans le processus visant à normaliser les relations entre l'Arménie et l'Iran.", "mediation", "occurred", "Switzerland"),
        ("Joe Biden, qui effectue mardi au nom de l'Union européenne une médiation entre l'Arménie et l'Iran, est arrivé.", "mediation", "ongoing", "Joe Biden, Armenia, Iran"),
        ("Sous la médiation de la Suisse, l'Iran et l'Arménie ont annoncé qu'ils avaient trouvé un accord.", "agreement", "occurred", "Iran, Armenia, Switzerland"),
    ],
)  # fmt: skip
def test_pairs_and_mediators_of_news(text: str, kind: str, status: str, people: str) -> None:
    check(text, kind, status, people)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("L'Arménie et l'Azerbaïdjan ont eu jeudi en Moldavie des discussions sur le Haut-Karabakh.", "Moldova"),
        ("L'Arménie et l'Azerbaïdjan ont négocié jeudi un accord sur le Haut-Karabakh.", None),
        ("L'armée israélienne a mené jeudi une offensive sur la bande de Gaza.", "Gaza Strip"),
    ],
)
def test_what_talks_are_about_is_not_where_they_are(text: str, place: str | None) -> None:
    published = datetime(2023, 5, 5, tzinfo=UTC)
    found = pipeline.extract(prose("fr", text, published))
    names = {one.id: one.name for one in (*found.reading.places, *found.reading.actors)}
    assert {names[c.place] if c.place else None for c in found.claims if c.type != "statement"} == {place}


@pytest.mark.parametrize(
    ("text", "kind", "status", "people"),
    [
        ("Les deux Corées ont signé une déclaration commune.", "signing", "occurred", "North Korea, South Korea"),
        ("Les deux Soudans ont repris leurs pourparlers.", "negotiation", "occurred", "Sudan, South Sudan"),
        ("Les présidents russe Vladimir Poutine, français Emmanuel Macron et turc Recep Tayyip Erdogan se sont réunis à Sotchi.", "meeting", "occurred", "Vladimir Putin, Emmanuel Macron, Recep Tayyip Erdoğan"),
        ("Le gouvernement colombien a annoncé des négociations avec l'ELN.", "negotiation", "planned", "Government of Colombia, National Liberation Army"),
        ("Le plan américain, rejeté par le Hamas, prévoyait une trêve.", "refusal", "occurred", "Hamas"),
        ("Aux termes de l'accord, le Hamas libérera 33 otages.", "prisoner_release", "planned", "Hamas"),
        ("Le M23 dépose les armes, Kinshasa salue un geste.", "statement", "occurred", "Democratic Republic of the Congo"),
        ("Selon le gouvernement colombien, l'ELN a attaqué Bogota.", "statement", "occurred", "Government of Colombia"),
        ("Emmanuel Macron se rend mardi à Berlin.", "visit", "planned", "Emmanuel Macron"),
    ],
)  # fmt: skip
def test_names_that_stand_for_several_and_for_others(text: str, kind: str, status: str, people: str) -> None:
    check(text, kind, status, people)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Selon l'accord, Israël devra se retirer de Gaza.", "statement"),
        ("Selon le texte de l'accord, le Hamas libérera 33 otages.", "statement"),
        ("Chaque été, Emmanuel Macron se rend au fort de Brégançon.", "visit"),
        ("Emmanuel Macron rencontre régulièrement Olaf Scholz.", "meeting"),
        ("Le Qatar a annoncé des négociations entre Israël et le Hamas.", "refusal"),
    ],
)
def test_a_text_says_nothing_and_a_habit_is_no_event(text: str, kind: str) -> None:
    assert kind not in {one for one, _, who in told(text) if "Qatar" not in who}


def test_who_announces_talks_of_two_others_is_no_party() -> None:
    check("Le Qatar a annoncé des négociations entre Israël et le Hamas.", "negotiation", "planned", "Israel, Hamas")


@pytest.mark.parametrize(
    ("text", "kind", "status", "people"),
    [
        ("Le gouvernement vénézuélien et l'opposition ont signé un accord à Mexico.", "signing", "occurred", "Venezuela, Opposition of Venezuela"),
        ("L'armée israélienne et le Hezbollah se sont affrontés. Les deux parties ont accepté une trêve.", "ceasefire", "planned", "Hezbollah, Israel Defense Forces"),
        ("Le régime syrien et les rebelles ont négocié. Les deux camps ont signé un accord.", "signing", "occurred", "Government of Syria, Armed groups of Syria"),
        ("Le Hamas et le Fatah se sont réconciliés. Les deux mouvements ont signé un accord au Caire.", "signing", "occurred", "Hamas, Fatah"),
        ("Israël et le Hamas négocient depuis mars. Dimanche, l'armée israélienne et la police ont fait dix blessés. Les deux parties ont signé un accord.", "signing", "occurred", "Israel, Hamas"),
    ],
)  # fmt: skip
def test_two_sides_are_those_that_the_text_joins(text: str, kind: str, status: str, people: str) -> None:
    check(text, kind, status, people)


@pytest.mark.parametrize(
    "text",
    [
        "Le gouvernement vénézuélien est réuni. L'opposition a signé un accord avec le Brésil et le Chili.",
        "Le gouvernement vénézuélien, dit l'opposition, a signé un accord avec le Chili.",
    ],
)
def test_a_body_without_a_state_beside_it_has_none(text: str) -> None:
    assert not [
        who
        for kind, _, who in told(text)
        if kind == "signing" and who & {"Opposition of Venezuela", "Opposition of France"}
    ]


@pytest.mark.parametrize(
    ("text", "kind", "status", "people"),
    [
        ("Joe Biden retrouvera mercredi à Genève Vladimir Poutine.", "meeting", "planned", "Joe Biden, Vladimir Putin"),
        ("La Colombie a rouvert sa frontière avec le Venezuela.", "normalization", "occurred", "Colombia, Venezuela"),
        ("La Russie a expulsé dix diplomates américains. Moscou a rappelé son ambassadeur.", "sanction", "occurred", "Russia"),
    ],
)  # fmt: skip
def test_verbs_of_news(text: str, kind: str, status: str, people: str) -> None:
    check(text, kind, status, people)


@pytest.mark.parametrize(
    ("text", "kind", "people"),
    [
        (
            "La Russie a expulsé dix diplomates en riposte à des sanctions imposées par Washington.",
            "military_action",
            "United States",
        ),
        ("Joe Biden a retrouvé le sommeil.", "meeting", "Joe Biden"),
        ("La Suède a retrouvé la paix.", "meeting", "Sweden"),
    ],
)
def test_words_of_news_that_tell_nothing(text: str, kind: str, people: str) -> None:
    assert frozenset(people.split(", ")) not in {who for one, _, who in told(text) if one == kind}


def test_since_names_the_last_such_event_and_not_the_first() -> None:
    text = "Joe Biden a rencontré Xi Jinping. C'est la première rencontre entre Joe Biden et Xi Jinping depuis 2016."
    published = datetime(2023, 5, 5, tzinfo=UTC)
    found = pipeline.extract(prose("fr", text, published))
    assert not [c for c in found.claims if c.when is not None and "2016" in c.when.edtf]


def test_a_summit_that_lies_ahead_is_the_one_that_is_planned() -> None:
    text = (
        "Joe Biden retrouvera mercredi à Genève Vladimir Poutine. Joe Biden a rencontré lundi Emmanuel Macron. "
        "Le sommet, qui se tiendra dans une villa, doit durer quatre heures."
    )
    last = max(text.rfind("Le sommet"), 0)
    published = datetime(2023, 5, 5, tzinfo=UTC)
    found = pipeline.extract(prose("fr", text, published))
    people = {p.actor for c in found.claims if c.start >= last for p in c.participants}
    assert people == {"person/joe-biden", "person/vladimir-putin"}


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("La France a déclaré que l'Inde et la Chine semblaient avoir signé un accord.", "signing", {"India", "China"}),
        ("La France a déclaré que l'Inde paraît avoir attaqué la Chine.", "attack", {"India", "China"}),
        ("Selon Paris, l'Inde et la Chine semblent avoir réglé leurs différends.", "agreement", {"India", "China"}),
        ("L'Inde semble négocier avec la Chine.", "negotiation", {"India", "China"}),
    ],
)
def test_who_seems_to_do_something_does_it_and_not_who_says_so(text: str, kind: str, who: set[str]) -> None:
    assert [(status, names) for type_, status, names in told(text) if type_ == kind] == [("occurred", who)]
    published = datetime(2023, 5, 5, tzinfo=UTC)
    found = pipeline.extract(prose("fr", text, published))
    assert [c.factuality for c in found.claims if c.type == kind] == ["PRplus"]


@pytest.mark.parametrize(
    "text",
    ["Le Rwanda a résolu un point de droit.", "Pour régler un point de procédure, la Norvège a demandé une pause."],
)
def test_a_point_that_one_settles_alone_is_no_agreement(text: str) -> None:
    assert not [type_ for type_, *_ in told(text) if type_ == "agreement"]


@pytest.mark.parametrize("how", ["en tête-à-tête", "à huis clos", "en privé", "brièvement", "longuement"])
def test_who_is_met_may_stand_behind_the_manner_of_it(how: str) -> None:
    text = f"Antonio Guterres a rencontré {how} le président chypriote Nicos Anastasiades."
    check(text, "meeting", "occurred", "António Guterres, Nikos Anastasiades")


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre a rejeté lors d'une réunion le projet Wagner.",
        "Emmanuel Macron a évoqué lors d'un entretien Donald Trump.",
    ],
)
def test_who_stands_behind_a_noun_is_not_met_at_it(text: str) -> None:
    assert not [kind for kind, *_ in told(text) if kind == "meeting"]


@pytest.mark.parametrize(
    "text",
    [
        "Emmanuel Macron, en visite à Pékin, et Xi Jinping ont signé un accord.",
        "Emmanuel Macron, arrivé mardi, accueilli par des enfants, et Xi Jinping ont signé un accord.",
    ],
)
def test_two_subjects_may_have_an_aside_between_them(text: str) -> None:
    check(text, "signing", "occurred", "Emmanuel Macron, Xi Jinping")
    assert ("visit", "occurred", frozenset({"Emmanuel Macron", "Xi Jinping"})) not in told(text)


def test_who_does_something_else_is_no_second_subject() -> None:
    text = "Emmanuel Macron est arrivé à Pékin, et Xi Jinping a rencontré Joe Biden."
    check(text, "meeting", "occurred", "Joe Biden, Xi Jinping")
