"""The user's settings: one small JSON file that can never stop the program."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import cast

from facilitator import paths
from facilitator.domain.choices import LANGUAGES
from facilitator.domain.errors import UserError

THEMES = ("light", "dark", "contrast", "system")
TEXT_SCALES = (100, 200)
LOCK_MINUTES = (5, 10, 15, 30, 0)
"""After so many minutes an encrypted dialogue is locked away; 0 is never."""
RECENT_LIMIT = 12
KNOWN_LIMIT = 500


def _new_source() -> str:
    return f"laptop-{secrets.token_hex(4)}"


@dataclass(frozen=True, slots=True)
class Settings:
    """What one user of one computer chose.

    Attributes:
        text_scale: Percentage, 100..200.
        recent: Paths of dialogues opened lately, newest first.
        known: Paths of all dialogues that were made or opened here as our own, newest first.
        source: Name of this computer in the log of a dialogue; made once, so that undo survives a restart.
        second_backup: Folder that gets every backup too while it is there, or empty.
        window: Size and place of the window, as the window wrote it.
        lock_minutes: One of ``LOCK_MINUTES``.
        recipient: Public key of the organisation that gets a way back into locked dialogues, or empty.
    """

    language: str = "nl"
    theme: str = "light"
    text_scale: int = 100
    recent: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    source: str = field(default_factory=_new_source)
    sound: bool = True
    second_backup: str = ""
    window: str = ""
    lock_minutes: int = 15
    recipient: str = ""


_LIMIT = 4 * 1024**2
"""Bytes; no settings of ours come near."""


def load(path: Path) -> Settings:
    """Return the settings in ``path``; what is missing or senseless gets its default.

    A file that is no JSON object is kept beside it as ``*.bad``. The first time the file is written, so
    that ``source`` stays the same.
    """
    try:
        with paths.open_plain(path) as file:
            raw_text = file.read(_LIMIT + 1)
        if len(raw_text) > _LIMIT:
            return _set_aside(path)
        text = raw_text.decode("utf-8")
    except FileNotFoundError:
        return _fresh(path)
    except UnicodeDecodeError:
        return _set_aside(path)
    except OSError:
        return Settings()
    try:
        raw: object = json.loads(text)
    except (ValueError, RecursionError):
        return _set_aside(path)
    if not isinstance(raw, Mapping):
        return _set_aside(path)
    settings = _from_json(cast("Mapping[str, object]", raw))
    if raw.get("source") != settings.source:  # pyright: ignore[reportUnknownMemberType]
        _try_to_save(path, settings)
    return settings


def _set_aside(path: Path) -> Settings:
    with contextlib.suppress(OSError):
        path.replace(path.with_name(path.name + ".bad"))
    return _fresh(path)


def _fresh(path: Path) -> Settings:
    settings = Settings()
    _try_to_save(path, settings)
    return settings


def _try_to_save(path: Path, settings: Settings) -> None:
    # The program works without a settings file; the first change tells that it cannot be kept.
    with contextlib.suppress(UserError):
        save(path, settings)


def _from_json(raw: Mapping[str, object]) -> Settings:
    good = {name: raw[name] for name, check in _CHECKS.items() if name in raw and check(raw[name])}
    if "recent" in good:
        good["recent"] = tuple(cast("list[str]", good["recent"]))[:RECENT_LIMIT]
    if "known" in good:
        good["known"] = tuple(cast("list[str]", good["known"]))[:KNOWN_LIMIT]
    return replace(Settings(), **good)  # pyright: ignore[reportArgumentType]


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_scale(value: object) -> bool:
    return (
        isinstance(value, int) and not isinstance(value, bool) and TEXT_SCALES[0] <= value <= TEXT_SCALES[1]
    )


def _is_list_of_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in cast("list[object]", value))


def _is_source(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= 64 and value.isprintable()


_CHECKS: dict[str, Callable[[object], bool]] = {
    "language": lambda value: value in LANGUAGES,
    "theme": lambda value: value in THEMES,
    "text_scale": _is_scale,
    "recent": _is_list_of_texts,
    "known": _is_list_of_texts,
    "source": _is_source,
    "sound": lambda value: isinstance(value, bool),
    "window": _is_text,
    "second_backup": _is_text,
    "lock_minutes": lambda value: not isinstance(value, bool) and value in LOCK_MINUTES,
    "recipient": lambda value: isinstance(value, str) and len(value) <= 100 and value.isprintable(),
}


def save(path: Path, settings: Settings) -> None:
    """Write the settings; the old file stays whole until the new one is.

    Raises:
        UserError: ``settings.not_saved`` with ``path`` and ``detail``.
    """
    draft = path.with_name(f".{path.name[:40]}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with draft.open("w", encoding="utf-8") as file:
            # A path may hold bytes that are no text; an escape keeps them.
            json.dump(asdict(settings), file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        raise UserError("settings.not_saved", path=str(path), detail=error.strerror or "") from error


def with_recent(settings: Settings, path: Path) -> Settings:
    """Return the settings with ``path`` as the dialogue opened last."""
    here = str(path.absolute())
    recent = [item for item in settings.recent if item != here]
    known = [item for item in settings.known if item != here]
    return replace(settings, recent=(here, *recent)[:RECENT_LIMIT], known=(here, *known)[:KNOWN_LIMIT])


def without_recent(settings: Settings, path: Path) -> Settings:
    """Return the settings with ``path`` forgotten."""
    gone = {str(path), str(path.absolute())}
    recent = tuple(item for item in settings.recent if item not in gone)
    return replace(settings, recent=recent, known=tuple(item for item in settings.known if item not in gone))
