"""Every door of the window on a disk that takes half a second for a commit: the longest pause of its events.

``window_doors <file with notes> <door> …`` prints JSON: door -> [milliseconds of the longest pause,
milliseconds of the window's own work in one, seconds in all, how often the disk had to be waited for];
without doors: all.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from pathlib import Path
from typing import cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog

from benchmarks.real_window import rest
from benchmarks.window_house import STEP, WORDS, Act, Door, House, dialogs, house_of
from benchmarks.window_typing import note, paste, stick_many
from facilitator import paths
from facilitator.services import locking, repairing, rescuing, safekeeping
from facilitator.services.dialogue import DialogueSetup
from facilitator.services.exchange import export_json
from facilitator.services.exporting import Wish
from facilitator.services.notes import NoteDraft, add_note, add_notes, delete_notes
from facilitator.services.sealing import Seal
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.erase_words_dialog import EraseWordsDialog
from facilitator.ui.dialogs.unseal_dialog import UnsealDialog
from facilitator.ui.kit.page import Go
from facilitator.ui.pages.locked_page import LockedPage
from tests.helpers.turns import Turns


def _create(house: House) -> Act:
    setup = DialogueSetup(title="Nieuw", question="Wat?", packs=("twente",))
    return lambda: house.window.desk.create(house.folder / "nieuw.dialoog", setup)


def _open(house: House) -> Act:
    return lambda: house.window.open_any(house.file)


def _open_elsewhere(house: House) -> Act:
    other = house.elsewhere()
    house.file.unlink()
    return lambda: house.window.open_any(other)


def _switch(house: House) -> Act:
    house.opened()
    setup = DialogueSetup(title="Nieuw", question="Wat?")
    house.window.desk.create(house.folder / "nieuw.dialoog", setup)
    house.rest()
    return lambda: house.window.open_any(house.file)


def _import_json(house: House) -> Act:
    out = house.folder / "usb.json"
    with house.quickly(), SessionStore.open(house.file, source="x") as store:
        export_json(store, out)
    return lambda: house.window.open_any(out)


def _changed_elsewhere(house: House) -> Path:
    other = house.elsewhere()
    with house.quickly(), SessionStore.open(other, source="tweede") as store:
        add_notes(store, [NoteDraft(text=f"van de ander {n}", step=STEP) for n in range(50)])
    return other


def _merge(house: House) -> Act:
    house.opened()
    other = _changed_elsewhere(house)
    return lambda: house.window.desk.merge(other)


def _save_copy(house: House) -> Act:
    house.opened()
    return lambda: house.window.desk.save_copy(house.folder / "kopie.dialoog")


def _export_json(house: House) -> Act:
    house.opened()
    return lambda: house.window.desk.export_json(house.folder / "uit.json")


def _export(kind: str, seal: Seal | None = None) -> Door:
    def door(house: House) -> Act:
        house.opened()
        wish = Wish(format=kind, language="nl", board="", made_on="2026-11-14", parts=("goals",))
        out = house.folder / f"uit.{kind}{'.age' if seal else ''}"
        exporting = house.window.commands._exporting  # noqa: SLF001

        def act() -> None:
            exporting.write(out, wish, seal)
            while exporting._busy:  # noqa: SLF001
                rest(20)

        return act

    return door


def _undo_before_restart(house: House) -> Act:
    with house.quickly(), SessionStore.open(house.file, source="bench") as store:
        delete_notes(store, [note.id for note in store.state.notes[:500]])
    house.opened()

    def act() -> None:
        # The disk is at work on another note when the old one is asked for.
        house.window.context.dialogue.run(add_note, NoteDraft(text="nu", step=STEP))
        house.window.do("undo")
        house.window.do("undo")
        house.window.do("redo")

    return act


def _with_history(house: House) -> SessionStore:
    store = house.opened()
    with house.quickly():
        for n in range(200):
            add_note(store, NoteDraft(text=f"nog een {n}", step=STEP))
        store.wait_saved()
    return store


def _history(house: House) -> Act:
    store = _with_history(house)

    def act() -> None:
        dialogs([lambda dialog: QTimer.singleShot(300, dialog.reject)])
        add_note(store, NoteDraft(text="nu", step=STEP))
        house.window.do("history")

    return act


def _go_back(house: House) -> Act:
    store = _with_history(house)
    point = store.moments()[-150].point
    return lambda: house.window.commands._turning._travel(point or 0)  # noqa: SLF001


def _restore(house: House) -> Act:
    store = house.opened()
    with house.quickly():
        made = safekeeping.back_up(store) or safekeeping.backups(paths.backups(), store.identity)[0]
        delete_notes(store, [note.id for note in store.state.notes[:2_000]])
        store.wait_saved()
    return lambda: house.window.commands._versions.restore(made)  # noqa: SLF001


def _put_together(house: House) -> Act:
    store = house.opened()
    other = _changed_elsewhere(house)
    paths.rescued().mkdir(parents=True, exist_ok=True)
    place = paths.rescued() / f"{store.identity.hex()}.dialoog"
    shutil.copyfile(other, place)
    rescued = rescuing.waiting(store, paths.rescued())
    if rescued is None:
        raise RuntimeError("nothing to put together")
    return lambda: house.window.keeping.put_together(rescued)


def _erase_words(house: House) -> Act:
    house.opened()

    def act() -> None:
        def find(dialog: QDialog) -> None:
            cast("EraseWordsDialog", dialog).words.setText("ziekenhuis")
            QTimer.singleShot(2_000, dialog.reject)

        dialogs([find])
        house.window.do("erase_words")

    return act


def _back_up(house: House) -> Act:
    house.opened()

    def act() -> None:
        house.window.context.dialogue.run(add_note, NoteDraft(text="nu", step=STEP))
        house.window.backing._on_time()  # noqa: SLF001
        while house.window.backing.busy:
            rest(20)

    return act


def _close(house: House) -> Act:
    store = house.opened()
    return lambda: (add_note(store, NoteDraft(text="nog een", step=STEP)), house.window.close_dialogue())


def _settings(house: House) -> Act:
    house.opened()
    return lambda: house.window.do("theme_dark")


def _steps(house: House) -> Act:
    house.opened()

    def act() -> None:
        for step in house.window.context.method().steps:
            house.window.go(Go("step", step.id))
            rest(100)
        house.window.go(Go("report"))
        rest(100)
        house.window.go(Go("setup"))

    return act


def _secure(house: House) -> Act:
    house.opened()
    key = locking.new_key(WORDS)

    def act() -> None:
        house.window.commands._locking._begin(key, on_laptop=False)  # noqa: SLF001
        while house.window.tasks.busy:
            rest(20)

    return act


def _unlock(house: House) -> Act:
    _secure(house)()
    house.rest()
    house.window.do("lock_now")
    house.rest()
    page = cast("LockedPage", house.window.page)
    return lambda: page.unlock_requested.emit(WORDS)


def _lock(house: House) -> Act:
    _secure(house)()
    house.rest()
    return lambda: (
        house.window.context.dialogue.run(add_note, NoteDraft(text="nu", step=STEP)),
        house.window.do("lock_now"),
    )


def _unseal(house: House) -> Act:
    _export("json", Seal(passphrase=WORDS))(house)()
    house.rest()
    house.window.close_dialogue()
    house.file.unlink()
    house.rest()

    def typed(dialog: QDialog) -> None:
        cast("UnsealDialog", dialog).secret.field.setText(WORDS)
        dialog.accept()

    def act() -> None:
        dialogs([typed])
        house.window.open_any(house.folder / "uit.json.age")

    return act


def _survey(house: House) -> Act:
    house.opened()
    table = house.folder / "vragenlijst.csv"
    rows = [f"{n};antwoord {n} van iemand over de zorg" for n in range(3_000)]
    table.write_text("nr;antwoord\n" + "\n".join(rows), encoding="utf-8")
    return lambda: (dialogs([lambda dialog: dialog.accept()]), house.window.open_any(table))


def _example(house: House) -> Act:
    return house.window.desk.open_example


def _salvage(house: House) -> Act:
    raw = bytearray(house.file.read_bytes())
    middle = len(raw) // 2
    raw[middle : middle + 8_192] = b"\xff" * 8_192
    house.file.write_bytes(raw)

    def act() -> None:
        house.window.mending.save_readable(house.file)
        while house.window.tasks.busy:
            rest(20)

    return act


def _go_on(house: House) -> Act:
    store = house.opened()
    with house.quickly():
        safekeeping.back_up(store)
        house.window.close_dialogue()
    backup = repairing.damage_of(house.file).backups[0]
    return lambda: house.window.mending.go_on_with(house.file, backup)


def _start(house: House) -> Act:
    for n in range(30):
        shutil.copyfile(house.file, house.folder / f"kopie-{n}.dialoog")
    return lambda: house.window.page.refresh(None)


DOORS: dict[str, Door] = {
    "a note": note,
    "create": _create,
    "open": _open,
    "open from elsewhere": _open_elsewhere,
    "open another": _switch,
    "open the example": _example,
    "import JSON": _import_json,
    "import a survey": _survey,
    "merge": _merge,
    "put together": _put_together,
    "restore": _restore,
    "undo from before the restart": _undo_before_restart,
    "history": _history,
    "go back 150 steps": _go_back,
    "erase words": _erase_words,
    "save a copy": _save_copy,
    "export JSON": _export_json,
    "export docx": _export("docx"),
    "export csv": _export("csv"),
    "export sealed": _export("json", Seal(passphrase=WORDS)),
    "open sealed": _unseal,
    "back up": _back_up,
    "lock with a passphrase": _secure,
    "put away": _lock,
    "unlock": _unlock,
    "other colours": _settings,
    "all pages": _steps,
    "paste 10 MB": paste,
    "stick 3,000 lines": stick_many,
    "save what is readable": _salvage,
    "go on with a backup": _go_on,
    "start page": _start,
    "close": _close,
}


def walk(file: Path, name: str) -> list[float]:
    """Go through one door; return milliseconds of the longest pause, seconds in all, syncs waited for."""
    with house_of(file) as house:
        act = DOORS[name](house)
        house.rest()
        met, start = house.disk.met, time.perf_counter()
        with Turns(every_ms=1) as turns:
            act()
            took = time.perf_counter() - start
            house.rest()
        return [1_000 * turns.longest, 1_000 * turns.work, took, house.disk.met - met]


def main() -> None:
    told: dict[str, list[float]] = {}
    for name in sys.argv[2:] or DOORS:
        told[name] = walk(Path(sys.argv[1]), name)
        longest, work, took, met = told[name]
        line = f"{name:32} {longest:6.0f} ms {work:6.0f} ms of the window {took:7.2f} s {met:4.0f} syncs"
        print(line, file=sys.stderr, flush=True)
    print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main()
