"""Cards of dialogues: quick, complete, and the files stay as they were."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from facilitator.services import catalog, dialogue, notes
from facilitator.services.catalog import list_sessions
from facilitator.services.notes import NoteDraft
from tests.helpers.hostile_files import FILES
from tests.services import builders


def test_a_card_tells_what_is_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.dialoog"
    with builders.dialogue(path, notes=3) as store:
        dialogue.new_meeting(store, name="Tweede", venue="Buurthuis", date="2026-04-02")
        notes.delete_notes(store, builders.note_ids(store)[:1])
        dialogue.go_to_step(store, "bundelen")
        dialogue.go_to_step(store, "praten")

    (card,) = list_sessions(tmp_path)

    assert (card.title, card.question) == ("Zorg van morgen", "Wat moet dichtbij blijven?")
    assert (card.place, card.date, card.notes) == ("Buurthuis", "2026-04-02", 2)
    assert (card.step_index, card.step_count) == (1, 3)
    assert card.error is None
    assert card.modified == path.stat().st_mtime


def test_recent_files_come_first_and_each_file_once(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "sessies", tmp_path / "stick"
    for nth, path in enumerate([folder / "oud.dialoog", folder / "nieuw.dialoog", elsewhere / "ver.dialoog"]):
        builders.dialogue(path, title=path.stem).close()
        os.utime(path, (1000 + nth, 1000 + nth))
    recent = [
        elsewhere / "ver.dialoog",
        str(folder / "oud.dialoog"),
        folder / ".." / "sessies" / "oud.dialoog",
    ]
    assert [card.title for card in list_sessions(folder, recent)] == ["ver", "oud", "nieuw"]
    assert [card.title for card in list_sessions(folder)] == ["nieuw", "oud"]


def test_what_cannot_be_opened_gets_a_card_that_says_why(tmp_path: Path) -> None:
    (tmp_path / "vreemd.dialoog").write_bytes(b"geen database, wel lang genoeg om op te lijken" * 10)
    whole = tmp_path / "heel.dialoog"
    builders.dialogue(whole, notes=40).close()
    data = bytearray(whole.read_bytes())
    data[4096:] = b"\x55" * (len(data) - 4096)
    (tmp_path / "kapot.dialoog").write_bytes(data)
    whole.unlink()

    cards = {card.title: card for card in list_sessions(tmp_path, [tmp_path / "weg.dialoog"])}

    codes = {title: card.error.code if card.error else None for title, card in cards.items()}
    assert codes == {"vreemd": "store.foreign", "kapot": "store.damaged", "weg": "store.missing"}
    assert cards["weg"].modified == 0.0


@pytest.mark.parametrize("name", ["n" * 300, "a\0b", "map.dialoog"])
def test_no_remembered_place_however_odd_keeps_the_list_away(tmp_path: Path, name: str) -> None:
    (tmp_path / "map.dialoog").mkdir()
    (tmp_path / "kring").symlink_to(tmp_path / "kring")
    cards = list_sessions(tmp_path / "leeg", [tmp_path / name, tmp_path / "kring" / "a.dialoog"])
    codes = [card.error.code if card.error else None for card in cards]
    assert len(codes) == 2
    assert codes[0] in {"store.missing", "store.foreign"}
    assert codes[1] in {"store.missing", "store.io"}


def test_other_files_and_hidden_ones_are_left_out(tmp_path: Path) -> None:
    for name in ("verslag.pdf", ".verborgen.dialoog", "a.dialoog.bak"):
        (tmp_path / name).write_text("x")
    assert list_sessions(tmp_path) == []
    assert list_sessions(tmp_path / "bestaat-niet") == []


def test_looking_changes_nothing_and_does_not_hinder_who_has_it_open(tmp_path: Path) -> None:
    path = tmp_path / "a.dialoog"
    with builders.dialogue(path) as store:
        store.wait_saved()
        before = (path.read_bytes(), sorted(tmp_path.iterdir()))
        assert list_sessions(tmp_path)[0].error is None
        assert (path.read_bytes(), sorted(tmp_path.iterdir())) == before
        notes.add_note(store, NoteDraft("gaat gewoon door"))
        store.wait_saved()
    assert list_sessions(tmp_path)[0].notes == 1


def test_a_dialogue_without_a_method_still_has_its_card(tmp_path: Path) -> None:
    with builders.dialogue(tmp_path / "a.dialoog") as store, store.edit("x", undoable=False) as edit:
        edit.set("dialogue", "dialogue", method_data="{stuk", title="")
    (card,) = list_sessions(tmp_path)
    assert (card.title, card.step_count, card.error) == ("a", 0, None)


def test_the_number_of_cards_is_bounded(tmp_path: Path) -> None:
    paths = [tmp_path / f"{n}.dialoog" for n in range(catalog.CARD_LIMIT + 5)]
    assert len(list_sessions(tmp_path / "leeg", paths)) == catalog.CARD_LIMIT


@pytest.mark.parametrize("name", ["endless view for a card", "endless view", "trigger", "table more"])
def test_a_file_that_means_harm_gets_a_card_that_says_so_at_once(name: str, tmp_path: Path) -> None:
    with builders.dialogue(tmp_path / "a.dialoog", notes=1) as store:
        path = store.path
    FILES[name][1](path)
    before = path.read_bytes()
    started = time.monotonic()
    (card,) = list_sessions(tmp_path)
    assert card.error is not None
    assert card.error.code == "store.foreign"
    assert time.monotonic() - started < 1
    assert path.read_bytes() == before
