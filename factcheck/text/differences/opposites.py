"""Words that say the contrary of each other about one thing, by concept."""

from factcheck.text.figures.tokens import stem, word_set

# Each block: what is said, and its contrary. Two words joined by "_" stand side by side.
_CONCEPTS = """
approve approved accept accepted uphold upheld endorse endorsed pass passed adopt adopted ratify
ratified agree agreed support supported backed grant granted welcome allow allowed permit
permitted authorise authorised authorize approval consent legalise gave_way green-light
in_favour voted_for cleared_for yes favour favours favoured let affirmed affirm confirmed_the :
reject defeated rejected refuse refused veto vetoed oppose opposed dismiss dismissed block blocked
overturn overturned quash quashed turned_down threw_out thrown_out struck_down voted_down
voted_against ban banned prohibit prohibited forbid forbade forbidden bar barred rule_out
ruled_out withheld withhold rebuffed refusal rejection disallowed revoked rescinded annulled
set_aside declined outlawed outlaw against

open opened opens reopen reopened reopens : close closed closes shut shuts closure shuttered
boarded

guilty convict convicted liable blame blamed fault conviction wrongdoing culpable responsible :
acquit acquitted clear cleared exonerate exonerated innocent vindicated absolved acquittal
not_guilty

win won wins victory triumph triumphed victorious : lose lost loses defeat defeated beaten loser

survive survived survivor survivors alive survives spared : shot
slaughtered executed die died dies dead kill killed perish perished drowned death fatal

succeed succeeded managed success upheld allowed granted : dismissed rejected thrown_out fail
failed fails failure unable unsuccessful

confirm confirmed admit admitted acknowledge acknowledged confirms admits concede conceded :
deny denied denies denial refute refuted disputed

go_ahead went_ahead resume resumed keep kept retain retained reinstate reinstated take_place
took_place continue continued continues goes_ahead proceed proceeded maintained restored restore
: cancel cancelled canceled abandon abandoned called_off scrap scrapped suspend suspended
postpone postponed halt halted abolish abolished discontinued withdrew withdrawn axed
dropped_the shelved stopped averted prevented avoided

spare spared escaped unaffected : hit buried engulfed reach reached devastated wrecked

stay stayed stayed_on : quit sent_off resign resigned
departed withdrew

safe harmless : unsafe dangerous hazardous harmful

legal lawful legally constitutional : illegal unlawful illegally unconstitutional

attend attended present attends went_to go_to came_to took_part : absent miss missed boycott
boycotted skip skipped stayed_away

hire hired appoint appointed recruit recruited : sack sacked fire fired dismissed laid_off
redundant

arrest arrested detain detained jailed jail custody held imprisoned : release released freed

include included includes : exclude excluded omit omitted left_out

intact undamaged unscathed unharmed unhurt uninjured escaped_unhurt : damage damaged destroy
destroyed injured hurt wrecked ruined gutted collapsed

possible : impossible

active : extinct dormant inactive

running operating operational runs operates : shut idle closed mothballed

mentions mention mentioned : omits says_nothing silent ignores said_nothing

saved : let_in conceded

reached_agreement agreement deal accord breakthrough compromise clinched : failed collapsed
broke_down no_deal deadlock stalemate impasse without_agreement fruitless

full filled sold_out packed : empty vacant deserted half-empty

sign signed signs signature : unsigned vetoed veto

insured : uninsured

repay repaid repays repayment : default defaulted

profit profits profitable black : loss losses lossmaking red

positive : negative

public : secret confidential private

agree agreed agreement deal : disagree disagreed deadlock disagreement

married : unmarried single divorced

comply complied obey obeyed observed : violate violated breach breached flouted broke

increase_in : decrease_in

build built erected constructed : demolish demolished dismantled torn_down pulled_down razed

enough sufficient ample adequate : insufficient inadequate shortage short_of lack lacked lacks

vaccinated immunised : unvaccinated

genuine authentic real original : fake forged forgery copy counterfeit

accurate correct right : inaccurate wrong incorrect mistaken

free gratis : paid charge charged fee

found recovered located discovered : missing untraced

met reached achieved : fell_short missed

elected re-elected : unseated ousted

ended finished over : ongoing continues continuing continued

extinct : survives

fit : unfit injured

satisfied happy pleased : dissatisfied unhappy

available : unavailable

known identified : unknown unidentified

likely : unlikely

compulsory mandatory obligatory required : optional voluntary

extended prolonged : shortened curtailed

independent : dependent

innocent : guilty

popular : unpopular

early : late

rich wealthy : poor

alone solo unaccompanied single-handed : together accompanied company

in_place in_force stays_in remains_in extended kept upheld : lifted ended scrapped dropped abolished
repealed expired

agree agreement agreed accord : disagree no_agreement without_agreement

stays stayed : evicted expelled deported
"""


def _parse() -> tuple[
    dict[str, list[tuple[int, int]]], dict[tuple[str, str], list[tuple[int, int]]]
]:
    single: dict[str, list[tuple[int, int]]] = {}
    double: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for concept, line in enumerate(_CONCEPTS.strip().split("\n\n")):
        for sign, words in zip((1, -1), line.split(":"), strict=True):
            for word in words.split():
                if "_" in word:
                    one, other = word.split("_")
                    double.setdefault((one, other), []).append((concept, sign))
                else:
                    entry = (concept, sign)
                    known = single.setdefault(word, [])
                    if entry not in known:
                        known.append(entry)
    return single, double


# A lower-case word, or two side by side, to the concepts it tells of and its sign in each.
SINGLE, DOUBLE = _parse()
FIRST_OF_TWO = frozenset(one for one, _ in DOUBLE)

NEGATORS = word_set(
    """not never no without neither nor nobody none cannot hardly scarcely didn't don't doesn't
    wasn't weren't isn't aren't won't wouldn't can't couldn't hasn't haven't hadn't didn’t don’t
    doesn’t wasn’t weren’t isn’t aren’t won’t wouldn’t can’t couldn’t hasn’t haven’t hadn’t
    nicht kein keine keinen jamais pas nunca ninguna"""
)
# "refused to sign": the verb after it did not happen.
NEGATING_VERBS = word_set(
    """refused refuse refuses failed fail fails declined decline unable denied denies deny stopped
    forgot omitted avoided avoid prevented ruled"""
)
UNSAID = frozenset(stem(word) for word in ("no", "not"))
