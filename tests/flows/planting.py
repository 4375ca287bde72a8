"""Words nobody says by chance, put in every field of a dialogue that holds words."""

from __future__ import annotations

from facilitator.domain import entities as e
from facilitator.domain.schema import DEFAULTS, ENTITY_TYPES, Value
from facilitator.services.erasing import WORDS
from facilitator.store.session import SessionStore

TITLE = "Zqtitelplant"
"""The title of the dialogue: it may stand above the window and on what is handed out."""
TYPED = {name: f"Zqtyped{name}" for name in ("note", "edit", "search", "fault", "merge", "erase")}
"""What is typed, searched for or stumbled over on the way."""


def planted(entity: str, field: str) -> str:
    """Return the word that stands in one field."""
    return TITLE if (entity, field) == ("dialogue", "title") else f"Zqplant{entity}{field.replace('_', '')}"


def words() -> list[str]:
    """Return every word that was put anywhere, but for the title."""
    found = [planted(entity, field) for entity, names in WORDS.items() for field in names]
    return [word for word in (*found, *TYPED.values()) if word != TITLE]


def plant(store: SessionStore) -> None:
    """Put its word into every field, of something living and of something deleted."""
    state = store.state
    links = {
        "note": {"persona": state.personas[0].id, "step": state.dialogue.step},
        "insight": {"goals": ("goal",)},
        "advice": {"goal": "goal", "insights": ("insight",)},
        "reply": {"advice": "advice"},
        "action": {"advice": "advice"},
    }
    with store.edit("test") as edit:
        for entity, names in WORDS.items():
            values = {name: _value(entity, name) for name in names}
            if entity == "dialogue":
                edit.set("dialogue", e.DIALOGUE_ID, **values)
                continue
            made = ENTITY_TYPES[entity](id=entity, **values, **links.get(entity, {}))  # pyright: ignore[reportArgumentType]
            edit.create(made)
        edit.create(e.Note(id="deleted", text=planted("note", "text")))
    with store.edit("test") as edit:
        edit.delete("note", "deleted")


def _value(entity: str, field: str) -> Value:
    word, default = planted(entity, field), DEFAULTS[entity][field]
    if isinstance(default, tuple):
        return (word,)
    if isinstance(default, dict):
        return {"tr": {"line": word}} if entity == "persona" else {"wijk": word}
    return f"{word} zegt iemand"
