"""A network whose every text tries to run: for the tests of the page and of the exports."""

import networkx as nx

from kg.view.values import Doc, Evidence

MARK = "kgInjected"
CORPUS = (
    f"<script>{MARK}=1</script>",
    f"</script><script>{MARK}=2</script>",
    f"<img src=x onerror={MARK}=3>",
    f"<svg onload={MARK}=4></svg>",
    f'"><a href="javascript:{MARK}=5">x</a>',
    f"javascript:{MARK}=6",
    f"data:text/html,<script>{MARK}=7</script>",
    f"' onmouseover={MARK}=8 x='",
    f"<!--<script>{MARK}=9",
    f"{{{{ {MARK} }}}} {{% {MARK} %}} ${{{MARK}=10}}",
    f"]]></script><style>*{{background:url(https://example.org/{MARK})}}</style>",
    f'=HYPERLINK("https://example.org/{MARK}")',
    f"line\u2028separator\u2029{MARK}\x00\x08\ud800",
    f"<iframe srcdoc='<script>parent.{MARK}=11</script>'></iframe>",
)
"""What may stand in an article, a name or an address."""


def network(texts: tuple[str, ...] = CORPUS) -> "nx.MultiDiGraph[str]":
    """Return a network with each text in each field."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(language="en", articles=1, outlets=1, first="", last="", claims=1)
    graph.graph["docs"] = {
        f"{text}#article": Doc(f"{text}#article", text, text, "2020-02-29", text, text) for text in texts
    }
    graph.graph["names"] = dict.fromkeys(texts, "a speaker") | {f"{text}#who": text for text in texts}
    for number, text in enumerate(texts):
        proof = Evidence(
            text, f"{text}#article", text, text, text, 0, frozenset(), text, text, number % 2 == 0, text, 0.5,
            f"{text}#who", text, "2020-02-28", text, text,
        )  # fmt: skip
        told = {
            "event": text, "kind": "event", "type": text, "label": text, "tone": "other", "status": text,
            "since": "2020-02-29", "until": "2020-02-29", "dated": "event", "deadline": "", "place": text,
            "quantity": text, "about": text, "claims": (text,), "articles": 1, "witnesses": 1, "outlets": 1,
            "confidence": 0.5, "evidence": (proof,),
        }  # fmt: skip
        for side in ("one", "other"):
            graph.add_node(
                f"{text}#{side}", label=text, type=text, aliases=(text,), wikidata=text, country=text,
            )  # fmt: skip
        graph.add_edge(f"{text}#one", f"{text}#other", text, **told, roles=((text,), (text,)), directed=True)
        graph.add_node(f"{text}#hub", **{**told, "type": "event"}, event_type=text, aliases=(), wikidata="", country="")
    return graph
