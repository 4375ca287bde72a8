from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.notices import Notice
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.theme import load_theme
from facilitator.ui.widgets.notice_bar import NoticeBar
from tests.helpers.ui import dress


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[NoticeBar]:
    theme = load_theme("light")
    dress(theme, "nl")
    window = QWidget()
    qtbot.addWidget(window)
    made = NoticeBar(theme, window)
    layout = QVBoxLayout(window)
    layout.addWidget(made)
    layout.addStretch(1)
    window.resize(900, 300)
    window.show()
    yield made
    window.close()


def button(bar: NoticeBar, name: str) -> Button:
    found = bar.findChild(Button, name)
    assert found is not None
    return found


def test_it_is_not_there_without_a_notice(bar: NoticeBar) -> None:
    assert bar.isHidden()
    assert bar.text() == ""


def test_an_error_stays_in_front_of_what_is_lighter(bar: NoticeBar) -> None:
    bar.add(Notice("error", "De schijf is vol."))
    bar.add(Notice("info", "Twee notities toegevoegd."))
    assert bar.text() == "De schijf is vol."
    bar.dismiss_shown()
    assert bar.text() == "Twee notities toegevoegd."
    bar.dismiss_shown()
    assert bar.isHidden()


def test_the_newest_of_a_weight_is_shown(bar: NoticeBar) -> None:
    bar.add(Notice("warning", "een"))
    bar.add(Notice("warning", "twee"))
    assert bar.text() == "twee"


def test_a_later_notice_with_the_same_key_replaces_the_earlier(bar: NoticeBar) -> None:
    bar.add(Notice("error", "eerst", key="save"))
    bar.add(Notice("error", "later", key="save"))
    assert [notice.text for notice in bar.notices()] == ["later"]
    bar.dismiss("save")
    assert bar.isHidden()


def test_its_buttons_do_it_and_take_the_notice_away(bar: NoticeBar) -> None:
    done: list[str] = []
    notice = Notice(
        "error",
        "Niet opgeslagen.",
        "Opnieuw proberen",
        lambda: done.append("again"),
        second_label="Kopie opslaan…",
        second_action=lambda: done.append("copy"),
    )
    bar.add(notice)
    button(bar, "notice_action").click()
    assert bar.shown() is None
    bar.add(notice)
    button(bar, "notice_second").click()
    assert done == ["again", "copy"]


def test_an_action_may_bring_a_new_notice(bar: NoticeBar) -> None:
    bar.add(Notice("warning", "een", "Doe", lambda: bar.add(Notice("info", "gedaan"))))
    button(bar, "notice_action").click()
    assert bar.text() == "gedaan"


def test_buttons_without_words_are_not_there(bar: NoticeBar) -> None:
    bar.add(Notice("info", "Klaar."))
    assert button(bar, "notice_action").isHidden()
    assert button(bar, "notice_second").isHidden()


def test_only_an_info_goes_by_itself(bar: NoticeBar, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setattr("facilitator.ui.widgets.notice_bar.INFO_MS", 20)
    bar.add(Notice("warning", "blijft"))
    qtbot.wait(80)
    assert bar.text() == "blijft"
    bar.dismiss_shown()
    bar.add(Notice("info", "gaat"))
    qtbot.waitUntil(bar.isHidden, timeout=2000)


def test_a_new_bar_takes_over_what_waits(bar: NoticeBar, qtbot: QtBot) -> None:
    bar.add(Notice("error", "a"))
    bar.add(Notice("warning", "b"))
    other = NoticeBar(load_theme("dark"))
    qtbot.addWidget(other)
    other.take_over(bar.notices())
    assert other.text() == "a"


def test_text_of_people_is_literal_and_wraps(bar: NoticeBar) -> None:
    text = "<img src=x> " + "heel lang " * 60
    bar.add(Notice("error", text))
    assert bar.text() == text
    assert bar.minimumSizeHint().width() == 0


def test_other_words_for_the_same_notice_do_not_bring_back_one_that_was_closed(bar: NoticeBar) -> None:
    bar.add(Notice("error", "1 notitie wacht", key="save"))
    bar.revise(Notice("error", "2 notities wachten", key="save"))
    assert bar.text() == "2 notities wachten"
    assert bar.accessibleName() == "2 notities wachten"
    bar.dismiss_shown()
    bar.revise(Notice("error", "3 notities wachten", key="save"))
    assert bar.isHidden()


def test_words_of_a_notice_that_waits_behind_another_change_unseen(bar: NoticeBar) -> None:
    bar.add(Notice("warning", "map in de wolk", key="place"))
    bar.add(Notice("error", "De schijf is vol.", key="save"))
    bar.revise(Notice("warning", "netwerkmap", key="place"))
    assert bar.text() == "De schijf is vol."
    bar.dismiss_shown()
    assert bar.text() == "netwerkmap"


def test_in_large_letters_long_words_leave_the_page_its_place(qtbot: QtBot) -> None:
    theme = load_theme("light", 200)
    dress(theme, "nl")
    window = QWidget()
    qtbot.addWidget(window)
    bar = NoticeBar(theme, window)
    layout = QVBoxLayout(window)
    layout.addWidget(bar)
    layout.addStretch(1)
    window.resize(1280, 600)
    window.show()
    long = "Deze map wordt met internet gelijk gehouden en dat kan botsen. " * 8 + "Einde."
    bar.add(Notice("warning", long, "Werk met een kopie", print))
    qtbot.wait(20)
    label = bar.findChild(PlainLabel, "notice_text")
    assert label is not None
    assert label.text().endswith(" …")
    assert label.heightForWidth(label.width()) <= label.height()
    assert bar.height() < window.height() / 3
    assert "Einde." in label.toolTip()
    assert bar.accessibleName() == long
    bar.add(Notice("warning", "Kort.", "Werk met een kopie", print))
    assert label.text() == "Kort."
    assert label.toolTip() == ""
