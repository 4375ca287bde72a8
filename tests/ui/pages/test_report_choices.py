"""The form of the report: what is chosen is what is shown and saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from facilitator.domain.choices import FORMS
from facilitator.store.session import SessionStore
from facilitator.ui.widgets.page_view import Picture
from tests.helpers.keys import press, type_text
from tests.ui.pages.test_report_page import MakePage, TestedPage, example, make

__all__ = ["example", "make"]


def drawn(path: Path, size: tuple[int, int] = (40, 20)) -> Path:
    Image.new("RGB", size, "#C01040").save(path)
    return path


def add(qtbot: QtBot, page: TestedPage, place: str, path: Path) -> None:
    dialogue = page.context.dialogue.state
    before = getattr(dialogue.dialogue, place)
    page._choices.read_picture(place, path)
    qtbot.waitUntil(lambda: getattr(dialogue.dialogue, place) != before, timeout=10_000)


def colour_at(picture: Picture, x: int, y: int) -> tuple[int, ...]:
    _width, _height, stride, pixels = picture
    start = y * stride + 4 * x
    return tuple(pixels[start : start + 3])


def settle(qtbot: QtBot, page: TestedPage) -> None:
    qtbot.waitUntil(page.is_current, timeout=30_000)


def choose(page: TestedPage, form: str, detail: str = "") -> None:
    chooser = page.options.form
    chooser.form.setCurrentIndex(chooser.form.findData(form))
    chooser.form.activated.emit(chooser.form.currentIndex())
    if detail:
        chooser.detail.setCurrentIndex(chooser.detail.findData(detail))
        chooser.detail.activated.emit(chooser.detail.currentIndex())


def test_every_form_can_be_chosen_and_the_full_report_comes_first(make: MakePage) -> None:
    box = make().options.form.form
    assert [box.itemData(place) for place in range(box.count())] == ["", *FORMS]


def test_the_pages_shown_are_those_of_the_form(
    qtbot: QtBot, make: MakePage, example: SessionStore, tmp_path: Path
) -> None:
    page = make()
    choose(page, "handout")
    settle(qtbot, page)
    assert page.view.count == len(example.state.personas)
    assert not page.options.first_box().isEnabled()
    choose(page, "handout", example.state.personas[0].id)
    assert not page.is_current()
    settle(qtbot, page)
    assert page.view.count == 1
    assert "blad-per-persona" in page.proposed_file().name
    out = tmp_path / "blad.pdf"
    page.export_to(out)
    qtbot.waitUntil(lambda: not page.is_saving(), timeout=30_000)
    assert example.state.personas[0].name in PdfReader(out).pages[0].extract_text()
    choose(page, "")
    assert page.options.first_box().isEnabled()


def test_paper_is_asked_for_posters_and_the_board_alone(make: MakePage) -> None:
    page = make()
    chooser = page.options.form
    choose(page, "poster", "a2")
    assert chooser.order() is not None
    assert chooser.order().size == "a2"  # pyright: ignore[reportOptionalMemberAccess]
    choose(page, "summary")
    assert not chooser.detail.isVisible()
    assert chooser.order().size == ""  # pyright: ignore[reportOptionalMemberAccess]


def test_form_and_style_survive_a_new_page_and_so_does_what_is_being_typed(
    qtbot: QtBot, make: MakePage, tmp_path: Path
) -> None:
    page = make()
    add(qtbot, page, "logo", drawn(tmp_path / "logo.png"))
    choose(page, "board", "a3")
    chooser = page.options.form
    chooser.style_box.setCurrentIndex(chooser.style_box.findData("ink-saving"))
    type_text(chooser.pictures["logo"].description, "Rood vl")
    view = page.save_view()
    page.hide()
    other = make(language="en", theme="dark")
    other.restore_view(view)
    settle(qtbot, other)
    assert other.options.form.state() == chooser.state()
    assert other.options.form.pictures["logo"].description.text() == "Rood vl"


@pytest.mark.parametrize("place", ["cover", "logo"])
def test_a_picture_is_chosen_described_undone_and_taken_off_by_keyboard(
    qtbot: QtBot, make: MakePage, example: SessionStore, tmp_path: Path, place: str
) -> None:
    page = make()
    page.activateWindow()
    part = page.options.form.pictures[place]
    part.add.setFocus()
    press(part.add, Qt.Key.Key_Space)
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    dialog.close()
    add(qtbot, page, place, drawn(tmp_path / "beeld.png"))
    kept = example.state.picture(getattr(example.state.dialogue, place))
    assert kept is not None
    assert part.add.isHidden()
    assert page.focusWidget() is part.description
    type_text(part.description, "Rood vlak")
    press(part.description, Qt.Key.Key_Return)
    assert example.state.picture(kept.id).description == "Rood vlak"  # pyright: ignore[reportOptionalMemberAccess]
    part.remove.setFocus()
    press(part.remove, Qt.Key.Key_Space)
    assert getattr(example.state.dialogue, place) == ""
    assert page.focusWidget() is part.add
    assert not part.add.isHidden()
    page.context.dialogue.undo()
    assert getattr(example.state.dialogue, place) == kept.id
    assert part.description.text() == "Rood vlak"


def test_what_is_typed_is_kept_when_the_page_is_left(
    qtbot: QtBot, make: MakePage, example: SessionStore, tmp_path: Path
) -> None:
    page = make()
    add(qtbot, page, "cover", drawn(tmp_path / "beeld.png"))
    type_text(page.options.form.pictures["cover"].description, "Weiland")
    assert page.may_leave()
    kept = example.state.picture(example.state.dialogue.cover)
    assert kept is not None
    assert kept.description == "Weiland"


def test_a_drawing_becomes_the_logo(
    qtbot: QtBot, make: MakePage, example: SessionStore, tmp_path: Path
) -> None:
    (tmp_path / "logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">'
        '<rect width="40" height="20" fill="red"/></svg>'
    )
    page = make()
    add(qtbot, page, "logo", tmp_path / "logo.svg")
    kept = example.state.picture(example.state.dialogue.logo)
    assert kept is not None
    assert (kept.width, kept.height) == (1200, 600)


def test_the_first_page_shows_the_new_cover_soon(
    qtbot: QtBot, make: MakePage, example: SessionStore, tmp_path: Path
) -> None:
    page = make()
    settle(qtbot, page)
    add(qtbot, page, "cover", drawn(tmp_path / "beeld.png", (1600, 1000)))
    with qtbot.waitSignal(page._first.ready, timeout=10_000) as told:
        pass
    sheets = told.args[0] if told.args else None
    assert sheets is not None
    assert colour_at(sheets.image(0, 0.5), 100, 20) == pytest.approx((0xC0, 0x10, 0x40), abs=6)


@pytest.mark.parametrize("name", ["logo.png", "logo.svg", "weg.png"])
def test_what_cannot_be_read_is_told_and_what_was_there_stays(
    qtbot: QtBot, make: MakePage, example: SessionStore, tmp_path: Path, name: str
) -> None:
    page = make()
    add(qtbot, page, "logo", drawn(tmp_path / "goed.png"))
    before = example.state.dialogue.logo
    if name != "weg.png":
        (tmp_path / name).write_text("geen beeld")
    page._choices.read_picture("logo", tmp_path / name)
    qtbot.waitUntil(lambda: bool(page.notices), timeout=30_000)
    assert example.state.dialogue.logo == before
