"""What runs before anything lands: `.ci/run` gets what a bare machine lacks."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest


@pytest.mark.skipif(os.name != "posix", reason="a script of a POSIX shell")
@pytest.mark.parametrize(("browser", "installs"), [(None, True), ("chromium", False), ("google-chrome", False)])
def test_a_browser_is_installed_where_there_is_none(root: Path, tmp_path: Path, browser: str | None, installs: bool):
    log = tmp_path / "log"
    for name in filter(None, ("apt-get", "make", browser)):
        (tmp_path / name).write_text(f'#!/bin/sh\necho {name} "$@" >> {log}\n', encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    (tmp_path / "id").write_text("#!/bin/sh\necho 0\n", encoding="utf-8")
    (tmp_path / "id").chmod(0o755)
    for name in ("bash", "dirname", "sh"):
        (tmp_path / name).symlink_to(shutil.which(name) or name)
    subprocess.run([str(tmp_path / "bash"), str(root / ".ci" / "run")], check=True, env={"PATH": str(tmp_path)})
    calls = [line.split()[0] for line in log.read_text(encoding="utf-8").splitlines()]
    assert calls == [*(["apt-get"] * 2 if installs else []), "make"]
