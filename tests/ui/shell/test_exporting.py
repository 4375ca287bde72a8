"""Exporting from the window: what, where, and how it ended."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QRadioButton
from pytestqt.qtbot import QtBot

from facilitator.domain.choices import FORMATS
from facilitator.domain.method import Method
from facilitator.domain.state import State
from facilitator.exchange.sealed import unseal
from facilitator.services import sealing
from facilitator.services.exporting import Wish
from facilitator.services.findings import Finding
from facilitator.services.notes import NoteDraft, add_note
from facilitator.services.personal_data import Span
from facilitator.services.publication import PublicationCheck
from facilitator.services.sealing import Seal
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.export_dialog import ExportDialog
from facilitator.ui.kit.page import Go
from facilitator.ui.main_window import MainWindow
from facilitator.ui.pages.report_page import ReportPage
from facilitator.ui.shell import exporting
from facilitator.ui.shell.exporting import Exporting
from tests.helpers.ui import make_context
from tests.helpers.window import PLAIN, close_window, make_file, make_window

WORDS = "paard batterij nietje correct"


def choose(
    monkeypatch: pytest.MonkeyPatch, format: str, target: Path | None, *, sealed: bool = False
) -> None:
    """Let whoever is asked choose this format and this place."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ExportDialog)
        button = dialog.findChild(QRadioButton, f"export_{format}")
        assert button is not None
        button.click()
        if sealed:
            dialog.seal.on.click()
            dialog.seal.words.first.field.setText(WORDS)
            dialog.seal.words.second.field.setText(WORDS)
        dialog.accept()

    chosen = "" if target is None else str(target)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (chosen, ""))
    QTimer.singleShot(50, look)


@pytest.mark.parametrize("one", [one for one in FORMATS if one != "pdf"])
def test_every_format_is_written_where_the_person_says(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, one: str
) -> None:
    window.open_any(make_file(tmp_path, notes=3))
    target = tmp_path / ("tabellen" if one == "csv" else f"uit.{one}")
    choose(monkeypatch, one, target)
    window.do("export_as")
    qtbot.waitUntil(lambda: f"De export staat in {target}" in window.notice_bar.text(), timeout=10_000)
    files = sorted(path.name for path in target.iterdir()) if target.is_dir() else [target.name]
    assert len(files) == (5 if one == "csv" else 1)
    assert all(path.stat().st_size > 50 for path in ([target] if target.is_file() else target.iterdir()))


