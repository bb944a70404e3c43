"""Why a sentence is worth checking: cues that the user can read, and their learned weights."""

from factcheck.text.cues.cue import KINDS, Cue
from factcheck.text.cues.finding import cues_of
from factcheck.text.cues.weighing import WORTH, Reason, Worth, weigh, worth_of

__all__ = ["KINDS", "WORTH", "Cue", "Reason", "Worth", "cues_of", "weigh", "worth_of"]
