"""The page for everyone and everywhere: keyboard, table, barriers, print, notebooks, and texts that try to run."""

from html import escape
from pathlib import Path

import hostile
import networkx as nx
import pytest
from browsing import visible

from kg.view import page as html

pytestmark = pytest.mark.browser


# -------------------------------------------------------------------- everyone


def test_the_keyboard_alone_reaches_the_evidence(show, small_network: nx.MultiDiGraph) -> None:
    page = show(small_network)
    page.locator(".vis-network").focus()
    page.keyboard.press("ArrowRight")
    first = page.locator("#panel h2").inner_text().strip()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel"
    assert first in {data["label"] for _, data in small_network.nodes(data=True)}
    assert page.locator("#panel mark").count() >= 1
    page.keyboard.press("Escape")
    assert page.locator("#panel h2").inner_text() == "Evidence"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"


def test_the_table_holds_the_same_relations(show, small_network: nx.MultiDiGraph) -> None:
    page = show(small_network)
    page.locator("#as-table").click()
    assert page.locator("#table tbody tr").count() == small_network.number_of_edges()
    assert page.locator("#canvas").is_hidden()
    page.uncheck("#types input[value=meeting]")
    assert page.locator("#table tbody tr").count() == visible(page)
    page.locator("#table tbody button", has_text="troop withdrawal").click()
    assert page.locator("#panel mark").all_inner_texts() == ["Charlie left the country."]


def test_the_table_fits_beside_filters_and_evidence(show, sample_network: nx.MultiDiGraph) -> None:
    page = show(sample_network)
    page.locator("#as-table").click()
    assert page.evaluate("(one => one.scrollWidth <= one.clientWidth)(document.querySelector('.scroll'))")


def test_the_table_can_be_sorted(show, small_network: nx.MultiDiGraph) -> None:
    page = show(small_network)
    page.locator("#as-table").click()
    page.locator("#table th button", has_text="Confidence").click()
    page.locator("#table th button", has_text="Confidence").click()
    column = [int(text.rstrip("%")) for text in page.locator("#table tbody td:last-child").all_inner_texts()]
    assert column == sorted(column, reverse=True)
    assert page.locator("#table th[aria-sort=descending]").count() == 1


@pytest.mark.parametrize("state", ["open", "chosen", "table"])
@pytest.mark.parametrize("options", [{}, {"color_scheme": "dark"}, {"viewport": {"width": 390, "height": 844}}])
def test_no_serious_barrier_is_found(
    show, small_network: nx.MultiDiGraph, state: str, options: dict[str, object]
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = show(small_network, bypass_csp=True, **options)
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


def test_print_shows_the_head_and_no_controls(show, small_network: nx.MultiDiGraph) -> None:
    page = show(small_network)
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


def test_the_page_works_in_a_frame_of_a_notebook(show, small_network: nx.MultiDiGraph, tmp_path: Path, browser) -> None:
    faults = []
    holder = tmp_path / "holder.html"
    frame = f'<!doctype html><iframe id="f" srcdoc="{escape(html.render(small_network).decode())}" width="1200" height="700"></iframe>'
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
