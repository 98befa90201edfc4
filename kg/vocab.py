"""The terms of the ontology as plain strings; written by tools/write_vocab.py from ontology/diplokg.ttl.

Change the Turtle and run `make vocab`; a test holds the two equal.  `DK.Claim` is the IRI of a term,
`EVENT_STATUSES["planned"]` that of the value which kg/model.py calls "planned", `EVENT_TYPES["meeting"]` says
which class, roles and notations an event type has.
"""
# fmt: off
# ruff: noqa: N815 (the names are those of the ontology)

from typing import Final, NamedTuple

__all__ = [
    "ACTING_ROLES", "ACTOR_CLASSES", "AGREEMENT_STATUSES", "COMMITMENT_STATUSES", "COMMITMENT_TYPES", "DK",
    "EVENT_STATUSES", "EVENT_TYPES", "EXTENTS", "FACTUALITIES", "LINKING_STATUSES", "METONYM_TYPES", "OA",
    "POLARITIES", "PREFIXES", "PROV", "QUANTITY_KINDS", "RDF", "RDFS", "ROLES", "ROLE_STATUSES", "SCHEMA", "SEM",
    "SKOS", "VERDICTS", "EventKind",
]


class EventKind(NamedTuple):
    """One event type: its IRI, the class of its events, the roles (the lead role first) and what else hangs on it."""

    iri: str
    event_class: str
    roles: tuple[str, ...]
    label_en: str
    label_fr: str
    plover: str | None
    plover_mode: str | None
    cameo: str | None
    place_property: str | None
    quantity_property: str | None
    owner_property: str | None


_DK: Final = "https://w3id.org/diplokg/ontology#"


