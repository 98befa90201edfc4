"""Rows of a store -> networkx -> one HTML page that opens offline, GEXF, GraphML, CSV.

`rows` asks a store and gives values (`values`), `filters` says which of them are drawn, `ends` what becomes an edge
and what a node, `network` makes the networkx graph, `layout` its positions.  `page`, `gexf`, `graphml` and `table`
turn the graph into bytes; each is an entry point of `kg.views`, as those of other packages may be.
"""
