"""Laws of the sentence reader of benchmarks/: which PLOVER category the main clause has, and who acts on whom."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "benchmarks"))
import eval_events


@pytest.mark.parametrize(
    ("category", "source", "target", "sentence"),
    [
        ("AID", "CUB", "HTI", "Cuba flew 200 doctors and tents to Haiti after the hurricane."),
        ("SANCTION", "DZA", "MAR", "Algeria recalled its ambassador from Rabat."),
        ("COERCE", "ETH", "ERI", "Ethiopia deported two Eritrean traders."),
        ("DEMAND", "CYP", "TUR", "The president of Cyprus said Turkey should pull its soldiers out of the island."),
        ("REJECT", "ERI", "LBY", "Eritrea turned down an offer of mediation by Libya."),
        ("PROTEST", "GRC", "", "Hundreds of farmers in Greece blocked highways with tractors."),
        ("THREATEN", "TUR", "SYR", "Turkey may cut water supplies to Syria if shelling goes on."),
        ("AGREE", "NOR", "MOZ", "Norway has agreed to send engineers to Mozambique, a spokesman in Oslo said."),
        ("MOBILIZE", "TUR", "", "Turkey has massed 20,000 soldiers along the border."),
        ("INVESTIGATE", "TUR", "", "Turkish prosecutors launched an inquiry into a bombing."),
        ("DISAPPROVE", "GRC", "TUR", "Greece complained that Turkish jets had violated its airspace."),
        ("CONCEDE", "JOR", "", "Jordan eased curbs on the press ahead of elections."),
    ],
)
def test_a_sentence_has_the_category_of_its_main_clause(category, source, target, sentence):
    [told] = eval_events.read(sentence, None)
    assert told.type == category
    assert any(actor.code == source for actor in told.source)
    assert not target or any(actor.code == target for actor in told.target)


@pytest.mark.parametrize(
    ("category", "sentence"),
    [
        ("AID", "Kenyan doctors arrived in Somalia with medicine on Monday, days after gunmen attacked a clinic."),
        ("DEMAND", "Peru, which was attacked by Ecuador in 1995, asked Chile for a loan."),
        ("CONSULT", "Omani ministers arrived in Kuwait as protests spread."),
    ],
)
def test_what_a_side_clause_tells_is_not_the_main_event(category, sentence):
    assert eval_events.read(sentence, None)[0].type == category


@pytest.mark.parametrize("sentence", ["The alleged plans are old.", "Peru lies south of Ecuador."])
def test_words_that_only_describe_amount_to_nothing(sentence):
    assert not eval_events.by_words(eval_events.pipeline.extract(article(sentence), profile="fast"))


def article(text):
    return eval_events.Article("x", "", text, (eval_events.Segment("body", 0, len(text)),), "en")
