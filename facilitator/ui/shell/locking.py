"""Locked dialogues in the window: opening them, locking and unlocking them, putting them away when idle."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QWidget

from facilitator.domain.errors import UserError
from facilitator.services import key_finding, locking, naming, recovery
from facilitator.services.locking import Changed
from facilitator.store.keys import Key, random_key
from facilitator.ui.dialogs.recovery_dialog import RecoveryDialog, Ways
from facilitator.ui.dialogs.secure_dialog import SecureDialog
from facilitator.ui.kit.choose_file import save_file
from facilitator.ui.kit.notices import Notice
from facilitator.ui.kit.page import Go
from facilitator.ui.kit.tasks import Handle
from facilitator.ui.pages.locked_page import LockedPage
from facilitator.ui.shell.backing import second_of
from facilitator.ui.shell.frame import Frame
from facilitator.ui.shell.idle_lock import IdleLock
from facilitator.ui.shell.key_ring import KeyRing, opens

log = logging.getLogger(__name__)
KEY = "locking"


@dataclass
class _Away:
    """What is kept of a dialogue that is put away: where it is and where somebody was in it.

    Attributes:
        minutes: After how many it was put away by itself, or 0.
        twin: How it is opened again: ``look`` when it was only looked at.
        waiting: Its key is being changed.
        typed: What stood in dialogs that were closed: it is nowhere else.
    """

    path: Path
    go: Go
    view: dict[str, object]
    minutes: int
    twin: str
    waiting: bool = False
    typed: list[str] = field(default_factory=list[str])


@dataclass(frozen=True, slots=True)
class _Change:
    """The work of changing a key, away from the window."""

    path: Path
    old: Key | None
    new: Key | None
    on_laptop: bool
    more: list[Path]

    def __call__(self, handle: Handle, /) -> Changed:
        if self.new is not None:
            return locking.secure(self.path, self.old, self.new, on_laptop=self.on_laptop, more=self.more)
        if self.old is None:
            return Changed()
        return locking.release(self.path, self.old, self.more)


class Locking(QObject):
    """Everything the window does about keys."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self._aside = window.waiting.aside
        self._away: _Away | None = None
        self._typed: list[str] = []
        self.keys = KeyRing(window)
        self._change: _Change | None = None
        self.idle = IdleLock(self)
        self.idle.idle.connect(self._on_idle)
        window.desk.locked.connect(self._on_locked)
        window.desk.session_changed.connect(self._on_session)
        window.page_shown.connect(self._on_page)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what can be done now with the open dialogue, by action id."""
        store = self._window.context.dialogue.store
        found: dict[str, Callable[[], object]] = {}
        if not store.readonly:
            found["secure"] = self.secure
        if store.key is not None:
            found["lock_now"] = self.lock_now
        return found

    # ── opening ─────────────────────────────────────────────────────────────

    @Slot(object, str)
    def _on_locked(self, error: UserError, twin: str) -> None:
        path = Path(str(error.details.get("path", "")))
        with suppress(UserError):
            self._aside(lambda: locking.put_right(path))
        key = self._aside(lambda: self.keys.known(path))
        by_code = False
        if key is None:
            key, by_code = self.keys.asked(path)
        if key is None:
            return
        if self._aside(partial(key_finding.needs_salvage, path, key)):
            # The key is right and opens nothing: the beginning of the file is damaged.
            self._window.desk.damaged.emit(UserError("store.damaged", path=str(path), detail="key"))
        elif self._window.desk.open(path, twin, key) and by_code:
            self._offer_other_passphrase()

    def _offer_other_passphrase(self) -> None:
        text = self.tr("Opened with the recovery code. Is the passphrase lost? Then choose another one now.")
        notice = Notice("warning", text, self.tr("Choose a passphrase…"), self.secure, key=KEY)
        self._window.notify(notice)

    @Slot()
    def _on_session(self) -> None:
        session = self._window.desk.session
        if session is None:
            self.keys.forget()
            self.idle.watch(0)
            return
        self._window.desk.put_away = False
        store = session.store
        if store.key is not None and not store.readonly:
            try:
                self._tell_left(self._aside(lambda: locking.settle(store, self._more())))
            except UserError as error:
                self._window.show_refusal(error)
        self._watch()

    def _more(self) -> list[Path]:
        second = second_of(self._window.settings.second_backup)
        return [] if second is None else [second]

    def _watch(self) -> None:
        session = self._window.desk.session
        on = session is not None and session.store.key is not None
        self.idle.watch(self._window.settings.lock_minutes if on else 0)

    # ── putting away and bringing back ──────────────────────────────────────

    def lock_now(self) -> None:
        """Put the dialogue away until somebody unlocks it."""
        self._put_away(0)

    @Slot()
    def _on_idle(self) -> None:
        if self._window.waiting.busy:
            return
        dialog = QApplication.activeModalWidget()
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        if isinstance(dialog, QDialog):
            # It may show words; what was being typed in it is nowhere else.
            self._typed += _typed_in(dialog)
            dialog.reject()
        if dialog is not None or popup is not None:
            QTimer.singleShot(0, self, self._on_idle)
            return
        session = self._window.desk.session
        if session is not None and session.store.key is not None:
            self._put_away(self.idle.minutes)

    def _put_away(self, minutes: int, *, waiting: bool = False) -> bool:
        window = self._window
        desk = window.desk
        session = desk.session
        if session is None:
            return False
        desk.closing.emit()
        view = window.page.save_view()
        typed, self._typed = self._typed, []
        twin = "look" if session.store.readonly else "ask"
        self._away = _Away(session.store.path, window.here, view, minutes, twin, waiting, typed)
        desk.put_away = True
        if not desk.close():
            # What the disk refuses is in memory alone: it stays open, and says so in red.
            self._away, desk.put_away, self._typed = None, False, typed
            return False
        window.notice_bar.take_over(())
        return True

    @Slot(object)
    def _on_page(self, go: Go) -> None:
        window = self._window
        page = window.page
        if isinstance(page, LockedPage) and self._away is not None:
            by_laptop = self._kept_key(self._away.path) is not None
            page.show_file(self._away.path.stem, self._away.minutes, by_laptop=by_laptop)
            if self._away.waiting:
                page.show_waiting()
            page.unlock_requested.connect(self._on_unlock)
            page.first_focus().setFocus()
        elif go.page == "start":
            self._away = None
            window.desk.put_away = False
        else:
            self._watch()

    def _kept_key(self, path: Path) -> Key | None:
        with suppress(UserError):
            return self._aside(lambda: locking.find_key(path))
        return None

    @Slot(str)
    def _on_unlock(self, typed: str) -> None:
        away, page = self._away, self._window.page
        if away is None or not isinstance(page, LockedPage):
            return
        try:
            if typed:
                key = self._aside(lambda: opens(typed, away.path))
            else:
                key = self._kept_key(away.path)
                if key is None:
                    page.show_file(away.path.stem, away.minutes, by_laptop=False)
                    return
                self._aside(partial(locking.check_key, away.path, key))
        except UserError as error:
            page.show_file(away.path.stem, away.minutes, by_laptop=False)
            page.show_fault(self._window.context.words.brief(error))
            return
        self._bring_back(key)

    def _bring_back(self, key: Key | None) -> None:
        away, window = self._away, self._window
        if away is None or not window.desk.open(away.path, away.twin, key):
            return
        self._away = None
        window.waiting.breathe()
        window.go(away.go)
        window.page.restore_view(away.view)
        if away.typed:
            text = self.tr("What you were typing in a window when the dialogue was put away, was kept.")
            copy = partial(QGuiApplication.clipboard().setText, "\n\n".join(away.typed))
            window.notify(Notice("warning", text, self.tr("Copy that text"), copy, key="typed"))

    # ── locking, changing the key, taking the lock off ──────────────────────

    def secure(self) -> None:
        """Ask how the dialogue is to be locked, confirm a way back, and do it."""
        window = self._window
        store = window.context.dialogue.store
        now = "" if store.key is None else "laptop" if locking.kept_by_laptop(store.key) else "passphrase"
        wish = SecureDialog.ask(window.context, window, now, may_keep=locking.has_store())
        if wish is None:
            return
        if wish.deed == "sheet" and store.key is not None:
            self._way_back(store.key, only_sheet=True)
        elif wish.deed == "unlock":
            self._begin(None, on_laptop=False)
        else:
            make = random_key if wish.on_laptop else partial(locking.new_key, wish.passphrase)
            key = self._aside(make)
            if self._way_back(key):
                self._begin(key, on_laptop=wish.on_laptop)

    def _way_back(self, key: Key, *, only_sheet: bool = False) -> bool:
        window = self._window
        ways = Ways(lambda owner: self._save_sheet(owner, key), lambda owner, to: self._seal(owner, key, to))
        recipient = window.settings.recipient
        dialog = RecoveryDialog(window.context, key, ways, window, recipient=recipient, only_sheet=only_sheet)
        done = dialog.exec() == QDialog.DialogCode.Accepted
        if dialog.sealed_for and dialog.sealed_for != recipient:
            window.change_settings(replace(window.settings, recipient=dialog.sealed_for), rebuild=False)
        dialog.deleteLater()
        return done

    def _save_sheet(self, owner: QWidget, key: Key) -> bool:
        window = self._window
        store = window.context.dialogue.store
        stem = naming.without_sign(store.path.stem, store.identity)
        name = self.tr("{name} recovery sheet").format(name=stem)
        proposed = store.path.with_name(f"{name}.pdf")
        out = save_file(owner, self.tr("Save the recovery sheet"), proposed, "PDF (*.pdf)")
        if out is None:
            return False
        day = window.context.now().date().isoformat()
        return self._told(
            owner,
            lambda: recovery.write_sheet(
                store, key, out, window.context.library, language=window.context.language, made_on=day
            ),
        )

    def _seal(self, owner: QWidget, key: Key, recipient: str) -> bool:
        proposed = recovery.sealed_place(self._window.context.dialogue.store.path)
        out = save_file(owner, self.tr("Save the key file"), proposed, self.tr("Sealed files (*.age)"))
        return out is not None and self._told(owner, lambda: recovery.seal_code(key, recipient, out))

    def _told(self, owner: QWidget, act: Callable[[], object]) -> bool:
        """Do it; what is refused is told where the person looks."""
        try:
            act()
        except UserError as error:
            (owner if isinstance(owner, RecoveryDialog) else self._window).show_refusal(error)
            return False
        return True

    def _begin(self, key: Key | None, *, on_laptop: bool) -> None:
        store = self._window.context.dialogue.store
        self._change = _Change(store.path, store.key, key, on_laptop, self._more())
        if not self._put_away(0, waiting=True):
            return
        task = self._window.context.tasks.start(self._change)
        task.succeeded.connect(self._on_changed)
        task.failed.connect(self._on_failed)

    @Slot(object)
    def _on_changed(self, changed: Changed) -> None:
        change = self._change
        self._change = None
        if change is None:
            return
        self._bring_back(change.new)
        text = (
            self.tr("The lock is off: whoever has the file can read it.")
            if change.new is None
            else self.tr("The dialogue is locked, and the backups the program made of it as well.")
        )
        self._window.notify(Notice("info", text, key=KEY))
        self._tell_left(changed)

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        change = self._change
        self._change = None
        if change is not None:
            self._bring_back(change.old)
        if not isinstance(error, UserError):
            raise error
        self._window.show_refusal(error)

    def _tell_left(self, changed: Changed) -> None:
        """Say what could not be done."""
        lines: list[str] = []
        if changed.in_the_open:
            names = ", ".join(path.name for path in changed.in_the_open)
            lines.append(self.tr("Still readable without a key: {names}.").format(names=names))
        if changed.other_key:
            count = len(changed.other_key)
            lines.append(self.tr("%n backup(s) only open with an earlier key.", "", count))
        if changed.traces:
            lines.append(self.tr("What was in the old file may still be found on this disk."))
        if lines:
            self._window.notify(Notice("warning", " ".join(lines), key=f"{KEY}_left"))


def _typed_in(dialog: QWidget) -> list[str]:
    """Return what somebody typed in a dialog and did not confirm; passphrases left out."""
    lines = [
        one.text()
        for one in dialog.findChildren(QLineEdit)
        if one.isModified() and one.echoMode() is QLineEdit.EchoMode.Normal
    ]
    blocks = [one.toPlainText() for one in dialog.findChildren(QPlainTextEdit) if one.document().isModified()]
    return [text for text in (*lines, *blocks) if text.strip()]
