"""Words that say the contrary of each other about one thing, by concept."""

from factcheck.text.figures.stems import stem
from factcheck.text.figures.tokens import word_set

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

recovered survive survived survivor survivors alive survives spared : shot
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

stay stayed stayed_on : left leaves quit sent_off resign resigned
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

agree agreed agreement deal : disagree disagreed deadlock disagreement broke_down collapsed

married : unmarried single divorced

comply complied obey obeyed observed : violate violated breach breached flouted broke

increase_in : decrease_in

build built erected constructed : demolish demolished dismantled torn_down pulled_down razed

enough sufficient ample adequate : insufficient inadequate shortage short_of lack lacked lacks

vaccinated immunised : unvaccinated

genuine authentic real original : fake forged forgery copy counterfeit

accurate correct right : inaccurate wrong incorrect mistaken

free gratis : paid charge charged charges fee

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
repealed expired run_out ran_out no_longer

agree agreement agreed accord : disagree no_agreement without_agreement

stays stayed : evicted expelled deported

held withstood resisted stood_firm stayed_intact held_firm held_out : burst gave_way given_way
collapsed breached caved_in broke_through

kept keep keeps observed honoured respected upheld : broke broken breached violated flouted
reneged tore_up

knew aware informed told_of : unaware ignorant unknowing

safe harmless : harm harms harmful dangerous should_not toxic

allowed allow allows permitted may_smoke may_enter can lawful : may_not must_not cannot forbidden
not_allowed banned bans ban prohibited forbids off_limits

returned returns handed_back gave_back sent_back repatriated : kept_it still_has still_holds
still_in

charged prosecuted tried indicted charges trial prosecute : dropped_the dropped_charges not_tried
cleared let_off

saved saves stopped_the parried : went_in let_in scored

withdrew withdrawn pulled_out quit gave_up dropped_out backed_out : remains remain still_in
stayed_in

recognised identified recognise identify picked_out : nobody_in unidentified

serves stops calls_at runs flies fly flew remains : dropped drops skips withdrawn

turned_up showed_up came attended appeared present : stayed_away absent missed boycotted
no_show skipped

sober : drunk

alive : dead

standing intact stands : collapsed ruins razed demolished fell

awake : asleep

taken_on hired employed : laid_off let_go sacked

crossed : turned_back

arrived reached landed : turned_back lost diverted stranded gave_up short_of

elected won_the won_election : lost_the defeated unseated

apologised apologise apologises apology : unapologetic refused_to

trusted trust : distrust mistrust

legalised legal : outlawed criminalised

accepts accept accepted took took_up : turned_down rejects spurned declined

lifted lift ended ends eased scrapped : imposed extended tightened in_force prolonged

joined joins join entered : left quit withdrew leaves

admitted confessed confesses pleaded_guilty owned_up : denies denied pleaded_not maintains protests

working works operational functioning in_service in_use : broken out_of faulty idle

solved : unsolved

paid pays repaid settled : unpaid owes owed

wearing wore worn : without barefoot bareheaded

edible : inedible poisonous

informed warned told notified : told_nothing uninformed

pardoned pardon spared clemency reprieved : turned_down rejected refused executed

kept_her kept_his kept_its held_on re-elected retained : lost unseated defeated ousted

on_sale available stocked : withdrawn recalled unavailable banned sold_out

ruled_for sided_with : ruled_against lost

shook_hands shake_hands embraced : refused_to

found recovered located discovered : gave_up called_off

kept keeps retained : dismissed sacked fired dropped let_go

let_the let_it stand allowed : disallow disallowed annul annulled cancelled

gave gives performed played : cancelled cancels called_off

drinkable potable : undrinkable contaminated

clean : polluted dirty contaminated

accessible : inaccessible closed

infected positive : uninfected negative

armed : unarmed

complete completed finished : unfinished incomplete half-finished under_construction

true correct confirmed : false untrue wrong hoax

employed : unemployed jobless

literate : illiterate

voluntary : compulsory forced

leading leads ahead : trailing trails behind
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
