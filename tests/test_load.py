"""Loading: formats told by content, bad input named, and laws that hold for every input."""

# ruff: noqa: DTZ001 - a header without a time zone gives a naive time

import gzip
import json
import os
import socket
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import lang, load
from kg.errors import InputError, LoadError
from kg.model import READ_SEGMENTS, Article

FIXTURES = Path(__file__).parent / "fixtures" / "load"
SHARED = Path(os.environ.get("KG_SHARED", Path(__file__).parents[2] / "shared"))
SEED = SHARED / "articles" / "2c35927e3fdca363.fr.txt"
needs_shared = pytest.mark.skipif(not SEED.exists(), reason="needs the shared files (set KG_SHARED)")

SENTENCE = "The two ministers met in Oslo on Monday to discuss the border dispute between their countries."
PHRASE = "Les deux ministres se sont rencontrés lundi à Oslo pour évoquer le différend frontalier à l'été."


def one(data: bytes, **wish) -> Article:
    """Return the only article of some bytes."""
    found = list(load.read(data, "given", **wish))
    assert len(found) == 1
    assert isinstance(found[0], Article), found[0]
    return found[0]


def refusal(data: bytes, **wish) -> str:
    """Return why some bytes are left out."""
    found = list(load.read(data, "given", **wish))
    assert len(found) == 1
    assert isinstance(found[0], LoadError)
    assert found[0].where.startswith("given")
    return found[0].reason


def said(article: Article, kind: str) -> list[str]:
    """Return what the segments of a kind say."""
    return [article.text[part.start : part.end] for part in article.segments if part.kind == kind]


def holds_all(article: Article) -> bool:
    """Tell whether the segments are in order, do not overlap, and hold every character that is not blank."""
    at = 0
    for part in article.segments:
        if part.start < at or part.end <= part.start or article.text[at : part.start].strip():
            return False
        at = part.end
    return not article.text[at:].strip()


@pytest.mark.parametrize(
    ("name", "loader", "count", "errors"),
    [
        ("wire.fr.txt", "text", 1, 0),
        ("wire.en.txt", "text", 1, 0),
        ("page.html", "html", 1, 0),
        ("feed.rss", "feed", 1, 1),
        ("feed.atom", "feed", 1, 0),
        ("jsonfeed.json", "jsonfeed", 1, 1),
        ("lines.jsonl", "json", 2, 1),
        ("newsplease.json", "json", 1, 0),
    ],
)
@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
def test_format_is_told_by_content_and_not_by_name(*, name, loader, count, errors, packed, tmp_path):
    data = (FIXTURES / name).read_bytes()
    file = tmp_path / "anything.bin"
    file.write_bytes(gzip.compress(data) if packed else data)
    found = list(load.articles([file]))
    good = [item for item in found if isinstance(item, Article)]
    assert len(good) == count
    assert len(found) - len(good) == errors
    assert {article.loader for article in good} == {loader}
    assert all(holds_all(article) for article in good)


@pytest.mark.parametrize("name", sorted(path.name for path in FIXTURES.iterdir()))
def test_reading_twice_gives_the_same_articles(name):
    assert list(map(str, load.articles([FIXTURES / name]))) == list(map(str, load.articles([FIXTURES / name])))


@needs_shared
def test_seed_header_is_metadata():
    seed = next(iter(load.articles([SEED])))
    assert isinstance(seed, Article)
    assert seed.title == SEED.read_text(encoding="utf-8").splitlines()[0]
    assert seed.byline == "Epoch Times avec AFP"
    assert (seed.source, seed.agency, seed.language) == ("Epoch Times", "AFP", "fr")
    assert (seed.published, seed.modified) == (datetime(2020, 11, 21, 11, 26), datetime(2020, 11, 21, 11, 37))


