"""Mentions and actors of one article -> claims about events, agreements and commitments.

Reading --items--> rows --candidates--> scenes --sharing--> details --story--> events and claims
"""

from itertools import pairwise

from msgspec.structs import replace

from kg.authority import Authority
from kg.events.appositions import joined
from kg.events.asides import beside
from kg.events.candidate import Candidate, Details, Scene
from kg.events.confidence import judged, weighed
from kg.events.disputes import disputed
from kg.events.inserted import sayings_last
from kg.events.items import Item, Row, Source, rows
from kg.events.lexicon import Lexicon, compile_lexicon, frames
from kg.events.lists import list_up
from kg.events.news_day import NewsDay
from kg.events.noun_phrases import whole_nouns
from kg.events.occasions import on_occasion
from kg.events.others import leave_out
from kg.events.phrases import adjoin, led, rejoin, settled, unadorned, unquoted
from kg.events.put_off import planned_before
from kg.events.quotations import Voice
from kg.events.saying import Heard, Saying
from kg.events.scenes import read_scene
from kg.events.set_apart import circumstances_last
from kg.events.sharing import details
from kg.events.some_of_them import some_of_them
from kg.events.speech import sayings
from kg.events.spelt_out import spelt_out
from kg.events.story import Event, Story, Telling
from kg.events.taken_up import taken_up
from kg.events.talk_format import formatted
from kg.events.treaties.ledger import Ledger, Treaty
from kg.events.treaties.treaty import states_of
from kg.events.unsaid import leave_unsaid
from kg.events.word_order import straighten
from kg.lang import Language
from kg.model import Extraction, Reading

__all__ = ["read"]

_STOPS = frozenset({"ended", "cancelled", "postponed", "fallen"})
"""Classes of verbs that say the end of an event."""


def read(reading: Reading, language: Language, authority: Authority) -> Extraction:
    """Return the claims, agreements and commitments of an article.

    Args:
        reading: the article with its names resolved.
        language: the words of its language.
        authority: names of agreements known by name.
    """
    types: dict[str, str] = {actor.id: actor.type for actor in reading.actors}
    posted = frozenset(actor.id for actor in reading.actors if actor.type == "igo" and actor.country)
    source = Source(reading, compile_lexicon(language), types, posted)
    published = reading.article.published.date() if reading.article.published else None
    story = Story(published, _lands(reading))
    names = {actor.id: actor.name for actor in reading.actors} | {place.id: place.name for place in reading.places}
    names |= _agreement_names(reading)
    ledger = Ledger(source, names, authority)
    voice = Voice()
    sides = {actor.id: actor.country or actor.id for actor in reading.actors}
    news = NewsDay(published, sides)
    for row in rows(source, _arranged):
        leave_out(row)
        list_up(row)
        beside(row, reading.article.text)
        _sentence(source, row, story, ledger, voice, news)
    _whole_and_part(story, sides)
    ledger.close(story)
    told = disputed(story.claims(), story.events, reading.sentences, language)
    claims = tuple(formatted(judged(told, reading), reading.article, language))
    return Extraction(
        replace(reading, mentions=ledger.mentions(reading.mentions)), weighed(ledger.agreements()), claims
    )


def _arranged(items: list[Item], text: str, lexicon: Lexicon) -> list[Item]:
    """Return the items of a sentence in the expected order, verb phrases in one piece."""
    plain = straighten(adjoin(settled(unadorned(items))), text, lexicon)
    whole = joined(
        rejoin(whole_nouns(led(spelt_out(some_of_them(unquoted(plain), lexicon)), lexicon), lexicon), lexicon)
    )
    return circumstances_last(sayings_last(whole, lexicon))


def _lands(reading: Reading) -> dict[str, str]:
    """Return the id of the country of each place."""
    countries = {actor.country: actor.id for actor in reading.actors if actor.type == "country" and actor.country}
    countries |= {p.country: p.id for p in reading.places if p.country and p.id.startswith("country/")}
    return {
        p.id: countries[p.country] for p in reading.places if p.country in countries and p.id != countries[p.country]
    }


def _agreement_names(reading: Reading) -> dict[str, str]:
    """Return what each agreement is called: the longest name that the article has for it."""
    out: dict[str, str] = {}
    for mention in reading.mentions:
        if mention.agreement is not None and len(mention.text) > len(out.get(mention.agreement, "")):
            out[mention.agreement] = mention.text
    return out


def _sentence(source: Source, row: Row, story: Story, ledger: Ledger, voice: Voice, news: NewsDay) -> None:
    scene = read_scene(source, row, voice.heard.last)
    taken_up(scene, news.before)
    leave_unsaid(scene)
    said = sayings(scene, voice.heard)
    named = [saying for saying in said if saying.speaker]
    voice.enter(row, source.reading.article.text, spoken=bool(named))
    found = details(scene)
    treaties = ledger.read(scene, found)
    told: dict[int, list[Event]] = {}
    for index, candidate in sorted(enumerate(scene.found), key=lambda pair: pair[1].at):
        _by_persons(source, candidate)
        telling = Telling(candidate, found[index], (row.sentence.start, row.sentence.end))
        _attribute(telling, said, voice.owner if not said else None, scene, found)
        if frames()[candidate.type].family != "speech":
            voice.told(telling, row.items[candidate.at].start)
        if candidate.treaty is not None and candidate.treaty in treaties:
            treaty = treaties[candidate.treaty]
            telling.agreement = treaty.key
            telling.sides = ledger.sides(treaty)
        elif frames()[candidate.type].family in ("withdrawal", "ceasefire", "prisoners") and treaties:
            telling.agreement = _provided(scene, candidate, treaties)
        told[index] = story.tell(telling)
        if telling.details.was_due is not None:
            planned_before(telling, told[index])
    on_occasion(scene, told)
    news.follow(scene, told)
    ledger.commit(scene, told, treaties)
    sentence = source.reading.article.text[row.sentence.start : row.sentence.end]
    unheard = voice.heard if _of_one_heard(scene, voice.heard) else Heard(_doer(scene) or voice.heard.last)
    voice.leave(named, _heard(scene, named[-1]) if named else unheard, sentence)


