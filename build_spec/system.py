"""What the operating system must have for Facilitator, and how Debian gets it; standard library only."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys

LINUX = sys.platform.startswith("linux")

QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libglib-2.0.so.0": "libglib2.0-0t64|libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}


class Trouble(Exception):
    """Something the person at the keyboard must put right; the text says what."""


def has_display() -> bool:
    """Tell whether a window can be shown here."""
    return not LINUX or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def is_missing(thing: str) -> bool:
    """Tell whether the system finds no library, or no program, of this name."""
    if ".so" not in thing:
        return not shutil.which(thing)
    try:
        ctypes.CDLL(thing)
    except OSError:
        return True
    return False


def lacks_venv() -> bool:
    """Tell whether this Python comes without ``venv`` or ``ensurepip``, as Debian's does."""
    return bool(subprocess.call([sys.executable, "-c", "import ensurepip, venv"], stderr=subprocess.DEVNULL))


def wanted_packages(tools: dict[str, str], with_venv: bool) -> dict[str, str]:
    """Return what the system lacks: name of the thing -> Debian package ("new name|old name").

    ``with_venv`` asks for what making a virtual environment needs, too.
    """
    found = {}
    if LINUX:
        libraries = dict(QT_LIBRARIES)
        libraries.update(X11_LIBRARIES if os.environ.get("DISPLAY") else {})
        libraries.update(WAYLAND_LIBRARIES if os.environ.get("WAYLAND_DISPLAY") else {})
        libraries.update(tools)
        found = {thing: package for thing, package in libraries.items() if is_missing(thing)}
    if with_venv and lacks_venv():
        found["ensurepip"] = f"python3.{sys.version_info[1]}-venv|python3-venv"
    return found


def debian_name(choice: str) -> str:
    """Return the first of the names that this Debian knows, else the last."""
    names = choice.split("|")
    for name in names[:-1]:
        answer = subprocess.run(["apt-cache", "show", name], check=False, capture_output=True)
        if answer.returncode == 0 and answer.stdout.strip():
            return name
    return names[-1]


def ensure_system(tools: dict[str, str], with_venv: bool) -> None:
    """Install the missing system libraries as root on Debian; else say the one line to type.

    Raises:
        Trouble: when something is missing and cannot be installed from here.
    """
    missing = wanted_packages(tools, with_venv)
    if not missing:
        return
    if not shutil.which("apt-get"):
        names = ", ".join(sorted(missing))
        raise Trouble(f"Please install these with your system's package manager: {names}")
    root = os.geteuid() == 0
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    if root:
        print("Installing system libraries:", ", ".join(sorted(missing)), flush=True)
        subprocess.call(["apt-get", "-qq", "update"], env=environment, stdin=subprocess.DEVNULL)
    packages = sorted({debian_name(choice) for choice in missing.values()})
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if not root:
        line = " ".join(install)
        raise Trouble(f"Some system packages are missing. Please type:\n\n    sudo {line}\n")
    quiet = [*install[:1], "-qq", *install[1:]]
    subprocess.call(quiet, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    still = sorted(wanted_packages(tools, with_venv))
    if still:
        names, line = ", ".join(still), " ".join(install)
        raise Trouble(f"Still missing: {names}. Please type:\n\n    {line}\n")


def packaging_tools() -> dict[str, str]:
    """Return what PyInstaller needs; Debian keeps the library of Python in a package of its own."""
    found = {"objdump": "binutils"}
    if sys.base_prefix == "/usr":
        minor = sys.version_info[1]
        found[f"libpython3.{minor}.so.1.0"] = f"libpython3.{minor}t64|libpython3.{minor}"
    return found
