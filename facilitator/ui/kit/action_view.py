"""The rows of the action table for looking, and for help."""

from __future__ import annotations

from facilitator.ui.kit.actions import ActionSpec as A
from facilitator.ui.kit.language import QT_TRANSLATE_NOOP

VIEW = (
    A(
        "text_larger",
        QT_TRANSLATE_NOOP("Actions", "Larger text"),
        ("Ctrl+=", "Ctrl++"),
        "text-size",
        "view",
        "view",
    ),
    A("text_smaller", QT_TRANSLATE_NOOP("Actions", "Smaller text"), ("Ctrl+-",), "", "view", "view"),
    A("text_normal", QT_TRANSLATE_NOOP("Actions", "Normal text"), ("Ctrl+0",), "", "view", "view"),
    A(
        "theme_system",
        QT_TRANSLATE_NOOP("Actions", "Colours of the system"),
        (),
        "",
        "view",
        "view",
        True,
        False,
        "theme",
    ),
    A("theme_light", QT_TRANSLATE_NOOP("Actions", "Light"), (), "", "view", "view", True, False, "theme"),
    A("theme_dark", QT_TRANSLATE_NOOP("Actions", "Dark"), (), "", "view", "view", True, False, "theme"),
    A(
        "theme_contrast",
        QT_TRANSLATE_NOOP("Actions", "High contrast"),
        (),
        "",
        "view",
        "view",
        True,
        False,
        "theme",
    ),
    A("theme_next", QT_TRANSLATE_NOOP("Actions", "Other colours"), ("F8",), "contrast", "view", "view"),
    A("language_nl", "Nederlands", (), "", "view", "view", True, False, "language"),
    A("language_en", "English", (), "", "view", "view", True, False, "language"),
    A("fold_left", QT_TRANSLATE_NOOP("Actions", "Fold the left pane"), ("Ctrl+B",), "", "view", "view"),
    A(
        "fold_right",
        QT_TRANSLATE_NOOP("Actions", "Fold the right pane"),
        ("Ctrl+Shift+B",),
        "",
        "view",
        "view",
    ),
    A("view_board", QT_TRANSLATE_NOOP("Actions", "As board"), ("Ctrl+Shift+1",), "board", "view", "view"),
    A("view_list", QT_TRANSLATE_NOOP("Actions", "As list"), ("Ctrl+Shift+2",), "list", "view", "view"),
    A("view_outline", QT_TRANSLATE_NOOP("Actions", "As outline"), ("Ctrl+Shift+3",), "list", "view", "view"),
    A(
        "board_zoom_in",
        QT_TRANSLATE_NOOP("Actions", "Zoom in on the board"),
        ("Ctrl+Alt+=",),
        "plus",
        "view",
        "view",
    ),
    A(
        "board_zoom_out",
        QT_TRANSLATE_NOOP("Actions", "Zoom out of the board"),
        ("Ctrl+Alt+-",),
        "minus",
        "view",
        "view",
    ),
    A("board_full", QT_TRANSLATE_NOOP("Actions", "Board at 100 %"), ("Ctrl+Alt+1",), "", "view", "view"),
    A("board_fit", QT_TRANSLATE_NOOP("Actions", "Fit the whole board"), ("Ctrl+Alt+0",), "", "view", "view"),
    A("tidy", QT_TRANSLATE_NOOP("Actions", "Tidy up the board"), ("Ctrl+Shift+R",), "table", "view", "view"),
    A("clear_filter", QT_TRANSLATE_NOOP("Actions", "Show all notes again"), (), "close", "view", "view"),
    A("next_pane", QT_TRANSLATE_NOOP("Actions", "To the next pane"), ("F6",), "", "view", "view"),
    A(
        "previous_pane",
        QT_TRANSLATE_NOOP("Actions", "To the previous pane"),
        ("Shift+F6",),
        "",
        "view",
        "view",
    ),
    A(
        "fullscreen",
        QT_TRANSLATE_NOOP("Actions", "Full screen"),
        ("F11",),
        "fullscreen",
        "view",
        "view",
        True,
    ),
    A("dismiss", QT_TRANSLATE_NOOP("Actions", "Close the message"), ("Ctrl+.",), "close", "view", "view"),
)

HELP = (
    A("help", QT_TRANSLATE_NOOP("Actions", "Keys and actions"), ("F1",), "keyboard", "help", "help"),
    A("about", QT_TRANSLATE_NOOP("Actions", "About Facilitator"), (), "info", "help", "help"),
    A("open_logs", QT_TRANSLATE_NOOP("Actions", "Show the log files"), (), "folder", "help", "help"),
)
