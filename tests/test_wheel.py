"""The wheel: built, installed into a bare virtual environment, and used there, outside of the checkout."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ("ontology", "queries", "data/lang", "data/authority", "data/events.toml")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from the files of the checkout."""
    out = tmp_path_factory.mktemp("wheel")
    call = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def bare(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of commands of an environment in which the wheel and its dependencies alone are installed.

    The dependencies are those of this environment, reached by a path file: they are not downloaded again.  A checkout
    that is installed here in editable form stays out of reach.
    """
    folder = tmp_path_factory.mktemp("bare") / "venv"
    venv.create(folder, with_pip=False)
    paths = {"base": str(folder), "platbase": str(folder)}
    site = Path(sysconfig.get_path("purelib", "posix_prefix" if os.name == "posix" else "nt", paths))
    call = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--target",
        str(site),
        str(wheel),
    ]
    subprocess.run(call, check=True, capture_output=True)
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return folder / ("bin" if os.name == "posix" else "Scripts")


def kg(bare: Path, where: Path, *arguments: object) -> "subprocess.CompletedProcess[str]":
    """Run the installed `kg` in a folder."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    call = [str(bare / "python"), "-c", "from kg.cli import main; main()", *map(str, arguments)]
    return subprocess.run(
        call, cwd=where, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_the_wheel_holds_the_package_and_its_data(wheel: Path):
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {"kg/pipeline.py", "kg/py.typed", "kg/record.schema.json"} <= names
    for folder in SHIPPED:
        found = ROOT / folder
        files = [file for file in (found, *found.rglob("*")) if file.is_file() and "__pycache__" not in file.parts]
        assert files
        missing = {f"kg/share_data/{file.relative_to(ROOT).as_posix()}" for file in files} - names
        assert not missing
    assert any(name.endswith("/licenses/LICENSE") for name in names)


def test_the_wheel_holds_nothing_else(wheel: Path):
    names = zipfile.ZipFile(wheel).namelist()
    assert not [name for name in names if name.split("/")[0] != "kg" and ".dist-info/" not in name]
    assert not [name for name in names if "test" in name or name.endswith(".pyc")]
    assert wheel.stat().st_size < 10_000_000


def test_the_installed_package_is_not_the_checkout(bare: Path, tmp_path: Path):
    code = "import kg.share; print(kg.share.ROOT)"
    done = subprocess.run([str(bare / "python"), "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert not Path(done.stdout.strip()).is_relative_to(ROOT)
    assert done.stdout.strip().endswith("share_data")


def test_the_installed_package_builds_a_graph_and_answers(bare: Path, tmp_path: Path):
    (tmp_path / "article.txt").write_text(
        "Le secrétaire d'État américain Mike Pompeo a rencontré samedi à Doha des négociateurs talibans.\n", "utf-8"
    )
    built = kg(bare, tmp_path, "build", "news.kg", "article.txt", "--published", "2020-11-21")
    assert built.returncode == 0, built.stderr
    assert "1 article built." in built.stdout
    asked = kg(bare, tmp_path, "query", "news.kg", "meetings", "-p", "person", "Mike Pompeo", "--csv")
    assert "Mike Pompeo a rencontré samedi" in asked.stdout, asked.stderr
    assert kg(bare, tmp_path, "check", "news.kg").returncode == 0
    assert sorted(file.name for file in tmp_path.iterdir()) == ["article.txt", "news.kg"], "nothing else is written"


@pytest.mark.parametrize("verb", ["langs", "plugins", "queries"])
def test_the_installed_package_lists_what_it_has(bare: Path, tmp_path: Path, verb: str):
    from click.testing import CliRunner

    from kg.cli import command

    assert kg(bare, tmp_path, verb).stdout == CliRunner().invoke(command, [verb]).stdout


def test_the_installed_command_is_there(bare: Path):
    from importlib.metadata import Distribution

    site = (
        next((bare.parent / "lib").glob("python*/site-packages"))
        if os.name == "posix"
        else bare.parent / "Lib/site-packages"
    )
    found = Distribution.at(next(site.glob("diplomatic_kg-*.dist-info")))
    assert {point.value for point in found.entry_points if point.group == "console_scripts"} == {"kg.cli:main"}
