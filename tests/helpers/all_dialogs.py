"""Every dialog of the program, each with much to show."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from facilitator.domain.entities import Ballot, Note
from facilitator.domain.errors import UserError
from facilitator.exchange.csv_table import CsvTable
from facilitator.services.erasing import Erased
from facilitator.services.handed_out import HandedOut
from facilitator.services.lost import Lost
from facilitator.services.publication import Finding
from facilitator.services.removing import Removal
from facilitator.services.safekeeping import Backup
from facilitator.services.voting import new_ballot
from facilitator.store.erasing import Swept
from facilitator.store.keys import random_key
from facilitator.ui import dialogs as package
from facilitator.ui.dialogs.about_dialog import AboutDialog
from facilitator.ui.dialogs.ballot_dialog import BallotDialog
from facilitator.ui.dialogs.count_dialog import CountDialog
from facilitator.ui.dialogs.coverage_dialog import CoverageDialog
from facilitator.ui.dialogs.crash_dialog import CrashDialog
from facilitator.ui.dialogs.damaged_dialog import DamagedDialog
from facilitator.ui.dialogs.erase_notes_dialog import EraseNotesDialog
from facilitator.ui.dialogs.erase_words_dialog import EraseWordsDialog
from facilitator.ui.dialogs.erased_dialog import ErasedDialog
from facilitator.ui.dialogs.export_dialog import ExportDialog
from facilitator.ui.dialogs.goal_dialog import GoalDialog, GoalTexts
from facilitator.ui.dialogs.history_dialog import HistoryDialog
from facilitator.ui.dialogs.import_dialog import ImportDialog
from facilitator.ui.dialogs.insight_choice_dialog import Choice, InsightChoiceDialog
from facilitator.ui.dialogs.insight_dialog import LinkDialog
from facilitator.ui.dialogs.lost_dialog import LostDialog
from facilitator.ui.dialogs.merge_dialog import MergeDialog, Party
from facilitator.ui.dialogs.move_dialog import MoveDialog, Target
from facilitator.ui.dialogs.new_dialogue_dialog import NewDialogueDialog
from facilitator.ui.dialogs.new_insight_dialog import NewInsightDialog
from facilitator.ui.dialogs.note_dialog import NoteDialog
from facilitator.ui.dialogs.overrule_dialog import OverruleDialog
from facilitator.ui.dialogs.park_dialog import ParkDialog
from facilitator.ui.dialogs.paste_dialog import PasteDialog
from facilitator.ui.dialogs.persona_dialog import PersonaDialog
from facilitator.ui.dialogs.publication_dialog import PublicationDialog
from facilitator.ui.dialogs.recovery_dialog import RecoveryDialog, Ways
from facilitator.ui.dialogs.remove_dialog import RemoveDialog
from facilitator.ui.dialogs.secret_dialog import SecretDialog
from facilitator.ui.dialogs.secure_dialog import SecureDialog
from facilitator.ui.dialogs.settings_dialog import SettingsDialog
from facilitator.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from facilitator.ui.dialogs.split_dialog import SplitDialog
from facilitator.ui.dialogs.unlock_dialog import UnlockDialog
from facilitator.ui.dialogs.unsaved_dialog import UnsavedDialog
from facilitator.ui.dialogs.unseal_dialog import UnsealDialog
from facilitator.ui.dialogs.versions_dialog import VersionsDialog
from facilitator.ui.kit.action_table import TABLE
from facilitator.ui.kit.context import Context

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
OUT = tuple(HandedOut(Path("/srv/mara/uit") / f"verslag {n}.pdf", "pdf", "2026-11-13") for n in (1, 2))
REMOVAL = Removal(Path("/x/zorg.dialoog"), b"1", (Path("a"),), (Path("b"), Path("c")), OUT, "ab")
FAILED = ((Path("/stick/oud.dialoog"), UserError("store.damaged", path="oud.dialoog")),)
ERASED = Erased(2, swept=Swept(3, (), FAILED), handed_out=OUT)
AT = int(datetime(2026, 11, 14, 12, tzinfo=UTC).timestamp() * 1000)
BACKUPS = [
    Backup(Path("a.dialoog"), AT, 23, False),
    Backup(Path("b.dialoog"), AT - 3_600_000, 21, True),
    Backup(Path("c.dialoog"), AT - 90_000_000, 9, True),
]
STICK = Path("/media/stick/zorg-dichtbij-7k2m4q.dialoog")
LOST = [
    Lost(identity=b"1" * 16, place=STICK, backup=BACKUPS[1], title="Zorg dichtbij: wat moet blijven?"),
    Lost(identity=b"2" * 16, place=STICK.with_name("avond.dialoog"), backup=BACKUPS[2], locked=True),
    Lost(identity=b"3" * 16, place=None, backup=BACKUPS[2], title="Wachttijden"),
]
BASES = (SecretDialog,)


def dialog_classes() -> set[type[QDialog]]:
    """Return every class of dialog that the program has."""
    found: set[type[QDialog]] = set()
    for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        for _name, kind in inspect.getmembers(import_module(module.name), inspect.isclass):
            if issubclass(kind, QDialog) and kind.__module__ == module.name and kind not in BASES:
                found.add(kind)
    return found


def dialogs(context: Context, folder: Path, parent: QWidget) -> Iterator[QDialog]:
    """Make every dialog there is."""
    for make in [*_of_dialogue(context, folder, parent), *_of_safety(context, parent)]:
        yield make()


def _of_dialogue(context: Context, folder: Path, parent: QWidget) -> list[Callable[[], QDialog]]:
    note: Note = context.dialogue.state.notes[0]
    persona = context.dialogue.state.personas[0]
    store = context.dialogue.store
    ballot = Ballot(id="", title=LONG, unit="table", people=75)
    known = [found.id for found in store.state.ballots]
    round_ = known[0] if known else new_ballot(store, title=LONG, unit="table", people=75)
    parties = [Party("a", LONG, "12 notities"), Party("b", "Kort", "3 notities")]
    return [
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
        lambda: NewInsightDialog(context, [LONG, "Kort"], parent),
        lambda: NoteDialog(context, note, ["worry", "need"], parent),
        lambda: OverruleDialog(context, [LONG, LONG], "Dromen", parent),
        lambda: ParkDialog(context, [LONG], parent),
        lambda: PasteDialog(context, [LONG, "Kort"], LONG, parent),
        lambda: PersonaDialog(context, persona, parent),
        lambda: PublicationDialog(context, FINDINGS, parent, saving=True),
        lambda: SettingsDialog(context, parent),
        lambda: ShortcutsDialog(context, TABLE, parent),
        lambda: SplitDialog(context, "Splitsen", LONG, LINES, ["a"], parent),
        lambda: ExportDialog(context, LINES, parent),
    ]


def _of_safety(context: Context, parent: QWidget) -> list[Callable[[], QDialog]]:
    key, ways = random_key(), Ways(lambda _owner: True, lambda _owner, _key: True)
    return [
        lambda: UnsavedDialog(context, parent),
        lambda: UnsavedDialog(context, parent, kept=True),
        lambda: DamagedDialog(context, "zorg.dialoog", [], parent),
        lambda: DamagedDialog(context, "zorg.dialoog", BACKUPS, parent),
        lambda: LostDialog(context, LOST, parent),
        lambda: _with_backups(VersionsDialog(context, parent)),
        lambda: UnlockDialog(context, "zorg", _shut, parent),
        lambda: _refused(UnlockDialog(context, "zorg", _shut, parent, may_keep=True)),
        lambda: _refused(UnsealDialog(context, "wensen.json.age", _shut, parent)),
        lambda: SecureDialog(context, "", parent, may_keep=True),
        lambda: SecureDialog(context, "passphrase", parent, may_keep=False),
        lambda: RecoveryDialog(context, key, ways, parent, recipient="age1" + 54 * "q"),
        lambda: RecoveryDialog(context, key, ways, parent, only_sheet=True),
        lambda: EraseNotesDialog(context, [LONG, "Kort"] * 3, OUT, parent),
        lambda: EraseWordsDialog(context, lambda _words, _whole: [], OUT, parent),
        lambda: ErasedDialog(context, ERASED, LONG, parent),
        lambda: RemoveDialog(context, REMOVAL, LONG, parent),
    ]


def _shut(_typed: str, _keep: bool = False) -> UserError | None:
    return UserError("key.wrong", path="zorg.dialoog")


def _refused(dialog: SecretDialog) -> SecretDialog:
    dialog.secret.field.setText("een twee drie vier")
    dialog.accept()
    return dialog


def _with_backups(dialog: VersionsDialog) -> VersionsDialog:
    dialog.show_backups(BACKUPS)
    return dialog
