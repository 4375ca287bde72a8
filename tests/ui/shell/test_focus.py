from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from facilitator.ui.shell.focus import place_of, widget_at


def make_page(qtbot: QtBot, fields: int = 3) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    for _ in range(fields):
        layout.addWidget(QPushButton(page))
        layout.addWidget(QLineEdit(page))
    return page


def test_a_field_without_a_name_is_found_by_its_place_among_its_like(qtbot: QtBot) -> None:
    old, new = make_page(qtbot), make_page(qtbot)
    place = place_of(old.findChildren(QLineEdit)[1], old)
    assert widget_at(place, new) is new.findChildren(QLineEdit)[1]


def test_a_name_counts_more_than_the_place(qtbot: QtBot) -> None:
    old, new = make_page(qtbot), make_page(qtbot)
    old.findChildren(QLineEdit)[0].setObjectName("title")
    new.findChildren(QLineEdit)[2].setObjectName("title")
    place = place_of(old.findChildren(QLineEdit)[0], old)
    assert widget_at(place, new) is new.findChildren(QLineEdit)[2]


def test_what_is_not_on_the_page_has_no_place(qtbot: QtBot) -> None:
    old, new = make_page(qtbot), make_page(qtbot, fields=1)
    assert place_of(None, old) is None
    assert place_of(new, old) is None
    assert widget_at(None, new) is None
    assert widget_at(place_of(old.findChildren(QLineEdit)[2], old), new) is None
