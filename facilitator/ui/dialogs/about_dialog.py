"""What this program is, and where things lie."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator import __version__
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.theme import SMALL


class AboutDialog(Dialog):
    """Says name, version, purpose and licence."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, "", parent)
        self.set_heading(
            self.tr("Facilitator {version}").format(version=__version__),
            self.tr("For a good conversation with residents: from a question to an advice report."),
        )
        lines = (
            self.tr("Everything stays on this computer. The program sends nothing anywhere."),
            self.tr("Free to use, study and change under the European Union Public Licence 1.2."),
            self.tr("Made with Qt, SQLite, ReportLab and the Noto fonts. Their licences are included."),
        )
        for line in lines:
            self.body.addWidget(PlainLabel(line, wrap=True))
        for fault in context.library.faults:
            text = self.tr("Your own folder could not be read: {fault}").format(fault=fault)
            self.body.addWidget(PlainLabel(text, font=self.theme.font(SMALL), tone="danger", wrap=True))
        self.body.addStretch(1)
        self.add_buttons(self.tr("Close"))
