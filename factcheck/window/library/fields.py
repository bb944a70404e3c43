"""The fields of a document's particulars: names, labels, values, and the widgets for them."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from factcheck.case.read.documents import DocumentRow
from factcheck.window.widgets.moment import DATE_HINT, MomentField

FieldWidget = QLineEdit | QComboBox | QCheckBox | MomentField


class Field(NamedTuple):
    """One field: its name in an Edit, its label, what a row has, and its choices if it has any.

    moment: "now" or "day", a date with a button that fills it in. box: the words of a check box.
    """

    name: str
    label: str
    value: Callable[[DocumentRow], str]
    choices: tuple[tuple[str, str], ...] = ()
    hint: str = ""
    moment: str = ""
    box: str = ""


class DocumentFields(QObject):
    """Makes the fields in the user's language."""

    def of(self, row: DocumentRow) -> tuple[Field, ...]:
        """Give the fields of a document, in their order: a note has some that a text has not."""
        return (
            Field("title", self.tr("Title"), lambda r: r.title),
            *(self._of_note() if row.kind != "text" else ()),
            Field("byline", self.tr("Author"), lambda r: r.byline),
            Field("outlet", self.tr("Outlet or publisher"), lambda r: r.outlet),
            Field("published", self.tr("Published"), lambda r: r.published, hint=DATE_HINT),
            Field("updated", self.tr("Updated"), lambda r: r.updated, hint=DATE_HINT),
            Field("accessed", self.tr("Accessed"), lambda r: r.accessed, moment="day"),
            Field("url", self.tr("Address"), lambda r: r.url),
            Field("archive_url", self.tr("Archived copy"), lambda r: r.archive_url),
            *self._of_source(),
            Field("language", self.tr("Language"), lambda r: r.language, hint="en, de, ar"),
            Field("external_id", self.tr("External id"), lambda r: r.external_id),
        )

    def _of_note(self) -> tuple[Field, ...]:
        return (
            Field("who", self.tr("Who"), lambda r: r.who),
            Field("when", self.tr("When"), lambda r: r.happened_at, moment="now"),
            Field("how", self.tr("How"), lambda r: r.how),
        )

    def _of_source(self) -> tuple[Field, ...]:
        standing = (
            ("", self.tr("not said")),
            ("primary", self.tr("primary")),
            ("secondary", self.tr("secondary")),
        )
        condition = (
            ("ok", self.tr("as published")),
            ("corrected", self.tr("corrected")),
            ("retracted", self.tr("retracted")),
            ("unreliable", self.tr("unreliable")),
        )
        return (
            Field("standing", self.tr("Source"), lambda r: r.standing, standing),
            Field("reliability", self.tr("Reliability"), lambda r: r.reliability),
            Field(
                "confidential",
                self.tr("Confidential"),
                lambda r: "yes" if r.confidential else "no",
                box=self.tr("Confidential"),
            ),
            Field(
                "aliases",
                self.tr("Other names, kept out of exports"),
                lambda r: ", ".join(r.other_names),
                hint=self.tr("Red Fox, A. B."),
            ),
            Field("condition", self.tr("Condition"), lambda r: r.condition, condition),
            Field("condition_note", self.tr("About its condition"), lambda r: r.condition_note),
        )


def widget_for(field: Field) -> FieldWidget:
    """Make the widget of a field, named for who cannot see its label."""
    made: FieldWidget
    if field.choices:
        made = QComboBox()
        for stored, word in field.choices:
            made.addItem(word, stored)
    elif field.box:
        made = QCheckBox(field.box)
    elif field.moment:
        made = MomentField(day=field.moment == "day")
    else:
        made = QLineEdit()
        made.setPlaceholderText(field.hint)
    made.setAccessibleName(field.label)
    return made


def put(widget: FieldWidget, value: str) -> None:
    """Show a value."""
    if isinstance(widget, QComboBox):
        widget.setCurrentIndex(max(0, widget.findData(value)))
    elif isinstance(widget, QCheckBox):
        widget.setChecked(value == "yes")
    elif isinstance(widget, MomentField):
        if widget.text() != value:
            widget.set_text(value)
    elif widget.text() != value:
        widget.setText(value)
        widget.setCursorPosition(0)


def taken(widget: FieldWidget) -> str:
    """Return the value that stands in a widget."""
    if isinstance(widget, QComboBox):
        return str(widget.currentData())
    if isinstance(widget, QCheckBox):
        return "yes" if widget.isChecked() else "no"
    return widget.text()


def has_label(widget: QWidget) -> bool:
    """Tell whether a label goes above: a check box says its own words."""
    return not isinstance(widget, QCheckBox)