class DK:
    """Classes and properties of the ontology; its values and roles stand in the tables below."""

    Actor: Final = _DK + "Actor"
    Agreement: Final = _DK + "Agreement"
    AgreementSigning: Final = _DK + "AgreementSigning"
    ArmedForces: Final = _DK + "ArmedForces"
    ArmedGroup: Final = _DK + "ArmedGroup"
    Article: Final = _DK + "Article"
    ArticleGraph: Final = _DK + "ArticleGraph"
    Claim: Final = _DK + "Claim"
    Commitment: Final = _DK + "Commitment"
    Country: Final = _DK + "Country"
    Event: Final = _DK + "Event"
    Extraction: Final = _DK + "Extraction"
    GovernmentBody: Final = _DK + "GovernmentBody"
    IntergovernmentalOrganization: Final = _DK + "IntergovernmentalOrganization"
    Judgement: Final = _DK + "Judgement"
    Meeting: Final = _DK + "Meeting"
    Mention: Final = _DK + "Mention"
    Narrator: Final = _DK + "Narrator"
    Negotiation: Final = _DK + "Negotiation"
    NewsAgency: Final = _DK + "NewsAgency"
    NewsOrganization: Final = _DK + "NewsOrganization"
    Office: Final = _DK + "Office"
    OfficeTenure: Final = _DK + "OfficeTenure"
    Organization: Final = _DK + "Organization"
    Person: Final = _DK + "Person"
    Place: Final = _DK + "Place"
    Population: Final = _DK + "Population"
    PossibleLink: Final = _DK + "PossibleLink"
    Quantity: Final = _DK + "Quantity"
    ReportedAgreement: Final = _DK + "ReportedAgreement"
    ReportedCommitment: Final = _DK + "ReportedCommitment"
    ReportedEvent: Final = _DK + "ReportedEvent"
    RoleClaim: Final = _DK + "RoleClaim"
    Step: Final = _DK + "Step"
    TimeExpression: Final = _DK + "TimeExpression"
    TroopWithdrawal: Final = _DK + "TroopWithdrawal"
    UnnamedSource: Final = _DK + "UnnamedSource"
    ViolentEvent: Final = _DK + "ViolentEvent"
    aboutAgreement: Final = _DK + "aboutAgreement"
    aboutCommitment: Final = _DK + "aboutCommitment"
    aboutEvent: Final = _DK + "aboutEvent"
    agency: Final = _DK + "agency"
    agreementStatus: Final = _DK + "agreementStatus"
    answerHash: Final = _DK + "answerHash"
    approximate: Final = _DK + "approximate"
    articleCount: Final = _DK + "articleCount"
    askedOn: Final = _DK + "askedOn"
    attributedTo: Final = _DK + "attributedTo"
    attributionCue: Final = _DK + "attributionCue"
    basis: Final = _DK + "basis"
    citizenOf: Final = _DK + "citizenOf"
    claimedDeadline: Final = _DK + "claimedDeadline"
    claimedQuantity: Final = _DK + "claimedQuantity"
    claimedTime: Final = _DK + "claimedTime"
    commitmentStatus: Final = _DK + "commitmentStatus"
    commitmentType: Final = _DK + "commitmentType"
    comparator: Final = _DK + "comparator"
    concernsEvent: Final = _DK + "concernsEvent"
    condition: Final = _DK + "condition"
    confidence: Final = _DK + "confidence"
    countryCode: Final = _DK + "countryCode"
    deadline: Final = _DK + "deadline"
    delegationLevel: Final = _DK + "delegationLevel"
    disputes: Final = _DK + "disputes"
    earliest: Final = _DK + "earliest"
    edtf: Final = _DK + "edtf"
    eventStatus: Final = _DK + "eventStatus"
    evidence: Final = _DK + "evidence"
    extent: Final = _DK + "extent"
    factuality: Final = _DK + "factuality"
    forcesOf: Final = _DK + "forcesOf"
    fromPlace: Final = _DK + "fromPlace"
    hasCommitment: Final = _DK + "hasCommitment"
    hedge: Final = _DK + "hedge"
    holder: Final = _DK + "holder"
    inCountry: Final = _DK + "inCountry"
    joinedTo: Final = _DK + "joinedTo"
    judges: Final = _DK + "judges"
    knownFrom: Final = _DK + "knownFrom"
    languageData: Final = _DK + "languageData"
    latest: Final = _DK + "latest"
    leadDays: Final = _DK + "leadDays"
    linkingStatus: Final = _DK + "linkingStatus"
    literalReferent: Final = _DK + "literalReferent"
    mayBe: Final = _DK + "mayBe"
    mentionForm: Final = _DK + "mentionForm"
    mentionType: Final = _DK + "mentionType"
    metonymType: Final = _DK + "metonymType"
    narratorOf: Final = _DK + "narratorOf"
    obligee: Final = _DK + "obligee"
    obligor: Final = _DK + "obligor"
    office: Final = _DK + "office"
    officeKind: Final = _DK + "officeKind"
    officeOf: Final = _DK + "officeOf"
    officeTitle: Final = _DK + "officeTitle"
    openActor: Final = _DK + "openActor"
    partOfState: Final = _DK + "partOfState"
    party: Final = _DK + "party"
    pipelineVersion: Final = _DK + "pipelineVersion"
    polarity: Final = _DK + "polarity"
    profile: Final = _DK + "profile"
    quantity: Final = _DK + "quantity"
    quantityKind: Final = _DK + "quantityKind"
    reason: Final = _DK + "reason"
    repair: Final = _DK + "repair"
    reportOfOne: Final = _DK + "reportOfOne"
    reportOfOther: Final = _DK + "reportOfOther"
    reportedVia: Final = _DK + "reportedVia"
    reportsEvent: Final = _DK + "reportsEvent"
    reprintOf: Final = _DK + "reprintOf"
    restsOn: Final = _DK + "restsOn"
    roleStatus: Final = _DK + "roleStatus"
    round: Final = _DK + "round"
    rule: Final = _DK + "rule"
    score: Final = _DK + "score"
    session: Final = _DK + "session"
    sha256: Final = _DK + "sha256"
    signedIn: Final = _DK + "signedIn"
    sketchSize: Final = _DK + "sketchSize"
    source: Final = _DK + "source"
    stalledBy: Final = _DK + "stalledBy"
    statementDate: Final = _DK + "statementDate"
    step: Final = _DK + "step"
    textLength: Final = _DK + "textLength"
    textSketch: Final = _DK + "textSketch"
    timexMod: Final = _DK + "timexMod"
    troops: Final = _DK + "troops"
    unblockedBy: Final = _DK + "unblockedBy"
    underAgreement: Final = _DK + "underAgreement"
    unit: Final = _DK + "unit"
    validFrom: Final = _DK + "validFrom"
    validTo: Final = _DK + "validTo"
    verdict: Final = _DK + "verdict"
    when: Final = _DK + "when"
    witnessCount: Final = _DK + "witnessCount"
    wording: Final = _DK + "wording"


