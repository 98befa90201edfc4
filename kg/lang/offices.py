"""`[offices]` of a language file: the nouns of offices, what they are in charge of, and whether they are still held."""

import msgspec

__all__ = ["Offices"]


class Offices(msgspec.Struct, frozen=True, eq=False, forbid_unknown_fields=True, kw_only=True):
    """Words are compared without case and accents; "ministre(s)" stands for two forms; a word may be a phrase."""

    heads: dict[str, tuple[str, ...]]
    """Kind -> head nouns: head_of_state, head_of_government, foreign_minister, minister, spokesperson, ambassador, envoy,
    leader, commander, deputy, other ...; counterpart, successor and predecessor mirror the office before them; kin ("wife")
    stand beside names as offices do, and are none."""
    portfolios: dict[str, tuple[str, ...]]
    """foreign, defence, interior, finance, other -> what a minister or ministry is in charge of."""
    fields: tuple[str, ...] = ()
    """Other complements of an office, without the preposition ("droits de l'homme", "staff", "l'opposition")."""
    called: dict[str, tuple[str, ...]] = {}
    """president, monarch, supreme -> heads that mean a head of state of this sort alone; leader -> heads that, with nothing
    beside them, mean whoever leads a state (data/authority/leaders.csv)."""
    titles: dict[str, str] = {}
    """Titles of one holder a state -> the English title (data/authority/titles.csv) or kind under which holders are found."""
    states: dict[str, str] = {}
    """Titles of one state alone -> that state (ISO 3166-1 alpha-2): "pope"; `titles` has the kind of office."""
    some: tuple[str, ...] = ()
    """Articles of an office that any of its holders is meant by ("a")."""
    none: tuple[str, ...] = ()
    """The same where nobody is meant ("no", "any", "every")."""
    plurals: dict[str, str] = {}
    """Head in the plural -> in the singular."""
    as_: tuple[str, ...] = msgspec.field(name="as", default=())
    """Stand between a person and an office without a comma ("sworn in X as vice president")."""
    agents: tuple[str, ...] = ()
    """Heads of the kind `other` that act for their state or body without a name ("diplomat", "responsable")."""
    opposed: tuple[str, ...] = ()
    """Words of a title of one who does not act for the state that it names ("opposition", "exiled")."""
    parts: tuple[str, ...] = ()
    """Words in the title of a president or premier that make him one of a part or of a party ("Senate", "parti")."""
    strange: tuple[str, ...] = ()
    """What stands right behind an office of somebody that nothing is known of: words ("copte"), and endings with a hyphen
    before them ("-ois"); `natural` are words with such an ending that are none."""
    natural: tuple[str, ...] = ()
    modifiers: tuple[str, ...]
    """Words that belong to a title beside its head ("général", "spécial", "chief")."""
    deputies: tuple[str, ...]
    """Words that make a deputy of the holder ("vice", "adjoint", "deputy")."""
    former: tuple[str, ...]
    future: tuple[str, ...]
    acting: tuple[str, ...]
    """Of one who holds an office for a time ("par intérim", "acting")."""
    designate: tuple[str, ...] = ()
    """Of one who is elected, nominated or designated, and not in office yet ("élu", "designate")."""
    serving: tuple[str, ...] = ()
    """Of one who is in office, whatever else the word says ("outgoing", "de facto")."""
    gone: tuple[str, ...] = ()
    """What begins heads, in one word with them, that say that the office is held no more ("expresidente", "Altkanzler")."""
    for_: tuple[str, ...] = msgspec.field(name="for", default=())
    """Prepositions of a task, whose name is no state of the office ("pour l'Afghanistan", "to Yemen")."""
