"""Who judges: the option `--by`, by default the name that git or the machine knows the user by."""

import os
from collections.abc import Callable
from typing import Any

import click

__all__ = ["by_option", "who"]


def by_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--by`; the verb receives a name, or nothing."""
    return click.option(
        "--by", metavar="NAME", default="", help="Who judges; by default your name in git, else on this machine."
    )(function)


def who(given: str) -> str:
    """Return the name given, else that of the user; nothing where it is not known."""
    return given or _in_git() or _on_machine()


def _in_git() -> str:
    import shutil
    import subprocess

    git = shutil.which("git")
    if git is None:
        return ""
    done = subprocess.run([git, "config", "user.name"], capture_output=True, text=True, check=False)  # noqa: S603 - a fixed command
    return " ".join(done.stdout.split())


def _on_machine() -> str:
    import getpass

    try:
        import pwd

        full = pwd.getpwuid(os.getuid()).pw_gecos.partition(",")[0].strip()
    except (ImportError, KeyError):  # not on Windows; a user without entry
        full = ""
    if full:
        return full
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
