"""Read a hand-written TOML file, and know the line of every key in it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from facilitator import paths
from facilitator.content.tables import KeyPath, Table
from facilitator.domain.errors import UserError

FILE_LIMIT = 256 * 1024
"""Largest file read, in bytes."""

_LINE_LIMIT = 20_000
"""Longest line looked at for a key; longer than any text a file of ours may hold."""

_DOTS = 2_000

_HEADER = re.compile(r"\s*(\[\[?)([^\[\]]+)\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*([A-Za-z0-9_.-]+|"[^"]*"|'[^']*')\s*=""")
_AT_LINE = re.compile(r"at line (\d+)")


def read_toml(path: Path) -> Table:
    """Return the file as a table whose faults name the file and the line.

    Raises:
        UserError: ``content.fault`` with ``file``, ``line`` (1-based) and ``reason``.
    """
    text = read_text(path)
    for number, line in enumerate(text.splitlines(), 1):
        # Reading a key takes the square of its parts.
        if line.count(".") > _DOTS:
            raise content_fault(path, number, "too many dots on one line")
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        found = _AT_LINE.search(str(error))
        line = int(found[1]) if found else max(1, len(text.splitlines()))
        raise content_fault(path, line, f"not TOML: {str(error).split(' (at ')[0]}") from None
    lines = key_lines(text)
    return Table(data, lambda keys, reason: content_fault(path, line_of(lines, keys), reason))


def read_text(path: Path) -> str:
    """Return a small UTF-8 text file.

    Raises:
        UserError: ``content.fault`` when it is missing, too large or not UTF-8.
    """
    try:
        with paths.open_plain(path) as file:
            raw = file.read(FILE_LIMIT + 1)
    except OSError as error:
        raise content_fault(
            path, 1, "file is missing" if isinstance(error, FileNotFoundError) else "cannot be read"
        ) from None
    if len(raw) > FILE_LIMIT:
        raise content_fault(path, 1, f"larger than {FILE_LIMIT // 1024} kB")
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise content_fault(path, raw[: error.start].count(b"\n") + 1, "not UTF-8 text") from None


def content_fault(path: Path, line: int, reason: str) -> UserError:
    """Return the error for a fault in a content file; the file is named with its folder."""
    return UserError("content.fault", file=f"{path.parent.name}/{path.name}", line=line, reason=reason)


def key_lines(text: str) -> dict[KeyPath, int]:
    """Return the line (1-based) of every table header and key in TOML ``text``."""
    lines: dict[KeyPath, int] = {}
    counts: dict[KeyPath, int] = {}
    table: KeyPath = ()
    in_text = False
    for number, line in enumerate(text.split("\n"), start=1):
        started_in_text = in_text
        if (line.count('"""') + line.count("'''")) % 2:
            in_text = not in_text
        if started_in_text or len(line) > _LINE_LIMIT:
            continue
        if header := _HEADER.match(line):
            table = _header_path(header[2].strip(), header[1] == "[[", counts)
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            lines.setdefault((*table, *_parts(key[1])), number)
    return lines


def _parts(dotted: str) -> list[str]:
    if dotted[:1] in "\"'":
        return [dotted[1:-1]]
    return [part.strip().strip("\"'") for part in dotted.split(".")]


def _header_path(dotted: str, is_list: bool, counts: dict[KeyPath, int]) -> KeyPath:
    path: KeyPath = ()
    parts = _parts(dotted)
    for place, part in enumerate(parts):
        path = (*path, part)
        if is_list and place == len(parts) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def line_of(lines: dict[KeyPath, int], keys: KeyPath) -> int:
    """Return the line of ``keys``, or of the nearest table above that has one."""
    while keys:
        if keys in lines:
            return lines[keys]
        keys = keys[:-1]
    return 1
