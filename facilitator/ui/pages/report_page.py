"""The report: which parts, in which language, the pages as they will be, and the button that saves them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from facilitator.domain.changes import ChangeSet
from facilitator.domain.errors import UserError
from facilitator.domain.report_data import PARTS, ReportData
from facilitator.report.preview import Preview
from facilitator.report.render import RenderResult
from facilitator.services.dialogue import update_dialogue
from facilitator.services.reporting import report_data
from facilitator.ui.kit.actions import keys_text
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.notices import Notice, refusal
from facilitator.ui.kit.page import Page
from facilitator.ui.kit.surfaces import column, row
from facilitator.ui.kit.tasks import Task
from facilitator.ui.pages.first_page import FirstPage
from facilitator.ui.pages.publication import Publication
from facilitator.ui.pages.report_choices import ReportChoices
from facilitator.ui.pages.report_hints import Hint, ReportHints
from facilitator.ui.pages.report_making import DraftFolder, MakeReport, place_dialog
from facilitator.ui.widgets.page_view import FIT, PageView
from facilitator.ui.widgets.report_bar import ReportBar
from facilitator.ui.widgets.report_options import ReportOptions
from facilitator.ui.widgets.report_texts import ReportTexts

PAUSE_MS = 600
"""How long nothing may change before the pages are made anew."""
SIDE, WRITING = 264, 420
EXPORT_KEY = "export"


class ReportPage(Page):
    """Shows the report of the dialogue as it is now and saves it as PDF."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theme = context.theme
        self._hints: list[Hint] = []
        self._finder = ReportHints(self)
        self._draft = DraftFolder()
        self._first = FirstPage(context.tasks, self)
        self._making: Task[RenderResult] | None = None
        self._saving, self._saving_to = cast("Task[RenderResult] | None", None), Path()
        self._stale = True
        self.options = ReportOptions(theme, keys_text("Ctrl+P"), self)
        self.publication = Publication(self, self.options)
        self.texts = ReportTexts(theme, self)
        self.texts.hide()
        right = QWidget(self)
        self.bar = ReportBar(theme, right)
        self.view = PageView(theme, context.tasks, right)
        self.view.setAccessibleName(self.tr("Pages of the report"))
        self.view.set_waiting(self.tr("The pages are being made…"))
        self._lay_out(right)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._make)
        self.options.set_choices(PARTS, context.dialogue.state.dialogue.language)
        self._choices = ReportChoices(self.options.form, context.language, self)
        self._connect()

    def _lay_out(self, right: QWidget) -> None:
        theme = self.context.theme
        whole = row(self, theme, spacing=0)
        for widget, stretch in ((self.options, 0), (self.texts, 0), (right, 1)):
            whole.addWidget(widget, stretch)
        inside = column(right, theme, spacing=0)
        inside.addWidget(self.bar)
        inside.addWidget(self.view, 1)

    def _connect(self) -> None:
        options, bar, view = self.options, self.bar, self.view
        options.changed.connect(self._options_changed)
        options.hint_chosen.connect(self._go_to_hint)
        options.writing_wanted.connect(self._show_writing)
        options.save_requested.connect(self.export)
        options.export_requested.connect(partial(self.action_requested.emit, "export_as"))
        options.stop_requested.connect(self.stop_saving)
        self.texts.committed.connect(self._keep_text)
        self.texts.closed.connect(self._done_writing)
        bar.page_chosen.connect(view.go_to)
        bar.zoom_stepped.connect(view.step_zoom)
        bar.fit_requested.connect(self._fit_pages)
        view.page_changed.connect(self._page_changed)
        view.zoom_changed.connect(bar.set_zoom)

    # ── what the window asks ────────────────────────────────────────────────

    def refresh(self, changes: ChangeSet | None) -> None:
        """Show what is open, and make the pages anew after a pause."""
        session = self.context.dialogue
        now = session.state.dialogue
        self.texts.set_texts(now.opening, now.summary)
        self.texts.set_readonly(session.store.readonly)
        self._choices.offer(session.state)
        self._hints = self._finder.find(session.state, self.context.method())
        self.options.set_hints([(hint.text, hint.go is not None) for hint in self._hints])
        self.publication.refresh()
        self._schedule(0 if self.view.count == 0 else PAUSE_MS)

    def first_focus(self) -> QWidget:
        """Return the first switch."""
        return self.options.first_box()

    def panes(self) -> list[QWidget]:
        """Return the switches, the fields, the page number and the pages."""
        return [self.options.first_box(), self.texts.summary, self.bar.number, self.view]

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return saving, unless it is under way."""
        return {} if self._saving is not None else {"export_pdf": self.export}

    def may_leave(self) -> bool:
        """Keep what is being typed."""
        session = self.context.dialogue
        if not session.store.readonly:
            self._choices.keep_typed()
            for name, field in (("summary", self.texts.summary), ("opening", self.texts.opening)):
                if field.text() != getattr(session.state.dialogue, name):
                    session.run(update_dialogue, **{name: field.text()})
        return True

    def save_view(self) -> dict[str, object]:
        """Return choices, page, zoom and texts being typed."""
        texts = self.texts
        return {
            "parts": self.options.parts(),
            "language": self.options.chosen_language(),
            "form": self.options.form.state(),
            "page": self.view.page,
            "zoom": self.view.zoom(),
            "writing": not texts.isHidden(),
            "drafts": {"summary": texts.summary.text(), "opening": texts.opening.text()},
            "saving": (self._saving, self._saving_to),
        }

    def restore_view(self, view: Mapping[str, object]) -> None:
        """Take up choices, page, zoom and texts again."""
        parts = view.get("parts", PARTS)
        language = str(view.get("language", self.options.chosen_language()))
        self.options.set_choices(list(cast("Iterable[str]", parts)), language)
        self.options.form.set_state(cast("Mapping[str, object]", view.get("form") or {}))
        self.options.write.setChecked(bool(view.get("writing", False)))
        drafts = cast("Mapping[str, str]", view.get("drafts") or {})
        for name, field in (("summary", self.texts.summary), ("opening", self.texts.opening)):
            if name in drafts and drafts[name] != field.text():
                field.setPlainText(drafts[name])
        self.view.set_zoom(int(cast("int", view.get("zoom", FIT))))
        self.view.start_at(int(cast("int", view.get("page", 1))))
        saving, path = cast("tuple[Task[RenderResult] | None, Path]", view.get("saving", (None, Path())))
        if saving is not None and saving.running:
            self._follow_saving(saving, path)
        self._schedule(0)

    # ── the pages ───────────────────────────────────────────────────────────

    def _schedule(self, pause: int) -> None:
        self._stale = True
        self._timer.start(pause)
        self._first.want(self.view, self._data, self._draft.file, lambda: not self.is_current())

    def is_current(self) -> bool:
        """Tell whether the pages on screen are the report as it is now."""
        return self.view.count > 0 and not self._stale and self._making is None

    def is_saving(self) -> bool:
        """Tell whether a PDF is being saved."""
        return self._saving is not None

    @Slot()
    def _options_changed(self) -> None:
        self._schedule(PAUSE_MS)

    @Slot()
    def _make(self) -> None:
        if not self.isVisible():
            return
        if self._making is not None:
            # Its end starts the next one: two at once would write the same file.
            self._making.cancel()
            return
        self._stale = False
        try:
            work = MakeReport(self._data(), self._draft.file(), self.options.form.order())
        except UserError as error:
            self._making_failed(error)
            return
        self._making = self.context.tasks.start(work)
        self.destroyed.connect(self._making.cancel)
        self._making.progressed.connect(self._making_progressed)
        self._making.succeeded.connect(self._show_pages)
        self._making.failed.connect(self._making_failed)
        self._making.finished.connect(self._making_finished)
        self.bar.show_making(0.0)

    def _data(self) -> ReportData:
        return report_data(
            self.context.dialogue.store,
            language=self.options.chosen_language(),
            parts=self.options.parts(),
            library=self.context.library,
            made_on=self.context.now().date().isoformat(),
            **self._choices.look(),
        )

    @Slot(float, str)
    def _making_progressed(self, done: float, _text: str) -> None:
        self.bar.show_making(done)

    @Slot(object)
    def _show_pages(self, _result: RenderResult) -> None:
        try:
            self.view.show_sheets(Preview(self._draft.file()))
        except UserError as error:
            self._making_failed(error)
            return
        self.notice_dismissed.emit("pages")
        self.bar.set_count(self.view.count)
        self.bar.set_page(self.view.page)

    @Slot(object)
    def _making_failed(self, error: BaseException) -> None:
        self.view.set_waiting(self.tr("The pages cannot be shown."))
        told = self._refusal(error)
        self.notice_requested.emit(
            Notice("error", told.text, self.tr("Try again"), partial(self._schedule, 0), key="pages")
        )

    @Slot()
    def _making_finished(self) -> None:
        self._making = None
        self.bar.show_making(None)
        if self._stale and not self._timer.isActive():
            self._make()

    def _refusal(self, error: BaseException) -> Notice:
        told = error if isinstance(error, UserError) else UserError("report.worker_failed", detail=str(error))
        return refusal(self.context.words, told)

    @Slot(int)
    def _page_changed(self, page: int) -> None:
        self.bar.set_page(page)
        count = self.view.count
        said = self.tr("Page {page} of {count}").format(page=page, count=count) if count else ""
        self.view.setAccessibleDescription(said)

    @Slot()
    def _fit_pages(self) -> None:
        self.view.set_zoom(FIT)

    # ── saving ──────────────────────────────────────────────────────────────

    def proposed_file(self) -> Path:
        """Return a name made of title and day, beside the dialogue."""
        return self._choices.proposed_file(self.context)

    @Slot()
    def export(self) -> None:
        """Ask where, without holding up the window, and save the PDF there."""
        if self._saving is not None or self.publication.before_saving(self.export):
            return
        self.may_leave()
        kinds = self.tr("PDF (*.pdf)")
        dialog = place_dialog(self, self.tr("Save the report"), self.proposed_file(), kinds)
        dialog.fileSelected.connect(self._place_chosen)
        dialog.open()

    @Slot(str)
    def _place_chosen(self, name: str) -> None:
        self.export_to(Path(name))

    def export_to(self, path: Path) -> None:
        """Save the PDF at ``path``; how it ended is told in the notice bar."""
        if self._saving is not None:
            return
        try:
            work = MakeReport(self._data(), path, self.options.form.order(), self.context.dialogue)
        except UserError as error:
            self.notice_requested.emit(self._refusal(error))
            return
        self.notice_dismissed.emit(EXPORT_KEY)
        self._follow_saving(self.context.tasks.start(work), path)

    def _follow_saving(self, task: Task[RenderResult], path: Path) -> None:
        self._saving, self._saving_to = task, path
        # Slots of the page itself: they end with it when it is built anew.
        task.progressed.connect(self._saving_progressed)
        task.succeeded.connect(self._saved)
        task.failed.connect(self._saving_failed)
        task.finished.connect(self._saving_finished)
        self.options.show_saving(0.0)
        self.commands_changed.emit()

    @Slot()
    def stop_saving(self) -> None:
        """Stop saving; what was at that place before stays."""
        if self._saving is not None:
            self._saving.cancel()
            text = self.context.words.message("report.cancelled")
            self.notice_requested.emit(Notice("info", text, key=EXPORT_KEY))

    @Slot(float, str)
    def _saving_progressed(self, done: float, _text: str) -> None:
        self.options.show_saving(done)

    @Slot(object)
    def _saved(self, result: RenderResult) -> None:
        path = self._saving_to
        text = self.tr("The report is saved: {name}, %n page(s).", "", result.pages).format(name=path.name)
        notice = Notice(
            "info",
            text,
            self.tr("Open the PDF"),
            partial(self.open_place, path),
            key=EXPORT_KEY,
            second_label=self.tr("Open the folder"),
            second_action=partial(self.open_place, path.parent),
        )
        self.notice_requested.emit(notice)

    @Slot(object)
    def _saving_failed(self, error: BaseException) -> None:
        told = self._refusal(error)
        again = self.tr("Choose another place")
        self.notice_requested.emit(Notice("error", told.text, again, self.export, key=EXPORT_KEY))

    @Slot()
    def _saving_finished(self) -> None:
        self._saving = None
        self.options.show_saving(None)
        self.commands_changed.emit()

    def open_place(self, path: Path) -> None:
        """Show a file or folder with the program the computer has for it."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            text = self.tr("The computer cannot open this by itself. It is here: {place}").format(place=path)
            self.notice_requested.emit(Notice("warning", text, key=EXPORT_KEY))

    # ── writing and hints ───────────────────────────────────────────────────

    @Slot(str, str)
    def _keep_text(self, field: str, text: str) -> None:
        self.context.dialogue.run(update_dialogue, **{field: text})

    @Slot(bool)
    def _show_writing(self, on: bool) -> None:
        self._share_width()
        self.texts.setVisible(on)
        if on:
            self.texts.summary.setFocus()

    @Slot()
    def _done_writing(self) -> None:
        self.options.write.setChecked(False)
        self.options.write.setFocus()

    @Slot(int)
    def _go_to_hint(self, number: int) -> None:
        go = self._hints[number].go if 0 <= number < len(self._hints) else None
        if go is not None:
            self.navigate_requested.emit(go)

    # ── events ──────────────────────────────────────────────────────────────

    def _share_width(self) -> None:
        theme, width = self.context.theme, self.width()
        writing = self.options.write.isChecked()
        # On a narrow window with large text the fields take the place of the switches.
        alone = writing and width < theme.px(SIDE + WRITING) + self.bar.minimumSizeHint().width()
        self.options.setHidden(alone)
        share = 40 if alone else 32
        self.options.setFixedWidth(min(theme.px(SIDE), max(width * 36 // 100, theme.px(160))))
        self.texts.setFixedWidth(min(theme.px(WRITING), max(width * share // 100, theme.px(160))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._schedule(0)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if event.type() == QEvent.Type.Hide and not event.spontaneous():
            self._timer.stop()
            if self._making is not None:
                self._stale = True
                self._making.cancel()
