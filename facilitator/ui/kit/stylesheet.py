"""The one style sheet, made from colour tokens and the text scale.

Fonts are left out on purpose: a font in a style sheet would overrule ``setFont`` on the widget.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from string import Template

_LENGTHS = (1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 32, 36, 44, 48)


def build_sheet(colours: Mapping[str, str], scale: float, images: Path) -> str:
    """Return the sheet; ``colours`` are tokens as CSS, ``images`` the folder with the theme's marks.

    In the template ``$p8`` is 8 px at this text scale and ``$name`` a colour token.
    """
    lengths = {f"p{n}": f"{round(n * scale)}px" for n in _LENGTHS}
    return Template(_SHEET).substitute(colours, **lengths, images=images.as_posix())


_SHEET = """
QMainWindow, QDialog, QWidget#page { background: $page; color: $ink; }
QDialog#framed { border: 1px solid $line; }
QLabel { background: transparent; color: $ink; }
QLabel[tone="quiet"] { color: $quiet; }
QLabel[tone="primary"] { color: $primary; }
QLabel[tone="danger"] { color: $danger; }
QLabel[tone="good"] { color: $good; }
QLabel[tone="on_primary"] { color: $on_primary; }
QLabel[tone="note"] { color: $note_ink; }
QLabel#keycap {
  color: $quiet; background: $surface; border: 1px solid $line; border-radius: $p4; padding: 0 $p5; }
QToolTip { color: $page; background: $ink; border: 1px solid $ink; padding: $p4 $p8; }

QFrame[surface="card"] { background: $surface; border: 1px solid $line; border-radius: $p8; }
QFrame[surface="card"][chosen="true"] { border: 2px solid $primary; }
QFrame[surface="tint"] { background: $page; border: 1px solid $line; border-radius: $p8; }
QFrame[surface="panel"] { background: $surface; border: 0; }
QFrame[surface="top"] { background: $surface; border: 0; border-bottom: 1px solid $line; }
QFrame[surface="bottom"] { background: $surface; border: 0; border-top: 1px solid $line; }
QFrame[surface="left"] { background: $surface; border: 0; border-right: 1px solid $line; }
QFrame[surface="right"] { background: $surface; border: 0; border-left: 1px solid $line; }
QFrame[surface="page"] { background: $page; border: 0; }
QFrame[surface="info"] { background: $soft; border: 0; border-bottom: 1px solid $line; }
QFrame[surface="warning"] { background: $warning_ground; border: 0; border-bottom: 2px solid $edge; }
QFrame[surface="error"] { background: $danger_ground; border: 0; border-bottom: 2px solid $danger; }
QFrame[surface="drop"] { background: transparent; border: 2px dashed $line; border-radius: $p8; }
QFrame[surface="drop"][chosen="true"] { background: $soft; border: 2px dashed $primary; }
QFrame[surface="line"] { background: $line; border: 0; }

QPushButton { color: $ink; background: $surface; border: 1px solid $line; border-radius: $p8;
  min-height: $p24; padding: $p5 $p16; }
QPushButton:hover { border-color: $primary; }
QPushButton:pressed, QPushButton:checked { background: $soft; }
QPushButton:focus { border: 2px solid $primary; }
QPushButton:disabled { color: $edge; background: $page; border-color: $line; }
QPushButton[variant="primary"] { color: $on_primary; background: $primary; border-color: $primary; }
QPushButton[variant="primary"]:focus { border: 2px solid $ink; }
QPushButton[variant="primary"]:disabled { color: $edge; background: $track; border-color: $track; }
QPushButton[variant="quiet"] { background: transparent; border-color: transparent; }
QPushButton[variant="quiet"]:hover { background: $soft; }
QPushButton[variant="quiet"]:focus { border: 2px solid $primary; }
QPushButton[variant="danger"] { color: $danger; border-color: $danger; }
QToolButton { color: $ink; background: transparent; border: 1px solid transparent; border-radius: $p8;
  min-width: $p24; min-height: $p24; padding: $p3; }
