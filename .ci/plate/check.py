"""Walk through talking pictures in a real browser: by keyboard, on a phone, by night, on paper, offline.

    python .ci/plate/check.py

Needs Chromium and Node.js; as root on Debian the browser is installed when it is missing. Without them the
check says that it was skipped and ends well. The driver and axe-core come from the npm index into ``build/``
and are never shipped.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
WORK = ROOT / "build" / "plate"
PACKAGES = ["playwright-core@1.65.1", "axe-core@4.14.1"]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
LEAST_RULES = 20
"""Rules of axe-core that a page passes at least; fewer would mean that little was judged."""

Row = dict[str, object]


def browser() -> str | None:
    """Return the path of a browser, installed first where that can be done."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found or shutil.which("apt-get") is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return found
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    for command in (["apt-get", "update", "-q"], ["apt-get", "install", "-y", "-q", "chromium"]):
        subprocess.run(command, env=environment, check=False, stdout=subprocess.DEVNULL)
    return shutil.which("chromium")


def driver() -> Path | None:
    """Return the folder with the driver and axe-core, fetched when it is not there yet."""
    modules = WORK / "node_modules"
    if not all((modules / name.split("@")[0] / "package.json").is_file() for name in PACKAGES):
        command = [
            "npm",
            "install",
            "--prefix",
            str(WORK),
            "--no-save",
            "--no-audit",
            "--no-fund",
            "--silent",
        ]
        if subprocess.run([*command, *PACKAGES], check=False).returncode:
            return None
    return modules


def walk(chromium: str, modules: Path, pages: list[Path]) -> list[Row]:
    """Return what was found on each walk."""
    command = ["node", str(HERE / "walk.cjs"), chromium, str(modules), str(WORK), *map(str, pages)]
    answer = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False, timeout=900)
    rows = [json.loads(line) for line in answer.stdout.splitlines() if line.startswith("{")]
    if answer.returncode:
        rows.append({"page": "-", "walk": "browser", "faults": [f"ended with code {answer.returncode}"]})
    return rows


def paper_faults(row: Row) -> list[str]:
    """Return what of the page is not on paper: goals, advice, the votes inside each advice."""
    import pypdfium2  # noqa: PLC0415  (only now the packages are sure to be there)

    sys.path.insert(0, str(ROOT))
    from tests.helpers.html import read_page  # noqa: PLC0415

    page = read_page((WORK / f"{row['page']}.html").read_text(encoding="utf-8"))
    with pypdfium2.PdfDocument(str(row["pdf"])) as pdf:
        text = "".join("".join(sheet.get_textpage().get_text_bounded().split()) for sheet in pdf)
    wanted = [head.text for head in page.all("h3")] + [words.text for words in page.all("span", "words")]
    wanted += [line.text for dl in page.all("dl") for line in dl.all("dd")[0].all("p")[:2]]
    wanted += [about.text for dl in page.all("dl") for about in dl.all("span", "quiet")]
    # Other scripts come out of a PDF in the order of the eye; these are enough to know that it is all there.
    latin = [words for words in wanted if all(char < "\u0250" or char in "‘’“”–·…" for char in words)]
    flat = text.replace("\ufffe", "").replace("-", "")
    return [f"not on paper: {w[:60]}" for w in latin if "".join(w.split()).replace("-", "") not in flat]


def faults_of(row: Row) -> list[str]:
    """Return everything that is wrong with one walk."""
    found = [str(fault) for fault in [*row.get("faults", []), *row.get("complaints", [])]]  # type: ignore[misc]
    found += [f"a request left: {address}" for address in row.get("left", [])]  # type: ignore[attr-defined]
    if "rules" in row and int(str(row["rules"])) < LEAST_RULES:
        found.append(f"only {row['rules']} rules were judged")
    if "pdf" in row:
        found += paper_faults(row)
    return found


def main() -> int:
    """Make the pages, walk through them, and return 0 when all is as it should be."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        print("plate: SKIPPED, there is no Node.js on this machine")
        return 0
    chromium = browser()
    if chromium is None:
        print("plate: SKIPPED, there is no Chromium on this machine and it could not be installed")
        return 0
    WORK.mkdir(parents=True, exist_ok=True)
    modules = driver()
    if modules is None:
        print("plate: SKIPPED, the driver of the browser could not be fetched")
        return 0
    make = [sys.executable, str(HERE / "make_pages.py"), str(WORK)]
    made = subprocess.run(make, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout
    pages = [Path(line) for line in made.splitlines()]
    control = WORK / "control-broken.html"
    rows = walk(chromium, modules, [*pages, control])
    good = True
    for row in rows:
        if row["page"] == control.stem:
            continue
        faults = faults_of(row)
        good = good and not faults
        told = f"{row['rules']} rules passed" if "rules" in row else ""
        print(f"{'BROKEN' if faults else 'kept':7}{row['page']!s:14}{row['walk']!s:34}{told}")
        for fault in faults:
            print("       ", fault[:300])
    caught = " ".join(fault for row in rows if row["page"] == control.stem for fault in faults_of(row))
    for sign in ("label", "a request left"):
        if sign not in caught:
            print(f"The broken copy was not caught ({sign}): the check cannot be trusted.")
            good = False
        else:
            print(f"caught {control.stem:16}{sign}")
    missing = {page.stem for page in pages} - {str(row["page"]) for row in rows}
    if missing:
        print("Not walked through:", ", ".join(sorted(missing)))
    return 0 if good and not missing else 1


if __name__ == "__main__":
    sys.exit(main())
