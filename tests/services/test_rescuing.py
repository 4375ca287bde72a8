"""What was kept while the place of a dialogue was away is found at the next start and put together, once."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from facilitator.domain.errors import UserError
from facilitator.services import rescuing
from facilitator.store.keys import Key, random_key
from facilitator.store.session import SaveStatus, SessionStore
from tests.store.builders import add_note

KILLED = """
import os, signal, sys, time
from pathlib import Path
from facilitator.store import writer
from facilitator.store.keys import Key
from facilitator.store.session import SessionStore
from tests.store.builders import add_note

writer.RETRY_SECONDS = 0.05
place, kept = Path(sys.argv[1]), Path(sys.argv[2])
raw, salt = bytes.fromhex(sys.argv[3]), bytes.fromhex(sys.argv[4])
key = Key(raw, salt) if raw else None
file = place / "avond.dialoog"
store = SessionStore.open(file, source="laptop-1", rescue=kept, key=key)
first = add_note(store, "op de stick")
store.wait_saved()
place.rename(place.with_name("weg"))
add_note(store, "na de storing")
with store.edit("note.edited") as edit:
    edit.set("note", first, text="op de stick, later beter")
while not store.status.kept:
    time.sleep(0.01)
print(store.status.kept, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="there the folder of an open file cannot be taken away"
)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "laptop" / "rescued"


def killed_evening(tmp_path: Path, kept: Path, key: Key | None = None) -> Path:
    """Let another process lose its stick and be killed; return the rescue file. The stick stays away."""
    place = tmp_path / "stick"
    with SessionStore.create(place / "avond.dialoog", source="laptop-1", key=key) as store:
        add_note(store, "vorige keer")
    raw, salt = (key.raw.hex(), key.salt.hex()) if key else ("", "")
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(place), str(kept), raw, salt],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).resolve().parents[2],
        timeout=60,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    return Path(done.stdout.strip())


def until_kept(store: SessionStore) -> None:
    deadline = time.monotonic() + 20
    while store.status.kept is None:
        assert time.monotonic() < deadline
        time.sleep(0.01)


def back(tmp_path: Path) -> Path:
    (tmp_path / "weg").rename(tmp_path / "stick")
    return tmp_path / "stick" / "avond.dialoog"


@pytest.mark.parametrize("key", [None, random_key()], ids=["plain", "encrypted"])
def test_after_a_kill_the_next_start_finds_what_waits_and_puts_it_together_once(
    tmp_path: Path, kept: Path, key: Key | None
) -> None:
    file = killed_evening(tmp_path, kept, key)
    with SessionStore.open(back(tmp_path), source="laptop-1", rescue=kept, key=key) as store:
        assert [note.text for note in store.state.notes] == ["vorige keer", "op de stick"]
        found = rescuing.waiting(store, kept)
        assert found is not None
        assert (found.path, found.edits, found.identity) == (file, 2, store.identity.hex())
        report = rescuing.put_together(store, found)
        assert (report.edits, report.notes) == (2, 1)
        texts = [note.text for note in store.state.notes]
        assert texts == ["vorige keer", "op de stick, later beter", "na de storing"]
        assert store.check() == []
        assert rescuing.waiting(store, kept) is None
        assert rescuing.all_rescued(kept) == []
        backups = list((kept.parent / "backups" / store.identity.hex()).iterdir())
        assert len(backups) == 1
        # What was kept can be undone like everything else.
        store.undo()
        assert [note.text for note in store.state.notes] == ["vorige keer", "op de stick", "na de storing"]


