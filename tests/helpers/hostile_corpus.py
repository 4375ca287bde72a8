"""The hostile corpus: one register of what strangers might send, where it goes in, and what comes of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.helpers import hostile_inputs as inputs
from tests.helpers.hostile_files import FILES, foreign_journal, foreign_wal
from tests.helpers.hostile_zips import WORKBOOKS

Maker = Callable[[Path], object]
DOORS = ("dialogue", "export", "survey", "pack", "library", "picture", "sealed", "key", "kept", "settings")
"""Where something from elsewhere goes in."""


@dataclass(frozen=True, slots=True)
class Hostile:
    """One thing a stranger might send.

    Attributes:
        row: What kind of threat it is.
        door: Where it goes in: one of ``DOORS``.
        name: Its name on the disk.
        make: Makes it; where the door is that of dialogues an honest one lies there.
        codes: Regular expression for the code it is refused with; empty when it must be taken as harmless.
    """

    row: str
    case: str
    door: str
    name: str
    make: Maker
    codes: str

    @property
    def id(self) -> str:
        """Return what a test calls it."""
        return f"{self.row}: {self.case}"


def _of(row: str, door: str, name: str, given: dict[str, tuple[str, Maker]]) -> Iterator[Hostile]:
    for case, (codes, make) in given.items():
        yield Hostile(row, case, door, name, make, codes)


def _fresh(make: Maker) -> Maker:
    """Let nothing lie there before it is made."""

    def made(path: Path) -> None:
        path.unlink(missing_ok=True)
        make(path)

    return made


def _workbooks() -> Iterator[Hostile]:
    for case, (code, make) in WORKBOOKS.items():
        row = "zip" if code.startswith("exchange.zip") else "workbook"
        yield Hostile(row, case, "survey", "a.xlsx", lambda path, m=make: path.write_bytes(m()), code)


def _journal(path: Path) -> None:
    """Lay a journal beside it that would have another file deleted."""
    victim = path.with_name("slachtoffer")
    victim.write_bytes(b"van ons")
    foreign_journal(path, victim)


_BESIDE: dict[str, tuple[str, Maker]] = {
    "a log that empties it": ("", foreign_wal),
    "a journal that would delete another file": ("|store.unfinished|store.damaged", _journal),
    "a journal that is a folder": ("|store.", lambda path: path.with_name(path.name + "-journal").mkdir()),
    "a log that is a pipe": ("|store.", lambda path: inputs.pipe(path.with_name(path.name + "-wal"))),
    "a journal that is a pipe": ("|store.", lambda path: inputs.pipe(path.with_name(path.name + "-journal"))),
    "a journal of endless zeros": (
        "|store.",
        lambda path: path.with_name(path.name + "-journal").symlink_to("/dev/zero"),
    ),
    "a lock that is a pipe": ("|store.", lambda path: inputs.pipe(path.with_name(path.name + ".lock"))),
}

_KEPT: dict[str, tuple[str, Maker]] = {
    **{case: ("", make) for case, (_, make) in inputs.PLACES.items()},
    "drawing of endless size": ("", inputs.sparse(5 * inputs.GB, inputs.EICAR_SVG)),
    "dialogue of a stranger": ("", FILES["trigger"][1]),
}
"""In the folders with rescue files and backups: what is good there is shown, and nothing waits or breaks."""

_NAMES = (
    "CON.dialoog",
    "a:b.dialoog",
    "x" * 240 + ".dialoog",
    "einde\u202egoolaid.dialoog",
    "-o.dialoog",
    "a\nb.dialoog",
    "=1+1.dialoog",
    "<b>vet<b>.dialoog",
    "{naam} %s.dialoog",
    "…\u0301\u0302.dialoog",
)

CORPUS: tuple[Hostile, ...] = (
    *_of("dialogue of a stranger", "dialogue", "a.dialoog", FILES),
    *_of("beside a dialogue", "dialogue", "a.dialoog", _BESIDE),
    *_of("place", "dialogue", "a.dialoog", {k: (c, _fresh(m)) for k, (c, m) in inputs.PLACES.items()}),
    *(Hostile("name", repr(name), "dialogue", name, lambda _path: None, "") for name in _NAMES),
    Hostile("name", "400 letters", "dialogue", "x" * 400 + ".dialoog", lambda _path: None, "store.missing"),
    Hostile("name", "way up", "dialogue", "../weg.dialoog", _fresh(lambda _path: None), "store.missing"),
    *_workbooks(),
    *_of("table", "survey", "a.csv", inputs.TABLES),
    *_of("export", "export", "a.json", inputs.EXPORTS),
    *_of("pack of personas", "pack", "a.personas.json", inputs.PACKS),
    *_of("texts of a pack", "library", "pack.toml", inputs.OWN_TEXTS),
    *_of("settings", "settings", "settings.json", inputs.SETTINGS),
    *_of("key", "key", "key.txt", inputs.KEYS),
    *_of("picture", "picture", "a.png", inputs.PICTURES),
    *_of("kept on this laptop", "kept", "rescued.dialoog", _KEPT),
    *_of("sealed file", "sealed", "a.dialoog.age", inputs.SEALED),
)


def place(one: Hostile, folder: Path, honest: Path) -> Path:
    """Put it into ``folder``, made of a copy of an honest dialogue where it is one; return where."""
    path = folder / one.name
    if len(one.name) > 255:
        return path
    if one.door == "dialogue" and not one.name.startswith(".."):
        shutil.copyfile(honest, path)
    one.make(path)
    return path


def contents(folder: Path) -> dict[str, bytes | str]:
    """Return everything that lies in a folder, without waiting for pipes."""
    found: dict[str, bytes | str] = {}
    for path in sorted(folder.rglob("*")):
        if path.name.endswith(".lock"):
            continue
        if path.is_symlink():
            found[path.name] = f"link to {path.readlink()}"
        elif not path.is_file():
            found[path.name] = "folder" if path.is_dir() else "no file"
        elif path.stat().st_size > 2**28:
            found[path.name] = f"{path.stat().st_size} bytes, {path.stat().st_mtime_ns}"
        else:
            found[path.name] = path.read_bytes()
    return found
