"""The place of a dialogue breaks in every way we can bring about: nothing is lost, nothing comes twice."""

from __future__ import annotations

import os
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from facilitator.domain.errors import UserError
from facilitator.domain.state import State
from facilitator.services import rescuing
from facilitator.store import engine, files, log, projection, writer
from facilitator.store.session import SessionStore
from tests.helpers import mounts, vfs
from tests.store.builders import add_note, living

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="there an open file cannot be taken away or replaced"
)

BEFORE = 5
"""Notes that are durable before anything breaks."""


@dataclass
class Evening:
    """A dialogue on a stick, and the folder on the laptop."""

    place: Path
    kept: Path
    store: SessionStore
    old: Path
    """A copy of the dialogue without its last note."""

    @property
    def file(self) -> Path:
        return self.place / "avond.dialoog"

    def until(self, true: Callable[[], object], what: str) -> None:
        deadline = time.monotonic() + 10
        while not true():
            assert time.monotonic() < deadline, f"{what}: {self.store.status}"
            time.sleep(0.01)


def texts(state: State) -> list[str]:
    return sorted(note.text for note in state.notes)


def whole(path: Path) -> tuple[State, list[str]]:
    """Return what a file holds and the labels of its history, after a deep check; through SQLite alone."""
    db = engine.connect(path, readonly=True)
    try:
        assert files.problems(db) == []
        return State(projection.read(db)), [edit.label for edit in log.edits(db)]
    finally:
        db.close()


# ── what can happen ─────────────────────────────────────────────────────────


@contextmanager
def gone_folder(evening: Evening) -> Iterator[None]:
    away = evening.place.with_name("weg")
    evening.place.rename(away)
    yield
    away.rename(evening.place)


@contextmanager
def renamed(evening: Evening) -> Iterator[None]:
    other = evening.file.with_name("anders.dialoog")
    evening.file.rename(other)
    yield
    other.rename(evening.file)


@contextmanager
def deleted(evening: Evening) -> Iterator[None]:
    """The file goes; what comes back is an older copy."""
    evening.file.unlink()
    yield
    shutil.copy(evening.old, evening.file)


@contextmanager
def replaced_by_another(evening: Evening) -> Iterator[None]:
    mine = evening.place / "mijn"
    evening.file.rename(mine)
    SessionStore.create(evening.place / "anders.dialoog", source="b").close()
    (evening.place / "anders.dialoog").rename(evening.file)
    other = evening.file.read_bytes()
    yield
    assert evening.file.read_bytes() == other, "a file of somebody else was changed"
    mine.replace(evening.file)


@contextmanager
def replaced_by_nonsense(evening: Evening) -> Iterator[None]:
    mine = evening.place / "mijn"
    evening.file.rename(mine)
    evening.file.write_bytes(b"boodschappen: melk, brood" * 400)
    yield
    mine.replace(evening.file)


@contextmanager
def held_by_another(evening: Evening) -> Iterator[None]:
    other = engine.connect(evening.file)
    other.execute("BEGIN IMMEDIATE")
    yield
    other.execute("ROLLBACK")
    other.close()


@contextmanager
def full(evening: Evening) -> Iterator[None]:
    filler = evening.place / "film.mp4"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass
    yield
    filler.unlink()


@contextmanager
def forbidden_folder(evening: Evening) -> Iterator[None]:
    """Nothing new may be made in the folder; root, who may write everywhere, asks the disk for that."""
    if os.geteuid() != 0:
        evening.place.chmod(0o500)
        try:
            yield
        finally:
            evening.place.chmod(0o700)
        return
    if mounts.run("chattr", "+i", evening.place).returncode:
        pytest.skip("root may write everywhere on this disk")
    try:
        yield
    finally:
        mounts.run("chattr", "-i", evening.place)


def fails(kind: str, code: int) -> Callable[[Evening, vfs.Listener], AbstractContextManager[None]]:
    @contextmanager
    def failing(evening: Evening, listener: vfs.Listener) -> Iterator[None]:
        place = str(evening.place)
        listener.refuse = lambda op: code if op[0] == kind and op[1].startswith(place) else 0
        yield
        listener.refuse = lambda _: 0

    return failing


