"""Web pages: the story is found whatever holds it, and what stands around it stays out."""

from datetime import datetime, timedelta, timezone

import pytest

from kg import load
from kg.errors import LoadError
from kg.model import READ_SEGMENTS, Article

# ruff: noqa: DTZ001 - a page without a time zone gives a naive time

TITLE = "Oslo reçoit les envoyés des deux camps"
STORY = [
    "Le chef de la diplomatie norvégienne a reçu lundi à Oslo les envoyés des deux gouvernements, réunis pour la première fois depuis janvier.",
    "Les discussions doivent reprendre jeudi, selon un porte-parole du ministère, qui n'a pas donné d'autres détails sur leur contenu.",
    "La Norvège joue depuis deux ans un rôle de médiateur entre les deux gouvernements, qui se disputent la région frontalière.",
    "L'envoyé du Soudan a jugé les discussions utiles, tout en refusant de parler d'un accord avec l'Éthiopie avant l'été.",
]
NOISE = "Je trouve que tout cela est fort bien dit et je le répète à qui veut l'entendre depuis longtemps."


def paragraphs(texts):
    return "".join(f"<p>{text}</p>" for text in texts)


def page(body: str, head: str = "") -> Article:
    found = list(load.read(f"<!DOCTYPE html><html lang='fr'><head>{head}</head><body>{body}</body></html>".encode()))
    assert len(found) == 1
    assert isinstance(found[0], Article), found[0]
    return found[0]


def read(article: Article) -> list[str]:
    return [article.text[part.start : part.end] for part in article.segments if part.kind in READ_SEGMENTS]


