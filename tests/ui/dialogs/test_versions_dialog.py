from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.domain.errors import UserError
from facilitator.services.safekeeping import Backup, Difference, Item
from facilitator.ui.dialogs.versions_dialog import MOST_SHOWN, VersionsDialog
from tests.helpers.keys import press
from tests.helpers.ui import make_context
from tests.ui.dialogs.test_backup_list import BAD, NEW, OLD

SOME = Difference(
    added=(Item("note", "a", "", "<b>terug</b>"),),
    removed=(Item("insight", "b", "weg", ""),),
    changed=(Item("goal", "c", "nu", "toen", ("title",)), Item("advice", "d", "zo", "zo", ("seq",))),
    others=2,
)


def made(qtbot: QtBot, *backups: Backup) -> tuple[VersionsDialog, list[Backup]]:
    dialog = VersionsDialog(make_context())
    qtbot.addWidget(dialog)
    wanted: list[Backup] = []
    dialog.looked_at.connect(wanted.append)
    dialog.show()
    dialog.show_backups(backups)
    return dialog, wanted


def lines(dialog: VersionsDialog) -> list[str]:
    return [dialog.changes.item(row).text() for row in range(dialog.changes.count())]


def test_nobody_goes_back_before_they_saw_what_changes(qtbot: QtBot) -> None:
    dialog, wanted = made(qtbot, NEW, OLD)
    assert wanted == [NEW]
    press(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.show_difference(NEW, SOME)
    assert lines(dialog) == [
        "Notitie komt terug: <b>terug</b>",
        "Inzicht gaat weg: weg",
        "Doel: ‘nu’ wordt ‘toen’",
        "Advies als toen: zo",
    ]
    said = "Als je teruggaat: 1 komt terug, 1 gaat weg, 2 worden als toen, 2 andere dingen veranderen."
    assert dialog.told.text() == said
    press(dialog, Qt.Key.Key_Return)
    assert dialog.choice() == NEW


def test_an_answer_for_another_version_is_passed_over(qtbot: QtBot) -> None:
    dialog, wanted = made(qtbot, NEW, OLD)
    press(dialog.list, Qt.Key.Key_Down)
    assert wanted == [NEW, OLD]
    dialog.show_difference(NEW, SOME)
    assert lines(dialog) == []
    assert not dialog.primary.isEnabled()


def test_the_same_as_now_is_nothing_to_go_back_to(qtbot: QtBot) -> None:
    dialog, _ = made(qtbot, NEW)
    dialog.show_difference(NEW, Difference((), (), (), 0))
    assert not dialog.primary.isEnabled()


def test_without_versions_it_says_so(qtbot: QtBot) -> None:
    dialog, wanted = made(qtbot, BAD)
    assert wanted == []
    assert "nog geen eerdere versie" in dialog.told.text()
    dialog.show_fault(UserError("backup.damaged"))
    assert "beschadigd" in dialog.told.text()


def test_of_very_many_changes_the_rest_is_counted(qtbot: QtBot) -> None:
    dialog, _ = made(qtbot, NEW)
    many = tuple(Item("note", str(n), "", f"notitie {n}") for n in range(MOST_SHOWN + 7))
    dialog.show_difference(NEW, Difference(many, (), (), 0))
    assert len(lines(dialog)) == MOST_SHOWN + 1
    assert lines(dialog)[-1] == "en nog 7"


def test_without_changes_the_lines_stay_together(qtbot: QtBot) -> None:
    dialog, _ = made(qtbot, NEW, OLD)
    before = dialog.list.y()
    dialog.show_difference(NEW, Difference((), (), (), 0))
    qtbot.wait(10)
    assert dialog.changes.isHidden()
    assert dialog.list.y() == before
