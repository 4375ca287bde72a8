"""A whole evening in which things go wrong: the stick, the file, the program; by mouse and keyboard."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from facilitator import paths
from facilitator.services import raising, safekeeping, whereabouts
from facilitator.services.notes import NoteDraft, add_note
from facilitator.services.settings import load
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.damaged_dialog import DamagedDialog
from facilitator.ui.dialogs.unsaved_dialog import UnsavedDialog
from facilitator.ui.dialogs.versions_dialog import VersionsDialog
from facilitator.ui.kit.buttons import Button
from facilitator.ui.main_window import MainWindow
from facilitator.ui.pages.start_page import StartPage
from tests.helpers.keys import press
from tests.helpers.window import close_window, make_file, make_window

LONG = 15_000


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = make_window(tmp_path)
    yield made
    close_window(made)


def opened(window: MainWindow, qtbot: QtBot, path: Path) -> SessionStore:
    window.open_any(path)
    store = window.context.dialogue.store
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=LONG)
    return store


def note(window: MainWindow, text: str) -> None:
    assert window.context.dialogue.run(add_note, NoteDraft(text=text, step="ervaren")) is not None


def button(window: MainWindow, name: str) -> Button:
    found = window.findChild(Button, name)
    assert found is not None, name
    return found


def click(window: MainWindow, name: str) -> None:
    QTest.mouseClick(button(window, name), Qt.MouseButton.LeftButton)


def in_dialog(
    act: Callable[[QDialog], None], when: Callable[[QDialog], bool] = lambda _: True
) -> list[QDialog]:
    """Act in the next dialog, as soon as it is ready for that."""
    met: list[QDialog] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and when(dialog):
            met.append(dialog)
            act(dialog)
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)
    return met


def enter(dialog: QDialog) -> None:
    press(dialog, Qt.Key.Key_Return)


def texts(path: Path) -> set[str]:
    with SessionStore.open(path, source="toets", readonly=True) as store:
        assert store.check() == []
        return {one.text for one in store.state.notes}


def pull_out(window: MainWindow, qtbot: QtBot, stick: Path) -> None:
    stick.rename(stick.with_name("eruit"))
    note(window, "na de stick")
    qtbot.waitUntil(lambda: window.saving.state == "kept", timeout=LONG)


def test_a_pulled_stick_a_restart_and_one_press_puts_everything_together(
    qtbot: QtBot, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    path = stick / "zorg.dialoog"
    stick.mkdir()
    make_file(tmp_path, notes=2).rename(path)
    first = make_window(tmp_path)
    first.desk.opened.emit(path)
    opened(first, qtbot, path)
    pull_out(first, qtbot, stick)
    in_dialog(enter, lambda dialog: isinstance(dialog, UnsavedDialog))
    assert first.close()
    close_window(first)

    stick.with_name("eruit").rename(stick)
    second = make_window(tmp_path, settings=first.settings)
    opened(second, qtbot, path)
    assert "1 notitie is op deze laptop bewaard" in second.notice_bar.text()
    click(second, "notice_action")
    assert "1 notitie erbij" in second.notice_bar.text()
    close_window(second)
    assert texts(path) == {"notitie 0", "notitie 1", "na de stick"}
    assert not list(paths.rescued().glob("*.dialoog"))


def test_a_dialogue_whose_file_is_gone_for_good_is_opened_from_the_start_page_by_keyboard(
    qtbot: QtBot, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    path = stick / "zorg.dialoog"
    stick.mkdir()
    make_file(tmp_path, notes=2).rename(path)
    window = make_window(tmp_path)
    window.desk.opened.emit(path)
    opened(window, qtbot, path)
    pull_out(window, qtbot, stick)
    assert window.close_dialogue()
    page = window.page
    assert isinstance(page, StartPage)
    qtbot.waitUntil(lambda: bool(page.kept.cards()), timeout=LONG)
    card = page.kept.cards()[0]
    assert "Zorg voor morgen" in card.accessibleName()
    assert "3 notities" in card.accessibleName()
    ways = card.findChildren(Button)
    ways[0].setFocus()
    press(ways[0], Qt.Key.Key_Space)
    own = window.context.dialogue.store.path
    assert own.parent == tmp_path / "sessions"
    assert len(window.context.dialogue.state.notes) == 3
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=LONG)
    assert window.close_dialogue()
    start = window.page
    assert isinstance(start, StartPage)
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=LONG)
    assert start.kept.cards() == []
    close_window(window)


def damage(path: Path) -> bytes:
    data = bytearray(path.read_bytes())
    for start in range(4096, len(data), 4096):
        data[start : start + 64] = b"\xff" * 64
    path.write_bytes(data)
    return bytes(data)


@pytest.mark.parametrize("way", ["backup", "readable"])
def test_a_damaged_file_leads_on_and_is_never_touched(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, way: str
) -> None:
    path = make_file(tmp_path, notes=3)
    opened(window, qtbot, path)
    assert window.close_dialogue()
    if way == "readable":
        data = bytearray(path.read_bytes())
        data[100:140] = b"\xff" * 40
        path.write_bytes(data)
        left = bytes(data)
    else:
        left = damage(path)
    met = in_dialog(
        (enter)
        if way == "backup"
        else (lambda dialog: QTest.mouseClick(the(dialog, "readable"), Qt.MouseButton.LeftButton)),
        lambda dialog: isinstance(dialog, DamagedDialog),
    )
    window.open_any(path)
    qtbot.waitUntil(lambda: bool(met) and window.desk.session is not None, timeout=LONG)
    own = window.context.dialogue.store.path
    assert own != path
    assert len(window.context.dialogue.state.notes) == 3
    assert path.read_bytes() == left


def the(dialog: QDialog, name: str) -> Button:
    found = dialog.findChild(Button, name)
    assert found is not None
    return found


def test_a_file_whose_first_bytes_are_gone_is_known_by_its_place(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = make_file(tmp_path, notes=2)
    opened(window, qtbot, path)
    assert window.close_dialogue()
    data = path.read_bytes()
    path.write_bytes(b"\0" * 512 + data[512:])
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=LONG)
    page = window.page
    page.refresh(None)
    assert isinstance(page, StartPage)
    qtbot.waitUntil(lambda: bool(page.kept.cards()), timeout=LONG)
    click(window, "use_backup")
    assert len(window.context.dialogue.state.notes) == 2


def test_going_back_to_an_earlier_version_shows_first_and_can_be_undone(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    store = opened(window, qtbot, make_file(tmp_path, notes=2))
    note(window, "achteraf te veel")
    seen: list[str] = []

    def go_back(dialog: QDialog) -> None:
        assert isinstance(dialog, VersionsDialog)
        seen.extend(dialog.changes.item(row).text() for row in range(dialog.changes.count()))
        enter(dialog)

    in_dialog(go_back, lambda dialog: isinstance(dialog, VersionsDialog) and dialog.primary.isEnabled())
    window.do("versions")
    assert seen == ["Notitie gaat weg: achteraf te veel"]
    assert len(window.context.dialogue.state.notes) == 2
    click(window, "notice_action")
    assert len(window.context.dialogue.state.notes) == 3
    assert store.undo_label is not None


def test_backups_are_made_at_opening_and_closing_and_while_it_changes(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    store = opened(window, qtbot, make_file(tmp_path, notes=1))
    identity = store.identity

    def kept() -> list[int]:
        return [one.notes for one in safekeeping.backups(paths.backups(), identity) if one.good]

    assert kept() == [1]
    window.backing._on_time()  # noqa: SLF001
    assert not window.backing.busy
    note(window, "nog een")
    window.backing._on_time()  # noqa: SLF001
    qtbot.waitUntil(lambda: not window.backing.busy, timeout=LONG)
    assert sorted(kept()) == [1, 2]
    note(window, "op het laatst")
    assert window.close_dialogue()
    assert sorted(kept()) == [1, 2, 3]
    assert whereabouts.place_of(identity) == store.path


_FIRST = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from facilitator.ui.application import make_application, make_window
app = make_application()
window = make_window(app)
window.present()
window.open_any(Path(sys.argv[1]))
print("open" if window.desk.session is not None else "closed", flush=True)
def look():
    if "was al open" in window.notice_bar.text():
        print("asked", flush=True)
        window.close()
        app.quit()
timer = QTimer()
timer.timeout.connect(look)
timer.start(30)
QTimer.singleShot(20000, app.quit)
app.exec()
"""