REAL = [
    (gone_folder, "store.moved", ""),
    (renamed, "store.moved", ""),
    (deleted, "store.moved", ""),
    (replaced_by_another, "store.replaced", ""),
    (replaced_by_nonsense, "store.replaced", ""),
    (held_by_another, "store.in_use", ""),
    (full, "store.disk_full", "2m"),
    (forbidden_folder, "store.not_writable", ""),
]
SIMULATED = [
    ("write", vfs.IOERR_WRITE, "store.io"),
    ("write", vfs.FULL, "store.disk_full"),
    ("write", vfs.CORRUPT, "store.io"),
    ("write", vfs.READONLY, "store.not_writable"),
    ("sync", vfs.IOERR_FSYNC, "store.io"),
    ("delete", vfs.IOERR_DELETE, "store.io"),
    ("read", vfs.IOERR_READ, "store.io"),
    ("read", vfs.CORRUPT, "store.damaged"),
    ("open", vfs.CANTOPEN, "store.not_writable"),
]


@contextmanager
def begun(folder: Path, size: str) -> Iterator[Evening]:
    place, kept = folder / "stick", folder / "laptop" / "rescued"
    with mounts.mounted(place, size) if size else _plain(place):
        store = SessionStore.create(place / "avond.dialoog", source="laptop-1", rescue=kept)
        old = folder / "oud.dialoog"
        for n in range(BEFORE):
            if n == BEFORE - 1:
                store.save_copy(old)
            add_note(store, f"noot {n}")
        store.wait_saved()
        try:
            yield Evening(place, kept, store, old)
        finally:
            store.abandon()


@contextmanager
def _plain(place: Path) -> Iterator[None]:
    place.mkdir(parents=True)
    yield


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "RETRY_SECONDS", 0.05)
    monkeypatch.setattr(engine, "BUSY_MS", 20)


def _code(store: SessionStore) -> str:
    error = store.status.error
    return error.code if error is not None else ""


# ── what must hold ──────────────────────────────────────────────────────────


def comes_through(evening: Evening, fault: AbstractContextManager[None], code: str) -> None:
    store = evening.store
    with fault:
        late = add_note(store, "na de storing")
        # What only opening anew can tell is an error of the disk until then.
        evening.until(lambda: store.status.kept and _code(store) == code, f"{code} was not told, or not kept")
        status = store.status
        assert status.pending >= 1, "a note was ticked that is not where the dialogue lies"
        assert status.error is not None
        said = rescuing.words_for(status)
        assert said is not None
        assert said.code == code.replace("store.", "kept.")
        assert said.details["kept"] == str(status.kept)
        kept = status.kept
        assert kept is not None
        state, labels = whole(kept)
        assert texts(state) == sorted([*(f"noot {n}" for n in range(BEFORE)), "na de storing"])
        assert labels == ["note.added"] * (BEFORE + 1)
        add_note(store, "en nog een")
        with store.edit("note.edited") as edit:
            edit.set("note", late, text="na de storing, beter")
        store.undo()
        evening.until(lambda: store.status.kept, "later edits were not kept")
        state, labels = whole(kept)
        assert living(state) == living(store.state)
        assert len(labels) == len(store.history()) == BEFORE + 4
        with pytest.raises(UserError, match=code.replace(".", r"\.")):
            store.wait_saved()
    evening.until(lambda: store.status.error is None and not store.status.pending, "it was never written")
    assert store.status.kept is None
    assert store.check() == []
    state, labels = whole(evening.file)
    assert living(state) == living(store.state)
    assert len(labels) == BEFORE + 4
    evening.until(lambda: not rescuing.all_rescued(evening.kept), "the rescue file stays behind")
    backups = list((evening.kept.parent / "backups" / store.identity.hex()).iterdir())
    assert len(backups) == 1
    assert living(whole(backups[0])[0]) == living(store.state)
    add_note(store, "gewoon verder")
    store.wait_saved()
    store.close()
    assert "gewoon verder" in texts(whole(evening.file)[0])


@pytest.mark.parametrize(("fault", "code", "size"), REAL, ids=[fault[0].__name__ for fault in REAL])
def test_what_a_broken_place_refuses_is_kept_and_put_back(
    tmp_path: Path, fault: Callable[[Evening], AbstractContextManager[None]], code: str, size: str
) -> None:
    with begun(tmp_path, size) as evening:
        comes_through(evening, fault(evening), code)


