"""Places: told apart by mount tables, drives and the names of sync folders."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path, PureWindowsPath

import pytest

from facilitator.services import places
from tests.helpers.mounts import mounted

MOUNTS = """\
22 1 254:1 / / rw,relatime - ext4 /dev/vda1 rw
30 22 0:25 / /thuis/lisa/server rw - cifs //server/werk rw
31 22 8:17 / /media/lisa/MIJN\\040STICK rw,nosuid - vfat /dev/sdb1 rw
32 22 0:30 / /thuis/lisa/ssh rw - fuse.sshfs lisa@werk: rw
33 22 0:31 / /thuis/lisa/ntfs rw - fuseblk /dev/sdc1 rw
34 22 0:32 / /mnt/nas rw shared:1 - nfs4 nas:/vol rw
35 22 0:33 / /thuis/lisa/server/lokaal rw - tmpfs tmpfs rw
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/thuis/lisa/Documenten/a.dialoog", "local"),
        ("/thuis/lisa/server/a.dialoog", "network"),
        ("/thuis/lisa/servers/a.dialoog", "local"),
        ("/thuis/lisa/server/lokaal/a.dialoog", "local"),
        ("/media/lisa/MIJN STICK/a.dialoog", "removable"),
        ("/thuis/lisa/ssh/map/a.dialoog", "network"),
        ("/thuis/lisa/ntfs/a.dialoog", "local"),
        ("/mnt/nas/a.dialoog", "network"),
    ],
)
def test_the_nearest_mount_tells_the_kind(path: str, kind: str) -> None:
    assert places.kind_by_mounts(Path(path), places.mounts_in(MOUNTS)) == kind


@pytest.mark.parametrize(
    "folder",
    [
        "OneDrive",
        "OneDrive - Gemeente Enschede",
        "Dropbox (Werk)",
        "Google Drive",
        "iCloudDrive",
        "Nextcloud",
        "STACK",
    ],
)
def test_a_folder_of_a_sync_client_is_cloud(tmp_path: Path, folder: str) -> None:
    assert places.kind_of_place(tmp_path / folder / "avonden" / "a.dialoog") == "cloud"


@pytest.mark.parametrize("folder", ["Documenten", "Onedrivers", "stacks", "boxen"])
def test_other_folders_are_not(tmp_path: Path, folder: str) -> None:
    assert places.kind_of_place(tmp_path / folder / "a.dialoog") == "local"


def test_what_a_client_leaves_in_its_folder_tells_too(tmp_path: Path) -> None:
    (tmp_path / "gedeeld" / ".stfolder").mkdir(parents=True)
    assert places.kind_of_place(tmp_path / "gedeeld" / "diep" / "a.dialoog") == "cloud"


@pytest.mark.parametrize(
    ("path", "share"),
    [
        (r"\\server\werk\a.dialoog", True),
        (r"\\?\UNC\server\werk\a.dialoog", True),
        (r"C:\werk\lisa\a.dialoog", False),
        (r"\\?\C:\werk\lisa\a.dialoog", False),
    ],
)
def test_a_path_to_another_computer_is_known(path: str, share: bool) -> None:
    assert places.is_share(PureWindowsPath(path)) is share


def test_room_is_told_for_a_file_that_is_not_there_yet(tmp_path: Path) -> None:
    here = places.free_bytes(tmp_path)
    there = places.free_bytes(tmp_path / "nog" / "niet" / "a.dialoog")
    assert here is not None
    assert there is not None
    # Others write meanwhile.
    assert abs(here - there) < 1 << 30


def test_a_cloud_folder_and_a_full_disk_are_warned_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "NEARLY_FULL", 1 << 60)
    found = places.warnings(tmp_path / "Dropbox" / "a.dialoog")
    assert [error.code for error in found] == ["place.cloud", "place.nearly_full"]
    assert isinstance(found[1].details["free"], int)


def test_a_place_with_room_on_this_laptop_is_fine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "NEARLY_FULL", 0)
    assert places.warnings(tmp_path / "a.dialoog") == []


def test_a_small_disk_of_its_own_is_nearly_full(tmp_path: Path) -> None:
    with mounted(tmp_path / "klein", "2m") as small:
        assert [error.code for error in places.warnings(small / "a.dialoog")] == ["place.nearly_full"]
        assert places.kind_of_place(small / "a.dialoog") == "local"


@pytest.mark.skipif(not os.path.exists("/proc/self/mountinfo"), reason="no table of mounts here")
def test_the_real_table_of_mounts_is_understood() -> None:
    found = places.mounts_in(Path("/proc/self/mountinfo").read_text())
    shown = subprocess.run(["cat", "/proc/mounts"], capture_output=True, text=True, check=True).stdout
    assert len(found) == len(shown.splitlines())
    assert any(point == "/" for point, _ in found)
