"""The frame: header, notices, menus and the page on screen; pages come and go, the frame stays."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget
from shiboken6 import delete

from facilitator.domain.changes import ChangeSet
from facilitator.domain.errors import UserError
from facilitator.services.dialogue import go_to_step
from facilitator.services.settings import Settings, save, with_recent
from facilitator.ui.kit.action_table import TABLE
from facilitator.ui.kit.actions import ActionBook
from facilitator.ui.kit.context import Context, build_context
from facilitator.ui.kit.notices import Notice, refusal
from facilitator.ui.kit.page import Go, Page
from facilitator.ui.kit.surfaces import column
from facilitator.ui.kit.tasks import TaskRunner
from facilitator.ui.kit.theme import Theme, apply_theme
from facilitator.ui.kit.waiting import Waiting
from facilitator.ui.shell import geometry
from facilitator.ui.shell.desk import Desk
from facilitator.ui.shell.focus import place_of, widget_at
from facilitator.ui.shell.menus import fill_menus
from facilitator.ui.shell.outliving import after_close, after_rebuild, holds_draft
from facilitator.ui.shell.registry import Registry
from facilitator.ui.shell.world import World
from facilitator.ui.widgets.header_bar import HeaderBar
from facilitator.ui.widgets.notice_bar import NoticeBar
from facilitator.ui.widgets.step_bar import REPORT


class Frame(QMainWindow):
    """One window on one dialogue, or on the start page; what it can do comes from ``handlers``.

    Signals:
        page_shown: The Go that is on screen now.
        built: Everything that shows words or colours is there anew.
        deed_requested: What a page wants done with files that are kept or damaged.
    """

    page_shown = Signal(object)
    built = Signal()
    deed_requested = Signal(object)

    def __init__(self, world: World, settings: Settings, registry: Registry) -> None:
        super().__init__()
        self.world = world
        self.settings = settings
        self._registry = registry
        self.tasks = TaskRunner(self)
        self.waiting = Waiting(self, self._theme)
        self.desk = Desk(world, self._read_settings, self, self.waiting)
        self.desk.refused.connect(self.show_refusal)
        self.desk.session_changed.connect(self._on_session)
        self.desk.opened.connect(self._remember)
        self.desk.closing.connect(self._keep_typing)
        self.here = Go("start")
        self.mark = ""
        self._pages: dict[Go, Page] = {}
        self._views: dict[Go, dict[str, object]] = {}
        self._looks_old = False
        self.setMinimumSize(800, 560)
        self.clock = QTimer(self)
        self.clock.timeout.connect(self._tick)
        self.clock.start(1000)

    def begin(self) -> None:
        """Build the window and show the start page; call once, last in the constructor."""
        self._build()
        geometry.restore(self, self.settings.window)
        self._show(Go("start"))

    # ── building ────────────────────────────────────────────────────────────

    def _build(self) -> None:
        """Make everything that shows words or colours, for the settings of now."""
        self.world.translators.switch(self.settings.language)
        self.setLocale(QLocale())  # for dates and numbers
        self.context: Context = build_context(
            self.world.library,
            self.settings,
            self.desk.session,
            tasks=self.tasks,
            now=self.world.now,
            read_settings=self._read_settings,
        )
        theme = self.context.theme
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, theme)
        waiting = after_rebuild(self.notice_bar.notices()) if hasattr(self, "notice_bar") else ()
        central = QWidget()
        layout = column(central, theme, spacing=0)
        self.header = HeaderBar(theme, central)
        self.notice_bar = NoticeBar(theme, central)
        self.stack = QStackedWidget(central)
        for widget in (self.header, self.notice_bar):
            layout.addWidget(widget)
        layout.addWidget(self.stack, 1)
        if hasattr(self, "book"):
            self.book.setParent(None)
            self.book.deleteLater()
        self.book = ActionBook(TABLE, theme, self)
        fill_menus(self.menuBar(), self.book, theme)
        self._pages = {}
        self.setCentralWidget(central)
        self._connect()
        self.notice_bar.take_over(waiting)
        self._tick()
        self.built.emit()

    def _connect(self) -> None:
        self.book.triggered.connect(self.do)
        self.header.home_requested.connect(self.close_dialogue)
        self.header.setup_requested.connect(self._go_setup)
        self.header.steps.step_chosen.connect(self.go_to_step)

    def rebuild(self) -> None:
        """Build anew in another language, colour or size; drafts and choices are carried over."""
        place = place_of(self.focusWidget(), self.page)
        for go, page in self._pages.items():
            self._views[go] = page.save_view()
        self._drop_hidden_pages()
        self._build()
        self._show(self.here)
        found = widget_at(place, self.page)
        if found is None or not found.isEnabled() or found.isHidden():
            return
        found.setFocus()
        if not found.hasFocus():
            # Pages unfold by their size, which they get after this.
            QTimer.singleShot(0, found, found.setFocus)

    def _drop_hidden_pages(self) -> None:
        """Delete the pages nobody sees: the style of every living widget is worked out anew.

        At once, not later; the page on screen may be the one that asked, so that one stays.
        """
        shown = self.stack.currentWidget()
        for page in self._pages.values():
            if page is not shown:
                self.stack.removeWidget(page)
                delete(page)

    def change_settings(self, settings: Settings, *, rebuild: bool = True) -> None:
        """Keep other settings, and show them."""
        if settings == self.settings:
            return
        self.settings = settings
        try:
            self.waiting.aside(partial(save, self.world.settings_file, settings))
        except UserError as error:
            self.show_refusal(error)
        if rebuild:
            self.rebuild()

    @Slot()
    def follow_system(self) -> None:
        """Show the colours the system changed to, when the user chose to follow it."""
        if self.settings.theme == "system":
            self._looks_old = True
            self._catch_up()

    def _catch_up(self) -> None:
        """Build anew when that is due, but never under a dialog or menu that belongs to the old page."""
        open_above = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        if self._looks_old and open_above is None and not self.waiting.busy:
            self._looks_old = False
            self.rebuild()

    def _theme(self) -> Theme:
        return self.context.theme

    def _read_settings(self) -> Settings:
        return self.settings

    # ── pages ───────────────────────────────────────────────────────────────

    @property
    def page(self) -> Page:
        """Return the page on screen."""
        page = self.stack.currentWidget()
        if not isinstance(page, Page):
            raise TypeError("no page on screen")
        return page

    def choices_of(self, go: Go) -> Mapping[str, object]:
        """Return what is chosen on a page, on screen or not; empty when it never was."""
        return self._pages[go].save_view() if go in self._pages else self._views.get(go, {})

    @Slot(object)
    def go(self, go: Go) -> bool:
        """Show another page, unless the one on screen must not be left; any step may follow any."""
        if go.page == "start":
            return self.close_dialogue()
        if self.desk.session is None or not self.page.may_leave():
            return False
        self._show(go)
        return True

    @Slot(str)
    def go_to_step(self, id: str) -> bool:
        """Show a step by its id, or the report."""
        return self.go(Go("report") if id == REPORT else Go("step", id))

    def _show(self, go: Go) -> None:
        session = self.desk.session
        if go.page == "step" and session is not None and not session.store.readonly:
            dialogue = session.state.dialogue
            if dialogue.step != go.argument:
                session.run(go_to_step, go.argument)
        page = self._pages.get(go)
        fresh = page is None
        if page is None:
            page = self._pages[go] = self._make(go)
            self._wire(page)
            self.stack.addWidget(page)
            # Making a page of ten thousand notes and showing it would be felt together.
            self.waiting.breathe()
        self.here = replace(go, where=None)
        self.stack.setCurrentWidget(page)
        page.refresh(None)
        if fresh and go in self._views:
            page.restore_view(self._views.pop(go))
        self._show_state()
        page.first_focus().setFocus()
        if go.where is not None:
            page.reveal(go.where)
        self.page_shown.emit(go)

    def _make(self, go: Go) -> Page:
        return self._registry.make(go, self.context, self.world.sessions, self.stack)

    def _wire(self, page: Page) -> None:
        page.navigate_requested.connect(self.go)
        page.notice_requested.connect(self.notify)
        page.notice_dismissed.connect(self.dismiss_notice)
        page.commands_changed.connect(self.show_commands)
        page.action_requested.connect(self.do)
        page.open_requested.connect(self.open_any)
        page.deed_requested.connect(self.deed_requested)

    @Slot()
    def _go_setup(self) -> None:
        if not self.go(Go("setup")):
            self._show_state()

    # ── the dialogue ────────────────────────────────────────────────────────

    @Slot()
    def _on_session(self) -> None:
        session = self.desk.session
        self.notice_bar.take_over(after_close(self.notice_bar.notices()))
        self.context = replace(self.context, session=session)
        self._views = {}
        pages = list(self._pages.values())
        self._pages = {}
        if session is not None:
            session.changed.connect(self._on_change)
        self._show(self.desk.first_page())
        for page in pages:
            self.stack.removeWidget(page)
            page.deleteLater()

    @Slot(object)
    def _on_change(self, changes: ChangeSet) -> None:
        self.notice_bar.dismiss_action(self.context.dialogue.undo)  # it would undo this change now
        self.page.refresh(None if changes.origin == "merge" else changes)
        self._show_state()

    @Slot(object)
    def _remember(self, path: Path) -> None:
        self.change_settings(with_recent(self.settings, path), rebuild=False)

    def close_dialogue(self) -> bool:
        """Close the dialogue and show the start page; False when something keeps it open."""
        if not self.page.may_leave() or not self.desk.close(leave_kept=True):
            return False
        if self.here.page != "start":
            self._show(Go("start"))
        return True

    @Slot()
    def _keep_typing(self) -> None:
        """Let what is being typed get into the dialogue, on every page that has been visited."""
        typing = self.focusWidget()
        if typing is not None:
            # A field commits when the focus leaves it.
            typing.clearFocus()
            typing.setFocus()
        for page in list(self._pages.values()):
            page.keep_draft()
        # Not visited since the window was built anew: those drafts are in the views alone.
        for go in [go for go, view in self._views.items() if holds_draft({**view})]:
            view, page = self._views.pop(go), self._make(go)
            page.restore_view(view)
            page.keep_draft()
            delete(page)

    # ── what the frame shows ────────────────────────────────────────────────

    def _show_state(self) -> None:
        session = self.desk.session
        self.header.setVisible(session is not None)
        title = "Facilitator"
        if session is not None:
            self._show_header()
            named = [session.state.dialogue.title, self.mark, title]
            title = " – ".join(part for part in named if part)
        self.setWindowTitle(title)
        self.show_commands()

    def _show_header(self) -> None:
        state, method = self.context.dialogue.state, self.context.method()
        dialogue = state.dialogue
        self.header.steps.set_steps([(step.id, step.short) for step in method.steps])
        current = {"report": REPORT, "step": self.here.argument}.get(self.here.page, "")
        self.header.steps.show_step(current, dialogue.furthest)
        meeting = state.meetings[-1] if state.meetings else None
        place = " · ".join(part for part in (meeting.name, meeting.venue) if part) if meeting else ""
        self.header.show_dialogue(dialogue.title, place)
        self.header.show_setup(self.here.page == "setup")

    def show_mark(self, mark: str) -> None:
        """Say in the title of the window how it is with saving, when that is not as it should be."""
        if mark != self.mark:
            self.mark = mark
            self._show_state()

    @Slot()
    def _tick(self) -> None:
        self.header.show_time(self.context.now())
        self._catch_up()

    @Slot()
    def show_commands(self) -> None:
        """Enable what can be done now, and let undo say what it undoes."""
        self.book.enable_only(self._commands())
        self.name_actions()

    def _commands(self) -> dict[str, Callable[[], object]]:
        return {**self.page.commands(), **self.handlers()}

    @Slot(str)
    def do(self, id: str) -> None:
        """Do an action of the table, if it can be done now."""
        command = self._commands().get(id)
        if command is not None:
            command()
        self.name_actions()

    # ── notices ─────────────────────────────────────────────────────────────

    @Slot(object)
    def notify(self, notice: Notice) -> None:
        """Show a notice."""
        self.notice_bar.add(notice)

    @Slot(str)
    def dismiss_notice(self, key: str) -> None:
        """Take a notice away."""
        self.notice_bar.dismiss(key)

    @Slot(object)
    def show_refusal(self, error: UserError) -> None:
        """Say in plain words what was refused."""
        self.notify(refusal(self.context.words, error))

    # ── what the window on top of this adds ─────────────────────────────────

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what can be done now besides the commands of the page, by action id."""
        return {}

    @Slot(object)
    def open_any(self, path: Path) -> None:
        """Open a dialogue, an export or a survey."""
        self.desk.open(path)

    def name_actions(self) -> None:
        """Let the actions say what they would do now."""

    # ── size and place ──────────────────────────────────────────────────────

    def keep_window(self) -> None:
        """Remember size and place of the window."""
        self.change_settings(replace(self.settings, window=geometry.packed(self)), rebuild=False)
