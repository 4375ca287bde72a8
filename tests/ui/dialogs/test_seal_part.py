"""Sealing for e-mail: off until it is wanted, then by a passphrase or a public key."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from facilitator.services.sealing import Seal
from facilitator.ui.dialogs.seal_part import SealPart
from tests.helpers.ui import make_context

WORDS = "paard batterij nietje correct"


def made(qtbot: QtBot, recipient: str = "") -> SealPart:
    context = make_context()
    settings = replace(context.settings, recipient=recipient)
    part = SealPart(replace(context, read_settings=lambda: settings))
    qtbot.addWidget(part)
    part.show()
    return part


def test_it_is_off_and_asks_nothing(qtbot: QtBot) -> None:
    part = made(qtbot)
    assert (part.is_ready(), part.value()) == (True, None)
    assert not part.words.isVisible()
    part.on.click()
    assert part.words.isVisible()
    assert not part.recipient.isVisible()
    assert not part.is_ready()


def test_a_passphrase_is_typed_twice(qtbot: QtBot) -> None:
    part = made(qtbot)
    part.on.click()
    part.words.first.field.setText(f"{WORDS} ")
    assert not part.is_ready()
    part.words.second.field.setText(WORDS)
    assert part.is_ready()
    assert part.value() == Seal(passphrase=WORDS)
    assert WORDS not in repr(part.value())


def test_the_public_key_of_the_organisation_is_there_already(qtbot: QtBot) -> None:
    part = made(qtbot, "age1abc")
    part.on.click()
    part.by_key.click()
    assert part.recipient.isVisible()
    assert not part.words.isVisible()
    assert part.value() == Seal(recipient="age1abc")
    part.recipient.setText(" ")
    assert not part.is_ready()
