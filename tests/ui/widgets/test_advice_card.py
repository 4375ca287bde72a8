"""A card shows its advice literally and can be opened and walked past by key."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.widgets.advice_card import MIME_ADVICE, AdviceCard, AdviceFace, advice_mime
from tests.helpers.keys import press
from tests.helpers.ui import make_context

FACE = AdviceFace(
    id="a1",
    number="2.1",
    text="Regel <b>één</b> nummer & meer",
    detail="Voor: ziekenhuizen",
    votes=(60, 9, 2),
    votes_words="60 voor",
    verdict="✓ Aangenomen",
    tone="good",
    threshold=75,
)


def test_everything_is_shown_and_spoken_as_it_was_written(qtbot: QtBot) -> None:
    card = AdviceCard(make_context().theme, FACE)
    qtbot.addWidget(card)
    shown = {label.text() for label in card.findChildren(PlainLabel)}
    assert {"2.1", FACE.text, "Voor: ziekenhuizen", "60 voor", "✓ Aangenomen"} <= shown
    assert FACE.text in card.accessibleName()
    card.set_face(replace(FACE, votes=None, votes_words="", detail=""))
    assert not card._bar.isVisibleTo(card)
    assert not card._detail.isVisibleTo(card)


def test_enter_opens_and_arrows_ask_to_walk(qtbot: QtBot) -> None:
    card = AdviceCard(make_context().theme, FACE)
    qtbot.addWidget(card)
    card.show()
    opened: list[str] = []
    steps: list[int] = []
    card.chosen.connect(opened.append)
    card.step_wanted.connect(steps.append)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Up):
        press(card, key)
    assert (opened, steps) == (["a1"], [1, -1])


def test_a_dragged_card_carries_its_id() -> None:
    carried = advice_mime("a1")
    assert bytes(carried.data(MIME_ADVICE).data()) == b"a1"
