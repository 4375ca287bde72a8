"""From a question to an advice report in the real window, by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.finding_rows import FindingView
from facilitator.ui.kit.page import Go
from tests.flows.keyboard import Keyboard

QUESTION = "Wat hebben wij nodig om hier oud te worden?"
SAID = {
    "ontmoeten": ["De buurvrouw weet altijd wie er ziek is."],
    "ervaren": [
        "Ik moest drie keer hetzelfde vertellen.",
        "De bus rijdt niet meer na zes uur.",
        "Mijn zoon tolkt, maar hij is pas negen.",
    ],
    "dromen": ["Eén deur met <b>licht</b> & koffie, ook op zondag.", "Een arts die even gaat zitten."],
}
ADVICE = "Zet in elk dorp één deur open, ook op zondag."
MINORITY = "Twee mensen vinden zondag te duur."


@pytest.fixture
def keys(qtbot: QtBot, tmp_path: Path) -> Iterator[Keyboard]:
    keyboard = Keyboard(qtbot, tmp_path)
    yield keyboard
    keyboard.close()


def test_a_whole_evening_by_keyboard_alone(keys: Keyboard, tmp_path: Path) -> None:
    _set_up(keys)
    _capture(keys)
    _group(keys)
    _advise(keys)
    report = _report(keys, tmp_path)
    _read(report, keys)
    _is_on_disk(keys)


def _set_up(keys: Keyboard) -> None:
    keys.dialog("Ctrl+Shift+N", "=Ouder worden in de wijk", "Tab", f"={QUESTION}", "Shift+Tab", "Return")
    assert keys.window.here == Go("setup")
    assert keys.state.dialogue.question == QUESTION
    keys.tab_to("add_meeting")
    keys.hit("Space")
    keys.type("Avond in de buurtkamer")
    keys.tab_to("Plaats")
    keys.type("Buurthuis De Brink")
    keys.tab_to("Mensen of antwoorden")
    keys.type("34")
    keys.tab_to("De belofte in je eigen woorden")
    keys.type("Wat u zegt, blijft van u.")
    keys.hit("Alt+1")
    state = keys.state
    assert [(m.name, m.venue, m.people) for m in state.meetings] == [
        ("Avond in de buurtkamer", "Buurthuis De Brink", 34)
    ]
    assert state.dialogue.privacy_promise == "Wat u zegt, blijft van u."


def _capture(keys: Keyboard) -> None:
    """Stick notes for another persona each time, of another kind, and walk on to the next step."""
    for place, (step, texts) in enumerate(SAID.items(), 1):
        assert keys.window.here == Go("step", step)
        for number, text in enumerate(texts, 1):
            keys.hit(f"Ctrl+F{place + number}", f"Ctrl+{number}")
            keys.type(text)
            keys.hit("Return")
        keys.hit("Ctrl+PgDown")
    notes = keys.state.notes
    assert [note.text for note in notes] == [text for texts in SAID.values() for text in texts]
    assert [note.step for note in notes] == [step for step, texts in SAID.items() for _ in texts]
    assert len({note.persona for note in notes}) > 3
    assert len({note.kind for note in notes}) > 1
    assert {note.meeting for note in notes} == {keys.state.meetings[0].id}


def _group(keys: Keyboard) -> None:
    assert keys.window.here == Go("step", "wegen")
    keys.hit("Home", "Shift+Down", "Ctrl+N")
    keys.type("Wie een netwerk heeft, redt zich")
    keys.hit("Return", "Home", "Shift+Down", "Ctrl+N")
    keys.type("Bereikbaar zonder eigen auto")
    keys.hit("Return", "Ctrl+A")
    keys.dialog("Ctrl+G", "=bereikbaar", "Return")
    state = keys.state
    assert [insight.title for insight in state.insights] == [
        "Wie een netwerk heeft, redt zich",
        "Bereikbaar zonder eigen auto",
    ]
    assert all(note.insights for note in state.notes)
    keys.dialog("Ctrl+Shift+D", "=Een deur dichtbij", "Return")
    assert [goal.title for goal in keys.state.goals] == ["Een deur dichtbij"]
    keys.pane_to("Inzichten")
    keys.hit("Ctrl+A")
    keys.dialog("Ctrl+L", "Space", "Return")
    goal = keys.state.goals[0].id
    assert [insight.goals for insight in keys.state.insights] == [(goal,), (goal,)]


def _advise(keys: Keyboard) -> None:
    keys.hit("Ctrl+PgDown")
    assert keys.window.here == Go("step", "adviseren")
    keys.hit("Ctrl+N")
    keys.type(ADVICE)
    keys.hit("Ctrl+T")
    for votes in ("28", "4", "2"):
        keys.type(votes)
        keys.hit("Tab")
    keys.tab_to("Wie het anders zag, en waarom")
    keys.type(MINORITY)
    keys.hit("Ctrl+Return")
    advice = keys.state.advices[0]
    assert advice.text == ADVICE
    assert (advice.votes_for, advice.votes_against, advice.votes_abstain) == (28, 4, 2)
    assert advice.minority == MINORITY


def _report(keys: Keyboard, tmp_path: Path) -> Path:
    keys.hit("Alt+9")
    assert keys.window.here == Go("report")
    keys.hit("Ctrl+P")
    # A goal has no explanation yet: that is shown once, and holds nothing back.
    keys.wait_for(lambda: isinstance(keys.focus(), FindingView))
    keys.hit("Ctrl+Return")
    dialog = keys.window.findChild(QFileDialog)
    assert dialog is not None
    keys.wait_for(lambda: isinstance(keys.focus(), QLineEdit))
    keys.hit("Ctrl+A")
    keys.type("advies")
    keys.hit("Return")
    out = tmp_path / "dialogen" / "advies.pdf"
    keys.wait_for(out.is_file)
    keys.wait_for(lambda: any("advies.pdf" in n.text for n in keys.window.notice_bar.notices()))
    return out


def _read(report: Path, keys: Keyboard) -> None:
    read = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(report).pages)
    wanted = [QUESTION, "Een deur dichtbij", "1.1", ADVICE, MINORITY, "28 voor", "4 tegen", "2 onthouden"]
    wanted += [note.text for note in keys.state.notes]
    missing = [text for text in wanted if text not in read]
    assert missing == []


def _is_on_disk(keys: Keyboard) -> None:
    path = keys.window.context.dialogue.store.path
    keys.hit("Ctrl+W")
    assert keys.window.here == Go("start")
    with SessionStore.open(path, source="toets") as store:
        assert len(store.state.notes) == sum(len(texts) for texts in SAID.values())
        assert store.check() == []
