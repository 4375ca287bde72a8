"""Deciding about findings with the keyboard, in every look."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from facilitator.domain.errors import UserError
from facilitator.domain.pictures import Image
from facilitator.services.pictures import set_cover, set_logo
from facilitator.services.publication import Finding, decide, replace
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.publication_dialog import PublicationDialog
from facilitator.ui.kit.page import Go
from tests.helpers.keys import press, type_text
from tests.helpers.ui import make_context
from tests.ui.dialogs.publication_store import look, open_store

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def store(tmp_path: Path, qtbot: QtBot) -> Iterator[SessionStore]:
    with open_store(tmp_path) as opened:
        yield opened


def open_dialog(
    qtbot: QtBot, store: SessionStore, *, saving: bool = False, **looks: Any
) -> PublicationDialog:
    context = make_context(store, **looks)
    dialog = PublicationDialog(context, look(store), saving=saving)
    qtbot.addWidget(dialog)

    def keep(finding: Finding, verdict: str, reason: str) -> None:
        decide(store, finding, verdict, reason)
        dialog.show_findings(look(store))

    def put(finding: Finding, text: str) -> None:
        replace(store, finding, text)
        dialog.show_findings(look(store))

    dialog.decided.connect(keep)
    dialog.replaced.connect(put)
    dialog.show()
    return dialog


def shown(dialog: PublicationDialog) -> list[tuple[str, str]]:
    faces = [dialog.rows.face(row) for row in range(dialog.rows.rowCount())]
    return [(face.what, face.done) for face in faces]


@pytest.mark.parametrize("choose", [set_cover, set_logo])
def test_a_picture_of_the_first_page_without_words_leads_to_the_report(
    qtbot: QtBot, store: SessionStore, choose: Callable[[SessionStore, Image], str]
) -> None:
    choose(store, Image(b"\x89PNG\r\n\x1a\n", "png", 1, 1))
    dialog = open_dialog(qtbot, store)
    row = [what for what, _ in shown(dialog)].index("Foto")
    dialog.view.setCurrentIndex(dialog.rows.index(row, 0))
    assert dialog.go == Go("report")
    assert "beschrijving" in dialog.why.text()


def test_each_row_tells_kind_sentence_and_place(qtbot: QtBot, store: SessionStore) -> None:
    dialog = open_dialog(qtbot, store)
    assert [what for what, _ in shown(dialog)] == ["Naam", "Telefoonnummer", "Belofte"]
    face = dialog.rows.face(0)
    assert face.words[slice(*face.mark)] == "Jansen"
    assert face.where.startswith("Ervaren · ")
    assert "<b>vandaag</b>" in face.spoken
    assert dialog.told.text() == "Nog 3 dingen om te beslissen"
    assert dialog.why.text() == "Hier staat misschien de naam van iemand."


def test_the_keyboard_alone_decides_everything(qtbot: QtBot, store: SessionStore) -> None:
    dialog = open_dialog(qtbot, store)
    press(dialog.view, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.words
    dialog.words.selectAll()
    type_text(dialog.words, "iemand\n")
    note = store.state.notes[0]
    assert note.text == "😀 Bel mevrouw iemand op 06-12345678 😀 <b>vandaag</b>."
    press(dialog.view, Qt.Key.Key_R, CONTROL)
    assert store.state.notes[0].text == "😀 Bel mevrouw iemand op [telefoonnummer] 😀 <b>vandaag</b>."
    press(dialog.view, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.reason
    type_text(dialog.reason, "het was op het podium\n")
    assert shown(dialog) == [("Belofte", "mag blijven: het was op het podium")]
    assert dialog.told.text() == "Er is niets meer te beslissen."
    assert dialog.isVisible()


def test_later_goes_on_to_the_next_and_leaves_it_open(qtbot: QtBot, store: SessionStore) -> None:
    dialog = open_dialog(qtbot, store)
    dialog.later.click()
    assert dialog.view.currentIndex().row() == 1
    assert dialog.told.text() == "Nog 3 dingen om te beslissen"
    assert dialog.rows.face(0).done == "uitgesteld"


def test_showing_where_it_is_closes_and_knows_the_way(qtbot: QtBot, store: SessionStore) -> None:
    dialog = open_dialog(qtbot, store)
    press(dialog.view, Qt.Key.Key_G, CONTROL)
    assert dialog.result() == 2
    assert dialog.go is not None
    assert dialog.go.argument == "ervaren"
    assert dialog.go.where is not None
    assert dialog.go.where.note == store.state.notes[0].id


def test_nothing_is_held_back(qtbot: QtBot, store: SessionStore) -> None:
    dialog = open_dialog(qtbot, store, saving=True)
    button = dialog.findChild(type(dialog.keep), "primary")
    assert button is not None
    assert button.words() == "Toch opslaan"
    button.click()
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_a_refusal_is_told_in_the_dialog(qtbot: QtBot, store: SessionStore) -> None:
    dialog = open_dialog(qtbot, store)
    dialog.show_refusal(UserError("publication.stale"))
    assert dialog._refusal.isVisible()


def test_who_may_only_look_decides_nothing(qtbot: QtBot, store: SessionStore, tmp_path: Path) -> None:
    store.readonly = True
    dialog = open_dialog(qtbot, store)
    assert not dialog.keep.isEnabled()
    assert not dialog.change.isEnabled()
    press(dialog.view, Qt.Key.Key_L, CONTROL)
    assert dialog.told.text() == "Nog 3 dingen om te beslissen"
    assert dialog.look.isEnabled()


@pytest.mark.parametrize(
    "looks",
    [{"scale": 200, "theme": "dark"}, {"theme": "contrast", "language": "en"}, {"scale": 150}],
    ids=str,
)
def test_the_words_found_are_painted_differently_in_every_look(
    qtbot: QtBot, store: SessionStore, looks: dict[str, Any]
) -> None:
    dialog = open_dialog(qtbot, store, **looks)
    image = dialog.view.grab().toImage()
    ground = dialog.theme.note("worry").rgb()
    dots = ((x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3))
    assert sum(image.pixel(x, y) == ground for x, y in dots) > 20
