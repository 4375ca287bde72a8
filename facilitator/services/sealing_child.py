"""Sealing and opening in a process of its own: the sum that makes guessing slow stops every thread of one."""

from __future__ import annotations

import json
import pickle
import subprocess
from dataclasses import dataclass, field
from typing import BinaryIO, TextIO, cast

from facilitator.domain.errors import UserError
from facilitator.exchange import sealed
from facilitator.services import child
from facilitator.services.workers import SEAL

FAILED = "sealed.worker_failed"
_SMALL = 1_000_000
"""Bytes that are sealed for the holder of a key before anybody notices."""
_REFUSED = 3


@dataclass(frozen=True, slots=True)
class Order:
    """What the worker is asked to do with ``data``; secrets go over a pipe, never over a command line."""

    data: bytes = field(repr=False)
    recipient: str = ""
    passphrase: str = field(default="", repr=False)
    opening: bool = False


def seal(data: bytes, *, recipient: str = "", passphrase: str = "") -> bytes:
    """Return ``data`` sealed; as ``sealed.seal``, but other threads go on meanwhile.

    Raises:
        UserError: ``sealed.bad_recipient``, ``sealed.worker_failed``.
    """
    if recipient and len(data) <= _SMALL:
        return sealed.seal(data, recipient=recipient)
    return _done(Order(data, recipient, passphrase))


def unseal(data: bytes, passphrase: str) -> bytes:
    """Return what was sealed under a passphrase; as ``sealed.unseal``, but other threads go on meanwhile.

    Raises:
        UserError: ``sealed.not_opened``, ``sealed.worker_failed``.
    """
    return _done(Order(data, passphrase=passphrase, opening=True))


def _done(order: Order) -> bytes:
    try:
        ended = subprocess.run(
            child.command(SEAL),
            input=pickle.dumps(order),
            capture_output=True,
            check=False,
            env=child.environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise UserError(FAILED, detail=error.strerror or "") from error
    if ended.returncode == _REFUSED:
        told = cast("dict[str, str]", json.loads(ended.stdout))
        raise UserError(told.pop("code"), **told)
    if ended.returncode:
        raise UserError(FAILED, detail=str(ended.returncode))
    return ended.stdout


def serve(stdin: BinaryIO, stdout: TextIO) -> int:
    """Be the worker: read one order, write the bytes it asks for below ``stdout``, return the exit code.

    ``stdin`` is trusted: the program that started this one wrote it.
    """
    order = cast("Order", pickle.load(stdin))  # noqa: S301
    try:
        if order.opening:
            told = sealed.unseal(order.data, passphrase=order.passphrase)
        else:
            told = sealed.seal(order.data, recipient=order.recipient, passphrase=order.passphrase)
    except UserError as error:
        details = {key: str(value) for key, value in error.details.items()}
        stdout.buffer.write(json.dumps({"code": error.code, **details}).encode())
        stdout.flush()
        return _REFUSED
    stdout.buffer.write(told)
    stdout.flush()
    return 0
