"""Sections [events.X] and [agreements]: the words of each event type and of agreements."""

import msgspec

from kg.lang.forms import spelled_out

__all__ = ["Agreements", "EventWords"]


class EventWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The words of one event type."""

    verbs: tuple[str, ...] = ()
    """Infinitives, with a reflexive before and further words after them where they need them; "(a|b)" is either."""
    nouns: tuple[str, ...] = ()
    """Singular forms; "(s)" is an optional ending."""
    special: dict[str, dict[str, str]] = {}
    """Roles of one word that differ from data/events.toml; `needs` names a condition: force, captives, person, direction, sides;
    `counts` what people counted beside it are (killed), `persons` the event type where persons take part,
    `forces` the event type where forces do it."""

    def __post_init__(self) -> None:
        """Spell out the alternatives of each phrase: "retirer (ses|leurs) troupes"."""
        special = {form: roles for phrase, roles in self.special.items() for form in spelled_out((phrase,))}
        for name, value in (
            ("verbs", spelled_out(self.verbs)),
            ("nouns", spelled_out(self.nouns)),
            ("special", special),
        ):
            msgspec.structs.force_setattr(self, name, value)


class Agreements(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words of treaties and accords."""

    titles: tuple[str, ...]
    """How texts are named after the place of their signing; {place} stands for it."""
    nouns: tuple[str, ...]
    generic: tuple[str, ...]
    """Nouns too weak to be an agreement unless it is named, signed, dated or has two parties."""
    kinds: dict[str, tuple[str, ...]]
    """Subject words inside the noun phrase, by kind."""
    provides: tuple[str, ...]
    """What an agreement does to its terms ("prévoit le retrait")."""
    commits: tuple[str, ...]
    """What a party does to its own ("accepte de retirer")."""
    exchange: tuple[str, ...]
    conditions: tuple[str, ...]
    statuses: dict[str, tuple[str, ...]]
    """draft suspended terminated in_force ratified initialled signed: the verbs that bring an agreement there."""
    negotiated: tuple[str, ...]
    commitment_words: dict[str, tuple[str, ...]]
    """Nouns of commitments that are no event ("garanties de sécurité"), by commitment type."""
    about: tuple[str, ...] = ()
    """Prepositions between an agreement and its subject ("accord sur Idlib")."""
    prior: tuple[str, ...] = ()
    """Words beside an agreement that went before the one spoken of ("previous")."""
    other: tuple[str, ...] = ()
    """Words beside an agreement that is not the one spoken of before ("another")."""
    new: tuple[str, ...] = ()
    """Words that say so only behind an indefinite article ("a new accord")."""
    hypothetical: tuple[str, ...] = ()
    """Words beside an agreement that there may never be ("any deal")."""
    reports: tuple[str, ...] = ()
    """Verbs of `negotiated` that somebody may do who is no party ("announce")."""
    bargains: tuple[str, ...] = ()
    """Verbs of `negotiated` that only lead to a text: where and when it was negotiated is not where it was signed."""
    under: tuple[str, ...] = ()
    """Prepositions before a text that somebody acts under: a party of it."""
    commercial: tuple[str, ...] = ()
    """Nouns of `nouns` that are texts of diplomacy between states alone ("contract")."""
    acts: tuple[str, ...] = ()
    """Nouns of `nouns` that are an act of whoever signs them alone ("a presidential memorandum")."""
    results: tuple[str, ...] = ()
    """What talks do that bring a text about ("result in"); listed under `provides` or as a governor as well."""
    brokers: tuple[str, ...] = ()
    """What stands behind a mediator's name and a hyphen ("US-brokered")."""
    witnesses: tuple[str, ...] = ()
    """Prepositions before those who only look on ("in the presence of")."""
    initiators: tuple[str, ...] = ()
    """Prepositions before whoever brought a text about without being a party ("at the initiative of")."""
    consents: tuple[str, ...] = ()
    """Nouns of `nouns` that are somebody's consent where they belong to one alone ("l'accord d'Israël pour une trêve")."""
    called: tuple[str, ...] = ()
    """Words before the name of a text just spoken of ("known as")."""
    texts: tuple[str, ...] = ()
    """Nouns that take up an agreement spoken of before ("the document")."""
    forms: dict[str, tuple[str, ...]] = {}
    """Nouns that say of what sort a text is, by sort ("declaration", "memorandum"): texts of two sorts are two texts."""
    also: tuple[str, ...] = ()
    """Words beside a verb that say that one more text is signed ("also", "également")."""
    likened: tuple[str, ...] = ()
    """Prepositions before what a text is only called or compared with ("as", "comme")."""
    attends: tuple[str, ...] = ()
    """Verbs of those who are present at a signing, or speak of it, without being a party ("attend", "assister à")."""
    almost: tuple[str, ...] = ()
    """What stands before a verb that tells what did not quite come about ("nearly collapsed", "a failli")."""
    unsure: tuple[str, ...] = ()
    """Words that open a clause which need not come true ("if", "si")."""
    after: tuple[str, ...] = ()
    """What stands between a number of years and the text from which they count ("25 years after")."""
    anniversaries: tuple[str, ...] = ()
    """Nouns of a day that comes back every year ("anniversary of")."""
    among: tuple[str, ...] = ()
    """Words before those who are named of many that sign ("quinze pays, [dont] X et Y, ont signé")."""
    predicates: tuple[str, ...] = ()
    """Adjectives behind a text that are no part of what it is called ("rendre l'accord public")."""
    onesided: tuple[str, ...] = ()
    """Words beside a truce that one side alone declares ("unilateral")."""
    agreed: tuple[str, ...] = ()
    """Nouns that are a text only where it was agreed on ("a swap agreed in Geneva", "reached an arrangement")."""
    onlookers: tuple[str, ...] = ()
    """What stands behind those who look on after "with" ("with X looking on", "avec X pour témoin")."""
    facilitators: tuple[str, ...] = ()
    """What stands behind those who help after "with" ("with X mediating", "avec X pour garant")."""
    binds: tuple[str, ...] = ()
    """Forms of verbs that say whom a text binds ("qui lie Paris à Berlin")."""
    bound: tuple[str, ...] = ()
    """Participles that say by what text those before them are bound ("sont liés par un accord")."""
    instead: tuple[str, ...] = ()
    """Pronouns that stand for another text than the one spoken of ("celui de 1963")."""
    arises: tuple[str, ...] = ()
    """Verbs of `governors.occurred` whose subject is a text that came about ("un accord est intervenu", "a deal emerged")."""
    keeps: tuple[str, ...] = ()
    """Verbs that only the sides of a text do to it ("extend the truce", "respecter le cessez-le-feu")."""
    there: tuple[str, ...] = ()
    """Words beside a verb that take up the place of the sentence before ("y", "there")."""
    by_which: tuple[str, ...] = ()
    """What opens the clause of those who undertake something by a text ("par lequel", "under which")."""
    lacking: tuple[str, ...] = ()
    """Prepositions before a text that there is none of ("faute d'accord", "for lack of a deal")."""
    halls: tuple[str, ...] = ()
    """What stands beside a noun of `nouns` that names a building ("centre des conventions", "convention center")."""
    leaves: tuple[str, ...] = ()
    """Nouns of a party's own part in a text ("its participation in", "son retrait de")."""
