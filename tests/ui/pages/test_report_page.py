from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from facilitator.domain.changes import ChangeSet
from facilitator.services import handed_out
from facilitator.services.advising import new_advice
from facilitator.services.dialogue import update_dialogue
from facilitator.services.notes import NoteDraft, add_note
from facilitator.store.session import SessionStore
from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.notices import Notice
from facilitator.ui.kit.page import Go
from facilitator.ui.pages.report_page import ReportPage
from tests.helpers.example import open_copy
from tests.helpers.keys import press, type_text
from tests.helpers.ui import make_context

MakePage = Callable[..., "TestedPage"]


class TestedPage(ReportPage):
    """The page with an eye on what it would open, and on its notices."""

    __test__ = False

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.opened: list[Path] = []
        self.notices: list[Notice] = []
        self.went: list[Go] = []
        self.notice_requested.connect(self.notices.append)
        self.navigate_requested.connect(self.went.append)

    def open_place(self, path: Path) -> None:
        self.opened.append(path)


@pytest.fixture
def example(tmp_path: Path) -> Iterator[SessionStore]:
    with open_copy(tmp_path / "avond.dialoog") as store:
        yield store


@pytest.fixture
def make(qtbot: QtBot, example: SessionStore) -> Iterator[MakePage]:
    made: list[TestedPage] = []

    def build(**look: Any) -> TestedPage:
        context = make_context(example, **look)
        page = TestedPage(context)
        qtbot.addWidget(page)
        assert context.session is not None

        def tell(changes: ChangeSet) -> None:
            page.refresh(changes)

        context.session.changed.connect(tell)
        page.resize(1366, 672)
        page.show()
        page.refresh(None)
        made.append(page)
        return page

    yield build
    for page in made:
        page.hide()
        assert page.context.tasks.stop()


def _settle(qtbot: QtBot, page: ReportPage, count: int | None = None) -> None:
    def there() -> bool:
        quiet = page._making is None and not page._timer.isActive() and page.view.count > 0
        return quiet and (count is None or page.view.count == count)

    qtbot.waitUntil(there, timeout=15_000)


def test_pages_appear_and_are_drawn_sharp(qtbot: QtBot, make: MakePage) -> None:
    page = make()
    _settle(qtbot, page)
    assert page.view.count > 40
    qtbot.waitUntil(lambda: page.view.is_drawn(1) and page.view.is_drawn(2), timeout=10_000)
    picture = page.view.viewport().grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(60, 900, 7) for y in range(40, 500, 7)}
    assert len(colours) > 20


def test_a_part_switched_off_leaves_its_pages_out(qtbot: QtBot, make: MakePage) -> None:
    page = make()
    page.options.set_choices(("summary", "notes"), "nl")
    _settle(qtbot, page)
    before = page.view.count
    box = page.options.box("notes")
    box.setFocus()
    press(box, Qt.Key.Key_Space)
    assert page.view.count == before
    qtbot.waitUntil(lambda: page.view.count < before, timeout=15_000)


def test_a_change_of_the_dialogue_makes_the_pages_anew(
    qtbot: QtBot, make: MakePage, example: SessionStore
) -> None:
    page = make()
    page.options.set_choices(("summary",), "nl")
    _settle(qtbot, page)
    update_dialogue(example, title="Iets heel anders")
    _settle(qtbot, page)
    read = "".join(sheet.extract_text() for sheet in PdfReader(page._draft.file()).pages[:1])
    assert "Iets heel anders" in read


def test_the_draft_is_outside_the_dialogues_and_goes_with_the_page(
    qtbot: QtBot, make: MakePage, example: SessionStore
) -> None:
    page = make()
    page.options.set_choices(("summary",), "nl")
    _settle(qtbot, page)
    draft = page._draft.file()
    assert draft.is_file()
    assert example.path.parent not in draft.parents
    assert sorted(path.name for path in example.path.parent.glob("*.pdf")) == []
    del page._draft
    assert not draft.parent.exists()


def test_leaving_stops_making_and_coming_back_goes_on(qtbot: QtBot, make: MakePage) -> None:
    page = make()
    qtbot.waitUntil(lambda: page._making is not None, timeout=5_000)
    page.hide()
    qtbot.waitUntil(lambda: page._making is None, timeout=5_000)
    assert page.view.count == 0
    page.show()
    _settle(qtbot, page)


def test_page_number_and_keys_turn_pages(qtbot: QtBot, make: MakePage) -> None:
    page = make()
    _settle(qtbot, page)
    page.bar.number.setFocus()
    page.bar.number.selectAll()
    type_text(page.bar.number, "20\n")
    assert page.view.page == 20
    view = page.view
    view.setFocus()
    press(view, Qt.Key.Key_Home)
    assert (view.page, page.bar.number.value()) == (1, 1)
    press(view, Qt.Key.Key_PageDown)
    assert view.page == 3
    press(view, Qt.Key.Key_PageUp)
    assert view.page == 1
    press(view, Qt.Key.Key_End)
    assert view.page == view.count
    assert str(view.count) in view.accessibleDescription()
    top = view.verticalScrollBar().value()
    press(view, Qt.Key.Key_Up)
    assert view.verticalScrollBar().value() < top


def test_zoom_keeps_the_page_and_fits_again(qtbot: QtBot, make: MakePage) -> None:
    page = make()
    _settle(qtbot, page)
    page.view.go_to(9)
    fitting = page.view.shown_zoom()
    page.bar.larger.click()
    assert page.view.shown_zoom() > fitting
    assert page.view.page == 9
    page.view.setFocus()
    press(page.view, Qt.Key.Key_Minus)
    press(page.view, Qt.Key.Key_0)
    assert page.view.shown_zoom() == fitting


