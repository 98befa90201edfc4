"""Laws of offices: who is said to hold what, for which state, still or no more."""

import pytest

from tests.naming import actors, denoted, read, roles

US, RU, QA = "United States", "Russia", "Qatar"


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Le secrétaire d'État américain Mike Pompeo est arrivé lundi.", "fr", ("Mike Pompeo", "secrétaire d'État", US, "held")),
        ("Le président français Emmanuel Macron a parlé.", "fr", ("Emmanuel Macron", "président", "France", "held")),
        ("Le chef de la diplomatie russe, Sergueï Lavrov, a démenti.", "fr", ("Sergey Lavrov", "chef de la diplomatie", RU, "held")),
        ("Jean-Yves Le Drian, le ministre français des Affaires étrangères, était là.", "fr",
         ("Jean-Yves Le Drian", "ministre des Affaires étrangères", "France", "held")),
        ("Le ministre Mevlut Cavusoglu des Affaires étrangères de Turquie a signé.", "fr",
         ("Mevlüt Çavuşoğlu", "ministre des Affaires étrangères", "Turkey", "held")),
        ("L'ancien président afghan Hamid Karzai a voté.", "fr", ("Hamid Karzai", "président", "Afghanistan", "former")),
        ("L'ex-Premier ministre libanais Saad Hariri a réagi.", "fr", ("Saad Hariri", "Premier ministre", "Lebanon", "former")),
        ("Le président élu Joe Biden attendra.", "fr", ("Joe Biden", "président", US, "designate")),
        ("Le porte-parole du ministère iranien des Affaires étrangères, Saeed Khatibzadeh, a réagi.", "fr",
         ("Saeed Khatibzadeh", "porte-parole du ministère iranien des Affaires étrangères", "Iran", "held")),
        ("Le secrétaire général de l'ONU, Antonio Guterres, a salué l'accord.", "fr",
         ("António Guterres", "secrétaire général de l'ONU", "United Nations", "held")),
        ("US Secretary of State Antony Blinken met reporters.", "en", ("Antony Blinken", "Secretary of State", US, "held")),
        ("Russia's foreign minister, Sergei Lavrov, said no.", "en", ("Sergey Lavrov", "foreign minister", RU, "held")),
        ("Foreign Minister Shah Mahmood Qureshi of Pakistan will attend.", "en",
         ("Shah Mahmood Qureshi", "Foreign Minister", "Pakistan", "held")),
        ("Former Afghan President Hamid Karzai voted.", "en", ("Hamid Karzai", "President", "Afghanistan", "former")),
        ("President-elect Joe Biden waited.", "en", ("Joe Biden", "President", US, "designate")),
        ("Deputy Russian Foreign Minister Sergei Ryabkov said so.", "en",
         ("Sergei Ryabkov", "Deputy Foreign Minister", RU, "held")),
        ("Le vice-ministre russe des Affaires étrangères Sergueï Riabkov l'a dit.", "fr",
         ("Sergueï Riabkov", "vice-ministre des Affaires étrangères", RU, "held")),
        ("Secretary of State Mike Pompeo and his successor, Antony Blinken, spoke.", "en",
         ("Antony Blinken", "Secretary of State", US, "successor")),
        ("Le secrétaire d'État américain Mike Pompeo et son successeur, Antony Blinken, ont parlé.", "fr",
         ("Antony Blinken", "secrétaire d'État", US, "successor")),
        ("US President Donald Trump met his predecessor, Barack Obama.", "en", ("Barack Obama", "President", US, "former")),
        ("Former acting Afghan President Ashraf Ghani spoke.", "en", ("Ashraf Ghani", "President", "Afghanistan", "former")),
        ("Outgoing US President Donald Trump spoke.", "en", ("Donald Trump", "President", US, "held")),
        ("Le président américain sortant, Donald Trump, a parlé.", "fr", ("Donald Trump", "président", US, "held")),
        ("Le ministre afghan des Affaires étrangères par intérim, Haneef Atmar, a parlé.", "fr",
         ("Mohammad Hanif Atmar", "ministre des Affaires étrangères", "Afghanistan", "acting")),
        ("El expresidente Barack Obama viajó a Cuba.", "es", ("Barack Obama", "expresidente", US, "former")),
        ("Altkanzler Gerhard Schröder sprach in Berlin.", "de", ("Gerhard Schröder", "Altkanzler", "Germany", "former")),
        ("La presidenta interina de Bolivia, Jeanine Áñez, habló.", "es",
         ("Jeanine Áñez", "presidenta", "Bolivia", "acting")),
        ("Kremlin spokesman Dmitry Peskov declined to comment.", "en", ("Dmitry Peskov", "Kremlin spokesman", "Russia", "held")),
        ("Emmanuel Macron, the French president, spoke first.", "en", ("Emmanuel Macron", "president", "France", "held")),
        ("Taliban spokesman Zabihullah Mujahid denied it.", "en", ("Zabihullah Mujahid", "Taliban spokesman", "Taliban", "held")),
        ("Acting Defense Secretary Christopher Miller of the United States signed.", "en",
         ("Christopher C. Miller", "Defense Secretary", US, "acting")),
        ("Azerbaijani Foreign Minister Jeyhun Bayramov arrived.", "en", ("Jeyhun Bayramov", "Foreign Minister", "Azerbaijan", "held")),
        ("UN special envoy for Yemen Martin Griffiths briefed the council.", "en",
         ("Martin Griffiths", "UN special envoy for Yemen", "United Nations", "held")),
    ],
)  # fmt: skip
def test_a_title_beside_a_name_is_a_role(text: str, language: str, wanted: tuple[str, str, str, str]) -> None:
    assert wanted in roles(read(text, language))


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Le secrétaire général de la LPRD, Saleh Kebzabo, a parlé.", "fr",
         ("Saleh Kebzabo", "secrétaire général de la LPRD", None, "held")),
        ("Saleh Kebzabo, the general secretary of the LPRD, attended.", "en",
         ("Saleh Kebzabo", "general secretary of the LPRD", None, "held")),
        ("Saleh Kebzabo, a senior government advisor at the Peace Center, said so.", "en",
         ("Saleh Kebzabo", "senior government advisor", None, "held")),
        ("KNU Deputy Commander-in-Chief Gen. Baw Kyaw Heh attended.", "en",
         ("Baw Kyaw Heh", "KNU Deputy Commander-in-Chief", "Karen National Union", "held")),
        ("French armed forces minister Florence Parly left.", "en",
         ("Florence Parly", "armed forces minister", "France", "held")),
        ("Hamas political bureau chief Ismail Haniyeh met him.", "en",
         ("Ismail Haniyeh", "Hamas political bureau chief", "Hamas", "held")),
        ("Patrick Cammaert, chef des observateurs de l'ONU au Yémen, est arrivé.", "fr",
         ("Patrick Cammaert", "chef des observateurs de l'ONU au Yémen", "United Nations", "held")),
    ],
)  # fmt: skip
def test_an_office_may_belong_to_a_body_or_to_a_part_of_one_known_or_not(
    text: str, language: str, wanted: tuple[str, str, str | None, str]
) -> None:
    assert roles(read(text, language)) == {wanted}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le président de la LPRD a parlé d'Emmanuel Macron et de la France.", "fr"),
        ("Selon Saleh Kebzabo, la présidente de l'association a refusé, hier, de signer.", "fr"),
        ("The head of UN observers in Yemen left.", "en"),
    ],
)
def test_an_office_of_a_body_is_nobody_elses(text: str, language: str) -> None:
    reading = read(text, language)
    assert not roles(reading)
    assert not {mention.text for mention in reading.mentions if mention.form == "office" and mention.type == "person"}