class RDF:
    """Terms of http://www.w3.org/1999/02/22-rdf-syntax-ns# that the graph uses."""

    type: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


class RDFS:
    """Terms of http://www.w3.org/2000/01/rdf-schema# that the graph uses."""

    label: Final = "http://www.w3.org/2000/01/rdf-schema#label"


class SKOS:
    """Terms of http://www.w3.org/2004/02/skos/core# that the graph uses."""

    Concept: Final = "http://www.w3.org/2004/02/skos/core#Concept"
    altLabel: Final = "http://www.w3.org/2004/02/skos/core#altLabel"
    closeMatch: Final = "http://www.w3.org/2004/02/skos/core#closeMatch"
    exactMatch: Final = "http://www.w3.org/2004/02/skos/core#exactMatch"
    prefLabel: Final = "http://www.w3.org/2004/02/skos/core#prefLabel"


class SEM:
    """Terms of http://semanticweb.cs.vu.nl/2009/11/sem/ that the graph uses."""

    Event: Final = "http://semanticweb.cs.vu.nl/2009/11/sem/Event"
    eventType: Final = "http://semanticweb.cs.vu.nl/2009/11/sem/eventType"
    hasActor: Final = "http://semanticweb.cs.vu.nl/2009/11/sem/hasActor"
    hasPlace: Final = "http://semanticweb.cs.vu.nl/2009/11/sem/hasPlace"
    subEventOf: Final = "http://semanticweb.cs.vu.nl/2009/11/sem/subEventOf"


class OA:
    """Terms of http://www.w3.org/ns/oa# that the graph uses."""

    Annotation: Final = "http://www.w3.org/ns/oa#Annotation"
    SpecificResource: Final = "http://www.w3.org/ns/oa#SpecificResource"
    TextPositionSelector: Final = "http://www.w3.org/ns/oa#TextPositionSelector"
    TextQuoteSelector: Final = "http://www.w3.org/ns/oa#TextQuoteSelector"
    end: Final = "http://www.w3.org/ns/oa#end"
    exact: Final = "http://www.w3.org/ns/oa#exact"
    hasBody: Final = "http://www.w3.org/ns/oa#hasBody"
    hasSelector: Final = "http://www.w3.org/ns/oa#hasSelector"
    hasSource: Final = "http://www.w3.org/ns/oa#hasSource"
    hasTarget: Final = "http://www.w3.org/ns/oa#hasTarget"
    prefix: Final = "http://www.w3.org/ns/oa#prefix"
    refinedBy: Final = "http://www.w3.org/ns/oa#refinedBy"
    start: Final = "http://www.w3.org/ns/oa#start"
    suffix: Final = "http://www.w3.org/ns/oa#suffix"


class PROV:
    """Terms of http://www.w3.org/ns/prov# that the graph uses."""

    Entity: Final = "http://www.w3.org/ns/prov#Entity"
    Person: Final = "http://www.w3.org/ns/prov#Person"
    SoftwareAgent: Final = "http://www.w3.org/ns/prov#SoftwareAgent"
    generatedAtTime: Final = "http://www.w3.org/ns/prov#generatedAtTime"
    used: Final = "http://www.w3.org/ns/prov#used"
    wasAttributedTo: Final = "http://www.w3.org/ns/prov#wasAttributedTo"
    wasDerivedFrom: Final = "http://www.w3.org/ns/prov#wasDerivedFrom"
    wasGeneratedBy: Final = "http://www.w3.org/ns/prov#wasGeneratedBy"


class SCHEMA:
    """Terms of https://schema.org/ that the graph uses."""

    NewsArticle: Final = "https://schema.org/NewsArticle"
    author: Final = "https://schema.org/author"
    dateModified: Final = "https://schema.org/dateModified"
    datePublished: Final = "https://schema.org/datePublished"
    headline: Final = "https://schema.org/headline"
    inLanguage: Final = "https://schema.org/inLanguage"
    maxValue: Final = "https://schema.org/maxValue"
    minValue: Final = "https://schema.org/minValue"
    softwareVersion: Final = "https://schema.org/softwareVersion"
    url: Final = "https://schema.org/url"
    value: Final = "https://schema.org/value"


