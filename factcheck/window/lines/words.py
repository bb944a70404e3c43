"""The words of lines read, in the user's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

if TYPE_CHECKING:
    from factcheck.case.read.reading import OpenClaim, Reading, ReadLine

# So many claims are named; of more, a count.
_NAMED = 5


def word_for_reason(why: str) -> str:
    """Return why a line needs no check, in a word: "opinion"."""
    return {
        "opinion": QCoreApplication.translate("LineWords", "opinion"),
        "known": QCoreApplication.translate("LineWords", "known"),
        "background": QCoreApplication.translate("LineWords", "background"),
        "other": QCoreApplication.translate("LineWords", "another reason"),
    }[why]


class LineWords(QObject):
    """Sentences about lines and articles that are read."""

    def state(self, line: ReadLine, *, is_worth: bool = False) -> str:
        """Say what a line is: "In claim 3", "No check needed: opinion – mood (Zoë)", "Unread"."""
        if line.state == "claim":
            one, several = self.tr("In claim {0}"), self.tr("In claims {0}")
            words = one if len(line.claim_nos) == 1 else several
            return words.format(", ".join(map(str, line.claim_nos)))
        if line.state == "no check":
            return self.tr("No check needed: {0}").format(self.reason(line))
        if line.claim_nos:
            part = self.tr("Unread: less than half of it is in claim {0}")
            return part.format(", ".join(map(str, line.claim_nos)))
        if is_worth:
            return self.tr("Unread, and worth checking")
        return self.tr("Unread")

    def reason(self, line: ReadLine) -> str:
        """Return why a line needs no check: "opinion – mood (Zoë)"."""
        word = f" – {line.note}" if line.note else ""
        return f"{word_for_reason(line.why)}{word} ({line.read_by})"

    def counts(self, reading: Reading) -> tuple[str, ...]:
        """Say how far an article is read, in full and ever shorter."""
        lines, read = len(reading.lines), len(reading.lines) - len(reading.unread)
        first = self.tr("{0} of %n line(s)", "", lines).format(read)
        return (
            ", ".join((first, *self.rest(reading))),
            ", ".join((first, *self._open(reading))),
            first,
            f"{read}/{lines}",
        )

    def read(self, reading: Reading) -> str:
        """Say how many lines are read: "31 of 44 lines read"."""
        lines = len(reading.lines)
        return self.tr("{0} of %n line(s) read", "", lines).format(lines - len(reading.unread))

    def signed(self, reading: Reading) -> str:
        """Say in a word or two what the newest sign-off is worth; "" without one."""
        signed = reading.sign_off
        if signed is None or signed.status == "withdrawn":
            return ""
        if signed.status == "lapsed":
            return self.tr("sign-off lapsed")
        if signed.unread or signed.open_claims:
            return self.tr("signed off with a reason")
        return self.tr("signed off") if reading.is_complete else self.tr("signed off, open since")

    def told(self, reading: Reading) -> str:
        """Tell all about how far an article is read, in lines for a tooltip."""
        told = [self.read(reading)]
        told.append(self.tr("%n line(s) in claims", "", reading.in_claims))
        for why, count in reading.no_check.items():
            told.append(self.tr("No check needed, {0}: {1}").format(word_for_reason(why), count))
        if reading.unread:
            told.append(self.tr("%n unread: U goes to the next", "", len(reading.unread)))
        told += [self.claim(claim) for claim in reading.open_claims[:_NAMED]]
        if len(reading.open_claims) > _NAMED:
            more = len(reading.open_claims) - _NAMED
            told.append(self.tr("and %n more claim(s)", "", more))
        return "\n".join(told)

    def claim(self, claim: OpenClaim) -> str:
        """Say what is to be done on a claim: "Claim 5 has no verdict"."""
        words = self._claim(claim)
        return words[:1].upper() + words[1:]

    def what_is_open(self, reading: Reading) -> str:
        """Say what keeps an article from its sign-off: "3 lines are unread, claim 5 has …"."""
        told = []
        if reading.unread:
            told.append(self.tr("%n line(s) (is|are) unread", "", len(reading.unread)))
        told += [self._claim(claim) for claim in reading.open_claims[:_NAMED]]
        if len(reading.open_claims) > _NAMED:
            more = len(reading.open_claims) - _NAMED
            told.append(self.tr("and %n more claim(s) (is|are) open", "", more))
        return ", ".join(told)

    def rest(self, reading: Reading) -> tuple[str, ...]:
        """Say how many claims there are, and how many are open: "12 claims", "3 without …"."""
        return (self.tr("%n claim(s)", "", reading.claims), *self._open(reading))

    def _claim(self, claim: OpenClaim) -> str:
        words = {
            "waiting": self.tr("claim {0} waits for an answer"),
            "to review": self.tr("claim {0} waits for its review"),
            "needs recheck": self.tr("claim {0} needs a recheck"),
        }.get(claim.state, self.tr("claim {0} has no verdict"))
        return words.format(claim.claim_no)

    def _open(self, reading: Reading) -> tuple[str, ...]:
        without = reading.without_verdict
        again = len(reading.open_claims) - without
        return (
            *((self.tr("%n without verdict", "", without),) if without else ()),
            *((self.tr("%n to look at again", "", again),) if again else ()),
        )
