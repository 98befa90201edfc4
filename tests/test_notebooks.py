"""The notebooks: they run as they stand, in order, and carry no outputs."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def read(file: Path):
    import nbformat

    return nbformat.read(file, as_version=4)


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.name)
def test_a_notebook_carries_no_outputs(file: Path):
    cells = [cell for cell in read(file).cells if cell.cell_type == "code"]
    assert cells
    assert not [cell.id for cell in cells if cell.outputs or cell.execution_count], "run: nbstripout"


@pytest.fixture(scope="session")
def executed(tmp_path_factory: pytest.TempPathFactory):
    """Return a function that runs a notebook and gives its outputs."""

    def run(file: Path):
        from nbclient import NotebookClient

        os.environ.setdefault("JUPYTER_PLATFORM_DIRS", "1")
        os.environ["IPYTHONDIR"] = str(tmp_path_factory.mktemp("ipython"))
        notebook = read(file)
        NotebookClient(
            notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(file.parent)}}
        ).execute()
        return notebook

    return run


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # of the machinery that runs notebooks, not of ours
def test_the_first_notebook_goes_from_article_to_claims_table_and_network(executed):
    notebook = executed(ROOT / "notebooks/01_one_article.ipynb")
    shown = [
        output["data"]["text/html"]
        for cell in notebook.cells
        for output in cell.get("outputs", ())
        if "text/html" in output.get("data", {})
    ]
    assert len(shown) >= 5
    assert "Q473239" in "".join(shown), "an actor with a Wikidata id"
    assert any("<th>sentence</th>" in table and "talibans ont signé" in table for table in shown)
    assert any("srcdoc" in each and "Mike Pompeo" in each for each in shown)
