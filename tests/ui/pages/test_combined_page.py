"""A step with two kinds of work shows both, one at a time."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from facilitator.domain.changes import ChangeSet
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.page import Go, Page
from facilitator.ui.pages.combined_page import CombinedPage
from tests.helpers.ui import make_context

CHANGE = ChangeSet("note.added", "edit", ())


class Part(Page):
    def __init__(self, context: Context, step_id: str, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.field = QLineEdit(self)
        self.seen: list[ChangeSet | None] = []
        self.stays = False

    def refresh(self, changes: ChangeSet | None) -> None:
        self.seen.append(changes)

    def first_focus(self) -> QWidget:
        return self.field

    def save_view(self) -> dict[str, object]:
        return {"draft": self.field.text()}

    def restore_view(self, view: object) -> None:
        self.field.setText(str(view["draft"]))  # type: ignore[index]

    def commands(self) -> dict[str, Callable[[], object]]:
        return {"find": self.field.selectAll}

    def may_leave(self) -> bool:
        return not self.stays


@pytest.fixture
def page(qtbot: QtBot) -> CombinedPage:
    made = CombinedPage(make_context(), "doen", [("group", Part), ("advise", Part)])
    qtbot.addWidget(made)
    made.show()
    return made


def parts(page: CombinedPage) -> tuple[Part, Part]:
    first, second = page._parts.values()
    assert isinstance(first, Part)
    assert isinstance(second, Part)
    return first, second


def test_the_hidden_part_catches_up_when_it_is_shown(page: CombinedPage) -> None:
    first, second = parts(page)
    page.refresh(CHANGE)
    assert (first.seen, second.seen) == ([CHANGE], [])
    page.switch.button("advise").click()
    assert second.isVisible()
    assert second.field.hasFocus()
    assert second.seen == [None]


def test_wishes_of_both_parts_go_on_and_views_come_back(page: CombinedPage, qtbot: QtBot) -> None:
    first, second = parts(page)
    went: list[Go] = []
    page.navigate_requested.connect(went.append)
    second.navigate_requested.emit(Go("report"))
    assert went == [Go("report")]
    first.field.setText("half")
    page.show_part("advise")
    view = page.save_view()
    again = CombinedPage(page.context, "doen", [("group", Part), ("advise", Part)])
    qtbot.addWidget(again)
    again.restore_view(view)
    assert again.switch.value() == "advise"
    assert parts(again)[0].field.text() == "half"
    assert list(again.commands()) == ["find"]


def test_a_part_that_may_not_be_left_stays(page: CombinedPage) -> None:
    first, _ = parts(page)
    first.stays = True
    page.switch.button("advise").click()
    assert page.switch.value() == "group"
    assert page.part() is first
    assert not page.may_leave()