@pytest.mark.parametrize(
    ("text", "language", "acts", "state"),
    [
        ("A Fatah official met Hamas leaders in Cairo.", "en", "Fatah", "Palestine"),
        ("Un responsable du Likoud a rencontré un ministre jordanien.", "fr", "Likud", "Israel"),
        ("Gazprom chief Alexei Miller said so.", "en", "Gazprom", "Russia"),
    ],
)
def test_who_speaks_for_a_party_or_a_company_does_not_act_for_the_state(
    text: str, language: str, acts: str, state: str
) -> None:
    found = actors(read(text, language))
    assert acts in found
    assert state not in found


@pytest.mark.parametrize(
    ("text", "language", "person", "offices"),
    [
        ("Le vice-Premier ministre et ministre des Affaires étrangères qatari, Mohammed bin Abdulrahman al-Thani, attend.",
         "fr", "Mohammed bin Abdulrahman bin Jassim Al Thani",
         {("vice-Premier ministre", QA), ("ministre des Affaires étrangères", QA)}),
        ("Chinese State Councilor and Foreign Minister Wang Yi spoke.", "en", "Wang Yi",
         {("State Councilor", "China"), ("Foreign Minister", "China")}),
    ],
)  # fmt: skip
def test_offices_named_in_one_breath_have_one_holder_and_state(
    text: str, language: str, person: str, offices: set[tuple[str, str]]
) -> None:
    assert {(office, state) for who, office, state, _ in roles(read(text, language)) if who == person} == offices


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Les présidents rwandais Paul Kagame et angolais João Lourenço ont dîné.", "fr",
         {("Paul Kagame", "président", "Rwanda"), ("João Lourenço", "président", "Angola")}),
        ("Presidents Vladimir Putin of Russia and Recep Tayyip Erdogan spoke by phone.", "en",
         {("Vladimir Putin", "president", RU)}),
    ],
)  # fmt: skip
def test_an_office_in_the_plural_is_held_by_each(text: str, language: str, wanted: set[tuple[str, str, str]]) -> None:
    found = {(who, office.lower(), state) for who, office, state, _ in roles(read(text, language))}
    assert wanted <= found


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le président a rencontré Emmanuel Macron à Paris.", "fr"),
        ("Emmanuel Macron a reçu le ministre. Mike Pompeo est parti.", "fr"),
        ("The minister met Mike Pompeo in Doha.", "en"),
        ("Ministers met. Mike Pompeo left.", "en"),
    ],
)
def test_a_person_elsewhere_in_the_sentence_holds_no_office(text: str, language: str) -> None:
    assert roles(read(text, language)) == set()


