"""How it is with saving: in the header, the title, on the notes, and in a red bar when the disk refuses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from facilitator.domain.errors import UserError
from facilitator.services.rescuing import words_for
from facilitator.store.session import SaveStatus
from facilitator.ui.kit.bridge import Session
from facilitator.ui.kit.notices import Notice
from facilitator.ui.shell.frame import Frame

KEY = "save"
READONLY_KEY = "readonly"
LEFT_KEY = "left"
LARGE = 1.5
_ANEW = frozenset({"store.replaced", "store.damaged"})
"""After these trying again changes nothing: the file is to be opened anew."""


class Saving(QObject):
    """Shows what the disk does; it never waits for it.

    Attributes:
        state: ``saved``, ``saving``, ``kept`` on this laptop, ``unsaved``, ``readonly``, or nothing.
    """

    def __init__(self, window: Frame, save_copy: Callable[[], object]) -> None:
        super().__init__(window)
        self._window = window
        self._save_copy = save_copy
        self.state = ""
        self._told: tuple[str, bool] | None = None
        window.built.connect(self._on_built)
        window.page_shown.connect(self._on_page)
        window.desk.session_changed.connect(self._on_session)
        window.desk.unsaved.connect(self.tell_unsaved)
        window.desk.left_kept.connect(self.tell_left)

    @property
    def _session(self) -> Session | None:
        return self._window.desk.session

    # ── what happens ────────────────────────────────────────────────────────

    @Slot()
    def _on_built(self) -> None:
        self._window.header.save_details_requested.connect(self.tell)
        self._show()

    @Slot(object)
    def _on_page(self, _go: object) -> None:
        self._mark_notes()

    @Slot()
    def _on_session(self) -> None:
        self._told = None
        session = self._session
        if session is None:
            self._set("")
            return
        self._window.notice_bar.dismiss(LEFT_KEY)
        session.saved.connect(self._on_saved)
        session.changed.connect(self._on_change)
        self._set("readonly" if session.store.readonly else "saved")
        if session.store.readonly:
            self.tell_readonly()

    @Slot(object)
    def _on_change(self, _changes: object) -> None:
        session = self._session
        # At once: whoever reads "all saved" and pulls the plug must not lose the last note.
        if session is not None and self.state == "saved" and session.store.status.pending:
            self._set("saving")

    @Slot(object)
    def _on_saved(self, status: SaveStatus) -> None:
        if status.error is not None:
            self._set("kept" if status.kept is not None else "unsaved")
            self._tell_once(status)
            self._mark_notes()
        elif not status.pending:
            if self.state in ("kept", "unsaved"):
                self._all_well()
            self._set("saved")

    def _all_well(self) -> None:
        self._told = None
        self._window.notice_bar.dismiss(KEY)
        self._window.notify(Notice("info", self.tr("Everything is in the file again."), key=KEY))
        self._mark_notes()

    # ── what is shown ───────────────────────────────────────────────────────

    def _set(self, state: str) -> None:
        self.state = state
        self._show()
        marks = {
            "kept": self.tr("kept on this laptop"),
            "unsaved": self.tr("not saved"),
            "readonly": self.tr("view only"),
        }
        self._window.show_mark(marks.get(state, ""))

    def _show(self) -> None:
        if self.state:
            self._window.header.show_saved(self.state)

    def _mark_notes(self) -> None:
        session = self._session
        if session is None:
            return
        status = session.store.status
        state = "" if status.error is None else "kept" if status.kept is not None else "unsaved"
        self._window.page.show_unsaved(self._notes(session) if state else frozenset(), state)

    def _notes(self, session: Session) -> frozenset[str]:
        return frozenset(id for entity, id in session.store.unsaved() if entity == "note")

    # ── what is told ────────────────────────────────────────────────────────

    def _tell_once(self, status: SaveStatus) -> None:
        """Tell what is new; where only the number of notes grows the bar is changed quietly."""
        assert status.error is not None
        told = (status.error.code, status.kept is not None)
        notice = self._notice(status)
        if told == self._told:
            self._window.notice_bar.revise(notice)
        else:
            self._told = told
            self._window.notify(notice)

    def _notice(self, status: SaveStatus) -> Notice:
        error = words_for(status) or status.error
        assert error is not None
        again = error.code.startswith("kept.") and status.error is not None and status.error.code in _ANEW
        return Notice(
            "error",
            self._words(error, status),
            self.tr("Open it again") if again else self.tr("Try again"),
            self.open_again if again else self.retry,
            key=KEY,
            second_label=self.tr("Save a copy…"),
            second_action=self._save_copy,
        )

    def _words(self, error: UserError, status: SaveStatus) -> str:
        """Return what happened, what is safe and what to do; in large letters as short as can be."""
        short = self._short(error) if self._window.context.theme.scale >= LARGE else ""
        return short or self._window.context.words.error(self._shortened(error))

    def _short(self, error: UserError) -> str:
        by_itself = self.tr("The rest goes by itself.")
        where, _, kind = error.code.partition(".")
        happened, todo = {
            "moved": (self.tr("The file is gone: put it back."), by_itself),
            "io": (self.tr("The disk or stick does not answer: put it back."), by_itself),
            "disk_full": (self.tr("The disk is full: free some space."), by_itself),
            "in_use": (self.tr("Another program holds the file: close that."), by_itself),
            "not_writable": (self.tr("The file may not be changed any more."), self.tr("Save a copy.")),
            "replaced": (self.tr("Another file lies in its place."), self.tr("Open it again.")),
            "damaged": (self.tr("The file is damaged."), self.tr("Open it again.")),
        }.get(kind, ("", ""))
        session = self._session
        count = len(self._notes(session)) if session is not None else 0
        if where == "kept":
            safe = self.tr("%n note(s) are safe on this laptop.", "", count)
        else:
            safe = self.tr("%n note(s) are only in the program.", "", count)
            todo = self.tr("Save a copy; do not close it yet.")
        return f"{happened} {safe} {todo}" if happened else ""

    def _shortened(self, error: UserError) -> UserError:
        """Put names and numbers where whole paths stood: in the bar there is no room for them."""
        session = self._session
        count = len(self._notes(session)) if session is not None else 0
        details = dict(error.details)
        if "kept" in details:
            details["kept"] = self.tr("%n note(s) that are not in the file yet", "", count)
        if "path" in details:
            path = Path(str(details["path"]) or str(session.store.path if session is not None else ""))
            details["path"] = str(Path(path.parent.name) / path.name)
        return UserError(error.code, **details)

    @Slot(object)
    def tell_unsaved(self, _error: object = None) -> None:
        """Show the red bar again: what the disk refused, and two ways out."""
        session = self._session
        if session is None:
            return
        status = session.store.status
        if status.error is None and isinstance(_error, UserError):
            status = replace(status, error=_error)
        if status.error is not None:
            self._window.notify(self._notice(status))

    @Slot(object, int)
    def tell_left(self, title: str, notes: int) -> None:
        """Say that a dialogue was closed of which notes are only on this laptop."""
        text = self.tr(
            "‘{title}’ is closed. %n note(s) are kept on this laptop until its file is there again.",
            "",
            notes,
        )
        self._window.notify(Notice("warning", text.format(title=title), key=LEFT_KEY))

    def tell_readonly(self) -> None:
        """Say that this file can only be looked at."""
        text = self.tr(
            "You can only look at this dialogue; the file cannot be changed. Save a copy and go on in that."
        )
        notice = Notice("warning", text, self.tr("Save a copy…"), self._save_copy, key=READONLY_KEY)
        self._window.notify(notice)

    @Slot()
    def tell(self) -> None:
        """Say where the notes are."""
        session = self._session
        if session is None:
            return
        if session.store.status.error is not None:
            self.tell_unsaved()
        elif session.store.readonly:
            self.tell_readonly()
        else:
            text = self.tr("Every note is saved at once, in {place}.").format(place=session.store.path)
            self._window.notify(Notice("info", text, self.tr("Save a copy…"), self._save_copy, key="saved"))

    # ── ways out ────────────────────────────────────────────────────────────

    def retry(self) -> None:
        """Try again now; what comes of it is told anew."""
        session = self._session
        self._told = None
        if session is not None:
            session.store.retry()

    def open_again(self) -> None:
        """Close the dialogue, of which everything is kept, and open what lies in its place."""
        session = self._session
        if session is None:
            return
        path = session.store.path
        if self._window.close_dialogue():
            self._window.open_any(path)
