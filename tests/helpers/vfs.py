"""A listener between the product's SQLite and the disk: hears every write, and can refuse it.

It is put around the engine's own file system layer (sqlite.org/vfs.html), so everything above it is the
product itself: its engine, its SQL, its pragmas, its threads.
"""

from __future__ import annotations

import ctypes as c
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, cast

import pytest
import sqlcipher3

FULL, CORRUPT, CANTOPEN, READONLY = 13, 11, 14, 8
IOERR = 10
IOERR_READ, IOERR_WRITE, IOERR_FSYNC = IOERR | 1 << 8, IOERR | 3 << 8, IOERR | 4 << 8
IOERR_TRUNCATE, IOERR_DELETE = IOERR | 6 << 8, IOERR | 10 << 8
READONLY_DBMOVED = READONLY | 4 << 8

Op = tuple[Any, ...]
"""("open", name) · ("read", name) · ("write", name, offset, bytes) · ("truncate", name, size) ·
("sync", name) · ("delete", name, whether the folder is synced too)"""

_int, _ptr, _i64 = c.c_int, c.c_void_p, c.c_int64
_Read = c.CFUNCTYPE(_int, _ptr, _ptr, _int, _i64)
_Sized = c.CFUNCTYPE(_int, _ptr, _i64)
_Flagged = c.CFUNCTYPE(_int, _ptr, _int)
_Close = c.CFUNCTYPE(_int, _ptr)
# SQLite keeps the pointer to the name: it must go on as it came.
_Open = c.CFUNCTYPE(_int, _ptr, _ptr, _ptr, _int, _ptr)
_Delete = c.CFUNCTYPE(_int, _ptr, _ptr, _int)


class _Methods(c.Structure):
    _fields_ = (
        ("version", _int),
        ("close", _ptr),
        ("read", _ptr),
        ("write", _ptr),
        ("truncate", _ptr),
        ("sync", _ptr),
        ("others", _ptr * 13),
    )


class _File(c.Structure):
    _fields_ = (("methods", c.POINTER(_Methods)),)


class _Vfs(c.Structure):
    _fields_ = (
        ("version", _int),
        ("file_size", _int),
        ("longest", _int),
        ("next", _ptr),
        ("name", c.c_char_p),
        ("data", _ptr),
        ("open", _ptr),
        ("delete", _ptr),
        ("others", _ptr * 14),
    )


def _text(name: int) -> str:
    return os.fsdecode(c.string_at(name))


def _library() -> Any:
    place = cast("str", cast("Any", sqlcipher3)._sqlite3.__file__)
    library = c.CDLL(place)
    library.sqlite3_vfs_find.restype = c.POINTER(_Vfs)
    library.sqlite3_vfs_find.argtypes = [c.c_char_p]
    library.sqlite3_vfs_register.argtypes = [c.POINTER(_Vfs), _int]
    library.sqlite3_vfs_unregister.argtypes = [c.POINTER(_Vfs)]
    return library


def refusal() -> str:
    """Return why no listener can be put in here, empty when it can."""
    if os.name == "nt":
        return "the engine of this system hides its file system layer"
    try:
        _library()
    except (AttributeError, OSError):
        return "this build of the engine hides its file system layer"
    return ""


class Listener:
    """Hears what SQLite does to the disk.

    Attributes:
        heard: Everything that was done, in order, when ``record`` is set.
        refuse: Asked before each; a result other than 0 is given to SQLite instead.
    """

    def __init__(self) -> None:
        self.heard: list[Op] = []
        self.record = False
        self.refuse: Callable[[Op], int] = lambda _: 0
        self._library = _library()
        self._below = self._library.sqlite3_vfs_find(None)
        self._names: dict[int, str] = {}
        self._tables: dict[int, tuple[_Methods, _Methods, list[Any]]] = {}
        vfs = _Vfs.from_buffer_copy(self._below.contents)
        vfs.next, vfs.name = None, b"listener"
        self._calls = [_Open(self._open), _Delete(self._delete)]
        vfs.open, vfs.delete = (c.cast(call, _ptr).value for call in self._calls)
        self._vfs = vfs
        self._real_open = _Open(self._below.contents.open)
        self._real_delete = _Delete(self._below.contents.delete)
        # SQLite may call a connection's functions as long as that lives.
        _KEPT.append(self)
        self._library.sqlite3_vfs_register(c.byref(vfs), 1)

    def stop(self) -> None:
        """Take it away for new connections, and let the others do as they like."""
        self.refuse, self.record = (lambda _: 0), False
        self._library.sqlite3_vfs_unregister(c.byref(self._vfs))

    def _do(self, op: Op, work: Callable[[], int]) -> int:
        refused = self.refuse(op)
        if refused:
            return refused
        done = work()
        if self.record and done == 0 and op[0] != "read":
            self.heard.append(op)
        return done

    def _open(self, _vfs: int, name: int | None, file: int, flags: int, out: int) -> int:
        text = _text(name) if name else ""

        def work() -> int:
            done = self._real_open(c.addressof(self._below.contents), name, file, flags, out)
            opened = _File.from_address(file)
            if done == 0 and text and opened.methods:
                self._names[file] = text
                opened.methods = c.pointer(self._table(opened.methods))
            return done

        return self._do(("open", text), work)

    def _delete(self, _vfs: int, name: int, sync: int) -> int:
        below = c.addressof(self._below.contents)
        return self._do(
            ("delete", os.fsdecode(c.string_at(name)), bool(sync)),
            lambda: self._real_delete(below, name, sync),
        )

    def _table(self, methods: Any) -> _Methods:
        """Return a file's methods with ours in between, made once for each kind of file."""
        place = c.addressof(methods.contents)
        if place not in self._tables:
            real = methods.contents
            close, read, write = _Close(real.close), _Read(real.read), _Read(real.write)
            truncate, sync = _Sized(real.truncate), _Flagged(real.sync)

            def on_close(file: int) -> int:
                self._names.pop(file, None)
                return close(file)

            def on_read(file: int, buffer: int, size: int, at: int) -> int:
                return self._do(("read", self._names[file]), lambda: read(file, buffer, size, at))

            def on_write(file: int, buffer: int, size: int, at: int) -> int:
                data = c.string_at(buffer, size)
                op = ("write", self._names[file], at, data)
                return self._do(op, lambda: write(file, buffer, size, at))

            def on_truncate(file: int, size: int) -> int:
                return self._do(("truncate", self._names[file], size), lambda: truncate(file, size))

            def on_sync(file: int, flags: int) -> int:
                return self._do(("sync", self._names[file]), lambda: sync(file, flags))

            calls = [
                _Close(on_close),
                _Read(on_read),
                _Read(on_write),
                _Sized(on_truncate),
                _Flagged(on_sync),
            ]
            ours = _Methods.from_buffer_copy(real)
            ours.close, ours.read, ours.write, ours.truncate, ours.sync = (
                c.cast(call, _ptr).value for call in calls
            )
            self._tables[place] = (ours, real, calls)
        return self._tables[place][0]


_KEPT: list[Listener] = []


@contextmanager
def listening() -> Iterator[Listener]:
    """Give a listener for all connections made inside; the test is skipped where that cannot be."""
    if why := refusal():
        pytest.skip(why)
    listener = Listener()
    try:
        yield listener
    finally:
        listener.stop()