@pytest.mark.parametrize(
    ("text", "language", "phrase", "person"),
    [
        (
            "Le chef de la diplomatie américaine est en tournée.",
            "fr",
            "chef de la diplomatie américaine",
            "Mike Pompeo",
        ),
        ("Le président russe a parlé.", "fr", "président russe", "Vladimir Putin"),
        ("The French president will travel.", "en", "French president", "Emmanuel Macron"),
        ("The Pakistani foreign minister agreed.", "en", "Pakistani foreign minister", "Shah Mahmood Qureshi"),
        ("L'émir du Qatar recevra la délégation.", "fr", "émir du Qatar", "Tamim bin Hamad Al Thani"),
    ],
)
def test_a_description_leads_to_the_holder_of_the_day(text: str, language: str, phrase: str, person: str) -> None:
    assert denoted(read(text, language), phrase) == {person}


@pytest.mark.parametrize(
    ("published", "person"), [("2014-05-01", "François Hollande"), ("2020-05-01", "Emmanuel Macron")]
)
def test_the_holder_depends_on_the_day(published: str, person: str) -> None:
    assert denoted(read("Le président français a parlé.", "fr", published), "président français") == {person}


def test_a_description_without_a_day_names_nobody_but_the_state() -> None:
    assert denoted(read("Le président français a parlé.", "fr", ""), "président français") == {"France"}
    assert "Emmanuel Macron" not in actors(read("Le président français a parlé.", "fr", ""))


