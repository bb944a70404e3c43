"""The column of quotations in the list of claims."""

from factcheck.case.changes import AddDocument, MarkClaim
from factcheck.window.claims.claims_view import ClaimsView
from tests.making import loaded
from tests.window.checks.conftest import FIRST


def column(view: ClaimsView) -> list[str]:
    model = view.table.rows
    number = [each.key for each in model.columns].index("quotation")
    return [str(model.index(row, number).data()) for row in range(model.rowCount())]


def test_claims_say_whether_their_quotation_stands_in_a_source(qtbot, workspace, tasks, made):
    start = FIRST.index("nothing like that")
    made.do(MarkClaim(made.article, start, start + 10))
    start = FIRST.index("Nobody")
    made.do(MarkClaim(made.article, start, start + 10))
    view = ClaimsView(workspace, tasks)
    qtbot.addWidget(view)
    with qtbot.waitSignal(view.quoted.changed):
        view.show()
    assert column(view) == ["exact", "not found", "–"]
    with qtbot.waitSignal(view.quoted.changed):
        made.do(AddDocument(loaded("It is nothing like that 😀, he said.", title="Łódź")))
    assert column(view) == ["exact", "exact", "–"]
