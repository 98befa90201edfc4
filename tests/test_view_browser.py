"""The page in a real browser, from a file, with the network cut off.

Chromium is found by the variable CHROMIUM or on the path; without it these tests are skipped, and fail where
KG_REQUIRE_BROWSER=1 asks for them.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import hostile
import networkx as nx
import pytest
from telling import AF, DOHA, FR, LAVROV, POMPEO, QA, RU, TALIBAN, TRUMP, US, extraction, stored, told

from kg import iri
from kg.store import Store
from kg.view import page as html
from kg.view.network import network

pytestmark = pytest.mark.browser

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def executable() -> str:
    """Return the browser, or skip the test, or fail it where a browser is asked for."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        told = "no Chromium. Install it with: apt-get install chromium, or name one in the variable CHROMIUM"
        (pytest.fail if os.environ.get("KG_REQUIRE_BROWSER") == "1" else pytest.skip)(told)
    return found


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    from playwright.sync_api import sync_playwright

    path = executable()
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=path, headless=True, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture
def show(browser, tmp_path: Path) -> Iterator[Callable[..., object]]:
    """Return a function that opens a network as a page; what the page asks for, and its errors, fail the test."""
    contexts, faults = [], []

    def opened(graph: nx.MultiDiGraph, address: str = "", **options: object):
        file = tmp_path / "view.html"
        file.write_bytes(html.render(graph))
        context = browser.new_context(**({"offline": True, "viewport": {"width": 1280, "height": 800}} | options))
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda it: it.url.startswith(("file:", "data:", "blob:")) or faults.append(f"asks {it.url}"))
        page.on("pageerror", lambda it: faults.append(f"error {it}"))
        page.on("console", lambda it: it.type in {"error", "warning"} and faults.append(f"console {it.text}"))
        page.goto(file.as_uri() + address)
        page.wait_for_selector("body[data-ready='1']")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []


CLAIMS = (
    told("a", "meeting", POMPEO, TALIBAN, when="2020-11-21", place=DOHA, status="planned", attributed_to=US),
    told("b", "meeting", TRUMP, RU, FR, when="2018-07-16", confidence=0.9),
    told("c", "withdrawal", US, place=AF, when="2021-08-30", confidence=0.6),
    told("d", "visit", f"visitor:{POMPEO}", f"host:{QA}", when="2020-11-21", confidence=0.7),
    told("e", "statement", f"speaker:{LAVROV}", confidence=0.8),
)
SENTENCES = "Alpha said they would meet.\nBravo met three.\nCharlie left the country.\nDelta went there.\nEcho spoke."


@pytest.fixture(scope="module")
def small() -> nx.MultiDiGraph:
    return network(stored(extraction(*CLAIMS, text=SENTENCES, source="The Test Post")).oxigraph)


@pytest.fixture(scope="module")
def sample(sample_store) -> nx.MultiDiGraph:
    with Store.read(sample_store) as store:
        return network(store.oxigraph)


def visible(page) -> int:
    return int(page.get_attribute("body", "data-visible"))


def number(graph: nx.MultiDiGraph, actor: str) -> int:
    """Return the number by which the page knows a node."""
    return list(graph.nodes).index(iri.entity(actor))


def click_at(page, spot: dict[str, float]) -> None:
    stage = page.locator("#canvas").bounding_box()
    page.mouse.click(stage["x"] + spot["x"], stage["y"] + spot["y"])


# -------------------------------------------------------------------- it opens


def test_the_page_opens_from_a_file_with_the_network_cut_off(show, sample: nx.MultiDiGraph) -> None:
    page = show(sample)
    assert visible(page) == sample.number_of_edges()
    assert int(page.get_attribute("body", "data-nodes")) == len(sample)
    assert page.locator("#canvas canvas").count() == 1


def test_every_edge_is_drawn_in_a_line_or_told_by_its_node(show, sample: nx.MultiDiGraph) -> None:
    page = show(sample)
    drawn = sorted(edge for line in page.evaluate("kgPage.lines()") for edge in line["edges"])
    between = [index for index, (one, other) in enumerate(sample.edges()) if one != other]
    assert drawn == between


def test_labels_do_not_overlap_when_the_page_opens(show, sample: nx.MultiDiGraph) -> None:
    labels = show(sample).evaluate("kgPage.labels()")
    assert len(labels) >= 20
    crossing = {
        place
        for place, one in enumerate(labels)
        for other in labels[:place]
        if one["x"] < other["x"] + other["w"] and other["x"] < one["x"] + one["w"]
        and one["y"] < other["y"] + other["h"] and other["y"] < one["y"] + one["h"]
    }  # fmt: skip
    assert len(crossing) <= 0.02 * len(labels)