@pytest.mark.parametrize(
    ("text", "language", "phrase", "wanted"),
    [
        ("A French minister threatened to leave.", "en", "French minister", {"France"}),
        ("A senior Turkish diplomat met the rebels.", "en", "senior Turkish diplomat", {"Turkey"}),
        ("A NATO official declined to comment.", "en", "NATO official", {"NATO"}),
        ("Palestinian leaders said no.", "en", "Palestinian leaders", {"Palestinian Authority"}),
        ("Un responsable américain a confirmé.", "fr", "responsable américain", {US}),
        ("Un haut diplomate turc a rencontré les rebelles.", "fr", "haut diplomate turc", {"Turkey"}),
        ("The Russian opposition leader was freed.", "en", "Russian opposition leader", set()),
        ("A former US official agreed.", "en", "former US official", set()),
        ("A Turkish historian wrote the book.", "en", "Turkish historian", set()),
        ("Le conseiller de Donald Trump est parti.", "fr", "conseiller de Donald Trump", set()),
        ("Un chercheur américain a publié une étude.", "fr", "chercheur américain", set()),
    ],
)
def test_who_holds_an_office_without_a_name_is_the_state(
    text: str, language: str, phrase: str, wanted: set[str]
) -> None:
    assert denoted(read(text, language), phrase) == wanted


def test_a_person_unknown_belongs_to_the_state_of_the_office() -> None:
    found = read("Nigerian President Olusegun Obasanjo arrived.", "en")
    assert [a.country for a in found.actors if a.name == "Olusegun Obasanjo"] == ["NG"]


@pytest.mark.parametrize(
    ("text", "language"),
    [("L'ancien président français a parlé.", "fr"), ("The next French president will decide.", "en")],
)
def test_a_former_or_future_holder_is_not_the_one_of_the_day(text: str, language: str) -> None:
    assert "Emmanuel Macron" not in actors(read(text, language))


def test_one_person_and_kind_of_office_is_one_role() -> None:
    text = "Le président français Emmanuel Macron est venu. Le chef de l'État français, Emmanuel Macron, est reparti."
    assert len(read(text, "fr").roles) == 1


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Secretary-General Jens Stoltenberg said the allies would stay.", "en", "NATO"),
        ("Le secrétaire général Antonio Guterres a salué l'accord.", "fr", "United Nations"),
        ("Secretary-General Ban Ki-moon praised the accord.", "en", None),
    ],
)
def test_a_secretary_general_serves_a_body_never_the_state_of_birth(
    text: str, language: str, wanted: str | None
) -> None:
    assert {state for _, _, state, _ in roles(read(text, language))} == {wanted}


@pytest.mark.parametrize("before", ["deputy", "vice", "shadow", "assistant"])
def test_a_word_before_the_state_makes_a_deputy_as_well(before: str) -> None:
    assert "person/sergey-lavrov" not in {
        actor.id for actor in read(f"The {before} Russian foreign minister arrived.", "en").actors
    }
    assert "person/sergey-lavrov" in {actor.id for actor in read("The Russian foreign minister arrived.", "en").actors}


