"""Every page and dialog for who uses a screen reader, only keys, large letters or other colours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QMenu, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from facilitator.domain.entities import Ballot, Note
from facilitator.exchange.csv_table import CsvTable
from facilitator.services.publication import Finding
from facilitator.services.settings import Settings
from facilitator.services.voting import new_ballot
from facilitator.ui.application import make_registry
from facilitator.ui.dialogs.about_dialog import AboutDialog
from facilitator.ui.dialogs.ballot_dialog import BallotDialog
from facilitator.ui.dialogs.count_dialog import CountDialog
from facilitator.ui.dialogs.coverage_dialog import CoverageDialog
from facilitator.ui.dialogs.crash_dialog import CrashDialog
from facilitator.ui.dialogs.damaged_dialog import DamagedDialog
from facilitator.ui.dialogs.goal_dialog import GoalDialog, GoalTexts
from facilitator.ui.dialogs.history_dialog import HistoryDialog
from facilitator.ui.dialogs.import_dialog import ImportDialog
from facilitator.ui.dialogs.insight_choice_dialog import Choice, InsightChoiceDialog
from facilitator.ui.dialogs.insight_dialog import LinkDialog
from facilitator.ui.dialogs.merge_dialog import MergeDialog, Party
from facilitator.ui.dialogs.move_dialog import MoveDialog, Target
from facilitator.ui.dialogs.new_dialogue_dialog import NewDialogueDialog
from facilitator.ui.dialogs.note_dialog import NoteDialog
from facilitator.ui.dialogs.overrule_dialog import OverruleDialog
from facilitator.ui.dialogs.park_dialog import ParkDialog
from facilitator.ui.dialogs.paste_dialog import PasteDialog
from facilitator.ui.dialogs.persona_dialog import PersonaDialog
from facilitator.ui.dialogs.publication_dialog import PublicationDialog
from facilitator.ui.dialogs.settings_dialog import SettingsDialog
from facilitator.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from facilitator.ui.dialogs.split_dialog import SplitDialog
from facilitator.ui.dialogs.unsaved_dialog import UnsavedDialog
from facilitator.ui.dialogs.versions_dialog import VersionsDialog
from facilitator.ui.kit.action_table import TABLE
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.page import Go
from facilitator.ui.main_window import MainWindow
from facilitator.ui.pages.advice_page import AdvicePage
from facilitator.ui.pages.group_page import GroupPage
from facilitator.ui.pages.report_page import ReportPage
from facilitator.ui.pages.step_page import StepPage
from tests.helpers import lint
from tests.helpers.window import close_window, make_window

STEPS = [Go("step", id) for id in ("ontmoeten", "ervaren", "dromen", "wegen", "adviseren")]
PAGES = [Go("setup"), *STEPS, Go("report")]
SCALES = (100, 150, 200)
LONG = "Mensen zonder internet willen een vast nummer dat ook in het weekend wordt opgenomen"
SURVEY = CsvTable(("nummer", "antwoord"), (("1", LONG), ("2", "Ja")), "utf-8", ";")
LINES = [("a", LONG), ("b", "Kort")]
FINDINGS = [
    Finding(
        id="1",
        kind="personal.name",
        entity="dialogue",
        target="dialogue",
        field="question",
        end=6,
        excerpt=LONG,
    ),
    Finding(id="2", kind="consent.unknown_quoted", entity="note", target="", excerpt=LONG, mark=(60, 66)),
]


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """Give the real window on the example."""
    made = make_window(tmp_path, make_registry(), Settings(source="laptop-1", theme="light"))
    assert made.desk.open_example()
    made.resize(1366, 768)
    yield made
    close_window(made)


def look(window: MainWindow, **looks: object) -> None:
    window.change_settings(replace(window.settings, **looks))  # pyright: ignore[reportArgumentType]


def unfold(window: MainWindow) -> None:
    """Bring on screen what a page holds back."""
    page = window.page
    if isinstance(page, GroupPage):
        page.tray.view.select_rows([0, 1])
        page.goals.view.choose_ids(page.desk.goal_model.ids()[:1])
        page.desk.open_insight(page.desk.insight_model.ids()[0])
    if isinstance(page, AdvicePage) and page.chapter.cards:
        page.open_advice(next(iter(page.chapter.cards)))
    if isinstance(page, ReportPage):
        page.options.write.setChecked(True)
    if isinstance(page, StepPage):
        page.area.open_find()


@pytest.mark.parametrize("scale", SCALES)
def test_every_page_can_be_heard_reached_hit_and_read(window: MainWindow, scale: int) -> None:
    for language in ("nl", "en"):
        look(window, language=language, text_scale=scale)
        for go in PAGES:
            assert window.go(go)
            unfold(window)
            assert not lint.faults(window), f"{go} in {language}"
    assert window.close_dialogue()
    assert not lint.faults(window)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_words_stand_out_on_every_page(window: MainWindow, theme: str) -> None:
    look(window, theme=theme)
    notes = 0
    for go in PAGES:
        assert window.go(go)
        unfold(window)
        lint.settle(window)
        assert not lint.faint(window), go
        if isinstance(window.page, StepPage):
            canvas = window.page.area.board.canvas
            canvas.settle()
            shown = canvas.grab().toImage()
            for id, box in canvas.model.plan.within(canvas.visible_box()):
                place = canvas.to_view(box)
                if canvas.rect().contains(place.toRect()) and canvas.overlay.covers(place).isNull():
                    assert lint.contrast_drawn(shown.copy(place.toRect())) >= 7, id
                    notes += 1
    assert notes


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_two_lines_of_a_menu_answer_to_one_letter(window: MainWindow, language: str) -> None:
    look(window, language=language)
    menus = [menu for action in window.menuBar().actions() if isinstance(menu := action.menu(), QMenu)]
    assert len(menus) >= 5
    titles = QMenu(window)
    for menu in menus:
        assert not lint.doubled_mnemonics(menu)
        titles.addAction(menu.title())
    assert not lint.doubled_mnemonics(titles)


def dialogs(context: Context, folder: Path, parent: QWidget) -> Iterator[QDialog]:
    """Make every dialog there is, with much to show."""
    note: Note = context.dialogue.state.notes[0]
    persona = context.dialogue.state.personas[0]
    store = context.dialogue.store
    ballot = Ballot(id="", title=LONG, unit="table", people=75)
    known = [found.id for found in store.state.ballots]
    round_ = known[0] if known else new_ballot(store, title=LONG, unit="table", people=75)
    parties = [Party("a", LONG, "12 notities"), Party("b", "Kort", "3 notities")]
    made: list[Callable[[], QDialog]] = [
        lambda: AboutDialog(context, parent),
        lambda: BallotDialog(context, ballot, parent),
        lambda: CountDialog(context, round_, parent),
        lambda: CoverageDialog(context, parent),
        lambda: CrashDialog(context, "Traceback: iets", parent),
        lambda: GoalDialog(context, GoalTexts(LONG, LONG, LONG, LONG), "Doel", "Bewaren", LONG, parent),
        lambda: HistoryDialog(context, store.moments(), store.traces, parent),
        lambda: ImportDialog(context, "wensen.csv", SURVEY, parent),
        lambda: InsightChoiceDialog(context, [Choice("a", LONG, 3, True)], ["a"], parent),
        lambda: LinkDialog(context, [LONG, LONG], LINES, [True, None], parent),
        lambda: MergeDialog(context, "Samenvoegen", parties, lambda _id: [LONG, LONG], parent),
        lambda: MoveDialog(context, LONG, [Target("a", LONG, LONG)], "Zet daar", "Nieuw inzicht", parent),
        lambda: NewDialogueDialog(context, folder, lambda name: folder / name, parent),
        lambda: NoteDialog(context, note, ["worry", "need"], parent),
        lambda: OverruleDialog(context, [LONG, LONG], "Dromen", parent),
        lambda: ParkDialog(context, [LONG], parent),
        lambda: PasteDialog(context, [LONG, "Kort"], LONG, parent),
        lambda: PersonaDialog(context, persona, parent),
        lambda: PublicationDialog(context, FINDINGS, parent, saving=True),
        lambda: SettingsDialog(context, parent),
        lambda: ShortcutsDialog(context, TABLE, parent),
        lambda: SplitDialog(context, "Splitsen", LONG, LINES, ["a"], parent),
        lambda: UnsavedDialog(context, parent),
        lambda: UnsavedDialog(context, parent, kept=True),
        lambda: DamagedDialog(context, "zorg.dialoog", [], parent),
        lambda: VersionsDialog(context, parent),
    ]
    for make in made:
        yield make()


@pytest.mark.parametrize("scale", SCALES)
def test_every_dialog_can_be_heard_reached_hit_and_read(
    window: MainWindow, tmp_path: Path, scale: int
) -> None:
    bad: list[str] = []
    for language, theme in (("nl", "light"), ("en", "dark")):
        look(window, language=language, theme=theme, text_scale=scale)
        for dialog in dialogs(window.context, tmp_path, window):
            dialog.show()
            bad += [f"{type(dialog).__name__} {language} {x}" for x in lint.faults(dialog)]
            bad += [f"{type(dialog).__name__} {theme} {x}" for x in lint.faint(dialog)]
            dialog.close()
            dialog.deleteLater()
    assert not bad, "\n".join(bad)


def test_the_lint_finds_what_is_wrong(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    root.resize(200, 200)
    nameless, narrow = QLineEdit(root), QPushButton("Een lang woord", root)
    nameless.setGeometry(0, 0, 100, 30)
    narrow.setGeometry(0, 40, 20, 20)
    label = QLabel("Veel meer woorden dan er passen", root)
    label.setGeometry(0, 80, 40, 20)
    pale = QLabel("Bleek", root)
    pale.setStyleSheet("color: #cccccc; background: white; font-size: 20px")
    pale.setGeometry(0, 110, 90, 30)
    keeps = QPlainTextEdit(root)
    keeps.setAccessibleName("Vasthouder")
    keeps.setGeometry(150, 150, 100, 100)
    nameless.setFocusPolicy(narrow.focusPolicy().ClickFocus)
    root.show()
    found = "\n".join(lint.faults(root) + lint.faint(root))
    for wrong in ("no name", "not reached", "keeps Tab", "small", "cut off: QLabel", "outside", "faint"):
        assert wrong in found
    menu = QMenu(root)
    menu.addAction("&Open")
    menu.addAction("&Ook")
    assert lint.doubled_mnemonics(menu)
