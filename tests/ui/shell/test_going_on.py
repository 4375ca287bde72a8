"""The window goes on while the disk does not answer: door by door, with a disk that is held until it did."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator import paths
from facilitator.services import rescuing, safekeeping
from facilitator.services.dialogue import DialogueSetup
from facilitator.services.notes import NoteDraft, add_note, delete_notes
from facilitator.store.session import SessionStore
from tests.helpers.disks import Disk, slow_disk
from tests.helpers.turns import ENOUGH, turns_while_held
from tests.helpers.window import close_window, make_file, make_window

LONG = 20_000
Act = Callable[[], object]


class House:
    """A window on a dialogue, on a disk one can hold."""

    def __init__(self, folder: Path, disk: Disk, qtbot: QtBot) -> None:
        self.folder, self.disk, self._qtbot = folder, disk, qtbot
        self.path = make_file(folder, notes=3)
        self.window = make_window(folder)

    @property
    def store(self) -> SessionStore:
        return self.window.context.dialogue.store

    def open(self) -> SessionStore:
        self.window.open_any(self.path)
        self.rest()
        return self.store

    def rest(self) -> None:
        self._qtbot.waitUntil(lambda: not self.window.tasks.busy, timeout=LONG)

    def copy_elsewhere(self) -> Path:
        """Return a copy with a note more, in a folder that is not ours."""
        other = self.folder / "usb" / "van-anna.dialoog"
        other.parent.mkdir()
        self.store.save_copy(other)
        with SessionStore.open(other, source="anna") as second:
            add_note(second, NoteDraft(text="van Anna", step="ervaren"))
        return other


@pytest.fixture
def house(tmp_path: Path, qtbot: QtBot) -> Iterator[House]:
    with slow_disk() as disk:
        made = House(tmp_path, disk, qtbot)
        yield made
        disk.release()
        close_window(made.window)


def _create(house: House) -> Act:
    setup = DialogueSetup(title="Nieuw", question="Wat?")
    return lambda: house.window.desk.create(house.folder / "sessions" / "nieuw.dialoog", setup)


def _take_in(house: House) -> Act:
    house.open()
    other = house.copy_elsewhere()
    house.window.close_dialogue()
    house.path.unlink()
    return lambda: house.window.open_any(other)


def _merge(house: House) -> Act:
    house.open()
    other = house.copy_elsewhere()
    return lambda: house.window.desk.merge(other)


def _put_together(house: House) -> Act:
    store = house.open()
    other = house.copy_elsewhere()
    paths.rescued().mkdir(parents=True)
    other.rename(paths.rescued() / f"{store.identity.hex()}.dialoog")
    rescued = rescuing.waiting(store, paths.rescued())
    assert rescued is not None
    return lambda: house.window.keeping.put_together(rescued)


def _restore(house: House) -> Act:
    store = house.open()
    made = safekeeping.backups(paths.backups(), store.identity)[0]

    def act() -> None:
        # The disk is at work on that note when what was erased since is asked for.
        delete_notes(store, [store.state.notes[0].id])
        house.window.commands._versions.restore(made)  # noqa: SLF001

    return act


def _undo(house: House) -> Act:
    house.open()
    house.window.close_dialogue()
    house.open()

    def act() -> None:
        # Undoable as well: the second undo is that of before the restart, which only the disk knows.
        add_note(house.store, NoteDraft(text="nu", step="ervaren"))
        house.window.do("undo")
        house.window.do("undo")

    return act


def _history(house: House) -> Act:
    store = house.open()

    def act() -> None:
        add_note(store, NoteDraft(text="nu", step="ervaren"))
        point = store.moments()[1].point
        house.window.commands._turning._travel(point or 0)  # noqa: SLF001

    return act


def _save_copy(house: House) -> Act:
    house.open()
    return lambda: house.window.desk.save_copy(house.folder / "kopie.dialoog")


def _export_json(house: House) -> Act:
    house.open()
    return lambda: house.window.desk.export_json(house.folder / "uit.json")


def _close(house: House) -> Act:
    store = house.open()

    def act() -> None:
        add_note(store, NoteDraft(text="nu", step="ervaren"))
        assert house.window.close_dialogue()

    return act


def _settings(house: House) -> Act:
    house.open()
    return lambda: house.window.do("theme_dark")


DOORS = {
    "create": _create,
    "take in": _take_in,
    "merge": _merge,
    "put together": _put_together,
    "restore": _restore,
    "undo": _undo,
    "history": _history,
    "save a copy": _save_copy,
    "export": _export_json,
    "close": _close,
    "settings": _settings,
}


@pytest.mark.parametrize("door", DOORS)
def test_the_window_goes_on_while_the_disk_does_not_answer(house: House, door: str) -> None:
    act = DOORS[door](house)
    house.rest()
    met = house.disk.met
    turns = turns_while_held(house.disk, act)
    assert house.disk.met > met
    assert turns >= ENOUGH
    shown = house.window.notice_bar.shown()
    assert shown is None or shown.kind != "error"


def test_who_waits_without_patience_is_caught(house: House) -> None:
    store = house.open()

    def act() -> None:
        house.disk.patience = 0.3
        store.patience.waiter = None
        add_note(store, NoteDraft(text="nu", step="ervaren"))
        store.wait_saved()

    assert turns_while_held(house.disk, act) < ENOUGH


def test_writing_a_note_waits_for_nothing(house: House) -> None:
    store = house.open()
    house.disk.hold()
    for n in range(20):
        add_note(store, NoteDraft(text=f"vlug {n}", step="ervaren"))
    assert store.status.pending == 20
    assert len(store.state.notes) == 23
    house.disk.release()
    store.wait_saved()
