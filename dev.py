#!/usr/bin/env python3
"""Set up, run, test and build Facilitator with nothing but Python.

    python3 dev.py run        open the window on the example; without a display, play it into build/demo
    python3 dev.py test       run the tests; arguments go to pytest
    python3 dev.py check      style, types, import contracts and translations, then the tests
    python3 dev.py lint       the same without the tests
    python3 dev.py bench      measure against the bare floor, into build/bench.json
    python3 dev.py soak       run the long trial, into build/soak.json
    python3 dev.py package    build the stand-alone program into build/package and let it test itself
    python3 dev.py standards  let veraPDF judge the reports: PDF/UA-1 and PDF/A-2a (needs Java)
    python3 dev.py plate      walk through the talking picture in Chromium (needs Node.js)
    python3 dev.py i18n       renew the translation catalogues from the source
    python3 dev.py lock       renew requirements*.txt from pyproject.toml
    python3 dev.py clean      remove what was built (clean --all: the .venv folder too)

On Windows: ``py dev.py run``.  The first run makes ``.venv`` and installs the locked packages there;
nothing is installed elsewhere, except that root on Debian gets the system libraries that are missing.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from build_spec.system import Trouble, ensure_system, has_display, packaging_tools

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ROOT = Path(__file__).resolve().parent
BUILD = ROOT / "build"
ENV = ROOT / ".venv"
PYTHON = ENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = ENV / "set-up.json"
LOCK, CHECK_LOCK = "requirements.txt", "requirements-check.txt"
OLDEST, NEWEST = (3, 11), (3, 14)
MEMORY = "/dev/shm"
"""Where Linux keeps files in memory."""
ROOM = 4_000_000_000
"""Bytes that must be free there; a run of all tests takes some 1.5 GB."""
# ── the machine ─────────────────────────────────────────────────────────────


def use_good_python() -> None:
    """Go on in a Python that will do; this one may be too old or too new."""
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        return
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found and not subprocess.call(
            [found, "-c", f"import sys; sys.exit(sys.version_info[:2] != (3, {minor}))"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ):
            os.execv(found, [found, str(ROOT / "dev.py"), *sys.argv[1:]])
    raise Trouble(
        f"Facilitator needs Python 3.{OLDEST[1]} to 3.{NEWEST[1]}; this is Python {sys.version.split()[0]} "
        f"({sys.executable}) and no other one is on the PATH."
    )


# ── the .venv folder ────────────────────────────────────────────────────────


def digest(name: str) -> str:
    """Return the checksum of a lock file."""
    return hashlib.sha256((ROOT / name).read_bytes()).hexdigest()


def version_of_environment() -> str:
    """Return the version of the Python in ``.venv``, empty when it does not run."""
    ask = [str(PYTHON), "-c", "import sys; print(sys.version)"]
    try:
        return subprocess.check_output(ask, stderr=subprocess.DEVNULL, text=True).strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def read_stamp() -> dict[str, str]:
    """Return what the last finished set-up left, or nothing when it did not finish or no longer runs."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    good = isinstance(stamp, dict) and stamp.get("python") == version_of_environment()
    return stamp if good else {}


def ensure_environment(locks: list[str]) -> None:
    """Make ``.venv`` hold the packages of ``locks``; a set-up that broke off is done again from scratch."""
    stamp = read_stamp()
    stale = [name for name in locks if stamp.get(name) != digest(name)]
    if not stale:
        return
    if not stamp:
        print(f"Setting up .venv with Python {sys.version.split()[0]} (once) ...", flush=True)
        run([sys.executable, "-m", "venv", "--clear", str(ENV)])
    else:
        STAMP.unlink()
    print("Installing the packages of", " and ".join(stale), "...", flush=True)
    options = ["--quiet", "--disable-pip-version-check", "--no-input", "--only-binary", ":all:"]
    files = [part for name in stale for part in ("-r", str(ROOT / name))]
    if run([PYTHON, "-m", "pip", "install", "--require-hashes", *options, *files], may_fail=True):
        raise Trouble("The packages could not be installed; see above. Is there a network? Then try again.")
    stamp.update({name: digest(name) for name in stale}, python=version_of_environment())
    STAMP.write_text(json.dumps(stamp, indent=1), encoding="utf-8")


def environment() -> dict[str, str]:
    """Return the environment for our own programs: offscreen when nothing can be shown."""
    found = dict(os.environ)
    if not has_display():
        found.setdefault("QT_QPA_PLATFORM", "offscreen")
    return found


def run(command: Sequence[str | Path], may_fail: bool = False, **options: Any) -> int:  # noqa: ANN401
    """Run a command in the checkout and return its exit code."""
    sys.stdout.flush()
    options.setdefault("env", environment())
    code = subprocess.call([str(part) for part in command], cwd=str(ROOT), **options)
    if code and not may_fail:
        line = " ".join(str(part) for part in command)
        raise Trouble(f"This failed (exit code {code}): {line}")
    return code


