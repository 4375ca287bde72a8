"""The evidence shows channels side by side and every note once."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from facilitator.domain.entities import Note
from facilitator.ui.kit.note_face import NoteFace
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.pages.evidence_pane import EvidencePane, Support
from tests.helpers.ui import make_context

NOTES = [Note(id=f"n{n}", alive=True, text=f"<i>tekst</i> {n}", seq=n) for n in (1, 2)]


def face(note: Note) -> NoteFace:
    return NoteFace(
        text=note.text, kind=note.kind, letter="E", footer="", starred=False, parked=False, spoken=""
    )


def test_what_is_given_is_shown_literally(qtbot: QtBot) -> None:
    pane = EvidencePane(make_context().theme, face)
    qtbot.addWidget(pane)
    pane.set_support(
        Support(
            "Advies 1.1 rust op",
            "1 inzicht",
            (("Zachte stemmen", "gehoord · 8 %"),),
            "",
            ("<b>X</b>",),
            NOTES,
        )
    )
    shown = {label.text() for label in pane.findChildren(PlainLabel)}
    assert {"Advies 1.1 rust op", "1 inzicht", "Zachte stemmen", "gehoord · 8 %", "• <b>X</b>"} <= shown
    assert pane.model.ids() == ["n1", "n2"]


def test_without_advice_nothing_but_the_hint_is_left(qtbot: QtBot) -> None:
    pane = EvidencePane(make_context().theme, face)
    qtbot.addWidget(pane)
    pane.set_support(Support("a", "b", (("c", "d"),), "e", ("f",), NOTES))
    pane.set_support(Support("Kies een advies.", ""))
    assert not pane.notes.isVisibleTo(pane)
    assert not pane._channels.isVisibleTo(pane)
    assert pane._grid.count() == 0
