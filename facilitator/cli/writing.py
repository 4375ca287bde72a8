"""Commands that make or change a dialogue: new, adopt, import, merge."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from facilitator.cli import output, secrets
from facilitator.cli.output import Desk
from facilitator.cli.parser import PROGRAM, wrong_use
from facilitator.cli.sessions import finishing, kept, library, opened, remember, to_write
from facilitator.domain.errors import UserError
from facilitator.services import exchange, merging
from facilitator.services.dialogue import DialogueSetup, create_dialogue
from facilitator.services.merging import MergeReport
from facilitator.store.session import SessionStore

_PROMISES = ("publication", "anonymity", "smallest_group")
_NEW_OPTIONS = ("method", "personas", "title", "question", "commissioner", "language", *_PROMISES)


def new(given: Namespace, desk: Desk) -> int:
    """Make a new dialogue, empty or from JSON."""
    if given.source is not None:
        for name in _NEW_OPTIONS:
            if getattr(given, name) is not None:
                raise wrong_use(desk.words, f"{PROGRAM} new", "from_alone", f"--{name.replace('_', '-')}")
        store = exchange.import_json(given.source, given.file, desk.settings.source, library())
    else:
        store = create_dialogue(given.file, _setup(given), library(), desk.settings.source)
    with finishing(store):
        pass
    remember(given.file, desk)
    return 0


def adopt(given: Namespace, desk: Desk) -> int:
    """Take in a dialogue from elsewhere and say where it is now."""
    ours = kept(desk)
    if ours.holds(given.file):
        output.say(str(given.file))
        return 0
    twin = "merge" if given.merge else "ask"
    with finishing(opened(given.file, desk, twin=twin).store) as store:
        output.say(str(store.path))
    return 0


def _setup(given: Namespace) -> DialogueSetup:
    packs = "twente" if given.personas is None else given.personas
    return DialogueSetup(
        title=given.file.stem if given.title is None else given.title,
        question=given.question or "",
        commissioners=tuple(given.commissioner or ()),
        language=given.language or "nl",
        method=given.method or "vijf-stappen",
        packs=tuple(pack.strip() for pack in packs.split(",") if pack.strip()),
        **{name: value for name in _PROMISES if (value := getattr(given, name)) is not None},
    )


def import_csv(given: Namespace, desk: Desk) -> int:
    """Make notes of a survey."""
    skip_if: dict[str, str] = {}
    for wish in given.skip_if or ():
        column, equals, value = wish.partition("=")
        if not (column and equals):
            raise wrong_use(desk.words, f"{PROGRAM} import", "skip_if", wish)
        skip_if[column] = value
    with to_write(given.file, desk) as store:
        told = exchange.import_csv(
            store,
            given.data,
            text_column=given.text_column,
            channel=given.channel,
            persona_column=given.persona_column,
            kind=given.kind,
            step=given.step,
            meeting_name=given.meeting_name,
            skip_if=skip_if,
            sheet=given.sheet,
        )
    for row, code in told.refused:
        reason = desk.words.text("refused", code)
        output.complain(desk.words.line("said", "import_row", path=given.data.name, row=row, reason=reason))
    line = desk.words.line(
        "said",
        "import",
        added=told.added,
        already_there=told.already_there,
        empty=told.empty,
        skipped=told.skipped,
        refused=len(told.refused),
    )
    output.say(line)
    return 1 if told.refused else 0


def merge(given: Namespace, desk: Desk) -> int:
    """Take in other copies of the dialogue."""
    with to_write(given.file, desk) as store:
        for told in (_merged(store, path, desk) for path in given.others):
            output.say(
                desk.words.line("said", "merge", path=str(told.path), edits=told.edits, notes=told.notes)
            )
            for text in merging.held_texts(store.state, told.held):
                output.say(desk.words.line("said", "held", text=text.replace("\n", " ")))
    return 0


def _merged(store: SessionStore, path: Path, desk: Desk) -> MergeReport:
    """Take in one copy; one under a key of its own asks for that."""
    try:
        return merging.merge_files(store, [path], kept(desk))[0]
    except UserError as error:
        if error.code != "store.locked":
            raise
    return merging.merge_files(store, [path], kept(desk), secrets.key_for(path, desk, other=True))[0]