ACTOR_CLASSES: Final[dict[str, str]] = {
    "person": DK.Person, "organization": DK.Organization, "country": DK.Country, "government": DK.GovernmentBody,
    "military": DK.ArmedForces, "armed_group": DK.ArmedGroup, "igo": DK.IntergovernmentalOrganization,
    "media": DK.NewsOrganization, "population": DK.Population,
}
"""Actor type -> class."""

EVENT_STATUSES: Final[dict[str, str]] = {
    "planned": _DK + "Planned", "ongoing": _DK + "Ongoing", "occurred": _DK + "Occurred",
    "cancelled": _DK + "Cancelled", "postponed": _DK + "Postponed", "proposed": _DK + "Proposed",
    "claimed": _DK + "Claimed", "denied": _DK + "Denied",
}
"""How an event stands in time and in the mouth of who tells it."""

FACTUALITIES: Final[dict[str, str]] = {
    "CTplus": _DK + "CTplus", "PRplus": _DK + "PRplus", "PSplus": _DK + "PSplus", "CTminus": _DK + "CTminus",
    "PRminus": _DK + "PRminus", "PSminus": _DK + "PSminus", "CTu": _DK + "CTu", "Uu": _DK + "Uu",
}
"""How far a source commits itself (values of FactBank)."""

POLARITIES: Final[dict[str, str]] = {"positive": _DK + "Positive", "negative": _DK + "Negative"}
"""Whether a passage affirms or negates."""

AGREEMENT_STATUSES: Final[dict[str, str]] = {
    "draft": _DK + "Draft", "negotiated": _DK + "Negotiated", "initialled": _DK + "Initialled",
    "signed": _DK + "Signed", "ratified": _DK + "Ratified", "in_force": _DK + "InForce",
    "suspended": _DK + "Suspended", "terminated": _DK + "Terminated",
}
"""How far an agreement has come."""

COMMITMENT_TYPES: Final[dict[str, str]] = {
    "withdrawal": _DK + "TroopWithdrawalCommitment", "security_guarantee": _DK + "SecurityGuarantee",
    "negotiation": _DK + "OpenNegotiations", "prisoner_release": _DK + "PrisonerRelease",
    "ceasefire": _DK + "Ceasefire", "sanctions_relief": _DK + "SanctionsRelief",
    "disarmament": _DK + "DisarmamentCommitment", "inspection": _DK + "InspectionAccess",
    "non_aggression": _DK + "NonAggression", "recognition": _DK + "RecognitionCommitment",
    "aid": _DK + "AidCommitment", "election": _DK + "ElectionCommitment",
    "humanitarian_access": _DK + "HumanitarianAccess", "other": _DK + "OtherCommitment",
}
"""What a term of an agreement asks for."""

COMMITMENT_STATUSES: Final[dict[str, str]] = {
    "pending": _DK + "Pending", "in_progress": _DK + "InProgress", "fulfilled": _DK + "Fulfilled",
    "breached": _DK + "Breached", "contested": _DK + "Contested",
}
"""How far a commitment has been kept."""

QUANTITY_KINDS: Final[dict[str, str]] = {
    "withdrawn": _DK + "Withdrawn", "remaining": _DK + "Remaining", "ceiling": _DK + "Ceiling",
    "killed": _DK + "Killed", "wounded": _DK + "Wounded", "released": _DK + "Released", "deployed": _DK + "Deployed",
}
"""What the figure of an event measures."""

EXTENTS: Final[dict[str, str]] = {"all": _DK + "All", "part": _DK + "Part"}
"""How much of what there is."""

ROLE_STATUSES: Final[dict[str, str]] = {
    "held": _DK + "Held", "acting": _DK + "Acting", "former": _DK + "Former", "designate": _DK + "Designate",
    "successor": _DK + "Successor", "future": _DK + "Future",
}
"""How an article places a tenure in time."""

VERDICTS: Final[dict[str, str]] = {"same": _DK + "Same", "different": _DK + "Different", "unsure": _DK + "Unsure"}
"""Whether two reports are of one thing."""

METONYM_TYPES: Final[dict[str, str]] = {
    "CapitalForGovernment": _DK + "CapitalForGovernment", "BuildingForInstitution": _DK + "BuildingForInstitution",
    "CountryForGovernment": _DK + "CountryForGovernment", "CityForOrganization": _DK + "CityForOrganization",
}
"""How a name stands for an actor that it does not literally name."""

