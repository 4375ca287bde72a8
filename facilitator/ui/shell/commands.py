"""What the window itself can do: files, going, looks, and the words about saving."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices

from facilitator.domain.choices import LANGUAGES
from facilitator.domain.errors import UserError
from facilitator.services import naming
from facilitator.ui.dialogs.about_dialog import AboutDialog
from facilitator.ui.dialogs.coverage_dialog import CoverageDialog
from facilitator.ui.dialogs.new_dialogue_dialog import NewDialogueDialog
from facilitator.ui.dialogs.settings_dialog import SettingsDialog
from facilitator.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from facilitator.ui.kit.actions import action_text
from facilitator.ui.kit.choose_file import open_file, save_file
from facilitator.ui.kit.file_kinds import DIALOGUE, EXPORT, SEALED, SURVEY, kind_of, patterns
from facilitator.ui.kit.notices import Notice
from facilitator.ui.kit.page import Go
from facilitator.ui.kit.theme import CHOICES, SCALES
from facilitator.ui.pages.erasing import Erasing
from facilitator.ui.shell.arriving import Arriving
from facilitator.ui.shell.exporting import Exporting
from facilitator.ui.shell.frame import Frame
from facilitator.ui.shell.importing import SurveyImport
from facilitator.ui.shell.locking import Locking
from facilitator.ui.shell.losing import Losing
from facilitator.ui.shell.merged import merged_notice
from facilitator.ui.shell.panes import cycle
from facilitator.ui.shell.removing import Removing
from facilitator.ui.shell.turning import Turning
from facilitator.ui.shell.unsealing import Unsealing
from facilitator.ui.shell.versions import Versions

Handlers = dict[str, Callable[[], object]]


class WindowCommands(QObject):
    """Answers to the actions that every page has."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self._turning = Turning(window)
        self._versions = Versions(window)
        self._exporting = Exporting(window)
        self._removing = Removing(window)
        self._losing = Losing(window, self._removing.remove_known)
        self._arriving = Arriving(window)
        self._unsealing = Unsealing(window, self._arriving)
        self._locking = Locking(window)

    # ── which there are ─────────────────────────────────────────────────────

    def handlers(self) -> Handlers:
        """Return what can be done now, by action id."""
        found: Handlers = {**self._always(), **self._looks()}
        if self._window.desk.session is not None:
            found |= self._with_dialogue()
        return found

    def _always(self) -> Handlers:
        window = self._window
        return {
            "new_dialogue": self.new_dialogue,
            "open": self.open,
            "open_example": window.desk.open_example,
            "lost": self._losing.run,
            "settings": self.edit_settings,
            "quit": window.close,
            "next_pane": lambda: cycle(window.page.panes()),
            "previous_pane": lambda: cycle(window.page.panes(), backwards=True),
            "help": self.show_help,
            "about": self.show_about,
            "open_logs": self.open_logs,
            "dismiss": window.notice_bar.dismiss_shown,
        }

    def _looks(self) -> Handlers:
        found: Handlers = {
            "text_larger": lambda: self.step_text(1),
            "text_smaller": lambda: self.step_text(-1),
            "text_normal": lambda: self._change(text_scale=SCALES[0]),
            "theme_next": self.next_theme,
            "fullscreen": self.toggle_full_screen,
        }
        for name in CHOICES:
            found[f"theme_{name}"] = lambda name=name: self._change(theme=name)
        for name in LANGUAGES:
            found[f"language_{name}"] = lambda name=name: self._change(language=name)
        return found

    def _with_dialogue(self) -> Handlers:
        window = self._window
        session = window.context.dialogue
        found: Handlers = {
            "close_dialogue": window.close_dialogue,
            "save_copy": self.save_copy,
            "export_as": self._exporting.run,
            "export_json": self.export_json,
            "go_setup": lambda: window.go(Go("setup")),
            "go_report": lambda: window.go(Go("report")),
            "history": self._turning.show_history,
            "coverage": self.show_coverage,
        }
        steps = window.context.method().steps
        for number, step in enumerate(steps, 1):
            found[f"step_{number}"] = lambda id=step.id: window.go_to_step(id)
        found |= {"step_back": lambda: self.go_by(-1), "step_on": lambda: self.go_by(1)}
        found |= self._locking.handlers()
        if not session.store.readonly:
            found |= {"erase_words": self.erase_words, "remove_dialogue": self._removing.remove}
            found["versions"] = self._versions.run
            found |= {"import_csv": self.import_csv, "merge_file": self.merge_file}
            if session.store.undo_label is not None:
                found["undo"] = self._turning.undo
            if session.store.redo_label is not None:
                found["redo"] = self._turning.redo
        return found

    def erase_words(self) -> None:
        """Erase what tells of a person, wherever it stands."""
        Erasing(self._window.context, self._window).erase_words()

    def show_coverage(self) -> None:
        """Show who has been heard, and go where the person points."""
        go = CoverageDialog.ask(self._window.context, self._window)
        if go is not None:
            self._window.go(go)

    def name_actions(self) -> None:
        """Let actions say what they would do now: undo names what it undoes, steps their names."""
        window, book = self._window, self._window.book
        session = window.desk.session
        words = window.context.words
        undo = words.edit(session.store.undo_label or "") if session is not None else ""
        redo = words.edit(session.store.redo_label or "") if session is not None else ""
        plain = action_text(book.spec("undo"))
        book.action("undo").setText(self.tr("Undo: {what}").format(what=undo) if undo else plain)
        plain = action_text(book.spec("redo"))
        book.action("redo").setText(self.tr("Redo: {what}").format(what=redo) if redo else plain)
        steps = window.context.method().steps if session is not None else ()
        for number in range(1, 9):
            action = book.action(f"step_{number}")
            action.setVisible(number <= len(steps))
            if number <= len(steps):
                text = self.tr("Step {number}: {name}").format(number=number, name=steps[number - 1].short)
                action.setText(text.replace("&", "&&"))
        for name in CHOICES:
            book.action(f"theme_{name}").setChecked(window.settings.theme == name)
        for name in LANGUAGES:
            book.action(f"language_{name}").setChecked(window.settings.language == name)
        book.action("fullscreen").setChecked(window.isFullScreen())

    # ── files ───────────────────────────────────────────────────────────────

    def new_dialogue(self) -> None:
        """Ask for a title and a method, and begin."""
        window = self._window
        identity = naming.new_identity()
        named = partial(window.desk.free_path, identity=identity)
        dialog = NewDialogueDialog(window.context, window.world.sessions, named, window)
        if dialog.exec():
            setup, path = dialog.setup(), dialog.path()
            if window.desk.create(path, setup, identity):
                window.go(Go("setup"))
        dialog.deleteLater()

    def open(self) -> None:
        """Ask for a file and open it."""
        window = self._window
        filters = self.tr("Dialogues and exports ({patterns});;All files (*)")
        filters = filters.format(patterns=patterns(DIALOGUE, EXPORT, SEALED))
        path = open_file(window, self.tr("Open a dialogue"), window.world.sessions, filters)
        if path is not None:
            self.open_any(path)

    def open_any(self, path: Path) -> None:
        """Open a file of any kind the program knows: dialogue, export or survey."""
        window = self._window
        # Only a plain file is what its ending says; a folder is refused like any other stranger.
        there = os.path.exists(path) and not os.path.isfile(path)
        kind = DIALOGUE if there or not path.suffix else kind_of(path)
        if kind == EXPORT:
            window.desk.import_json(path)
        elif kind == SURVEY:
            if window.desk.session is None:
                text = self.tr("Open a dialogue first. Then drop ‘{name}’ here again to add its answers.")
                window.notify(Notice("warning", text.format(name=path.name), key="survey"))
            else:
                SurveyImport(window).run(path)
        elif kind == SEALED:
            self._unsealing.run(path, self.open_any)
        elif kind == DIALOGUE:
            window.desk.open(path)
        else:
            window.show_refusal(UserError("ui.unsupported_file", name=path.name))

    def import_csv(self) -> None:
        """Ask for a survey and bring its answers in."""
        window = self._window
        filters = self.tr("Survey tables ({patterns} *.txt);;All files (*)").format(patterns=patterns(SURVEY))
        path = open_file(window, self.tr("Import a survey"), window.world.sessions, filters)
        if path is not None:
            SurveyImport(window).run(path)

    def merge_file(self) -> None:
        """Ask for a copy of this dialogue from another laptop and take in its notes."""
        window = self._window
        filters = self.tr("Dialogues (*.dialoog);;All files (*)")
        path = open_file(window, self.tr("Add notes from another laptop"), window.world.sessions, filters)
        report = window.desk.merge(path) if path is not None else None
        if path is not None and report is not None:
            text = self.tr("{name} has been added: %n new change(s).", "", report.edits).format(
                name=path.name
            )
            window.notify(merged_notice(window.context.words, window.context.dialogue.state, text, report))

    def save_copy(self) -> bool:
        """Ask where, and write a copy of the dialogue; tells whether there is one now."""
        window = self._window
        proposed = window.desk.copy_name(window.context.now().date()).with_suffix(".dialoog")
        path = save_file(window, self.tr("Save a copy"), proposed, self.tr("Dialogues (*.dialoog)"))
        if path is None or not window.desk.save_copy(path):
            return False
        window.notify(Notice("info", self.tr("The copy is in {place}.").format(place=path)))
        return True

    def export_json(self) -> None:
        """Ask where, and write the dialogue as JSON."""
        window = self._window
        proposed = window.desk.copy_name(window.context.now().date()).with_suffix(".json")
        path = save_file(window, self.tr("Export as JSON"), proposed, self.tr("JSON (*.json)"))
        if path is not None and window.desk.export_json(path):
            window.notify(Notice("info", self.tr("The export is in {place}.").format(place=path)))

    # ── going, looks, help ──────────────────────────────────────────────────

    def go_by(self, count: int) -> bool:
        """Go ``count`` steps on or back; set-up lies before the first step and the report behind the last."""
        window = self._window
        steps = window.context.method().steps
        row = [Go("setup"), *(Go("step", step.id) for step in steps), Go("report")]
        place = row.index(window.here) + count if window.here in row else 0
        return window.go(row[place]) if 0 <= place < len(row) else False

    def _change(self, **fields: object) -> None:
        self._window.change_settings(replace(self._window.settings, **fields))  # pyright: ignore[reportArgumentType]

    def step_text(self, count: int) -> None:
        """Make the text one size larger or smaller."""
        scale = self._window.settings.text_scale
        wanted = [size for size in SCALES if (size - scale) * count > 0]
        if wanted:
            self._change(text_scale=wanted[0] if count > 0 else wanted[-1])

    def next_theme(self) -> None:
        """Show the next set of colours."""
        names = CHOICES[1:]
        shown = self._window.context.theme.name
        self._change(theme=names[(names.index(shown) + 1) % len(names)])

    def toggle_full_screen(self) -> None:
        """Fill the screen, or go back."""
        # Only this bit: a window that filled the screen before does so again.
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def edit_settings(self) -> None:
        """Ask for other settings."""
        window = self._window
        dialog = SettingsDialog(window.context, window)
        if dialog.exec():
            chosen = dialog.changed(window.settings)
            dialog.deleteLater()
            window.change_settings(chosen)
        else:
            dialog.deleteLater()

    def show_help(self) -> None:
        """Show all keys and actions."""
        dialog = ShortcutsDialog(self._window.context, self._window.book.table, self._window)
        dialog.exec()
        dialog.deleteLater()

    def show_about(self) -> None:
        """Say what this program is."""
        dialog = AboutDialog(self._window.context, self._window)
        dialog.exec()
        dialog.deleteLater()

    def open_logs(self) -> None:
        """Show the folder with the log files."""
        folder = self._window.world.logs
        folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
