"""What is noticed in the article that is open: points in the margin, and proposals for a claim."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from factcheck.case.changes import AddDocument, Done, Edit, MarkClaim
from factcheck.case.read.claims import claim
from factcheck.window.lines import line_keys
from factcheck.window.widgets.chips import HintChip
from tests.making import loaded
from tests.window.panels.conftest import span

STORY = (
    "😀 Zoë Ångström, the foreign minister, came to Łódź.\n\n"
    "“We have sent 1,150 tents to 東京, 40% more than in 2019,” Ångström said on Tuesday.\n\n"
    "How nice.\n\nUnemployment fell to 4% in Zürich in 2019."
)
TENTS = "We have sent 1,150 tents"


@pytest.fixture
def do(qtbot, workspace):
    """Make a change, wait until the views have been told, and give what was made."""

    def make(change: object) -> Done:
        done: list[Done] = []
        with qtbot.waitSignal(workspace.changed):
            workspace.do(change, done.append)
        return done[0]

    return make


@pytest.fixture
def article(qtbot, shown, workspace, do) -> str:
    """An article that was noticed, open in the first reader."""
    change = AddDocument(
        loaded(STORY, title="Zelte", published="2021-11-17"), under_check=True, source=False
    )
    article = do(change).ids[0]
    with qtbot.waitSignal(shown.noticing.found):
        shown.open_article(article)
    shown.article.focus()
    return article


def points(shown) -> list[str]:
    states = shown.article.view._scene.states.states
    return [each.span.of(STORY)[:12] for each in states if each.state == "worth"]


def test_lines_worth_checking_have_a_point_until_they_are_in_a_claim(shown, article, do):
    assert points(shown) == ["😀 Zoë Ångstr", "“We have sen", "Unemployment"]
    do(MarkClaim(article, *span(STORY, "Unemployment fell to 4% in Zürich in 2019.")))
    assert points(shown) == ["😀 Zoë Ångstr", "“We have sen"]


def test_a_key_goes_to_the_next_line_worth_checking_and_round(shown, article):
    starts = []
    for _ in range(3):
        line_keys.next_worth(shown)
        starts.append(shown.article.view.current_line().of(STORY)[:12])
    assert starts == ["“We have sen", "Unemployment", "😀 Zoë Ångstr"]


def test_without_such_a_line_a_sentence_says_so(shown, article, do, qtbot):
    for words in STORY.split("\n\n"):
        do(MarkClaim(article, *span(STORY, words)))
    with qtbot.waitSignal(shown.said) as said:
        line_keys.next_worth(shown)
    assert said.args == ["Every line worth checking is read."]
    shown.article.clear()
    with qtbot.waitSignal(shown.said) as said:
        line_keys.next_worth(shown)
    assert said.args == ["Open an article that is under check first."]


def test_a_marked_claim_gets_proposals_with_their_words(shown, article, do):
    shown.activate(do(MarkClaim(article, *span(STORY, TENTS))).ids[0])
    told = [(hint.field, hint.value, hint.words) for hint in shown.claim.hints.hints]
    assert told == [
        ("speaker", "Zoë Ångström", "Said by Zoë Ångström: “Ångström said”"),
        ("made_on", "2021-11-16", "Made on 2021-11-16: “Tuesday”, from the publication date."),
        ("checks", "attribution", "Check that it was said so: “Ångström said”"),
    ]
    assert shown.claim.hints.isVisible()


def test_y_accepts_the_first_proposal_and_delete_dismisses_the_one_with_the_keyboard(
    shown, article, do, qtbot, workspace
):
    claim_id = do(MarkClaim(article, *span(STORY, TENTS))).ids[0]
    shown.activate(claim_id)
    with qtbot.waitSignal(workspace.changed):
        shown.accept_hint()
    assert workspace.read(claim, claim_id).speaker == "Zoë Ångström"
    chip = shown.claim.hints.findChildren(HintChip)[-1]
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert [hint.field for hint in shown.claim.hints.hints] == ["made_on"]
    chip = next(c for c in shown.claim.hints.findChildren(HintChip) if not c.isHidden())
    chip.setFocus()
    with qtbot.waitSignal(workspace.changed):
        QTest.keyClick(chip, Qt.Key.Key_Y)
    assert workspace.read(claim, claim_id).made_on == "2021-11-16"
    assert not shown.claim.hints.isVisible()
    with qtbot.waitSignal(shown.said) as said:
        shown.accept_hint()
    assert said.args == ["Nothing is proposed for this claim."]


def test_what_is_known_is_not_proposed(shown, article, do):
    claim_id = do(MarkClaim(article, *span(STORY, TENTS), speaker="Łucja")).ids[0]
    shown.activate(claim_id)
    assert [hint.field for hint in shown.claim.hints.hints] == ["made_on", "checks"]
    do(Edit("claim", claim_id, {"made_on": "2021", "checks": "attribution"}))
    assert not shown.claim.hints.hints


def test_a_chip_is_no_wider_than_the_panel_and_has_a_name(shown, article, do):
    shown.activate(do(MarkClaim(article, *span(STORY, TENTS))).ids[0])
    chips = [c for c in shown.claim.hints.findChildren(HintChip) if not c.isHidden()]
    assert len(chips) == 3
    assert all(chip.sizeHint().width() <= shown.claim.width() for chip in chips)
    assert all(chip.accessibleName().startswith("Hint: ") for chip in chips)
