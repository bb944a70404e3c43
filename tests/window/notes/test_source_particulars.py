"""What a source says about itself, in one panel: today by a button, confidential by a tick."""

import pytest
from PySide6.QtCore import Qt

from factcheck.case.read.documents import document
from factcheck.window.check.check_view import CheckView
from factcheck.window.check.note_keys import record, show_particulars
from factcheck.window.widgets.moment import now_given, today_given


@pytest.fixture
def check(qtbot, workspace, tasks, made) -> CheckView:
    view = CheckView(workspace, tasks)
    qtbot.addWidget(view)
    view.resize(1300, 800)
    view.show()
    view.library.refresh()
    view.open_article(made.article)
    view.open_source(made.source)
    view.window().activateWindow()
    return view


def test_the_particulars_of_the_source_that_is_read_are_shown(check, made, qtbot):
    check.source.focus()
    qtbot.waitUntil(check.source.is_focused)
    show_particulars(check)
    form = check.library.particulars
    assert form._area.widget().minimumSizeHint().width() < 200
    assert form.document_id == made.source
    assert form.isVisible()
    assert form._fields["title"].hasFocus()
    assert "who" not in form._fields


def test_all_that_was_changed_is_saved_in_one_step(check, made, workspace, qtbot):
    check.library.show_particulars_of(made.source)
    form = check.library.particulars
    fields = form._fields
    fields["byline"].setText("Łucja Ångström")
    fields["outlet"].setText("Spedition 東京")
    fields["published"].setText("2020")
    fields["updated"].setText("2020-11-17T09:30+03:00")
    fields["accessed"].button.click()
    fields["archive_url"].setText("https://archive.example/東京")
    fields["standing"].setCurrentIndex(1)
    fields["reliability"].setText("eigene Unterlagen 😀")
    fields["confidential"].setChecked(True)
    with qtbot.waitSignal(workspace.changed):
        qtbot.keyClick(fields["byline"], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    row = workspace.read(document, made.source)
    assert (row.byline, row.outlet, row.published) == ("Łucja Ångström", "Spedition 東京", "2020")
    assert (row.updated, row.accessed) == ("2020-11-17T09:30+03:00", today_given())
    assert (row.standing, row.reliability, row.confidential) == (
        "primary", "eigene Unterlagen 😀", 1,
    )  # fmt: skip
    assert row.archive_url == "https://archive.example/東京"
    assert "primary · confidential" in check.source.header.accessibleName()
    with qtbot.waitSignal(workspace.changed):
        workspace.undo()
    assert workspace.read(document, made.source).confidential == 0


def test_the_moment_of_a_call_is_filled_in_by_a_button(check, made, workspace, qtbot):
    check.library.show_particulars_of(made.call)
    form = check.library.particulars
    form._fields["when"].button.click()
    form._fields["who"].setText("Zoë")
    form._fields["who"].setFocus()
    with qtbot.waitSignal(workspace.changed):
        record(check)
    row = workspace.read(document, made.call)
    assert row.who == "Zoë"
    assert row.happened_at[:10] == now_given()[:10]


def test_what_was_not_changed_is_not_saved(check, made, workspace):
    before = workspace.head.seq
    check.library.show_particulars_of(made.source)
    check.library.particulars.save()
    assert workspace.head.seq == before
    assert not check.library.particulars.isVisible()