def test_the_most_connected_have_their_names_when_the_page_opens(show, sample: nx.MultiDiGraph) -> None:
    shown = {label["text"] for label in show(sample).evaluate("kgPage.labels()")}
    actors = (node for node, type_ in sample.nodes(data="type") if type_ != "event")
    most = sorted(actors, key=lambda node: -sample.degree(node))[:5]
    assert {sample.nodes[node]["label"][:33] for node in most} <= {text.rstrip("…") for text in shown}


@pytest.mark.parametrize("options", [{"color_scheme": "dark"}, {"viewport": {"width": 390, "height": 844}}])
def test_the_page_fits_the_dark_and_the_phone(show, small: nx.MultiDiGraph, options: dict[str, object]) -> None:
    page = show(small, **options)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    colours = page.evaluate(
        "[getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.body).color]"
    )
    assert colours[0] != colours[1]
    dark = "color_scheme" in options
    assert (colours[0] == "rgb(255, 255, 255)") != dark


# -------------------------------------------------------------------- filters


def test_a_type_can_be_hidden_and_shown(show, small: nx.MultiDiGraph) -> None:
    page = show(small)
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
def test_kinds_of_nodes_and_statuses_can_be_hidden(show, small: nx.MultiDiGraph, box: str, hidden: int) -> None:
    page = show(small)
    before = visible(page)
    page.uncheck(box)
    assert visible(page) == before - hidden


def test_time_and_confidence_narrow_what_is_shown(show, small: nx.MultiDiGraph) -> None:
    page = show(small)
    held = [(data["since"], data["confidence"]) for *_, data in small.edges(data=True)]
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


def test_hiding_all_says_so(show, small: nx.MultiDiGraph) -> None:
    page = show(small)
    for box in page.locator("#groups input").all():
        box.uncheck()
    assert visible(page) == 0
    assert page.locator("#empty").is_visible()


def test_only_what_is_around_a_node_can_be_shown(show, small: nx.MultiDiGraph) -> None:
    page = show(small)
    page.locator("#panel .most button", has_text="Mike Pompeo").click()
    page.locator("#panel button", has_text="Only what is around").click()
    assert visible(page) == 2
    page.locator("#around-off").click()
    assert visible(page) == small.number_of_edges()


# -------------------------------------------------------------------- evidence


def test_a_click_on_a_node_shows_its_sentences(show, small: nx.MultiDiGraph) -> None:
    page = show(small)
    click_at(page, page.evaluate(f"kgPage.spot({number(small, POMPEO)})"))
    panel = page.locator("#panel")
    assert panel.locator("h2").inner_text().strip() == "Mike Pompeo"
    assert (
        panel.locator("a", has_text="Wikidata Q473239").get_attribute("href")
        == "http://www.wikidata.org/entity/Q473239"
    )
    assert set(panel.locator("mark").all_inner_texts()) == {"Alpha said they would meet.", "Delta went there."}


def test_a_click_on_a_line_shows_its_sentences(show, small: nx.MultiDiGraph) -> None:
    page = show(small)
    ends = {number(small, US), number(small, AF)}
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


def test_who_said_it_and_of_what_status_stands_under_the_sentence(show, small: nx.MultiDiGraph) -> None:
    page = show(small)
    click_at(page, page.evaluate(f"kgPage.spot({number(small, TALIBAN)})"))
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


def test_search_finds_by_name_alias_and_wikidata_id(show, small: nx.MultiDiGraph) -> None:
    page = show(small)
    for words, expected in (("pompeo", "Mike Pompeo"), ("etats-unis", "United States"), ("Q473239", "Mike Pompeo")):
        page.fill("#search", words)
        page.press("#search", "Enter")
        assert page.locator("#panel h2").inner_text().strip() == expected
    page.fill("#search", "nobody at all")
    assert page.locator("#found").inner_text() == "Nothing is called so."


def test_the_address_keeps_what_is_chosen(show, small: nx.MultiDiGraph) -> None:
    page = show(small, address="#" + iri.entity(LAVROV))
    assert page.locator("#panel h2").inner_text().strip() == "Sergey Lavrov"
    assert page.locator("#panel mark").all_inner_texts() == ["Echo spoke."]


