"""Tells an outlet from the agency it credits where metadata names both: "Le Soir (AFP)", "BSS / AFP"."""

import re

from kg.load.cues import compile_cues

__all__ = ["source_and_agency"]


def source_and_agency(said: str | None, code: str) -> tuple[str | None, str | None]:
    """Return outlet and agency of a source as metadata gives it; a lone agency is the outlet."""
    if not said:
        return None, None
    agency = compile_cues(code).agency.pattern
    match = re.fullmatch(rf"(.*\w.*?)\s*(?:\(\s*({agency})\s*\)|\s[/|,–-]\s*({agency}))", said.strip())
    if match is None:
        return re.sub(r"^www\.", "", said.strip()), None
    return match[1].strip(), match[2] or match[3]
