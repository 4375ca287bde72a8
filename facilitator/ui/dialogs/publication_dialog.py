"""Deciding, one by one, about what could tell who somebody is; nothing is held back by it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from facilitator.domain import entities as e
from facilitator.services.publication import Finding, decision_of, is_open
from facilitator.ui.dialogs.extra_finder import ExtraFinder
from facilitator.ui.dialogs.finding_rows import FindingFace, FindingRows, FindingView
from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.fields import LineField
from facilitator.ui.kit.page import Go
from facilitator.ui.kit.places import NOWHERE, Place, Places
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.surfaces import FlowLayout, column, row
from facilitator.ui.kit.theme import BODY

LARGE = 1.5

HERE = frozenset({"opening", "summary"})
"""Fields of the dialogue that are written on the report page itself."""


class PublicationDialog(Dialog):
    """Lists the findings, the open ones first, and tells what somebody decides about the chosen one.

    Signals:
        decided: The finding, the verdict and the reason.
        replaced: The finding and the words that should stand there.
    """

    decided = Signal(object, str, str)
    replaced = Signal(object, str)

    def __init__(
        self,
        context: Context,
        findings: Sequence[Finding],
        parent: QWidget | None = None,
        *,
        saving: bool = False,
    ) -> None:
        super().__init__(context, "", parent)
        lead = self.tr(
            "The program helps to look, a person decides. It does not find everything: read along."
        )
        self.set_heading(self.tr("Check before publication"), lead if self.theme.scale < LARGE else "")
        self.set_width(820)
        self.go: Go | None = None
        self._readonly = context.dialogue.store.readonly
        self._places = Places(context, self)
        self._findings: list[Finding] = []
        self.told = PlainLabel("", font=self.theme.font(BODY, bold=True), wrap=True)
        self.told.setObjectName("findings_told")
        self.rows = FindingRows(self)
        self.view = FindingView(self.theme, self)
        self.view.setObjectName("findings")
        self.view.setAccessibleName(self.tr("What was found"))
        self.view.setModel(self.rows)
        self.why = PlainLabel("", wrap=True)
        self.why.setObjectName("finding_why")
        self.extra = ExtraFinder(self.theme, self)
        top = QWidget(self)
        head = column(top, self.theme) if self.theme.scale >= LARGE else row(top, self.theme, spacing=16)
        head.addWidget(self.told, 1)
        head.addWidget(self.extra)
        self.body.addWidget(top)
        for widget in (self.view, self.why):
            self.body.addWidget(widget, 1 if widget is self.view else 0)
        self._build_fields()
        self.add_buttons(
            self.tr("Save anyway") if saving else self.tr("Close"), self.tr("Not yet") if saving else ""
        )
        self.view.selectionModel().currentChanged.connect(self._tell)
        self.show_findings(findings)
        self.view.setFocus()

    def _build_fields(self) -> None:
        theme = self.theme
        self.words = LineField(theme, self)
        self.words.setObjectName("finding_words")
        self._words_label = self.add_field(self.tr("Put this there instead"), self.words)
        self.reason = LineField(theme, self)
        self.reason.setObjectName("finding_reason")
        self.add_field(self.tr("Why it may stay (if you like)"), self.reason)
        acts = QWidget(self)
        line = FlowLayout(acts, theme.gap(8))
        self.change = Button(theme, self.tr("Replace"), acts, icon="edit", keys="Ctrl+R")
        self.keep = Button(theme, self.tr("Leave as it is"), acts, icon="check", keys="Ctrl+L")
        self.later = Button(theme, self.tr("Later"), acts, icon="clock")
        self.look = Button(theme, self.tr("Show where it is"), acts, icon="arrow-right", keys="Ctrl+G")
        for button, name in (
            (self.change, "change"),
            (self.keep, "keep"),
            (self.later, "later"),
            (self.look, "look"),
        ):
            button.setObjectName(name)
            button.setAutoDefault(False)
            line.addWidget(button)
        self.change.clicked.connect(self._replace)
        self.keep.clicked.connect(self._keep)
        self.later.clicked.connect(self._put_off)
        self.look.clicked.connect(self._show_place)
        self.body.addWidget(acts)

    # ── data in ─────────────────────────────────────────────────────────────

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these findings; the one below that was decided last is chosen."""
        state = self.context.dialogue.state
        row = max(self.view.currentIndex().row(), 0)
        waiting = [finding for finding in findings if is_open(state, finding)]
        self._findings = waiting + [finding for finding in findings if not is_open(state, finding)]
        self.rows.set_faces([self._face(finding) for finding in self._findings])
        count = len(waiting)
        self.told.setText(
            self.tr("%n thing(s) to decide", "", count) if count else self.tr("Nothing left to decide.")
        )
        # Those decided stand behind the open ones: the same row is the next one.
        self.view.setCurrentIndex(self.rows.index(min(row, max(count - 1, 0)), 0))
        self._tell()

    def _face(self, finding: Finding) -> FindingFace:
        done, waits = self._done(finding), is_open(self.context.dialogue.state, finding)
        what, where = self._kind(finding.kind), self._place(finding).words.split(" · ‘", maxsplit=1)[0]
        spoken = ". ".join(part for part in (what, finding.excerpt, where, done) if part)
        return FindingFace(what, where, finding.excerpt, finding.mark, done, waits, spoken)

    def _done(self, finding: Finding) -> str:
        decided = decision_of(self.context.dialogue.state, finding)
        if decided is None:
            return ""
        said: dict[str, str] = {
            "keep": self.tr("may stay"),
            "changed": self.tr("replaced"),
            "later": self.tr("put off"),
        }
        verdict = said.get(decided.verdict, decided.verdict)
        return f"{verdict}: {decided.reason}" if decided.reason else verdict

    def _kind(self, kind: str) -> str:
        names = {
            "personal.bsn": self.tr("Citizen service number"),
            "personal.iban": self.tr("Bank account"),
            "personal.phone": self.tr("Phone number"),
            "personal.email": self.tr("E-mail address"),
            "personal.address": self.tr("Address"),
            "personal.birth": self.tr("Date of birth"),
            "personal.plate": self.tr("Number plate"),
            "personal.number": self.tr("Number"),
            "personal.web": self.tr("Web address"),
            "personal.name": self.tr("Name"),
            "cell.meeting": self.tr("Few people"),
            "cell.participants": self.tr("Few people"),
            "consent.copied": self.tr("Promise"),
            "consent.none_starred": self.tr("Promise"),
            "consent.unknown_quoted": self.tr("Promise"),
            "consent.first_name_quoted": self.tr("Promise"),
            "picture.no_description": self.tr("Picture"),
            "cover.no_description": self.tr("Picture"),
            "logo.no_description": self.tr("Picture"),
            "gate.open": self.tr("Step"),
            "advice.unvoted": self.tr("Advice"),
            "goal.no_definition": self.tr("Goal"),
        }
        return names.get(kind, kind)

    def _place(self, finding: Finding) -> Place:
        state = self.context.dialogue.state
        on_first_page = finding.target in (state.dialogue.cover, state.dialogue.logo)
        if (finding.entity == "dialogue" and finding.field in HERE) or on_first_page:
            return Place(self.tr("Report"), Go("report"))
        row = (
            state.gate(finding.target)
            if finding.entity == "gate"
            else state.get(finding.entity, finding.target)
        )
        if isinstance(row, e.Picture):
            row = next((note for note in state.notes if note.picture == finding.target), None)
        if row is None:
            return NOWHERE
        entity = "note" if isinstance(row, e.Note) else finding.entity
        return self._places.of_row(entity, row)

    # ── choosing ────────────────────────────────────────────────────────────

    def finding(self) -> Finding | None:
        """Return the chosen finding."""
        row = self.view.currentIndex().row()
        return self._findings[row] if 0 <= row < len(self._findings) else None

    @Slot(QModelIndex, QModelIndex)
    def _tell(self, _now: QModelIndex | None = None, _before: QModelIndex | None = None) -> None:
        chosen = self.finding()
        writable = chosen is not None and not self._readonly
        replaceable = writable and chosen is not None and chosen.end > chosen.start
        decided = decision_of(self.context.dialogue.state, chosen) if chosen else None
        self.why.setText(self.context.words.text("findings", chosen.kind) if chosen else "")
        self.words.setText(chosen.suggestion if chosen else "")
        self.reason.setText(decided.reason if decided else "")
        self.words.setEnabled(replaceable)
        self.change.setEnabled(replaceable)
        for widget in (self.reason, self.keep, self.later):
            widget.setEnabled(writable)
        self.go = self._place(chosen).go if chosen else None
        self.look.setEnabled(self.go is not None)

    @Slot()
    def _replace(self) -> None:
        chosen = self.finding()
        if chosen is not None and self.change.isEnabled():
            self.replaced.emit(chosen, self.words.text())

    @Slot()
    def _keep(self) -> None:
        self._decide("keep")

    @Slot()
    def _put_off(self) -> None:
        row = self.view.currentIndex().row()
        self._decide("later")
        self.view.setCurrentIndex(self.rows.index(min(row + 1, self.rows.rowCount() - 1), 0))

    def _decide(self, verdict: str) -> None:
        chosen = self.finding()
        if chosen is not None and self.keep.isEnabled():
            self.decided.emit(chosen, verdict, self.reason.text())

    @Slot()
    def _show_place(self) -> None:
        if self.go is not None:
            self.done(2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts = {Qt.Key.Key_R: self.change, Qt.Key.Key_L: self.keep, Qt.Key.Key_G: self.look}
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        button = acts.get(Qt.Key(event.key())) if control else None
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control:
            # Enter does what the field is for; in the list it goes on to the fields.
            where = self.focusWidget()
            button = self.change if where is self.words else self.keep if where is self.reason else None
            if where is self.view:
                (self.words if self.words.isEnabled() else self.reason).setFocus()
                return
        if button is not None:
            if button.isEnabled():
                button.click()
                self.view.setFocus()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        screen = self.screen().availableGeometry()
        return QSize(super().sizeHint().width(), min(self.theme.px(720), screen.height() - 64))
