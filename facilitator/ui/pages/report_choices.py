"""What can be chosen for the form of the report: names of the dialogue, house styles, a picture as logo."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TypedDict

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from facilitator.domain.errors import UserError
from facilitator.domain.report_data import DEFAULT_STYLE
from facilitator.domain.state import State
from facilitator.domain.text import slug
from facilitator.services.reporting import styles
from facilitator.ui.kit.context import Context
from facilitator.ui.widgets.report_form import ReportForm

log = logging.getLogger(__name__)


class Look(TypedDict):
    """How the report looks, as ``report_data`` wants it."""

    style: str
    logo: Path | None
    logo_alt: str


class ReportChoices(QObject):
    """Fills a ReportForm and asks for the logo."""

    def __init__(self, form: ReportForm, language: str, page: QWidget) -> None:
        super().__init__(page)
        self._form, self._page = form, page
        try:
            form.set_styles(styles(language))
        except UserError as error:
            form.set_styles({DEFAULT_STYLE: DEFAULT_STYLE})
            log.warning("house styles: %s", error)
        form.logo_wanted.connect(self.choose_logo)

    def offer(self, state: State) -> None:
        """Offer the personas and meetings of a dialogue."""
        personas = [(persona.id, persona.name) for persona in state.personas]
        self._form.set_names(personas, [(meeting.id, meeting.name) for meeting in state.meetings])

    def look(self) -> Look:
        """Return style and logo."""
        logo, alt = self._form.chosen_logo()
        return {"style": self._form.chosen_style(), "logo": logo, "logo_alt": alt}

    def proposed_file(self, context: Context) -> Path:
        """Return a name made of title, form and day, beside the dialogue."""
        store, day = context.dialogue.store, context.now().date().isoformat()
        title = slug(store.state.dialogue.title, fallback="rapport")
        form = f"-{slug(self._form.form.currentText())}" if self._form.order() else ""
        return store.path.parent / f"{title}{form}-{day}.pdf"

    @Slot()
    def choose_logo(self) -> None:
        """Ask for a picture, without holding up the window."""
        pictures = self.tr("Pictures (*.png *.jpg *.jpeg)")
        dialog = QFileDialog(self._page, self.tr("Choose a logo"), "", pictures)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._logo_chosen)
        dialog.open()

    @Slot(str)
    def _logo_chosen(self, name: str) -> None:
        self._form.set_logo(Path(name))
        self._form.changed.emit()