def test_a_deputy_is_not_the_minister() -> None:
    assert "Sergey Lavrov" not in actors(read("Le vice-ministre russe des Affaires étrangères est venu.", "fr"))


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Le président français Emmanuel Macron est là.", True),
        ("Le ministre iranien des Affaires étrangères, Saeed Khatibzadeh, est là.", True),
        ("Le porte-parole iranien, Saeed Khatibzadeh, est là.", False),
    ],
)
def test_a_role_names_its_office_of_state_by_id_whoever_holds_it(text: str, *, known: bool) -> None:
    (role,) = read(text, "fr").roles
    assert (role.office_id is not None) is known


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Le porte-parole du président turc, Ibrahim Kalin, a démenti.", "fr",
         {("Ibrahim Kalin", "porte-parole du président", "Turkey", "held")}),
        ("Ibrahim Kalin, porte-parole du président turc, a démenti.", "fr",
         {("Ibrahim Kalin", "porte-parole du président", "Turkey", "held")}),
        ("Le porte-parole du président français Emmanuel Macron a démenti.", "fr",
         {("Emmanuel Macron", "président", "France", "held")}),
        ("Le porte-parole du secrétaire général de l'ONU, Antonio Guterres, a démenti.", "fr",
         {("António Guterres", "secrétaire général de l'ONU", "United Nations", "held")}),
        ("La représentante spéciale du secrétaire général de l'ONU Leila Zerrougui est à Goma.", "fr",
         {("Leila Zerrougui", "représentante spéciale du secrétaire général de l'ONU", "United Nations", "held")}),
        ("Hicham Daoud, conseiller du Premier ministre irakien Moustafa al-Kazimi, l'a dit.", "fr",
         {("Hicham Daoud", "conseiller", "Iraq", "held"), ("Mustafa Al-Kadhimi", "Premier ministre", "Iraq", "held")}),
        ("A spokesman for the Turkish president, Ibrahim Kalin, denied it.", "en",
         {("Ibrahim Kalin", "spokesman for the president", "Turkey", "held")}),
        ("Ibrahim Kalin, the Turkish president's spokesman, denied it.", "en",
         {("Ibrahim Kalin", "president's spokesman", "Turkey", "held")}),
        ("Stephane Dujarric, spokesman for UN Secretary-General Antonio Guterres, said so.", "en",
         {("Stephane Dujarric", "spokesman", "United Nations", "held"),
          ("António Guterres", "UN Secretary-General", "United Nations", "held")}),
        ("Stéphane Dujarric, le porte-parole d'Antonio Guterres, l'a dit.", "fr",
         {("Stéphane Dujarric", "porte-parole", "United Nations", "held")}),
        ("Qatari Prime Minister and Foreign Minister Sheikh Mohammed bin Abdulrahman Al Thani spoke.", "en",
         {("Mohammed bin Abdulrahman bin Jassim Al Thani", "Prime Minister", QA, "held"),
          ("Mohammed bin Abdulrahman bin Jassim Al Thani", "Foreign Minister", QA, "held")}),
    ],
)  # fmt: skip
def test_who_serves_the_holder_of_an_office_does_not_hold_it(
    text: str, language: str, wanted: set[tuple[str, str, str, str]]
) -> None:
    assert roles(read(text, language)) == wanted


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Marwan Barghouti's wife, Fadwa Barghouti, spoke in Ramallah.", "en"),
        ("The president's son, Hunter Biden, was pardoned.", "en"),
        ("Le fils du président, Teodorin Obiang, est arrivé.", "fr"),
        ("Son épouse, Dilek Imamoglu, a protesté.", "fr"),
        ("Jared Kushner, gendre de Donald Trump, est à Rabat.", "fr"),
    ],
)
def test_a_relative_holds_no_office(text: str, language: str) -> None:
    assert not roles(read(text, language))


def test_a_mayor_is_of_no_state_that_the_article_leaves_out() -> None:
    assert set(actors(read("Ekrem Imamoglu, maire d'Istanbul, a été arrêté.", "fr"))) == {"Ekrem İmamoğlu"}
    assert roles(read("L'archevêque de Kinshasa, Fridolin Ambongo, a parlé.", "fr")) == {
        ("Fridolin Ambongo", "archevêque de Kinshasa", None, "held")
    }


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Paris a rappelé son ambassadrice en Azerbaïdjan, Anne Boillon.", "fr",
         ("Anne Boillon", "ambassadrice en Azerbaïdjan", "France", "held")),
        ("Paris said it would recall its ambassador to Baku, Anne Boillon.", "en",
         ("Anne Boillon", "ambassador to Baku", "France", "held")),
        ("Emmanuel Macron a envoyé son ministre des Affaires étrangères, Jean-Yves Le Drian, à Bakou.", "fr",
         ("Jean-Yves Le Drian", "ministre des Affaires étrangères", "France", "held")),
        ("Le Maroc a accusé l'Algérie et rappelé son ambassadeur, Lahcen Abdelkhalek.", "fr",
         ("Lahcen Abdelkhalek", "ambassadeur", None, "held")),
        ("Zalmay Khalilzad, Trump's special envoy, left the United States.", "en",
         ("Zalmay Khalilzad", "special envoy", US, "held")),
        ("Corneille Nangaa, chef de l'Alliance fleuve Congo (AFC), est à Goma.", "fr",
         ("Corneille Nangaa", "chef de l'Alliance fleuve Congo", "Congo River Alliance", "held")),
    ],
)  # fmt: skip
def test_an_office_is_of_whom_the_words_before_it_give_it_to(
    text: str, language: str, wanted: tuple[str, str, str | None, str]
) -> None:
    assert roles(read(text, language)) == {wanted}


