"""Bringing laptops together: same result in any order, nothing lost, foreign files refused."""

from __future__ import annotations

import itertools
import random
import shutil
from pathlib import Path

import pytest

from facilitator.domain.errors import UserError
from facilitator.store.session import SessionStore
from tests.store.builders import add_note, living, new_store, random_edit, ticking

HOUR = 3_600_000_000


def laptops(folder: Path, count: int, edits: int) -> list[Path]:
    """Make one dialogue, give it to ``count`` laptops with skewed clocks, let each work on."""
    with new_store(folder, "basis", "basis") as base:
        for n in range(10):
            add_note(base, f"start {n}")
    paths: list[Path] = []
    for k in range(count):
        path = folder / f"laptop{k}.dialoog"
        shutil.copy(folder / "basis.dialoog", path)
        rnd = random.Random(k)
        clock = ticking(1_761_000_000_000_000 + (k % 4 - 1) * HOUR, 1_000 + k)
        with SessionStore.open(path, source=f"laptop-{k}", now=clock) as store:
            for n in range(edits):
                random_edit(store, rnd, n)
                if rnd.random() < 0.15:
                    store.undo()
        paths.append(path)
    return paths


def merged(folder: Path, order: list[Path]) -> dict[str, object]:
    path = folder / "samen.dialoog"
    path.unlink(missing_ok=True)
    shutil.copy(folder / "basis.dialoog", path)
    with SessionStore.open(path, source="tafel") as store:
        for other in order:
            store.merge(other)
        assert store.check() == []
        return living(store.state)


def test_four_laptops_merge_to_one_result_in_every_order_and_twice(tmp_path: Path) -> None:
    paths = laptops(tmp_path, 4, 12)
    results = [merged(tmp_path, [*order, *order[:2]]) for order in itertools.permutations(paths)]
    assert all(result == results[0] for result in results)
    assert len(results[0]) > 20


def test_twenty_files_merge_to_one_result_in_any_order(tmp_path: Path) -> None:
    paths = laptops(tmp_path, 20, 10)
    rnd = random.Random(1)
    results = [merged(tmp_path, rnd.sample(paths, len(paths))) for _ in range(4)]
    assert all(result == results[0] for result in results)
    before = sum(1 for _ in range(10))
    assert len(results[0]) > before + 40


def test_wording_of_one_laptop_and_place_of_another_are_both_kept(tmp_path: Path) -> None:
    with new_store(tmp_path, "a", "a") as store:
        id = add_note(store, "oud")
    other = tmp_path / "b.dialoog"
    shutil.copy(tmp_path / "a.dialoog", other)
    with SessionStore.open(other, source="b") as theirs, theirs.edit("note.moved") as edit:
        edit.set("note", id, persona="bram")
    with SessionStore.open(tmp_path / "a.dialoog", source="a") as store:
        with store.edit("note.edited") as edit:
            edit.set("note", id, text="nieuw")
        change = store.merge(other)
        note = store.state.note(id)
        assert note is not None
        assert (note.text, note.persona, change.origin) == ("nieuw", "bram", "merge")
        store.undo()
        note = store.state.note(id)
        assert note is not None
        assert (note.text, note.persona) == ("oud", "bram")


def test_undo_after_a_merge_leaves_what_somebody_else_changed_since(tmp_path: Path) -> None:
    with new_store(tmp_path, "a", "a") as store:
        id = add_note(store, "van a")
    other = tmp_path / "b.dialoog"
    shutil.copy(tmp_path / "a.dialoog", other)
    with SessionStore.open(other, source="b") as theirs, theirs.edit("note.edited") as edit:
        edit.set("note", id, text="van b")
    with SessionStore.open(tmp_path / "a.dialoog", source="a") as store:
        store.merge(other)
        store.undo()
        assert store.state.note(id) is None
        row = store.state.get("note", id)
        assert row is not None
        assert row.text == "van b"  # pyright: ignore[reportAttributeAccessIssue]
        assert store.check() == []


def test_the_other_file_is_not_touched(tmp_path: Path) -> None:
    paths = laptops(tmp_path, 2, 5)
    before = paths[1].read_bytes()
    with SessionStore.open(paths[0], source="x") as store:
        store.merge(paths[1])
    assert paths[1].read_bytes() == before


def test_a_file_is_not_merged_with_itself_or_with_something_else(tmp_path: Path) -> None:
    foreign = tmp_path / "brief.dialoog"
    foreign.write_text("geen dialoog " * 20)
    with new_store(tmp_path) as store:
        add_note(store, "een")
        with pytest.raises(UserError, match=r"merge\.same"):
            store.merge(store.path)
        with pytest.raises(UserError, match=r"store\.foreign"):
            store.merge(foreign)
        with pytest.raises(UserError, match=r"store\.missing"):
            store.merge(tmp_path / "weg.dialoog")
        with new_store(tmp_path, "vreemd", "laptop-b") as stranger:
            add_note(stranger, "iets van anderen")
        with pytest.raises(UserError, match=r"merge\.stranger"):
            store.merge(tmp_path / "vreemd.dialoog")
        assert len(store.state.notes) == 1


def test_two_different_events_with_one_name_are_refused(tmp_path: Path) -> None:
    with new_store(tmp_path, "a", "zelfde") as first:
        add_note(first, "een")
        identity = first.identity
    with SessionStore.create(
        tmp_path / "b.dialoog", source="zelfde", now=ticking(), identity=identity
    ) as second:
        add_note(second, "iets heel anders")
    with SessionStore.open(tmp_path / "a.dialoog", source="zelfde") as store:
        with pytest.raises(UserError, match=r"merge\.conflict"):
            store.merge(tmp_path / "b.dialoog")
        assert [note.text for note in store.state.notes] == ["een"]
        assert store.check() == []
