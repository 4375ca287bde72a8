"""Flip bytes of a file one by one: opening gives exactly what was written, or refuses; it never alters."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.domain.errors import UserError
from facilitator.store import projection
from facilitator.store.keys import Key, random_key
from facilitator.store.session import SessionStore
from tests.store.damage import made

REFUSALS = {
    "store.damaged",
    "store.foreign",
    "store.newer",
    "store.locked",
    "store.not_writable",
    "store.readonly",
    "store.io",
    "key.wrong",
    "data.bad_value",
    "migration.readonly",
}


def flipped(
    store: SessionStore, every: int, folder: Path, *, to_the_end: bool = True
) -> tuple[int, int, int]:
    """Flip single bytes, so far apart; return how often it opened, refused, opened with changed words.

    Unless ``to_the_end`` it stops at the first changed word.
    """
    raw = store.path.read_bytes()
    path = folder / "geraakt.dialoog"
    opened = refused = wrong = 0
    codes: set[str] = set()
    for place in range(every // 2, len(raw), every):
        changed = bytearray(raw)
        changed[place] ^= 1 << place % 8
        path.write_bytes(changed)
        try:
            with SessionStore.open(path, source="x", readonly=True, key=store.key) as got:
                opened += 1
                wrong += got.state.tables != store.state.tables
        except UserError as error:
            refused += 1
            codes.add(error.code)
        assert path.read_bytes() == changed
        if wrong and not to_the_end:
            break
    assert codes <= REFUSALS
    return opened, refused, wrong


@pytest.mark.parametrize(("key", "every"), [(None, 331), (random_key(), 1_009)], ids=["open", "encrypted"])
def test_no_changed_word_is_ever_taken_for_said(key: Key | None, every: int, tmp_path: Path) -> None:
    store = made(tmp_path, key, gestures=40)
    opened, refused, wrong = flipped(store, every, tmp_path)
    assert wrong == 0
    assert refused > 20
    if key is None:
        assert opened > 20, "bytes that hold nothing do no harm"


class Anything:
    """Equals every mark."""

    def __ne__(self, other: object) -> bool:
        return False

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = None  # pyright: ignore[reportAssignmentType]


def test_without_marks_changed_words_would_be_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = made(tmp_path, gestures=40)
    monkeypatch.setattr(projection, "mark", lambda _: Anything())
    assert flipped(store, 167, tmp_path, to_the_end=False)[2] > 0
