"""`backup` on the command line: make, list, restore, delete."""

from pathlib import Path

import pytest


@pytest.fixture
def rated(factcheck, case):
    assert factcheck("mark", case, "art", "--quote", "300 beds").code == 0
    assert factcheck("backup", case).code == 0
    assert factcheck("rate", case, "1", "--rating", "True", "--reason", "Gesehen.").code == 0
    return case


def test_a_backup_is_told_with_all_that_names_it(factcheck, case):
    (row,) = factcheck("backup", case, "--json").rows
    assert row["verified"]
    assert row["made"]
    assert row["fingerprint"] == row["id"]
    assert row["seq"] == int(row["fingerprint"].split("-")[0])
    assert factcheck("verify", row["path"], "--head", row["fingerprint"]).code == 0
    (again,) = factcheck("backup", case, "--json").rows
    assert (again["path"], again["made"]) == (row["path"], False)


def test_a_backup_to_a_place_is_written_there(factcheck, case):
    assert factcheck("backup", case, "Kopie 東京.factcheck").code == 0
    assert Path("Kopie 東京.factcheck").is_file()
    ran = factcheck("backup", case, "Kopie 東京.factcheck")
    assert (ran.code, "exists already" in ran.err) == (1, True)


def test_the_plan_of_a_restore_names_the_verdicts_and_changes_nothing(factcheck, rated):
    before = Path(rated).read_bytes()
    (row,) = factcheck("backup", rated, "--restore", "newest", "--plan", "--json").rows
    assert (row["lost_entries"], row["lost_verdicts"], row["done"]) == (1, 1, False)
    assert row["lost"][0]["rating"] == "True"
    told = factcheck("backup", rated, "--restore", "newest", "--plan").out
    assert "1 entry of the log would be lost, 1 verdict among them." in told
    assert Path(rated).read_bytes() == before


def test_a_restore_sets_the_file_aside_and_the_case_goes_on(factcheck, rated):
    (listed,) = factcheck("backup", rated, "--list", "--json").rows
    (row,) = factcheck("backup", rated, "--restore", listed["id"], "--json").rows
    assert Path(row["set_aside"]).is_file()
    assert factcheck("list", rated, "verdicts", "--json").rows == []
    assert len(factcheck("list", row["set_aside"], "verdicts", "--json").rows) == 1
    assert factcheck("rate", rated, "1", "--rating", "Mixed", "--reason", "Anders.").code == 0


def test_a_case_that_cannot_be_read_any_more_still_finds_its_backups(factcheck, rated):
    Path(rated).write_bytes("東京, no database".encode() * 100)
    (row,) = factcheck("backup", rated, "--list", "--json").rows
    assert factcheck("backup", rated, "--restore", row["id"][:6]).code == 0
    assert factcheck("verify", rated).code == 0


def test_backups_are_deleted_for_good(factcheck, rated):
    assert factcheck("backup", rated, "--delete", "all").code == 0
    assert factcheck("backup", rated, "--list").out == ""
    ran = factcheck("backup", rated, "--restore", "newest")
    assert (ran.code, ran.err.strip()) == (1, f"There is no backup of {rated}.")


def test_a_damaged_case_is_salvaged_into_a_new_one(factcheck, rated):
    content = Path(rated).read_bytes()
    Path(rated).write_bytes(content.replace(b"Gesehen.", b"Gelesen."))
    assert factcheck("backup", rated).code == 1
    (row,) = factcheck("backup", rated, "--salvage", "neu 東京.factcheck", "--json").rows
    assert row["log_until"] == 4
    assert factcheck("verify", row["path"], "--head", row["id"]).code == 0
    assert len(factcheck("list", row["path"], "verdicts", "--json").rows) == 1
    assert Path(row["rest"]).is_file()


@pytest.mark.parametrize(
    "words", [["out.factcheck", "--list"], ["--plan"], ["--list", "--restore", "newest"]]
)
def test_what_does_not_go_together_is_wrong_use(factcheck, case, words):
    assert factcheck("backup", case, *words).code == 2


def test_somebody_elses_case_that_is_not_whole_can_be_read_and_not_changed(factcheck, case):
    content = Path(case).read_bytes()
    Path("post.factcheck").write_bytes(content.replace(b"Delivery", b"Unlikely"))
    ran = factcheck("list", "post.factcheck", "documents", "--json")
    assert (ran.code, len(ran.rows)) == (0, 2)
    assert "post.factcheck is not whole." in ran.err
    changed = factcheck("mark", "post.factcheck", "art", "--quote", "300 beds")
    assert changed.code == 1
    assert changed.err.startswith("Nothing was changed. post.factcheck is not whole.")


def test_where_backups_lie_is_chosen_for_each_case(factcheck, case, tmp_path):
    (row,) = factcheck("backup", case, "--place", "beside", "--json").rows
    assert row["place"] == "beside"
    told = factcheck("backup", case).out
    assert "the first of this case" in told
    assert Path(told.splitlines()[1]).is_relative_to(Path(case).absolute().parent)
    assert "the first" not in factcheck("backup", case).out

    assert "from now on" in factcheck("backup", case, "--place", str(tmp_path)).out
    assert "1 backup made before" in factcheck("backup", case, "--place", "none").out


def test_where_no_backups_are_wanted_none_is_made(factcheck, case):
    factcheck("backup", case, "--place", "none")
    refused = factcheck("backup", case)
    assert refused.code == 1
    assert "that was chosen for it" in refused.err
    assert factcheck("backup", case, "Kopie.factcheck").code == 0


def test_a_place_that_is_no_folder_is_refused(factcheck, case):
    refused = factcheck("backup", case, "--place", "nirgends")
    assert (refused.code, "There is no folder" in refused.err) == (1, True)