def _heard(scene: Scene, saying: Saying) -> Heard:
    """Return who is heard in a saying, all of them where several say it; nobody where it may be their joint letter that speaks on."""
    speakers = tuple(a for a, role in saying.statement.participants if role == "speaker") if saying.statement else ()
    if len(speakers) < 2 and any(item.low in scene.source.lexicon.language.speech.joint for item in scene.row.items):
        return Heard()
    return Heard(saying.speaker, speakers if len(speakers) > 1 else (), just=True)


def _of_one_heard(scene: Scene, heard: Heard) -> bool:
    """Tell whether a sentence says nothing but is all about the man heard right before ("[He] flew home on Monday"): he may speak on."""
    first = scene.row.items[0]
    opens = first.low in scene.source.lexicon.language.names.pronouns_he and set(first.actors) <= {heard.last}
    others = {a for i in scene.row.items if i.type == "person" for a in i.actors} - {heard.last}
    return opens and not others and heard.just and scene.source.types.get(heard.last or "") == "person"


def _doer(scene: Scene) -> str | None:
    """Return the one who does what the first verb of a sentence tells: whom a pronoun may take up in the next.

    Where the sentence tells of a letter or speech, the pronoun may mean that: nobody is taken.
    """
    texts = scene.source.lexicon.language.speech.nouns
    if not {item.low for item in scene.row.items}.isdisjoint(texts):
        return None
    main = next((g for g in scene.groups if g.finite), None)
    who, how = scene.subjects[main.at] if main is not None else (None, "")
    alone = who is not None and how == "plain" and len(scene.row.members(who)) == 1
    return scene.row.items[who].actors[0] if who is not None and alone else None


def _provided(scene: Scene, candidate: Candidate, treaties: dict[int, Treaty]) -> str | None:
    """Return the agreement that provides for an event ("un accord qui entérinait le retrait")."""
    for group in scene.groups:
        if group.at < candidate.at and any(s.kind == "provides" for s in group.senses):
            left = [at for at in treaties if at < group.at]
            if left:
                return treaties[left[-1]].key
    return None


def _by_persons(source: Source, candidate: Candidate) -> None:
    """Call talks held by persons what the word says they are then: states and movements negotiate, people meet."""
    if candidate.personal is None:
        return
    people = [a for a, r in candidate.participants if r == "party"]
    if len(people) >= 2 and any(source.types.get(a) == "person" for a in people):
        candidate.type = candidate.personal
        role = frames()[candidate.type].slots["between"]
        candidate.participants = [(a, role if r == "party" else r) for a, r in candidate.participants]


def _attribute(
    telling: Telling, said: list[Saying], before: Saying | None, scene: Scene, found: dict[int, Details]
) -> None:
    """Give a telling its source: the innermost speech that covers it, or the quotation that goes on."""
    candidate = telling.candidate
    if frames()[candidate.type].family == "speech":
        return
    covering = [s for s in said if s.covers(candidate)]
    saying = max(covering, key=lambda s: (s.scope[0], -s.scope[1]), default=before)
    if saying is None:
        return
    denies = saying.negative and saying in covering
    if denies and _aside(saying, scene, candidate):
        return
    telling.attributed_to, telling.cue, telling.via = saying.speaker or None, saying.cue, saying.via
    telling.denied = denies and not _stopped(scene, candidate)
    for index, other in enumerate(scene.found):
        if other is saying.statement and found[index].when is not None:
            when = found[index].when
            if when is not None and when.earliest == when.latest:
                telling.said_on = when.earliest


def _aside(saying: Saying, scene: Scene, candidate: Candidate) -> bool:
    """Tell whether an event is told aside of what is denied ("denied backing rebels [who seized X]"): who denies says nothing of it."""
    first = saying.statement.at if saying.statement is not None else candidate.at
    said = scene.row.items[first : candidate.at]
    return any("rel" in b.word.flags and "according" not in a.word.flags for a, b in pairwise(said))


def _stopped(scene: Scene, candidate: Candidate) -> bool:
    """Tell whether a verb says the end of an event: who denies that end does not deny the event ("denied that X had halted talks")."""
    heads = [g for g in scene.groups if g.at in candidate.anchors and g.at != candidate.at]
    return any(s.kind == "governor" and s.value in _STOPS for g in heads for s in g.senses)


def _whole_and_part(story: Story, sides: dict[str, str]) -> None:
    """Make a counted withdrawal a part of the full one of the same side, from where it leaves."""
    full = [e for e in story.events if e.type == "withdrawal" and e.quantity is not None and e.quantity.extent == "all"]
    for event in story.events:
        if event.type == "withdrawal" and event.quantity is not None and event.quantity.value is not None:
            side = states_of(event.participants, sides)
            others = (other for other in full if other is not event)
            whole = next((e for e in others if states_of(e.participants, sides) & side or e.place == event.place), None)
            if whole is not None:
                event.part_of = whole.key
                whole.place = whole.place or event.place  # a part leaves where all leave
