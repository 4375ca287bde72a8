from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData

from facilitator.domain import entities as e
from facilitator.ui.board.model import BoardModel
from facilitator.ui.board.outline_moves import carried, is_ours, landing
from facilitator.ui.kit.group_face import MIME_INSIGHTS
from facilitator.ui.kit.note_face import MIME_NOTES
from tests.domain.board_world import World
from tests.ui.board.test_model import made


@pytest.fixture
def board() -> BoardModel:
    world = World(4)
    for nth in (0, 1):
        world.put(e.Goal, f"g{nth}", alive=True, seq=nth)
        world.put(e.Insight, f"i{nth}", alive=True, seq=nth, goals=(f"g{nth}",))
    world.put(e.Note, "n0", insights=("i0",))
    world.put(e.Note, "n1", insights=("i0", "i1"))
    return made(world, table=True)


def carrying(form: str, *ids: str) -> QMimeData:
    data = QMimeData()
    data.setData(form, "\n".join(ids).encode())
    return data


def test_ctrl_and_an_arrow_take_notes_to_the_area_before_or_after(board: BoardModel) -> None:
    board.choose(["n0"], "n0")
    assert carried(board, "carry:down") == (["n0"], "insight:i1")
    assert carried(board, "carry:up") == (["n0"], "tray")
    assert carried(board, "carry:left") is None
    board.choose(["n2"], "n2")
    assert carried(board, "carry:up") is None


def test_ctrl_and_an_arrow_on_an_insight_take_it_to_the_next_goal(board: BoardModel) -> None:
    board.choose([], "insight:i0")
    assert carried(board, "carry:down") == (["insight:i0"], "goal:g1")
    assert carried(board, "carry:up") is None
    board.choose([], "tray")
    assert carried(board, "carry:down") is None


@pytest.mark.parametrize(
    ("ids", "key", "also", "target"),
    [
        (["n0"], "insight:i1", False, "insight:i1"),
        (["n0"], "insight:i0", False, ""),
        (["n1"], "insight:i0", False, "insight:i0"),
        (["n1"], "insight:i0", True, ""),
        (["n0"], "parked", True, ""),
        (["n0", "n2"], "tray", False, "tray"),
        (["n0"], "nowhere", False, ""),
    ],
)
def test_notes_land_on_areas_where_they_are_not_yet(
    board: BoardModel, ids: list[str], key: str, also: bool, target: str
) -> None:
    assert landing(board, carrying(MIME_NOTES, *ids), key, also=also)[1] == target


def test_insights_land_on_the_goal_of_the_area_under_them(board: BoardModel) -> None:
    data = carrying(MIME_INSIGHTS, "i0")
    assert landing(board, data, "insight:i1", also=False) == (["insight:i0"], "goal:g1")
    assert landing(board, data, "insight:i0", also=False)[1] == ""
    assert landing(board, data, "tray", also=False)[1] == ""


def test_in_rows_there_is_nowhere_to_go_and_by_group_only_for_its_own_notes() -> None:
    rows = made(World(3))
    assert landing(rows, carrying(MIME_NOTES, "n1"), "flow:0", also=False)[1] == ""
    rows.choose(["n1"], "n1")
    assert carried(rows, "carry:down") is None
    world = World(3)
    world.put(e.Note, "n1", kind="worry")
    groups = BoardModel(rows.face)  # pyright: ignore[reportArgumentType]
    groups.show(world.flow("kind"))
    assert (
        landing(groups, carrying(MIME_NOTES, "n1"), "group:experience", also=False)[1] == "group:experience"
    )
    assert landing(groups, carrying(MIME_NOTES, "stranger"), "group:experience", also=False)[1] == ""


def test_only_notes_and_insights_are_ours() -> None:
    assert is_ours(carrying(MIME_NOTES, "a"))
    assert not is_ours(carrying("text/plain", "a"))
