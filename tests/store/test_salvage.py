"""What can be read of a damaged file is put together; no word in it is one that nobody wrote."""

from __future__ import annotations

import random
from contextlib import suppress
from pathlib import Path

import pytest

from facilitator.domain.entities import Note
from facilitator.domain.errors import UserError
from facilitator.store import engine, pieces, salvage
from facilitator.store.keys import Key, random_key
from facilitator.store.recovery import journal_of
from facilitator.store.session import SessionStore
from tests.store.builders import add_note, cut_off
from tests.store.damage import PAGE, living, made, pages, texts, without


@pytest.fixture(scope="module", params=[False, True], ids=["open", "encrypted"])
def key(request: pytest.FixtureRequest) -> Key | None:
    return random_key() if request.param else None


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, key: Key | None) -> SessionStore:
    return made(tmp_path_factory.mktemp("heel"), key)


def said(store: SessionStore) -> set[str]:
    with SessionStore.open(store.path, source="x", readonly=True, key=store.key) as again:
        return texts(again)


def saved(damaged: Path, out: Path, store: SessionStore) -> tuple[salvage.Salvage, SessionStore]:
    """Save what can be read; the result is a whole dialogue and the damaged file is as it was."""
    before = damaged.read_bytes()
    found = salvage.save_readable(damaged, out, store.key)
    assert damaged.read_bytes() == before
    with SessionStore.open(out, source="x", key=store.key) as got:
        assert got.check() == []
        assert len(got.state.notes) == found.notes
    words = {note.text for note in got.state.notes} | {insight.title for insight in got.state.insights}
    assert words - {""} <= said(store), "nothing is told that nobody wrote"
    return found, got


def test_of_a_whole_file_everything_is_saved_with_its_history(store: SessionStore, tmp_path: Path) -> None:
    found, got = saved(store.path, tmp_path / "uit.dialoog", store)
    assert got.state.tables == store.state.tables
    assert (got.seal, got.identity, found.lost, found.complete) == (store.seal, store.identity, 0, True)


@pytest.mark.parametrize("place", ["header", "note", "insight", "event", "edit", "event_of_id", "identity"])
def test_with_all_pages_of_one_table_gone_everything_living_is_saved(
    place: str, store: SessionStore, tmp_path: Path
) -> None:
    damaged = without(store.path, pages(store.path, store.key)[place], tmp_path / "stuk.dialoog")
    _, got = saved(damaged, tmp_path / "uit.dialoog", store)
    assert living(got.state) == living(store.state)
    if place != "edit":
        assert got.identity == store.identity, "still a copy of that dialogue"
    if place not in ("edit", "event"):
        assert got.seal == store.seal, "the whole history is there"


@pytest.mark.parametrize("head", [16, 100, 1000])
def test_without_its_first_bytes_a_file_is_saved_whole(
    head: int, store: SessionStore, tmp_path: Path
) -> None:
    damaged = tmp_path / "stuk.dialoog"
    damaged.write_bytes(bytes(head) + store.path.read_bytes()[head:])
    _, got = saved(damaged, tmp_path / "uit.dialoog", store)
    assert (got.state.tables, got.seal) == (store.state.tables, store.seal)


def test_pages_gone_at_random_take_only_their_own_words_along(store: SessionStore, tmp_path: Path) -> None:
    count = store.path.stat().st_size // PAGE
    rnd, kept, all_notes = random.Random(8), 0, len(store.state.notes)
    for n in range(6):
        wanted = rnd.sample(range(1, count + 1), 3)
        damaged = without(store.path, wanted, tmp_path / f"stuk{n}.dialoog")
        kept += saved(damaged, tmp_path / f"uit{n}.dialoog", store)[0].notes
    assert kept > 0.8 * 6 * all_notes


