"""Erased words stay away, whatever another laptop wrote without knowing, in whatever order files meet."""

from __future__ import annotations

import itertools
import shutil
from pathlib import Path

import pytest

from facilitator.store import erasing, foreign, unaware
from facilitator.store.session import SessionStore
from facilitator.store.unaware import Held, common_words
from tests.store.builders import add_note, new_store, ticking

SECRET = "Wilhelmina van Zuylekom"
NOON = 1_761_000_000_000_000
HOUR = 3_600_000_000


def _three(folder: Path) -> tuple[dict[str, Path], str]:
    """Make one dialogue with one note, and give it to three laptops."""
    with new_store(folder, "basis", "basis") as store:
        note = add_note(store, f"{SECRET} belde over de bus")
    paths = {name: folder / f"{name}.dialoog" for name in "abc"}
    for path in paths.values():
        shutil.copy(folder / "basis.dialoog", path)
    return paths, note


def _open(path: Path, hours: int = 0) -> SessionStore:
    return SessionStore.open(path, source=path.stem, now=ticking(NOON + hours * HOUR, 1_000))


def _write(path: Path, note: str, text: str, hours: int = 0) -> None:
    with _open(path, hours) as store, store.edit("note.edited") as edit:
        edit.set("note", note, text=text)


def _erase(path: Path, note: str, text: str, hours: int = 0) -> None:
    with _open(path, hours) as store:
        store.erase(fields={("note", note, "text"): text})


def _merge(path: Path, other: Path) -> None:
    with _open(path) as store:
        store.merge(other)
        assert store.check() == []


def _text(path: Path) -> tuple[str, str]:
    with _open(path) as store:
        return store.state.notes[0].text, store.seal


def _bytes_hold(path: Path, words: str) -> bool:
    return any(words.encode() in one.read_bytes() for one in path.parent.glob(f"{path.name}*"))


@pytest.mark.parametrize(("order", "hours"), [("abc", -3), ("abc", 3), ("bca", 3), ("acb", 3), ("cab", -3)])
def test_a_later_or_earlier_text_of_a_laptop_that_did_not_know_never_brings_words_back(
    tmp_path: Path, order: str, hours: int
) -> None:
    paths, note = _three(tmp_path)
    _erase(paths["a"], note, "[naam] belde over de bus")
    _write(paths["b"], note, f"{SECRET} belde over de bus en de tram", hours)
    _merge(paths["c"], paths["b"])
    _write(paths["c"], note, f"{SECRET} belde nog eens", hours + 1)
    for one, other in [*itertools.pairwise((*order, order[0])), *itertools.pairwise((*order, order[0]))]:
        _merge(paths[one], paths[other])
    told = {_text(path) for path in paths.values()}
    assert len(told) == 1
    assert told.pop()[0] == "[naam] belde over de bus"
    for path in paths.values():
        assert not _bytes_hold(path, SECRET)


def test_what_is_written_with_knowledge_of_the_erasure_stays_and_can_be_undone(tmp_path: Path) -> None:
    paths, note = _three(tmp_path)
    _write(paths["b"], note, f"{SECRET} zei het", 5)
    _erase(paths["a"], note, "[naam] belde")
    _merge(paths["b"], paths["a"])
    with _open(paths["b"], 6) as store:
        with store.edit("note.edited") as edit:
            edit.set("note", note, text="[naam] belde twee keer")
        store.undo()
        assert store.state.notes[0].text == "[naam] belde"
        store.redo()
        while store.undo() is not None:
            assert SECRET not in str(store.state.tables)
        while store.redo() is not None:
            assert SECRET not in str(store.state.tables)
        assert store.state.notes[0].text == "[naam] belde twee keer"
    _merge(paths["a"], paths["b"])
    assert _text(paths["a"]) == _text(paths["b"])
    assert _text(paths["a"])[0] == "[naam] belde twee keer"


@pytest.mark.parametrize("order", ["abc", "acb"])
def test_of_two_erasures_in_one_text_only_what_both_left_is_kept(tmp_path: Path, order: str) -> None:
    paths, note = _three(tmp_path)
    _write(paths["a"], note, "Wilhelmina en Godelieve wonen in Delden")
    _merge(paths["b"], paths["a"])
    _merge(paths["c"], paths["a"])
    _erase(paths["a"], note, "[naam] en Godelieve wonen in Delden")
    _erase(paths["b"], note, "Wilhelmina en [naam] wonen in Delden", 2)
    for one, other in [*itertools.pairwise((*order, order[0])), *itertools.pairwise((*order, order[0]))]:
        _merge(paths[one], paths[other])
    told = {_text(path) for path in paths.values()}
    assert len(told) == 1
    assert told.pop()[0] == "[…] en […] wonen in Delden"
    for path in paths.values():
        assert not _bytes_hold(path, "Wilhelmina")
        assert not _bytes_hold(path, "Godelieve")


