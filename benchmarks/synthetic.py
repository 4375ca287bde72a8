"""Made-up dialogues of any size, the same on every machine."""

from __future__ import annotations

import random
from pathlib import Path

from facilitator import paths
from facilitator.content.library import Library
from facilitator.content.method_codec import dump_method
from facilitator.domain.entities import BASES, KINDS, Advice, Dialogue, Entity, Goal, Insight, Meeting, Note
from facilitator.services.personas import from_pack
from facilitator.store.session import SessionStore

_TALK = (
    "ik moest lang wachten voordat iemand mij uitlegde wat er ging gebeuren en dat maakte mij onrustig "
    "mijn buurvrouw ging mee naar het ziekenhuis want alleen durf ik die gesprekken niet meer te voeren "
    "een vast nummer dat ook in het weekend wordt opgenomen zou ons veel zorgen schelen zegt mijn dochter"
)
_WORDS = _TALK.split()
STEPS = ("ontmoeten", "ervaren", "dromen")


def sentence(rnd: random.Random) -> str:
    """Return 4 to 30 words that look like a sticky note."""
    return " ".join(rnd.choices(_WORDS, k=rnd.randint(4, 30))).capitalize() + "."


def entities(notes: int, steps: tuple[str, ...] = STEPS) -> list[Entity]:
    """Return a whole dialogue: 10 personas, 8 goals, 32 insights, 32 pieces of advice and ``notes`` notes.

    ``steps`` are those in which the notes are written down.
    """
    rnd = random.Random(notes)
    library = Library(paths.resources())
    texts = library.methods["vijf-stappen"]
    pack = library.packs["twente"]
    found: list[Entity] = [
        Dialogue(
            title="Zorg voor morgen",
            question="Welke zorg geven wij door?",
            commissioners=("MST", "ZGT"),
            method=texts.id,
            method_data=dump_method(texts),
            step="adviseren",
            furthest="adviseren",
        )
    ]
    found += [from_pack(persona, pack.id, "nl", n) for n, persona in enumerate(pack.personas, 1)]
    channels = ("large", "large", "large", "soft", "survey")
    found += [
        Meeting(id=f"m{n}", name=f"Avond {n}", channel=c, people=70, seq=n) for n, c in enumerate(channels)
    ]
    found += [Goal(id=f"g{n}", title=f"Doel {n}", residents_say=sentence(rnd) * 4, seq=n) for n in range(8)]
    found += [Insight(id=f"i{n}", title=sentence(rnd), goals=(f"g{n % 8}",), seq=n) for n in range(32)]
    found += [
        Advice(
            id=f"a{n}",
            goal=f"g{n % 8}",
            text=sentence(rnd),
            insights=(f"i{n}", f"i{(n + 8) % 32}"),
            votes_for=rnd.randint(40, 70),
            votes_against=rnd.randint(0, 20),
            votes_abstain=rnd.randint(0, 9),
            seq=n,
        )
        for n in range(32)
    ]
    people = [persona.id for persona in pack.personas]
    found += [
        Note(
            id=f"{n:08x}-0000-7000-8000-000000000000",
            text=f"{sentence(rnd)} ({n})",
            persona=rnd.choice(people),
            step=rnd.choice(steps),
            kind=rnd.choice(KINDS),
            basis=rnd.choice(BASES),
            meeting=f"m{rnd.randrange(5)}",
            table=rnd.randint(1, 9),
            insights=(f"i{rnd.randrange(32)}",) if rnd.random() < 0.95 else (),
            starred=rnd.random() < 0.02,
            consent="anonymous_quote",
            seq=n,
        )
        for n in range(notes)
    ]
    return found


def make_session(path: Path, notes: int, steps: tuple[str, ...] = STEPS) -> SessionStore:
    """Write such a dialogue into a new file and return it open."""
    store = SessionStore.create(path, source="bench")
    made = entities(notes, steps)
    for start in range(0, len(made), 1000):
        with store.edit("notes.imported", undoable=False) as edit:
            for entity in made[start : start + 1000]:
                edit.create(entity)
    store.wait_saved()
    return store