@needs_shared
@pytest.mark.parametrize("layout", ["as it is", "one line a paragraph", "windows line ends", "utf-16", "hard-wrapped"])
def test_seed_furniture_is_never_read(layout):
    text = SEED.read_text(encoding="utf-8")
    if layout == "one line a paragraph":
        text = "\n".join(line for line in text.split("\n") if line.strip())
    if layout == "windows line ends":
        text = text.replace("\n", "\r\n")
    if layout == "hard-wrapped":
        import textwrap

        text = "\n\n".join(textwrap.fill(part, 72) for part in text.split("\n\n"))
    seed = one(text.encode("utf-16" if layout == "utf-16" else "utf-8"))
    read = " ".join(seed.text[part.start : part.end] for part in seed.segments if part.kind in READ_SEGMENTS)
    assert "29 février 2020" in " ".join(said(seed, "caption")[0].split())
    assert "Jack Ma" not in read
    assert "Epoch Times" not in read
    assert "Getty" not in read
    assert "droits des femmes" in " ".join(read.split())
    assert "Mettre fin aux «\xa0guerres sans fin\xa0»" in said(seed, "header")
    assert seed.published == datetime(2020, 11, 21, 11, 26)
    assert holds_all(seed)


@needs_shared
def test_seed_pasted_as_one_line_keeps_header_and_appeal_apart():
    seed = one(" ".join(SEED.read_text(encoding="utf-8").split()).encode())
    assert seed.title == SEED.read_text(encoding="utf-8").splitlines()[0]
    assert seed.published == datetime(2020, 11, 21, 11, 26)
    assert said(seed, "lead")[0].endswith("droits des femmes.")
    assert said(seed, "appeal")[0].startswith("Soutenez")


@needs_shared
def test_every_shared_sample_gives_articles_or_reasons():
    found = list(load.articles([SHARED / "samples"]))
    assert found
    for item in found:
        assert isinstance(item, LoadError) or holds_all(item)


@needs_shared
@pytest.mark.parametrize(
    ("folder", "name", "title", "published"),
    [
        ("newsplease-json", "sample.json", "Moscow to Kiev", "2017-07-17"),
        ("html", "LesEchos_2024_07_18.html.gz", "Europe\xa0: les ventes de voitures neuves", "2024-07-18"),
        ("html", "1791336003.html", "Azerbaijan launches counteroffensive", "2020-10-13"),
        ("feeds", "feed2.rss", "Example entry", "2009-09-06"),
        ("feeds", "feed1.atom", "Atom-Powered Robots Run Amok", "2003-12-13"),
    ],
)
def test_shared_samples_give_title_and_date(folder, name, title, published):
    found = next(iter(load.articles([SHARED / "samples" / folder / name])))
    assert isinstance(found, Article)
    assert (found.title or "").startswith(title)
    assert found.published is not None
    assert found.published.date().isoformat() == published


def test_page_keeps_captions_and_drops_navigation():
    page = next(iter(load.articles([FIXTURES / "page.html"])))
    assert isinstance(page, Article)
    assert said(page, "caption") == ["Les quatre ministres à Yaoundé, le 19 mai 2021."]
    assert said(page, "credit") == ["(Photo : Exemple / AFP)"]
    assert "Accueil" not in page.text
    assert "tout autre accord" not in page.text
    assert "3.000\xa0soldats" in said(page, "lead")[0]
    assert said(page, "related") == ["Sur le même sujet", "Le ministre malien démissionne"]
    assert said(page, "appeal") == ["Recevez chaque matin notre lettre."]
    assert said(page, "body")[-1].startswith("La force doit être prête")
    assert (page.source, page.agency, page.url) == (
        "Le Fil du Sahel",
        "AFP",
        "https://lefildusahel.example/2021/05/20/lac-tchad",
    )
    assert page.published == datetime(2021, 5, 20, 8, 30, tzinfo=timezone(timedelta(hours=1)))


def test_plain_and_news_please_fields_say_the_same():
    plain = one(
        b'{"headline": "T t t", "content": "%s", "date": "2020-01-02", "publisher": {"name": "O"}, "lang": "en"}'
        % SENTENCE.encode()
    )
    theirs = one(
        b'{"title": "T t t", "maintext": "%s", "date_publish": "2020-01-02 00:00:00", "source_domain": "O", "language": "en"}'
        % SENTENCE.encode()
    )
    assert plain == theirs


