"""Kill ``facilitator capture`` at random, on one file again and again, and count what is lost.

Whatever it printed the id of must be there, word for word, with a whole history. Two programs with a fault
put in (an id before the note is durable; an edit in pieces) must be caught.
``python -m benchmarks.soak_kill 20`` kills the program itself twenty times, at other moments each time.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, cast

from benchmarks.killing import PER_FILE, Count, control, environment, look_at
from benchmarks.rows import Progress, Row, scaled, table
from facilitator.content.library import Library
from facilitator.domain.state import State
from facilitator.services.dialogue import DialogueSetup, create_dialogue
from facilitator.store.keys import Key, random_key
from facilitator.store.session import SessionStore
from tests.cli.program import PROGRAM, ROOT

KILLS = 400
CONTROLS = 10
LINES = 300
MOST = 40
EARLY = 0.1
"""Share of the kills that may come before the program has opened the file."""
START_SECONDS = 1.0
COMMIT_SECONDS = 0.02
LENGTHS = (0, 200, 1_500)
CAPTURE = ("capture", "--persona", "fatima", "--step", "ervaren")
FAULTY = (sys.executable, str(ROOT / "tests" / "cli" / "faulty.py"))


def kill_capture(program: Sequence[str], kills: int, seed: int, key: Key | None = None) -> Count:
    """Kill ``program`` so often and return what came of it.

    Args:
        program: What runs the command line.
        key: Encrypts the files; the program knows it.
    """
    count, chance, progress = Count(), random.Random(seed), Progress("kills", kills)
    with tempfile.TemporaryDirectory() as name:
        for number in range(-(-kills // PER_FILE)):
            folder = Path(name) / str(number)
            file = _new_file(folder, chance, key, count, program if key is None else None)
            acknowledged: dict[str, str] = {}
            fed: set[str] = set()
            for _ in range(min(PER_FILE, kills - count.kills)):
                _round([*program, *CAPTURE, str(file)], folder, chance, count, acknowledged, fed)
                count.kills += 1
                progress.step()
                look_at(count, file, key, lambda state, a=acknowledged, f=fed: _judged(state, a, f))
    return count


def _new_file(folder: Path, chance: random.Random, key: Key | None, count: Count, new: object) -> Path:
    """Return a new dialogue; on the way to it a program that makes one is killed."""
    folder.mkdir()
    if new is not None:
        half = folder / "half.dialoog"
        process = subprocess.Popen(
            [*PROGRAM, "new", str(half)], env=environment(folder), stderr=subprocess.DEVNULL
        )
        time.sleep(chance.uniform(0.2, START_SECONDS))
        process.kill()
        process.wait()
        if half.exists():
            look_at(count, half, None, lambda _state: {})
    file = folder / "avond.dialoog"
    setup = DialogueSetup(title="Zorg", question="Wat moet dichtbij blijven?")
    create_dialogue(file, setup, Library(ROOT / "resources"), "laptop-1").close()
    if key is None:
        return file
    secret = folder / "geheim.dialoog"
    _encrypt(file, secret, key)
    return secret


def _encrypt(plain: Path, secret: Path, key: Key) -> None:
    with SessionStore.open(plain, source="laptop-1") as store:
        rows = store.log_rows()
    with SessionStore.create(secret, source="laptop-1", key=key, identity=b"") as store:
        store.absorb(rows)


def _round(
    command: Sequence[str],
    folder: Path,
    chance: random.Random,
    count: Count,
    acknowledged: dict[str, str],
    fed: set[str],
) -> None:
    """Feed lines, kill the program at some moment, and note which ids it told."""
    lines = [
        f"kill {count.kills} regel {n} — één zin {'x' * chance.choice(LENGTHS)}".rstrip()
        for n in range(LINES)
    ]
    fed.update(lines)
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(folder),
    )
    stdin, stdout = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)

    def feed() -> None:
        with suppress(OSError):
            stdin.write("".join(f"{line}\n" for line in lines).encode())
            stdin.flush()

    feeder = threading.Thread(target=feed)
    feeder.start()
    early = chance.random() < EARLY
    if early:
        time.sleep(chance.uniform(0, START_SECONDS))
        printed: list[bytes] = []
    else:
        printed = [stdout.readline() for _ in range(chance.randint(1, MOST))]
        time.sleep(chance.uniform(0, COMMIT_SECONDS))
    process.kill()
    printed += stdout.readlines()
    said = cast("IO[bytes]", process.stderr).read().decode()
    process.wait()
    feeder.join()
    for pipe in (process.stdin, process.stdout, process.stderr):
        with suppress(OSError):
            cast("IO[bytes]", pipe).close()
    # A line the kill cut off tells no id.
    ids = [line.decode().strip() for line in printed if line.endswith(b"\n")]
    acknowledged.update(zip(ids, lines, strict=False))
    count.acknowledged += len(ids)
    count.idle += not ids
    if not early and not ids:
        count.blame("refused", said.strip()[-300:] or "no id, no word")


def _judged(state: State, acknowledged: dict[str, str], fed: set[str]) -> dict[str, list[str]]:
    texts = {note.id: note.text for note in state.notes}
    gone = [id for id, text in acknowledged.items() if texts.get(id) != text]
    # Each is counted once, not after every kill that follows.
    lost = [f"{id}: {acknowledged.pop(id)[:60]}" for id in gone]
    # What was never acknowledged may be there, but only as it was said.
    strange = [text[:60] for text in texts.values() if text not in fed]
    return {"lost": lost, "corrupt": strange}


def rows() -> list[Row]:
    """Try plain and encrypted, and both programs with a fault."""
    kills, controls = scaled(KILLS), max(scaled(CONTROLS), CONTROLS)
    key = random_key()
    plain = kill_capture(PROGRAM, kills, 1)
    secret = kill_capture([*FAULTY, (key.raw + key.salt).hex()], -(-kills // 4), 2, key)
    early = kill_capture([*FAULTY, "early"], controls, 3)
    pieces = kill_capture([*FAULTY, "pieces"], controls, 4)
    return [
        *plain.rows("capture"),
        *secret.rows("capture, encrypted"),
        control("capture, id before the note is durable", early, "lost"),
        control("capture, edits in pieces", pieces, "torn"),
    ]


def _main() -> int:
    if len(sys.argv) > 1:
        count = kill_capture(PROGRAM, int(sys.argv[1]), time.time_ns())
        found = count.rows("capture")
    else:
        found = rows()
    print(table(found))
    return 0 if all(row.ok for row in found) else 1


if __name__ == "__main__":
    sys.exit(_main())
