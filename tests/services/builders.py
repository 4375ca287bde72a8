"""Small, real dialogues to try services on."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from facilitator.content.library import Library
from facilitator.domain.method import Condition, Method, MethodTexts, Part, Step
from facilitator.domain.pack import PackPersona, PersonaPack
from facilitator.domain.state import State
from facilitator.services.dialogue import DialogueSetup, create_dialogue, new_meeting
from facilitator.services.notes import NoteDraft, add_notes
from facilitator.store.session import SessionStore

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
    '<circle cx="5" cy="5" r="4" fill="#aabbcc"/></svg>'
)
STEPS = ("praten", "bundelen", "adviseren")
HAND_TICKED = "rustig"


@dataclass
class Shelf:
    """Methods and packs without files, in the shape of a library."""

    methods: dict[str, MethodTexts] = field(default_factory=dict[str, MethodTexts])
    packs: dict[str, PersonaPack] = field(default_factory=dict[str, PersonaPack])
    faults: list[str] = field(default_factory=list[str])


def method_texts(id: str = "drie-stappen") -> MethodTexts:
    return MethodTexts(id=id, languages={language: _method(id, language) for language in ("nl", "en")})


def _method(id: str, language: str) -> Method:
    gates = {
        "praten": (
            Condition(id="noten", text="Er zijn notities", rule="notes_captured"),
            Condition(id=HAND_TICKED, text="Iedereen kwam aan het woord"),
        ),
        "bundelen": (Condition(id="leeg", text="Alles heeft een plek", rule="tray_empty"),),
        "adviseren": (Condition(id="gestemd", text="Er is gestemd", rule="advice_voted"),),
    }
    activities = {"praten": "capture", "bundelen": "group", "adviseren": "advise"}
    steps = tuple(
        Step(
            id=step,
            title=f"{step} ({language})",
            short=step,
            purpose="Samen verder komen",
            activities=(activities[step],),
            kinds=("experience", "worry"),
            parts=(Part(id="deel", title="Deel", minutes=20, prompts=("Wat houdt u bezig?",)),),
            gate=gates[step],
        )
        for step in STEPS
    )
    return Method(id=id, version="1", title="Drie stappen", summary="Kort", language=language, steps=steps)


def pack(id: str, *names: str) -> PersonaPack:
    return PersonaPack(id=id, titles={"nl": id}, personas=tuple(pack_persona(name) for name in names))


def pack_persona(name: str) -> PackPersona:
    texts = {
        language: {key: f"{name} {key} {language}" for key in ("age", "line", "story", "needs")}
        for language in ("nl", "en")
    }
    return PackPersona(id=name.lower(), name=name, texts=texts, portrait=SVG)


def library() -> Library:
    shelf = Shelf()
    shelf.methods["drie-stappen"] = method_texts()
    shelf.packs["oost"] = pack("oost", "Fatima", "Bram", "Truus")
    shelf.packs["west"] = pack("west", "Sophie")
    return cast("Library", shelf)


def setup(**changes: object) -> DialogueSetup:
    given: dict[str, object] = {
        "title": "Zorg van morgen",
        "question": "Wat moet dichtbij blijven?",
        "commissioners": ("Ziekenhuis",),
        "method": "drie-stappen",
        "packs": ("oost",),
        **changes,
    }
    return DialogueSetup(**given)  # pyright: ignore[reportArgumentType]


def dialogue(path: Path, *, notes: int = 0, **changes: object) -> SessionStore:
    """Return a new dialogue with one meeting and ``notes`` notes spread over its personas."""
    store = create_dialogue(path, setup(**changes), library(), "laptop-1")
    new_meeting(store, name="Eerste avond", channel="large", date="2026-03-01")
    if notes:
        personas = [persona.id for persona in store.state.personas]
        drafts = [NoteDraft(f"notitie {n}", persona=personas[n % len(personas)]) for n in range(notes)]
        add_notes(store, drafts)
    return store


def note_ids(store: SessionStore) -> list[str]:
    return [note.id for note in store.state.notes]


def remembered(state: State) -> dict[tuple[str, str], object]:
    """Return everything that was ever said; what was never alive (a creation undone) says nothing."""
    found: dict[tuple[str, str], object] = {}
    for entity, rows in state.tables.items():
        for id, row in rows.items():
            if row != type(row)(id=id):
                found[entity, id] = row
    return found
