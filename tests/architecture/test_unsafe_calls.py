"""Calls that let what comes from elsewhere act, instead of being read."""

from __future__ import annotations

import ast

from tests.architecture.source import Module, assert_none, modules

RUNS_TEXT = {"eval", "exec", "compile", "__import__", "os.system", "os.popen", "runpy.run_path"}
UNPACKS_OBJECTS = {"pickle", "marshal", "shelve", "dill", "joblib", "yaml"}
"""Modules whose loaders may run what a file says."""
OWN_PIPE = {
    "facilitator/services/child.py",
    "facilitator/services/extra_names.py",
    "facilitator/services/reporting.py",
    "facilitator/services/sealing_child.py",
    "facilitator/services/suggesting.py",
}
"""Hand an order to a child process of their own, by a pipe nobody else holds; no file is read so."""
REFUSES_ENTITIES = {
    "facilitator/exchange/xlsx_table.py": "parser.StartDoctypeDeclHandler = refuse",
    "facilitator/content/drawings.py": '"<!ENTITY"',
    "facilitator/content/portraits.py": '"<!"',
    "facilitator/report/svg.py": '"<!"',
}
"""Reads XML -> what in it refuses entities, before or while it is parsed."""
PARSES = {
    "fromstring",
    "parse",
    "iterparse",
    "XML",
    "ParserCreate",
    "XMLParser",
    "XMLPullParser",
    "parseString",
}
XML = ("xml.etree", "xml.dom", "xml.sax", "xml.parsers", "lxml", "defusedxml")
OPENS_ZIPS = {
    "facilitator/exchange/zip_guard.py",
    "facilitator/exchange/docx_out.py",  # the package it has written itself
}
DECODES_PICTURES = {
    "facilitator/report/pictures.py": "after the size in the head of the file was looked at",
    "facilitator/ui/kit/pictures.py": "after the size in the head of the file was looked at",
}
SPEAKS_TO_SQLITE = ("facilitator/store/",)
OPENS_LIVE = {
    "facilitator/services/opening.py",  # the door
    "facilitator/services/merging.py",  # what is ours, behind the same look
    "facilitator/services/locking.py",  # a dialogue of ours, to give it another key
    "facilitator/services/rescuing.py",  # files of the folder for what was rescued
    "facilitator/services/safekeeping.py",  # the file it has written itself
}
NETWORK = {"socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "requests", "httpx", "aiohttp"}
IN_THE_HOUSE = {"facilitator/ui/selftest.py", "facilitator/ui/demo_files.py"}
"""Open files they have made themselves a moment before."""


def imported(module: Module) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def importers(names: tuple[str, ...] | set[str]) -> set[str]:
    return {
        module.name
        for module in modules()
        if any(one == name or one.startswith(f"{name}.") for one in imported(module) for name in names)
    }


def test_no_text_is_run_as_a_program() -> None:
    wrong = [
        f"{m.name}:{call.lineno} {name}"
        for m in modules()
        for call, name in m.calls()
        if name in RUNS_TEXT or name.endswith((".run_module", "literal_eval"))
    ]
    assert_none(wrong)


def test_no_command_goes_through_a_shell() -> None:
    wrong = [
        f"{m.name}:{call.lineno} {name}"
        for m in modules()
        for call, name in m.calls()
        if any(k.arg == "shell" for k in call.keywords) or name.endswith("startDetached")
    ]
    assert_none(wrong)


def test_nothing_is_read_that_builds_objects() -> None:
    assert_none(sorted(importers(UNPACKS_OBJECTS) - OWN_PIPE))
    wrong = [
        f"{m.name}:{call.lineno} {name}"
        for m in modules()
        for call, name in m.calls()
        if name.startswith("pickle.load") and ast.unparse(call.args[0]) != "stdin"
    ]
    assert_none(wrong)


def test_xml_is_read_only_where_entities_are_refused() -> None:
    wrong: list[str] = []
    readers = importers(XML)
    for module in modules():
        if module.name not in readers:
            continue
        parsing = [name for _, name in module.calls() if name.rsplit(".", 1)[-1] in PARSES and "." in name]
        if parsing and REFUSES_ENTITIES.get(module.name, "\0") not in module.text:
            wrong.append(f"{module.name} {parsing[0]}")
    assert_none(wrong)


def test_zip_files_are_read_only_behind_the_guard_and_never_unpacked() -> None:
    wrong: list[str] = []
    for module in modules():
        for call, name in module.calls():
            if name.endswith(("extractall", ".extract", "unpack_archive")):
                wrong.append(f"{module.name}:{call.lineno} {name}")
            if name.endswith(("ZipFile", "is_zipfile", "tarfile.open", "gzip.open", "bz2.open", "lzma.open")):
                mode = call.args[1] if len(call.args) > 1 else None
                writes = isinstance(mode, ast.Constant) and mode.value in ("w", "x", "a")
                if module.name not in OPENS_ZIPS and not writes:
                    wrong.append(f"{module.name}:{call.lineno} {name}")
    assert_none(wrong)


def test_pictures_are_decoded_only_where_their_size_is_looked_at_first() -> None:
    decoders = {"Image.open", "PILImage.open", "QImageReader", "QImage.fromData", "loadFromData"}
    wrong = [
        f"{m.name}:{call.lineno} {name}"
        for m in modules()
        for call, name in m.calls()
        if m.name not in DECODES_PICTURES and (name in decoders or name.endswith(".loadFromData"))
    ]
    assert_none(wrong)


def test_dialogue_files_are_opened_only_through_the_door() -> None:
    """Whatever a person points at may come from elsewhere."""
    wrong = [
        f"{m.name}:{call.lineno} {name}"
        for m in modules()
        for call, name in m.calls()
        if name in ("SessionStore.open", "store.merge", "sqlite3.connect", "dbapi.connect")
        and not m.name.startswith(SPEAKS_TO_SQLITE)
        and m.name not in OPENS_LIVE | IN_THE_HOUSE
    ]
    assert_none(wrong)


def test_nobody_looks_for_the_network() -> None:
    assert_none(sorted(importers(NETWORK)))


def test_the_rules_would_find_what_they_look_for() -> None:
    text = "import pickle\nfrom xml.etree import ElementTree\neval('1')\nrun(x, shell=True)\nz.extractall()\n"
    bad = Module("facilitator/kwaad.py", text, ast.parse(text))
    assert {"pickle", "xml.etree.ElementTree"} <= imported(bad)
    assert [name for _, name in bad.calls()] == ["eval", "run", "z.extractall"]