# -------------------------------------------------------------------- everyone


def test_the_keyboard_alone_reaches_the_evidence(show, small: nx.MultiDiGraph) -> None:
    page = show(small)
    page.locator(".vis-network").focus()
    page.keyboard.press("ArrowRight")
    first = page.locator("#panel h2").inner_text().strip()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel"
    assert first in {data["label"] for _, data in small.nodes(data=True)}
    assert page.locator("#panel mark").count() >= 1
    page.keyboard.press("Escape")
    assert page.locator("#panel h2").inner_text() == "Evidence"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"


def test_the_table_holds_the_same_relations(show, small: nx.MultiDiGraph) -> None:
    page = show(small)
    page.locator("#as-table").click()
    assert page.locator("#table tbody tr").count() == small.number_of_edges()
    assert page.locator("#canvas").is_hidden()
    page.uncheck("#types input[value=meeting]")
    assert page.locator("#table tbody tr").count() == visible(page)
    page.locator("#table tbody button", has_text="troop withdrawal").click()
    assert page.locator("#panel mark").all_inner_texts() == ["Charlie left the country."]


def test_the_table_can_be_sorted(show, small: nx.MultiDiGraph) -> None:
    page = show(small)
    page.locator("#as-table").click()
    page.locator("#table th button", has_text="Confidence").click()
    page.locator("#table th button", has_text="Confidence").click()
    column = [int(text.rstrip("%")) for text in page.locator("#table tbody td:last-child").all_inner_texts()]
    assert column == sorted(column, reverse=True)
    assert page.locator("#table th[aria-sort=descending]").count() == 1


@pytest.mark.parametrize("state", ["open", "chosen", "table"])
@pytest.mark.parametrize("options", [{}, {"color_scheme": "dark"}, {"viewport": {"width": 390, "height": 844}}])
def test_no_serious_barrier_is_found(show, small: nx.MultiDiGraph, state: str, options: dict[str, object]) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = show(small, bypass_csp=True, **options)
    if state == "chosen":
        page.fill("#search", "pompeo") if "viewport" not in options else None
        page.locator("#panel .most button", has_text="Mike Pompeo").click()
    if state == "table":
        page.locator("#as-table").click()
    found = Axe().run(page).response["violations"]
    serious = {
        each["id"]: [node["html"] for node in each["nodes"]]
        for each in found
        if each["impact"] in {"serious", "critical"}
    }
    assert serious == {}


def test_print_shows_the_head_and_no_controls(show, small: nx.MultiDiGraph) -> None:
    page = show(small)
    page.emulate_media(media="print")
    assert page.locator("header").is_visible()
    assert "November 21, 2020" in page.locator("header").inner_text()
    assert page.locator("#controls").is_hidden()
    assert page.locator("#canvas").is_visible()


# -------------------------------------------------------------------- what must not happen


def test_no_text_runs_wherever_it_stands(show) -> None:
    graph = hostile.network()
    page = show(graph)
    for node in range(len(graph)):
        page.evaluate(
            "node => { location.hash = encodeURIComponent(JSON.parse(document.getElementById('data').textContent).nodes[node].iri); }",
            node,
        )
        page.wait_for_function("node => document.querySelector('#panel .close')", arg=node)
    page.locator("#as-table").click()
    for row in page.locator("#table tbody button").all():
        row.click()
    page.fill("#search", "<")
    assert page.evaluate(f"typeof window.{hostile.MARK}") == "undefined"
    for made in (
        "iframe",
        "img",
        "script[src]",
        "#panel script",
        "#panel style",
        "#panel svg[onload]",
        "a[href^=javascript]",
        "a[href^=data]",
    ):
        assert page.locator(made).count() == 0


def test_the_page_works_in_a_frame_of_a_notebook(show, small: nx.MultiDiGraph, tmp_path: Path, browser) -> None:
    from html import escape

    faults = []
    holder = tmp_path / "holder.html"
    frame = f'<!doctype html><iframe id="f" srcdoc="{escape(html.render(small).decode())}" width="1200" height="700"></iframe>'
    holder.write_text(frame, encoding="utf-8")
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.on("pageerror", lambda it: faults.append(str(it)))
    page.goto(holder.as_uri())
    inside = page.frame_locator("#f")
    inside.locator("body[data-ready='1']").wait_for()
    inside.locator("#panel .most button", has_text="Mike Pompeo").click()
    assert inside.locator("#panel mark").count() == 2
    context.close()
    assert faults == []
