"""What must hold after anything that is done on the boards of the real window."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

from facilitator.domain.board import PARKED, TRAY, Plan
from facilitator.domain.evidence import gather
from facilitator.domain.state import State
from facilitator.domain.tally import tally
from facilitator.store.session import SessionStore
from facilitator.ui.board.model import BoardModel
from facilitator.ui.board.outline_view import OutlineView
from facilitator.ui.main_window import MainWindow
from facilitator.ui.pages.group_page import GroupPage
from facilitator.ui.pages.step_page import StepPage
from tests.ui.pages.group_window import living

Rows = list[tuple[str, list[str]]]


def everything_holds(window: MainWindow, folder: Path) -> None:
    """Check boards, sums of notes and of votes, and that the file says what the window shows."""
    store = window.context.dialogue.store
    page = window.page
    if isinstance(page, StepPage):
        board = page.area.board
        outline_is_board(board.model, board.outline)
    if isinstance(page, GroupPage):
        table = page.desk.board
        outline_is_board(table.model, table.outline)
        table_is_what_was_done(page, table.model.plan, store.state)
    notes_add_up(store.state)
    _votes_add_up(store.state)
    _file_is_memory(store, folder)


def outline_is_board(model: BoardModel, outline: OutlineView) -> None:
    """Hold the tree against the plan the canvas paints."""
    wanted: Rows = [(area.key, list(ids)) for area, ids in model.plan.outline()]
    if model.hits is not None:
        # While something is looked for, the outline keeps to what is found.
        found = [(key, [id for id in ids if model.is_hit(id)]) for key, ids in wanted]
        wanted = [(key, ids) for key, ids in found if ids]
    assert outline.shown() == wanted
    assert walked(outline) == wanted


def walked(outline: OutlineView) -> Rows:
    """Return the tree as a screen reader walks it, by rows of the model alone."""
    rows = outline.rows
    found: Rows = []
    for nth in range(rows.rowCount()):
        above = rows.index(nth, 0)
        notes = [rows.item_of(rows.index(n, 0, above)) for n in range(rows.rowCount(above))]
        found.append((rows.item_of(above), notes))
    return found


def table_is_what_was_done(page: GroupPage, plan: Plan, state: State) -> None:
    """Hold every place on the table against the notes themselves."""
    wanted = {f"insight:{insight.id}": set[str]() for insight in state.insights}
    loose, parked = set[str](), set[str]()
    for note in state.notes:
        for insight in note.insights:
            wanted[f"insight:{insight}"].add(note.id)
        if not note.insights:
            (loose if note.parked is None else parked).add(note.id)
    shown = {area.key: set(ids) for area, ids in plan.outline()}
    assert {key: ids for key, ids in shown.items() if key.startswith("insight:")} == wanted
    assert shown.get(PARKED, set()) == parked
    assert shown.get(TRAY, loose) == loose
    assert set(page.desk.loose_model.ids()) == loose
    assert set(page.desk.parked_model.ids()) == parked


def notes_add_up(state: State) -> None:
    """Check that every captured note is grouped, set aside or loose, and only one of these."""
    facts = gather(state)
    grouped = {note.id for notes in facts.by_insight.values() for note in notes}
    parts = (grouped, {note.id for note in facts.parked}, {note.id for note in facts.tray})
    assert Counter(id for part in parts for id in part) == Counter(note.id for note in state.notes)


def _votes_add_up(state: State) -> None:
    for ballot in state.ballots:
        told = tally(state, ballot)
        piles = sum(pile.count for pile in state.piles if pile.ballot == ballot.id)
        assert sum(told.of(target=target) for target in told.targets) + told.adrift == piles
        assert sum(told.of(unit=unit) for unit in told.units) + told.adrift == piles
        assert told.control().counted == piles


def _file_is_memory(store: SessionStore, folder: Path) -> None:
    store.wait_saved()
    # The file itself is held by the window; the same bytes are read beside it.
    copy = folder / f"copy-{store.new_id()}.dialoog"
    for end in ("", "-wal"):
        source = store.path.with_name(store.path.name + end)
        if source.exists():
            shutil.copyfile(source, copy.with_name(copy.name + end))
    with SessionStore.open(copy, source="toets") as again:
        assert living(again.state) == living(store.state)
        assert again.check() == []
