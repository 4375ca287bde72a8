"""The outline is the board: the same areas, the same notes, after anything that happens."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from facilitator.domain import entities as e
from facilitator.domain.board import flow_plan, table_plan
from facilitator.domain.changes import ChangeSet
from facilitator.services import boards
from facilitator.ui.board.model import BoardModel
from facilitator.ui.board.outline_model import OutlineModel, OutlineRole
from facilitator.ui.kit.note_face import MIME_NOTES, NoteRole
from tests.domain.board_world import World, said
from tests.services import builders
from tests.services.test_boards import one_step
from tests.ui.board.faces import area_face, face
from tests.ui.board.test_model import changes, made


def checked(board: BoardModel) -> OutlineModel:
    model = OutlineModel(board)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


def following(board: BoardModel) -> Callable[[ChangeSet], None]:
    def follow(changes: ChangeSet) -> None:
        board.apply(changes)

    return follow


def read(model: OutlineModel) -> list[tuple[str, list[str]]]:
    """Return the tree as a view walks it."""
    found: list[tuple[str, list[str]]] = []
    for row in range(model.rowCount()):
        above = model.index(row, 0)
        ids = [str(model.index(n, 0, above).data(OutlineRole.ITEM)) for n in range(model.rowCount(above))]
        found.append((str(above.data(OutlineRole.ITEM)), ids))
    return found


@given(st.data(), st.integers(0, 40), st.sampled_from(["table", "rows", "persona", "kind"]))
@settings(max_examples=80, deadline=None)
def test_the_outline_equals_the_board_after_any_change(
    data: st.DataObject, notes: int, arrangement: str
) -> None:
    world = World(notes)
    board = BoardModel(face, area_face)
    board.show(world.table() if arrangement == "table" else world.flow(arrangement))
    model = checked(board)
    for _ in range(data.draw(st.integers(0, 10))):
        board.apply(changes(*world.change(data)))
        assert read(model) == model.shown() == said(board.plan)
        if data.draw(st.booleans()):
            hits = {id for id in board.order() if data.draw(st.booleans())} or None
            board.set_hits(hits)
            wanted = [(key, [id for id in ids if board.is_hit(id)]) for key, ids in said(board.plan)]
            assert read(model) == [(key, ids) for key, ids in wanted if ids or hits is None]
            board.set_hits(None)


@given(st.data(), st.booleans())
@settings(max_examples=25, deadline=None)
def test_the_outline_equals_the_board_after_any_sequence_of_work(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, table: bool
) -> None:
    with builders.dialogue(tmp_path_factory.mktemp("o") / "a.dialoog", notes=5) as store:
        state = store.state
        board = BoardModel(face, area_face)
        if table:
            board.show(table_plan(state, with_tray=True))
        else:
            board.show(flow_plan(state, "all|*", state.notes, lambda _note: True, "persona", "kind"))
        model = checked(board)
        store.subscribe(following(board))
        for _ in range(data.draw(st.integers(1, 15))):
            one_step(store, data)
            assert read(model) == said(board.plan)
            shown = {id for _key, ids in read(model) for id in ids}
            assert shown == {note.id for note in state.notes}


def test_one_note_that_moves_takes_one_row_away_and_brings_one(qtbot: QtBot) -> None:
    world = World(50)
    world.put(e.Insight, "i0", alive=True)
    board = made(world, table=True)
    model = checked(board)
    with (
        qtbot.assertNotEmitted(model.modelReset),
        qtbot.waitSignal(model.rowsRemoved) as gone,
        qtbot.waitSignal(model.rowsInserted) as came,
    ):
        board.apply(changes(world.put(e.Note, "n20", insights=("i0",))))
    assert _rows(gone.args) == [20, 20]
    assert _rows(came.args) == [0, 0]


def _rows(args: list[object] | None) -> list[object]:
    assert args is not None
    return args[1:]


def test_very_many_at_once_are_shown_anew(qtbot: QtBot) -> None:
    world = World(300)
    board = made(world, table=True)
    model = checked(board)
    rows = [world.put(e.Note, f"n{n}", parked="past niet") for n in range(200)]
    with qtbot.waitSignal(model.modelReset), qtbot.assertNotEmitted(model.rowsRemoved):
        board.apply(changes(*rows))
    assert read(model) == said(board.plan)


def test_rows_say_what_they_are(qtbot: QtBot) -> None:
    world = World(2)
    board = made(world, table=True)
    model = checked(board)
    tray = model.index(0, 0)
    note = model.index_of("n1")
    assert note.parent() == tray
    role = Qt.ItemDataRole
    assert (tray.data(), tray.data(role.AccessibleTextRole)) == ("tray", "tray, 2 stuks, Bram 1")
    assert (note.data(), note.data(role.AccessibleTextRole)) == ("kort", "kort (experience)")
    assert (model.key_of(note), model.item_of(tray), model.item_of(QModelIndex())) == ("tray", "tray", "")
    with qtbot.waitSignal(model.dataChanged) as told:
        board.set_state(["n1"], "waiting")
    assert told.args is not None
    assert (told.args[0], note.data(NoteRole.STATE)) == (note, "waiting")


def test_a_note_in_two_areas_has_two_rows() -> None:
    world = World(1)
    for nth in (0, 1):
        world.put(e.Insight, f"i{nth}", alive=True, seq=nth)
    world.put(e.Note, "n0", insights=("i0", "i1"))
    model = checked(made(world, table=True))
    assert [model.key_of(row) for row in model.indexes_of("n0")] == ["insight:i0", "insight:i1"]
    assert model.key_of(model.index_of("n0", "insight:i1")) == "insight:i1"


def test_what_is_dragged_away_is_what_is_chosen() -> None:
    world = World(3)
    board = made(world)
    model = checked(board)
    board.choose(["n2", "n1"])
    data = model.mimeData([])
    assert bytes(data.data(MIME_NOTES).data()) == b"n1\nn2"
    assert data.text() == "\n".join(face.text for face in map(board.face, ("n1", "n2")))


def test_what_was_laid_by_hand_stands_last(tmp_path_factory: pytest.TempPathFactory) -> None:
    with builders.dialogue(tmp_path_factory.mktemp("h") / "a.dialoog", notes=3) as store:
        board = BoardModel(face, area_face)
        board.show(flow_plan(store.state, "all|*", store.state.notes, lambda _n: True, "rows", "kind"))
        model = checked(board)
        store.subscribe(following(board))
        first = builders.note_ids(store)[0]
        boards.lay(store, "all|*", {first: (10, 10)})
        assert read(model)[-1] == ("free", [first])
        store.undo()
        assert [key for key, _ids in read(model)] == ["flow:0"]


def test_a_view_that_gave_notes_away_takes_no_rows_with_them() -> None:
    board = made(World(3), table=True)
    model = checked(board)
    assert not model.removeRows(0, 1, model.index(0, 0))
    assert not model.removeRows(0, 1)
    assert read(model) == said(board.plan)


def test_a_tooltip_shows_long_words_literally_and_short_ones_not_at_all() -> None:
    world = World(1)
    world.put(e.Note, "n0", text="<b>vet</b> " * 20)
    model = checked(made(world, table=True))
    role = Qt.ItemDataRole.ToolTipRole
    assert "&lt;b&gt;vet" in model.index_of("n0").data(role)
    assert model.index(0, 0).data(role) is None
