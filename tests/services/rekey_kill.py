"""Change the key of a dialogue and die at the n-th line of our own code; then look what is there.

    python rekey_kill.py FOLDER encrypt|change|decrypt STRIDE [naive]

Every STRIDE-th line is a death by SIGKILL in a process of its own. ``naive`` swaps as a beginner would
(remove, then rename): the control, which dies in its own lines alone and must be caught. Prints JSON.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

from facilitator import paths
from facilitator.domain.errors import UserError
from facilitator.services import locking
from facilitator.store import rekeying
from facilitator.store.keys import Key
from facilitator.store.session import SessionStore
from tests.store.builders import add_note

WATCHED = ("store/rekeying.py", "store/earlier.py", "store/disk.py", "services/locking.py")
SECRET = b"de buurvrouw is bang"
OLD, NEW = Key(bytes(range(32)), bytes(range(16))), Key(bytes(range(32, 64)), bytes(range(16, 32)))
KEYS: dict[str, tuple[Key | None, Key | None]] = {
    "encrypt": (None, NEW),
    "change": (OLD, NEW),
    "decrypt": (OLD, None),
}


def lay_out(folder: Path, key: Key | None) -> Path:
    """Make a dialogue with one backup and one rescued copy, all under ``key``."""
    with SessionStore.create(folder / "avond.dialoog", source="a", key=key) as store:
        for n in range(5):
            add_note(store, f"{SECRET.decode()} {n}")
        name = store.identity.hex()
        for copy in (
            paths.backups() / name / "20261114T124000Z.dialoog",
            paths.rescued() / f"{name}.dialoog",
        ):
            store.save_copy(copy)
    return store.path


def die_at(line: int, control: bool) -> None:
    """Let the process kill itself before it runs the ``line``-th line of ours, or of the control."""
    seen = 0

    def trace(frame: FrameType, event: str, _arg: object) -> Any:
        nonlocal seen
        if not (frame.f_code is naive.__code__ if control else frame.f_code.co_filename.endswith(WATCHED)):
            return None
        if event == "line":
            seen += 1
            if seen == line:
                os.kill(os.getpid(), signal.SIGKILL)
        return trace

    sys.settrace(trace)


def naive(draft: Path, path: Path) -> bool:
    """Swap in two steps, with nothing in place between them."""
    path.unlink()
    draft.rename(path)
    return True


def change(path: Path, old: Key | None, new: Key | None) -> None:
    if new is None:
        assert old is not None
        locking.decrypt(path, old)
    elif old is None:
        locking.encrypt(path, new)
    else:
        locking.change_key(path, old, new)


def died(act: Callable[[], object]) -> bool:
    """Do it in a process of its own; tells whether that was killed."""
    child = os.fork()
    if child == 0:
        act()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        assert os.waitstatus_to_exitcode(status) == 0
        return False
    return True


def opened(path: Path, keys: tuple[Key | None, ...]) -> SessionStore | None:
    for key in keys:
        try:
            return SessionStore.open(path, source="a", key=key)
        except UserError:
            continue
    return None


def faults(path: Path, old: Key | None, new: Key | None) -> list[str]:
    """Return what is wrong after a death: a file that is not whole, or words that can still be read."""
    locking.put_right(path)
    found: list[str] = []
    store = opened(path, (new, old))
    if store is None:
        return ["the dialogue cannot be opened"]
    with store:
        if [note.text for note in store.state.notes][4:] != [f"{SECRET.decode()} 4"] or store.check():
            found.append("the dialogue is not whole")
        done = store.key == new
        locking.settle(store)
        # Once the dialogue has its new key, that opens every copy too.
        after = (new,) if done and new is not None else (new, old)
        left = [one for one in locking.copies(path, store.identity) if not opens(one, after)]
        found += [f"{one.name} cannot be opened" for one in left]
    if done and new is not None:
        every = [one for top in (path.parent, paths.kept()) for one in top.rglob("*") if one.is_file()]
        found += [f"{one.name} can be read" for one in every if SECRET in one.read_bytes()]
    return found


def opens(path: Path, keys: tuple[Key | None, ...]) -> bool:
    store = opened(path, keys)
    if store is not None:
        store.close()
    return store is not None


def main(folder: Path, way: str, stride: int, control: bool) -> dict[str, object]:
    old, new = KEYS[way]
    if control:
        rekeying._swap = naive
    wrong: list[str] = []
    deaths = 0
    line = 1
    model, tried = folder / "model", folder / "tried"
    os.environ["FACILITATOR_DATA"] = str(model / "kept")
    path = tried / lay_out(model / "sessions", old).relative_to(model)
    os.environ["FACILITATOR_DATA"] = str(tried / "kept")
    while True:
        shutil.rmtree(tried, ignore_errors=True)
        shutil.copytree(model, tried)

        def act(line: int = line) -> None:
            die_at(line, control)
            change(path, old, new)

        if not died(act):
            break
        deaths += 1
        wrong += [f"line {line}: {fault}" for fault in faults(path, old, new)]
        line += stride
    return {"deaths": deaths, "wrong": wrong}


if __name__ == "__main__":
    given = sys.argv[1:]
    print(json.dumps(main(Path(given[0]), given[1], int(given[2]), given[3:] == ["naive"])))
