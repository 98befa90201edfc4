"""Sections [grammar] and [speech]: how a language's sentences are put together."""

import msgspec

__all__ = ["Grammar", "Speech", "VerbForms", "WordOrder"]


class VerbForms(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Forms of a verb by tense, each a list of words (whole verbs) or of endings (paradigms), space-separated.

    A leading space in a paradigm's list stands for the empty ending as well.
    """

    inf: str = ""
    pres: str = ""
    past: str = ""
    part: str = ""
    """Past participles, all genders and numbers."""
    ger: str = ""
    fut: str = ""
    cond: str = ""


class WordOrder(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where the finite verb stands second, or last in a subordinate clause, and nouns have a capital."""

    particles: tuple[str, ...]
    """Words that close a clause and belong to its verb ("kündigte … an"); with it they are one verb ("ankündigte")."""
    genitives: tuple[str, ...] = ()
    """Articles that mean "of the" right behind a noun ("der Abzug der Truppen")."""


class Grammar(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Function words, verb forms and what they say of an event."""

    determiners: tuple[str, ...]
    possessives: tuple[str, ...]
    """Determiners that point back at the subject ("their withdrawal")."""
    demonstratives: tuple[str, ...]
    """Determiners that point back at an event already told ("these meetings")."""
    indefinites: tuple[str, ...] = ()
    """Determiners that bring in something new ("a meeting"): never an event already told."""
    decides: tuple[str, ...] = ()
    """Verbs of deciding: who has decided to refuse has refused."""
    discuss: tuple[str, ...] = ()
    """Verbs before what is only talked about ("met to discuss deploying a force")."""
    until: tuple[str, ...] = ()
    """Words with which a negated verb tells how long something did not happen ("had not met until Monday"): no denial."""
    not_before: tuple[str, ...] = ()
    """The same with a verb of the future or of what lay before ("had not met before Monday", "will not leave before May")."""
    purposes: tuple[str, ...] = ()
    """What opens, behind a noun, what it is for ("talks [meant to] end the war"): nothing is said of the noun itself."""
    levels: dict[str, tuple[str, ...]] = {}
    """Words that make a number of soldiers a level: has (a side before it), stands (before it), stays (behind it), on forms as they stand."""
    endings: tuple[str, ...] = ()
    """Nouns for the end of something ("an end to the fighting"): what ends in this way is not told as done."""
    and_: tuple[str, ...] = msgspec.field(name="and")
    but: tuple[str, ...] = ()
    """Subordinators behind which a verb without a subject has that of the verb before ("refused [but] agreed to talks")."""
    headed: tuple[str, ...] = ()
    """Between a delegation and who leads it ("a delegation [led by] X"): both take part."""
    relative: tuple[str, ...]
    complementizers: tuple[str, ...]
    """What opens the clause that is said ("que", "that")."""
    subordinators: tuple[str, ...]
    negations: tuple[str, ...]
    weak_negations: tuple[str, ...] = ()
    """Words that negate only together with one of `negations` behind the verb ("ne")."""
    nobodies: tuple[str, ...] = ()
    """Subjects and objects that negate their verb ("nobody", "rien"), with a weak negation where the language has one."""
    reflexives: tuple[str, ...]
    clitics: tuple[str, ...] = ()
    datives: tuple[str, ...] = ()
    """Prepositions that tell to whom, not where, before a state with its article ("donne [à] l'Éthiopie", not "en Éthiopie")."""
    """Unstressed words inside a verb group ("n'en a pas parlé")."""
    object_pronouns: tuple[str, ...] = ()
    """Articles that are the object of a verb when they stand between it and its subject ("Kiev [l']a nié")."""
    borne: tuple[str, ...] = ()
    """Words for one person told before who is the object of a verb ("X [l]'a reçu", "X met [him]")."""
    gaps: dict[str, tuple[str, ...]] = {}
    """Relative pronouns by the slot of who they take up: object ("[whom] X met"), with ("[avec qui] X s'est entretenu")."""
    pronouns: dict[str, tuple[str, ...]] = {}
    """Subjects that take up whoever speaks ("said that [he] would go"): he for a person, it for one power, they for several."""
    infinitive_markers: tuple[str, ...]
    separately: tuple[str, ...]
    """Words that split one told meeting into one a counterpart."""
    firsts: tuple[str, ...] = ()
    """Words with which "since" names the time before, not that of the event ("the first talks since 2016")."""
    habits: tuple[str, ...] = ()
    """Words with which the present tense tells what is done again and again ("chaque été")."""
    possessive_suffixes: tuple[str, ...] = ()
    """What stands between an owner and the owned ("'s")."""
    partitives: tuple[str, ...] = ()
    """Articles that look like the preposition of: an object may bear one ("rencontrer des négociateurs")."""
    adverb_endings: tuple[str, ...] = ()
    """Endings that make an unknown word an adverb ("ly", "ment")."""
    adverb_like_nouns: bool = False
    """Whether nouns end like adverbs: right behind an article such a word is one ("le document", not "the newly elected")."""
    adjective_endings: tuple[str, ...] = ()
    """Endings of what makes an adjective of a name and a hyphen ("China-broker[ed]")."""
    agreeing: tuple[str, ...] = ()
    """Endings of participles that agree with a noun: with "have" before them they say something of that noun."""
    be_perfect: tuple[str, ...] = ()
    """Verbs whose perfect takes be: with it they are no passive ("sont parvenus")."""
    adverbs: tuple[str, ...] = ()
    """Words that may stand inside a verb group or a list without changing who does what."""
    upcoming: tuple[str, ...]
    ended: tuple[str, ...]
    called_off: tuple[str, ...]
    put_off: tuple[str, ...]
    hedges: tuple[str, ...] = ()
    all_of: tuple[str, ...]
    part_of: tuple[str, ...]
    after_nouns: tuple[str, ...]
    """Before an event noun: the event has happened ("after the signing of")."""
    during_nouns: tuple[str, ...] = ()
    """Before an event noun: it is as real as the verb of its clause ("during his stop in")."""
    before_nouns: tuple[str, ...]
    """Before an event noun: the event lies ahead ("ahead of talks")."""
    prepositions: dict[str, tuple[str, ...]]
    """Prepositions by slot: with between of to in from by against on for other mediated."""
    auxiliaries: dict[str, VerbForms]
    """have, be, will."""
    modality: dict[str, tuple[str, ...]]
    """planned proposed possible wavering refused failed denied done: verbs and phrases before the verb of the event."""
    governors: dict[str, tuple[str, ...]]
    """light host planned proposed refused cancelled postponed ongoing occurred denied ended: verbs with the event as object or subject;
    feared averted: what they bear on only may come, of the latter violence alone;
    lifted: those that put an end to a penalty; hindering: with "from" and a gerund behind their object ("prevented X from signing"); fallen: what is said of one that comes to nothing ("the talks fell through"); gather oppose: its parties are their objects ("the summit brought together"); afflict: its place is ("the war that ravages")."""
    objects: dict[str, tuple[str, ...]] = {}
    """Nouns, by a name that a word's `needs` may give: one of them must stand with it ("expel" needs envoys)."""
    paradigms: dict[str, VerbForms]
    """Regular endings; the longest `inf` that a lemma ends in decides."""
    irregular: dict[str, VerbForms]
    word_order: WordOrder | None = None
    """Only for languages whose clauses do not run subject, verb, object."""


class Speech(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who says: verbs and phrases of attribution."""

    verbs: tuple[str, ...]
    addressing: tuple[str, ...] = ()
    """Speech verbs whose object is a person or power ("accuse"): a name after one is not the speaker."""
    according_to: tuple[str, ...]
    nouns: tuple[str, ...]
    told: tuple[str, ...]
    unnamed: tuple[str, ...]
    """Sources without a name, as they stand."""
    sources: tuple[str, ...] = ()
    """Nouns of those who are quoted without a name ("official", "diplomate"), whatever their number."""
    texts: tuple[str, ...] = ()
    """Nouns of texts that provide for something: what they "say", nobody says."""
    joint: tuple[str, ...] = ()
    """Words of a text that several sign ("joint"): a pronoun behind it may be the text."""
    cited: tuple[str, ...] = ()
    """Pronouns behind `according_to` for the man who spoke last ("selon [lui]")."""
    several: dict[str, tuple[str, ...]]
    """Words of an unnamed source that tell how many there are: several, one."""
    negative: tuple[str, ...]
    """Speech verbs that deny what they report."""
    inverted: tuple[str, ...] = ()
    """Endings of a verb whose subject, a pronoun, hangs on it ("a-t-il dit"): whoever was speaking goes on."""
    latter: tuple[str, ...] = ()
    """Pronouns for whoever was named or spoke last ("the latter")."""
    accusing: tuple[str, ...] = ()
    """Speech verbs of `addressing` that lay a deed at somebody's door: it is claimed, not asked for."""
    disputing: tuple[str, ...] = ()
    """Speech verbs beside `negative` with which one turns down what another said."""
    taken_up: tuple[str, ...] = ()
    """What is turned down where it has just been said ("it", "these claims")."""
    taken_up_before: tuple[str, ...] = ()
    """The same, before the verb ("[le] dément")."""
    contrary: tuple[str, ...] = ()
    """Words of a statement that say that it is not so as another said."""
    accusations: tuple[str, ...] = ()
    """Nouns for what somebody was accused of: said with one of `alleging`."""
    alleging: tuple[str, ...] = ()
    """Speech verbs of those who accuse."""
    checks: frozenset[str] = frozenset()
    """Forms of verbs and nouns of confirming, as they stand ("verified", "evidence"): denied, they leave open what is told behind them."""
    verified: frozenset[str] = frozenset()
    """Those of `checks` that, denied of an event itself, leave it open ("the attack could not be [verified]")."""
    unable: frozenset[str] = frozenset()
    """Words beside `negations` that deny them ("unable", "neither")."""
    reports: frozenset[str] = frozenset()
    """Nouns for what others say ("claims that", "reports of"): who turns them down denies what they say."""
    same: frozenset[str] = frozenset()
    """Words of a source that is the one heard before ("the [same] source")."""
    first_person: frozenset[str] = frozenset()
    """Subjects that are whoever is quoted ("we")."""
    quoting: frozenset[str] = frozenset()
    """Forms of verbs that say something only right behind a quotation ("« … », a [poursuivi] X")."""
    hearsay_conditional: bool
    """True where the conditional reports what others say ("aurait rencontré")."""
