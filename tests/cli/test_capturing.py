from __future__ import annotations

import json
from pathlib import Path

import pytest

from facilitator.domain.text import clean
from facilitator.services.dialogue import new_meeting
from facilitator.store.session import SessionStore
from tests.cli.program import call, dialogue

CAPTURE = ("--persona", "fatima", "--step", "ervaren")
HOSTILE = (
    "<b>vet</b> &amp; <script>alert(1)</script>",
    "=1+1",
    "+SUM(A1:A9)",
    "😀 👩‍👩‍👧‍👦 🏳️‍🌈",
    "مرحبا بكم في هولندا",
    "é " + "e\u0301",
    "%s %d {0} {naam} \\n $HOME `ls`",
    "bel\x07 kleur\x1b[31m nul\x00 rtl\u202e einde",
    "'); DROP TABLE note; --",
    "x" * 10_000,
)


def told(file: Path) -> list[dict[str, object]]:
    answer = call("notes", file, "--json")
    assert answer.code == 0, answer
    return json.loads(answer.out)


def test_each_line_becomes_a_note_with_its_id(tmp_path: Path) -> None:
    file = dialogue(tmp_path / "a.dialoog")
    answer = call("capture", file, *CAPTURE, stdin="één\r\n\n   \ntwee\nlaatste zonder eind".encode())
    assert (answer.code, answer.err) == (0, "")
    notes = told(file)
    assert [note["text"] for note in notes] == ["één", "twee", "laatste zonder eind"]
    assert [note["id"] for note in notes] == answer.lines
    assert {(note["persona"], note["step"], note["source"]) for note in notes} == {
        ("fatima", "ervaren", "typed")
    }


def test_every_option_of_capture_reaches_the_note(tmp_path: Path) -> None:
    file = dialogue(tmp_path / "a.dialoog")
    with SessionStore.open(file, source="laptop-1") as store:
        first = new_meeting(store, name="Avond een", channel="soft")
        new_meeting(store, name="Avond twee")
    options = ("--kind", "worry", "--basis", "near", "--meeting", "Avond een", "--table", "4")
    answer = call(
        "capture", file, *CAPTURE, *options, "--group", "carers", "--consent", "none", stdin=b"zin\n"
    )
    assert answer.code == 0, answer
    (note,) = told(file)
    wanted = {
        "kind": "worry",
        "basis": "near",
        "meeting": first,
        "meeting_name": "Avond een",
        "channel": "soft",
    }
    assert note.items() >= {**wanted, "table": 4, "speaker_group": "carers", "consent": "none"}.items()


def test_hostile_text_is_kept_literally(tmp_path: Path) -> None:
    file = dialogue(tmp_path / "a.dialoog")
    answer = call("capture", file, *CAPTURE, stdin="\n".join(HOSTILE).encode())
    assert (answer.code, answer.err) == (0, "")
    assert [note["text"] for note in told(file)] == [clean(line) for line in HOSTILE]
    assert call("notes", file).out.count("\n") == len(HOSTILE)
    assert "\x1b" not in call("notes", file).out


def test_a_line_that_cannot_be_kept_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    file = dialogue(tmp_path / "a.dialoog")
    answer = call("capture", file, *CAPTURE, stdin=b"goed\n" + b"x" * 10_001 + b"\n\xff\xfe\nook goed\n")
    assert answer.code == 1
    assert [line[:8] for line in answer.err.splitlines()] == ["regel 2:", "regel 3:"]
    assert [note["text"] for note in told(file)] == ["goed", "ook goed"]
    assert len(answer.lines) == 2


@pytest.mark.parametrize(
    ("option", "known"),
    [
        (("--persona", "piet"), "fatima"),
        (("--step", "zingen"), "ontmoeten, ervaren, dromen, wegen, adviseren"),
        (("--kind", "mening"), "experience, worry"),
        (("--basis", "gok"), "imagined"),
        (("--group", "iedereen"), "carers"),
        (("--consent", "ja"), "anonymous_quote"),
        (("--meeting", "nergens"), ""),
        (("--table", "-1"), ""),
    ],
)
def test_what_a_note_cannot_have_is_refused_before_reading(
    tmp_path: Path, option: tuple[str, str], known: str
) -> None:
    file = dialogue(tmp_path / "a.dialoog")
    answer = call("capture", file, *CAPTURE, *option, stdin=b"zin\n")
    assert known in answer.refused()
    assert answer.out == ""
    assert told(file) == []