@pytest.mark.parametrize(
    "fields",
    [
        '"headlines": [{"value": "T t t"}], "bodies": [{"contenttype": "text/html", "value": "<p>S</p>"}, {"contenttype": "text/plain", "value": "S"}]',
        '"headline": "T t t", "body_text": "S"',
        '"title": "T t t", "content": "<p>S</p>"',
        '"title": "T t t", "content_html": "<div><p>S</p></div>"',
    ],
)
def test_bodies_and_markup_of_other_field_names_are_read(fields):
    article = one(f'{{{fields}, "language": "en"}}'.replace("S", SENTENCE).encode())
    assert article.text == f"T t t\n\n{SENTENCE}"
    assert [part.kind for part in article.segments] == ["title", "lead"]


def test_title_inside_the_text_is_not_told_twice():
    article = one(
        b'{"title": "Ministers meet in Oslo", "text": "Ministers meet in Oslo\\n\\n%s", "lang": "en"}'
        % SENTENCE.encode()
    )
    assert article.text.count("Ministers meet in Oslo") == 1
    assert said(article, "title") == ["Ministers meet in Oslo"]


def test_image_caption_of_a_record_is_a_caption():
    article = next(iter(load.articles([FIXTURES / "newsplease.json"])))
    assert isinstance(article, Article)
    assert said(article, "caption") == ["La salle du sommet, à Rabat."]


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("utf-16-le", ""),
        ("utf-32", ""),
        ("cp1252", ""),
        ("latin-1", ""),
        ("iso8859-15", "iso-8859-15"),
    ],
)
def test_text_is_decoded_whatever_its_encoding(encoding, declared):
    body = (
        f"<html><head><meta charset='{declared}'></head><body><p>{PHRASE * 3}</p></body></html>" if declared else PHRASE
    )
    article = one(body.encode(encoding))
    assert PHRASE in article.text
    assert bool(article.repairs) == encoding.startswith(("cp", "latin", "iso", "utf-16-"))


def test_mojibake_is_mended_and_logged():
    broken = PHRASE.encode().decode("cp1252")
    article = one(broken.encode())
    assert article.text == PHRASE
    assert "mojibake" in article.repairs[0]


@pytest.mark.parametrize(
    "text",
    [
        f"{PHRASE}  Deux  blancs\xa0!",
        PHRASE.replace("é", "e\u0301"),
        f"\ufeff{PHRASE}"[1:],
        "L’été “chaud” – ﬁn. " + PHRASE,
    ],
)
def test_text_is_stored_as_the_source_has_it(text):
    assert one(text.encode()).text == text
    assert one(text.encode()).repairs == ()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\x00\x01\x02" * 500, "NUL"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + b"\x00\x01" * 200, "PDF"),
        (b"PK\x03\x04" + b"\x00" * 50, "ZIP"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "picture"),
        (b'{"title": "x", "text": "unfinished', "not JSON"),
        (b"[]", "empty list"),
        (b'{"a": 1}', "no text"),
        (b'{"title": "Only a headline", "text": ""}', "no text"),
        (b"42", "table or code"),
        (b"1;2;3;4;5;6;7;8;9\n" * 50, "table"),
        (b"<html><body><p>Page not found.</p></body></html>", "without a story"),
        (b"<html><head><title>x</title></head></html>", "without a story"),
        (b"<rss version='2.0'><channel><title>t</title></channel></rss>", "without entries"),
        (b"date,actor,deed\n2020-01-01,France,talks\n2020-01-02,Chad,visit\n", "is a table"),
        (b'day;deed\n1 May;"They met; they left."\n2 May;"They met, and left."\n3 May;nothing\n', "is a table"),
        (b'"The ministers met in Oslo on Monday."', "a JSON value without fields"),
        (b"null", "a JSON value without fields"),
        (b"Hello", "no three words in a row"),
        (b'{"title": "Hello", "text": "World"}', "no three words in a row"),
        (b'[output]\ncolour = "red"\nsize = 4\n', "no three words in a row"),
        (b"<NewsML><NewsItem>text</NewsItem></NewsML>", "markup that no loader reads"),
        (b"{\\rtf1\\ansi text}", "RTF"),
        (b"WARC/1.0\r\nWARC-Type: response\r\n\r\n", "WARC"),
        (b"a.txt".ljust(257, b"\x00") + b"ustar\x0000", "tar archive"),
        (
            b"Subject: talks\nFrom: a@b.example\nMIME-Version: 1.0\nContent-Type: text/plain\n\nThe ministers met.",
            "e-mail",
        ),
        (b"# Notes\n\n| event | day |\n|---|---|\n| talks | Monday |\n", "Markdown"),
        (
            b"<?xml version='1.0'?><nitf><body><p>The ministers met in Oslo on Monday.</p></body></nitf>",
            "markup that no loader reads",
        ),
        (b"   12 of 40 DOCUMENTS\n\nThe ministers met in Oslo on Monday to discuss the border.", "many documents"),
        (gzip.compress(SENTENCE.encode() * 50)[:60], "cut off"),
        (b"\x1f\x8b\x08\x00garbage that is no deflate stream", "gzip"),
        (SENTENCE.encode() * 120_000, "characters long"),
        ("日本とロシアの外相が会談した。両国は来月も協議を続ける。".encode(), "language without a data file"),
    ],
)
def test_bad_input_gets_one_reason(data, reason):
    assert reason in refusal(data)


