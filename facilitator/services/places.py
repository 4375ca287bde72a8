"""What kind of place a folder is, and what to say of it before a dialogue is kept there."""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path, PureWindowsPath
from typing import Literal

from facilitator.domain.errors import UserError

Kind = Literal["local", "removable", "network", "cloud"]

NEARLY_FULL = 200 * 1024 * 1024
"""Bytes; with less than this free an evening with pictures may not fit."""

_NETWORK = frozenset(
    ["9p", "afs", "afpfs", "beegfs", "ceph", "cifs", "davfs", "gfs2", "glusterfs", "lustre", "ncpfs", "nfs"]
    + ["nfs4", "smb2", "smb3", "smbfs", "virtiofs", "webdav"]
)
_NETWORK_FUSE = ("sshfs", "rclone", "gvfs", "smb", "dav", "s3fs", "google", "onedrive", "curlftpfs")
_STICKS = ("/media/", "/run/media/", "/Volumes/")
_CLOUD = re.compile(
    r"onedrive([ -].*)?|dropbox( \(.*\))?|google ?drive|my drive|mijn drive|icloud ?drive|mobile documents"
    r"|cloudstorage|nextcloud.*|owncloud.*|(?-i:STACK)|pcloud ?drive|(?-i:Box)( sync)?|mega( ?sync)?"
    r"|proton drive|synology ?drive|surfdrive|researchdrive|tresorit.*|yandex\.disk|seafile|syncthing",
    re.IGNORECASE,
)
_MARKS = (".dropbox", ".dropbox.cache", ".stfolder", ".owncloudsync.log", ".sync_folder", ".seafile-data")
"""What clients that keep a folder in step with elsewhere leave in its top."""
_ESCAPED = re.compile(r"\\([0-7]{3})")
_REMOVABLE, _REMOTE = 2, 4
_MOUNT_SECONDS = 2


def kind_of_place(path: Path) -> Kind:
    """Return what kind of place ``path`` lies in, whether it is there yet or not.

    Told by the system's table of mounts and drives and by the names sync clients give their folders;
    what is not known counts as local.
    """
    found = _resolved(path)
    if _is_cloud(path) or _is_cloud(found):
        return "cloud"
    if os.name == "nt":
        return _kind_on_windows(found)
    mounts = _mounts_of_mac() if sys.platform == "darwin" else _mounts_of_linux()
    return kind_by_mounts(found, mounts)


def free_bytes(path: Path) -> int | None:
    """Return how much room there is where ``path`` lies or will lie, None when that is not known."""
    for place in (path, *path.absolute().parents):
        try:
            return shutil.disk_usage(place).free
        except OSError:
            continue
    return None


def warnings(path: Path) -> list[UserError]:
    """Return what to tell people of a place before they rely on it: ``place.*`` codes, or nothing."""
    kind, free = kind_of_place(path), free_bytes(path)
    found = [UserError(f"place.{kind}", path=str(path))] if kind in ("network", "cloud") else []
    if free is not None and free < NEARLY_FULL:
        found.append(UserError("place.nearly_full", path=str(path), free=free // (1024 * 1024)))
    return found


def _resolved(path: Path) -> Path:
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError):
        return path.absolute()


def _is_cloud(path: Path) -> bool:
    folders = path.absolute().parents
    if any(_CLOUD.fullmatch(folder.name) for folder in folders):
        return True
    return any(os.path.lexists(folder / mark) for folder in folders for mark in _MARKS)


# ── the systems ─────────────────────────────────────────────────────────────


def kind_by_mounts(path: Path, mounts: Iterable[tuple[str, str]]) -> Kind:
    """Return the kind of a place from (mount point, type of file system) pairs, the later the nearer."""
    nearest, kind_of_files = "", ""
    for point, kind in mounts:
        inside = path.is_relative_to(point)
        if inside and len(point) >= len(nearest):
            nearest, kind_of_files = point, kind
    if _is_network(kind_of_files):
        return "network"
    stick = nearest.startswith(_STICKS) or f"{nearest}/" in _STICKS
    return "removable" if stick or _is_removable_device(nearest) else "local"


def _is_network(kind: str) -> bool:
    kind, _, rest = kind.lower().partition(".")
    return kind in _NETWORK or (kind in ("fuse", "fuseblk", "macfuse") and rest.startswith(_NETWORK_FUSE))


def _mounts_of_linux() -> list[tuple[str, str]]:
    try:
        text = Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape")
    except OSError:
        return []
    return mounts_in(text)


def mounts_in(text: str) -> list[tuple[str, str]]:
    """Return (mount point, type) of every line of a ``mountinfo`` (proc(5))."""
    found: list[tuple[str, str]] = []
    for line in text.splitlines():
        before, dash, after = line.partition(" - ")
        fields = before.split(" ")
        if dash and len(fields) > 4:
            point = _ESCAPED.sub(lambda match: chr(int(match[1], 8)), fields[4])
            found.append((point, after.split(" ")[0]))
    return found


def _is_removable_device(point: str) -> bool:
    """Ask Linux whether what is mounted there can be taken out."""
    try:
        device = os.stat(point).st_dev
        place = Path(os.path.realpath(f"/sys/dev/block/{os.major(device)}:{os.minor(device)}"))
        # A partition says nothing of that; the disk above it does.
        flags = [folder / "removable" for folder in (place, place.parent)]
        return any(flag.read_text().strip() == "1" for flag in flags if flag.exists())
    except (OSError, AttributeError):
        return False


def _mounts_of_mac() -> list[tuple[str, str]]:
    try:
        text = subprocess.run(
            ["/sbin/mount"], capture_output=True, text=True, timeout=_MOUNT_SECONDS, check=False
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return []
    found = re.finditer(r"^.+? on (/.*?) \((\w+)", text, re.MULTILINE)
    return [(match[1], match[2]) for match in found]


def _kind_on_windows(path: Path) -> Kind:
    pure = PureWindowsPath(path)
    if is_share(pure):
        return "network"
    drives: ctypes.CDLL | None = getattr(getattr(ctypes, "windll", None), "kernel32", None)
    if drives is None:
        return "local"
    kind = int(drives.GetDriveTypeW(f"{pure.drive}\\"))
    return "network" if kind == _REMOTE else "removable" if kind == _REMOVABLE else "local"


def is_share(path: PureWindowsPath) -> bool:
    """Tell whether a Windows path leads to another computer (UNC)."""
    drive = path.drive.upper()
    if drive.startswith(("\\\\?\\", "\\\\.\\")):
        return drive.startswith("\\\\?\\UNC\\")
    return drive.startswith("\\\\")
