"""`[names]` of a language file: the words around names, and the nouns that make an actor of a name or a nationality.

Words are compared without case and accents.  "soldat(s)" stands for two forms.  Words of one list may be phrases.
"""

from collections.abc import Iterator

import msgspec

__all__ = ["Model", "Names"]


class Model(msgspec.Struct, frozen=True, eq=False, forbid_unknown_fields=True, kw_only=True):
    """The statistical model of the profile "full"."""

    packages: tuple[str, ...]
    """Python packages, the first that is installed is used."""
    types: dict[str, str]
    """Its labels -> person, organization, place; other labels are left out."""
    doubtful: tuple[str, ...] = ()
    """Types that the model gives to single words without ground, mostly: such a word is let go unless it looks like a body."""
    elisions: tuple[str, ...] = ()
    """Apostrophes after which a new word begins; when given, a light tokenizer replaces the model's own."""


class Names(msgspec.Struct, frozen=True, eq=False, forbid_unknown_fields=True, kw_only=True):
    """What tells an actor from a place, a person from a thing."""

    articles: tuple[str, ...]
    """Left out of a mention ("le", "the")."""
    of: tuple[str, ...]
    """Join a noun to its complement ("du", "of", "for")."""
    and_: tuple[str, ...] = msgspec.field(name="and")
    possessives: tuple[str, ...] = ()
    """Suffixes of an owner that stands first ("s" of "Russia's")."""
    demonym_before: bool = False
    """True where a nationality stands before its noun ("Afghan forces")."""
    demonym_lower: bool = False
    """True where a nationality that stands before its noun is written in lower case ("russische Truppen")."""
    hyphen_owner: bool = False
    """True where a name joined to a noun by a hyphen owns it ("US-Präsident")."""
    demonym_after: bool = False
    """True where it stands after ("forces afghanes")."""
    demonyms: dict[str, tuple[str, ...]] = {}
    """ISO code or authority id -> forms that data/authority/demonyms.csv lacks."""
    demonym_endings: dict[str, tuple[str, ...]] = {}
    """Ending of a form of `demonyms` -> the endings that take its place ("o" -> o a os as); the longest decides."""
    demonym_prefixes: dict[str, str] = {}
    """First half of a nationality -> ISO code of the state that it adds ("franco" -> FR), "for" where it takes the state's side
    ("pro"), "against" where it does not ("anti"): such a group is not that state's; "continent" where both name no state
    ("Latin American"), behind a space as well where the language has its adjectives before the noun."""
    titles_he: tuple[str, ...]
    """Stand before the name of a man, and are no part of it."""
    titles_she: tuple[str, ...]
    titles: tuple[str, ...]
    """Ranks and titles of either."""
    particles: tuple[str, ...]
    """Small words inside a name ("de", "bin", "van")."""
    not_names: tuple[str, ...]
    """Capitalised words that begin no person's name: months, weekdays, openers of sentences."""
    ordinary: tuple[str, ...] = ()
    """Surnames of leaders that are words of the language ("Soon", "Young"): where one opens a sentence, it is nobody's."""
    said_before: tuple[str, ...]
    """Words that a speaker's name follows ("selon", "told by")."""
    said_after: tuple[str, ...]
    """Words that follow a speaker's name ("said", "a déclaré")."""
    locative: tuple[str, ...]
    """Before a name: it is a place here ("à", "in")."""
    within: tuple[str, ...] = ()
    """Before a single word that a model takes for a body or a person: it is a place ("near", "village de")."""
    sited: tuple[str, ...] = ()
    """Nouns with their preposition that only the name of a place follows ("village of", "localité de")."""
    site_tails: tuple[str, ...] = ()
    """Nouns that only the name of a place stands before ("province", "air base")."""
    towards: tuple[str, ...] = ()
    """Before a country: it is who something is done to ("at", "contre"), not where."""
    departing: tuple[str, ...] = ()
    """Verbs of leaving: what a preposition of `bound` opens soon behind them is a place ("left Geneva on Monday for [Paris]")."""
    bound: tuple[str, ...] = ()
    acting: tuple[str, ...]
    """Before a capital: the state acts ("entre", "avec", "between")."""
    place_heads: tuple[str, ...]
    """Nouns whose complement is a place ("capitale", "airport")."""
    place_adjectives: tuple[str, ...] = ()
    """Stand between a locative word and a place ("in neighbouring Ethiopia")."""
    place_tails: tuple[str, ...] = ()
    """Nouns after a name that make it a place ("airport", "talks")."""
    acts: tuple[str, ...]
    """Verbs after a capital: the state acts ("a annoncé", "says"); a leading "*" gives an ending ("*aient")."""
    relative_acts: tuple[str, ...] = ()
    """Relative pronoun and verb behind a comma after a capital: the state acts ("[,] which denies", "[,] qui accuse")."""
    groups: dict[str, tuple[str, ...]]
    """Class -> head nouns: military, security_forces, police, coast_guard, government, presidency, parliament, ministry, diplomacy, court,
    intelligence, people, population, militants, media."""
    led: tuple[str, ...] = ()
    """Bind a group to the state at its head ("-led", "menée par"); what the group is called stays its own."""
    backed: tuple[str, ...] = ()
    """Bind a group to a state that stands behind it ("-backed", "soutenues par"): the group is not that state's."""
    group_modifiers: tuple[str, ...]
    """Adjectives between a head noun and its nationality ("armées", "senior")."""
    descriptions: dict[str, tuple[str, ...]]
    """Class -> phrases without a name: both, kingdom, emirate, sultanate, insurgents, side, they ..."""
    impersonal: tuple[str, ...] = ()
    """Words after a pronoun that then means nobody ("il y a", "il faut")."""
    pronouns_he: tuple[str, ...]
    pronouns_she: tuple[str, ...]
    pronouns_they: tuple[str, ...] = ()
    loyal: tuple[str, ...] = ()
    """Between forces and the ruler of their state, beside the preposition of ("loyal to")."""
    paired: tuple[str, ...] = ()
    """Words behind "the two" that show that two act: no noun that they count."""
    here: tuple[str, ...] = ()
    """What stands for the country that the article is about, as an owner ("the country's army")."""
    idle: tuple[str, ...] = ()
    """Nouns whose nationality does nothing ("journal", "origine"): their country is no actor for it."""
    stationed: tuple[str, ...] = ()
    """Military nouns after which "of" and a country say where they are, not whose ("soldats d'Afghanistan")."""
    alone: dict[str, tuple[str, ...]] = {}
    """Class -> head nouns that may stand for a body of the one state in question ("the army", "le gouvernement")."""
    regimes: tuple[str, ...] = ()
    """Those of them that stand for the state even where nobody faces it ("the junta")."""
    foreign: tuple[str, ...] = ()
    """Adjectives that say of fighters that they are nobody's in the country ("foreign fighters")."""
    trades: tuple[str, ...] = ()
    """Occupations that, said right behind a name, tell its bearer from an official of that name."""
    trained: tuple[str, ...] = ()
    """Words with which such an occupation is only what an official did before, or has learnt."""
    bodies: tuple[str, ...] = ()
    """Words of the names of organisations ("association", "institute")."""
    events: tuple[str, ...] = ()
    """Words of the names of events and texts, which are no actors ("accord", "summit")."""
    plurals_before: tuple[str, ...] = ()
    """Articles before a people, never before a place ("les", "un")."""
    capitals: bool = False
    """True where inside a sentence hardly anything but names is capitalised: then names are told by their looks."""
    callings: tuple[str, ...] = ()
    """Right before a name: it is a person, and holds no office ("journalist", "l'avocat", "named")."""
    people_before: tuple[str, ...] = ()
    """Right before a bare name: it is a person, mostly ("par", "by")."""
    places_before: tuple[str, ...] = ()
    """The same of places ("d'")."""
    regions: tuple[str, ...] = ()
    """Names of regions that no one acts for ("Ardèche", "Yorkshire"); read as names only where they are capitalised."""
    companies: tuple[str, ...] = ()
    """Right before a name, or at the edge of one: it is a body ("l'ONG", "the firm")."""
    spots: tuple[str, ...] = ()
    """The same of places ("rue", "Mount", "hôpital")."""
    body_endings: tuple[str, ...] = ()
    """Endings of adjectives that follow the noun of a body ("national", "islamique")."""
    model: Model | None = None

    def nationalities(self) -> Iterator[tuple[str, str]]:
        """Yield each form of `demonyms` in all its endings, with the ISO code or authority id of its owner."""
        for owner, forms in self.demonyms.items():
            for form in forms:
                ending = max((e for e in self.demonym_endings if form.endswith(e)), key=len, default="")
                for other in self.demonym_endings.get(ending, ("",)):
                    yield form.removesuffix(ending) + other, owner
