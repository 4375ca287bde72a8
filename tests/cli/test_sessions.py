"""Files a command cannot work with: one plain line, exit code 1, nothing changed."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.cli.main import main
from facilitator.cli.output import Desk
from facilitator.cli.sessions import finishing, to_read, to_write
from facilitator.domain.errors import UserError
from facilitator.store.session import SessionStore
from tests.cli.program import POLIS, call, dialogue, run

CAPTURE = ("--persona", "fatima", "--step", "ervaren")


def damaged(file: Path) -> None:
    dialogue(file, notes=200)
    raw = bytearray(file.read_bytes())
    for place in range(4096 * 3, len(raw), 4096):
        raw[place : place + 600] = b"\xaa" * 600
    file.write_bytes(raw)


def cut_off(file: Path) -> None:
    dialogue(file, notes=200)
    file.write_bytes(file.read_bytes()[:20_000])


def foreign_database(file: Path) -> None:
    with closing(sqlite3.connect(file)) as db:
        db.execute("CREATE TABLE note(id, text)")
        db.commit()


def newer(file: Path) -> None:
    dialogue(file)
    raw = bytearray(file.read_bytes())
    raw[60:64] = (99).to_bytes(4, "big")
    file.write_bytes(raw)


BAD: dict[str, Callable[[Path], object]] = {
    "damaged": damaged,
    "cut off": cut_off,
    "pdf": lambda file: file.write_bytes(b"%PDF-1.7\n" + b"x" * 5000),
    "database": foreign_database,
    "empty": lambda file: file.write_bytes(b""),
    "newer": newer,
    "folder": lambda file: file.mkdir(),
    "missing": lambda _file: None,
    "missing folder": lambda _file: None,
}


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith(".lock")
    }


@pytest.fixture(params=BAD)
def bad(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    folder = tmp_path / "avond"
    folder.mkdir()
    file = folder / "weg" / "a.dialoog" if request.param == "missing folder" else folder / "a.dialoog"
    BAD[request.param](file)
    return file


@pytest.mark.parametrize("command", ["capture", "notes"])
def test_a_file_that_will_not_do_is_refused_and_left_alone(tmp_path: Path, bad: Path, command: str) -> None:
    folder = tmp_path / "avond"
    before = contents(folder)
    answer = call(command, bad, *(CAPTURE if command == "capture" else ()), stdin=b"zin\n")
    answer.refused()
    assert answer.out == ""
    assert contents(folder) == before


@pytest.mark.parametrize("command", ["check", "report", "export", "import", "merge"])
def test_every_other_command_refuses_it_alike(
    tmp_path: Path, bad: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "avond"
    before = contents(folder)
    more = {
        "report": ("-o", str(folder / "uit.pdf")),
        "export": ("-o", str(folder / "uit.json")),
        "import": (str(POLIS), "--text-column", "comment-body"),
        "merge": (str(tmp_path / "ander.dialoog"),),
    }
    assert main([command, str(bad), *more.get(command, ())]) == 1
    told = capsys.readouterr()
    assert told.err.count("\n") == 1
    # Check also names what it found.
    found = told.out.splitlines() if command == "check" else []
    assert told.out == "".join(f"{line}\n" for line in found)
    assert all(line.startswith("stuk: ") for line in found)
    assert contents(folder) == before


def test_a_copy_that_will_not_do_is_refused_and_both_are_left_alone(tmp_path: Path, bad: Path) -> None:
    good = dialogue(tmp_path / "goed.dialoog", notes=2)
    before = contents(tmp_path / "avond"), good.read_bytes()
    call("merge", good, bad).refused()
    assert (contents(tmp_path / "avond"), good.read_bytes()) == before


@pytest.fixture
def looked_at_only(tmp_path: Path) -> Iterator[Path]:
    """Give a dialogue in a place where nobody, root included, may write."""
    folder = tmp_path / "stick"
    folder.mkdir()
    if os.geteuid():
        file = dialogue(folder / "a.dialoog", notes=2)
        file.chmod(0o444)
        folder.chmod(0o555)
        yield file
        folder.chmod(0o755)
        return
    if not mounted(folder, "size=4m"):
        pytest.skip("root may write everywhere and cannot mount here")
    try:
        file = dialogue(folder / "a.dialoog", notes=2)
        subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
        yield file
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def mounted(folder: Path, options: str) -> bool:
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    return bool(shutil.which("mount")) and not subprocess.call(command, stderr=subprocess.DEVNULL)


def test_a_write_protected_file_can_be_looked_at_but_not_changed(
    tmp_path: Path, looked_at_only: Path
) -> None:
    assert len(call("notes", looked_at_only).lines) == 2
    assert call("check", looked_at_only).code == 0
    assert call("report", looked_at_only, "-o", tmp_path / "uit.pdf").code == 0
    before = looked_at_only.read_bytes()
    call("capture", looked_at_only, *CAPTURE, stdin=b"zin\n").refused()
    call("import", looked_at_only, POLIS, "--text-column", "comment-body").refused()
    call("merge", looked_at_only, tmp_path / "ander.dialoog").refused()
    for out in ("uit.json", "uit.pdf"):
        command = "export" if out.endswith("json") else "report"
        call(command, looked_at_only, "-o", looked_at_only.parent / out).refused()
    call("new", looked_at_only.parent / "b.dialoog").refused()
    assert looked_at_only.read_bytes() == before


def fill_up(file: Path, before: Callable[[], object] | None = None) -> None:
    """Capture until the disk is full; what was printed must be there."""
    lines = [f"regel {n} " + "x" * 500 for n in range(3_000)]
    answer = run("capture", file, *CAPTURE, stdin="\n".join(lines).encode(), before=before)
    answer.refused()
    assert 50 < len(answer.lines) < len(lines), "the disk never filled up, or was full at once"
    with SessionStore.open(file, source="toets", readonly=True) as store:
        assert store.check() == []
        texts = {note.id: note.text for note in store.state.notes}
    assert [texts.get(id) for id in answer.lines] == lines[: len(answer.lines)]


def test_a_full_disk_loses_no_note_that_was_printed(tmp_path: Path) -> None:
    folder = tmp_path / "vol"
    folder.mkdir()
    if not mounted(folder, "size=1m"):
        pytest.skip("cannot mount a small disk here")
    try:
        file = dialogue(folder / "a.dialoog")
        fill_up(file)
        for out, command in (("uit.json", "export"), ("uit.pdf", "report")):
            old = folder / out
            old.write_bytes(b"")
            call(command, file, "-o", old).refused()
            assert old.read_bytes() == b""
        call("new", folder / "b.dialoog").refused()
        names = {path.name for path in folder.iterdir() if not path.name.endswith(".lock")}
        assert names == {"a.dialoog", "uit.json", "uit.pdf"}
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def test_a_file_that_may_not_grow_loses_no_note_that_was_printed(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    file = dialogue(tmp_path / "a.dialoog")
    limit = file.stat().st_size + 300_000
    fill_up(file, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))


def test_a_store_is_closed_after_work_and_freed_after_a_fault(tmp_path: Path) -> None:
    file = dialogue(tmp_path / "a.dialoog")
    desk = Desk()
    with to_read(file, desk) as store:
        assert store.readonly
    with pytest.raises(UserError), to_write(file, desk):
        raise UserError("cli.unknown_step", id="x", known="y")
    with finishing(SessionStore.open(file, source="toets")) as store:
        assert not store.readonly


def elsewhere(tmp_path: Path) -> tuple[Path, str]:
    """Return a dialogue on somebody's stick, and a folder of dialogues it does not lie in."""
    stick = tmp_path / "stick"
    stick.mkdir()
    return dialogue(stick / "a.dialoog", notes=2), str(tmp_path / "eigen")


