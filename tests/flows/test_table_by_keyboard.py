"""An evening on the boards by keyboard alone: captured, grouped, voted on, all undone and redone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.domain.entities import Entity, Note
from facilitator.domain.tally import tally
from facilitator.ui.board.model import BoardModel
from facilitator.ui.dialogs.count_dialog import CountDialog
from facilitator.ui.dialogs.coverage_dialog import CoverageDialog
from facilitator.ui.dialogs.history_dialog import HistoryDialog
from facilitator.ui.kit.page import Go
from facilitator.ui.pages.group_page import GroupPage
from tests.flows.keyboard import Keyboard
from tests.flows.truth import everything_holds
from tests.ui.pages.group_window import living

NOTES = 200
STEPS = (("Alt+2", "ervaren"), ("Alt+3", "dromen"))
PEOPLE, DOTS = 10, 3


@pytest.fixture
def keys(qtbot: QtBot, tmp_path: Path) -> Iterator[Keyboard]:
    keyboard = Keyboard(qtbot, tmp_path)
    keyboard.dialog("Ctrl+Shift+N", "=Ouder worden", "Tab", "=Wat hebben wij nodig?", "Shift+Tab", "Return")
    yield keyboard
    keyboard.close()


def test_everything_on_the_boards_by_keyboard_alone(keys: Keyboard, tmp_path: Path) -> None:
    everything_holds(keys.window, tmp_path)
    before = living(keys.state)
    _capture(keys, tmp_path)
    keys.hit("Alt+4")
    assert keys.window.here == Go("step", "wegen")
    for phase in (_group, _put_with_another, _merge, _split, _set_aside, _vote, _look_around):
        phase(keys)
        everything_holds(keys.window, tmp_path)
    done = living(keys.state)
    steps = _back_to_the_beginning(keys)
    assert keys.state.notes == keys.state.insights == keys.state.ballots == keys.state.piles == []
    assert _content(living(keys.state)) == _content(before)
    everything_holds(keys.window, tmp_path)
    for _ in range(steps):
        keys.hit("Ctrl+Y")
    assert living(keys.state) == done
    everything_holds(keys.window, tmp_path)
    while keys.state.notes:
        keys.hit("Ctrl+Z")
    assert _content(living(keys.state)) == _content(before)
    everything_holds(keys.window, tmp_path)


def _content(rows: dict[str, dict[str, Entity]]) -> dict[str, dict[str, Entity]]:
    """Leave out the dialogue itself: which step one has come to is never undone."""
    return {name: found for name, found in rows.items() if name != "dialogue"}


def _page(keys: Keyboard) -> GroupPage:
    page = keys.window.page
    assert isinstance(page, GroupPage)
    return page


def _model(keys: Keyboard) -> BoardModel:
    return _page(keys).desk.board.model


def _capture(keys: Keyboard, folder: Path) -> None:
    """Stick notes for five personas in two steps, of two kinds each."""
    each = NOTES // len(STEPS) // 10
    for walk, step in STEPS:
        keys.hit(walk)
        assert keys.window.here == Go("step", step)
        for turn in range(10):
            keys.hit(f"Ctrl+F{turn // 2 + 1}", f"Ctrl+{turn % 2 + 1}")
            keys.type("".join(f"{step} {turn} {n}\n" for n in range(each)))
        everything_holds(keys.window, folder)
    notes = keys.state.notes
    assert len(notes) == NOTES
    assert Counter(note.step for note in notes) == {"ervaren": 100, "dromen": 100}
    assert len({note.persona for note in notes}) == 5
    assert len({note.kind for note in notes}) > 1
    assert notes[-1].text == "dromen 9 9"


def _titles(keys: Keyboard) -> dict[str, list[Note]]:
    return {
        insight.title: [note for note in keys.state.notes if insight.id in note.insights]
        for insight in keys.state.insights
    }


def _group(keys: Keyboard) -> None:
    """G makes insights of loose notes, M brings more of them there by a few letters."""
    assert keys.focus() is _page(keys).tray.view
    for title in ("Vervoer", "Tolken", "Ontmoeting"):
        keys.hit("Home", *["Shift+Down"] * 9, "G")
        keys.type(f"{title}\n")
        assert keys.focus() is _page(keys).tray.view, "one goes on with what is loose"
    for letters in ("verv", "tol"):
        keys.hit("Home", *["Shift+Down"] * 4)
        keys.dialog("M", f"={letters}", "Return")
    keys.hit("Home")
    keys.dialog("M", "=Wonen", "Return")
    counts = {title: len(notes) for title, notes in _titles(keys).items()}
    assert counts == {"Vervoer": 15, "Tolken": 15, "Ontmoeting": 10, "Wonen": 1}


def _to_table(keys: Keyboard) -> None:
    keys.pane_to("Inzichten")
    assert keys.focus() is _page(keys).desk.board.canvas


def _go_to(keys: Keyboard, item: str) -> None:
    """Walk over the table by arrows as the eye leads, until the keyboard is on a card or a head."""
    model = _model(keys)
    keys.hit("Home")
    for _ in range(80):
        if model.current == item:
            return
        here, there = model.plan.box(model.current), model.plan.box(item)
        assert here is not None
        assert there is not None
        across, down = there.x - here.x, there.y - here.y
        ways = [("Right" if across > 0 else "Left", across), ("Down" if down > 0 else "Up", down)]
        before = model.current
        for way, _far in sorted(ways, key=lambda way: -abs(way[1])):
            keys.hit(way)
            if model.current != before:
                break
    raise AssertionError(f"arrows do not lead to {item}")


def _head(keys: Keyboard, title: str) -> str:
    return next(f"insight:{each.id}" for each in keys.state.insights if each.title == title)


def _put_with_another(keys: Keyboard) -> None:
    _to_table(keys)
    first = _titles(keys)["Vervoer"][0]
    _go_to(keys, first.id)
    keys.hit("Shift+Right")
    both = _model(keys).chosen_notes()
    assert len(both) == 2
    keys.dialog("Shift+M", "=tolk", "Return")
    assert all(len(note.insights) == 2 for note in keys.state.notes if note.id in both)
    assert len(_titles(keys)["Tolken"]) == 17


def _merge(keys: Keyboard) -> None:
    _to_table(keys)
    _go_to(keys, _head(keys, "Wonen"))
    keys.dialogs("Ctrl+E", ["=ontm", "Return"], ["Return"])
    counts = {title: len(notes) for title, notes in _titles(keys).items()}
    assert len(counts) == 3
    assert 11 in counts.values()


def _split(keys: Keyboard) -> None:
    _to_table(keys)
    title = next(title for title, notes in _titles(keys).items() if len(notes) == 11)
    _go_to(keys, _head(keys, title))
    keys.dialog("Ctrl+Shift+E", "=Een deur", "Tab", "Space", "Down", "Space", "Return")
    counts = {name: len(notes) for name, notes in _titles(keys).items()}
    assert (counts[title], counts["Een deur"]) == (9, 2)


def _set_aside(keys: Keyboard) -> None:
    keys.hit("Escape")
    _to_table(keys)
    note = _titles(keys)["Een deur"][0]
    _go_to(keys, note.id)
    keys.dialog("P", "=Hoort bij een andere avond", "Return")
    found = keys.state.note(note.id)
    assert found is not None
    assert (found.parked, found.insights) == ("Hoort bij een andere avond", ())


def _vote(keys: Keyboard) -> None:
    """Count dots for every insight by number keys, and hold them against people times dots."""
    targets = [insight.id for insight in keys.state.insights]
    counted = (12, 9, 5, 4)

    def count() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, CountDialog)
        for number in counted:
            keys.type(str(number))
            keys.hit("Return")
        told = dialog.tally()
        assert told is not None
        assert [told.of(target) for target in targets] == list(counted)
        assert (told.control().counted, told.control().expected) == (sum(counted), PEOPLE * DOTS)

    def people() -> None:
        keys.tab_to("people")
        keys.hit("Ctrl+A")
        keys.type(str(PEOPLE))
        keys.tab_to("dots")
        keys.hit("Ctrl+A")
        keys.type(str(DOTS))

    keys.hit("Escape")
    keys.dialogs("Ctrl+Shift+T", [people, "Return"], [count, "Escape"])
    (ballot,) = keys.state.ballots
    told = tally(keys.state, ballot)
    assert (told.control().over, told.control().under) == (0, 0)


def _look_around(keys: Keyboard) -> None:
    """Open and close who was heard and the history: nothing changes by looking."""
    before = living(keys.state)
    seen: list[type[object]] = []

    def look() -> None:
        seen.append(type(QApplication.activeModalWidget()))
        keys.hit("Down", "Down")

    keys.dialog("Ctrl+Shift+H", look, "Escape")
    keys.dialog("Ctrl+H", look, "Escape")
    assert seen == [CoverageDialog, HistoryDialog]
    assert living(keys.state) == before


def _back_to_the_beginning(keys: Keyboard) -> int:
    """Choose the oldest moment one can go back to; return how many steps that undid."""
    steps: list[int] = []

    def oldest() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, HistoryDialog)
        keys.hit("End")
        moment = dialog.moment()
        assert moment is not None
        steps.append(-moment.steps)

    keys.dialog("Ctrl+H", oldest, "Return")
    assert steps[0] > NOTES
    return steps[0]