def test_saving_writes_the_report_and_offers_to_open_it(qtbot: QtBot, make: MakePage, tmp_path: Path) -> None:
    page = make()
    page.options.set_choices(("summary", "goals"), "en")
    out = tmp_path / "advies.pdf"
    page.export_to(out)
    assert "export_pdf" not in page.commands()
    qtbot.waitUntil(lambda: page._saving is None, timeout=15_000)
    assert any("Contents" in sheet.extract_text() for sheet in PdfReader(out).pages)
    notice = page.notices[-1]
    assert (notice.kind, "advies.pdf" in notice.text) == ("info", True)
    assert notice.action is not None
    assert notice.second_action is not None
    notice.action()
    notice.second_action()
    assert page.opened == [out, tmp_path]
    assert [one.path for one in handed_out.known(page.context.dialogue.store.identity)] == [out]


def test_the_dialog_proposes_title_and_day_and_does_not_hold_up_the_window(
    qtbot: QtBot, make: MakePage, tmp_path: Path
) -> None:
    page = make()
    assert page.proposed_file().name.endswith("-2026-11-14.pdf")
    page.options.save.click()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    assert name.text() == page.proposed_file().name
    name.selectAll()
    type_text(name, "mijn advies\n")
    qtbot.waitUntil((tmp_path / "mijn advies.pdf").is_file, timeout=15_000)
    qtbot.waitUntil(lambda: page._saving is None, timeout=15_000)


def test_stopping_leaves_no_file(qtbot: QtBot, make: MakePage, tmp_path: Path) -> None:
    page = make()
    out = tmp_path / "niet.pdf"
    page.export_to(out)
    page.options.stop.click()
    qtbot.waitUntil(lambda: page._saving is None, timeout=15_000)
    assert not out.exists()
    assert "export_pdf" in page.commands()
    assert page.notices[-1].kind == "info"


def test_a_place_that_cannot_be_written_is_told_in_plain_words(
    qtbot: QtBot, make: MakePage, tmp_path: Path
) -> None:
    page = make()
    page.export_to(tmp_path / "weg" / "advies.pdf")
    qtbot.waitUntil(lambda: page._saving is None, timeout=15_000)
    assert page.notices[-1].kind == "error"
    assert "advies.pdf" in page.notices[-1].text
    assert "notities" in page.notices[-1].text


def test_a_dialogue_is_never_overwritten(qtbot: QtBot, make: MakePage, example: SessionStore) -> None:
    page = make()
    example.wait_saved()
    before = example.path.read_bytes()
    page.export_to(example.path)
    qtbot.waitUntil(lambda: page._saving is None, timeout=15_000)
    assert page.notices[-1].kind == "error"
    assert example.path.read_bytes() == before


@pytest.mark.skipif(not Path("/dev/full").exists() or os.name == "nt", reason="needs a place that is full")
def test_an_unwritable_folder_for_drafts_is_told(
    qtbot: QtBot, make: MakePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/dev/full")
    page = make()
    qtbot.waitUntil(lambda: bool(page.notices), timeout=5_000)
    assert page.notices[0].kind == "error"
    assert page.view.count == 0


def test_summary_and_opening_word_are_written_here(
    qtbot: QtBot, make: MakePage, example: SessionStore
) -> None:
    page = make()
    page.options.write.click()
    texts = page.texts
    assert texts.isVisible()
    texts.summary.selectAll()
    type_text(texts.summary, "Kort gezegd: <b>samen</b> & dichtbij")
    assert page.may_leave()
    assert example.state.dialogue.summary == "Kort gezegd: <b>samen</b> & dichtbij"
    texts.close_button.click()
    assert not texts.isVisible()


def test_a_view_saved_and_restored_keeps_choices_and_drafts(qtbot: QtBot, make: MakePage) -> None:
    page = make()
    page.options.set_choices(("goals", "notes"), "en")
    _settle(qtbot, page)
    page.options.write.click()
    page.texts.opening.setPlainText("Nog niet af")
    page.view.set_zoom(100)
    page.view.go_to(7)
    view = page.save_view()
    page.hide()
    other = make(language="en", theme="dark")
    other.restore_view(view)
    _settle(qtbot, other)
    assert other.options.parts() == ("goals", "notes")
    assert other.options.chosen_language() == "en"
    assert other.texts.opening.text() == "Nog niet af"
    assert (other.view.zoom(), other.view.page) == (100, 7)


def test_hints_tell_what_is_open_and_lead_there(qtbot: QtBot, make: MakePage, example: SessionStore) -> None:
    page = make()
    add_note(example, NoteDraft("Nog los", persona="fatima", step="ervaren"))
    new_advice(example, example.state.goals[0].id, "Zonder stemmen")
    qtbot.wait(1)
    rows = {row.words(): row for row in page.options._hint_rows.findChildren(Button) if not row.isHidden()}
    rows["1 notitie nog niet gebundeld"].click()
    rows["1 advies zonder stemmen"].click()
    assert page.went == [Go("step", "wegen"), Go("step", "adviseren")]


@pytest.mark.parametrize(("language", "theme", "scale"), [("nl", "light", 200), ("en", "contrast", 200)])
def test_fits_a_small_screen_with_large_text(
    qtbot: QtBot, make: MakePage, language: str, theme: str, scale: int
) -> None:
    page = make(language=language, theme=theme, scale=scale)
    page.resize(1280, 570)
    qtbot.wait(1)
    assert page.minimumSizeHint().width() <= 1280
    assert page.view.width() >= 400
    page.options.write.click()
    assert page.minimumSizeHint().width() <= 1280
