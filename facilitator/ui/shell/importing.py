"""Bringing the answers of a survey in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from facilitator.domain.errors import UserError
from facilitator.services.exchange import ImportReport, import_csv, preview_csv
from facilitator.ui.dialogs.import_dialog import ImportDialog
from facilitator.ui.kit.notices import Notice
from facilitator.ui.kit.waiting import STOPPED
from facilitator.ui.shell.frame import Frame


class SurveyImport(QObject):
    """Shows a table, asks which column holds the answers, and adds them as notes in one edit."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window

    def run(self, path: Path) -> None:
        """Import the survey in ``path`` into the open dialogue."""
        wanted: str | None = ""
        while wanted is not None:
            wanted = self._ask(path, wanted)

    def _ask(self, path: Path, sheet: str) -> str | None:
        """Ask about one sheet and take its answers in; returns another sheet that is wanted, or None."""
        window = self._window
        try:
            table = window.waiting.aside(lambda: preview_csv(path, sheet), may_stop=True)
        except UserError as error:
            if error.code != STOPPED:
                window.show_refusal(error)
            return None
        dialog = ImportDialog(window.context, path.name, table, window)
        dialog.sheet.currentIndexChanged.connect(dialog.reject)
        wanted: str | None = None
        if dialog.exec():
            choice = dialog.choice()
            report = window.context.dialogue.run(
                import_csv,
                path,
                text_column=choice.text_column,
                channel=choice.channel,
                persona_column=choice.persona_column or None,
                meeting_name=choice.meeting_name or None,
                sheet=table.sheet,
            )
            if report is not None:
                self._tell(report)
        elif dialog.sheet.count() and dialog.sheet.currentData() != table.sheet:
            wanted = str(dialog.sheet.currentData())
        dialog.deleteLater()
        return wanted

    def _tell(self, report: ImportReport) -> None:
        added = self.tr("%n answer(s) added.", "", report.added)
        left = report.empty + report.skipped + report.already_there + len(report.refused)
        rest = self.tr("%n row(s) skipped.", "", left) if left else ""
        text = " ".join(part for part in (added, rest) if part)
        undo = self._window.context.dialogue.undo
        self._window.notify(Notice("info", text, self.tr("Undo") if report.added else "", undo))
