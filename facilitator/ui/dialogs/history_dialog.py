"""The evening as a list, newest first, and the way back to any moment of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QDateTime, QModelIndex, QSize, Slot
from PySide6.QtWidgets import QDialog, QWidget

from facilitator.store.session import Moment, Trace
from facilitator.ui.dialogs.moment_rows import MomentFace, MomentRows
from facilitator.ui.dialogs.moment_view import MomentView
from facilitator.ui.kit.actions import keys_text
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.fields import LineField
from facilitator.ui.kit.language import locale
from facilitator.ui.kit.page import Go
from facilitator.ui.kit.places import Places
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.theme import BODY

LARGE = 1.5
Traces = Callable[[Sequence[tuple[str, int]]], Mapping[tuple[str, int], Sequence[Trace]]]


@dataclass(frozen=True, slots=True)
class HistoryChoice:
    """What the person chose: a moment to go to, or a place to look at.

    Attributes:
        point: The stamp to go to, or None.
    """

    point: int | None = None
    go: Go | None = None


class HistoryDialog(Dialog):
    """Lists every edit with when, what and where; chooses one to go back (or on) to."""

    def __init__(
        self,
        context: Context,
        moments: Sequence[Moment],
        traces: Traces,
        parent: QWidget | None = None,
        *,
        readonly: bool = False,
    ) -> None:
        super().__init__(context, "", parent)
        lead = self.tr("Everything that was done, the newest first. Nothing gets lost by going back.")
        # In large letters the list itself needs the room.
        self.set_heading(self.tr("Back to another moment"), lead if self.theme.scale < LARGE else "")
        self.set_width(760)
        self._traces = traces
        self._readonly = readonly
        self._places = Places(context, self)
        self._own = context.dialogue.store.source
        self._laptops = self._name_laptops(moments)
        self.field = LineField(self.theme, self)
        self.field.setObjectName("find_moment")
        self.field.setPlaceholderText(self.tr("Search: a word, a name or a time"))
        self.field.setAccessibleName(self.tr("Search in what was done"))
        self.field.setClearButtonEnabled(True)
        self.rows = MomentRows(self._describe, self)
        self.view = MomentView(self.theme, self)
        self.view.setObjectName("moments")
        self.view.setAccessibleName(self.tr("What was done"))
        self.view.setModel(self.rows)
        self.told = PlainLabel("", font=self.theme.font(BODY, bold=True), wrap=True)
        self.told.setObjectName("steps_told")
        self.body.addWidget(self.field)
        self.body.addWidget(self.told)
        self.body.addWidget(self.view, 1)
        self.primary = self.add_buttons(self.tr("Back to here"), self.tr("Close"))
        self.look = self.add_button("look", self.tr("Show where it is"))
        self.asked_button.connect(self._show_place)
        self._go: Go | None = None
        self.rows.show(moments)
        self.field.textChanged.connect(self._seek)
        self.view.selectionModel().currentChanged.connect(self._tell)
        self._start()
        self.view.setFocus()

    def _start(self) -> None:
        here = max(self.rows.row_of_here(), 0)
        self.view.setCurrentIndex(self.rows.index(here, 0))
        self._tell()

    def sizeHint(self) -> QSize:
        screen = self.screen().availableGeometry()
        return QSize(super().sizeHint().width(), min(self.theme.px(720), screen.height() - 64))

    # --- words ---

    def _name_laptops(self, moments: Sequence[Moment]) -> dict[str, str]:
        sources = {moment.edit.source for moment in moments}
        if len(sources) < 2:
            return {}
        others = sorted(sources - {self._own})
        named = {s: self.tr("Laptop {number}").format(number=n) for n, s in enumerate(others, 2)}
        return {**named, self._own: self.tr("This laptop")}

    def _describe(self, moments: Sequence[Moment]) -> list[MomentFace]:
        told = self._traces([(moment.edit.source, moment.edit.stamp) for moment in moments])
        return [self._face(m, told.get((m.edit.source, m.edit.stamp), ())) for m in moments]

    def _face(self, moment: Moment, traces: Sequence[Trace]) -> MomentFace:
        edit = moment.edit
        words = self.context.words.edit(edit.label) or self.tr("change")
        what = words[:1].upper() + words[1:]
        at = datetime.fromtimestamp(edit.at_ms / 1000)
        shown = "HH:mm" if at.date() == self.context.now().date() else "d MMM HH:mm"
        clock = QDateTime.fromMSecsSinceEpoch(edit.at_ms)
        time = locale(self.context.language).toString(clock, shown)
        where = self._places.of_traces(traces).words
        laptop = self._laptops.get(edit.source, "")
        here = moment.point is not None and not moment.steps
        mark = self.tr("undone") if moment.undone else self.tr("now") if here else ""
        spoken = ". ".join(part for part in (time, what, where, laptop, mark) if part)
        return MomentFace(time, what, where, laptop, mark, moment.undone, here, spoken)

    def _sentence(self, moment: Moment) -> str:
        if moment.point is None:
            if moment.edit.source != self._own:
                return self.tr("This was done on another laptop; only that one can undo it.")
            if moment.undone:
                return self.tr("This was undone, and then something else was done. It cannot come back.")
            return self.tr("Nothing was changed here, so there is nothing to go back to.")
        if not moment.steps:
            return self.tr("This is where you are now.")
        if moment.steps > 0:
            return self.tr("Going on to here does %n step(s) again.", "", moment.steps)
        text = self.tr("Going back to here undoes %n step(s).", "", -moment.steps)
        again = self.tr("{key} does them again, one by one.").format(key=keys_text("Ctrl+Y"))
        return f"{text} {again}"

    # --- choosing ---

    def moment(self) -> Moment | None:
        """Return the chosen moment."""
        return self.rows.moment(self.view.currentIndex().row())

    @Slot(str)
    def _seek(self, typed: str) -> None:
        self.rows.seek(typed)
        self._start()

    @Slot(QModelIndex, QModelIndex)
    def _tell(self, _now: QModelIndex | None = None, _before: QModelIndex | None = None) -> None:
        moment = self.moment()
        if moment is None:
            self.told.setText(self.tr("Nothing found. Try another word."))
            self.primary.setEnabled(False)
            self.look.setEnabled(False)
            return
        self.told.setText(self._sentence(moment))
        on = moment.steps > 0
        self.primary.set_words(self.tr("On to here") if on else self.tr("Back to here"))
        self.primary.setEnabled(moment.point is not None and moment.steps != 0 and not self._readonly)
        key = (moment.edit.source, moment.edit.stamp)
        self._go = self._places.of_traces(self._traces([key]).get(key, ())).go
        self.look.setEnabled(self._go is not None)

    @Slot(str)
    def _show_place(self, _name: str) -> None:
        if self._go is not None:
            self.done(2)

    def choice(self) -> HistoryChoice | None:
        """Return what was chosen, once the dialog is closed."""
        moment = self.moment()
        if self.result() == QDialog.DialogCode.Accepted and moment is not None:
            return HistoryChoice(point=moment.point)
        return HistoryChoice(go=self._go) if self.result() == 2 else None

    @classmethod
    def ask(cls, context: Context, parent: QWidget | None) -> HistoryChoice | None:
        """Show the history of the open dialogue and return what was chosen."""
        store = context.dialogue.store

        def traces(edits: Sequence[tuple[str, int]]) -> Mapping[tuple[str, int], Sequence[Trace]]:
            # Asked for while the rows are painted; what was done is on the disk since the moments were asked.
            with store.patience.at_once():
                return store.traces(edits)

        dialog = cls(context, store.moments(), traces, parent, readonly=store.readonly)
        dialog.exec()
        choice = dialog.choice()
        dialog.deleteLater()
        return choice
