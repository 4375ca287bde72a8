"""Going on although something is open."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from facilitator.ui.dialogs.overrule_dialog import REASON_LIMIT, OverruleDialog
from facilitator.ui.kit.plain import PlainLabel
from tests.helpers.keys import type_text
from tests.helpers.ui import make_context


def test_going_on_anyway_needs_a_reason(qtbot: QtBot) -> None:
    dialog = OverruleDialog(make_context(), ["Elke persona heeft een notitie"], "Dromen")
    qtbot.addWidget(dialog)
    assert dialog._go.words() == "Verder naar Dromen"
    assert not dialog._go.isEnabled()
    type_text(dialog.reason, "De tijd is om")
    assert dialog._go.isEnabled()
    assert dialog.value() == "De tijd is om"


def test_what_is_open_is_shown_literally(qtbot: QtBot) -> None:
    dialog = OverruleDialog(make_context(), ["<b>Elke</b> tafel", "Nog iets"], "")
    qtbot.addWidget(dialog)
    shown = [label.text() for label in dialog.findChildren(PlainLabel)]
    assert {"<b>Elke</b> tafel", "Nog iets"} <= set(shown)
    assert dialog._go.words() == "Toch verdergaan"


def test_a_reason_longer_than_is_kept_cannot_be_given(qtbot: QtBot) -> None:
    dialog = OverruleDialog(make_context(), ["Nog iets"], "Dromen")
    qtbot.addWidget(dialog)
    dialog.reason.setPlainText("x" * (REASON_LIMIT + 1))
    assert not dialog._go.isEnabled()