@pytest.mark.parametrize(
    "text",
    [
        "Paris, Monday\n\nThe ministers met, as planned\n\nThey agreed, he said\n\nTalks go on, she said",
        'The envoy said "The ministers met in Oslo on Monday."',
        '\t"The ministers met in Oslo on Monday.\nThey agreed, he said.\nTalks go on, she said.',
        "Ministers agree truce",
    ],
)
def test_commas_and_quotation_marks_make_no_table_of_a_text(text):
    assert one(text.encode(), language="en").text == text


def test_language_error_names_the_languages_at_hand():
    assert ", ".join(lang.codes()) in refusal(
        "Президент встретился с министром в понедельник, чтобы обсудить переговоры.".encode()
    )


def test_a_run_goes_on_after_bad_files(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\x00\x01\x00\x01")
    (tmp_path / "b.txt").write_text(SENTENCE)
    (tmp_path / "c.json").write_text('{"text": ')
    (tmp_path / ".hidden").write_text(SENTENCE)
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "d.txt").write_text(PHRASE)
    found = list(load.articles([tmp_path, tmp_path / "absent.txt"]))
    assert [type(item).__name__ for item in found] == ["LoadError", "Article", "LoadError", "Article", "LoadError"]
    assert "No such file" in str(found[-1])
    assert str(tmp_path / "a.txt") in str(found[0])


@pytest.mark.parametrize("times", [1, 2])
def test_packed_files_are_unpacked(times):
    data = SENTENCE.encode()
    for _ in range(times):
        data = gzip.compress(data)
    assert one(data).text == SENTENCE


def test_a_page_is_decoded_as_it_declares():
    story = "Les ministres se sont rencontrés à Oslo. Le prêt de 200 € sera versé au cœur de l'été."
    page = f"<html><head><meta charset='iso-8859-15'><title>Prêt</title></head><body><p>{story}</p><p>{PHRASE}</p></body></html>"
    found = one(page.encode("iso-8859-15"))
    assert story in found.text
    assert found.repairs == ("decoded as iso8859-15, as the file declares",)


def test_one_odd_sign_alone_is_left_as_the_source_has_it():
    text = SENTENCE + " The sign Ã© stands for a letter."
    assert (one(text.encode()).text, one(text.encode()).repairs) == (text, ())


def test_an_outlet_told_by_its_address_is_named_without_what_all_share():
    data = json.dumps({"text": SENTENCE, "source": "www.example.org"})
    assert one(data.encode()).source == "example.org"


@pytest.mark.parametrize("kind", [str, Path])
def test_a_lone_path_is_one_path(tmp_path, kind):
    (tmp_path / "a.txt").write_text(SENTENCE)
    assert [each.path for each in load.articles(kind(tmp_path))] == [str(tmp_path / "a.txt")]


