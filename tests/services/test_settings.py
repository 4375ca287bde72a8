"""Settings: kept whole, never in the way."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from facilitator.domain.errors import UserError
from facilitator.services import settings as services
from facilitator.services.settings import RECENT_LIMIT, Settings, load, save, with_recent, without_recent


def test_what_is_saved_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "map" / "settings.json"
    chosen = Settings(
        language="en",
        theme="contrast",
        text_scale=150,
        recent=("/a", "/é"),
        source="s1",
        sound=False,
        window="AQID",
    )
    save(path, chosen)
    assert load(path) == chosen
    assert [item.name for item in path.parent.iterdir()] == ["settings.json"]


def test_a_path_that_is_no_text_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    odd = os.fsdecode(b"/tmp/avond-\xff\xc3\xa9.dialoog")
    save(file, with_recent(Settings(source="s"), Path(odd)))
    assert load(file).recent == (odd,)


def test_the_name_of_this_computer_is_made_once(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    first = load(path)
    assert first.source
    assert load(path) == first
    assert load(tmp_path / "ander.json").source != first.source


def test_a_file_without_a_good_source_gets_one_that_stays(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"source": "", "theme": "dark"}')
    first = load(path)
    assert (first.theme, bool(first.source)) == ("dark", True)
    assert load(path) == first


@pytest.mark.parametrize(
    ("field", "bad"),
    [
        ("language", "fr"),
        ("theme", "roze"),
        ("theme", ["dark"]),
        ("text_scale", 99),
        ("text_scale", 201),
        ("text_scale", True),
        ("text_scale", "150"),
        ("recent", "een.dialoog"),
        ("recent", [1]),
        ("sound", "ja"),
        ("window", None),
        ("source", "a\nb"),
    ],
)
def test_a_senseless_value_gets_its_default_and_the_rest_stays(
    tmp_path: Path, field: str, bad: object
) -> None:
    path = tmp_path / "settings.json"
    good = asdict(
        Settings(language="en", theme="dark", text_scale=120, recent=("/a",), source="s1", window="w")
    )
    path.write_text(json.dumps({**good, field: bad, "later": 1}))
    found = asdict(load(path))
    default = asdict(Settings())
    for name, value in good.items():
        if name != field:
            assert found[name] == (tuple(value) if name == "recent" else value)
        elif name != "source":
            assert found[name] == default[name]


@pytest.mark.parametrize("content", [b"{half", b"[]", b"\xff\xfe", b"", b"[" * 100_000])
def test_a_broken_file_is_kept_aside_and_the_program_goes_on(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    found = load(path)
    assert replace(found, source="") == Settings(source="")
    assert (tmp_path / "settings.json.bad").read_bytes() == content
    assert load(path) == found


def test_a_place_that_cannot_be_written_to_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("x")
    path = tmp_path / "bestand" / "settings.json"
    with pytest.raises(UserError) as caught:
        save(path, Settings())
    assert (caught.value.code, caught.value.details["path"]) == ("settings.not_saved", str(path))
    assert load(path).language == "nl"


def test_a_failed_write_leaves_the_old_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "settings.json"
    old = load(path)

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(services.os, "fsync", full)
    with pytest.raises(UserError, match=r"settings\.not_saved"):
        save(path, Settings(theme="dark"))
    monkeypatch.undo()
    assert load(path) == old
    assert os.listdir(tmp_path) == ["settings.json"]


def test_recent_files_are_newest_first_once_and_not_too_many(tmp_path: Path) -> None:
    chosen = Settings()
    for nth in [*range(RECENT_LIMIT + 3), 5]:
        chosen = with_recent(chosen, tmp_path / f"{nth}.dialoog")
    names = [Path(item).stem for item in chosen.recent]
    assert len(names) == RECENT_LIMIT
    assert names[:3] == ["5", str(RECENT_LIMIT + 2), str(RECENT_LIMIT + 1)]
    assert names.count("5") == 1
    assert "5" not in [Path(item).stem for item in without_recent(chosen, tmp_path / "5.dialoog").recent]
