from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.domain.errors import UserError
from facilitator.services.repairing import Damage
from facilitator.services.rescuing import Rescued
from facilitator.services.safekeeping import Backup
from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.surfaces import Surface
from facilitator.ui.pages.kept_files import Deed, KeptFiles, Unwanted
from tests.helpers.keys import press
from tests.helpers.ui import NOON, make_context

AT = int(NOON.timestamp() * 1000)
KEPT = Rescued(path=Path("a.dialoog"), identity="31", title="<b>Zorg</b>", notes=12, at_ms=AT)
LOCKED = Rescued(path=Path("b.dialoog"), identity="32", at_ms=AT, locked=True)
BROKEN = Rescued(path=Path("c.dialoog"), identity="33", at_ms=AT, error=UserError("store.damaged"))
WITH = Damage(Path("wijk.dialoog"), b"1", (Backup(Path("d"), AT, 4, good=True),))
WITHOUT = Damage(Path("kaal.dialoog"), b"", ())


def made(qtbot: QtBot) -> tuple[KeptFiles, list[Deed]]:
    shown = KeptFiles(make_context())
    qtbot.addWidget(shown)
    wanted: list[Deed] = []
    shown.wanted.connect(wanted.append)
    return shown, wanted


def ways(card: Surface) -> list[Button]:
    return card.findChildren(Button)


def test_nothing_waits_where_nothing_was_kept(qtbot: QtBot) -> None:
    shown, _ = made(qtbot)
    shown.show_found([], [])
    assert shown.isHidden()


def test_a_kept_dialogue_says_what_it_holds_and_offers_two_ways(qtbot: QtBot) -> None:
    shown, wanted = made(qtbot)
    shown.show_found([KEPT], [])
    shown.show()
    (card,) = shown.cards()
    assert card.accessibleName().startswith("<b>Zorg</b>. Op deze laptop bewaard met 12 notities")
    opens, saves = ways(card)
    QTest.mouseClick(opens, Qt.MouseButton.LeftButton)
    press(saves, Qt.Key.Key_Space)
    assert wanted == [Deed("open_rescued", KEPT), Deed("save_rescued", KEPT)]
    assert opens.accessibleName() == "Openen: <b>Zorg</b>"


def test_a_locked_one_can_only_be_opened_and_a_broken_one_read_or_removed(qtbot: QtBot) -> None:
    shown, wanted = made(qtbot)
    shown.show_found([LOCKED, BROKEN], [])
    locked, broken = shown.cards()
    assert [way.objectName() for way in ways(locked)] == ["open_rescued"]
    assert "beschadigd" in broken.accessibleName()
    for way in ways(broken):
        way.click()
    assert wanted == [
        Deed("save_readable", Damage(BROKEN.path, BROKEN.dialogue, ())),
        Deed("remove", Unwanted(BROKEN.path, "", alone=True)),
    ]


def test_a_damaged_file_offers_its_newest_backup_first(qtbot: QtBot) -> None:
    shown, wanted = made(qtbot)
    told: list[list[Path]] = []
    shown.shown.connect(told.append)
    shown.show_found([], [WITH, WITHOUT])
    first, second = shown.cards()
    assert "met 4 notities" in first.accessibleName()
    assert [way.objectName() for way in ways(first)] == ["use_backup", "save_readable", "remove"]
    assert [way.objectName() for way in ways(second)] == ["save_readable", "remove"]
    for way in ways(second):
        way.click()
    assert wanted == [Deed("save_readable", WITHOUT), Deed("remove", Unwanted(WITHOUT.path, "kaal"))]
    assert told == [[WITH.path, WITHOUT.path]]


def test_a_file_of_a_newer_version_says_what_to_do_and_offers_an_older_backup(qtbot: QtBot) -> None:
    shown, wanted = made(qtbot)
    shown.show_found([], [], [WITH, WITHOUT])
    first, second = shown.cards()
    assert "Werk het programma bij" in first.accessibleName()
    assert "met 4 notities" in first.accessibleName()
    assert [way.objectName() for way in ways(first)] == ["use_backup", "remove"]
    assert [way.objectName() for way in ways(second)] == ["remove"]
    ways(first)[0].click()
    assert wanted == [Deed("use_backup", WITH)]


def test_the_same_found_again_leaves_cards_and_focus_alone(qtbot: QtBot) -> None:
    shown, _ = made(qtbot)
    shown.show_found([], [WITH])
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    cards = shown.cards()
    ways(cards[0])[1].setFocus()
    shown.show_found([], [WITH])
    assert shown.cards() == cards
    shown.show_found([KEPT], [WITH])
    focused = shown.focusWidget()
    assert isinstance(focused, Button)
    assert (focused.objectName(), focused.isVisible()) == ("save_readable", True)


def test_only_the_answer_to_the_newest_question_counts(qtbot: QtBot, tmp_path: Path) -> None:
    shown, _ = made(qtbot)
    shown.look([], [])
    shown.look([], [])
    qtbot.waitUntil(lambda: not shown._context.tasks.busy, timeout=10_000)  # noqa: SLF001
    assert shown.cards() == []
