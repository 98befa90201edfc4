"""A real browser for the tests of the page; tests/conftest.py hands its fixtures out.

Chromium is found by the variable CHROMIUM or on the path; without it the tests are skipped, and fail where
KG_REQUIRE_BROWSER=1 asks for them.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import networkx as nx
import pytest
from telling import AF, DOHA, FR, LAVROV, POMPEO, QA, RU, TALIBAN, TRUMP, US, extraction, stored, told

from kg import iri
from kg.store import Store
from kg.view import page as html
from kg.view.network import network

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


@pytest.fixture(scope="session")
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


@pytest.fixture(scope="session")
def small_network() -> nx.MultiDiGraph:
    return network(stored(extraction(*CLAIMS, text=SENTENCES, source="The Test Post")).oxigraph)


@pytest.fixture(scope="session")
def sample_network(sample_store) -> nx.MultiDiGraph:
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