QToolButton:hover, QToolButton:checked { background: $soft; }
QToolButton:focus { border: 2px solid $primary; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDateEdit, QTimeEdit, QComboBox {
  color: $ink; background: $surface; border: 1px solid $edge; border-radius: $p8;
  padding: $p5 $p10; selection-background-color: $primary; selection-color: $on_primary; }
QLineEdit, QPlainTextEdit, QTextEdit { placeholder-text-color: $quiet; }
QLineEdit, QSpinBox, QDateEdit, QTimeEdit, QComboBox { min-height: $p24; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDateEdit:focus,
QTimeEdit:focus,
QComboBox:focus { border: 2px solid $primary; padding: $p4 $p8; }
QSpinBox, QDateEdit, QTimeEdit { padding-top: $p4; padding-bottom: $p3; }
QSpinBox:focus, QDateEdit:focus, QTimeEdit:focus { padding-top: $p3; padding-bottom: $p2; }
QLineEdit:disabled, QPlainTextEdit:disabled, QSpinBox:disabled, QDateEdit:disabled,
QComboBox:disabled {
  color: $quiet; background: $page; }
QLineEdit[faulty="true"], QPlainTextEdit[faulty="true"] { border: 2px solid $danger; }
QLineEdit[bare="true"], QPlainTextEdit[bare="true"] {
  background: transparent; border: 1px solid transparent; }
QLineEdit[bare="true"]:hover, QPlainTextEdit[bare="true"]:hover { border: 1px solid $line; }
QLineEdit[bare="true"]:focus, QPlainTextEdit[bare="true"]:focus {
  background: $surface; border: 2px solid $primary; }
QAbstractSpinBox QLineEdit { background: transparent; border: 0; padding: 0 $p8; min-height: 0; }
QAbstractSpinBox QLineEdit:focus { border: 0; padding: 0 $p8; }
QComboBox { padding-right: $p24; combobox-popup: 0; }
QComboBox::drop-down {
  subcontrol-origin: padding; subcontrol-position: center right; width: $p24; border: 0; }
QComboBox::down-arrow { image: url("$images/down.svg"); width: $p16; height: $p16; }
QComboBox QAbstractItemView { color: $ink; background: $surface; border: 1px solid $edge; padding: $p4;
  selection-background-color: $primary; selection-color: $on_primary; outline: 0; }
QComboBox QAbstractItemView:focus { border: 1px solid $edge; }
QComboBox QAbstractItemView::item { min-height: $p32; padding: 0 $p8; }
QDateEdit::drop-down {
  subcontrol-origin: padding; subcontrol-position: center right; width: $p24; border: 0; }
QDateEdit::down-arrow { image: url("$images/down.svg"); width: $p16; height: $p16; }
QSpinBox::up-button, QSpinBox::down-button, QDateEdit::up-button, QDateEdit::down-button {
  subcontrol-origin: border; width: $p24; border: 0; }
QSpinBox::up-button { subcontrol-position: top right; }
QSpinBox::down-button { subcontrol-position: bottom right; }
QSpinBox::up-arrow { image: url("$images/up.svg"); width: $p14; height: $p14; }
QSpinBox::down-arrow { image: url("$images/down.svg"); width: $p14; height: $p14; }

QCheckBox, QRadioButton { color: $ink; background: transparent; spacing: $p8; min-height: $p24;
  padding: $p4;
  border: 2px solid transparent; border-radius: $p8; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $primary; }
QCheckBox:disabled, QRadioButton:disabled { color: $quiet; }
QCheckBox::indicator, QRadioButton::indicator, QListView::indicator, QTreeView::indicator,
QGroupBox::indicator {
  width: $p18; height: $p18; background: $surface; border: 2px solid $edge; border-radius: $p4; }
QRadioButton::indicator { border-radius: $p10; }
QCheckBox::indicator:checked, QListView::indicator:checked, QTreeView::indicator:checked,
QGroupBox::indicator:checked {
  background: $primary; border-color: $primary; image: url("$images/check.svg"); }
QCheckBox::indicator:indeterminate, QListView::indicator:indeterminate,
QTreeView::indicator:indeterminate { background: $primary;
  border-color: $primary; image: url("$images/partly.svg"); }
QRadioButton::indicator:checked {
  background: $primary; border-color: $primary; image: url("$images/dot.svg"); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $line; }

QListView, QTreeView, QTableView { color: $ink; background: $surface; border: 1px solid $line;
  border-radius: $p8;
  alternate-background-color: $page; outline: 0; }
QListView:focus, QTreeView:focus, QTableView:focus { border: 2px solid $primary; }
QListView::item, QTreeView::item { min-height: $p32; padding: $p2 $p8; border: 2px solid transparent; }
QListView::item:hover, QTreeView::item:hover { background: $soft; color: $ink; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected {
  background: $soft; color: $ink; }
QListView::item:selected:active, QTreeView::item:selected:active {
  border: 2px solid $primary; border-radius: $p4; }
QAbstractItemView[bare="true"] { background: transparent; border: 2px solid transparent; }
QHeaderView::section {
  color: $quiet; background: $surface; border: 0; border-bottom: 1px solid $line; padding: $p6 $p8; }
QTreeView::branch { background: transparent; }
QTreeView::branch:has-children:closed { image: url("$images/right.svg"); }
QTreeView::branch:has-children:open { image: url("$images/down.svg"); }
QTableCornerButton::section { background: $surface; border: 0; }

QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget#scrolled { background: transparent; }
QScrollArea:focus { border: 2px solid $primary; border-radius: $p4; }
QScrollBar:vertical { background: transparent; width: $p12; margin: 0; }
QScrollBar:horizontal { background: transparent; height: $p12; margin: 0; }
QScrollBar::handle { background: $edge; border: 3px solid transparent; border-radius: $p6; }
QScrollBar::handle:vertical { min-height: $p32; margin: 0 $p3; border: 0; border-radius: $p3; }
QScrollBar::handle:horizontal { min-width: $p32; margin: $p3 0; border: 0; border-radius: $p3; }
QScrollBar::handle:hover { background: $primary; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: 0; }

QMenuBar { color: $ink; background: $surface; border: 0; padding: $p2 $p16; }
QMenuBar::item { background: transparent; padding: $p5 $p10; border-radius: $p6; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $soft; color: $ink; }
QMenu { color: $ink; background: $surface; border: 1px solid $edge; padding: $p6; }
QMenu::item { padding: $p6 $p32 $p6 $p12; border-radius: $p6; border: 1px solid transparent; }
QMenu::item:selected { background: $soft; color: $ink; border-color: $primary; }
QMenu::item:disabled { color: $edge; }
QMenu::icon { padding-left: $p8; }
QMenu::separator { height: 1px; background: $line; margin: $p6 $p8; }
QMenu::indicator {
  width: $p16; height: $p16; margin-left: $p6; border: 1px solid $edge; border-radius: $p4; }
QMenu::indicator:checked {
  background: $primary; border-color: $primary; image: url("$images/check.svg"); }

QProgressBar {
  background: $track; border: 0; border-radius: $p4; min-height: $p8; max-height: $p8; color: transparent; }
QProgressBar::chunk { background: $primary; border-radius: $p4; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QTabBar::tab {
  color: $quiet; background: transparent; padding: $p8 $p16; border: 0;
  border-bottom: 3px solid transparent; }
QTabBar::tab:selected { color: $ink; border-bottom: 3px solid $primary; }
QTabBar::tab:focus { background: $soft; color: $ink; }
QTabWidget::pane { border: 0; border-top: 1px solid $line; }
QGroupBox { border: 1px solid $line; border-radius: $p8; margin-top: $p12; padding: $p12; }
QGroupBox::title { subcontrol-origin: margin; left: $p12; padding: 0 $p4; color: $ink; }
QCalendarWidget QWidget { color: $ink; background: $surface; alternate-background-color: $page; }
"""