def python(*arguments: str | Path, **options: Any) -> int:  # noqa: ANN401
    """Run the Python of ``.venv`` and return its exit code."""
    return run([PYTHON, *arguments], may_fail=True, **options)


# ── the commands ────────────────────────────────────────────────────────────


def do_run(arguments: list[str]) -> int:
    """Open the window, or play the example evening where there is no display."""
    if arguments:
        return python("-m", "facilitator", *arguments)
    if has_display():
        return python("-m", "facilitator", "--example")
    print("There is no display here, so the example evening is played into", BUILD / "demo", flush=True)
    return python("-m", "facilitator", "demo", "--out", BUILD / "demo")


def do_test(arguments: list[str]) -> int:
    """Run the tests, all of them on every core there is; with arguments as pytest would."""
    if arguments:
        return python("-m", "pytest", *arguments)
    # One more than there are cores: a test that waits for a timer or another program keeps none busy.
    spread = ["-n", str((os.cpu_count() or 1) + 1), "--dist", "loadfile", "--max-worker-restart=0"]
    # Hundreds of programs are started: each would compile all anew where nothing may lie beside the source.
    more = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(BUILD / "bytecode")}
    with quick_folder() as folder:
        if folder:
            more["PYTEST_DEBUG_TEMPROOT"] = folder
        return python("-m", "pytest", *spread, env={**environment(), **more})


@contextmanager
def quick_folder() -> Iterator[str]:
    """Give the tests a folder in memory while they run, empty where there is no room for one.

    They write thousands of small files whole to the disk, and wait for that longer than for anything else.
    """
    if not os.access(MEMORY, os.W_OK) or shutil.disk_usage(MEMORY).free < ROOM:
        yield ""
        return
    folder = tempfile.mkdtemp(prefix="ft-", dir=MEMORY)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def do_lint(_arguments: list[str]) -> int:
    """Run every check but the tests; return 1 when any failed."""
    contracts = "import sys; from importlinter.cli import lint_imports_command as c; sys.exit(c())"
    checks = {
        "style": lambda: python("-m", "ruff", "check", "."),
        "layout": lambda: python("-m", "ruff", "format", "--check", "."),
        "types": lambda: python("-m", "basedpyright"),
        "contracts": lambda: python("-c", contracts, "--no-cache"),
        "translations": check_translations,
    }
    failed = []
    for name, check in checks.items():
        print(f"\n== {name}", flush=True)
        if check():
            failed.append(name)
    print("\nchecks failed: " + ", ".join(failed) if failed else "\nall checks passed", flush=True)
    return 1 if failed else 0


def do_check(arguments: list[str]) -> int:
    """Run every check and the tests."""
    lint = do_lint([])
    return do_test(arguments) or lint


def do_bench(arguments: list[str]) -> int:
    """Measure."""
    return python("-m", "benchmarks", "--out", BUILD / "bench.json", *arguments)


def do_soak(arguments: list[str]) -> int:
    """Run the long trials, each in a process of its own; ``--only NAME`` and ``--scale 0.1`` shorten them."""
    return python("-m", "benchmarks.soak", "--out", BUILD / "soak.json", *arguments)


def do_package(arguments: list[str]) -> int:
    """Build the stand-alone program and let it test itself."""
    out = BUILD / "package"
    spec = ROOT / "build_spec" / "facilitator.spec"
    work = ["--distpath", out, "--workpath", BUILD / "pyinstaller", "--noconfirm", "--log-level", "WARN"]
    code = python("-m", "PyInstaller", *work, *arguments, spec)
    if code:
        return code
    program = out / "facilitator" / ("facilitator.exe" if os.name == "nt" else "facilitator")
    print("Built", program.parent, "- now it tests itself", flush=True)
    return run([program, "--self-test"], may_fail=True, env=dict(os.environ, QT_QPA_PLATFORM="offscreen"))


def do_standards(arguments: list[str]) -> int:
    """Let veraPDF judge what the report writes; without Java that is said and left out."""
    return python(ROOT / ".ci" / "standards" / "check.py", *arguments)


def do_plate(arguments: list[str]) -> int:
    """Walk through talking pictures in a real browser; without one that is said and left out."""
    return python(ROOT / ".ci" / "plate" / "check.py", *arguments)


# ── translations ────────────────────────────────────────────────────────────

CATALOGUES: dict[str, list[str]] = {"nl": [], "en": ["-pluralonly"]}
"""Language -> options; the source texts are English, so of English only the plurals need a catalogue."""


def qt_tool(name: str) -> Path:
    """Return the path of one of Qt's own tools."""
    where = "import PySide6; print(PySide6.__path__[0])"
    answer = subprocess.check_output([str(PYTHON), "-c", where], text=True)
    return Path(answer.strip()) / (name + (".exe" if os.name == "nt" else ""))


