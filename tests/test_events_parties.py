"""Who takes part, construction by construction: counterparts, pairs told before, delegations, lists, shared subjects."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg.pipeline import extract


def parties(language: str, text: str, kind: str) -> list[set[str]]:
    """Return the last part of the ids of those who take part in each event of a kind, in text order."""
    day = datetime(2020, 11, 21, tzinfo=UTC)
    article = prose(language, text, day)
    return [{p.actor.rpartition("/")[2] for p in c.participants} for c in extract(article).claims if c.type == kind]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Vladimir Putin phoned his Turkish counterpart Recep Tayyip Erdogan on Friday."),
        ("en", "Vladimir Putin spoke by phone with his Turkish counterpart, Recep Tayyip Erdogan, on Friday."),
        ("en", "Vladimir Putin phoned his Turkish counterpart on Friday."),
        ("fr", "Vladimir Poutine a téléphoné vendredi à son homologue turc Recep Tayyip Erdogan."),
        ("fr", "Vladimir Poutine a téléphoné vendredi à son homologue turc, Recep Tayyip Erdogan."),
        ("fr", "Vladimir Poutine a téléphoné vendredi à son homologue turc."),
    ],
)
def test_a_counterpart_of_no_office_is_a_person(language: str, text: str) -> None:
    assert parties(language, text, "call") == [{"vladimir-putin", "recep-tayyip-erdogan"}]


KIIR, KIIR_FR, BASHIR_FR = "Salva Kiir and Riek Machar", "Salva Kiir et Riek Machar", "Omar el-Béchir"
PAIRS = [
    ("en", "Serbia and Kosovo have been at odds since 2008. They resumed negotiations in Brussels on Monday."),
    ("en", "For years, Serbia and Kosovo have been at odds. They resumed negotiations in Brussels on Monday."),
    ("en", "Serbia and Kosovo have been at odds since 2008. The two resumed negotiations in Brussels on Monday."),
    ("en", "Serbia rejected the plan in May. Kosovo backed it. The two countries resumed negotiations on Monday."),
    ("fr", "La Serbie et le Kosovo s'opposent depuis 2008. Ils ont repris les négociations lundi à Bruxelles."),
    ("fr", "La Serbie et le Kosovo s'opposent depuis 2008. Les deux ont repris les négociations lundi à Bruxelles."),
    (
        "fr",
        "La Serbie a rejeté le plan en mai. Le Kosovo l'a soutenu. Les deux pays ont repris les négociations lundi.",
    ),
]


@pytest.mark.parametrize(("language", "text"), PAIRS)
def test_they_are_the_two_of_the_sentences_before(language: str, text: str) -> None:
    assert parties(language, text, "negotiation") == [{"RS", "XK"}]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kim Jong Un came at dawn. Moon Jae-in was waiting. The two men met for an hour."),
        ("en", "Kim Jong Un came at dawn. Moon Jae-in was waiting. The two met for an hour."),
        ("fr", "Kim Jong-un est venu à l'aube. Moon Jae-in l'attendait. Les deux hommes se sont rencontrés une heure."),
        ("fr", "Kim Jong-un est venu à l'aube. Moon Jae-in l'attendait. Tous deux se sont rencontrés une heure."),
    ],
)
def test_two_persons_may_be_told_of_in_two_sentences(language: str, text: str) -> None:
    assert parties(language, text, "meeting") == [{"kim-jong-un", "moon-jae-in"}]


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "Serbia blames Kosovo and Albania for the raid. They signed a treaty on Monday.", "signing"),
        ("en", "Serbia and Kosovo were quiet. The two rebels signed a treaty on Monday.", "signing"),
        ("fr", "La Serbie accuse le Kosovo et l'Albanie. Ils ont signé un traité lundi.", "signing"),
    ],
)
def test_no_pair_is_taken_up_where_others_may_be_meant(language: str, text: str, kind: str) -> None:
    assert all(not each & {"RS", "XK", "AL"} for each in parties(language, text, kind))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "An Israeli delegation led by David Barnea met Vladimir Putin in Moscow."),
        ("fr", "Une délégation israélienne conduite par David Barnea a rencontré Vladimir Poutine à Moscou."),
        ("fr", "Une délégation israélienne, dirigée par David Barnea, a rencontré Vladimir Poutine à Moscou."),
    ],
)
def test_who_leads_a_delegation_takes_part_with_it(language: str, text: str) -> None:
    assert parties(language, text, "meeting") == [{"IL", "Q106962786", "vladimir-putin"}]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Sergei Lavrov, accompanied by Sergei Shoigu, met Bashar al-Assad in Damascus."),
        ("fr", "Sergueï Lavrov, accompagné de Sergueï Choïgou, a rencontré Bachar al-Assad à Damas."),
    ],
)
def test_companions_take_part(language: str, text: str) -> None:
    assert parties(language, text, "meeting") == [{"sergey-lavrov", "sergei-shoigu", "bashar-al-assad"}]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ethiopia rejected the offer, but agreed to hold talks with Egypt in Kinshasa."),
        ("en", "Ethiopia rejected the offer but will hold talks with Egypt in Kinshasa."),
        ("fr", "L'Éthiopie a rejeté l'offre, mais a accepté de mener des négociations avec l'Égypte à Kinshasa."),
    ],
)
def test_a_verb_behind_but_has_the_subject_of_the_one_before(language: str, text: str) -> None:
    assert parties(language, text, "negotiation") == [{"ET", "EG"}]


@pytest.mark.parametrize(
    ("language", "text", "named"),
    [
        ("en", "Emmanuel Macron met Vladimir Putin, Recep Tayyip Erdogan and other leaders in Sochi.", 3),
        (
            "en",
            "Emmanuel Macron met Vladimir Putin, African Union Commission chairperson Moussa Faki and Paul Biya.",
            4,
        ),
        ("en", "Vladimir Putin, Recep Tayyip Erdogan to meet in Sochi next week", 2),
        (
            "fr",
            "Emmanuel Macron a rencontré Vladimir Poutine, Recep Tayyip Erdogan et plusieurs ministres à Sotchi.",
            3,
        ),
    ],
)
def test_all_of_a_list_take_part(language: str, text: str, named: int) -> None:
    assert [len(each) for each in parties(language, text, "meeting")] == [named]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Government forces of President Bashar al-Assad attacked Idlib on Sunday."),
        ("fr", "Les forces gouvernementales du président Bachar al-Assad ont attaqué Idleb dimanche."),
    ],
)
def test_the_forces_of_a_president_are_those_of_his_state(language: str, text: str) -> None:
    assert parties(language, text, "attack") == [{"armed-forces-of-syria"}]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "After meeting Xi Jinping in Beijing, officials flew to Moscow."),
        ("fr", "Après avoir vu Xi Jinping à Pékin, plusieurs ministres ont visité Moscou."),
    ],
)
def test_who_has_no_name_is_not_the_one_named_in_the_phrase_before(language: str, text: str) -> None:
    assert all("xi-jinping" not in each for each in parties(language, text, "visit"))


def test_those_who_fight_are_named_by_the_toll_of_the_fighting() -> None:
    text = "Fighting between the army and the Rapid Support Forces killed 50 people in Sudan."
    assert parties("en", text, "military_action") == [{"sudanese-armed-forces", "rapid-support-forces"}]
    assert not parties("en", text, "attack")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", f"{KIIR} reached a deal. The signing ceremony was attended by Omar al-Bashir and Yoweri Museveni."),
        ("fr", f"{KIIR_FR} ont conclu un accord. {BASHIR_FR} et Yoweri Museveni ont assisté à la signature."),
    ],
)
def test_who_attends_a_signing_signs_nothing_and_hides_nobody(language: str, text: str) -> None:
    assert [len(each) for each in parties(language, text, "signing")] == [4]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les sanctions imposées par les États-Unis à la Turquie ont été levées."),
        ("en", "Sanctions imposed by the United States on Turkey were lifted."),
    ],
)
def test_whom_sanctions_strike_is_their_target(language: str, text: str) -> None:
    assert parties(language, text, "sanction") == [{"US", "TR"}]


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "Emmanuel Macron met the leader of the rebel group M23, Bertrand Bisimwa.", "bertrand-bisimwa"),
        ("en", "Emmanuel Macron met the head of the Islamist party Ennahdha, Rached Ghannouchi.", "rached-ghannouchi"),
        ("fr", "Emmanuel Macron a rencontré le chef du mouvement rebelle M23, Bertrand Bisimwa.", "bertrand-bisimwa"),
        ("fr", "Emmanuel Macron a rencontré le chef du groupe armé FACT, Mahamat Mahdi Ali.", "mahamat-mahdi-ali"),
        ("fr", "Emmanuel Macron a rencontré le chef du parti Ennahdha, Rached Ghannouchi.", "rached-ghannouchi"),
    ],
)
def test_who_leads_a_movement_told_by_its_kind_and_name_takes_part(language: str, text: str, who: str) -> None:
    assert parties(language, text, "meeting") == [{"emmanuel-macron", who}]


def test_a_state_and_its_government_are_one_side_of_two() -> None:
    text = (
        "Le Pakistan a dénoncé des tirs. L'Inde et le gouvernement indien ont démenti. "
        "Les deux pays ont repris les négociations lundi."
    )
    assert {"IN", "government-of-india"} not in parties("fr", text, "negotiation")


def test_officials_of_the_two_countries_are_the_subject_behind_a_phrase_that_opens_the_sentence() -> None:
    text = (
        "L'Inde et le Pakistan ont repris langue. "
        "Réunis dimanche, les secrétaires généraux des Affaires étrangères des deux pays ont publié un communiqué."
    )
    assert parties("fr", text, "meeting") == [{"IN", "PK"}]
    assert parties("fr", text, "statement") == [{"IN", "PK"}]


def test_who_organises_a_mediation_is_its_mediator() -> None:
    text = "Joseph Kabila a accepté une médiation organisée par le président ougandais Yoweri Museveni."
    day = datetime(2020, 11, 21, tzinfo=UTC)
    article = prose("fr", text, day)
    found = [(p.actor, p.role) for c in extract(article).claims if c.type == "mediation" for p in c.participants]
    assert ("yoweri-museveni", "mediator") in [(actor.rpartition("/")[2], role) for actor, role in found]


SHARED = "La Russie a rompu ses relations avec la Géorgie et attaqué Gori."


@pytest.mark.parametrize(
    ("language", "text", "kind", "who"),
    [
        ("fr", SHARED, "attack", {"RU"}),
        (
            "fr",
            "Emmanuel Macron a reçu Vladimir Poutine et signé un accord avec la Libye.",
            "signing",
            {"emmanuel-macron", "LY"},
        ),
        ("fr", "La Turquie aurait bombardé Idleb et tué des soldats syriens.", "attack", {"TR"}),
        ("fr", "Dix diplomates russes ont été arrêtés et expulsés par la Pologne.", "sanction", {"RU", "PL"}),
        ("es", "Rusia ha roto sus relaciones con Georgia y atacado Gori.", "attack", {"RU"}),
    ],
)
def test_a_participle_behind_and_shares_auxiliary_and_subject(
    language: str, text: str, kind: str, who: set[str]
) -> None:
    assert who in parties(language, text, kind)


@pytest.mark.parametrize(
    ("text", "kind", "stranger"),
    [
        ("La France a condamné les attaques menées contre le Tchad et soutenues par la Libye.", "attack", "FR"),
        ("La France a salué un traité négocié par la Russie et signé par la Syrie.", "signing", "FR"),
        ("La France a salué les troupes envoyées au Tchad et déployées par l'Allemagne.", "deployment", "FR"),
    ],
)
def test_a_participle_that_describes_a_noun_has_its_own_doer(text: str, kind: str, stranger: str) -> None:
    assert all(stranger not in each for each in parties("fr", text, kind))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Serbia and Kosovo are neighbours. The foreign ministers of the two countries met on Monday."),
        ("en", "Serbia and Kosovo are neighbours. Officials said the parties met on Monday."),
        ("fr", "La Serbie et le Kosovo sont voisins. Les ministres des deux pays se sont rencontrés lundi."),
        ("fr", "La Serbie et le Kosovo sont voisins. Une rencontre des 2 pays a eu lieu lundi."),
    ],
)
def test_who_speaks_for_the_two_stands_for_them(language: str, text: str) -> None:
    assert {"RS", "XK"} in parties(language, text, "meeting")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A deal was reached between Vladimir Putin and Joe Biden after a meeting in Geneva."),
        ("fr", "Un accord a été conclu entre Vladimir Poutine et Joe Biden après un entretien à Genève."),
    ],
)
def test_who_makes_a_deal_after_a_meeting_met(language: str, text: str) -> None:
    assert parties(language, text, "meeting") == [{"vladimir-putin", "joe-biden"}]


def test_what_somebody_is_appointed_as_is_not_the_subject() -> None:
    text = "Moussa Faki, appointed as Chad's envoy to Libya, ahead of a summit, met Vladimir Putin in Moscow."
    assert all("TD" not in each for each in parties("en", text, "meeting"))


@pytest.mark.parametrize(
    ("language", "text", "kind", "who"),
    [
        ("en", "Russia invited the Armenian and Azerbaijani ministers to Moscow to negotiate.", "negotiation", "AM AZ"),
        ("en", "Vladimir Putin said Israel was ready to sign the accord.", "signing", "IL"),
        ("en", "Russia promised Turkey to sign the accord.", "signing", "RU"),
        ("fr", "La Russie a invité les ministres azéri et arménien à Moscou pour négocier.", "negotiation", "AM AZ"),
        ("fr", "La Russie a demandé au gouvernement syrien de cesser les hostilités.", "ceasefire", "SY"),
        ("fr", "La Russie a promis à la Turquie de signer l'accord.", "signing", "RU"),
        ("fr", "Le Kremlin a déclaré que la Turquie était résolue à signer l'accord.", "signing", "TR"),
    ],
)
def test_who_is_asked_or_told_of_does_what_an_infinitive_says(language: str, text: str, kind: str, who: str) -> None:
    assert parties(language, text, kind) == [set(who.split())]
