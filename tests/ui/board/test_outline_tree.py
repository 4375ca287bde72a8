from __future__ import annotations

from pytestqt.qtbot import QtBot

from facilitator.domain import entities as e
from facilitator.ui.board.outline_tree import OutlineTree
from tests.domain.board_world import World
from tests.helpers.ui import make_context
from tests.ui.board.test_model import changes, made


def tree(qtbot: QtBot, world: World) -> OutlineTree:
    found = OutlineTree(make_context().theme, made(world, table=True))
    qtbot.addWidget(found)
    found.resize(500, 400)
    found.show()
    return found


def open_areas(view: OutlineTree) -> list[str]:
    rows = [view.rows.index(row, 0) for row in range(view.rows.rowCount())]
    return [view.rows.key_of(row) for row in rows if view.isExpanded(row)]


def test_every_area_is_unfolded_also_one_that_is_new(qtbot: QtBot) -> None:
    world = World(3)
    view = tree(qtbot, world)
    assert open_areas(view) == ["tray", "parked"]
    view.board.apply(
        changes(world.put(e.Insight, "i0", alive=True), world.put(e.Note, "n0", insights=("i0",)))
    )
    assert open_areas(view) == ["tray", "insight:i0", "parked"]


def test_what_is_folded_stays_folded_in_another_window_too(qtbot: QtBot) -> None:
    world = World(40)
    view = tree(qtbot, world)
    view.collapse(view.rows.index_of("parked"))
    view.verticalScrollBar().setValue(300)
    view.board.show(world.table())
    assert open_areas(view) == ["tray"]
    view.verticalScrollBar().setValue(300)
    other = tree(qtbot, world)
    other.restore_view(view.save_view())
    assert open_areas(other) == ["tray"]
    assert other.verticalScrollBar().value() == 300
    other.restore_view({"folded": 3, "scroll": "x"})
    assert open_areas(other) == ["tray", "parked"]


def test_the_last_row_is_one_that_is_seen(qtbot: QtBot) -> None:
    world = World(3)
    world.put(e.Note, "n2", parked="past niet")
    view = tree(qtbot, world)
    assert view.rows.item_of(view.last_row()) == "n2"
    view.collapse(view.rows.index_of("parked"))
    assert view.rows.item_of(view.last_row()) == "parked"
