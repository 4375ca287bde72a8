"""The list of files that left a dialogue on this laptop."""

from __future__ import annotations

import os
from pathlib import Path

from facilitator import paths
from facilitator.services import handed_out

ONE, OTHER = b"\x01" * 16, b"\x02" * 16


def test_files_are_remembered_per_dialogue_newest_first_and_once(tmp_path: Path) -> None:
    report, table = tmp_path / "verslag.PDF", tmp_path / "tabel.xlsx"
    for path in (report, table):
        path.touch()
    handed_out.record(ONE, [report])
    handed_out.record(ONE, [table])
    handed_out.record(OTHER, [table], "copy")
    handed_out.record(ONE, [report])
    assert [(one.path, one.kind) for one in handed_out.known(ONE)] == [(report, "pdf"), (table, "xlsx")]
    assert [one.kind for one in handed_out.known(OTHER)] == ["copy"]


def test_what_is_gone_is_not_told_and_a_dialogue_can_be_forgotten(tmp_path: Path) -> None:
    there, gone = tmp_path / "a.json", tmp_path / "b.json"
    there.touch()
    handed_out.record(ONE, [there, gone])
    handed_out.record(OTHER, [there])
    assert [one.path for one in handed_out.known(ONE)] == [there]
    handed_out.forget(ONE)
    assert handed_out.known(ONE) == []
    assert len(handed_out.known(OTHER)) == 1


def test_a_name_that_is_no_text_is_kept(tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"verslag-\xff.pdf")
    odd.touch()
    handed_out.record(ONE, [odd])
    assert handed_out.known(ONE)[0].path == odd


def test_a_spoilt_list_or_a_place_that_refuses_stops_nothing(tmp_path: Path) -> None:
    place = paths.kept() / handed_out.FILE
    place.parent.mkdir(parents=True)
    for spoilt in ("{", "[]", '{"01": [["a", 1, "b"], 5], "02": 7}'):
        place.write_text(spoilt)
        assert handed_out.known(b"\x01") == []
    place.unlink()
    place.mkdir()
    handed_out.record(ONE, [tmp_path])
    assert handed_out.known(ONE) == []


def test_the_list_is_for_its_owner_alone_and_a_file_without_identity_is_not_told(tmp_path: Path) -> None:
    handed_out.record(b"", [tmp_path / "a.pdf"])
    assert not (paths.kept() / handed_out.FILE).exists()
    handed_out.record(ONE, [tmp_path / "a.pdf"])
    assert (paths.kept() / handed_out.FILE).stat().st_mode & 0o777 == 0o600 or os.name != "posix"
