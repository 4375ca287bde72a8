"""Files and disks that do not do what they should, through the real window: one message, nothing harmed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from facilitator.domain.state import State
from facilitator.services.settings import Settings, with_recent
from facilitator.store.session import SessionStore
from facilitator.ui.application import make_registry
from facilitator.ui.dialogs.damaged_dialog import DamagedDialog
from facilitator.ui.dialogs.unsaved_dialog import UnsavedDialog
from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.page import Go
from facilitator.ui.main_window import MainWindow
from facilitator.ui.pages.report_page import ReportPage
from facilitator.ui.pages.step_page import StepPage
from tests.flows.broken import BROKEN, contents, make_broken
from tests.flows.hostile import in_dialog, said
from tests.helpers.keys import press, type_text
from tests.helpers.window import close_window, make_file, make_window

HOLD = (
    "import sys; from pathlib import Path; from facilitator.store.session import SessionStore\n"
    "with SessionStore.open(Path(sys.argv[1]), source='ander'):\n"
    "    print('open', flush=True); sys.stdin.read()"
)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = make_window(tmp_path, make_registry(), Settings(source="laptop-1", sound=False))
    made.open_any(make_file(tmp_path, "thuis", notes=1))
    made.go(Go("step", "ervaren"))
    yield made
    close_window(made)


def state(window: MainWindow) -> State:
    return window.context.dialogue.state


def write(window: MainWindow, text: str) -> None:
    field = cast("StepPage", window.page).capture.field
    if len(text) > 200:
        field.setPlainText(text)
    else:
        type_text(field, text)
    press(field, Qt.Key.Key_Return)


# ── files that cannot be opened ─────────────────────────────────────────────


def drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPoint(200, 200),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)


def the_sentence(window: MainWindow, code: str) -> str:
    """Return the one message in the bar, after a look whether it is the one for ``code`` in its language."""
    shown = window.notice_bar.notices()
    assert [notice.kind for notice in shown] in (["error"], ["warning"]), shown
    text = said(window)
    template = window.context.words.message(code)
    pattern = re.sub(r"\\\{\w+\\\}", ".+", re.escape(template))
    assert re.fullmatch(pattern, text), (code, text)
    assert "\n" not in text
    assert not re.search(r"Error|Exception|Errno|sqlite|Traceback|\{|None", text), text
    return text


DAMAGED = [case for case, (_name, _break, code) in BROKEN.items() if code == "store.damaged"]


@pytest.mark.parametrize("case", DAMAGED)
def test_a_damaged_file_is_asked_about_and_left_alone(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, case: str
) -> None:
    path = make_broken(tmp_path, case)
    before = contents(path.parent)
    for language in ("nl", "en"):
        window.do(f"language_{language}")
        met = in_dialog(QDialog.reject)
        drop(window, path)
        qtbot.waitUntil(lambda: bool(met), timeout=15_000)  # noqa: B023
        assert [type(dialog) for dialog in met] == [DamagedDialog]
        qtbot.waitUntil(lambda: not window.tasks.busy, timeout=15_000)
    assert contents(path.parent) == before
    assert window.context.dialogue.store.path.stem == "thuis"
    write(window, "Het venster doet het nog.")
    assert state(window).notes[-1].text == "Het venster doet het nog."


@pytest.mark.parametrize("case", [case for case in BROKEN if case not in DAMAGED])
def test_a_broken_file_is_told_in_words_and_left_alone(window: MainWindow, tmp_path: Path, case: str) -> None:
    code = BROKEN[case][2]
    path = make_broken(tmp_path, case)
    before = contents(path.parent)
    window.open_any(path)
    dutch = the_sentence(window, code)
    drop(window, path)
    assert the_sentence(window, code) == dutch
    window.do("language_en")
    window.open_any(path)
    english = the_sentence(window, code)
    assert english != dutch
    assert contents(path.parent) == before
    assert window.context.dialogue.store.path.stem == "thuis"
    write(window, "Het venster doet het nog.")
    assert state(window).notes[-1].text == "Het venster doet het nog."
    assert not list((tmp_path / "sessions").glob("*.new"))


def test_a_file_that_is_open_elsewhere_is_not_taken(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = make_file(tmp_path, "elders", notes=2)
    before = path.read_bytes()
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).resolve().parents[2],
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"open"
        window.open_any(path)
        qtbot.waitUntil(lambda: "ergens anders open" in said(window), timeout=5000)
        assert window.context.dialogue.store.path.stem == "thuis"
    finally:
        holder.communicate(timeout=20)
    assert path.read_bytes() == before
    window.open_any(path)
    assert len(state(window).notes) == 2
    assert said(window) == ""


# ── places where nothing can be written ─────────────────────────────────────


def mount(*options: str) -> bool:
    return bool(shutil.which("mount")) and not subprocess.call(["mount", *options], stderr=subprocess.DEVNULL)


@pytest.fixture(params=["file", "folder"])
def looked_at_only(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """Give a dialogue that nobody, root included, may change: the file alone, or its whole folder."""
    made = make_file(tmp_path, "dicht", notes=2)
    path = tmp_path / "stick" / made.name
    path.parent.mkdir()
    shutil.move(made, path)
    what = path if request.param == "file" else path.parent
    if os.geteuid():
        path.chmod(0o444)
        path.parent.chmod(0o555 if request.param == "folder" else 0o755)
        yield path
        path.parent.chmod(0o755)
        return
    if not mount("--bind", str(what), str(what)):
        pytest.skip("root may write everywhere and cannot mount here")
    try:
        if not mount("-o", "remount,bind,ro", str(what)):
            pytest.skip("cannot mount for reading only here")
        yield path
    finally:
        subprocess.run(["umount", "-l", str(what)], check=True)


def test_a_write_protected_dialogue_can_be_looked_at(window: MainWindow, looked_at_only: Path) -> None:
    before = looked_at_only.read_bytes()
    # It was ours before it was locked: of a stranger's file a copy would be taken in.
    window.change_settings(with_recent(window.settings, looked_at_only), rebuild=False)
    window.open_any(looked_at_only)
    shown = window.notice_bar.shown()
    assert shown is not None
    assert (shown.kind, shown.second_label or shown.action_label) == ("warning", "Kopie opslaan…")
    assert "alleen bekijken" in shown.text
    window.go(Go("step", "ervaren"))
    write(window, "Dit mag niet.")
    assert len(state(window).notes) == 2
    assert window.close_dialogue()
    assert looked_at_only.read_bytes() == before


def test_a_copy_with_an_impossible_name_or_place_is_refused(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "sessions" / "al-iets.dialoog"
    there.write_text("van een ander")
    for path, code in (
        (tmp_path / ("x" * 300 + ".dialoog"), "store.bad_name"),
        (there / "kopie.dialoog", "store.not_writable"),
        (there, "store.exists"),
    ):
        monkeypatch.setattr("facilitator.ui.shell.commands.save_file", lambda *_, path=path: path)
        window.do("save_copy")
        the_sentence(window, code)
    assert there.read_text() == "van een ander"
    write(window, "Het venster doet het nog.")
    assert len(state(window).notes) == 2


# ── a disk that is full ─────────────────────────────────────────────────────


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "vol"
    folder.mkdir()
    if not mount("-t", "tmpfs", "-o", "size=600k", "tmpfs", str(folder)):
        pytest.skip("cannot mount a small disk here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def settled(window: MainWindow, qtbot: QtBot) -> None:
    store = window.context.dialogue.store
    qtbot.waitUntil(lambda: store.status.pending == 0 or store.status.error is not None, timeout=10_000)


def fill_the_disk(window: MainWindow, qtbot: QtBot, folder: Path) -> list[str]:
    """Open a dialogue on the small disk and write notes until it is full, and three more."""
    made = make_file(folder.parent, "avond")
    path = folder / made.name
    shutil.copy(made, path)
    made.unlink()
    # It was made here before.
    window.desk.opened.emit(path)
    window.open_any(path)
    window.go(Go("step", "ervaren"))
    typed: list[str] = []
    store = window.context.dialogue.store
    while store.status.error is None:
        assert len(typed) < 300, "the disk never filled up"
        typed.append(f"notitie {len(typed)} " + "tekst " * 700)
        write(window, typed[-1])
        settled(window, qtbot)
    for number in range(3):
        typed.append(f"na het vollopen {number}")
        write(window, typed[-1])
    qtbot.waitUntil(lambda: window.saving.state in ("kept", "unsaved"), timeout=10_000)
    return [text.strip() for text in typed]


def texts(store_state: State) -> list[str]:
    return [note.text for note in store_state.notes]


def kept_in(path: Path) -> list[str]:
    with SessionStore.open(path, source="toets", readonly=True) as store:
        assert store.check() == []
        return texts(store.state)


def button(window: MainWindow, name: str) -> Button:
    found = window.notice_bar.findChild(Button, name)
    assert isinstance(found, Button)
    return found


def test_a_full_disk_loses_nothing(
    window: MainWindow, qtbot: QtBot, small_disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = fill_the_disk(window, qtbot, small_disk)
    page = cast("StepPage", window.page)
    assert page.area.board.count == len(typed)
    assert texts(state(window)) == typed
    shown = window.notice_bar.shown()
    assert shown is not None
    assert shown.kind == "error"
    assert "schijf is vol" in shown.text
    assert (shown.action_label, shown.second_label) == ("Opnieuw proberen", "Kopie opslaan…")
    assert window.notice_bar.isVisible()

    copy = tmp_path / "kopie.dialoog"
    monkeypatch.setattr("facilitator.ui.shell.commands.save_file", lambda *_: copy)
    button(window, "notice_second").click()
    assert kept_in(copy) == typed
    assert texts(state(window)) == typed

    assert mount("-o", "remount,size=8m", str(small_disk))
    window.do("dismiss")
    window.header.save_details_requested.emit()
    store = window.context.dialogue.store
    if store.status.error is not None:
        button(window, "notice_action").click()
    qtbot.waitUntil(lambda: store.status.error is None and store.status.pending == 0, timeout=10_000)
    qtbot.waitUntil(lambda: not [n for n in window.notice_bar.notices() if n.kind == "error"])
    path = store.path
    assert window.close_dialogue()
    assert kept_in(path) == typed


def test_closing_with_notes_that_are_not_saved_asks_first(
    window: MainWindow, qtbot: QtBot, small_disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The disk of the dialogue is the one this laptop would keep things on: nothing can be kept.
    monkeypatch.setenv("FACILITATOR_DATA", str(small_disk / "kept"))
    typed = fill_the_disk(window, qtbot, small_disk)
    qtbot.waitUntil(lambda: window.saving.state == "unsaved", timeout=10_000)
    met = in_dialog(QDialog.reject)
    assert not window.close()
    assert [type(dialog) for dialog in met] == [UnsavedDialog]
    assert window.isVisible()
    assert texts(state(window)) == typed
    assert not window.close_dialogue()
    window.open_any(tmp_path / "sessions" / "thuis.dialoog")
    assert texts(state(window)) == typed
    # However often one tries, it is one message, with its two ways out.
    found = [(n.key, n.second_label) for n in window.notice_bar.notices() if n.kind == "error"]
    assert found == [("save", "Kopie opslaan…")]

    # A copy that does not succeed must not let the notes go either.
    copy = small_disk / "kopie.dialoog"
    monkeypatch.setattr("facilitator.ui.shell.commands.save_file", lambda *_: copy)

    def copies(dialog: QDialog) -> None:
        primary = dialog.findChild(Button, "primary")
        assert isinstance(primary, Button)
        primary.click()

    in_dialog(lambda dialog: (in_dialog(QDialog.reject), copies(dialog)))
    assert not window.close()
    assert texts(state(window)) == typed

    copy = tmp_path / "kopie.dialoog"
    in_dialog(copies)
    assert window.close()
    window.deleteLater()
    assert kept_in(copy) == typed


def test_a_report_that_does_not_fit_leaves_the_old_one(
    window: MainWindow, qtbot: QtBot, small_disk: Path, tmp_path: Path
) -> None:
    old = small_disk / "rapport.pdf"
    old.write_bytes(b"het rapport van gisteren")
    (small_disk / "vulsel").write_bytes(b"x" * 590_000)
    window.go(Go("report"))
    page = cast("ReportPage", window.page)
    for path, code in (
        (old, "report.disk_full"),
        (tmp_path / "weg" / "rapport.pdf", "report.not_written"),
        (tmp_path / "sessions" / "thuis.dialoog", "exchange.is_session"),
    ):
        before = path.read_bytes() if path.exists() else None
        page.export_to(path)
        qtbot.waitUntil(lambda: not page.is_saving(), timeout=20_000)
        shown = [notice for notice in window.notice_bar.notices() if notice.kind == "error"]
        assert len(shown) == 1
        the_sentence(window, code)
        assert (path.read_bytes() if path.exists() else None) == before
    assert sorted(item.name for item in small_disk.iterdir()) == ["rapport.pdf", "vulsel"]
    QApplication.processEvents()
    assert window.isVisible()