LINKING_STATUSES: Final[dict[str, str]] = {
    "linked": _DK + "Linked", "candidate": _DK + "Candidate", "unlinked": _DK + "Unlinked",
}
"""Whether a thing has a Wikidata item."""

ROLES: Final[dict[str, str]] = {
    "party": DK.party, "participant": _DK + "participant", "host": _DK + "host", "visitor": _DK + "visitor",
    "mediator": _DK + "mediator", "attendee": _DK + "attendee", "speaker": _DK + "speaker", "topic": _DK + "topic",
    "withdrawing": _DK + "withdrawing", "actor": _DK + "actor", "addressee": _DK + "addressee",
    "recipient": _DK + "recipient", "target": _DK + "target", "recogniser": _DK + "recogniser",
    "recognised": _DK + "recognised", "elected": _DK + "elected", "resigning": _DK + "resigning",
    "releaser": _DK + "releaser", "attacker": _DK + "attacker", "sender": _DK + "sender",
    "appointee": _DK + "appointee", "appointer": _DK + "appointer", "candidate": _DK + "candidate",
    "released": _DK + "released", "donor": _DK + "donor", "inspector": _DK + "inspector",
    "successor": _DK + "successor",
}
"""Role -> property from an event to an actor."""

ACTING_ROLES: Final[frozenset[str]] = frozenset({
    "actor", "addressee", "appointee", "appointer", "attacker", "attendee", "candidate", "donor", "elected", "host",
    "inspector", "mediator", "participant", "party", "recipient", "recognised", "recogniser", "released",
    "releaser", "resigning", "sender", "speaker", "successor", "target", "visitor", "withdrawing",
})
"""Roles whose holders take part in the event (sem:hasActor); the others are spoken of."""

