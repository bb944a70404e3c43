"""The rules of a case: what it warns of, and how many approvals make a verdict final."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from factcheck.case.changes import Change, Done, SetApprovals, SetGates
from factcheck.case.clock import new_id
from factcheck.case.read.gates import gates_on
from factcheck.case.read.reviews import approvals_needed
from factcheck.case.verdict_changes import GATES, MOST_APPROVALS, Gate
from factcheck.errors import FactcheckError
from factcheck.window.dialog import Dialog
from factcheck.window.verdicts.words import rule_for_gate
from factcheck.window.workspace import Workspace


class RulesDialog(Dialog):
    """Each warning on or off, approvals 0 to MOST_APPROVALS; one undo takes all back."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=520)
        self._workspace = workspace
        self._waiting = 0
        self.set_words(self.tr("Rules of the case"), self.tr("Save"))
        self.add_label(self.tr("Ask for a sentence before a verdict is recorded, where"))
        self._was_on = frozenset(workspace.read(gates_on))
        self.gates: dict[Gate, QCheckBox] = {}
        for gate in GATES:
            box = QCheckBox(rule_for_gate(gate))
            box.setChecked(gate in self._was_on)
            self.gates[gate] = box
            self.body.addWidget(box)
        self.add_note(self.tr("A warning never stops a verdict: the sentence can be left out."))
        self.body.addSpacing(8)
        self.approvals = QComboBox()
        self.approvals.addItem(self.tr("None: what is recorded is final"))
        for number in range(1, MOST_APPROVALS + 1):
            self.approvals.addItem(self.tr("%n approval(s) by others", "", number))
        self._was_needed = workspace.read(approvals_needed)
        self.approvals.setCurrentIndex(self._was_needed)
        self.add_field(self.tr("Approvals that make a verdict final"), self.approvals)
        self.add_note(
            self.tr(
                "Names are declared, not authenticated: that somebody else approved is what"
                " the two people say."
            )
        )
        why = workspace.why_read_only
        if why:
            self.main_button.setEnabled(False)
            self.refuse(why)
        self.gates[GATES[0]].setFocus()

    def changes(self) -> list[Change]:
        """Give what was changed."""
        on = tuple(gate for gate in GATES if self.gates[gate].isChecked())
        found: list[Change] = []
        if frozenset(on) != self._was_on:
            found.append(SetGates(on))
        if self.approvals.currentIndex() != self._was_needed:
            found.append(SetApprovals(self.approvals.currentIndex()))
        return found

    def accept(self) -> None:
        """Save what was changed, and close once it is on disk."""
        wanted = self.changes()
        if not wanted:
            super().accept()
            return
        self._waiting = len(wanted)
        self.main_button.setEnabled(False)
        group = new_id()
        for change in wanted:
            self._workspace.do(change, self._saved, self._refused, group_id=group)

    def _saved(self, _done: Done) -> None:
        self._waiting -= 1
        if self._waiting == 0:
            super().accept()

    def _refused(self, error: FactcheckError) -> None:
        self.main_button.setEnabled(True)
        self.refuse(str(error))