def test_an_address_is_told_from_a_file():
    [found] = load.articles(["https://example.org/a.html"])
    assert str(found).startswith(
        "https://example.org/a.html: is an address, not a file; nothing is fetched. Save the page"
    )


def test_folder_without_files_is_named(tmp_path):
    (tmp_path / ".hidden").write_text(SENTENCE)
    assert "without files" in str(next(iter(load.articles([tmp_path]))))


def test_links_that_lead_back_are_refused_once(tmp_path):
    (tmp_path / "a.txt").write_text(SENTENCE)
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    found = list(load.articles([tmp_path]))
    assert [isinstance(item, Article) for item in found] == [True, False, False]
    assert "leads back" in str(found[1])


def test_pipes_in_a_folder_are_not_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert "pipe" in str(next(iter(load.articles([tmp_path]))))


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_unreadable_file_is_named(tmp_path):
    file = tmp_path / "closed.txt"
    file.write_text(SENTENCE)
    file.chmod(0)
    assert "Permission denied" in str(next(iter(load.articles([file]))))


@pytest.mark.parametrize("wish", [{"format": "nosuch"}, {"language": "xx"}])
def test_an_unknown_wish_is_refused_before_anything_is_read(wish):
    with pytest.raises(InputError, match="at hand"):
        load.articles(["/nonexistent"], **wish)


def test_the_users_wishes_win():
    when = datetime(1999, 1, 2)
    article = one(
        b'{"text": "%s", "date": "2020-01-02", "lang": "en"}' % SENTENCE.encode(), published=when, language="fr"
    )
    assert (article.published, article.language) == (when, "fr")
    assert one(b'{"text": "Not JSON here."}', format="text", language="en").loader == "text"


@pytest.mark.parametrize("opening", ["[1] ", "[Update] ", '"', "(AFP) - ", "- ", "# "])
def test_text_that_opens_with_a_sign_is_text(opening):
    assert one((opening + SENTENCE).encode(), language="en").loader == "text"


def test_unknown_time_of_publication_stays_unknown():
    assert one(SENTENCE.encode()).published is None


def test_day_of_publication_is_read_from_an_address():
    article = one(b'{"text": "%s", "url": "https://a.example/2020/11/21/x", "lang": "en"}' % SENTENCE.encode())
    assert article.published == datetime(2020, 11, 21)


def test_same_text_in_two_outlets_is_two_articles():
    ids = {
        one(b'{"text": "%s", "lang": "en", "source": "%s"}' % (SENTENCE.encode(), outlet)).id
        for outlet in (b"A", b"B", b"A")
    }
    assert len(ids) == 2


