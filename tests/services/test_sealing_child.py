"""Sealing in a process of its own: what it gives and refuses, and that other threads go on meanwhile."""

from __future__ import annotations

import io
import pickle
import threading
import time

import pytest

from facilitator.domain.errors import UserError
from facilitator.exchange import sealed
from facilitator.services import sealing_child
from facilitator.services.sealing_child import Order, seal, serve, unseal
from tests.helpers.age import Holder, sealed_lightly

WORDS = "paard batterij nietje correct"


def test_what_was_sealed_is_opened_and_nothing_stands_still_meanwhile() -> None:
    data, turns, done = sealed_lightly(b"woorden van mensen", WORDS, 15), 0, threading.Event()
    found: list[bytes] = []

    def work() -> None:
        found.append(unseal(data, WORDS))
        done.set()

    threading.Thread(target=work).start()
    while not done.is_set():
        time.sleep(0.001)
        turns += 1
    assert found == [b"woorden van mensen"]
    # Done within this process it would be two or three.
    assert turns > 50


def test_what_it_refuses_is_refused_here() -> None:
    with pytest.raises(UserError) as caught:
        unseal(b"age-encryption.org/v1\nrommel", WORDS)
    assert caught.value.code == "sealed.not_opened"
    with pytest.raises(UserError) as caught:
        seal(b"x", recipient="age1niets")
    assert caught.value.code == "sealed.bad_recipient"


def test_a_worker_that_dies_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing_child.child, "command", lambda _flag: ["false"])
    with pytest.raises(UserError) as caught:
        seal(b"x", passphrase=WORDS)
    assert caught.value.code == "sealed.worker_failed"


def test_the_worker_seals_for_the_holder_of_a_key() -> None:
    holder, raw = Holder(), io.BytesIO()
    out = io.TextIOWrapper(raw)
    order = Order(b"veel", recipient=holder.public)
    assert serve(io.BytesIO(pickle.dumps(order)), out) == 0
    assert sealed.unseal(raw.getvalue(), identity=holder.secret) == b"veel"
    assert "veel" not in repr(order)
