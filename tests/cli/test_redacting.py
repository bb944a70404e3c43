"""Redacting on the command line: first the plan, then the deed."""

from pathlib import Path


def test_a_plan_says_what_goes_and_changes_nothing(factcheck, case):
    factcheck("mark", case, "art", "--quote", "300 beds", "--speaker", "Żaneta")
    head = factcheck("verify", case, "--json").rows[0]["head"]
    plan = factcheck("redact", case, "--name", "Żaneta", "--reason", "Schutz", "--plan")
    assert (plan.code, "Entry 4 (mark, Zoë Ångström, " in plan.out) == (0, True)
    assert "1 field of the tables" in plan.out
    assert factcheck("verify", case, "--head", head).code == 0
    assert factcheck("show", case, "1", "--json").rows[0]["speaker"] == "Żaneta"


def test_what_is_redacted_is_gone_and_the_chain_holds(factcheck, case):
    factcheck("mark", case, "art", "--quote", "300 beds", "--speaker", "Żaneta")
    done = factcheck("redact", case, "--entry", "4", "--document", "src", "--reason", "Gericht",
                     "--json")  # fmt: skip
    assert (done.code, done.rows[0]["done"], len(done.rows[0]["content"])) == (0, True, 2)
    assert factcheck("show", case, "1", "--json").rows[0]["speaker"] == "[redacted]"
    verified = factcheck("verify", case)
    assert (verified.code, "Entry 4 was redacted by entry 5." in verified.out) == (0, True)
    assert factcheck("export", case, "log.csv", "--rows", "log").code == 0
    assert factcheck("verify", "log.csv").code == 0


def test_wrong_use_is_said(factcheck, case):
    assert factcheck("redact", case, "--name", "a").code == 2
    assert factcheck("redact", case, "--reason", "a").code == 2
    assert factcheck("redact", case, "--entry", "99", "--reason", "a").code == 1


def test_backups_that_still_hold_it_are_named_and_deleted_when_asked(factcheck, case):
    factcheck("mark", case, "art", "--quote", "300 beds", "--speaker", "Żaneta")
    assert factcheck("backup", case).code == 0
    asked = ("redact", case, "--name", "Żaneta", "--reason", "Schutz", "--json")
    plan = factcheck(*asked, "--plan")
    (backup,) = plan.rows[0]["backups"]
    assert (plan.rows[0]["purged"], Path(backup).is_file()) == (False, True)
    assert (
        f"1 backup still holds it: {backup}. It goes with --purge-backups."
        in plan.rows[0]["warnings"]
    )
    done = factcheck(*asked, "--purge-backups")
    assert (done.code, done.rows[0]["purged"], Path(backup).exists()) == (0, True, False)


def test_restoring_a_backup_from_before_says_what_comes_back(factcheck, case):
    factcheck("mark", case, "art", "--quote", "300 beds", "--speaker", "Żaneta")
    factcheck("backup", case)
    factcheck("redact", case, "--name", "Żaneta", "--reason", "Schutz")
    restored = factcheck("backup", case, "--restore", "newest")
    assert "Undone: 1 redaction. What was blanked since is there again." in restored.out


def test_a_plan_of_nothing_says_so(factcheck, case):
    factcheck("backup", case)
    done = factcheck("redact", case, "--name", "Żaneta 東京", "--reason", "r", "--plan")
    assert (done.code, done.err) == (0, "")
    assert done.out == "Nothing would go: none of it is in the case, or it went before.\n"


def test_an_attached_file_goes_by_the_beginning_of_its_id(factcheck, case, tmp_path):
    (tmp_path / "Brief 東京.txt").write_text("Żaneta", "utf-8")
    letter = str(tmp_path / "Brief 東京.txt")
    call = ("--note", "Anruf.", "--kind", "call", "--title", "Anruf", "--attach", letter)
    note = factcheck("add", case, *call, "--json").rows[0]["id"]
    (attached,) = factcheck("show", case, note, "--json").rows[0]["attachments"]
    done = factcheck("redact", case, "--attachment", attached["id"][:8], "--reason", "r", "--json")
    assert (done.code, len(done.rows[0]["content"])) == (0, 1)
    wrong = factcheck("redact", case, "--attachment", "00000000", "--reason", "r")
    assert (wrong.code, wrong.err) == (1, "There is no attached file “00000000” in this case.\n")
