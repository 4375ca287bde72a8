from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.buttons import VARIANTS, Button, IconButton, KeyCap, Segments
from facilitator.ui.kit.theme import THEMES, load_theme
from tests.helpers.keys import press
from tests.helpers.ui import dress


def picture(button: QWidget) -> QImage:
    return button.grab().toImage()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("variant", VARIANTS)
def test_the_focus_shows_on_every_button(qtbot: QtBot, theme: str, variant: str) -> None:
    look = load_theme(theme)
    dress(look)
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    button, other = Button(look, "Plak", variant=variant), Button(look, "Anders")
    layout.addWidget(button)
    layout.addWidget(other)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    other.setFocus()
    without = picture(button)
    button.setFocus()
    assert picture(button) != without


def test_words_are_literal_and_the_click_area_is_large(qtbot: QtBot) -> None:
    button = Button(load_theme("light"), "Zorg & <b>wonen</b>")
    qtbot.addWidget(button)
    assert button.words() == "Zorg & <b>wonen</b>"
    assert button.sizeHint().height() >= 32


def test_icon_key_swatch_and_menu_each_take_room(qtbot: QtBot) -> None:
    theme = load_theme("light")
    button = Button(theme, "Fatima")
    qtbot.addWidget(button)
    widths = [button.sizeHint().width()]
    button.set_icon_name("person")
    widths.append(button.sizeHint().width())
    button.set_keys("F1")
    widths.append(button.sizeHint().width())
    button.set_swatch(QColor("red"))
    widths.append(button.sizeHint().width())
    button.setMenu(QMenu(button))
    widths.append(button.sizeHint().width())
    assert widths == sorted(set(widths))
    button.set_tint(theme.good)
    assert not picture(button).isNull()


def test_a_disabled_button_looks_different(qtbot: QtBot) -> None:
    button = Button(load_theme("light"), "Plak", variant="primary")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    on = picture(button)
    button.setEnabled(False)
    assert picture(button) != on


def test_without_greys_a_disabled_button_is_told_by_its_edge(qtbot: QtBot) -> None:
    button = Button(load_theme("contrast"), "Alles verwijderen")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    on = picture(button)
    button.setEnabled(False)
    assert picture(button) != on


def test_a_narrow_row_keeps_its_words_before_its_key(qtbot: QtBot) -> None:
    theme = load_theme("light")
    button = Button(theme, "Fatima", variant="row", keys="Ctrl F1")
    plain = Button(theme, "Fatima", variant="row")
    for each in (button, plain):
        qtbot.addWidget(each)
        each.resize(plain.sizeHint())
    assert picture(button) == picture(plain)


def test_an_icon_alone_has_a_name(qtbot: QtBot) -> None:
    button = IconButton(load_theme("light"), "search", "Zoeken")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Zoeken"
    assert "Zoeken" in button.toolTip()
    assert button.width() >= 32


def test_a_key_cap_is_plain_text(qtbot: QtBot) -> None:
    cap = KeyCap(load_theme("light"), "Ctrl N")
    qtbot.addWidget(cap)
    assert cap.text() == "Ctrl N"


def test_one_segment_is_chosen_by_click_or_arrow(qtbot: QtBot) -> None:
    row = Segments(load_theme("light"), [("board", "Bord", "board"), ("list", "Lijst")], "board")
    qtbot.addWidget(row)
    with qtbot.waitActive(row):
        row.show()
        row.activateWindow()
    said: list[str] = []
    row.chosen.connect(said.append)
    row.button("list").click()
    row.button("list").setFocus()
    press(row.button("list"), Qt.Key.Key_Left)
    assert said == ["list", "board"]
    assert row.values() == ("board", "list")


def test_setting_a_segment_tells_nobody(qtbot: QtBot) -> None:
    row = Segments(load_theme("light"), [("a", "A"), ("b", "B")])
    qtbot.addWidget(row)
    said: list[str] = []
    row.chosen.connect(said.append)
    row.set_value("b")
    row.set_value("onbekend")
    assert (row.value(), said) == ("b", [])


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_a_button_as_space_does(qtbot: QtBot, key: Qt.Key) -> None:
    button = Button(load_theme("light"), "Plak")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked, timeout=500):
        press(button, key)
