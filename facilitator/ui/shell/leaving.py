"""Leaving the program while not everything is in the dialogue's own file."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.ui.dialogs.unsaved_dialog import UnsavedDialog
from facilitator.ui.shell.closing import is_kept
from facilitator.ui.shell.frame import Frame


def may_leave(window: Frame, save_copy: Callable[[], object]) -> bool:
    """Close the dialogue for good; ask first when notes are not in its file."""
    desk = window.desk
    while not desk.close():
        session = desk.session
        kept = session is not None and is_kept(session.store)
        dialog = UnsavedDialog(window.context, window, kept=kept)
        dialog.exec()
        answer = dialog.answer
        dialog.deleteLater()
        if answer == "stay":
            return False
        # The copy holds every note: nothing is left to be asked about.
        if answer == "drop" or save_copy():
            return desk.close(even_unsaved=True)
    return True
