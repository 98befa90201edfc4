"""Who is being quoted, across sentences: a quotation may open long before its speaker is named, and go on behind him.

"We have left the town. The war is over," said X.     the first sentence is X's as well
"We will not talk," said X. "They attacked us."       and so is what follows, as long as it is all in quotation marks
"""

import re

import msgspec

from kg.events.items import Row
from kg.events.saying import Heard, Saying
from kg.events.story import Telling

__all__ = ["Voice"]

_SIGNS = re.compile(r'[«»“”„"]')
_CLOSES = {"«": "»", "“": "”", "„": "“”", '"': '"'}
"""What closes a quotation, by the sign that opened it."""
_BEHIND = ".!?…,  \u202f"
"""What may stand behind the sign that closes a sentence."""


class Voice(msgspec.Struct):
    """Who is being quoted."""

    heard: Heard = Heard()
    """Who was heard before the sentence, whom a pronoun may stand for."""
    speaker: Saying | None = None
    """The last words that name a speaker."""
    opener: str = ""
    """The sign of the quotation that is still open."""
    paragraph: int = -1
    owner: Saying | None = None
    """Whose quotation goes on, as far as is known."""
    quoted: bool = False
    """Whether the sentence goes on with a quotation, or is one from end to end."""
    since: int = 0
    """Offset from where the sentence is quoted."""
    waiting: list[Telling] = []
    """What has been told in an open quotation whose speaker may still be named."""

    def enter(self, row: Row, text: str, *, spoken: bool) -> None:
        """Take in a sentence.

        Args:
            row: the sentence.
            text: of the article.
            spoken: whether it says itself who speaks.
        """
        start, end = row.sentence.start, row.sentence.end
        if row.sentence.paragraph != self.paragraph:
            self.paragraph = row.sentence.paragraph
            if text[start] != self.opener or self.opener == '"':  # a quotation of several paragraphs opens anew in each
                self.close()
            self.opener = ""
        goes_on = bool(self.opener) or bool(self.waiting)
        opened = self._scan(text, start, end)
        whole = not goes_on and text[start] in _CLOSES and (bool(self.opener) or self._one(text[start:end]))
        self.quoted = goes_on or whole
        self.since = start if self.quoted else opened
        if not goes_on:
            self.waiting = []
            self.owner = self.speaker if whole and not spoken and self.heard.just else None

    @staticmethod
    def _one(sentence: str) -> bool:
        """Tell whether a sentence that opens with a quotation mark closes with the one that belongs to it."""
        return sentence.rstrip(_BEHIND)[-1] in _CLOSES[sentence[0]] and len(_SIGNS.findall(sentence)) == len("«»")

    def _scan(self, text: str, start: int, end: int) -> int:
        """Follow the quotation marks of a sentence; returns where the quotation opens that is open at its end."""
        opened = end
        for sign in _SIGNS.finditer(text, start, end):
            if not self.opener:
                if sign.group() in _CLOSES:
                    self.opener, opened = sign.group(), sign.start()
            elif sign.group() in _CLOSES[self.opener]:
                self.opener = ""
        return opened

    def told(self, telling: Telling, start: int) -> None:
        """Keep what is told in a quotation, from an offset on, until its end says who speaks."""
        if start >= self.since and (self.quoted or self.opener):
            self.waiting.append(telling)

    def leave(self, said: list[Saying], heard: Heard, text: str) -> None:
        """Take in who speaks in a sentence that has been read.

        Args:
            said: the words that name a speaker in it.
            heard: whom the next sentence may take up.
            text: of the sentence.
        """
        behind = next((s for s in said if s.scope[0] == 0 and s.scope[1] <= s.at), None)
        if self.quoted and behind is None and self.opener:
            return  # whom a quotation quotes does not speak on
        if self.quoted and not self.opener and (behind is not None or (not said and _unknown(text))):
            for telling in self.waiting:
                if telling.attributed_to in (None, self.owner.speaker if self.owner is not None else None):
                    telling.attributed_to = behind.speaker if behind is not None else None
                    telling.cue, telling.via = (behind.cue, behind.via) if behind is not None else (None, None)
        if said:
            self.speaker = self.owner = said[-1]
        if said or not self.quoted:
            self.heard = heard
        if not self.opener:
            self.close()

    def close(self) -> None:
        """End a quotation."""
        self.waiting, self.owner = [], None


def _unknown(sentence: str) -> bool:
    """Tell whether words follow the end of a quotation: they may name a speaker whom nobody knows."""
    return any(letter.isalpha() for letter in _SIGNS.split(sentence)[-1])
