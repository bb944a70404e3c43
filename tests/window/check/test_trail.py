"""Back and forward through the places of a session."""

from factcheck.window.check.trail import Stop, Trail


def stops(count: int) -> list[Stop]:
    return [Stop(f"Artikel {n}", n * 10, None if n % 2 else "東京") for n in range(count)]


def test_back_and_forward_lead_through_the_stops_in_order():
    first, second, here = stops(3)
    trail = Trail()
    trail.leave(first)
    trail.leave(second)
    assert trail.back(here) == second
    assert trail.back(second) == first
    assert trail.back(first) is None
    assert trail.forward(first) == second
    assert trail.forward(second) == here
    assert trail.forward(here) is None


def test_a_new_way_ends_what_lay_ahead():
    first, second, other = stops(3)
    trail = Trail()
    trail.leave(first)
    trail.back(second)
    trail.leave(other)
    assert trail.forward(other) is None
    assert trail.back(other) == other


def test_the_same_stop_is_kept_once():
    (stop,) = stops(1)
    trail = Trail()
    trail.leave(stop)
    trail.leave(stop)
    assert trail.back(None) == stop
    assert trail.back(None) is None


def test_the_oldest_of_more_than_a_hundred_stops_are_forgotten():
    trail, many = Trail(), stops(130)
    for stop in many:
        trail.leave(stop)
    found = []
    while (stop := trail.back(None)) is not None:
        found.append(stop)
    assert found == many[:29:-1]
