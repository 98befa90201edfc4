"""The network as a `pyvis.network.Network`; the one file that knows pyvis.

pyvis is the model here, no more: its template lets markup of articles through and loads files from the network, its
`add_edge` takes quadratic time, its physics runs in the page.  The lists of the model are filled in bulk, the page
is our own (kg/view/page.py), and only the vis-network script is taken out of the installed package.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import DataError

__all__ = ["script", "vis_model"]

_SCRIPT = "templates/lib/vis-9.1.2/vis-network.min.js"


def vis_model(nodes: Iterable[Mapping[str, Any]], edges: Iterable[Mapping[str, Any]]) -> Any:
    """Return a directed pyvis network that holds these nodes (with `id`) and edges (with `from` and `to`)."""
    from pyvis.network import Network

    net = Network(directed=True)  # an undirected one drops parallel edges
    net.nodes = [dict(node) for node in nodes]
    net.node_ids = [node["id"] for node in net.nodes]
    net.node_map = {node["id"]: node for node in net.nodes}
    net.edges = [dict(edge) for edge in edges]
    net.toggle_physics(status=False)
    return net


@cache
def script() -> str:
    """Return the vis-network script that pyvis brings.

    Raises:
        DataError: the installed pyvis has another one.
    """
    import pyvis

    file = Path(pyvis.__file__).parent / _SCRIPT
    if not file.is_file():
        raise DataError(f"pyvis: {_SCRIPT} is not in the installed package. Install the version that kg asks for.")
    return file.read_text(encoding="utf-8").partition("//# sourceMappingURL")[0].rstrip()