BODY = paragraphs(STORY)
LAYOUTS = {
    "article": f"<article><h1>{TITLE}</h1>{BODY}</article>",
    "div in div": f"<div><div><h1>{TITLE}</h1></div><div><div>{BODY}</div></div></div>",
    "form": f"<form><div><h1>{TITLE}</h1>{BODY}</div></form>",
    "table and line breaks": f"<table><tr><td><a href='/'>Accueil</a></td><td><b>{TITLE}</b><br><br>{'<br><br>'.join(STORY)}</td></tr></table>",
    "two halves": f"<main><h1>{TITLE}</h1><div>{paragraphs(STORY[:2])}</div><div class='ads'>Publicité</div><div>{paragraphs(STORY[2:])}</div></main>",
    "cards below": f"<main><article><h1>{TITLE}</h1>{BODY}</article>"
    + f"<article><h2><a href='/z'>Un autre titre</a></h2><p>{NOISE}</p></article>" * 5
    + "</main>",
    "comments longer than the story": f"<article><h1>{TITLE}</h1>{BODY}</article><div id='comments'>{paragraphs([NOISE] * 40)}</div>",
    "navigation above": f"<nav><ul>{'<li><a href=x>Rubrique</a></li>' * 40}</ul></nav><div class='breadcrumb'>Accueil &gt; Monde</div><article><h1>{TITLE}</h1>{BODY}</article>",
    "boxes inside": f"<article><h1>{TITLE}</h1>{paragraphs(STORY[:2])}<aside><p>{NOISE}</p></aside><div class='newsletter-signup'><p>{NOISE}</p></div><div class='jp-relatedposts'><p>{NOISE}</p></div>{paragraphs(STORY[2:])}</article>",
    "hidden": f"<article><h1>{TITLE}</h1><p style='display: none'>{NOISE}</p>{BODY}<p hidden>{NOISE}</p><script>var x = '{NOISE}'</script></article>",
    "links to others": f"<article><h1>{TITLE}</h1>{paragraphs(STORY[:2])}<p><a href='/y'>Un tout autre article, dont voici le titre assez long</a></p>{paragraphs(STORY[2:])}</article>",
    "not closed": f"<div><h1>{TITLE}</h1><p>{'<p>'.join(STORY)}",
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_story_alone_is_read(layout):
    article = page(layout, f"<title>{TITLE} | Un journal</title>")
    assert read(article) == [TITLE, *STORY]
    assert article.title == TITLE


def test_headline_is_not_the_name_of_the_site():
    article = page(
        f"<h1>Un journal</h1><div><h2>{TITLE}</h2>{BODY}</div>", f"<meta property='og:title' content='{TITLE}'>"
    )
    assert (article.title, read(article)) == (TITLE, [TITLE, *STORY])


def test_caption_and_lead_above_the_story_are_kept():
    article = page(
        f"<header><h1>{TITLE}</h1><figure><img><figcaption>Les envoyés à Oslo. © Jean Exemple</figcaption></figure></header><div>{BODY}</div>"
    )
    assert read(article)[1] == "Les envoyés à Oslo."


def test_text_in_json_ld_alone_is_read():
    body = "\\n\\n".join(STORY)
    article = page(
        "<div id='app'></div>",
        f'<script type="application/ld+json">{{"@type": ["NewsArticle"], "headline": "{TITLE}", "articleBody": "{body}", "datePublished": "2021-03-03T10:00:00+01:00"}}</script>',
    )
    assert read(article) == [TITLE, *STORY]
    assert article.published == datetime(2021, 3, 3, 10, tzinfo=timezone(timedelta(hours=1)))


@pytest.mark.parametrize(
    ("head", "above"),
    [
        ("<meta property='article:published_time' content='2021-03-03T10:12:00'>", ""),
        ("<meta itemprop='datePublished' content='2021-03-03T10:12:00'>", ""),
        ("<meta name='DC.date.issued' content='2021-03-03 10:12'>", ""),
        (
            '<script type="application/ld+json">[{"@type": "WebPage"}, {"@type": "NewsArticle", "datePublished": "2021-03-03T10:12"}]</script>',
            "",
        ),
        ("", "<time datetime='2021-03-03T10:12'>hier</time>"),
        ("", "<p class='date'>Publié le 3 mars 2021 à 10h12</p>"),
        ("<script type='application/ld+json'>{broken</script>", "<div>Le 3 mars 2021 à 10h12</div>"),
    ],
)
def test_time_of_publication_is_found_in_metadata_or_text(head, above):
    assert page(f"<article><h1>{TITLE}</h1>{above}{BODY}</article>", head).published == datetime(2021, 3, 3, 10, 12)


def test_day_in_the_address_of_the_lead_picture_is_the_last_resort_and_logged():
    head = "<meta property='og:image' content='/uploads/2021/03/03/x.jpg'>"
    article = page(f"<article><h1>{TITLE}</h1>{BODY}</article>", head)
    assert article.published == datetime(2021, 3, 3)
    assert "picture" in article.repairs[0]
    dated = page(f"<article><h1>{TITLE}</h1><p class='date'>4 mars 2021</p>{BODY}</article>", head)
    assert (dated.published, dated.repairs) == (datetime(2021, 3, 4), ())


@pytest.mark.parametrize(
    "body",
    [
        "<h1>404</h1><p>La page demandée n'existe pas ou plus.</p>",
        "<h1>Un journal</h1>"
        + "<div><h3><a href='/1'>Un titre qui mène ailleurs</a></h3><p><a href='/1'>Le résumé d'un autre article, en une phrase qui suffit.</a></p></div>"
        * 30,
        "<form><input name='user'><input name='password'></form>",
        "",
    ],
)
def test_page_without_a_story_is_refused(body):
    found = list(load.read(f"<html><body>{body}</body></html>".encode()))
    assert len(found) == 1
    assert isinstance(found[0], LoadError)
    assert "without a story" in found[0].reason


def test_entities_and_breaks_become_what_a_reader_sees():
    article = page(
        f"<article><h1>{TITLE}</h1><p>L&rsquo;accord &laquo;&nbsp;final&nbsp;&raquo; prévoit\n   2.000&#160;soldats, &amp; non moins, selon les deux délégations présentes.<br>Rien de plus.</p>{BODY}</article>"
    )
    assert "L’accord «\xa0final\xa0» prévoit 2.000\xa0soldats, & non moins" in article.text
    assert "Rien de plus." in read(article)