@pytest.mark.parametrize(
    ("text", "language", "form"),
    [
        ("Le pape a parlé dimanche. François a dit sa douleur.", "fr", "François"),
        ("The pope spoke on Sunday. Francis called for calm.", "en", "Francis"),
        ("The pontiff spoke on Sunday.", "en", "pontiff"),
    ],
)
def test_the_pope_needs_no_state(text: str, language: str, form: str) -> None:
    assert denoted(read(text, language), form) == {"Pope Francis"}


def test_who_stands_behind_a_verb_bears_no_office_told_before_it() -> None:
    assert "Emmanuel Macron" in actors(read("The Russian envoy, met Macron in France.", "en"))


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Hazem Qassem, a spokesman for Hamas, spoke in Gaza.", "en", ("Hazem Qassem", "spokesman for Hamas", "Hamas", "held")),
        ("A spokesman for the Taliban, Zabihullah Mujahid, spoke in Kabul.", "en",
         ("Zabihullah Mujahid", "spokesman for the Taliban", "Taliban", "held")),
        ("Gen. Sylvain Ekenge, a spokesman for the Congolese army, spoke.", "en",
         ("Sylvain Ekenge", "spokesman for the Congolese army", "Democratic Republic of the Congo", "held")),
        ("Mykhailo Podolyak, an adviser to the Ukrainian government, spoke.", "en",
         ("Mykhailo Podolyak", "adviser to the Ukrainian government", "Ukraine", "held")),
        ("Donatella Rovera, chercheuse à Amnesty International, a parlé.", "fr",
         ("Donatella Rovera", "chercheuse à Amnesty International", "Amnesty International", "held")),
        ("Nicolas de Rivière, représentant permanent de la France auprès de l'ONU, a parlé.", "fr",
         ("Nicolas de Rivière", "représentant permanent auprès de l'ONU", "France", "held")),
        ("Geir Pedersen, UN envoy for Syria, spoke.", "en", ("Geir Pedersen", "UN envoy for Syria", "United Nations", "held")),
    ],
)  # fmt: skip
def test_who_speaks_for_a_body_or_advises_it_is_of_it_and_who_is_sent_there_is_not(
    text: str, language: str, wanted: tuple[str, str, str, str]
) -> None:
    assert roles(read(text, language)) == {wanted}


def test_rebels_who_only_have_a_leader_are_nobody_without_a_name() -> None:
    assert set(actors(read("Rebel leader Riek Machar returned to Juba in South Sudan.", "en"))) == {
        "Riek Machar",
        "South Sudan",
    }


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Thomas Cirillo Swaka, leader of the National Salvation Front (NAS), is in Rome. The NAS said no.", "en",
         {("Thomas Cirillo", "leader of the National Salvation Front", "National Salvation Front", "held")}),
        ("Brice Oligui Nguema, commander of the presidential guard, was carried through Libreville.", "en",
         {("Brice Oligui Nguema", "commander", "Gabon", "held")}),
        ("Le rival de Sadr, l'ancien Premier ministre irakien Nouri al-Maliki, a parlé.", "fr",
         {("Nouri al-Maliki", "Premier ministre", "Iraq", "former")}),
    ],
)  # fmt: skip
def test_an_apposition_goes_on_to_its_comma(text: str, language: str, wanted: set[tuple[str, str, str, str]]) -> None:
    reading = read(text, language)
    assert roles(reading) == wanted
    assert not {"NAS", "Sahrawi Arab Democratic Republic"} & set(actors(reading))


