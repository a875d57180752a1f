"""How work on many contacts is told: while it goes on, when it is over, and later."""

from __future__ import annotations

from frontend.client import UserError
from frontend.errors import explain
from frontend.locale import t, tn
from frontend.pages.contact_jobs.shown import Job
from frontend.pages.contact_parts.words import field_label, status_words


def going_on(job: Job) -> str:
    """Say what is being done, to how many."""
    count = job["total"]
    if job["state"] == "UNDOING":
        return tn("Putting back {count} contact…", "Putting back {count} contacts…", count)
    if job["kind"] == "IMPORT":
        return t("Importing {filename}…", filename=job["detail"]["filename"] or "")
    if job["kind"] == "LABEL":
        return tn("Labelling {count} contact…", "Labelling {count} contacts…", count)
    if job["kind"] == "DELETION":
        return tn("Deleting {count} contact…", "Deleting {count} contacts…", count)
    if job["kind"] == "RESTORATION":
        return tn("Restoring {count} contact…", "Restoring {count} contacts…", count)
    if job["kind"] == "ERASURE":
        return tn("Erasing {count} contact…", "Erasing {count} contacts…", count)
    return tn("Changing {count} contact…", "Changing {count} contacts…", count)


def outcome(job: Job) -> str:
    """Say what has come of a job that is over."""
    if job["state"] == "UNDONE":
        return put_back(job)
    done = _done(job)
    if job["state"] == "CANCELLED":
        done = t("Stopped: {outcome}", outcome=done)
    if job["state"] == "FAILED" or job["problem"]:
        problem: UserError = {"code": job["problem"] or "INVALID", "path": [], "parameters": []}
        if job["state"] == "DONE":  # its undo stopped half way
            done = t("Only part of it was undone: {outcome}", outcome=put_back(job))
        done = f"{explain(problem)} {done}"
    if skipped := job["skippedCount"]:
        left = tn("{count} could not be changed", "{count} could not be changed", skipped)
        done = f"{done}; {left}"
    return done


def _done(job: Job) -> str:
    count = job["changedCount"]
    if job["kind"] == "DELETION":
        return tn("{count} contact deleted", "{count} contacts deleted", count)
    if job["kind"] == "RESTORATION":
        return tn("{count} contact restored", "{count} contacts restored", count)
    if job["kind"] == "ERASURE":
        return tn("{count} contact erased for good", "{count} contacts erased for good", count)
    if job["kind"] == "LABEL":
        return tn("{count} contact labelled", "{count} contacts labelled", count)
    if job["kind"] == "IMPORT":
        return tn("{count} contact imported", "{count} contacts imported", count)
    return tn("{count} contact changed", "{count} contacts changed", count)


def put_back(job: Job) -> str:
    """Say how many contacts the undo put back."""
    return tn("{count} contact put back", "{count} contacts put back", job["restoredCount"])


def left_alone(job: Job) -> str:
    """Say how many contacts the undo left alone, and why."""
    return tn(
        "{count} contact was changed since and left alone",
        "{count} contacts were changed since and left alone",
        job["keptCount"],
    )


def told(job: Job) -> str:
    """Say what a job does, in one line."""
    detail = job["detail"]
    if job["kind"] == "LABEL":
        said = []
        if detail["addedLabels"]:
            said.append(t("Labels added: {names}", names=", ".join(detail["addedLabels"])))
        if detail["removedLabels"]:
            said.append(t("Labels removed: {names}", names=", ".join(detail["removedLabels"])))
        return "; ".join(said)
    if job["kind"] == "SUBSCRIPTION":
        return t("Subscription: {status}", status=status_words(detail["status"]))
    if job["kind"] == "DELETION":
        return t("Deleted")
    if job["kind"] == "RESTORATION":
        return t("Taken out of the trash")
    if job["kind"] == "ERASURE":
        return t("Erased for good")
    if job["kind"] == "IMPORT":
        return t("Imported: {filename}", filename=detail["filename"] or "")
    name = field_label(detail["field"] or "")
    if detail["value"]:
        return t("{field}: {value}", field=name, value=detail["value"])
    return t("{field} cleared", field=name)