def test_flipped_bytes_never_put_a_word_in_anybodys_mouth(store: SessionStore, tmp_path: Path) -> None:
    rnd, tried = random.Random(9), 0
    raw = store.path.read_bytes()
    for n in range(7):
        changed = bytearray(raw)
        for _ in range(rnd.choice([1, 5, 40])):
            changed[rnd.randrange(len(raw))] ^= 1 << rnd.randrange(8)
        damaged = tmp_path / f"stuk{n}.dialoog"
        damaged.write_bytes(changed)
        # Of an encrypted file a page with one wrong bit tells nothing.
        with suppress(UserError):
            saved(damaged, tmp_path / f"uit{n}.dialoog", store)
            tried += 1
    assert tried > 3


def test_what_was_reworded_is_saved_as_it_was_last(tmp_path: Path) -> None:
    with SessionStore.create(tmp_path / "zorg.dialoog", source="a") as store:
        id = add_note(store, "eerst zo")
        with store.edit("note.edited") as edit:
            edit.set("note", id, text="later zo")
        gone = add_note(store, "weggegooid")
        with store.edit("note.deleted") as edit:
            edit.delete("note", gone)
    for n, place in enumerate(("note", "event", "edit")):
        damaged = without(store.path, pages(store.path)[place], tmp_path / f"stuk{n}.dialoog")
        _, got = saved(damaged, tmp_path / f"uit{n}.dialoog", store)
        assert [note.text for note in got.state.notes] == ["later zo"]


def test_a_changed_text_is_left_out_or_replaced_by_what_was_written(tmp_path: Path) -> None:
    with SessionStore.create(tmp_path / "zorg.dialoog", source="a") as store:
        add_note(store, "de bus komt nooit op tijd")
        add_note(store, "een tweede")
    raw = store.path.read_bytes()
    once = raw.replace(b"de bus komt nooit", b"de bus komt altjd", 1)
    both = raw.replace(b"de bus komt nooit", b"de bus komt altjd")
    assert once != both
    (tmp_path / "een.dialoog").write_bytes(once)
    _, got = saved(tmp_path / "een.dialoog", tmp_path / "uit1.dialoog", store)
    assert [note.text for note in got.state.notes] == ["de bus komt nooit op tijd", "een tweede"]
    (tmp_path / "beide.dialoog").write_bytes(both)
    found, got = saved(tmp_path / "beide.dialoog", tmp_path / "uit2.dialoog", store)
    assert [note.text for note in got.state.notes] == ["een tweede"]
    assert found.lost == 1


def test_what_was_erased_stays_erased(tmp_path: Path) -> None:
    with SessionStore.create(tmp_path / "zorg.dialoog", source="a") as store:
        id = add_note(store, "een geheim")
        add_note(store, "geen geheim")
        store.erase([("note", id)])
    for place in ("header", "note", "edit"):
        damaged = without(store.path, pages(store.path)[place], tmp_path / f"{place}.dialoog")
        _, got = saved(damaged, tmp_path / f"uit-{place}.dialoog", store)
        assert [note.text for note in got.state.notes] == ["geen geheim"]
        note = got.state.get("note", id)
        assert note is None or (isinstance(note, Note) and note.text == "")


def test_what_was_saved_comes_together_with_a_copy_that_is_whole(store: SessionStore, tmp_path: Path) -> None:
    wanted = pages(store.path, store.key)["event"]
    damaged = without(store.path, wanted, tmp_path / "stuk.dialoog")
    found = salvage.save_readable(damaged, tmp_path / "uit.dialoog", store.key)
    with SessionStore.open(found.path, source="y", key=store.key) as got:
        add_note(got, "daarna verder gewerkt")
        got.merge(store.path)
        assert {note.text for note in got.state.notes} >= {note.text for note in store.state.notes}
        assert got.check() == []


def test_half_written_work_is_taken_back_in_the_copy_alone(tmp_path: Path) -> None:
    with SessionStore.create(tmp_path / "zorg.dialoog", source="a") as store:
        for n in range(40):
            add_note(store, f"notitie {n} " + "x" * 900)
    half = cut_off(store.path, tmp_path / "half" / "zorg.dialoog")
    journal = journal_of(half).read_bytes()
    _, got = saved(half, tmp_path / "uit.dialoog", store)
    assert living(got.state) == living(store.state)
    assert journal_of(half).read_bytes() == journal


