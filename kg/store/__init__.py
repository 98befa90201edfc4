"""The embedded store: a folder that holds a graph per article, and what is derived from all of them."""

from kg.store.left_out import LeftOut
from kg.store.store import Store

__all__ = ["LeftOut", "Store"]
