from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from facilitator.domain.report_data import PARTS
from facilitator.ui.kit.buttons import Button
from facilitator.ui.widgets.report_options import ReportOptions
from tests.helpers.ui import make_context


@pytest.fixture
def options(qtbot: QtBot) -> ReportOptions:
    made = ReportOptions(make_context().theme, "Ctrl P")
    qtbot.addWidget(made)
    made.show()
    return made


def test_all_parts_are_on_at_first_and_have_names_of_their_own(options: ReportOptions) -> None:
    assert options.parts() == PARTS
    names = {options.box(part).text() for part in PARTS}
    assert len(names) == len(PARTS)
    assert not names & set(PARTS)


def test_a_switch_tells_and_setting_choices_does_not(options: ReportOptions) -> None:
    told: list[int] = []
    options.changed.connect(lambda: told.append(1))
    options.set_choices(("notes", "goals"), "en")
    assert told == []
    assert options.parts() == ("goals", "notes")
    assert options.chosen_language() == "en"
    options.box("summary").click()
    assert told == [1]
    assert options.parts() == ("summary", "goals", "notes")


def test_hints_are_literal_and_tell_their_number(qtbot: QtBot, options: ReportOptions) -> None:
    told: list[int] = []
    options.hint_chosen.connect(told.append)
    options.set_hints([("<b>een</b> & meer", True), ("twee", True), ("drie", False)])
    qtbot.wait(1)
    rows = options._hint_rows.findChildren(Button)
    assert [row.words() for row in rows] == ["<b>een</b> & meer", "twee", "drie"]
    rows[1].click()
    rows[2].click()
    assert told == [1]
    options.set_hints([])
    assert options._hints.isHidden()


def test_saving_swaps_the_button_for_progress_and_keeps_the_keyboard(
    qtbot: QtBot, options: ReportOptions
) -> None:
    with qtbot.waitActive(options):
        options.activateWindow()
    options.save.setFocus()
    options.show_saving(0.4)
    assert (options.save.isHidden(), options.bar.value()) == (True, 40)
    assert options.stop.hasFocus()
    options.show_saving(None)
    assert options.bar.isHidden()
    assert options.save.hasFocus()
