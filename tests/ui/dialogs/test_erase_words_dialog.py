"""Looking for a name and ticking where it goes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.services import erasing
from facilitator.services.notes import NoteDraft, add_note, delete_notes, edit_note
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.erase_words_dialog import EraseWordsDialog
from tests.helpers.keys import type_text
from tests.helpers.ui import make_context
from tests.services.builders import dialogue


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    with dialogue(tmp_path / "zorg.dialoog") as made:
        yield made


def _dialog(qtbot: QtBot, store: SessionStore) -> EraseWordsDialog:
    context = make_context(store)
    made = EraseWordsDialog(context, lambda words, whole: erasing.find_words(store, words, whole=whole))
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_name_is_typed_found_and_ticked(qtbot: QtBot, store: SessionStore) -> None:
    one = add_note(store, NoteDraft("Zoë Bakker belde"))
    changed = add_note(store, NoteDraft("van Zoë Bakker"))
    edit_note(store, changed, text="van iemand")
    gone = add_note(store, NoteDraft("bij Zoë Bakker"))
    delete_notes(store, [gone])
    dialog = _dialog(qtbot, store)
    assert not dialog.erase.isEnabled()
    type_text(dialog.words, "zoe bakker")
    qtbot.keyClick(dialog.words, Qt.Key.Key_Return)
    assert dialog.isVisible()
    lines = [str(dialog.list.model().index(row, 0).data()) for row in range(dialog.list.model().rowCount())]
    assert lines == [
        "Notitie: Zoë Bakker belde",
        "Notitie (verwijderd): bij Zoë Bakker",
        "Notitie (eerder): van Zoë Bakker",
    ]
    assert dialog.erase.words() == "Wissen op 3 plaatsen"
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.erase.words() == "Wissen op 2 plaatsen"
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog.isVisible()
    wish = dialog.value()
    assert {place.id for place in wish.places} == {gone, changed}
    assert one not in {place.id for place in wish.places}
    assert (wish.words, wish.whole, wish.instead) == ("zoe bakker", True, "[naam]")


def test_parts_of_words_only_when_asked_and_anew_at_once(qtbot: QtBot, store: SessionStore) -> None:
    add_note(store, NoteDraft("de Bakkers kwamen"))
    dialog = _dialog(qtbot, store)
    dialog.words.setText("bakker")
    dialog.look()
    assert "nergens" in dialog.found.text()
    assert not dialog.erase.isEnabled()
    dialog.part.setChecked(True)
    assert "1 plaats" in dialog.found.text()
    assert dialog.value().whole is False


def test_too_few_letters_are_refused_in_the_dialog(qtbot: QtBot, store: SessionStore) -> None:
    dialog = _dialog(qtbot, store)
    dialog.words.setText("a")
    dialog.look()
    assert "minstens" in dialog.found.text()


def test_without_anything_instead_nothing_can_be_erased(qtbot: QtBot, store: SessionStore) -> None:
    add_note(store, NoteDraft("bij Bakker"))
    dialog = _dialog(qtbot, store)
    dialog.words.setText("bakker")
    dialog.look()
    assert dialog.erase.isEnabled()
    dialog.instead.setText(" ")
    assert not dialog.erase.isEnabled()