def test_the_same_erasure_on_two_laptops_keeps_its_text(tmp_path: Path) -> None:
    paths, note = _three(tmp_path)
    for name in "ab":
        _erase(paths[name], note, "[naam] belde over de bus")
    _merge(paths["a"], paths["b"])
    _merge(paths["b"], paths["a"])
    assert _text(paths["a"]) == _text(paths["b"])
    assert _text(paths["a"])[0] == "[naam] belde over de bus"


def test_it_is_told_which_version_met_an_erasure_once_on_either_side(tmp_path: Path) -> None:
    paths, note = _three(tmp_path)
    _erase(paths["a"], note, "[naam] belde")
    _write(paths["b"], note, f"{SECRET} zei het", 5)

    def met(one: str, other: str) -> tuple[Held, ...]:
        with _open(paths[one]) as store:
            before = {(edit.source, edit.stamp) for edit in store.history()}
            store.merge(paths[other])
            return store.ask(lambda db: unaware.met(db, before))

    assert met("c", "a") == ()
    assert met("b", "a") == (Held("note", note, "text", "b"),)
    assert met("a", "b") == (Held("note", note, "text", "b"),)
    assert met("a", "b") == ()
    assert met("c", "a") == (Held("note", note, "text", "b"),)


def test_a_backup_in_which_was_erased_counts_as_that_erasure(tmp_path: Path) -> None:
    paths, note = _three(tmp_path)
    _write(paths["b"], note, f"{SECRET} zei het", 5)
    backup = tmp_path / "reserve.dialoog"
    shutil.copy(paths["b"], backup)
    _erase(paths["a"], note, "[naam] belde")
    _write(paths["a"], note, "[naam] belde vaak", 1)
    with _open(paths["a"]) as store:
        assert erasing.erase_like(backup, store.erasures())
    assert _text(backup)[0] == "[naam] belde"
    assert not _bytes_hold(backup, SECRET)
    _merge(paths["a"], backup)
    assert _text(paths["a"])[0] == "[naam] belde vaak"


def test_words_that_stand_in_both_texts_are_found_whichever_comes_first() -> None:
    one, other = "[naam] en Jan gaan\nnaar huis", "Piet en zij gaan\nnaar huis toe"
    assert common_words(other, one) == common_words(one, other)
    assert common_words(one, other) == "[…] en […] gaan\nnaar huis […]"
    assert common_words(one, one) == one
    assert common_words("", "Piet") == "[…]"


@pytest.mark.parametrize("version", ["v1", "v2"])
def test_copies_of_an_older_version_meet_an_erasure_too(tmp_path: Path, version: str) -> None:
    old = Path(__file__).parents[1] / "data" / "sessions" / f"{version}.dialoog"
    paths = {name: tmp_path / f"{name}.dialoog" for name in "ab"}
    for path in paths.values():
        shutil.copy(old, path)
    with _open(paths["a"]) as store:
        note = next(row for row in store.state.notes if len(row.text) > 20)
        store.erase(fields={("note", note.id, "text"): "[naam]"})
        # As it was, never opened by this version.
        before = {(edit.source, edit.stamp) for edit in store.history()}
        store.absorb(foreign.read(old))
        assert store.state.get("note", note.id).text == "[naam]"  # pyright: ignore[reportOptionalMemberAccess, reportAttributeAccessIssue]
        assert store.ask(lambda db: unaware.met(db, before)) == ()
        assert store.check() == []
    _write(paths["b"], note.id, f"{note.text} {SECRET}", 9_000)
    for one, other in ("ab", "ba"):
        _merge(paths[one], paths[other])
        with _open(paths[one]) as store:
            assert store.state.get("note", note.id).text == "[naam]"  # pyright: ignore[reportOptionalMemberAccess, reportAttributeAccessIssue]
        assert not _bytes_hold(paths[one], SECRET)
        assert not _bytes_hold(paths[one], note.text)
