"""All actions of the program, in menu order; pages answer to their ids in ``commands()``."""

from __future__ import annotations

from facilitator.ui.kit.action_shown import SHOWN
from facilitator.ui.kit.action_view import HELP, VIEW
from facilitator.ui.kit.actions import ActionSpec as A
from facilitator.ui.kit.language import QT_TRANSLATE_NOOP

FILE = (
    A(
        "new_dialogue",
        QT_TRANSLATE_NOOP("Actions", "New dialogue…"),
        ("Ctrl+Shift+N",),
        "plus",
        "file",
        "file",
    ),
    A("open", QT_TRANSLATE_NOOP("Actions", "Open…"), ("Ctrl+O",), "folder", "file", "file"),
    A("open_example", QT_TRANSLATE_NOOP("Actions", "Look at the example"), (), "eye", "file", "file"),
    A(
        "import_csv",
        QT_TRANSLATE_NOOP("Actions", "Import a survey (CSV or Excel)…"),
        (),
        "import",
        "file",
        "file",
    ),
    A(
        "merge_file",
        QT_TRANSLATE_NOOP("Actions", "Add notes from another laptop…"),
        (),
        "merge",
        "file",
        "file",
    ),
    A("save_copy", QT_TRANSLATE_NOOP("Actions", "Save a copy…"), ("Ctrl+Shift+S",), "save", "file", "file"),
    A("versions", QT_TRANSLATE_NOOP("Actions", "Earlier versions…"), (), "history", "file", "file"),
    A(
        "lost",
        QT_TRANSLATE_NOOP("Actions", "Bring back a dialogue that is gone…"),
        (),
        "history",
        "file",
        "file",
    ),
    A("export_as", QT_TRANSLATE_NOOP("Actions", "Export for other programs…"), (), "export", "file", "file"),
    A("export_json", QT_TRANSLATE_NOOP("Actions", "Export as JSON…"), (), "export", "file", "file"),
    A(
        "export_pdf",
        QT_TRANSLATE_NOOP("Actions", "Save the report as PDF…"),
        ("Ctrl+P",),
        "report",
        "file",
        "file",
    ),
    A("secure", QT_TRANSLATE_NOOP("Actions", "Lock with a key…"), (), "lock", "file", "file"),
    A("lock_now", QT_TRANSLATE_NOOP("Actions", "Lock away now"), ("Ctrl+Shift+K",), "lock", "file", "file"),
    A(
        "close_dialogue",
        QT_TRANSLATE_NOOP("Actions", "Close this dialogue"),
        ("Ctrl+W",),
        "home",
        "file",
        "file",
    ),
    A(
        "remove_dialogue",
        QT_TRANSLATE_NOOP("Actions", "Remove this dialogue for good…"),
        (),
        "trash",
        "file",
        "file",
    ),
    A("settings", QT_TRANSLATE_NOOP("Actions", "Settings…"), ("Ctrl+,",), "settings", "file", "file"),
    A("quit", QT_TRANSLATE_NOOP("Actions", "Quit"), ("Ctrl+Q",), "", "file", "file"),
)