EVENT_TYPES: Final[dict[str, EventKind]] = {
    "meeting": EventKind("https://w3id.org/diplokg/event-type/meeting", DK.Meeting, ("participant", "host", "mediator", "visitor"), "meeting", "rencontre", "CONSULT", None, "044", None, None, None),
    "visit": EventKind("https://w3id.org/diplokg/event-type/visit", DK.Event, ("visitor", "host"), "visit", "visite", "CONSULT", "visit", "042", None, None, None),
    "call": EventKind("https://w3id.org/diplokg/event-type/call", DK.Event, ("participant", "mediator"), "call", "entretien à distance", "CONSULT", "phone", "041", None, None, None),
    "negotiation": EventKind("https://w3id.org/diplokg/event-type/negotiation", DK.Negotiation, ("party", "host", "mediator"), "negotiation", "négociation", "CONSULT", None, "046", None, None, None),
    "mediation": EventKind("https://w3id.org/diplokg/event-type/mediation", DK.Negotiation, ("mediator", "host", "party"), "mediation", "médiation", "CONSULT", None, "045", None, None, None),
    "signing": EventKind("https://w3id.org/diplokg/event-type/signing", DK.AgreementSigning, ("party", "attendee", "host", "mediator"), "signing of an agreement", "signature d'un accord", "SUPPORT", None, "057", None, None, None),
    "agreement": EventKind("https://w3id.org/diplokg/event-type/agreement", DK.Event, ("party", "host", "mediator"), "agreement reached", "accord conclu", "AGREE", None, "030", None, None, None),
    "withdrawal": EventKind("https://w3id.org/diplokg/event-type/withdrawal", DK.TroopWithdrawal, ("withdrawing", "target"), "troop withdrawal", "retrait de troupes", "RETREAT", "disarm", "087", DK.fromPlace, DK.troops, DK.forcesOf),
    "exit": EventKind("https://w3id.org/diplokg/event-type/exit", DK.Event, ("withdrawing", "target"), "withdrawal from an agreement or organisation", "retrait d'un accord ou d'une organisation", "REJECT", None, "120", None, None, None),
    "deployment": EventKind("https://w3id.org/diplokg/event-type/deployment", DK.Event, ("actor", "host", "target"), "deployment of troops", "déploiement de troupes", "MOBILIZE", "troops", "154", None, DK.troops, DK.forcesOf),
    "ceasefire": EventKind("https://w3id.org/diplokg/event-type/ceasefire", DK.Event, ("party", "mediator"), "ceasefire", "cessez-le-feu", "RETREAT", "ceasefire", "0871", None, None, None),
    "attack": EventKind("https://w3id.org/diplokg/event-type/attack", DK.ViolentEvent, ("attacker", "target"), "attack", "attaque", "ASSAULT", None, "190", None, None, None),
    "military_action": EventKind("https://w3id.org/diplokg/event-type/military_action", DK.ViolentEvent, ("actor", "host", "target"), "military operation", "opération militaire", "ASSAULT", None, "190", None, None, None),
    "war": EventKind("https://w3id.org/diplokg/event-type/war", DK.ViolentEvent, ("party", "target"), "war", "guerre", "ASSAULT", None, "190", None, None, None),
    "statement": EventKind("https://w3id.org/diplokg/event-type/statement", DK.Event, ("speaker", "addressee", "recipient", "topic"), "statement", "déclaration", None, None, "010", None, None, None),
    "promise": EventKind("https://w3id.org/diplokg/event-type/promise", DK.Event, ("speaker", "addressee", "recipient", "topic"), "promise", "promesse", "AGREE", None, "030", None, None, None),
    "refusal": EventKind("https://w3id.org/diplokg/event-type/refusal", DK.Event, ("speaker", "addressee", "recipient", "target", "topic"), "refusal", "refus", "REJECT", None, "120", None, None, None),
    "threat": EventKind("https://w3id.org/diplokg/event-type/threat", DK.Event, ("speaker", "addressee", "recipient", "target", "topic"), "threat", "menace", "THREATEN", None, "130", None, None, None),
    "sanction": EventKind("https://w3id.org/diplokg/event-type/sanction", DK.Event, ("sender", "target"), "sanction", "sanction", "COERCE", "restrict", "163", None, None, None),
    "recognition": EventKind("https://w3id.org/diplokg/event-type/recognition", DK.Event, ("recogniser", "recognised"), "recognition", "reconnaissance", "SUPPORT", None, "054", None, None, None),
    "normalization": EventKind("https://w3id.org/diplokg/event-type/normalization", DK.Event, ("party", "host", "mediator"), "normalization of relations", "normalisation des relations", "SUPPORT", None, "050", None, None, None),
    "election": EventKind("https://w3id.org/diplokg/event-type/election", DK.Event, ("elected", "candidate"), "election", "élection", None, None, None, None, None, None),
    "appointment": EventKind("https://w3id.org/diplokg/event-type/appointment", DK.Event, ("appointee", "appointer", "resigning"), "appointment", "nomination", None, None, None, None, None, None),
    "resignation": EventKind("https://w3id.org/diplokg/event-type/resignation", DK.Event, ("resigning", "appointer", "successor"), "resignation", "démission", None, None, None, None, None, None),
    "prisoner_release": EventKind("https://w3id.org/diplokg/event-type/prisoner_release", DK.Event, ("releaser", "mediator", "recipient", "released"), "release of prisoners", "libération de prisonniers", "RETREAT", "release", "0841", None, None, None),
    "aid": EventKind("https://w3id.org/diplokg/event-type/aid", DK.Event, ("donor", "recipient"), "aid", "aide", "AID", None, "070", None, None, None),
    "disarmament": EventKind("https://w3id.org/diplokg/event-type/disarmament", DK.Event, ("actor", "inspector", "target"), "disarmament", "désarmement", "RETREAT", "disarm", "0873", None, None, None),
    "regime_change": EventKind("https://w3id.org/diplokg/event-type/regime_change", DK.Event, ("actor", "successor", "target"), "change of regime", "changement de régime", None, None, None, None, None, None),
}
"""Event type -> what it is."""

PREFIXES: Final[dict[str, str]] = {
    "dk": "https://w3id.org/diplokg/ontology#", "et": "https://w3id.org/diplokg/event-type/",
    "id": "https://w3id.org/diplokg/id/", "graph": "https://w3id.org/diplokg/graph/",
    "article": "https://w3id.org/diplokg/article/", "edtf": "http://id.loc.gov/datatypes/edtf/",
    "oa": "http://www.w3.org/ns/oa#", "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/", "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": "http://www.w3.org/2004/02/skos/core#", "wd": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Prefix -> namespace."""