def test_a_file_from_elsewhere_is_read_but_not_written(tmp_path: Path) -> None:
    file, world = elsewhere(tmp_path)
    before, beside = file.read_bytes(), sorted(path.name for path in file.parent.iterdir())
    assert len(call("notes", file, FACILITATOR_SESSIONS=world).lines) == 2
    assert call("check", file, FACILITATOR_SESSIONS=world).code == 0
    capture = ("--persona", "fatima", "--step", "ervaren")
    told = call("capture", file, *capture, stdin=b"nee\n", FACILITATOR_SESSIONS=world).refused()
    assert f"facilitator adopt {file}" in told
    assert sorted(path.name for path in file.parent.iterdir()) == beside
    assert file.read_bytes() == before


def test_adopting_a_file_gives_a_copy_of_our_own(tmp_path: Path) -> None:
    file, world = elsewhere(tmp_path)
    before = file.read_bytes()
    own = Path(call("adopt", file, FACILITATOR_SESSIONS=world).out.strip())
    assert own.parent == tmp_path / "eigen"
    assert own.name.startswith("zorg")
    capture = ("--persona", "fatima", "--step", "ervaren")
    assert call("capture", own, *capture, stdin=b"ja\n", FACILITATOR_SESSIONS=world).code == 0
    assert str(own) in call("adopt", file, FACILITATOR_SESSIONS=world).refused()
    assert call("adopt", file, "--merge", FACILITATOR_SESSIONS=world).out.strip() == str(own)
    assert call("adopt", own, FACILITATOR_SESSIONS=world).out.strip() == str(own)
    assert len(call("notes", own, FACILITATOR_SESSIONS=world).lines) == 3
    assert file.read_bytes() == before


def test_a_file_made_here_is_ours_wherever_it_lies(tmp_path: Path) -> None:
    world = str(tmp_path / "eigen")
    file = tmp_path / "stick.dialoog"
    assert call("new", file, "--question", "Wat?", FACILITATOR_SESSIONS=world).code == 0
    capture = ("--persona", "fatima", "--step", "ervaren")
    assert call("capture", file, *capture, stdin=b"ja\n", FACILITATOR_SESSIONS=world).code == 0
    assert not (tmp_path / "eigen").exists()