EDIT = (
    A("undo", QT_TRANSLATE_NOOP("Actions", "Undo"), ("Ctrl+Z",), "undo", "edit", "edit"),
    A("redo", QT_TRANSLATE_NOOP("Actions", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", "edit", "edit"),
    A(
        "history",
        QT_TRANSLATE_NOOP("Actions", "Back to another moment…"),
        ("Ctrl+H",),
        "history",
        "edit",
        "edit",
    ),
    A("find", QT_TRANSLATE_NOOP("Actions", "Find notes"), ("Ctrl+F",), "search", "edit", "edit"),
    A("edit_selected", QT_TRANSLATE_NOOP("Actions", "Edit"), ("F2",), "edit", "edit", "edit"),
    A("delete_selected", QT_TRANSLATE_NOOP("Actions", "Delete"), ("Del",), "trash", "edit", "edit"),
    A(
        "erase_words",
        QT_TRANSLATE_NOOP("Actions", "Erase somebody’s data…"),
        (),
        "eraser",
        "edit",
        "edit",
    ),
    A("select_all", QT_TRANSLATE_NOOP("Actions", "Select all"), ("Ctrl+A",), "", "edit", "edit"),
    A(
        "move_up",
        QT_TRANSLATE_NOOP("Actions", "Move up in the order"),
        ("Alt+Up",),
        "arrow-up",
        "edit",
        "edit",
    ),
    A(
        "move_down",
        QT_TRANSLATE_NOOP("Actions", "Move down in the order"),
        ("Alt+Down",),
        "arrow-down",
        "edit",
        "edit",
    ),
)

GO = (
    A("go_setup", QT_TRANSLATE_NOOP("Actions", "Set-up"), ("Alt+0",), "settings", "dialogue", "go"),
    A("step_1", QT_TRANSLATE_NOOP("Actions", "To step 1"), ("Alt+1",), "", "dialogue", "go"),
    A("step_2", QT_TRANSLATE_NOOP("Actions", "To step 2"), ("Alt+2",), "", "dialogue", "go"),
    A("step_3", QT_TRANSLATE_NOOP("Actions", "To step 3"), ("Alt+3",), "", "dialogue", "go"),
    A("step_4", QT_TRANSLATE_NOOP("Actions", "To step 4"), ("Alt+4",), "", "dialogue", "go"),
    A("step_5", QT_TRANSLATE_NOOP("Actions", "To step 5"), ("Alt+5",), "", "dialogue", "go"),
    A("step_6", QT_TRANSLATE_NOOP("Actions", "To step 6"), ("Alt+6",), "", "dialogue", "go"),
    A("step_7", QT_TRANSLATE_NOOP("Actions", "To step 7"), ("Alt+7",), "", "dialogue", "go"),
    A("step_8", QT_TRANSLATE_NOOP("Actions", "To step 8"), ("Alt+8",), "", "dialogue", "go"),
    A("go_report", QT_TRANSLATE_NOOP("Actions", "Report"), ("Alt+9",), "report", "dialogue", "go"),
    A(
        "step_back",
        QT_TRANSLATE_NOOP("Actions", "Previous step"),
        ("Ctrl+PgUp",),
        "arrow-left",
        "dialogue",
        "go",
    ),
    A(
        "step_on",
        QT_TRANSLATE_NOOP("Actions", "Next step"),
        ("Ctrl+PgDown",),
        "arrow-right",
        "dialogue",
        "go",
    ),
    A(
        "part_back",
        QT_TRANSLATE_NOOP("Actions", "Previous part"),
        ("Ctrl+Shift+PgUp",),
        "chevron-left",
        "dialogue",
        "go",
    ),
    A(
        "part_on",
        QT_TRANSLATE_NOOP("Actions", "Next part"),
        ("Ctrl+Shift+PgDown",),
        "chevron-right",
        "dialogue",
        "go",
    ),
    A(
        "part_time",
        QT_TRANSLATE_NOOP("Actions", "Start or pause the time"),
        ("F9",),
        "clock",
        "dialogue",
        "go",
    ),
)

ROOM = (
    A(
        "coverage",
        QT_TRANSLATE_NOOP("Actions", "Who has been heard?…"),
        ("Ctrl+Shift+H",),
        "people",
        "dialogue",
        "room",
    ),
    A(
        "room_vote",
        QT_TRANSLATE_NOOP("Actions", "Count votes in the room…"),
        ("Ctrl+Shift+T",),
        "vote",
        "dialogue",
        "room",
    ),
)

CAPTURE = (
    A(
        "capture",
        QT_TRANSLATE_NOOP("Actions", "To the writing field"),
        ("Ctrl+J",),
        "note",
        "note",
        "capture",
    ),
    A(
        "paste_many",
        QT_TRANSLATE_NOOP("Actions", "Many notes at once…"),
        ("Ctrl+Shift+V",),
        "copy",
        "note",
        "capture",
    ),
    A(
        "persona_back",
        QT_TRANSLATE_NOOP("Actions", "Previous persona"),
        ("Ctrl+Up",),
        "person",
        "note",
        "capture",
    ),
    A(
        "persona_on",
        QT_TRANSLATE_NOOP("Actions", "Next persona"),
        ("Ctrl+Down",),
        "person",
        "note",
        "capture",
    ),
    A("kind_1", QT_TRANSLATE_NOOP("Actions", "First kind of note"), ("Ctrl+1",), "", "", "capture"),
    A("kind_2", QT_TRANSLATE_NOOP("Actions", "Second kind of note"), ("Ctrl+2",), "", "", "capture"),
    A("kind_3", QT_TRANSLATE_NOOP("Actions", "Third kind of note"), ("Ctrl+3",), "", "", "capture"),
    A("kind_4", QT_TRANSLATE_NOOP("Actions", "Fourth kind of note"), ("Ctrl+4",), "", "", "capture"),
    A("kind_5", QT_TRANSLATE_NOOP("Actions", "Fifth kind of note"), ("Ctrl+5",), "", "", "capture"),
    A("kind_6", QT_TRANSLATE_NOOP("Actions", "Sixth kind of note"), ("Ctrl+6",), "", "", "capture"),
    A("kind_7", QT_TRANSLATE_NOOP("Actions", "Seventh kind of note"), ("Ctrl+7",), "", "", "capture"),
    A(
        "show_similar",
        QT_TRANSLATE_NOOP("Actions", "Show notes that say almost this"),
        ("Ctrl+Shift+L",),
        "eye",
        "note",
        "capture",
    ),
)

NOTES = (
    A("star", QT_TRANSLATE_NOOP("Actions", "Mark or unmark key quote"), ("Ctrl+D",), "star", "note", "note"),
    A(
        "move_to_persona",
        QT_TRANSLATE_NOOP("Actions", "To another persona…"),
        ("Ctrl+M",),
        "move",
        "note",
        "note",
    ),
    A("park", QT_TRANSLATE_NOOP("Actions", "Set aside with a reason…"), ("Ctrl+K",), "park", "note", "note"),
    A("duplicate", QT_TRANSLATE_NOOP("Actions", "Duplicate"), ("Ctrl+Shift+C",), "duplicate", "note", "note"),
    A(
        "select_alike",
        QT_TRANSLATE_NOOP("Actions", "Choose all like this"),
        ("Ctrl+Shift+A",),
        "alike",
        "note",
        "note",
    ),
    A("unpark", QT_TRANSLATE_NOOP("Actions", "Put the note back"), (), "undo", "note", "note"),
    A(
        "erase_notes",
        QT_TRANSLATE_NOOP("Actions", "Erase for good…"),
        ("Shift+Del",),
        "eraser",
        "note",
        "note",
    ),
)

GROUP = (
    A("new_insight", QT_TRANSLATE_NOOP("Actions", "New insight…"), ("Ctrl+N",), "bulb", "note", "group"),
    A("place", QT_TRANSLATE_NOOP("Actions", "Move to…"), ("Ctrl+G",), "move", "note", "group"),
    A(
        "place_also",
        QT_TRANSLATE_NOOP("Actions", "Put with another insight too…"),
        ("Ctrl+Shift+M",),
        "places",
        "note",
        "group",
    ),
    A(
        "unplace",
        QT_TRANSLATE_NOOP("Actions", "Back to the loose notes"),
        ("Ctrl+Shift+G",),
        "undo",
        "note",
        "group",
    ),
    A("suggest", QT_TRANSLATE_NOOP("Actions", "Suggest groups"), ("Ctrl+R",), "bulb", "note", "group"),
    A("merge", QT_TRANSLATE_NOOP("Actions", "Merge…"), ("Ctrl+E",), "merge", "note", "group"),
    A("split", QT_TRANSLATE_NOOP("Actions", "Split…"), ("Ctrl+Shift+E",), "split", "note", "group"),
    A("new_goal", QT_TRANSLATE_NOOP("Actions", "New goal…"), ("Ctrl+Shift+D",), "goal", "note", "group"),
    A("link_goal", QT_TRANSLATE_NOOP("Actions", "Link to goals…"), ("Ctrl+L",), "link", "note", "group"),
)

ADVICE = (
    A("new_advice", QT_TRANSLATE_NOOP("Actions", "Write advice"), ("Ctrl+N",), "plus", "note", "advice"),
    A("votes", QT_TRANSLATE_NOOP("Actions", "Enter votes…"), ("Ctrl+T",), "vote", "note", "advice"),
    A("goal_back", QT_TRANSLATE_NOOP("Actions", "Previous goal"), ("Ctrl+Up",), "goal", "note", "advice"),
    A("goal_on", QT_TRANSLATE_NOOP("Actions", "Next goal"), ("Ctrl+Down",), "goal", "note", "advice"),
)

TABLE = (*FILE, *EDIT, *GO, *ROOM, *CAPTURE, *NOTES, *GROUP, *ADVICE, *VIEW, *HELP, *SHOWN)