def test_what_this_program_begins_to_keep_meanwhile_does_not_wait(
    tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, look = tmp_path / "stick", rescuing.all_rescued

    def away(folder: Path) -> list[rescuing.Rescued]:
        place.rename(tmp_path / "weg")
        add_note(store, "na de storing")
        until_kept(store)
        return look(folder)

    monkeypatch.setattr(rescuing, "all_rescued", away)
    with SessionStore.create(place / "avond.dialoog", source="laptop-1", rescue=kept) as store:
        add_note(store, "op de stick")
        store.wait_saved()
        found, there = rescuing.waiting(store, kept), look(kept)
        back(tmp_path)
    assert found is None
    assert len(there) == 1


def test_putting_together_twice_adds_nothing(tmp_path: Path, kept: Path) -> None:
    killed_evening(tmp_path, kept)
    with SessionStore.open(back(tmp_path), source="laptop-1") as store:
        found = rescuing.waiting(store, kept)
        assert found is not None
        rescuing.put_together(store, found)
        edits = len(store.history())
        backup = next((kept.parent / "backups" / store.identity.hex()).iterdir())
        backup.rename(found.path)
        assert rescuing.waiting(store, kept) is None
        report = rescuing.put_together(store, found)
        assert (report.edits, report.notes) == (0, 0)
        assert len(store.history()) == edits


def test_when_the_stick_never_comes_back_the_rescue_file_is_a_dialogue(tmp_path: Path, kept: Path) -> None:
    killed_evening(tmp_path, kept)
    [found] = rescuing.all_rescued(kept)
    assert (found.notes, found.edits, found.locked, found.error) == (3, 0, False, None)
    assert abs(found.at_ms - time.time() * 1_000) < 60_000
    out = tmp_path / "sessions" / "avond.dialoog"
    rescuing.save_as(found, out, "laptop-1")
    with SessionStore.open(out, source="laptop-1") as store:
        assert len(store.state.notes) == 3
        assert store.identity.hex() == found.identity
        assert store.check() == []
        # It was all taken along.
        assert rescuing.waiting(store, kept) is None
    assert found.path.exists()
    with pytest.raises(UserError, match=r"store\.exists"):
        rescuing.save_as(found, out, "laptop-1")


def test_an_encrypted_one_is_told_of_without_its_words(tmp_path: Path, kept: Path) -> None:
    key = random_key()
    killed_evening(tmp_path, kept, key)
    [found] = rescuing.all_rescued(kept)
    assert (found.locked, found.title, found.notes) == (True, "", 0)
    out = tmp_path / "avond.dialoog"
    with pytest.raises(UserError, match=r"store\.locked"):
        rescuing.save_as(found, out, "laptop-1")
    rescuing.save_as(found, out, "laptop-1", key)
    assert out.read_bytes()[:16] == key.salt


def test_a_dialogue_that_lost_its_key_still_tells_that_something_waits(tmp_path: Path, kept: Path) -> None:
    killed_evening(tmp_path, kept, random_key())
    [found] = rescuing.all_rescued(kept)
    path = tmp_path / "open.dialoog"
    with SessionStore.create(path, source="a", identity=bytes.fromhex(found.identity)) as store:
        waits = rescuing.waiting(store, kept)
        assert waits is not None
        assert waits.locked


def test_what_is_of_another_dialogue_does_not_wait(tmp_path: Path, kept: Path) -> None:
    killed_evening(tmp_path, kept)
    with SessionStore.create(tmp_path / "ander.dialoog", source="a") as store:
        assert rescuing.waiting(store, kept) is None
        [found] = rescuing.all_rescued(kept)
        with pytest.raises(UserError, match=r"merge\.stranger") as refused:
            rescuing.put_together(store, found)
        assert refused.value.details["path"] == str(found.path)
        assert found.path.exists()


def test_a_rescue_file_that_is_damaged_is_told_of_and_left_alone(tmp_path: Path, kept: Path) -> None:
    file = killed_evening(tmp_path, kept)
    file.write_bytes(file.read_bytes()[:3000])
    raw = file.read_bytes()
    [found] = rescuing.all_rescued(kept)
    assert found.error is not None
    with SessionStore.open(back(tmp_path), source="laptop-1") as store:
        assert rescuing.waiting(store, kept) is None
    assert file.read_bytes() == raw


def test_without_a_folder_nothing_was_rescued(kept: Path) -> None:
    assert rescuing.all_rescued(kept) == []


def test_words_say_safe_only_when_all_is_kept(tmp_path: Path) -> None:
    error = UserError("store.disk_full", path="E:/a.dialoog", detail="")
    assert rescuing.words_for(SaveStatus(0, None)) is None
    assert rescuing.words_for(SaveStatus(1, error)) is error
    said = rescuing.words_for(SaveStatus(1, error, tmp_path))
    assert said is not None
    assert (said.code, said.details["path"], said.details["kept"]) == (
        "kept.disk_full",
        "E:/a.dialoog",
        str(tmp_path),
    )
