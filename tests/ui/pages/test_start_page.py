from __future__ import annotations

import os
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from facilitator.services.dialogue import new_meeting, update_dialogue
from facilitator.store.session import SessionStore
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.portraits import Portrait
from facilitator.ui.pages.start_page import StartPage
from tests.helpers.ui import NOON, make_context
from tests.helpers.window import make_file


def page(qtbot: QtBot, folder: Path, language: str = "nl", now: datetime = NOON) -> StartPage:
    context = replace(make_context(language=language), now=lambda: now)
    made = StartPage(context, folder / "sessions")
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.refresh(None)
    made.show()
    return made


def spoken(made: StartPage) -> list[str]:
    return [card.accessibleName() for card in made.cards()]


@pytest.mark.parametrize(
    ("hour", "begins"), [(6, "Goedemorgen"), (13, "Goedemiddag"), (19, "Goedenavond"), (2, "Goedenavond")]
)
def test_the_greeting_follows_the_time_of_day(qtbot: QtBot, tmp_path: Path, hour: int, begins: str) -> None:
    made = page(qtbot, tmp_path, now=NOON.replace(hour=hour))
    label = made.findChild(PlainLabel, "greeting")
    assert label is not None
    assert label.text().startswith(begins)


def test_a_card_tells_place_day_progress_and_notes(qtbot: QtBot, tmp_path: Path) -> None:
    path = make_file(tmp_path, notes=14)
    with SessionStore.open(path, source="laptop-1") as store:
        new_meeting(store, venue="De Brink", date="2026-11-14")
    os.utime(path, (NOON.timestamp(), NOON.timestamp()))
    assert spoken(page(qtbot, tmp_path)) == [
        "Zorg voor morgen, 14 november · De Brink, stap 1 van 5, 14 notities · vandaag"
    ]


@pytest.mark.parametrize(
    ("days", "words"), [(0, "today"), (1, "yesterday"), (3, "Wednesday"), (40, "5 October")]
)
def test_the_day_of_the_last_change_is_in_words(qtbot: QtBot, tmp_path: Path, days: int, words: str) -> None:
    path = make_file(tmp_path, notes=1)
    then = (NOON - timedelta(days=days)).timestamp()
    os.utime(path, (then, then))
    assert spoken(page(qtbot, tmp_path, "en"))[0].endswith(f"1 note · {words}")


def test_a_dialogue_whose_day_has_come_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    path = make_file(tmp_path)
    with SessionStore.open(path, source="laptop-1") as store:
        update_dialogue(store, retention="2026-11-20")
    assert "Te verwijderen: 20 november" in spoken(page(qtbot, tmp_path))[0]


def test_an_empty_folder_invites_to_begin(qtbot: QtBot, tmp_path: Path) -> None:
    made = page(qtbot, tmp_path)
    shown = [label.text() for label in made.findChildren(PlainLabel) if label.isVisible()]
    assert "Hier staan nog geen dialogen" in shown
    assert made.first_focus().objectName() == "start_new_dialogue"
    assert len(made.findChildren(Portrait)) == 13


def test_a_damaged_file_has_a_card_that_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "sessions"
    folder.mkdir()
    (folder / "kapot.dialoog").write_text("geen dialoog")
    assert spoken(page(qtbot, tmp_path)) == ["kapot, kapot.dialoog, Geen dialoog"]


def test_a_card_asks_to_open_its_file(qtbot: QtBot, tmp_path: Path) -> None:
    path = make_file(tmp_path)
    made = page(qtbot, tmp_path)
    asked: list[Path] = []
    made.open_requested.connect(asked.append)
    assert made.first_focus() is made.cards()[0]
    made.cards()[0].click()
    assert asked == [path]


def test_buttons_ask_for_actions_of_the_table(qtbot: QtBot, tmp_path: Path) -> None:
    made = page(qtbot, tmp_path)
    asked: list[str] = []
    made.action_requested.connect(asked.append)
    for button in made.findChildren(QPushButton):
        if button.isVisible():
            button.click()
    assert asked == ["open", "open_example", "new_dialogue"]


def test_a_new_file_appears_when_the_page_comes_back(qtbot: QtBot, tmp_path: Path) -> None:
    made = page(qtbot, tmp_path)
    make_file(tmp_path)
    made.refresh(None)
    assert len(made.cards()) == 1
    assert made.panes()[-1] is made.cards()[0]
    assert made.commands() == {}


def test_it_lights_up_when_a_file_hangs_above_it(qtbot: QtBot, tmp_path: Path) -> None:
    made = page(qtbot, tmp_path)
    before = made.grab().toImage()
    made.show_drop(True)
    assert made.grab().toImage() != before


def names(made: StartPage) -> list[str]:
    return [Path(str(card.property("file"))).stem for card in made.cards()]


def test_files_that_come_go_and_change_their_name_are_followed(qtbot: QtBot, tmp_path: Path) -> None:
    # The folder itself is not there yet.
    made = page(qtbot, tmp_path)
    one = make_file(tmp_path, "een")
    qtbot.waitUntil(lambda: names(made) == ["een"], timeout=5000)
    other = make_file(tmp_path, "twee")
    qtbot.waitUntil(lambda: sorted(names(made)) == ["een", "twee"], timeout=5000)
    other.rename(other.with_name("drie.dialoog"))
    qtbot.waitUntil(lambda: sorted(names(made)) == ["drie", "een"], timeout=5000)
    one.unlink()
    qtbot.waitUntil(lambda: names(made) == ["drie"], timeout=5000)


def test_what_stays_keeps_its_card_and_the_focus(qtbot: QtBot, tmp_path: Path) -> None:
    for name in ("een", "twee", "drie"):
        make_file(tmp_path, name)
    made = page(qtbot, tmp_path)
    with qtbot.waitActive(made):
        made.activateWindow()
    middle = made.cards()[1]
    middle.setFocus()
    gone, stays = names(made)[0], names(made)[1]
    (tmp_path / "sessions" / f"{gone}.dialoog").unlink()
    made.look_again()
    qtbot.waitUntil(lambda: len(made.cards()) == 2, timeout=5000)
    assert made.cards()[0] is middle
    assert made.focusWidget() is middle
    (tmp_path / "sessions" / f"{stays}.dialoog").unlink()
    made.look_again()
    qtbot.waitUntil(lambda: len(made.cards()) == 1, timeout=5000)
    assert made.focusWidget() is made.cards()[0]
    (tmp_path / "sessions" / f"{names(made)[0]}.dialoog").unlink()
    made.look_again()
    qtbot.waitUntil(lambda: not made.cards(), timeout=5000)
    focused = made.focusWidget()
    assert focused is not None
    assert focused.objectName() == "start_new_dialogue"


def test_a_page_nobody_sees_looks_at_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    made = page(qtbot, tmp_path)
    made.hide()
    make_file(tmp_path)
    made.look_again()
    qtbot.wait(20)
    assert made.cards() == []
