"""Damage files at random; let the program open, check and save them: nothing crashes, hangs, lies or alters.

Each file is handed to a child process that opens it to look, opens it to write, runs ``facilitator check``
and saves what can be read. What opens must be word for word what was written. The same child without marks
must be caught taking changed words for said.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, cast

from benchmarks.damaging import WAYS
from benchmarks.rows import Row, scaled, table, watched
from benchmarks.soak_tests import rows_of, told_by_tests
from facilitator.cli.main import main as command_line
from facilitator.domain.errors import UserError
from facilitator.services import safekeeping
from facilitator.store import projection
from facilitator.store.keys import Key, random_key
from facilitator.store.session import SessionStore
from tests.store.damage import made, texts

FILES = 1_000
CONTROLS = 100
ENCRYPTED = 4
"""One in so many files is encrypted."""
SECONDS = 3.0
"""Of the processor, for each of the four things done with a file."""
PATIENCE = 60.0
GESTURES = 120
ROOT = Path(__file__).resolve().parents[1]
WITHOUT_MARKS = "--without-marks"


# ── the child ───────────────────────────────────────────────────────────────


def child(arguments: Sequence[str]) -> int:
    """Try the files named on standard input, one line of JSON back for each."""
    if WITHOUT_MARKS in arguments:
        projection.mark = cast("Any", lambda _: _Anything())  # noqa: E731
    key = None
    for argument in arguments:
        if argument.startswith("--key="):
            raw, salt = argument.removeprefix("--key=").split(":")
            key = Key(bytes.fromhex(raw), bytes.fromhex(salt))
    # What a command reads and prints is not what the one who counts says and hears.
    asked, sys.stdin = sys.stdin, io.StringIO()
    answers, sys.stdout = sys.stdout, io.StringIO()
    for line in asked:
        told = tried(Path(line.strip()), key)
        print(json.dumps(told), file=answers, flush=True)
    return 0


class _Anything:
    """Equals every mark."""

    def __ne__(self, other: object) -> bool:
        return False


class Steps:
    """How long each thing that is done takes: seconds of the processor, for others may be busy too."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextlib.contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Measure what is done within."""
        begun = time.process_time()
        try:
            yield
        finally:
            self.seconds[name] = time.process_time() - begun


def tried(path: Path, key: Key | None) -> dict[str, object]:
    """Do with one file whatever the program does with it."""
    steps = Steps()
    told: dict[str, object] = {"seconds": steps.seconds}
    for name, readonly in (("look", True), ("write", False)):
        try:
            with (
                steps.step(name),
                SessionStore.open(path, source="soak", readonly=readonly, key=key) as store,
            ):
                told[name] = digest(store)
                told["log"] = log_digest(store)
        except UserError as error:
            told[name] = f"refused: {error.code}"
    if key is None:
        with steps.step("check"), contextlib.redirect_stderr(io.StringIO()) as said:
            told["check"] = command_line(["check", str(path)])
        told["traceback"] = "Traceback" in said.getvalue()
    out = path.with_suffix(".gered")
    try:
        with steps.step("save"):
            saved = safekeeping.save_readable(path, out, key=key)
        with SessionStore.open(out, source="soak", readonly=True, key=key) as store:
            words = {note.text for note in store.state.notes} | {i.title for i in store.state.insights}
            told["saved"] = saved.notes
            told["words"] = sorted(words - {""})
            told["whole"] = store.check() == []
    except UserError as error:
        told["saved"] = error.code
    out.unlink(missing_ok=True)
    return told


def digest(store: SessionStore) -> str:
    """Return a digest of everything that is in the tables."""
    rows = sorted((name, id, str(row)) for name, t in store.state.tables.items() for id, row in t.items())
    return hashlib.sha256(repr(rows).encode("utf-8", "surrogatepass")).hexdigest()


def log_digest(store: SessionStore) -> str:
    """Return a digest of the whole log; empty when it cannot be read."""
    try:
        rows = store.log_rows()
    except UserError:
        return ""
    return hashlib.sha256(
        repr((rows.identity, sorted(rows.edits), sorted(rows.events, key=repr))).encode()
    ).hexdigest()


# ── the parent ──────────────────────────────────────────────────────────────


@dataclass(slots=True)
class Count:
    """What came of the damaged files."""

    files: int = 0
    opened: int = 0
    saved_notes: int = 0
    crashes: int = 0
    hangs: int = 0
    altered: int = 0
    changed: int = 0
    invented: int = 0
    broken: int = 0
    unnoticed: int = 0
    codes: Counter[str] = field(default_factory=Counter[str])
    slowest: tuple[float, str] = (0.0, "")


@dataclass(frozen=True, slots=True)
class Honest:
    """A dialogue as it was written."""

    raw: bytes
    key: Key | None
    digest: str
    log: str
    texts: frozenset[str]


def honest(folder: Path, key: Key | None) -> Honest:
    """Make a dialogue and note what is in it."""
    folder.mkdir()
    path = made(folder, key, gestures=GESTURES).path
    with SessionStore.open(path, source="soak", readonly=True, key=key) as store:
        return Honest(path.read_bytes(), key, digest(store), log_digest(store), frozenset(texts(store)))


