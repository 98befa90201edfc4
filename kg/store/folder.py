"""A store as a folder: the live database, the published snapshots, one writer, any number of readers.

    STORE/kg-store        one line that tells what the folder is, with the version of this layout
    STORE/writer.lock     locked by the one process that writes
    STORE/unfinished      there while `live` holds more than the newest snapshot
    STORE/live/           the database that is written; nobody reads it but its writer
    STORE/snapshots/N/    whole states published by the writer, N counting up; readers open the highest

Oxigraph gives no promise for a database that one process reads while another writes it, so readers never touch
`live`.  A snapshot costs little: it shares its files with `live` by hard links.
"""

import os
import shlex
import shutil
from contextlib import suppress
from pathlib import Path
from typing import IO

from kg.errors import StoreError

try:
    import fcntl
except ImportError:  # not on Windows, where an open file cannot be deleted and the database keeps its own lock
    fcntl = None  # type: ignore[assignment]

__all__ = ["Folder", "Hold"]

_MARK = "kg-store"
_VERSION = 1


class Hold:
    """A lock on a folder, by one process alone or shared by many, kept until it is dropped."""

    def __init__(self, folder: Path, *, exclusive: bool) -> None:
        """Take the lock; BlockingIOError where another process holds it otherwise."""
        self._handle: int | None = None
        if fcntl is not None:
            self._handle = os.open(folder, os.O_RDONLY)
            try:
                fcntl.flock(self._handle, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
            except OSError:
                self.drop()
                raise

    def drop(self) -> None:
        """Give the lock back; a second call does nothing."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def __del__(self) -> None:
        self.drop()


class Folder:
    """The files of one store on disk."""

    def __init__(self, path: Path) -> None:
        """Name the folder; nothing is read or made."""
        self.path = path
        self.live = path / "live"
        self._lock: IO[bytes] | None = None

    @property
    def typed(self) -> str:
        """The path as a shell takes it."""
        return shlex.quote(str(self.path))

    # ---------------------------------------------------------------- what is there

    def exists(self) -> bool:
        """Tell whether a store of this version stands here.

        Raises:
            StoreError: something else stands here.
        """
        if not self.path.exists() and not self.path.is_symlink():
            return False
        if not self.path.is_dir():
            found = "a file" if self.path.exists() else "a link that leads nowhere"
            raise StoreError(f"{self.path}: {found} stands where the store should be. Name a folder.")
        mark = self.path / _MARK
        if not mark.is_file():
            if any(self.path.iterdir()):
                raise StoreError(f"{self.path}: not a store, and not empty. Name a new folder or a store.")
            return False
        words = mark.read_text("utf-8", "replace").split()
        if words[-1:] != [str(_VERSION)]:
            found = words[-1] if words else "none"
            raise StoreError(
                f"{self.path}: store layout {found}, this version of kg reads layout {_VERSION}. "
                "Build it again from its articles, or use the version of kg that made it."
            )
        return True

    def check(self) -> None:
        """Raise a StoreError where no store stands."""
        if not self.exists():
            raise StoreError(f"{self.path}: no store here. Build one with: kg build {self.typed} ARTICLES...")

    def make(self) -> None:
        """Make the folder of a new store.

        Raises:
            StoreError: it cannot be made.
        """
        mark = self.path / _MARK
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            mark.write_text(f"A store of diplomatic-kg, layout {_VERSION}\n", "utf-8")
        except OSError as error:
            with suppress(OSError):
                mark.unlink()
            raise StoreError(
                f"{self.path}: cannot make a store here ({error.strerror}). Name a folder that can be written."
            ) from error

    def replace_live(self, made: Path) -> None:
        """Put another database in the place of the live one, which must be closed; a kill leaves the old, the new or none."""
        old = self.path / "live.old"
        shutil.rmtree(old, ignore_errors=True)
        if self.live.exists():
            self.live.rename(old)
        made.rename(self.live)
        shutil.rmtree(old, ignore_errors=True)

    def delete(self) -> None:
        """Remove the whole store."""
        self.release()
        shutil.rmtree(self.path, ignore_errors=True)

    # ---------------------------------------------------------------- one writer

    def acquire(self) -> None:
        """Become the one writer.

        Raises:
            StoreError: another process is, or the folder may not be written.
        """
        try:
            lock = (self.path / "writer.lock").open("ab+", buffering=0)
        except OSError as error:
            raise StoreError(
                f"{self.path}: cannot be written ({error.strerror}). Copy the store to a folder that can be."
            ) from error
        if fcntl is not None:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                lock.seek(0)
                holder = lock.read().decode("ascii", "replace").strip() or "unknown"
                lock.close()
                raise StoreError(
                    f"{self.path}: being written by process {holder}. Wait until it ends; reading is possible meanwhile."
                ) from error
        self._lock = lock
        with suppress(OSError):  # on a full disk who writes goes unnamed
            lock.truncate(0)
            lock.write(str(os.getpid()).encode())

    def release(self) -> None:
        """Stop being the writer."""
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    @property
    def unfinished(self) -> bool:
        """True where `live` holds what no snapshot shows."""
        return (self.path / "unfinished").exists()

    def mark(self, *, unfinished: bool) -> None:
        """Note whether `live` holds what no snapshot shows."""
        if unfinished:
            (self.path / "unfinished").touch()
        else:
            (self.path / "unfinished").unlink(missing_ok=True)

    # ---------------------------------------------------------------- many readers

    def snapshots(self) -> list[Path]:
        """Return the published snapshots, newest first."""
        with suppress(FileNotFoundError):
            found = [entry for entry in (self.path / "snapshots").iterdir() if entry.name.isdecimal()]
            return sorted(found, key=lambda entry: int(entry.name), reverse=True)
        return []

    def fresh(self) -> Path:
        """Return the path of the snapshot to be published next, under a name that readers do not see yet."""
        newest = next((int(entry.name) for entry in self.snapshots()), 0)
        path = self.path / "snapshots" / f"{newest + 1}.new"
        shutil.rmtree(path, ignore_errors=True)
        path.parent.mkdir(exist_ok=True)
        return path

    def publish(self, made: Path) -> None:
        """Show a complete snapshot to readers and drop the older ones that nobody reads."""
        made.rename(made.with_suffix(""))
        for old in self.snapshots()[1:]:
            with suppress(OSError):
                hold = Hold(old, exclusive=True)
                shutil.rmtree(old, ignore_errors=True)
                hold.drop()

    def hold(self) -> tuple[Path, Hold]:
        """Return the newest snapshot with a hold on it, so that it outlives newer ones.

        Raises:
            StoreError: nothing was ever published.
        """
        for snapshot in self.snapshots():
            with suppress(FileNotFoundError, BlockingIOError):  # dropped by the writer since it was listed
                return snapshot, Hold(snapshot, exclusive=False)
        raise StoreError(f"{self.path}: the store was never finished. Run its build again: kg build {self.typed} ...")