def test_the_folder_can_be_opened_from_the_notice(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    window.open_any(make_file(tmp_path, notes=1))
    choose(monkeypatch, "md", tmp_path / "uit.md")
    window.do("export_as")
    qtbot.waitUntil(lambda: "De export staat in" in window.notice_bar.text(), timeout=10_000)
    notice = window.notice_bar.shown()
    assert notice is not None
    assert notice.action is not None
    notice.action()
    assert [Path(url.toLocalFile()) for url in opened] == [tmp_path]


def test_a_dialogue_in_the_way_is_refused_and_stays(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = make_file(tmp_path, notes=1)
    window.open_any(file)
    choose(monkeypatch, "docx", file)
    window.do("export_as")
    assert "dialoog" in window.notice_bar.text()
    assert file.read_bytes().startswith(b"SQLite")


def test_a_place_that_cannot_be_written_is_told(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.open_any(make_file(tmp_path, notes=1))
    Exporting(window).write(tmp_path / "weg" / "a.xlsx", Wish(made_on="2026-11-14"))
    qtbot.waitUntil(
        lambda: (n := window.notice_bar.shown()) is not None and n.kind == "error", timeout=10_000
    )


def test_nothing_happens_when_no_place_is_chosen(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_any(make_file(tmp_path, notes=1))
    choose(monkeypatch, "png", None)
    window.do("export_as")
    assert window.notice_bar.shown() is None


def test_the_report_page_leads_there_too(qtbot: QtBot, tmp_path: Path) -> None:
    with SessionStore.open(make_file(tmp_path, notes=1), source="test") as store:
        page = ReportPage(make_context(store))
        qtbot.addWidget(page)
        asked: list[str] = []
        page.action_requested.connect(asked.append)
        page.options.export.click()
        assert asked == ["export_as"]
        assert page.options.export.words() == "Andere bestanden…"


@pytest.fixture
def with_report(tmp_path: Path) -> Iterator[MainWindow]:
    """Give a window with the real report page."""
    made = make_window(tmp_path, replace(PLAIN, report=ReportPage))
    yield made
    close_window(made)


def test_what_is_chosen_on_the_report_page_holds_for_its_other_forms_wherever_one_is(
    with_report: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = with_report
    window.open_any(make_file(tmp_path, notes=3))
    step = window.here
    window.go(Go("report"))
    assert isinstance(window.page, ReportPage)
    window.page.options.set_choices(("summary",), "en")
    window.go(step)
    window.rebuild()
    choose(monkeypatch, "md", tmp_path / "uit.md")
    window.do("export_as")
    qtbot.waitUntil(lambda: "De export staat in" in window.notice_bar.text(), timeout=10_000)
    text = (tmp_path / "uit.md").read_text("utf-8")
    assert "\n## Summary\n" in text
    assert "notitie 2" not in text


def test_what_came_since_is_told_again_and_what_was_told_is_not(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_any(make_file(tmp_path, notes=1))
    asked: list[str] = []
    monkeypatch.setattr(exporting, "ask", lambda *about: asked.append(str(about[3])))
    for text, count in (("Bel mij op 06-12345678.", 1), ("", 1), ("Bel mij op 06-87654321.", 2)):
        if text:
            window.context.dialogue.run(add_note, NoteDraft(text))
        choose(monkeypatch, "md", None)
        window.do("export_as")
        assert len(asked) == count


def test_the_texts_are_looked_through_beside_the_window_and_what_was_seen_is_remembered(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_any(make_file(tmp_path, notes=3))
    threads: list[threading.Thread] = []
    looked: list[str] = []

    class Watched(PublicationCheck):
        def find(self, state: State, method: Method) -> list[Finding]:
            threads.append(threading.current_thread())
            return super().find(state, method)

        def _look(self, text: str) -> list[Span]:
            looked.append(text)
            return super()._look(text)

    monkeypatch.setattr(exporting, "PublicationCheck", Watched)
    maker = Exporting(window)
    monkeypatch.setattr(exporting, "ask", lambda *_: False)
    for _ in range(2):
        choose(monkeypatch, "md", None)
        maker.run()
    assert len(threads) == 2
    assert threading.main_thread() not in threads
    assert len(looked) == len(set(looked)) > 0


@pytest.mark.parametrize("first", [True, False])
def test_what_waits_for_a_decision_is_told_before_anything_leaves(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: bool
) -> None:
    window.open_any(make_file(tmp_path, notes=1))
    window.context.dialogue.run(add_note, NoteDraft("Bel mij op 06-12345678."))
    asked: list[str] = []

    def answer(_context: object, _parent: object, _title: str, text: str, *_words: str) -> bool:
        asked.append(text)
        return first

    monkeypatch.setattr(exporting, "ask", answer)
    went: list[Go] = []
    if first:
        monkeypatch.setattr(window, "go", went.append)
    else:
        choose(monkeypatch, "md", tmp_path / "uit.md")
    window.do("export_as")
    assert len(asked) == 1
    if first:
        assert went == [Go("report")]
        assert not (tmp_path / "uit.md").exists()
    else:
        qtbot.waitUntil((tmp_path / "uit.md").exists, timeout=10_000)
        qtbot.waitUntil(lambda: "De export staat in" in window.notice_bar.text(), timeout=10_000)


@pytest.mark.parametrize(
    ("one", "typed", "sealed"),
    [
        ("md", "uit.md.age", ["uit.md.age"]),
        ("json", "uit.age", ["uit.json.age"]),
        # A passphrase is made slow to guess, once for each of the tables.
        pytest.param("csv", "uit.age", 5, marks=pytest.mark.soak),
    ],
)
def test_a_sealed_export_says_what_is_inside_and_nothing_else_is_left(
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    one: str,
    typed: str,
    sealed: list[str] | int,
) -> None:
    window.open_any(make_file(tmp_path, notes=2))
    out, open_place = tmp_path / "uit", tmp_path / "geheugen"
    out.mkdir()
    open_place.mkdir()
    monkeypatch.setattr(sealing, "_in_memory", lambda: str(open_place))
    choose(monkeypatch, one, out / typed, sealed=True)
    window.do("export_as")
    qtbot.waitUntil(lambda: "De export staat in" in window.notice_bar.text(), timeout=30_000)
    names = sorted(path.name for path in out.iterdir())
    assert names == sealed if isinstance(sealed, list) else len(names) == sealed
    assert all(name.endswith(f".{one}.age") for name in names)
    assert list(open_place.iterdir()) == []
    raw = (out / names[-1]).read_bytes()
    assert b"notitie 1" not in raw
    if one == "json":
        assert b"notitie 1" in unseal(raw, passphrase=WORDS)


def test_a_file_nobody_was_asked_about_is_not_overwritten(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_any(make_file(tmp_path, notes=1))
    there = tmp_path / "uit.md.age"
    there.write_text("van iemand anders")
    choose(monkeypatch, "md", tmp_path / "uit.age", sealed=True)
    window.do("export_as")
    shown = window.notice_bar.shown()
    assert shown is not None
    assert shown.kind != "info"
    assert there.read_text() == "van iemand anders"


def test_what_can_not_be_sealed_is_told_and_nothing_is_written(window: MainWindow, tmp_path: Path) -> None:
    window.open_any(make_file(tmp_path, notes=1))
    Exporting(window).write(tmp_path / "uit.md.age", Wish(format="md"), Seal(recipient="age1niets"))
    assert "geen openbare sleutel" in window.notice_bar.text()
    assert not (tmp_path / "uit.md.age").exists()
