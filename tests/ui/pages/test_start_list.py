from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from facilitator.domain.errors import UserError
from facilitator.services.catalog import SessionCard
from facilitator.ui.pages.kept_files import Deed, Unwanted
from facilitator.ui.pages.start_list import DialogueList
from tests.helpers.ui import NOON, make_context

WHEN = NOON.timestamp()
GOOD = SessionCard(path=Path("/s/zorg.dialoog"), title="Zorg voor morgen", notes=3, modified=WHEN)


def shut(name: str, code: str) -> SessionCard:
    return SessionCard(path=Path(f"/s/{name}.dialoog"), title=name, modified=WHEN, error=UserError(code))


def made(qtbot: QtBot, *found: SessionCard) -> DialogueList:
    shown = DialogueList(make_context())
    qtbot.addWidget(shown)
    shown.show()
    shown.show_found(found)
    return shown


@pytest.mark.parametrize(
    ("code", "words"),
    [("store.locked", "Op slot · vandaag"), ("store.damaged", "Beschadigd"),
     ("store.foreign", "Geen dialoog"),
     ("store.newer", "Van een nieuwere versie"), ("store.not_readable", "Je mag het niet lezen"),
     ("store.io", "De schijf geeft geen antwoord"), ("store.too_slow", "Kan niet worden geopend")],
)  # fmt: skip
def test_a_file_that_is_shut_says_why_and_has_a_menu_in_sight(qtbot: QtBot, code: str, words: str) -> None:
    shown = made(qtbot, shut("kapot", code), GOOD)
    cards = {card.face.title: card for card in shown.cards()}
    shut_card, good_card = cards["kapot"], cards[GOOD.title]
    assert shut_card.face.notes == words
    assert shut_card.more.isVisible()
    assert good_card.more.isHidden()


def test_the_menu_opens_a_locked_file_with_its_key_or_removes_it(qtbot: QtBot) -> None:
    shown = made(qtbot, shut("dicht", "store.locked"))
    opened: list[Path] = []
    wanted: list[Deed] = []
    shown.open_wanted.connect(opened.append)
    shown.wanted.connect(wanted.append)
    menu = shown.menu_of(shown.cards()[0])
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Openen met de sleutel…", "Verwijderen…"]
    for action in menu.actions():
        action.trigger()
    path = Path("/s/dicht.dialoog")
    assert opened == [path]
    assert wanted == [Deed("remove", Unwanted(path, "dicht"))]


def test_a_file_with_a_larger_card_elsewhere_has_none_here(qtbot: QtBot) -> None:
    bad = shut("kapot", "store.damaged")
    shown = made(qtbot, bad, GOOD)
    shown.leave_out([bad.path])
    assert [card.face.title for card in shown.cards()] == ["Zorg voor morgen"]
    shown.show_found([GOOD, bad])
    assert len(shown.cards()) == 1
    shown.leave_out([])
    assert len(shown.cards()) == 2


def test_tab_goes_as_the_eye_does_whatever_order_they_came_in(qtbot: QtBot) -> None:
    one, two = shut("a", "store.locked"), shut("b", "store.locked")
    shown = made(qtbot, one, two)
    shown.show_found([two, one])
    first, second = shown.cards()
    assert first.face.title == "b"
    row: list[QWidget] = []
    part: QWidget | None = first
    while part is not None and part not in row:
        row.append(part)
        part = part.nextInFocusChain()
    row = [part for part in row if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert row == [first, first.more, second, second.more]


def test_what_cannot_be_opened_stands_behind_what_can(qtbot: QtBot) -> None:
    shown = made(qtbot, shut("vreemd", "store.foreign"), shut("dicht", "store.locked"), GOOD)
    assert [card.face.title for card in shown.cards()] == ["dicht", "Zorg voor morgen", "vreemd"]
