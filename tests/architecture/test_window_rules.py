from __future__ import annotations

import ast

from tests.architecture.source import ROOT, Module, assert_none, first_text, modules

LONG_LIVED = {
    "session",
    "bridge",
    "store",
    "app",
    "application",
    "qapp",
    "context",
    "clipboard",
    "stylehints",
}
PLAIN = "facilitator/ui/kit/plain.py"
GUESSES_MARKUP = {"QLabel", "QMessageBox", "QTextBrowser", "QTextEdit", "QErrorMessage"}
MARKUP_SETTERS = {"setHtml", "insertHtml", "appendHtml", "setMarkdown", "setToolTip", "setWhatsThis"}


def window_modules() -> list[Module]:
    return [m for m in modules() if m.layer == "ui"]


def test_translated_texts_are_literals() -> None:
    """``lupdate`` reads the source: it cannot see a text that is put together."""
    wrong: list[str] = []
    for module in window_modules():
        for call, name in module.calls():
            if name == "self.tr":
                good = first_text(call) is not None
            elif name.endswith("QCoreApplication.translate"):
                good = isinstance(call.args[1], ast.Constant | ast.Name)  # a name: marked in a table of texts
            else:
                continue
            if not good:
                wrong.append(f"{module.name}:{call.lineno}")
    assert_none(wrong)


def test_tr_is_called_on_self_inside_a_class() -> None:
    """Elsewhere ``lupdate`` files the text under no context and it stays English."""
    wrong: list[str] = []
    for module in window_modules():
        inside = {
            id(call)
            for cls in ast.walk(module.tree)
            if isinstance(cls, ast.ClassDef)
            for call in ast.walk(cls)
            if isinstance(call, ast.Call)
        }
        wrong += [
            f"{module.name}:{call.lineno}"
            for call, name in module.calls()
            if name == "tr" or (name.endswith(".tr") and (name != "self.tr" or id(call) not in inside))
        ]
    assert_none(wrong)


def test_no_lambda_hangs_on_something_that_outlives_the_widget() -> None:
    wrong: list[str] = []
    for module in window_modules():
        for call, name in module.calls():
            if not name.endswith(".connect") or not call.args:
                continue
            slot = call.args[0]
            loose = isinstance(slot, ast.Lambda) or (
                isinstance(slot, ast.Call) and ast.unparse(slot.func).endswith("partial")
            )
            chain = {part.strip("_").removesuffix("()").lower() for part in name.split(".")}
            if loose and chain & LONG_LIVED:
                wrong.append(f"{module.name}:{call.lineno} {name}")
    assert_none(wrong)


def formatted(call: ast.Call) -> bool:
    """Tell whether values are filled into the first argument."""
    return any(isinstance(node, ast.Attribute) and node.attr == "format" for node in ast.walk(call.args[0]))


def test_no_widget_guesses_markup_in_what_people_wrote() -> None:
    wrong: list[str] = []
    for module in window_modules():
        if module.name == PLAIN:
            continue
        for call, name in module.calls():
            last = name.rsplit(".", 1)[-1]
            ours = (
                bool(call.args)
                and ast.unparse(call.args[0]).startswith(("self.tr(", "''"))
                and not formatted(call)
            )
            setter = last in MARKUP_SETTERS and not (last == "setToolTip" and ours)
            if last in GUESSES_MARKUP or setter or name.startswith("QMessageBox."):
                wrong.append(f"{module.name}:{call.lineno} {name}")
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ClassDef):
                bases = {ast.unparse(base) for base in node.bases}
                wrong += [f"{module.name}:{node.lineno} class of {base}" for base in bases & GUESSES_MARKUP]
    assert_none(wrong)


def test_every_icon_that_is_named_exists() -> None:
    drawn = {path.stem for path in (ROOT / "resources" / "icons").glob("*.svg")}
    missing: list[str] = []
    for module in window_modules():
        for call, name in module.calls():
            named = [first_text(call)] if name in {"icon", "pixmap", "kit_icon"} else []
            named += [
                str(k.value.value)
                for k in call.keywords
                if k.arg == "icon" and isinstance(k.value, ast.Constant)
            ]
            missing += [f"{module.name}:{call.lineno} {icon}" for icon in named if icon and icon not in drawn]
    assert drawn
    assert_none(missing)


def test_signals_carry_only_what_qt_does_not_bend() -> None:
    """``Signal(dict)`` loses keys that are no text; ``Signal(list)`` copies."""
    allowed = {"object", "str", "bool", "int", "float"}
    wrong = [
        f"{module.name}:{call.lineno} {ast.unparse(call)}"
        for module in window_modules()
        for call, name in module.calls()
        if name == "Signal" and any(ast.unparse(argument) not in allowed for argument in call.args)
    ]
    assert_none(wrong)