def renew(folder: Path, *release_options: str) -> int:
    """Bring the catalogues in ``folder`` up to date with the source and compile them; return 1 on a fault."""
    sources = sorted(
        path.relative_to(ROOT).as_posix() for path in (ROOT / "facilitator" / "ui").rglob("*.py")
    )
    failed = 0
    for language, extra in CATALOGUES.items():
        catalogue = folder / f"facilitator_{language}.ts"
        options = ["-locations", "none", "-no-obsolete", "-silent", "-source-language", "en"]
        update = [*sources, "-ts", catalogue, *options, "-target-language", language, *extra]
        failed |= run([qt_tool("lupdate"), *update], may_fail=True)
        release = ["-silent", *release_options, catalogue, "-qm", catalogue.with_suffix(".qm")]
        failed |= run([qt_tool("lrelease"), *release], may_fail=True)
    return 1 if failed else 0


def do_i18n(_arguments: list[str]) -> int:
    """Renew the committed catalogues."""
    return renew(ROOT / "resources" / "i18n")


def content(path: Path) -> bytes:
    """Return the bytes of a file, none when it is not there."""
    return path.read_bytes() if path.is_file() else b""


def check_translations() -> int:
    """Compare the committed catalogues with fresh ones; return 1 when they differ or a text is missing."""
    kept = ROOT / "resources" / "i18n"
    with tempfile.TemporaryDirectory() as name:
        fresh = Path(name)
        for path in kept.glob("facilitator_*.ts"):
            shutil.copy(str(path), name)
        failed = renew(fresh, "-fail-on-unfinished", "-fail-on-invalid")
        for file in [
            f"facilitator_{language}{ending}" for language in CATALOGUES for ending in (".ts", ".qm")
        ]:
            if content(kept / file) != content(fresh / file):
                print(f"resources/i18n/{file} is not up to date: run dev.py i18n")
                failed = 1
    return failed


# ── upkeep ──────────────────────────────────────────────────────────────────


def do_lock(arguments: list[str]) -> int:
    """Renew the lock files; arguments such as ``--upgrade`` go to uv."""
    if python("-c", "import uv", stderr=subprocess.DEVNULL):
        run([PYTHON, "-m", "pip", "install", "--quiet", "uv"])
    options = ["--generate-hashes", "--universal", "--python-version", "3.11", "--no-annotate", "--quiet"]
    options += ["--custom-compile-command", "python dev.py lock", *arguments]
    read = "import json, tomllib; print(json.dumps(tomllib.load(open('pyproject.toml', 'rb'))['project']))"
    project = json.loads(subprocess.check_output([str(PYTHON), "-c", read], cwd=str(ROOT), text=True))
    extras = project["optional-dependencies"]
    for name, wanted in ((LOCK, project["dependencies"] + extras["test"]), (CHECK_LOCK, extras["check"])):
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / "wanted.in"
            source.write_text("\n".join(wanted) + "\n", encoding="utf-8")
            bound = [] if name == LOCK else ["-c", LOCK]
            run([PYTHON, "-m", "uv", "pip", "compile", source, *bound, *options, "-o", name])
    return 0


def do_clean(arguments: list[str]) -> int:
    """Remove what was built."""
    names = ["build", "dist", ".pytest_cache", ".ruff_cache", ".hypothesis", ".import_linter_cache"]
    for name in [*names, ".venv"] if "--all" in arguments else names:
        shutil.rmtree(str(ROOT / name), ignore_errors=True)
    for path in [*ROOT.glob("facilitator/**/__pycache__"), *ROOT.glob("tests/**/__pycache__")]:
        shutil.rmtree(str(path), ignore_errors=True)
    return 0


COMMANDS: dict[str, tuple[Callable[[list[str]], int], list[str]]] = {
    "run": (do_run, [LOCK]),
    "test": (do_test, [LOCK]),
    "check": (do_check, [LOCK, CHECK_LOCK]),
    "lint": (do_lint, [LOCK, CHECK_LOCK]),
    "bench": (do_bench, [LOCK]),
    "soak": (do_soak, [LOCK]),
    "package": (do_package, [LOCK, CHECK_LOCK]),
    "standards": (do_standards, [LOCK]),
    "plate": (do_plate, [LOCK]),
    "i18n": (do_i18n, [LOCK]),
    "lock": (do_lock, [LOCK]),
    "clean": (do_clean, []),
}


def main() -> int:
    """Do the command and return its exit code; 2 when the machine or the command line will not do."""
    name, arguments = (sys.argv[1:2] or ["--help"])[0], sys.argv[2:]
    if name not in COMMANDS:
        print(__doc__)
        return 0 if name in ("-h", "--help") else 2
    command, locks = COMMANDS[name]
    try:
        if locks:
            if not read_stamp():
                use_good_python()
            tools = packaging_tools() if name == "package" else {}
            ensure_system(tools, with_venv=not read_stamp())
            ensure_environment(locks)
        return command(arguments)
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