class Child:
    """A process that tries files; one that crashes or hangs is counted and started again."""

    def __init__(self, key: Key | None, more: Sequence[str]) -> None:
        keyed = [f"--key={key.raw.hex()}:{key.salt.hex()}"] if key else []
        self._command = [sys.executable, "-m", "benchmarks.soak_damage", "--child", *keyed, *more]
        self._process: subprocess.Popen[str] | None = None

    def ask(self, path: Path, count: Count) -> dict[str, Any] | None:
        """Return what the child tells of a file; None when it died or took too long, which is counted."""
        process = self._process or self._start()
        stdin, stdout = cast("IO[str]", process.stdin), cast("IO[str]", process.stdout)
        # What does not use the processor at all is waited for no longer than this.
        watch = threading.Timer(PATIENCE, process.kill)
        begun = time.monotonic()
        watch.start()
        try:
            stdin.write(f"{path}\n")
            stdin.flush()
            line = stdout.readline()
        except BrokenPipeError:
            line = ""
        watch.cancel()
        spent = time.monotonic() - begun
        if line:
            told = cast("dict[str, Any]", json.loads(line))
            for name, seconds in told["seconds"].items():
                count.slowest = max(count.slowest, (seconds, name))
            count.hangs += max(told["seconds"].values()) > SECONDS
            return told
        count.hangs += spent >= PATIENCE
        count.crashes += spent < PATIENCE
        self.end()
        return None

    def _start(self) -> subprocess.Popen[str]:
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        self._process = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, cwd=ROOT
        )
        return self._process

    def end(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                cast("IO[str]", pipe).close()
            self._process = None


def run(files: int, seed: int, folder: Path, *, key: Key | None = None, more: Sequence[str] = ()) -> Count:
    """Damage so many copies of one dialogue, try each, and return what came of it."""
    count, chance = Count(), random.Random(seed)
    good = honest(folder / f"heel-{seed}-{key is not None}-{len(more)}", key)
    asked = Child(key, more)
    try:
        for path, raw in watched(_damaged(good.raw, files, chance, folder), "files", files):
            told = asked.ask(path, count)
            count.files += 1
            count.altered += path.read_bytes() != raw
            if told is not None:
                _judge(told, good, count)
            path.unlink()
    finally:
        asked.end()
    return count


def _damaged(raw: bytes, files: int, chance: random.Random, folder: Path) -> Iterator[tuple[Path, bytes]]:
    for number in range(files):
        changed = bytearray(raw)
        for _ in range(chance.choice([1, 1, 1, 2])):
            WAYS[number % len(WAYS)](changed, chance)
            if not changed:
                break
        path = folder / f"stuk-{number}.dialoog"
        path.write_bytes(changed)
        yield path, bytes(changed)


def _judge(told: dict[str, Any], good: Honest, count: Count) -> None:
    for name in ("look", "write"):
        answer = str(told[name])
        if answer.startswith("refused"):
            count.codes[answer] += 1
            continue
        count.opened += 1
        count.changed += answer != good.digest
        # A log that is not as it was must not pass the check.
        count.unnoticed += told.get("log") != good.log and told.get("check", 1) == 0
    count.crashes += bool(told.get("traceback"))
    if isinstance(told["saved"], int):
        count.saved_notes += told["saved"]
        count.invented += not good.texts.issuperset(told["words"])
        count.broken += not told["whole"]


def rows() -> list[Row]:
    files = scaled(FILES)
    locked = max(1, files // ENCRYPTED)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["FACILITATOR_CONFIG"] = os.environ["FACILITATOR_DATA"] = str(folder / "config")
        os.environ["FACILITATOR_SESSIONS"] = str(folder)
        plain = run(files - locked, 1, folder)
        secret = run(locked, 2, folder, key=random_key())
        control = run(scaled(CONTROLS), 3, folder, more=[WITHOUT_MARKS])
    return [*told(plain, ""), *told(secret, ", encrypted"), _control(control), *_corpus()]


def _corpus() -> list[Row]:
    """Let everything strangers might send in by every door."""
    suites = told_by_tests("-m", "soak or not soak", "tests/flows/test_hostile_corpus.py")
    return rows_of(suites, "hostile files by every door", 150)


def told(count: Count, kind: str) -> list[Row]:
    """Return the rows of one kind of file."""
    none: dict[str, Any] = {"bar": 0, "absolute": True}
    return [
        Row(name=f"files damaged{kind}", value=count.files, unit="files"),
        Row(name=f"crashes{kind}", value=count.crashes, unit="files", **none),
        Row(name=f"hangs{kind}", value=count.hangs, unit="files", **none),
        Row(name=f"slowest step, to {count.slowest[1]}{kind}", value=count.slowest[0], unit="s", bar=SECONDS),
        Row(name=f"files altered{kind}", value=count.altered, unit="files", **none),
        Row(name=f"changed words accepted{kind}", value=count.changed, unit="files", **none),
        Row(name=f"changed logs the check passes{kind}", value=count.unnoticed, unit="files", **none),
        Row(name=f"words invented while saving{kind}", value=count.invented, unit="files", **none),
        Row(name=f"saved files that are not whole{kind}", value=count.broken, unit="files", **none),
        Row(
            name=f"refused{kind}",
            value=count.codes.total(),
            unit="times",
            bar=count.files // 2,
            at_least=True,
        ),
        Row(name=f"opened all the same, word for word{kind}", value=count.opened, unit="times"),
        Row(
            name=f"notes saved from each{kind}",
            value=count.saved_notes / max(1, count.files),
            unit="notes",
            bar=5,
            at_least=True,
        ),
    ]


def _control(count: Count) -> Row:
    return Row(
        name="changed words caught in the control without marks",
        value=count.changed,
        unit="times",
        bar=1,
        at_least=True,
    )


if __name__ == "__main__":
    if "--child" in sys.argv:
        sys.exit(child(sys.argv[1:]))
    found = rows()
    print(table(found))
    sys.exit(0 if all(row.ok for row in found) else 1)
