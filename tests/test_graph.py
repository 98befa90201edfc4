"""Extractions and authority entries become quads; the same content gives the same bytes."""

import by_hand
import pyoxigraph as ox
import pytest
from msgspec.structs import replace

from kg import authority, graph, iri
from kg.errors import DataError
from kg.model import Claim, Extraction, Mention, Participant
from kg.vocab import DK, EVENT_STATUSES, EVENT_TYPES, OA, PREFIXES, PROV, RDF, RDFS, ROLES, SCHEMA, SEM, SKOS

ARTICLE = by_hand.article()


def with_claim(claim: Claim, **changes: object) -> Extraction:
    return replace(by_hand.extraction(), claims=(replace(claim, **changes),))


@pytest.fixture(scope="module")
def store() -> ox.Store:
    """The graph of the extraction by hand with what the authority knows."""
    found = ox.Store()
    found.extend(graph.quads(by_hand.extraction()))
    found.extend(graph.authority_quads(authority.load(), graph.authority_ids(found)))
    return found


# ---------------------------------------------------------------- form


def test_the_same_extraction_gives_the_same_bytes() -> None:
    assert graph.nquads(graph.quads(by_hand.extraction())) == graph.nquads(graph.quads(by_hand.extraction()))


def test_the_order_of_claims_mentions_and_actors_does_not_change_the_bytes() -> None:
    it = by_hand.extraction()
    reading = replace(it.reading, mentions=it.reading.mentions[::-1], actors=it.reading.actors[::-1])
    turned = replace(it, reading=reading, claims=it.claims[::-1])
    assert graph.nquads(graph.quads(turned)) == graph.nquads(graph.quads(it))


def test_the_path_and_the_loader_leave_no_trace() -> None:
    it = by_hand.extraction()
    article = replace(it.article, path="/elsewhere/copy.txt", loader="other")
    moved = replace(it, reading=replace(it.reading, article=article))
    assert graph.nquads(graph.quads(moved)) == graph.nquads(graph.quads(it))


def test_every_quad_stands_in_the_graph_of_the_article() -> None:
    names = {quad.graph_name.value for quad in graph.quads(by_hand.extraction())}
    assert names == {iri.article_graph(ARTICLE.id)}


def test_there_are_no_blank_nodes_and_no_quad_comes_twice() -> None:
    quads = list(graph.quads(by_hand.extraction()))
    assert not any(isinstance(term, ox.BlankNode) for quad in quads for term in (quad.subject, quad.object))
    assert len(quads) == len(set(quads))


def test_a_store_gives_back_the_bytes_that_went_in(store: ox.Store) -> None:
    quads = list(graph.quads(by_hand.extraction()))
    quads += graph.authority_quads(authority.load(), graph.authority_ids(quads))
    assert graph.nquads(store) == graph.nquads(quads)


@pytest.mark.parametrize("base", [iri.BASE, "https://example.org/news/"])
def test_the_document_is_the_quads_in_bytes(base: str) -> None:
    it = by_hand.extraction()
    assert graph.document(it, base=base) == graph.nquads(graph.quads(it, base=base))


def test_an_id_that_makes_no_iri_is_refused_and_never_written() -> None:
    odd = with_claim(by_hand.claims()[0], place="no place")
    for way in (graph.quads, graph.document):
        with pytest.raises(ValueError, match="Invalid IRI"):
            list(way(odd))


def test_nquads_are_sorted_and_can_be_read() -> None:
    quads = set(graph.quads(by_hand.extraction()))
    text = graph.nquads(quads)
    assert text.splitlines() == sorted(text.splitlines())
    assert set(ox.parse(text, format=ox.RdfFormat.N_QUADS)) == quads


def test_another_base_moves_the_data_and_leaves_the_ontology() -> None:
    here = graph.nquads(graph.quads(by_hand.extraction())).decode()
    moved = graph.nquads(graph.quads(by_hand.extraction(), base="https://example.org/news/")).decode()
    assert "w3id.org/diplokg/ontology#Claim" in moved
    assert "w3id.org/diplokg/event-type/meeting" in moved
    back = moved.replace("https://example.org/news/", iri.BASE)
    assert sorted(back.splitlines()) == here.splitlines()
    assert "w3id.org/diplokg/id/" not in moved


# ---------------------------------------------------------------- articles and mentions


