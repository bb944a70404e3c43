"""An export's fingerprint is kept, and the case is held to it from then on."""

import shutil


def test_a_case_put_back_from_an_older_copy_is_told_at_every_command(factcheck, case):
    shutil.copy(case, "older.factcheck")
    factcheck("mark", case, "art", "--quote", "300 beds")
    assert factcheck("export", case, "ledger.csv").code == 0
    assert factcheck("verify", case).code == 0
    assert factcheck("list", case, "claims").err == ""
    shutil.copy("older.factcheck", case)
    listed = factcheck("list", case, "claims")
    assert (listed.code, listed.err.startswith("The log was cut: ")) == (0, True)
    verified = factcheck("verify", case)
    assert (verified.code, verified.err.startswith("The log was cut: ")) == (1, True)
