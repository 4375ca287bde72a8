from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from facilitator.services.notes import NoteDraft, add_note, edit_note_apart
from facilitator.ui.pages.parting import Parting
from tests.helpers.step_pages import new_dialogue
from tests.helpers.ui import make_context


def test_it_says_how_many_came_and_leads_back(qtbot: QtBot, tmp_path: Path) -> None:
    with new_dialogue(tmp_path) as store:
        session = make_context(store).dialogue
        id = add_note(store, NoteDraft("kort", persona="bram", step="ervaren"))
        more = edit_note_apart(store, id, "een zin. " * 2_000)
        owner = QObject()
        notice = Parting(owner).notice(session, len(more))
        assert notice.text == "De tekst was te lang voor één notitie: er kwam 1 notitie bij."
        assert notice.action is not None
        notice.action()
        assert [note.text for note in store.state.notes] == ["kort"]