def test_nothing_reaches_the_network(monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    bomb = b'<!DOCTYPE rss [<!ENTITY e SYSTEM "http://127.0.0.1:9/x">]><rss version="2.0"><channel><item><title>&e;</title><description>%s &e;</description></item></channel></rss>'
    found = [*load.articles([FIXTURES]), *load.read(bomb % SENTENCE.encode(), language="en")]
    assert found


def test_entities_are_not_expanded(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    data = f'<!DOCTYPE rss [<!ENTITY e SYSTEM "file://{secret}">]><rss version="2.0"><channel><item><title>A title here</title><description>{SENTENCE} &e;</description></item></channel></rss>'
    assert not any(
        "the secret" in item.text for item in load.read(data.encode(), language="en") if isinstance(item, Article)
    )


@pytest.mark.parametrize(
    "bit",
    [
        "«",
        "“",
        '"',
        "(",
        "[",
        "A/",
        "Aa / ",
        "© ",
        "- ",
        ". ",
        "PARIS ",
        "Par ",
        "3 mars 2021 à 10h12 ",
        "Photo par ",
        "Soutenez ",
        "Focus sur ",
        "\n",
        "a\n",
    ],
)
def test_repetition_takes_no_longer_than_its_length_allows(bit):
    data = json.dumps({"text": f"{PHRASE} " + bit * (100_000 // len(bit))})
    began = time.process_time()
    assert list(load.read(data.encode(), language="fr"))
    assert time.process_time() - began < 20


OPENINGS = [
    b"",
    b"<html><body><p>",
    b'{"text": "',
    b"[",
    b"<rss><channel><item><description>",
    b'{"version": "https://jsonfeed.org/version/1", "items": [',
    b"\x1f\x8b",
    b"\xff\xfe",
    b"<?xml version='1.0'?>",
]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(OPENINGS), st.binary(max_size=400), st.sampled_from([None, "fr", "en"]))
def test_any_bytes_give_articles_or_named_reasons(opening, data, language):
    for item in load.read(opening + data, "given", language=language):
        assert isinstance(item, LoadError) or holds_all(item)


BITS = st.sampled_from([
    "\n", "\n\n", " ", "\xa0", "\u200f", "\xad", "\u2028", "\t", "- ", "Par ", "By ", "Photo : ", "(AFP)", " / AFP", "PARIS, 3 mars (Reuters) - ", "3 mars 2021 à 10h12",
    "Published March 3, 2021 at 5:04 p.m.", "À lire aussi : ", "Soutenez-nous. ", "Subscribe to our newsletter.", "« ", " »", '"', "Kaboul", "le ministre a dit que ", "Merkel", ". ", "!", "?", "©", "1er", "99:99", "<p>", "&amp;",
])  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(BITS, max_size=60).map("".join), st.sampled_from(["fr", "en"]))
def test_any_text_keeps_every_character_in_one_segment(text, language):
    for item in load.read(text.encode(), "given", language=language, format="text"):
        assert isinstance(item, LoadError) or holds_all(item)


@settings(max_examples=60, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=30),
        lambda below: (
            st.lists(below, max_size=3)
            | st.dictionaries(
                st.sampled_from(["title", "text", "date", "authors", "items", "url", "language", "images", "source"]),
                below,
                max_size=5,
            )
        ),
    )
)
def test_any_json_gives_articles_or_named_reasons(value):
    for item in load.read(json.dumps(value).encode(), "given", language="en", format="json"):
        assert isinstance(item, LoadError) or holds_all(item)


_PROSE = "The two foreign ministers met in Oslo on Monday and agreed to open talks on the border in the spring."


@pytest.mark.parametrize(
    ("fields", "byline"),
    [
        ({"authors": ["Nellie Bly", "Albert Londres"]}, "Nellie Bly, Albert Londres"),
        ({"authors": [{"name": "Nellie Bly"}, {"name": "Albert Londres"}]}, "Nellie Bly, Albert Londres"),
        ({"authors": [], "author": "Nellie Bly"}, "Nellie Bly"),
        ({"authors": [" ", None], "byline": "Nellie Bly"}, "Nellie Bly"),
        ({"author": {"name": "Nellie Bly"}, "byline": "Albert Londres"}, "Nellie Bly"),
    ],
)
def test_the_authors_of_a_record_are_named_in_their_order_by_the_first_field_that_is_filled(
    fields: dict[str, object], byline: str
) -> None:
    (article,) = load.read(json.dumps({"title": "Ministers meet", "text": _PROSE, **fields}).encode())
    assert isinstance(article, Article)
    assert article.byline == byline


@pytest.mark.parametrize(
    ("item", "feed", "byline"),
    [
        ({"authors": [{"name": "Nellie Bly"}, {"name": "Albert Londres"}]}, {}, "Nellie Bly, Albert Londres"),
        ({"author": {"name": "Nellie Bly"}}, {"authors": [{"name": "Albert Londres"}]}, "Nellie Bly"),
    ],
)
def test_the_authors_of_an_item_of_a_feed_are_its_own(
    item: dict[str, object], feed: dict[str, object], byline: str
) -> None:
    item = {"title": "Ministers meet", "content_text": _PROSE, **item}
    given = {"version": "https://jsonfeed.org/version/1.1", "title": "News", "items": [item], **feed}
    (article,) = load.read(json.dumps(given).encode())
    assert isinstance(article, Article)
    assert article.byline == byline