def test_the_article_keeps_its_metadata_and_says_how_it_was_read(store: ox.Store) -> None:
    found = by_hand.rows(
        store,
        """SELECT ?title ?published ?source ?agency ?length ?version ?profile WHERE {
          ?g a dk:ArticleGraph ; prov:wasDerivedFrom ?a ; prov:wasGeneratedBy ?run .
          ?a schema:headline ?title ; schema:datePublished ?published ; dk:source ?source ; dk:agency ?agency ;
             dk:textLength ?length . ?run prov:used ?a ; dk:pipelineVersion ?version ; dk:profile ?profile }""",
    )
    title, length = ARTICLE.title or "", str(len(ARTICLE.text))
    assert found == [(title, "2020-11-21T11:26:00Z", "La Dépêche d'essai", "AFP", length, "0.1.0", "fast")]


def test_every_passage_quotes_the_words_at_its_offsets(store: ox.Store) -> None:
    found = by_hand.rows(
        store,
        """SELECT ?start ?end ?exact ?prefix ?suffix WHERE {
          ?p oa:hasSelector ?s . ?s oa:start ?start ; oa:end ?end ; oa:refinedBy ?q .
          ?q oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix }""",
    )
    assert len(found) > 8
    for start, end, exact, prefix, suffix in found:
        assert exact == ARTICLE.text[int(start) : int(end)]
        assert ARTICLE.text[: int(start)].endswith(prefix)
        assert ARTICLE.text[int(end) :].startswith(suffix)
        assert max(len(prefix), len(suffix)) <= 20


def test_a_metonym_denotes_the_actor_and_keeps_the_place_that_it_names(store: ox.Store) -> None:
    found = by_hand.rows(
        store,
        """SELECT ?words ?actor ?kind ?literal WHERE { ?m dk:metonymType ?kind ; dk:literalReferent ?literal ;
          oa:hasBody ?actor ; oa:hasTarget/oa:hasSelector/oa:refinedBy/oa:exact ?words }""",
    )
    country, capital = iri.entity(by_hand.US), iri.entity("city/washington-d-c")
    assert found == [("Washington", country, PREFIXES["dk"] + "CapitalForGovernment", capital)]


def test_two_actors_at_one_span_are_two_mentions() -> None:
    start, end = by_hand.span("Washington et les talibans ont signé")
    pair = tuple(Mention(start, end, "x", "country", "description", actor=name) for name in (by_hand.US, by_hand.AF))
    it = by_hand.extraction()
    changed = replace(it, reading=replace(it.reading, mentions=pair))
    found = by_hand.rows(graph.quads(changed), "SELECT ?m ?body WHERE { ?m a dk:Mention ; oa:hasBody ?body }")
    assert [body for _, body in found] == [iri.entity(by_hand.AF), iri.entity(by_hand.US)]


def test_only_local_actors_are_described_in_the_article_graph() -> None:
    quads = list(graph.quads(by_hand.extraction()))
    found = by_hand.rows(
        quads, "SELECT ?a ?name ?alias WHERE { ?a a ?class ; rdfs:label ?name ; skos:altLabel ?alias }"
    )
    assert found == [(iri.entity(by_hand.SPOKESMAN), "Cale Brown", "Brown")]


def test_an_office_said_to_be_held_keeps_title_holder_and_words(store: ox.Store) -> None:
    found = by_hand.rows(
        store,
        """SELECT ?person ?title ?office ?of ?status WHERE { ?r a dk:RoleClaim ; dk:holder ?person ;
          dk:officeTitle ?title ; dk:office ?office ; dk:officeOf ?of ; dk:roleStatus ?status ; dk:evidence ?passage }""",
    )
    office, country = iri.entity("Q14213"), iri.entity(by_hand.US)
    assert found == [(iri.entity(by_hand.POMPEO), "secrétaire d'État", office, country, PREFIXES["dk"] + "Held")]


# ---------------------------------------------------------------- claims and events


