"""Plain files written to stop the window: headings of blanks."""

from factcheck.ingest import plain


def test_a_heading_of_signs_and_blanks_is_read_at_once() -> None:
    # Each sign could be the end of the heading: this took 20 seconds.
    loaded = plain.read_markdown(("# a" + " #" * 50_000 + " Ü\n").encode(), "zürich.md")
    assert loaded.landmarks[0].label.startswith("a # #")


def test_a_heading_of_blanks_alone_is_none() -> None:
    loaded = plain.read_markdown(("# " + " " * 50_000 + "\n\nŁódź\n").encode(), "łódź.md")
    assert loaded.landmarks == ()


def test_signs_behind_a_heading_are_not_of_it() -> None:
    loaded = plain.read_markdown("## Über uns ## \n\nText\n".encode(), "über.md")
    assert loaded.landmarks[0].label == "Über uns"
