"""Moments drawn: in view, struck through when undone, readable in all colours."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from facilitator.store.session import EditInfo, Moment
from facilitator.ui.dialogs.moment_rows import MomentFace, MomentRows
from facilitator.ui.dialogs.moment_view import MomentView
from tests.helpers import lint
from tests.helpers.ui import make_context


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_rows_stand_out_whether_undone_or_not(qtbot: QtBot, theme: str) -> None:
    context = make_context(theme=theme)
    view = MomentView(context.theme)
    qtbot.addWidget(view)
    faces = {
        n: MomentFace("19:42", "Notitie toevoegen", "Ervaren", "", "x" if n else "", bool(n), False, "x")
        for n in (0, 1)
    }
    rows = MomentRows(lambda moments: [faces[m.edit.stamp] for m in moments], view)
    rows.show([Moment(EditInfo("a", n, "edit", "x", None)) for n in (0, 1)])
    view.setModel(rows)
    view.resize(600, 300)
    view.show()
    shown = view.grab().toImage()
    boxes = [view.visualRect(rows.index(n, 0)) for n in (0, 1)]
    assert all(box.height() >= 40 for box in boxes)
    drawn = [shown.copy(box) for box in boxes]
    assert all(lint.contrast_drawn(image) >= 4.5 for image in drawn)
    assert drawn[0] != drawn[1]
