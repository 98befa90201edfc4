"""Plug-ins: listed without import, imported on use, ours and a stranger's alike."""

import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint

import pytest

from kg import load, plugins
from kg.errors import DataError, InputError
from kg.load import RawDocument


class Shouts:
    """A stranger's loader: every line that opens with !! is an article."""

    def sniff(self, head: bytes) -> float:
        return 1.0 if head.startswith(b"!!") else 0.0

    def read(self, data: bytes, where: str) -> Iterator[RawDocument]:
        for line in data.decode().splitlines():
            yield RawDocument(where=where, text=line[2:], language="en")


def test_our_loaders_are_registered():
    assert {"feed", "html", "json", "jsonfeed", "text"} <= set(plugins.names("kg.loaders"))


@pytest.mark.parametrize("name", plugins.names("kg.loaders"))
def test_every_registered_loader_is_a_loader(name):
    assert isinstance(plugins.load("kg.loaders", name), load.Loader)


def test_listing_names_imports_no_plugin():
    code = "import sys; from kg import plugins; plugins.names('kg.loaders'); print([m for m in sys.modules if m.startswith('kg.load')])"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )


def test_unknown_plugin_is_refused_with_the_names_at_hand():
    with pytest.raises(InputError, match="html"):
        plugins.load("kg.loaders", "nosuch")


def test_a_strangers_loader_reads_what_it_is_surest_of(monkeypatch):
    ours = plugins.names("kg.loaders")
    real = plugins.load
    monkeypatch.setattr(plugins, "names", lambda group: (*ours, "shouts"))
    monkeypatch.setattr(plugins, "load", lambda group, name: Shouts() if name == "shouts" else real(group, name))
    found = list(load.read(b"!!The two ministers met in Oslo on Monday.\n!!They agreed to meet again in the spring."))
    assert [item.loader for item in found] == ["shouts", "shouts"]
    assert next(iter(load.read(b"The two ministers met in Oslo on Monday."))).loader == "text"


def test_a_plugin_without_the_two_functions_is_named(monkeypatch):
    monkeypatch.setattr(plugins, "names", lambda group: ("odd",))
    monkeypatch.setattr(plugins, "load", lambda group, name: object())
    assert "no functions sniff and read" in str(next(iter(load.read(b"text"))))


def test_a_plugin_that_cannot_be_imported_is_named(monkeypatch):
    from importlib.metadata import EntryPoint

    monkeypatch.setattr(
        plugins, "_points", lambda group: {"gone": EntryPoint("gone", "no_such_module_anywhere", group)}
    )
    with pytest.raises(DataError, match="cannot be imported"):
        plugins.load("kg.other", "gone")


def test_of_two_plugins_with_one_name_the_first_by_value_stays_however_they_are_installed(monkeypatch):
    points = [EntryPoint("one", value, "kg.views") for value in ("kg.b:x", "kg.a:x", "kg.c:x")]
    for order in (points, points[::-1]):
        monkeypatch.setattr(plugins, "entry_points", lambda group, order=order: order)
        plugins._points.cache_clear()
        assert plugins.origin("kg.views", "one") == "kg.a:x"
    plugins._points.cache_clear()
