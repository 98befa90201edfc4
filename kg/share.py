"""Finds ontology/, queries/ and data/ in a checkout or in an installed wheel; the only builder of such paths."""

from pathlib import Path

from kg.errors import DataError

__all__ = ["ROOT", "path"]

_PACKAGE = Path(__file__).resolve().parent
_WHEEL = _PACKAGE / "share_data"

ROOT: Path = _WHEEL if _WHEEL.is_dir() else _PACKAGE.parent
"""Folder that holds ontology/, queries/ and data/."""


def path(*parts: str) -> Path:
    """Return the path of a shipped file or folder, for example `path("data", "lang", "fr.toml")`.

    Raises:
        DataError: nothing of that name is shipped.
    """
    found = ROOT.joinpath(*parts)
    if not found.exists():
        raise DataError(f"{'/'.join(parts)}: not among the shipped data in {ROOT}. Reinstall the package.")
    return found