def test_a_claim_says_who_says_what_how_surely_and_where() -> None:
    it = by_hand.extraction()
    quads = list(graph.quads(it))
    found = by_hand.rows(
        quads,
        """SELECT ?claim ?status ?factuality ?source ?cue ?day ?confidence ?rule ?words WHERE {
          ?claim a dk:Claim ; dk:eventStatus ?status ; dk:factuality ?factuality ; dk:attributedTo ?source ;
            dk:attributionCue ?cue ; dk:statementDate ?day ; dk:confidence ?confidence ; dk:rule ?rule ;
            dk:evidence/oa:hasSelector/oa:refinedBy/oa:exact ?words ; prov:wasGeneratedBy ?run }""",
    )
    words = "doit voir samedi à Doha des envoyés talibans"
    state = iri.entity(by_hand.STATE)
    dk = PREFIXES["dk"]
    claim = iri.part(ARTICLE.id, "claim", "c1")
    assert found == [(claim, dk + "Planned", dk + "CTplus", state, "a indiqué", "2020-11-20", "0.9", "meet-1", words)]


def test_the_articles_own_voice_and_unnamed_sources_are_sources(store: ox.Store) -> None:
    found = by_hand.rows(
        store,
        """SELECT DISTINCT ?kind ?label WHERE { ?c dk:attributedTo ?s . ?s a ?kind ; rdfs:label ?label
          FILTER(?kind IN (dk:Narrator, dk:UnnamedSource)) }""",
    )
    dk = PREFIXES["dk"]
    assert found == [(dk + "Narrator", "the article's own voice"), (dk + "UnnamedSource", "plusieurs sources")]


def test_who_speaks_without_a_name_is_a_source_of_this_article_alone() -> None:
    it = with_claim(
        by_hand.claims()[0], type="statement", participants=(Participant("unnamed:deux diplomates", "speaker"),)
    )
    found = by_hand.rows(
        graph.quads(it),
        "SELECT ?who ?label WHERE { ?e a dk:ReportedEvent ; sem:hasActor ?who . ?who rdfs:label ?label }",
    )
    assert found == [(iri.part(ARTICLE.id, "source", "deux-diplomates"), "deux diplomates")]


def test_a_reported_event_joins_what_its_claims_say() -> None:
    first = by_hand.claims()[0]
    second = replace(first, id="c9", when=None, place=None, participants=(Participant(by_hand.STATE, "host"),))
    it = replace(by_hand.extraction(), claims=(first, second))
    event = iri.part(ARTICLE.id, "event", "meet")
    found = by_hand.rows(
        graph.quads(it), f"SELECT ?who WHERE {{ <{event}> sem:hasActor ?who ; sem:hasPlace ?p ; dk:when ?t }}"
    )
    assert {who for (who,) in found} == {iri.entity(name) for name in (by_hand.POMPEO, by_hand.TALIBAN, by_hand.STATE)}


@pytest.mark.parametrize(("role", "acts"), [("speaker", True), ("addressee", True), ("topic", False)])
def test_who_is_only_spoken_of_does_not_take_part(role: str, acts: bool) -> None:
    it = with_claim(by_hand.claims()[0], type="statement", participants=(Participant(by_hand.TALIBAN, role),))
    quads = {
        (quad.predicate.value, quad.object.value) for quad in graph.quads(it) if isinstance(quad.object, ox.NamedNode)
    }
    taliban = iri.entity(by_hand.TALIBAN)
    assert (ROLES[role], taliban) in quads
    assert ((SEM.hasActor, taliban) in quads) is acts


def test_a_withdrawal_names_whose_forces_leave_where_and_how_many(store: ox.Store) -> None:
    found = by_hand.rows(
        store,
        """SELECT ?forces ?value ?kind ?approximate ?latest WHERE { ?e a dk:ReportedEvent ; dk:forcesOf ?forces ;
          dk:fromPlace ?place ; dk:deadline/dk:latest ?latest ; dk:troops ?q . ?q dk:approximate ?approximate ; dk:unit "soldiers"
          OPTIONAL { ?q schema:value ?value ; dk:quantityKind ?kind } }""",
    )
    withdrawn, us = PREFIXES["dk"] + "Withdrawn", iri.entity(by_hand.US)
    assert found == [
        (us, "", "", "false", "2021-08-31"),
        (us, "2000", withdrawn, "true", "2021-01-15"),
        (iri.entity(by_hand.DEFENCE), "2000", withdrawn, "true", "2021-01-15"),
    ]


def test_a_part_points_at_the_whole(store: ox.Store) -> None:
    part, whole = (iri.part(ARTICLE.id, "event", key) for key in ("partial", "full"))
    assert by_hand.rows(store, "SELECT ?p ?w WHERE { ?p sem:subEventOf ?w }") == [(part, whole)]


