"""A round as a table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.domain.tally import tally
from facilitator.services import voting
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.count_model import CountFace, CountModel
from facilitator.ui.dialogs.count_words import BallotWords
from tests.helpers.ui import make_context
from tests.ui.dialogs.count_rounds import dialogue, dots, hands, insight

ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def store(tmp_path: Path, qtbot: QtBot) -> Iterator[SessionStore]:
    with dialogue(tmp_path) as opened:
        yield opened


def show(store: SessionStore, model: CountModel | None = None) -> CountModel:
    words = BallotWords(make_context(store))
    model = model or CountModel()
    told = tally(store.state, store.state.ballots[-1])
    model.show(told, words.table(told))
    return model


def test_targets_go_down_units_across_and_sums_stand_last(store: SessionStore) -> None:
    id = dots(store, unit="table", attendance={"1": "8", "2": "8", "3": "9"})
    for number in (5, 3):
        voting.add_pile(store, id, insight(store, 0), number, unit="2")
    voting.add_pile(store, id, insight(store, 0), 1, unit="1")
    model = show(store)
    assert (model.rowCount(), model.columnCount(), model.count_columns) == (3, 4, 3)
    assert model.headerData(0, DOWN) == "Bellen is eng"
    assert model.headerData(1, ACROSS) == "Tafel 2\n▽ 16 te weinig"
    assert model.headerData(2, ACROSS) == "Tafel 3\nvan 27"
    assert model.headerData(3, ACROSS) == "Samen"
    assert model.face(model.index(0, 1)) == CountFace(8, (5, 3))
    assert model.face(model.index(0, 3)) == CountFace(9, summed=True)
    assert model.face(model.index(1, 1)) == CountFace(None)
    assert model.data(model.index(0, 1), SPOKEN) == "Bellen is eng, Tafel 2: 5 + 3 = 8"
    assert model.data(model.index(1, 1), SPOKEN) == "De bus rijdt niet, Tafel 2: nog niet geteld"
    assert model.cell(model.index(0, 3)) is None
    assert not model.flags(model.index(0, 3)) & Qt.ItemFlag.ItemIsSelectable


def test_one_total_of_dots_needs_no_sums_and_hands_have_three_columns(store: SessionStore) -> None:
    dots(store)
    assert show(store).columnCount() == 1
    hands(store)
    model = show(store)
    assert [model.headerData(n, ACROSS) for n in range(4)] == ["Voor", "Tegen", "Onthouden", "Samen"]


def test_counting_changes_cells_without_a_reset(store: SessionStore) -> None:
    id = dots(store, unit="table")
    model = show(store)
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    voting.add_pile(store, id, insight(store, 1), 4, unit="1")
    show(store, model)
    place = model.place_of(insight(store, 1), "1", "dot")
    assert model.face(place).total == 4
    assert not model.place_of("x", "1", "dot").isValid()
    assert resets == []
