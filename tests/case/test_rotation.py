"""Which backups stay."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from factcheck.case.clock import stamp
from factcheck.case.rotation import DAYS, LAST, WEEKS, Moment, to_drop

moments = st.lists(
    st.tuples(
        st.datetimes(datetime(2024, 1, 1), datetime(2027, 12, 31)),
        st.integers(1, 10_000),
    ),
    max_size=60,
    unique=True,
).map(
    lambda told: [
        Moment(stamp(at.replace(tzinfo=UTC)), seq, f"東京 {n}") for n, (at, seq) in enumerate(told)
    ]
)


def kept(backups):
    gone = set(to_drop(backups))
    return [backup for backup in backups if backup not in gone]


@given(moments)
def test_the_last_ones_and_the_longest_log_always_stay(backups):
    stay = kept(backups)
    assert set(sorted(backups)[-LAST:]) <= set(stay)
    assert max((backup.seq for backup in backups), default=0) == max(
        (backup.seq for backup in stay), default=0
    )


@given(moments)
def test_there_are_never_more_than_the_disk_is_promised(backups):
    assert len(kept(backups)) <= LAST + DAYS + WEEKS + 1


@given(moments)
def test_the_newest_of_the_last_days_and_weeks_stay(backups):
    stay = kept(backups)
    days = sorted({backup.at[:10] for backup in backups})
    for day in days[-DAYS:]:
        assert max(b for b in backups if b.at[:10] == day) in stay


@given(moments)
def test_turning_twice_drops_nothing_more(backups):
    assert to_drop(kept(backups)) == ()


@given(moments)
def test_what_is_dropped_was_there_and_goes_oldest_first(backups):
    gone = to_drop(backups)
    assert set(gone) <= set(backups)
    assert list(gone) == sorted(gone)


def test_a_year_of_work_keeps_days_and_weeks():
    start = datetime(2026, 1, 1, 9, 0, tzinfo=UTC)
    stay: list[Moment] = []
    # Three backups on each working day, turned after each.
    for day in range(365):
        for hour in (0, 3, 6):
            at = start + timedelta(days=day, hours=hour)
            if at.weekday() < 5:
                stay = kept([*stay, Moment(stamp(at), day * 3 + hour, "")])
    assert len(stay) == 19
    assert (stay[0].at[:10], stay[-1].at[:10]) == ("2026-11-13", "2026-12-31")