def test_an_office_with_an_article_may_begin_the_clause_behind_a_name() -> None:
    text = "Speaking to Antonio Guterres, a spokesman of the army said on Monday, in Kabul, that it had won."
    assert not roles(read(text, "en"))


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Après l'entretien avec Olivier Nduhungirehe, ministre rwandais des Affaires étrangères, Massad Boulos a salué l'accord.", "fr",
         {("Olivier Nduhungirehe", "ministre des Affaires étrangères")}),
        ("Vladimir Poutine, président russe, Xi Jinping, président chinois, et Narendra Modi ont parlé.", "fr",
         {("Vladimir Putin", "président"), ("Xi Jinping", "président")}),
        ("Selon Xi Jinping, le président russe, Vladimir Poutine, viendra.", "fr", {("Vladimir Putin", "président")}),
        ("Antony Blinken, US secretary of state, Sergei Lavrov said, was late.", "en", {("Antony Blinken", "secretary of state")}),
        ('The commander of the EMC, "Ivan Mordisco," called.', "en", {("Iván Mordisco", "commander of the EMC")}),
        ("Le commandant de l'ELN, « Antonio García », a parlé.", "fr", {("Antonio García", "commandant de l'ELN")}),
        ('According to the minister, "Vladimir Putin must go".', "en", set()),
        ("Selon le ministre, « Vladimir Poutine doit partir ».", "fr", set()),
        ("They met at 10 a.m. and 2:15 p.m. GMT on Monday.", "en", set()),
        ("They met at 2 P.M. Blinken said.", "en", set()),
    ],
)  # fmt: skip
def test_an_office_is_of_the_name_that_punctuation_gives_it(
    text: str, language: str, wanted: set[tuple[str, str]]
) -> None:
    assert {role[:2] for role in roles(read(text, language, "2023-05-04"))} == wanted


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Le haut représentant de l'UE pour la politique étrangère et de sécurité commune, Josep Borrell, a parlé.", "fr",
         ("Josep Borrell", "haut représentant de l'UE pour la politique étrangère et de sécurité commune", "European Union", "held")),
        ("The EU's high representative for foreign affairs and security policy, Josep Borrell, said so.", "en",
         ("Josep Borrell", "EU high representative for foreign affairs and security policy", "European Union", "held")),
        ("Federica Mogherini, the EU's High Representative for Foreign and Security Policy, left.", "en",
         ("Federica Mogherini", "EU High Representative for Foreign and Security Policy", "European Union", "held")),
        ("Niger's former military leader Salou Djibo left.", "en", ("Salou Djibo", "military leader", "Niger", "former")),
        ("Philippine foreign ministry spokeswoman Ma. Teresita Daza said so.", "en",
         ("Ma. Teresita Daza", "Philippine foreign ministry spokeswoman", "Philippines", "held")),
    ],
)  # fmt: skip
def test_the_field_of_an_office_and_its_status_are_of_the_office(
    text: str, language: str, wanted: tuple[str, str, str, str]
) -> None:
    found = read(text, language)
    assert roles(found) == {wanted}
    assert not {"Policy", "Armed Forces of Niger", "Ma"} & set(actors(found))


def test_what_a_state_does_abroad_is_no_office() -> None:
    assert (
        roles(read("Turkey's foreign policy and Hakan Fidan are known. Armenia's former military left.", "en")) == set()
    )


@pytest.mark.parametrize(
    ("text", "ministry", "state"),
    [
        (
            "Pakistan rejected it. Foreign Office spokesperson Mumtaz Zahra Baloch spoke in Islamabad.",
            "Pakistan",
            "Pakistan",
        ),
        (
            "Keir Starmer agreed. Foreign Office minister Hamish Falconer spoke in Chad.",
            "Development Office",
            "United Kingdom",
        ),
    ],
)
def test_the_foreign_office_is_that_of_the_state_the_article_is_about(text: str, ministry: str, state: str) -> None:
    found = read(text, "en")
    assert {country for _, office, country, _ in roles(found) if office.startswith("Foreign Office")} == {state}
    assert [name for name, kind in actors(found).items() if kind == "organization" and ministry in name]
