"""The page in a real browser, from a file, with the network cut off: it opens, filters, and shows its sentences."""

from dataclasses import replace

import networkx as nx
import pytest
from browsing import CLAIMS, click_at, executable, number, visible
from telling import AF, LAVROV, POMPEO, TALIBAN, US, extraction, stored

from kg import iri
from kg.view.network import network

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("asked", "outcome"), [("", pytest.skip.Exception), ("1", pytest.fail.Exception)])
def test_a_missing_browser_is_a_skip_and_a_fault_where_one_is_asked_for(
    asked: str, outcome: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("KG_REQUIRE_BROWSER", asked)
    with pytest.raises(outcome, match="apt-get install chromium"):
        executable()


# -------------------------------------------------------------------- it opens


def test_the_page_opens_from_a_file_with_the_network_cut_off(show, sample_network: nx.MultiDiGraph) -> None:
    page = show(sample_network)
    assert visible(page) == sample_network.number_of_edges()
    assert int(page.get_attribute("body", "data-nodes")) == len(sample_network)
    assert page.locator("#canvas canvas").count() == 1


def test_every_edge_is_drawn_in_a_line_or_told_by_its_node(show, sample_network: nx.MultiDiGraph) -> None:
    page = show(sample_network)
    drawn = sorted(edge for line in page.evaluate("kgPage.lines()") for edge in line["edges"])
    between = [index for index, (one, other) in enumerate(sample_network.edges()) if one != other]
    assert drawn == between


def test_labels_do_not_overlap_when_the_page_opens(show, sample_network: nx.MultiDiGraph) -> None:
    labels = show(sample_network).evaluate("kgPage.labels()")
    assert len(labels) >= 20
    crossing = {
        place
        for place, one in enumerate(labels)
        for other in labels[:place]
        if one["x"] < other["x"] + other["w"] and other["x"] < one["x"] + one["w"]
        and one["y"] < other["y"] + other["h"] and other["y"] < one["y"] + one["h"]
    }  # fmt: skip
    assert len(crossing) <= 0.02 * len(labels)


def test_the_most_connected_have_their_names_when_the_page_opens(show, sample_network: nx.MultiDiGraph) -> None:
    shown = {label["text"] for label in show(sample_network).evaluate("kgPage.labels()")}
    actors = (node for node, type_ in sample_network.nodes(data="type") if type_ != "event")
    most = sorted(actors, key=lambda node: -sample_network.degree(node))[:5]
    names = [sample_network.nodes[node]["label"][:33] in {text.rstrip("…") for text in shown} for node in most]
    assert names[0]
    assert sum(names) >= 3, "two that lie side by side have no room for both names"


@pytest.mark.parametrize("options", [{"color_scheme": "dark"}, {"viewport": {"width": 390, "height": 844}}])
def test_the_page_fits_the_dark_and_the_phone(show, small_network: nx.MultiDiGraph, options: dict[str, object]) -> None:
    page = show(small_network, **options)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.evaluate("document.getElementById('shown').textContent = '12,345 of 12,345 relations shown'")
    tabs = page.locator(".tabs button").evaluate_all("all => all.map(one => one.getBoundingClientRect().top)")
    assert len(set(tabs)) == 1
    colours = page.evaluate(
        "[getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.body).color]"
    )
    assert colours[0] != colours[1]
    dark = "color_scheme" in options
    assert (colours[0] == "rgb(255, 255, 255)") != dark


# -------------------------------------------------------------------- filters


def test_a_type_can_be_hidden_and_shown(show, small_network: nx.MultiDiGraph) -> None:
    page = show(small_network)
    before = visible(page)
    page.uncheck("#types input[value=meeting]")
    assert visible(page) == before - 4
    assert page.locator("#shown").inner_text() == f"{before - 4} of {before} relations shown"
    page.check("#types input[value=meeting]")
    assert visible(page) == before


@pytest.mark.parametrize(
    ("box", "hidden"),
    [("#groups input[value=person]", 4), ("#groups input[value=event]", 3), ("#statuses input[value=planned]", 1)],
)
def test_kinds_of_nodes_and_statuses_can_be_hidden(show, small_network: nx.MultiDiGraph, box: str, hidden: int) -> None:
    page = show(small_network)
    before = visible(page)
    page.uncheck(box)
    assert visible(page) == before - hidden


def test_time_and_confidence_narrow_what_is_shown(show, small_network: nx.MultiDiGraph) -> None:
    page = show(small_network)
    held = [(data["since"], data["confidence"]) for *_, data in small_network.edges(data=True)]
    page.locator("#sure").evaluate("it => { it.value = 0.75; it.dispatchEvent(new Event('input')); }")
    assert visible(page) == sum(sure >= 0.75 for _, sure in held)
    page.locator("#reset").click()
    assert visible(page) == len(held)
    page.locator("#from").focus()
    page.keyboard.press("ArrowRight")  # one month later than the first
    assert visible(page) == sum(since > "2018-07-31" for since, _ in held)
    assert page.locator("#from-text").inner_text() == "Aug 2018"
    page.locator("#to").focus()
    page.keyboard.press("ArrowLeft")
    assert visible(page) == sum("2018-07-31" < since < "2021-08-01" for since, _ in held)


def test_hiding_all_says_so(show, small_network: nx.MultiDiGraph) -> None:
    page = show(small_network)
    for box in page.locator("#groups input").all():
        box.uncheck()
    assert visible(page) == 0
    assert page.locator("#empty").is_visible()


def test_only_what_is_around_a_node_can_be_shown(show, small_network: nx.MultiDiGraph) -> None:
    page = show(small_network)
    page.locator("#panel .most button", has_text="Mike Pompeo").click()
    page.locator("#panel button", has_text="Only what is around").click()
    assert visible(page) == 2
    page.locator("#around-off").click()
    assert visible(page) == small_network.number_of_edges()


# -------------------------------------------------------------------- evidence


def test_a_click_on_a_node_shows_its_sentences(show, small_network: nx.MultiDiGraph) -> None:
    page = show(small_network)
    click_at(page, page.evaluate(f"kgPage.spot({number(small_network, POMPEO)})"))
    panel = page.locator("#panel")
    assert panel.locator("h2").inner_text().strip() == "Mike Pompeo"
    assert (
        panel.locator("a", has_text="Wikidata Q473239").get_attribute("href")
        == "http://www.wikidata.org/entity/Q473239"
    )
    assert set(panel.locator("mark").all_inner_texts()) == {"Alpha said they would meet.", "Delta went there."}


def test_a_click_on_a_line_shows_its_sentences(show, small_network: nx.MultiDiGraph) -> None:
    page = show(small_network)
    ends = {number(small_network, US), number(small_network, AF)}
    (line,) = (line for line in page.evaluate("kgPage.lines()") if {line["from"], line["to"]} == ends)
    click_at(page, page.evaluate("id => kgPage.middle(id)", line["id"]))
    panel = page.locator("#panel")
    assert panel.locator("mark").all_inner_texts() == ["Charlie left the country."]
    text = panel.inner_text()
    for told_ in (
        "troop withdrawal",
        "United States",
        "Afghanistan",
        "August 30, 2021",
        "The Test Post",
        "60%",
        "1 article",
    ):
        assert told_ in text


@pytest.mark.parametrize(
    ("around", "shown"),
    [
        (("", ""), ["", ""]),
        (("They met. ", " They left."), ["They met. ", " They left."]),
        ((" on Monday. ", " Later that "), ["… on Monday. ", " Later that …"]),
    ],
    ids=["alone", "whole", "cut"],
)
def test_what_stands_around_a_sentence_is_marked_where_it_is_cut(
    show, small_network: nx.MultiDiGraph, around: tuple[str, str], shown: list[str]
) -> None:
    graph = small_network.copy()
    for _, _, told in graph.edges(data=True):
        told["evidence"] = tuple(replace(each, before=around[0], after=around[1]) for each in told["evidence"])
    page = show(graph)
    click_at(page, page.evaluate(f"kgPage.spot({number(graph, TALIBAN)})"))
    assert page.locator("#panel .context").evaluate_all("all => all.map(one => one.textContent)") == [
        text for text in shown if text
    ]


def test_who_said_it_and_of_what_status_stands_under_the_sentence(show, small_network: nx.MultiDiGraph) -> None:
    page = show(small_network)
    click_at(page, page.evaluate(f"kgPage.spot({number(small_network, TALIBAN)})"))
    said = page.locator("#panel .said").inner_text()
    assert "said by United States" in said
    assert "planned" in said


def test_the_link_to_an_article_is_there_only_for_an_address_of_the_web(show) -> None:
    from dataclasses import replace

    graph = network(stored(extraction(CLAIMS[0], text="One met the other.", source="A")).oxigraph)
    for address, linked in (("https://example.org/a?b=1", 1), ("javascript:alert(1)", 0), ("file:///etc/passwd", 0)):
        graph.graph["docs"] = {name: replace(doc, url=address) for name, doc in graph.graph["docs"].items()}
        page = show(graph)
        click_at(page, page.evaluate(f"kgPage.spot({number(graph, TALIBAN)})"))
        assert page.locator("#panel .source").count() == 1
        assert page.locator("#panel .source a").count() == linked


def test_search_finds_by_name_alias_and_wikidata_id(show, small_network: nx.MultiDiGraph) -> None:
    page = show(small_network)
    for words, expected in (("pompeo", "Mike Pompeo"), ("etats-unis", "United States"), ("Q473239", "Mike Pompeo")):
        page.fill("#search", words)
        page.press("#search", "Enter")
        assert page.locator("#panel h2").inner_text().strip() == expected
    page.fill("#search", "nobody at all")
    assert page.locator("#found").inner_text() == "Nothing is called so."


def test_the_address_keeps_what_is_chosen(show, small_network: nx.MultiDiGraph) -> None:
    page = show(small_network, address="#" + iri.entity(LAVROV))
    assert page.locator("#panel h2").inner_text().strip() == "Sergey Lavrov"
    assert page.locator("#panel mark").all_inner_texts() == ["Echo spoke."]