@pytest.mark.parametrize(
    ("kind", "answer", "code"), SIMULATED, ids=[f"{kind} {answer}" for kind, answer, _ in SIMULATED]
)
def test_what_the_disk_answers_with_an_error_is_kept_and_put_back(
    tmp_path: Path, kind: str, answer: int, code: str
) -> None:
    with vfs.listening() as listener, begun(tmp_path, "") as evening:
        comes_through(evening, fails(kind, answer)(evening, listener), code)


@pytest.mark.parametrize("fault", [gone_folder, renamed, deleted, replaced_by_another])
def test_what_goes_in_the_middle_of_a_commit_is_not_ticked(
    tmp_path: Path, fault: Callable[[Evening], AbstractContextManager[None]]
) -> None:
    """The last thing SQLite does is deleting its journal: at that moment the file goes."""
    with vfs.listening() as listener, begun(tmp_path, "") as evening:
        place, breaking = str(evening.place), fault(evening)

        def break_now(op: vfs.Op) -> int:
            if op[0] == "delete" and op[1].startswith(place):
                listener.refuse = lambda _: 0
                breaking.__enter__()
            return 0

        @contextmanager
        def while_committing() -> Iterator[None]:
            listener.refuse = break_now
            yield
            breaking.__exit__(None, None, None)

        code = "store.replaced" if fault is replaced_by_another else "store.moved"
        comes_through(evening, while_committing(), code)


def test_where_the_laptop_refuses_too_it_stays_in_memory_and_nobody_says_it_is_safe(tmp_path: Path) -> None:
    """No file may grow for a while, as at the end of a quota."""
    resource = pytest.importorskip("resource", reason="this system sets no limit to files")
    with begun(tmp_path, "") as evening:
        store, before = evening.store, resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (16 * 1024, before[1]))
        try:
            add_note(store, "na de storing")
            evening.until(lambda: store.status.error, "nobody told that it is not saved")
            time.sleep(0.2)
            status = store.status
            add_note(store, "en nog een")
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
        assert status.pending == 1
        assert status.kept is None
        assert rescuing.words_for(status) is status.error
        evening.until(lambda: store.status.pending == 0, "it was never written")
        assert store.check() == []
        assert len(texts(whole(evening.file)[0])) == BEFORE + 2


def test_a_place_that_does_not_answer_at_all_holds_nobody_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "SLOW_SECONDS", 0.2)
    monkeypatch.setattr(writer, "WATCH_SECONDS", 0.05)
    answers = threading.Event()
    with vfs.listening() as listener, begun(tmp_path, "") as evening:
        store, place = evening.store, str(evening.place)

        def hang(op: vfs.Op) -> int:
            if op[0] == "write" and op[1].startswith(place):
                answers.wait(20)
            return 0

        listener.refuse = hang
        try:
            add_note(store, "de server is weg")
            evening.until(lambda: store.status.kept, "nothing was kept")
            add_note(store, "en nog een")
            evening.until(lambda: store.status.kept, "later edits were not kept")
            kept = store.status.kept
            assert kept is not None
            assert living(whole(kept)[0]) == living(store.state)
            assert _code(store) == "store.io"
            # What has to be read is read from there; nobody waits.
            assert len(store.history()) == BEFORE + 2
            with pytest.raises(UserError, match=r"store\.io"):
                store.wait_saved()
        finally:
            answers.set()
        evening.until(lambda: not store.status.pending, "it was never written")
        evening.until(lambda: not rescuing.all_rescued(evening.kept), "the rescue file stays behind")
        assert store.check() == []
        assert living(whole(evening.file)[0]) == living(store.state)
        assert len(store.history()) == BEFORE + 2


def test_the_program_can_end_while_a_place_does_not_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "SLOW_SECONDS", 0.2)
    monkeypatch.setattr(writer, "WATCH_SECONDS", 0.05)
    answers = threading.Event()
    with vfs.listening() as listener, begun(tmp_path, "") as evening:
        place = str(evening.place)
        listener.refuse = lambda op: answers.wait(20) * 0 if op[1].startswith(place) else 0
        try:
            add_note(evening.store, "de server is weg")
            evening.until(lambda: evening.store.status.kept, "nothing was kept")
            start = time.monotonic()
            evening.store.abandon()
            assert time.monotonic() - start < 5
            [found] = rescuing.all_rescued(evening.kept)
            assert "de server is weg" in texts(whole(found.path)[0])
        finally:
            answers.set()
