"""Zip files from elsewhere: read part by part behind counts and names, never unpacked to the disk."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from facilitator.domain.errors import UserError

PART_LIMIT = 64 * 1024**2
"""Bytes one part may have when unpacked."""
TOTAL_LIMIT = 200 * 1024**2
"""Bytes all that is read of one file may have when unpacked."""
RATIO_LIMIT = 200
"""How many times smaller a part may be packed than unpacked, beyond ``_SLACK`` bytes."""
COUNT_LIMIT = 2_000

_SLACK = 64 * 1024
_PIECE = 64 * 1024
_END = b"PK\x05\x06"
_END_SIZE = 22
_LOCAL = b"PK\x03\x04"
_LOCAL_SIZE = 30
_ENCRYPTED = 0x1
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_SAFE = re.compile(r"[A-Za-z0-9_\-\[\]. ()/]{1,200}")


class GuardedZip:
    """The parts of a zip file, each refused when it is not what the directory of the file says.

    Args:
        raw: The whole file.
        path: What to call it.
        allowed: What a name of a part must match wholly.

    Raises:
        UserError: ``exchange.zip_broken``, ``exchange.zip_name`` with ``name``, ``exchange.zip_bomb``.
    """

    def __init__(self, raw: bytes, path: Path, allowed: re.Pattern[str]) -> None:
        self._raw = raw
        self._path = path
        self._read = 0
        self._refuse_crowd()
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(raw))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error, EOFError, OSError):
            raise self._fault("exchange.zip_broken") from None
        self._parts = {info.filename: info for info in self._zip.infolist()}
        self._check_names(allowed)
        self._check_spans()

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of all parts."""
        return tuple(self._parts)

    def pieces(self, name: str) -> Iterator[bytes]:
        """Give a part in pieces; what is counted is what comes out, not what the file says of itself.

        Raises:
            UserError: ``exchange.zip_broken``, ``exchange.zip_bomb``.
            KeyError: there is no such part.
        """
        info = self._parts[name]
        most = min(PART_LIMIT, _SLACK + RATIO_LIMIT * info.compress_size)
        told = 0
        try:
            with self._zip.open(info) as part:
                while piece := part.read(_PIECE):
                    told += len(piece)
                    self._read += len(piece)
                    if told > most or self._read > TOTAL_LIMIT:
                        raise self._fault("exchange.zip_bomb")
                    yield piece
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, struct.error):
            raise self._fault("exchange.zip_broken") from None

    def read(self, name: str) -> bytes:
        """Return a whole part; see ``pieces``."""
        return b"".join(self.pieces(name))

    def _fault(self, code: str, name: str = "") -> UserError:
        shown = name[:80] if name.isprintable() else ascii(name[:80])
        return UserError(code, path=str(self._path), name=shown)

    def _refuse_crowd(self) -> None:
        """Look how many parts there are before the directory is read: each costs time and memory."""
        at = self._raw.rfind(_END, max(0, len(self._raw) - _END_SIZE - 0xFFFF))
        if at < 0 or at + _END_SIZE > len(self._raw):
            raise self._fault("exchange.zip_broken")
        here, count, size = struct.unpack("<HHI", self._raw[at + 8 : at + 16])
        if here != count or size > 1024 * COUNT_LIMIT:
            raise self._fault("exchange.zip_broken")
        if count > COUNT_LIMIT:
            raise self._fault("exchange.zip_bomb")

    def _check_names(self, allowed: re.Pattern[str]) -> None:
        folded: set[str] = set()
        for info in self._zip.infolist():
            name = info.filename
            steps = name.split("/")
            good = _SAFE.fullmatch(name) and allowed.fullmatch(name) and not {"", ".", ".."} & {*steps}
            if not good or name.casefold() in folded or info.orig_filename != name:
                raise self._fault("exchange.zip_name", info.orig_filename)
            folded.add(name.casefold())

    def _check_spans(self) -> None:
        """Refuse parts that lie over one another, and heads that say something else than the directory."""
        total, end = 0, 0
        for info in sorted(self._zip.infolist(), key=lambda info: info.header_offset):
            at = info.header_offset
            head = self._raw[at : at + _LOCAL_SIZE]
            if len(head) < _LOCAL_SIZE or not head.startswith(_LOCAL) or at < end:
                raise self._fault("exchange.zip_broken")
            name_size, extra_size = struct.unpack("<HH", head[26:30])
            name = self._raw[at + _LOCAL_SIZE : at + _LOCAL_SIZE + name_size]
            end = at + _LOCAL_SIZE + name_size + extra_size + info.compress_size
            if end > self._zip.start_dir or name != info.filename.encode("ascii"):
                raise self._fault("exchange.zip_broken")
            if info.flag_bits & _ENCRYPTED or info.compress_type not in _METHODS:
                raise self._fault("exchange.zip_broken")
            total += info.file_size
            if info.file_size > min(PART_LIMIT, _SLACK + RATIO_LIMIT * info.compress_size):
                raise self._fault("exchange.zip_bomb")
        if total > TOTAL_LIMIT:
            raise self._fault("exchange.zip_bomb")
