"""Make a verified backup of a case, list its backups, restore one; salvage a damaged case."""

import argparse
from pathlib import Path

from factcheck.case.backup import (
    Backup,
    back_up,
    backups_at,
    case_id_of,
    contents_of,
    identity,
    remove_backups,
)
from factcheck.case.backup_places import KINDS, Place, choose_place
from factcheck.case.restoring import Loss, loss_by, restore
from factcheck.case.salvage import salvage
from factcheck.cli.opening import checker, output
from factcheck.cli.output import Output, number, progress, short
from factcheck.errors import FactcheckError, UsageError


def backup(options: argparse.Namespace) -> int:
    """Run ``factcheck backup``."""
    path, out = Path(options.case), output(options)
    chosen = (options.restore, options.delete, options.salvage, options.place)
    instead = options.list or any(each is not None for each in chosen)
    if (instead and options.out is not None) or (options.plan and options.restore is None):
        raise UsageError("OUT makes a backup, and --plan goes with --restore.")
    if options.list:
        for each in _known(path):
            out.thing(_record(each, verified=True), _line(each))
    elif options.restore is not None:
        by = None if options.plan else checker(options)
        _restore(path, _chosen(path, options.restore), out, by)
    elif options.delete is not None:
        _delete(path, options.delete, out)
    elif options.salvage is not None:
        _salvage(path, Path(options.salvage), checker(options), out)
    elif options.place is not None:
        _choose(path, options.place, out)
    else:
        _make(path, None if options.out is None else Path(options.out), out)
    return 0


def _make(path: Path, to: Path | None, out: Output) -> None:
    with progress("step") as tell:
        made = back_up(path, to, tell)
    told = made.backup
    words = "is made and verified" if made.is_new else "is there already: nothing changed since"
    first = (
        "\nIt is the first of this case; more follow there by themselves while it is open in the"
        " window. Another place, or none: “factcheck backup CASE --place …”."
    )
    out.thing(
        _record(told, verified=True) | {"made": made.is_new},
        f"The backup {told.fingerprint} {words}.\n{told.path}{first if made.is_first else ''}",
    )


def _choose(path: Path, where: str, out: Output) -> None:
    """Choose where the backups of a case lie from now on."""
    case_id, _ = identity(path)
    kind = next((each for each in KINDS if each == where and each != "folder"), None)
    place = Place("folder", Path(where)) if kind is None else Place(kind)
    choose_place(case_id, path, place)
    known = len(backups_at(path, case_id))
    words = {
        "usual": "Backups lie in the program's folder for data from now on.",
        "beside": "Backups lie beside the case from now on.",
        "none": "No backups are made from now on, but for the one before an update of the case.",
        "folder": f"Backups lie in {place.folder} from now on.",
    }[place.kind]
    stay = f" {number(known, 'backup')} made before: kept where they lie." if known else ""
    out.thing({"id": case_id, "place": place.kind, "folder": _text(place.folder)}, words + stay)


def _text(folder: Path | None) -> str | None:
    return None if folder is None else str(folder.absolute())


def _restore(path: Path, chosen: Path, out: Output, by: str | None) -> None:
    """Restore a backup; by: who does, None to say only what would be lost."""
    if by is None:
        loss = loss_by(path, chosen)
        words = "\n".join([loss.sentence, *_lines(loss)])
        out.thing(_plan(path, chosen, loss) | {"done": False}, words)
        return
    with progress("step") as tell:
        done = restore(path, chosen, tell, by=by, via="cli")
    aside = None if done.set_aside is None else str(done.set_aside)
    words = f"{path} is restored from {chosen.name}."
    if aside is not None:
        words += f"\nThe file that stood there is set aside: {aside}"
        if done.loss.entries:
            words += (
                f"\nOnly there: {number(done.loss.entries, 'entry', 'entries')},"
                f" {number(done.loss.verdicts, 'verdict')}."
            )
    if done.loss.redactions:
        redactions = number(done.loss.redactions, "redaction")
        words += f"\nUndone: {redactions}. What was blanked since is there again."
    record = _plan(path, chosen, done.loss) | {"set_aside": aside, "done": True}
    out.thing(record, "\n".join([words, *_lines(done.loss)]))


def _salvage(path: Path, new: Path, by: str, out: Output) -> None:
    done = salvage(path, new, by=by)
    case_id, head = identity(done.path)
    out.thing(
        {
            "id": head.fingerprint,
            "case_id": case_id,
            "path": str(done.path),
            "log_until": done.log_until,
            "rest": None if done.rest is None else str(done.rest),
            "lost": dict(done.lost),
            "sentences": list(done.sentences),
        },
        "\n".join([f"{done.path} is salvaged from {path}.", *done.sentences]),
    )


def _delete(path: Path, names: list[str], out: Output) -> None:
    if names == ["all"]:
        gone = tuple(each for each in _known(path) if not each.whose)
    else:
        wanted = [_chosen(path, name) for name in names]
        gone = tuple(each for each in _known(path) if each.path in wanted)
    records = [_record(each, verified=True) | {"deleted": True} for each in gone]
    remove_backups(gone)
    for record in records:
        out.thing(record, f"Deleted {record['path']}")


def _known(path: Path) -> tuple[Backup, ...]:
    """Return the backups of the case at path, also where the file no longer tells its id."""
    case_id = case_id_of(path)
    if case_id is None:
        raise FactcheckError(f"No case is known at {path}, so no backups of it are.")
    return backups_at(path, case_id)


def _chosen(path: Path, name: str) -> Path:
    if name.endswith(".factcheck"):
        return Path(name)
    known = _known(path)
    if name == "newest" and known and not known[0].whose:
        return known[0].path
    found = [each.path for each in known if each.fingerprint.startswith(name)]
    if len(found) == 1:
        return found[0]
    if not known:
        raise FactcheckError(f"There is no backup of {path}.")
    listed = ", ".join(each.fingerprint for each in known)
    raise FactcheckError(f"“{name}” names no one backup. There are: {listed}.")


def _record(backup: Backup, *, verified: bool) -> dict[str, object]:
    holds = contents_of(backup.path)
    return {
        "id": backup.fingerprint,
        "path": str(backup.path),
        "seq": backup.seq,
        "fingerprint": backup.fingerprint,
        "at": backup.at,
        "verified": verified,
        "whose": backup.whose,
        "claims": holds.claims,
        "verdicts": holds.verdicts,
    }


def _line(backup: Backup) -> str:
    holds = contents_of(backup.path)
    whose = f"  ({backup.whose})" if backup.whose else ""
    return (
        f"{backup.at[:16].replace('T', ' ')}  {backup.fingerprint}"
        f"  {number(holds.claims, 'claim')}, {number(holds.verdicts, 'verdict')}{whose}"
    )


def _plan(path: Path, chosen: Path, loss: Loss) -> dict[str, object]:
    return {
        "id": chosen.stem,
        "path": str(path),
        "backup": str(chosen),
        "lost_entries": loss.entries,
        "lost_verdicts": loss.verdicts,
        "lost_redactions": loss.redactions,
        "lost": [verdict._asdict() for verdict in loss.listed],
        "all_read": loss.is_whole,
        "sentence": loss.sentence,
    }


def _lines(loss: Loss) -> list[str]:
    return [
        f"  {verdict.at[:16].replace('T', ' ')}  claim {verdict.claim_no}: {verdict.rating}"
        f" ({verdict.checker})  {short(verdict.wording, 60)}"
        for verdict in loss.listed
    ]
