"""The day on which everything is to be removed."""

from __future__ import annotations

from PySide6.QtCore import QDate
from pytestqt.qtbot import QtBot

from facilitator.ui.widgets.retention_field import RetentionField
from tests.helpers.ui import make_context


def _field(qtbot: QtBot) -> tuple[RetentionField, list[str]]:
    field = RetentionField(make_context())
    qtbot.addWidget(field)
    told: list[str] = []
    field.committed.connect(told.append)
    field.show()
    return field, told


def test_ticking_proposes_a_year_and_taking_it_off_tells_none(qtbot: QtBot) -> None:
    field, told = _field(qtbot)
    assert field.day.isHidden()
    field.on.setChecked(True)
    assert not field.day.isHidden()
    field.on.setChecked(False)
    assert told == ["2027-11-14", ""]


def test_another_day_is_told_once(qtbot: QtBot) -> None:
    field, told = _field(qtbot)
    field.set_day("2026-12-01")
    field.day.setDate(QDate(2026, 12, 24))
    field.day.editingFinished.emit()
    assert told == ["2026-12-24"]
    assert field.value() == "2026-12-24"


def test_showing_what_the_dialogue_has_tells_nothing(qtbot: QtBot) -> None:
    field, told = _field(qtbot)
    field.set_day("2026-12-01")
    assert field.value() == "2026-12-01"
    field.set_day("no day")
    assert field.value() == ""
    assert told == []
