"""The form of the report: what is chosen is what is shown and saved."""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from facilitator.domain.report_data import FORMS
from facilitator.store.session import SessionStore
from tests.ui.pages.test_report_page import MakePage, TestedPage, example, make

__all__ = ["example", "make"]


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


def test_form_style_and_logo_survive_a_new_page(qtbot: QtBot, make: MakePage, tmp_path: Path) -> None:
    Image.new("RGB", (40, 20), "#C01040").save(tmp_path / "logo.png")
    page = make()
    choose(page, "board", "a3")
    chooser = page.options.form
    chooser.style_box.setCurrentIndex(chooser.style_box.findData("ink-saving"))
    chooser.set_logo(tmp_path / "logo.png")
    chooser.alt.setText("Rood vlak")
    view = page.save_view()
    page.hide()
    other = make(language="en", theme="dark")
    other.restore_view(view)
    settle(qtbot, other)
    again = other.options.form
    assert again.state() == chooser.state()
    again.logo.click()
    assert again.chosen_logo()[0] is None


def test_a_logo_that_cannot_be_read_is_told_and_the_page_stays(
    qtbot: QtBot, make: MakePage, tmp_path: Path
) -> None:
    (tmp_path / "logo.png").write_text("geen beeld")
    page = make()
    page.options.form.set_logo(tmp_path / "logo.png")
    page.options.form.changed.emit()
    qtbot.waitUntil(lambda: bool(page.notices), timeout=30_000)
    assert "logo.png" in page.notices[-1].text