def test_an_agreement_has_parties_signing_terms_and_words(store: ox.Store) -> None:
    found = by_hand.rows(
        store,
        """SELECT ?party ?day ?term ?obligor ?latest WHERE { ?a a dk:ReportedAgreement ; dk:party ?party ;
          dk:signedIn/dk:when/dk:edtf ?day ; dk:evidence ?p ; dk:hasCommitment ?c .
          ?c dk:commitmentType ?term ; dk:obligor ?obligor ; dk:evidence ?q OPTIONAL { ?c dk:deadline/dk:latest ?latest } }""",
    )
    us, taliban = iri.entity(by_hand.US), iri.entity(by_hand.TALIBAN)
    withdrawal, guarantee = (PREFIXES["dk"] + name for name in ("TroopWithdrawalCommitment", "SecurityGuarantee"))
    day = "2020-02-29"
    assert found == sorted(
        (party, day, *term)
        for party in (us, taliban)
        for term in ((withdrawal, us, "2021-08-31"), (guarantee, taliban, ""))
    )


def test_an_agreement_that_the_authority_knows_is_named_at_once() -> None:
    it = by_hand.extraction()
    known = replace(it.agreements[0], id="agreement/paris-agreement")
    quads = graph.quads(replace(it, agreements=(known,)))
    found = by_hand.rows(quads, "SELECT ?known WHERE { ?a dk:aboutAgreement ?known }")
    assert found == [(iri.entity("agreement/paris-agreement"),)]
    assert by_hand.rows(graph.quads(it), "SELECT ?known WHERE { ?a dk:aboutAgreement ?known }") == []


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"type": "picnic"}, r"rule meet-1: event type 'picnic'"),
        ({"participants": (Participant(by_hand.US, "cook"),)}, r"role 'cook'.*Roles of meeting: participant"),
    ],
)
def test_an_extractor_that_invents_terms_is_told_which(changes: dict[str, object], words: str) -> None:
    with pytest.raises(DataError, match=words):
        list(graph.quads(with_claim(by_hand.claims()[0], **changes)))


def test_a_resolver_that_invents_metonyms_is_told_which() -> None:
    it = by_hand.extraction()
    odd = replace(it.reading.mentions[3], metonym="RiverForBank")
    with pytest.raises(DataError, match=r"'RiverForBank' of 'Washington'.*CapitalForGovernment"):
        list(graph.quads(replace(it, reading=replace(it.reading, mentions=(odd,)))))


@pytest.mark.parametrize("kind", EVENT_TYPES)
def test_every_event_type_and_each_of_its_roles_can_be_written(kind: str) -> None:
    people = tuple(Participant(by_hand.TALIBAN, role) for role in EVENT_TYPES[kind].roles)
    found = by_hand.rows(
        graph.quads(with_claim(by_hand.claims()[0], type=kind, participants=people)),
        "SELECT ?type WHERE { ?e a dk:ReportedEvent ; sem:eventType ?type }",
    )
    assert found == [(EVENT_TYPES[kind].iri,)]


@pytest.mark.parametrize("status", EVENT_STATUSES)
def test_every_status_can_be_written(status: str) -> None:
    quads = graph.quads(with_claim(by_hand.claims()[0], status=status))
    assert by_hand.rows(quads, "SELECT ?s WHERE { ?c dk:eventStatus ?s }") == [(EVENT_STATUSES[status],)]


def test_ids_of_the_authority_are_gathered_from_quads_and_local_ones_are_not() -> None:
    ids = graph.authority_ids(graph.quads(by_hand.extraction()))
    assert {by_hand.US, by_hand.TALIBAN, by_hand.POMPEO, by_hand.STATE, by_hand.DOHA} <= ids
    assert not any(iri.is_local(name) for name in ids)
    assert not any(name.startswith("http") for name in ids)


def test_terms_used_by_the_converter_are_named_in_the_ontology() -> None:
    known = {
        value for group in (DK, OA, PROV, RDF, RDFS, SCHEMA, SEM, SKOS) for value in map(str, vars(group).values())
    }
    known |= set(ROLES.values())
    quads = [*graph.quads(by_hand.extraction()), *graph.authority_quads(authority.load(), [by_hand.POMPEO])]
    assert {quad.predicate.value for quad in quads} <= known
