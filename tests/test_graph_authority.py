"""What the authority knows of the actors in use goes to the graph `authority`."""

import by_hand
import pytest

from kg import graph, iri
from kg.authority.values import Entry, Tenure
from kg.vocab import PREFIXES


class Table(dict[str, Entry]):
    """An authority of a few entries."""

    def entry(self, entry_id: str) -> Entry:
        return self[entry_id]

    def basis(self, tenure: Tenure) -> str:
        return tenure.basis


ENTRIES = Table(
    (entry.id, entry)
    for entry in (
        Entry(
            "person/a", "A. Person", "person", "QA", "Q101", names=("A. Person", "A. P."), label_fr="A. Personne",
            tenures=(
                Tenure("Emir", "head_of_state", "QA", "2013-06-25", "..", sure=True, office_id="Q900"),
                Tenure("Minister", "other", "QA", "2011", "2013-02", sure=True),
                Tenure("Envoy", "other", "QA", "2009", "2010", sure=False, office_id="Q901"),
            ),
        ),
        Entry("Q102", "B. Person", "person", "QA", "Q102", tenures=(Tenure("Emir of Qatar", "head_of_state", "QA", "1995", "2013", sure=True, office_id="Q900"),)),
        Entry("country/QA", "Qatar", "country", "QA", "Q846", names=("fr:Qatar", "de:Katar")),
        Entry("organization/x", "X", "organization", "QA", candidate="Q103"),
        Entry("governmentorganization/m", "Ministry", "organization", "QA", body="foreign_ministry"),
        Entry("military/f", "Forces", "military", "QA"),
        Entry("city/doha", "Doha", "place", "QA", "Q3861"),
        Entry("agreement/z", "Z", "agreement"),
    )
)  # fmt: skip


def test_only_what_is_used_is_described_with_its_country() -> None:
    found = by_hand.rows(
        graph.authority_quads(ENTRIES, ["city/doha", "person/unknown"]), "SELECT ?x WHERE { ?x dk:linkingStatus ?s }"
    )
    assert found == [(iri.entity("city/doha"),), (iri.entity("country/QA"),)]


@pytest.mark.parametrize(
    ("name", "kind", "status"),
    [
        ("person/a", "Person", "Linked"), ("country/QA", "Country", "Linked"), ("organization/x", "Organization", "Candidate"),
        ("governmentorganization/m", "GovernmentBody", "Unlinked"), ("military/f", "ArmedForces", "Unlinked"),
        ("city/doha", "Place", "Linked"), ("agreement/z", "Agreement", "Unlinked"),
    ],
)  # fmt: skip
def test_entries_have_class_and_linking_status(name: str, kind: str, status: str) -> None:
    found = by_hand.rows(
        graph.authority_quads(ENTRIES, [name]),
        f"SELECT ?kind ?status WHERE {{ <{iri.entity(name)}> a ?kind ; dk:linkingStatus ?status }}",
    )
    assert found == [(PREFIXES["dk"] + kind, PREFIXES["dk"] + status)]


def test_terms_of_office_have_days_and_doubtful_ones_are_left_out() -> None:
    found = by_hand.rows(
        graph.authority_quads(ENTRIES, ["person/a"]),
        """SELECT ?office ?from ?to WHERE { ?t a dk:OfficeTenure ; dk:holder ?p ; dk:office/rdfs:label ?office ;
          dk:validFrom ?from OPTIONAL { ?t dk:validTo ?to } }""",
    )
    assert found == [("Emir", "2013-06-25", ""), ("Minister", "2011-01-01", "2013-02-28")]


def test_the_country_of_an_office_is_described_though_its_holder_is_of_another() -> None:
    envoy = Entry("person/e", "E. Envoy", "person", "FR", tenures=(Tenure("Envoy", "other", "QA", "2011"),))
    table = Table({**ENTRIES, "person/e": envoy})
    quads = list(graph.authority_quads(table, ["person/e"]))
    found = by_hand.rows(quads, "SELECT ?state WHERE { ?o a dk:Office ; dk:officeOf ?state . ?state a dk:Country }")
    assert found == [(iri.entity("country/QA"),)]


@pytest.mark.parametrize(
    ("office", "body"),
    [
        ("Director General of the International Atomic Energy Agency", "intergovernmentalorganization/international-atomic-energy-agency"),
        ("Special Representative of the Secretary-General for Afghanistan (UNAMA)", "intergovernmentalorganization/united-nations"),
        ("Spokesperson of the Taliban political office", "armedgroup/taliban"),
    ],
)  # fmt: skip
def test_an_office_of_no_state_is_its_bodys_and_not_the_state_of_its_holder(office: str, body: str) -> None:
    holder = Entry("person/h", "H. Holder", "person", "QA", tenures=(Tenure(office, "other", "QA", "2011"),))
    table = Table({**ENTRIES, "person/h": holder, body: Entry(body, "Body", "igo")})
    found = by_hand.rows(
        graph.authority_quads(table, ["person/h"]), "SELECT ?o WHERE { ?x dk:officeOf ?o . ?o rdfs:label ?l }"
    )
    assert found == [(iri.entity(body),)]


def test_a_post_at_a_body_is_its_states() -> None:
    for office in ("Permanent Representative to the United Nations", "United States Ambassador to the United Nations"):
        holder = Entry("person/h", "H. Holder", "person", "QA", tenures=(Tenure(office, "ambassador", "QA", "2011"),))
        quads = graph.authority_quads(Table({**ENTRIES, "person/h": holder}), ["person/h"])
        assert by_hand.rows(quads, "SELECT ?o WHERE { ?x dk:officeOf ?o }") == [(iri.entity("country/QA"),)]


def test_an_office_with_several_labels_goes_by_the_fullest() -> None:
    quads = graph.authority_quads(ENTRIES, ["person/a", "Q102"])
    found = by_hand.rows(
        quads, f"SELECT ?label ?other WHERE {{ <{iri.entity('Q900')}> rdfs:label ?label ; skos:altLabel ?other }}"
    )
    assert found == [("Emir of Qatar", "Emir")]


def test_the_order_of_ids_does_not_change_the_bytes() -> None:
    names = list(ENTRIES)
    one, other = (graph.nquads(graph.authority_quads(ENTRIES, order)) for order in (names, names[::-1]))
    assert one == other


def test_names_in_languages_are_tagged() -> None:
    found = by_hand.rows(
        graph.authority_quads(ENTRIES, ["country/QA"]), 'SELECT ?n WHERE { ?x skos:altLabel ?n FILTER(lang(?n)="de") }'
    )
    assert found == [("Katar",)]
