"""[segments]: the words by which the furniture around an article is told from the article.

A cue is a phrase; case and the form of apostrophes and blanks do not matter, `…` stands for one to six words, and
accents do matter.  A cue matches whole words.
"""

from typing import Literal

import msgspec

__all__ = ["Segments"]


class Segments(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of headers, captions, credits, cross-links and appeals in one language."""

    months: dict[str, int]
    """Names and short forms of the months, lower case, without a final point."""
    weekdays: list[str]
    """Names and short forms of the weekdays, lower case."""
    numeric_dates: Literal["day first", "month first", "ambiguous"]
    """How 04/09/2023 is read; ambiguous leaves the date out unless one of the numbers is above 12."""
    at: list[str]
    """Words that may stand between a date and a clock time, and between parts of a date."""
    zones: dict[str, int]
    """Names of time zones with their minutes east of Greenwich."""
    published: list[str]
    """Phrases before the time of publication."""
    modified: list[str]
    """Phrases before the time of the last change."""
    by: list[str]
    """Phrases that open a byline."""
    joins: list[str]
    """Words that join an outlet, a writer and an agency in a byline."""
    desks: list[str]
    """Bylines without a name: newsroom, staff, special correspondent."""
    outlet_words: list[str]
    """Words in the names of outlets; they tell an outlet from a writer in a byline."""
    outlet_articles: list[str]
    """Articles that open the names of outlets and of no person ("Le Soir", "The Hindu")."""
    agency_words: list[str]
    """Words in the names of agencies; they tell an agency that is not listed from a second outlet in a byline."""
    agencies: list[str]
    """Wire agencies, each as it is written in credits and datelines."""
    labels: list[str]
    """Section names and other lines that stand alone above a headline."""
    captions: list[str]
    """Phrases that open a caption, before a colon, dash or full stop."""
    caption_phrases: list[str]
    """Phrases that make a paragraph a caption wherever they stand in it: "(left)", "poses for a photo"."""
    credits: list[str]
    """Phrases that open the credit of a picture ("Photo by"), followed by a name."""
    picture_agencies: list[str]
    """Picture agencies; a caption ends in one of them, or in a wire agency, after a name and a slash."""
    signatures: list[str]
    """Phrases that open the credit of writers and editors below a text, in brackets or as a line of its own."""
    teasers: list[str]
    """Phrases that open a link to another article."""
    related: list[str]
    """Headings of a list of other articles; the short lines below it belong to it."""
    appeals: list[str]
    """Phrases that open a sentence of an appeal for money, a subscription, a newsletter or an application."""
    appeal_phrases: list[str]
    """Phrases that make a paragraph an appeal wherever they stand in it, outside quotation marks."""
    appeal_words: list[str]
    """Words of appeals that prove nothing alone; two different ones in one paragraph outside the story do."""
    notices: list[str]
    """Phrases that open copyright lines, comment rules and other house notices."""
    particles: list[str] = []
    """Small words inside the names of writers, of whatever language: bylines name people from everywhere."""
