"""Bringing the answers of a survey in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from facilitator.domain.errors import UserError
from facilitator.services.exchange import import_csv, preview_csv
from facilitator.ui.dialogs.import_dialog import ImportDialog
from facilitator.ui.kit.notices import Notice
from facilitator.ui.shell.frame import Frame


def import_survey(window: Frame, path: Path) -> None:
    """Show the table, ask which column holds the answers, and add them as notes in one edit."""
    session = window.context.dialogue
    try:
        table = preview_csv(path)
    except UserError as error:
        window.show_refusal(error)
        return
    dialog = ImportDialog(window.context, path.name, table, window)
    if dialog.exec():
        choice = dialog.choice()
        report = session.run(
            import_csv,
            path,
            text_column=choice.text_column,
            channel=choice.channel,
            persona_column=choice.persona_column or None,
            meeting_name=choice.meeting_name or None,
        )
        if report is not None:
            added = QCoreApplication.translate("Importing", "%n answer(s) added.", "", report.added)
            left = report.empty + report.skipped + report.already_there + len(report.refused)
            rest = QCoreApplication.translate("Importing", "%n row(s) left out.", "", left) if left else ""
            undo = QCoreApplication.translate("Importing", "Undo")
            text = " ".join(part for part in (added, rest) if part)
            window.notify(Notice("info", text, undo if report.added else "", session.undo))
    dialog.deleteLater()
