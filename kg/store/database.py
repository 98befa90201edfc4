"""The database under a store: opened, put back, filled from a file; what it raises becomes an error that says what to do."""

import shutil
from contextlib import suppress

import pyoxigraph as ox

from kg.errors import InputError, StoreError
from kg.store.folder import Folder, Hold

__all__ = ["BROKEN", "MEND", "fill", "go_back", "live", "snapshot"]

BROKEN = (OSError, RuntimeError)
"""What the database raises where the disk refuses or a file is damaged."""
MEND = "Make room if the disk is full, then run the command again."


def live(folder: Folder) -> ox.Store:
    """Open the live database of a store, made anew from the newest snapshot where a kill has left none.

    Raises:
        StoreError: it cannot be opened.
    """
    try:
        if folder.snapshots() and not folder.live.exists():
            go_back(folder)
        return ox.Store(str(folder.live))
    except BROKEN as error:
        raise _not_opened(folder, error) from error


def snapshot(folder: Folder) -> tuple[ox.Store, Hold]:
    """Open the newest snapshot of a store, with a hold on it.

    Raises:
        StoreError: nothing was ever published, or it cannot be opened.
    """
    path, hold = folder.hold()
    try:
        return ox.Store.read_only(str(path)), hold
    except BROKEN as error:
        hold.drop()
        raise _not_opened(folder, error) from error


def go_back(folder: Folder) -> None:
    """Make the live database, which must be closed, what the newest snapshot is; a kill on the way loses nothing."""
    made = folder.path / "live.new"
    shutil.rmtree(made, ignore_errors=True)
    published, hold = snapshot(folder)
    published.backup(str(made))
    hold.drop()
    folder.replace_live(made)
    folder.mark(unfinished=False)


def fill(database: ox.Store, source: str) -> None:
    """Add the quads of an N-Quads file, all or none; an empty store is filled at half the cost of a transaction.

    Raises:
        InputError: the file is missing or no N-Quads.
    """
    empty = not len(database)
    try:
        (database.bulk_load if empty else database.load)(path=source, format=ox.RdfFormat.N_QUADS)
    except (OSError, SyntaxError) as error:
        with suppress(*BROKEN):
            if empty:
                database.clear()
        raise InputError(f"{source}: not read ({error}). Name a file of N-Quads.") from error


def _not_opened(folder: Folder, error: Exception) -> StoreError:
    return StoreError(
        f"{folder.path}: the database cannot be opened ({error}). Make room if the disk is full; if it is not, "
        "build the store again in a new folder."
    )
