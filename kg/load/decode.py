"""Bytes to text: strict UTF-8 first, then what the file declares, then the likeliest encoding; every mend is logged."""

import codecs
import re
from collections.abc import Iterable

from kg.errors import LoadError

__all__ = ["decode", "mend"]

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WESTERN = frozenset(
    "àâäæçéèêëîïíìôöóòœùûüúÿñáãåõøßÀÂÄÆÇÉÈÊËÎÏÍÔÖÓŒÙÛÜÚŸÑÁÃÅØ«»‹›“”„‘’‚–—…•·€£©®™°§²³¹¼½¾±×¿¡ºª\xa0\xad"
)
_GUESS = 200_000
"""Bytes that the guess of an encoding looks at."""
_MOJIBAKE = re.compile("Ã[\x80-\xbf©¨ªàâ´®§¢¹»¯«‰ˆ¡\xa0]|â€[™œ\x9d˜“”¦¢]|Â[«»\xa0°©]|ï»¿")


def decode(data: bytes, where: str, declared: Iterable[str] = ()) -> tuple[str, tuple[str, ...]]:
    """Return the text of a file and the mends that it took.

    Args:
        data: the whole file.
        where: its name, for the error.
        declared: encodings that the file itself names, best first.

    Raises:
        LoadError: the bytes are no text in any encoding.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(name), ()
            except UnicodeDecodeError as error:
                raise LoadError(where, f"begins with a {name} mark and is not {name} at byte {error.start}") from error
    if b"\x00" in data:
        return _wide(data, where)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        broken = error
    for name in declared:
        text = _try(data, name)
        if text is not None:
            return text, (f"decoded as {codecs.lookup(name).name}, as the file declares",)
    return _guess(data, where, broken)


def mend(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the text with what cannot be stored replaced and evident mojibake mended, and what was done.

    Unpaired surrogates and NUL become U+FFFD, so offsets stay; mojibake is mended only where it is evident.
    """
    repairs: list[str] = []
    cleaned = re.sub("[\ud800-\udfff\x00]", "\ufffd", text)
    if cleaned != text:
        repairs.append("characters that cannot be stored replaced by U+FFFD")
    if len(_MOJIBAKE.findall(cleaned)) >= 2:
        import ftfy

        plain = ftfy.TextFixerConfig(
            unescape_html=False, remove_terminal_escapes=False, fix_latin_ligatures=False, fix_character_width=False,
            uncurl_quotes=False, fix_line_breaks=False, remove_control_chars=False, normalization=None,
        )  # fmt: skip
        fixed = ftfy.fix_text(cleaned, plain)
        if fixed != cleaned:
            cleaned = fixed
            repairs.append("mojibake mended (UTF-8 that had been read as another encoding)")
    return cleaned, tuple(repairs)


def _try(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (LookupError, ValueError):
        return None


def _wide(data: bytes, where: str) -> tuple[str, tuple[str, ...]]:
    """Read UTF-16 without a mark: in Western text every second byte is zero."""
    sample = data[:2000]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    for name, zeros, others in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if zeros > 0.6 * half and others < 0.1 * half:
            text = _try(data, name)
            if text is not None and "\x00" not in text:
                return text, (f"decoded as {name}, which the file does not declare",)
    raise LoadError(where, "holds NUL bytes: a binary file, not text")


def _guess(data: bytes, where: str, broken: UnicodeDecodeError) -> tuple[str, tuple[str, ...]]:
    """Choose an encoding for bytes that are not UTF-8 and declare nothing."""
    lenient = data.decode("utf-8", "replace")
    lost = lenient.count("\ufffd")
    if sum(char > "\x7f" for char in lenient) > 5 * lost or lost == 1 == len(data) - broken.start:
        return lenient, (f"bytes that are not UTF-8 replaced by U+FFFD, the first at byte {broken.start}",)
    western = _try(data, "cp1252")
    if western is not None and all(char in _WESTERN for char in set(western) if ord(char) > 127):
        return western, ("decoded as windows-1252, the likeliest encoding",)
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_GUESS]).best()
    if best is not None:
        text = _try(data, best.encoding)
        if text is not None:
            return text, (f"decoded as {best.encoding}, the likeliest encoding",)
    raise LoadError(where, f"is text in no known encoding (not UTF-8 at byte {broken.start})")
