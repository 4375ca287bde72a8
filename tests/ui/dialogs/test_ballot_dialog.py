"""Setting a round of voting up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.domain.entities import Ballot
from facilitator.services import voting
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.ballot_dialog import BallotDialog
from facilitator.ui.kit.boxes import ChoiceBox
from tests.helpers.ui import make_context
from tests.ui.dialogs.count_rounds import dialogue, insight


@pytest.fixture
def store(tmp_path: Path, qtbot: QtBot) -> Iterator[SessionStore]:
    with dialogue(tmp_path) as opened:
        yield opened


def make(qtbot: QtBot, store: SessionStore, counted: bool = False, **fields: object) -> BallotDialog:
    ballot = Ballot(id="", title="Ronde 1", **fields)  # pyright: ignore[reportArgumentType]
    dialog = BallotDialog(make_context(store), ballot, counted=counted)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def choose(box: ChoiceBox, value: str) -> None:
    box.setCurrentIndex(box.findData(value))


def test_what_is_answered_makes_a_round(qtbot: QtBot, store: SessionStore) -> None:
    dialog = make(qtbot, store, people=25)
    dialog.dots.setValue(4)
    assert not dialog._there.isVisible()
    voting.new_ballot(store, **dialog.value())
    (made,) = store.state.ballots
    assert (made.title, made.subject, made.method, made.unit) == ("Ronde 1", "insight", "dots", "")
    assert (made.people, made.dots, made.targets, made.secret) == (25, 4, (), False)


def test_people_are_asked_per_table_and_what_was_typed_stays(qtbot: QtBot, store: SessionStore) -> None:
    dialog = make(qtbot, store)
    choose(dialog.unit, "table")
    assert dialog.tables.value() == 3  # as the meeting has it
    dialog._boxes["2"].setValue(8)
    dialog.tables.setValue(4)
    assert dialog.value()["attendance"] == {"1": "0", "2": "8", "3": "0", "4": "0"}
    choose(dialog.unit, "persona")
    assert list(dialog._boxes) == [persona.id for persona in store.state.personas]
    choose(dialog.unit, "")
    assert dialog.value()["attendance"] == {}
    choose(dialog.unit, "table")
    assert dialog._boxes["2"].value() == 8


def test_a_secret_round_is_one_total(qtbot: QtBot, store: SessionStore) -> None:
    dialog = make(qtbot, store, unit="table")
    dialog.secret.setChecked(True)
    assert (dialog.value()["unit"], dialog.unit.isEnabled()) == ("", False)
    voting.new_ballot(store, **dialog.value())
    dialog.secret.setChecked(False)
    assert dialog.unit.isEnabled()


def test_hands_have_no_dots_and_targets_follow_what_is_voted_on(qtbot: QtBot, store: SessionStore) -> None:
    dialog = make(qtbot, store, targets=(insight(store, 1),))
    assert dialog.value()["targets"] == [insight(store, 1)]
    choose(dialog.method, "hands")
    assert not dialog.dots.isVisible()
    choose(dialog.subject, "advice")
    assert dialog.value()["targets"] == []
    ids = [advice.id for advice in store.state.advices]
    dialog.targets.tick(ids[:2])
    assert dialog.value()["targets"] == ids[:2]


def test_what_counts_rest_on_is_fixed_once_something_is_counted(qtbot: QtBot, store: SessionStore) -> None:
    dialog = make(qtbot, store, counted=True, unit="table", attendance={"1": "8"})
    fixed = (dialog.subject, dialog.method, dialog.unit, dialog.secret)
    assert not any(widget.isEnabled() for widget in fixed)
    assert "Er is al geteld" in dialog.lead_text()
    dialog.people.setValue(30)
    assert dialog.value()["people"] == 30
    assert dialog.value()["attendance"] == {"1": "8"}
