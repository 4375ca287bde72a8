"""A dialogue in which something waits for a decision."""

from __future__ import annotations

from pathlib import Path

from facilitator.services import notes
from facilitator.services.dialogue import method_of
from facilitator.services.notes import NoteDraft
from facilitator.services.publication import Finding, check
from facilitator.store.session import SessionStore
from tests.helpers.window import make_file

CALL = "Bel mevrouw Jansen op 06-12345678 😀 <b>vandaag</b>."


def open_store(folder: Path) -> SessionStore:
    """Return a dialogue with a name, a phone number and a quote nobody was asked about."""
    store = SessionStore.open(make_file(folder), source="laptop-1")
    persona = store.state.personas[0].id
    notes.add_note(store, NoteDraft("😀 " + CALL, persona=persona, step="ervaren"))
    notes.add_note(store, NoteDraft("Letterlijk zo gezegd", persona=persona, step="ervaren", kind="quote"))
    return store


def look(store: SessionStore) -> list[Finding]:
    return check(store.state, method_of(store))
