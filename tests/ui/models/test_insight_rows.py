"""Rows of insights keep what is chosen while others come, go and change places."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.group_face import MIME_INSIGHTS, GroupRole
from facilitator.ui.models.insight_rows import RowsModel


@dataclass(frozen=True)
class Plain:
    title: str
    spoken: str


def made(asked: list[str] | None = None) -> RowsModel:
    def describe(id: str) -> Plain:
        if asked is not None:
            asked.append(id)
        return Plain(f"Titel {id}", f"gesproken {id}")

    return RowsModel(describe, MIME_INSIGHTS)


LISTS = st.lists(st.sampled_from("abcdefghij"), unique=True)


@settings(max_examples=60, deadline=None)
@given(LISTS, LISTS, st.sampled_from("abcdefghij"))
def test_any_order_becomes_any_other_and_the_choice_goes_along(
    first: list[str], second: list[str], chosen: str
) -> None:
    model = made()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show(first)
    selection = QItemSelectionModel(model)
    if chosen in first:
        selection.select(model.index(model.row_of(chosen)), QItemSelectionModel.SelectionFlag.Select)
    model.show(second)
    assert model.ids() == second
    kept = [str(index.data(GroupRole.ID)) for index in selection.selectedIndexes()]
    assert kept == ([chosen] if chosen in first and chosen in second else [])


def test_faces_are_made_once_and_only_when_drawn(qtbot: QtBot) -> None:
    asked: list[str] = []
    model = made(asked)
    model.show("abc")
    assert not asked
    index = model.index(1)
    assert model.data(index) == "Titel b"
    assert model.data(index, Qt.ItemDataRole.AccessibleTextRole) == "gesproken b"
    assert asked == ["b"]
    with qtbot.waitSignal(model.dataChanged):
        model.redescribe()
    assert model.data(index) == "Titel b"
    assert asked == ["b", "b"]


def test_what_is_dragged_away_are_the_ids_in_order() -> None:
    model = made()
    model.show("abc")
    data = model.mimeData([model.index(2), model.index(0)])
    assert bytes(data.data(MIME_INSIGHTS).data()) == b"a\nc"
    assert model.row_of("z") == -1
    assert model.id_at(9) == ""
