from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.plain import ElidedLabel, PlainLabel, escape_mnemonic, plain_tooltip

NASTY = '<b>vet</b> & <img src="/etc/passwd">'


def test_a_label_shows_markup_as_text(qtbot: QtBot) -> None:
    label = PlainLabel(NASTY)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == NASTY


def test_a_tooltip_holds_no_markup_of_people(qtbot: QtBot) -> None:
    label = PlainLabel("x")
    qtbot.addWidget(label)
    plain_tooltip(label, NASTY)
    assert "<img" not in label.toolTip()
    assert "&lt;img" in label.toolTip()
    plain_tooltip(label, "")
    assert label.toolTip() == ""


def test_a_long_line_is_shortened_and_kept_in_the_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel("Een heel lange titel die nergens past, hoe breed het venster ook is")
    qtbot.addWidget(label)
    label.resize(120, 24)
    label.show()
    assert label.text().endswith("…")
    assert label.whole_text() in label.toolTip()
    label.resize(900, 24)
    assert label.text() == label.whole_text()
    assert label.toolTip() == ""


def test_a_tone_can_change(qtbot: QtBot) -> None:
    label = PlainLabel("x", tone="quiet")
    qtbot.addWidget(label)
    label.set_tone("danger")
    assert label.property("tone") == "danger"


def test_an_ampersand_survives_a_button() -> None:
    assert escape_mnemonic("Zorg & wonen") == "Zorg && wonen"
