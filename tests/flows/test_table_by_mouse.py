"""An evening on the boards by mouse: all that keys can do, with real presses, drags and clicks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.domain.entities import Insight, Note
from facilitator.domain.tally import tally
from facilitator.ui.board.canvas import BoardCanvas
from facilitator.ui.dialogs.count_dialog import CountDialog
from facilitator.ui.dialogs.history_dialog import HistoryDialog
from facilitator.ui.dialogs.split_dialog import SplitDialog
from facilitator.ui.kit.page import Go
from facilitator.ui.pages.group_page import GroupPage
from facilitator.ui.pages.step_page import StepPage
from tests.flows.mouse import Mouse, cards_in_sight, on_card, on_ground, on_head
from tests.flows.truth import everything_holds
from tests.ui.pages.group_window import living

NOTES = 200
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def mouse(qtbot: QtBot, tmp_path: Path) -> Iterator[Mouse]:
    hand = Mouse(qtbot, tmp_path)
    hand.dialog("Ctrl+Shift+N", "=Ouder worden", "Tab", "=Wat hebben wij nodig?", "Shift+Tab", "Return")
    yield hand
    hand.close()


def test_everything_on_the_boards_by_mouse(mouse: Mouse, tmp_path: Path) -> None:
    for phase in (_capture, _write_on_a_card, _choose_with_a_band):
        phase(mouse)
        everything_holds(mouse.window, tmp_path)
    mouse.button("Wegen")
    assert mouse.window.here == Go("step", "wegen")
    mouse.menu("Beeld", "Linkerkant inklappen")
    mouse.button("Het hele bord laten zien")
    on_table = (_new_by_dropping, _pile_onto_an_area, _between_areas, _fits_nowhere, _onto_a_goal)
    for phase in (*on_table, _merge, _split, _vote):
        phase(mouse)
        everything_holds(mouse.window, tmp_path)
        mouse.button("Het hele bord laten zien")
    done = living(mouse.state)
    _through_history(mouse, last=True)
    assert mouse.state.notes == mouse.state.insights == mouse.state.goals == []
    everything_holds(mouse.window, tmp_path)
    _through_history(mouse, last=False)
    assert living(mouse.state) == done
    everything_holds(mouse.window, tmp_path)
    while mouse.state.insights:
        mouse.menu("Bewerken", "Ongedaan maken")
    everything_holds(mouse.window, tmp_path)
    assert mouse.state.goals == mouse.state.ballots == mouse.state.piles == []
    assert len(_loose(mouse)) == NOTES


def _step(mouse: Mouse) -> StepPage:
    page = mouse.window.page
    assert isinstance(page, StepPage)
    return page


def _table(mouse: Mouse) -> BoardCanvas:
    page = mouse.window.page
    assert isinstance(page, GroupPage)
    return page.desk.board.canvas


def _capture(mouse: Mouse) -> None:
    """Choose who speaks in the list, type in the bar, and stick it with the button."""
    mouse.button("Ervaren")
    page = _step(mouse)
    for person in range(5):
        mouse.row(page.personas.list, person + 1)
        mouse.click(page.capture.field)
        for n in range(NOTES // 5):
            mouse.type(f"punt {person} {n}")
            mouse.click(page.capture.stick)
    assert len(mouse.state.notes) == NOTES
    assert len({note.persona for note in mouse.state.notes}) == 5


def _write_on_a_card(mouse: Mouse) -> None:
    """Click twice on a card, write, and click beside it."""
    canvas = _step(mouse).area.board.canvas
    # The first that is partly seen may have its middle under the head of the notes.
    note = cards_in_sight(canvas)[0]
    before = mouse.state.note(note)
    assert before is not None
    mouse.click_twice(canvas, on_card(canvas, note))
    mouse.type(" en meer")
    mouse.click(canvas, on_ground(canvas))
    after = mouse.state.note(note)
    assert after is not None
    assert after.text == f"{before.text} en meer"


def _choose_with_a_band(mouse: Mouse) -> None:
    """Stretch a band over everything in view, and mark it by the menu of the right button."""
    board = _step(mouse).area.board
    canvas = board.canvas
    mouse.button("Het hele bord laten zien")
    mouse.drag(canvas, QPoint(4, 4), QPoint(canvas.width() - 80, canvas.height() - 80))
    chosen = board.chosen_ids()
    assert len(chosen) > 5
    mouse.context_menu(canvas, on_card(canvas, chosen[0]), "Kernzin aan of uit")()
    assert sum(note.starred for note in mouse.state.notes) == len(chosen)
    mouse.click(canvas, on_ground(canvas))
    assert board.model.chosen == ()


def _named(mouse: Mouse, title: str) -> Insight:
    return next(each for each in mouse.state.insights if each.title == title)


def _in(mouse: Mouse, title: str) -> list[Note]:
    insight = _named(mouse, title).id
    return [note for note in mouse.state.notes if insight in note.insights]


def _loose(mouse: Mouse) -> list[str]:
    return [note.id for note in mouse.state.notes if not note.insights and note.parked is None]


def _new_by_dropping(mouse: Mouse) -> None:
    """A loose card let go on empty ground asks for the name of an insight."""
    for title in ("Vervoer", "Tolken", "Ontmoeting"):
        canvas = _table(mouse)
        mouse.drag(canvas, on_card(canvas, _loose(mouse)[0]), on_ground(canvas))
        mouse.type(title)
        mouse.button("Inzicht maken")
        mouse.button("Het hele bord laten zien")
        assert len(_in(mouse, title)) == 1


def _pile_onto_an_area(mouse: Mouse) -> None:
    """Cards chosen with Ctrl go together."""
    canvas = _table(mouse)
    going = _loose(mouse)[3:9]
    mouse.click(canvas, on_ground(canvas))
    for id in going:
        mouse.click(canvas, on_card(canvas, id), CONTROL)
    mouse.drag(canvas, on_card(canvas, going[2]), on_head(canvas, f"insight:{_named(mouse, 'Vervoer').id}"))
    assert [note.id for note in _in(mouse, "Vervoer")][1:] == going


def _between_areas(mouse: Mouse) -> None:
    """From one area to the next; with Ctrl it stays in the first as well."""
    canvas = _table(mouse)
    first, second = _in(mouse, "Vervoer")[:2]
    target = f"insight:{_named(mouse, 'Tolken').id}"
    mouse.click(canvas, on_ground(canvas))
    mouse.drag(canvas, on_card(canvas, first.id), on_head(canvas, target))
    assert first.id not in [note.id for note in _in(mouse, "Vervoer")]
    mouse.drag(canvas, on_card(canvas, second.id), on_head(canvas, target), CONTROL)
    assert second.id in [note.id for note in _in(mouse, "Vervoer")]
    assert {first.id, second.id} <= {note.id for note in _in(mouse, "Tolken")}


def _fits_nowhere(mouse: Mouse) -> None:
    """Dropped on what fits nowhere it asks why, and takes no for an answer."""
    canvas = _table(mouse)
    note = _in(mouse, "Vervoer")[-1]

    def drop() -> None:
        mouse.drag(canvas, on_card(canvas, note.id), on_head(canvas, "parked"))

    mouse.dialogs(drop, [lambda: mouse.button("Annuleren")])
    found = mouse.state.note(note.id)
    assert found is not None
    assert found.parked is None
    mouse.dialogs(drop, [lambda: mouse.button("Is al gezegd"), lambda: mouse.button("Apart leggen")])
    found = mouse.state.note(note.id)
    assert found is not None
    assert (found.parked, found.insights) == ("Is al gezegd", ())


def _onto_a_goal(mouse: Mouse) -> None:
    """The title of an insight is dragged onto the frame of a goal."""
    mouse.click(_table(mouse), on_ground(_table(mouse)))
    mouse.dialogs(
        lambda: mouse.button("Nieuw doel"),
        ["=Iedereen kan er komen", lambda: mouse.button("Doel maken")],
    )
    mouse.button("Het hele bord laten zien")
    canvas = _table(mouse)
    (goal,) = mouse.state.goals
    insight = _named(mouse, "Vervoer")
    mouse.drag(canvas, on_head(canvas, f"insight:{insight.id}"), on_head(canvas, f"goal:{goal.id}"))
    assert _named(mouse, "Vervoer").goals == (goal.id,)


def _merge(mouse: Mouse) -> None:
    """Two titles chosen, and merged by the menu of the right button."""
    canvas = _table(mouse)
    mouse.click(canvas, on_ground(canvas))
    heads = [f"insight:{_named(mouse, title).id}" for title in ("Tolken", "Ontmoeting")]
    for head in heads:
        mouse.click(canvas, on_head(canvas, head), CONTROL)
    before = {note.id for title in ("Tolken", "Ontmoeting") for note in _in(mouse, title)}
    opening = mouse.context_menu(canvas, on_head(canvas, heads[1]), "Samenvoegen…")
    mouse.dialogs(opening, [lambda: mouse.button("Samenvoegen")])
    assert {note.id for note in _in(mouse, "Tolken")} == before
    assert len(mouse.state.insights) == 2


def _split(mouse: Mouse) -> None:
    """The menu of a title; what goes along is ticked."""
    canvas = _table(mouse)
    mouse.click(canvas, on_ground(canvas))
    inside = len(_in(mouse, "Vervoer"))
    opening = mouse.context_menu(
        canvas, on_head(canvas, f"insight:{_named(mouse, 'Vervoer').id}"), "Splitsen…"
    )

    def tick() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SplitDialog)
        for row in (1, 2):
            mouse.row(dialog.list, row)
        mouse.button("Splitsen")

    mouse.dialogs(opening, ["=Bushalte", tick])
    assert (len(_in(mouse, "Vervoer")), len(_in(mouse, "Bushalte"))) == (inside - 2, 2)


def _vote(mouse: Mouse) -> None:
    """Every insight's dots are typed into the row that was clicked."""
    counted = (7, 5, 3)

    def count() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, CountDialog)
        grid = dialog.grid
        for row in (2, 0, 1):
            mouse.click(grid.viewport(), grid.visualRect(grid.cells.index(row, 0)).center())
            mouse.type(str(counted[row]))
        mouse.button("Klaar", dialog)

    mouse.dialogs(
        lambda: mouse.button("Stemmen in de zaal"), [lambda: mouse.button("Beginnen met tellen")], [count]
    )
    (ballot,) = mouse.state.ballots
    told = tally(mouse.state, ballot)
    assert [told.of(insight.id) for insight in mouse.state.insights] == list(counted)


def _through_history(mouse: Mouse, *, last: bool) -> None:
    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, HistoryDialog)
        mouse.row(dialog.view, dialog.rows.rowCount() - 1 if last else 0)
        mouse.button("Terug naar hier" if last else "Verder naar hier", dialog)

    mouse.dialogs(lambda: mouse.menu("Bewerken", "Terug naar een ander moment…"), [choose])