@pytest.mark.parametrize(
    "raw", [b"", b"x", b"SQLite format 3\0", bytes(40_960), random.Random(1).randbytes(40_960)]
)
def test_of_what_never_was_a_dialogue_nothing_is_made(raw: bytes, tmp_path: Path, key: Key | None) -> None:
    (tmp_path / "iets.dialoog").write_bytes(raw)
    with pytest.raises(UserError, match=r"salvage\.nothing"):
        salvage.save_readable(tmp_path / "iets.dialoog", tmp_path / "uit.dialoog", key)
    assert not (tmp_path / "uit.dialoog").exists()
    assert salvage.identity_of(tmp_path / "iets.dialoog", key) == b""


def test_nothing_is_overwritten_and_what_is_missing_is_told(store: SessionStore, tmp_path: Path) -> None:
    (tmp_path / "bezet.dialoog").write_text("van iemand anders")
    with pytest.raises(UserError, match=r"store\.exists"):
        salvage.save_readable(store.path, tmp_path / "bezet.dialoog", store.key)
    assert (tmp_path / "bezet.dialoog").read_text() == "van iemand anders"
    with pytest.raises(UserError, match=r"store\.missing"):
        salvage.save_readable(tmp_path / "weg.dialoog", tmp_path / "uit.dialoog", store.key)


def test_an_older_file_is_saved_too(tmp_path: Path) -> None:
    old = Path(__file__).parents[1] / "data" / "sessions" / "v2.dialoog"
    found = salvage.save_readable(old, tmp_path / "uit.dialoog")
    with SessionStore.open(found.path, source="x") as got:
        assert [note.text for note in got.state.notes] == [
            "Eén vast nummer, ook ’s avonds.",
            "De bus rijdt niet meer.",
            "Tolk op het scherm",
        ]
        assert got.check() == []
    db = engine.connect(old, immutable=True)
    db.close()


@pytest.mark.parametrize(("seconds", "code"), [(60.0, "salvage.nothing"), (-60.0, "salvage.unfinished")])
def test_when_time_runs_out_before_anything_is_found_that_is_told(
    seconds: float, code: str, tmp_path: Path, key: Key | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pieces, "SECONDS", seconds)
    (tmp_path / "iets.dialoog").write_bytes(bytes(40_960))
    with pytest.raises(UserError) as refused:
        salvage.save_readable(tmp_path / "iets.dialoog", tmp_path / "uit.dialoog", key)
    assert refused.value.code == code
    assert not (tmp_path / "uit.dialoog").exists()


def test_when_time_runs_out_on_the_way_what_was_found_is_saved_and_that_there_may_be_more_is_told(
    store: SessionStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The tables are read in time; looking at the pages one by one is not.
    real = pieces._make_probe

    def slow(probe: Path, count: int, key: Key | None) -> int:
        clock.append(1e9)
        return real(probe, count, key)

    clock = [0.0]
    monkeypatch.setattr(pieces.time, "monotonic", lambda: clock[-1])
    monkeypatch.setattr(pieces, "_make_probe", slow)
    monkeypatch.setattr(pieces, "_unread", lambda *_: [2, 3])
    found, got = saved(store.path, tmp_path / "uit.dialoog", store)
    assert got.state.tables == store.state.tables
    assert not found.complete


def test_how_far_it_is_is_told_from_nothing_to_nearly_done(store: SessionStore, tmp_path: Path) -> None:
    told: list[float] = []
    salvage.save_readable(store.path, tmp_path / "uit.dialoog", store.key, told.append)
    assert told == sorted(told)
    assert told[0] == 0
    assert 0.7 < told[-1] < 1
    assert len(told) > 5