def test_a_second_start_raises_the_window_of_the_first(tmp_path: Path) -> None:
    path = make_file(tmp_path, notes=1)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    first = subprocess.Popen(
        [sys.executable, "-c", _FIRST, str(path)], stdout=subprocess.PIPE, text=True, env=environment
    )
    try:
        assert first.stdout is not None
        assert first.stdout.readline().strip() == "open"
        second = subprocess.run(
            [sys.executable, "-m", "facilitator", str(path)],
            env=environment,
            timeout=40,
            capture_output=True,
            text=True,
            check=False,
        )
        assert second.returncode == 0, second.stderr
        assert first.stdout.readline().strip() == "asked"
    finally:
        first.kill()
        first.communicate()


def test_where_nobody_answers_one_may_look(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = make_file(tmp_path, notes=1)
    holder = SessionStore.open(path, source="elders")
    try:
        window.open_any(path)
        qtbot.waitUntil(lambda: "ergens anders open" in window.notice_bar.text(), timeout=5000)
        click(window, "notice_action")
        assert window.saving.state == "readonly"
        assert not list((paths.kept() / raising.FOLDER).glob("*.ask"))
    finally:
        window.desk.close()
        holder.close()


def test_the_program_starts_with_settings_that_are_rubbish(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(b"\xff\x00{{{")
    window = make_window(tmp_path, settings=load(file))
    assert isinstance(window.page, StartPage)
    close_window(window)
