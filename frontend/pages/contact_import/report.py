"""What came of an import, and putting everything back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Button, Icon, Notice, Time
from frontend.hooks import use_store, use_url_state
from frontend.locale import t, tn
from frontend.locale.formats import local_day
from frontend.location import Location
from frontend.pages.contact_filters.address import write_filter
from frontend.pages.contact_filters.conditions import Condition, Group
from frontend.pages.contact_import.counts import Counts, counts_of
from frontend.pages.contact_import.gone import GoneThere
from frontend.pages.contact_import.one_import import Import, OneImport
from frontend.pages.contact_import.problems import reason
from frontend.pages.contact_import.progress import ProgressBar
from frontend.pages.contact_import.steps import StepFrame, StepHeading
from frontend.pages.contact_import.undoing import KeptContacts, UndoDialog


@component
def Report(one: OneImport) -> VdomDict:
    """The numbers, the rejected rows as a file, the contacts, and the undo."""
    found: Import = use_store(one.shown)
    asked, set_asked = use_url_state("undo")
    state, undo = found["state"], found["undo"]
    can_undo = undo is not None and undo["isPossible"] and state in ("DONE", "CANCELLED", "FAILED")
    return StepFrame(
        found,
        "import",
        StepHeading("import", _title(found), _when(found)),
        *_news(one, found),
        _numbers(found),
        *([] if state in ("UNDOING", "UNDONE") else [_rejects(found), _ignored(found["ignored"])]),
        GoneThere(one, key="gone") if state == "DONE" else None,
        UndoDialog(one, on_close=lambda: set_asked(None), key="undo")
        if asked and can_undo
        else None,
        actions=Button(
            t("Undo the import"),
            icon="undo-2",
            on_click=lambda: set_asked("1"),
            attributes={"key": "undo"},
        )
        if can_undo
        else None,
        primary=_next(found),
    )


def _title(found: Import) -> str:
    return {
        "DONE": t("The import is done"),
        "FAILED": t("The import could not be finished"),
        "CANCELLED": t("The import was stopped"),
        "UNDOING": t("Putting everything back…"),
        "UNDONE": t("The import was undone"),
    }[found["state"]]


def _when(found: Import) -> VdomDict:
    by = t("by {name}", name=found["startedBy"])
    return html.span(Time(found["finishedAt"] or found["startedAt"] or found["createdAt"]), " ", by)


def _news(one: OneImport, found: Import) -> Sequence[Any]:
    """Say what is particular about how it ended."""
    if found["state"] == "UNDOING":
        return [ProgressBar(one, t("Undo"), counted="contacts", key="bar")]
    if found["state"] == "FAILED":
        words = reason(found["problem"]) if found["problem"] else t("Something went wrong.")
        return [
            Notice(
                html.p(words), html.p(t("Who had come in by then is in your book.")), kind="error"
            )
        ]
    if found["state"] == "UNDONE":
        words = t("Who was new is gone again, and who was here is as before.")
        undo = found["undo"]
        return [
            Notice(html.p(words), kind="success"),
            KeptContacts(undo) if undo and undo["keptCount"] else None,
        ]
    return []


def _numbers(found: Import) -> VdomDict | None:
    if not found["counts"]:
        return None
    numbers = Counts(counts_of(found["counts"], found["options"]["existing"], future=False))
    if found["state"] != "UNDONE":
        return numbers
    return html.section(
        {"className": "import-problems", "aria-labelledby": "import-numbers"},
        html.h3(
            {"className": "import-subheading", "id": "import-numbers"}, t("What it had brought")
        ),
        numbers,
    )


def _rejects(found: Import) -> VdomDict | None:
    if not found["rejectsUrl"]:
        return None
    return html.section(
        {"className": "import-rejects", "aria-labelledby": "import-rejects", "key": "rejects"},
        html.h3(
            {"className": "import-subheading", "id": "import-rejects"},
            t("Rows and cells that stayed out"),
        ),
        html.ul(*(_reason(each) for each in found["reasons"])) if found["reasons"] else None,
        html.p(
            {"className": "import-text"},
            t(
                "The file has each of them with the reason. Mend it and import it: only what is "
                "new comes in."
            ),
        ),
        html.a(
            {"className": "button button-secondary", "href": found["rejectsUrl"], "download": ""},
            Icon("download"),
            html.span({"className": "button-label"}, t("Download these rows")),
        ),
    )


def _reason(each: Mapping[str, Any]) -> VdomDict:
    rows = tn("{count} row", "{count} rows", each["count"])
    words = reason({"code": each["code"], "parameters": []})
    return html.li({"key": each["code"]}, f"{rows} — {words}")


def _ignored(headers: Sequence[str]) -> VdomDict | None:
    if not headers:
        return None
    words = tn(
        "This column was not imported: {names}.",
        "These {count} columns were not imported: {names}.",
        len(headers),
        names=", ".join(headers),
    )
    return Notice(html.p(words))


def _next(found: Import) -> VdomDict:
    counts = found["counts"]
    brought = counts["created"] + counts["updated"] if counts else 0
    if found["state"] in ("DONE", "CANCELLED") and brought:
        return Button(
            t("Show the imported contacts"),
            variant="primary",
            href=result_url(found),
            attributes={"key": "result"},
        )
    return Button(
        t("Import others") if found["fetch"] else t("Import another file"),
        variant="primary",
        href="/contacts/import",
        attributes={"key": "another"},
    )


def result_url(found: Import) -> str:
    """Return the list of the contacts that an import made or changed: by the import itself as long
    as it is remembered, then by a label that all of them got, else by the day.
    """
    if found["jobId"]:
        return _filtered(Condition("job", "is", (found["jobId"],)))
    if labels := found["options"]["labels"]:
        return Location("/contacts", {"label": labels[0]["id"]}).url
    if any(each["target"]["field"] == "CREATED" for each in found["columns"]):
        return Location("/contacts", {"sort": "-created"}).url
    days = [local_day(found[name]).isoformat() for name in ("startedAt", "finishedAt")]
    operator = "on" if days[0] == days[1] else "between"
    on_the_day = Condition("created", operator, tuple(dict.fromkeys(days)))
    return _filtered(on_the_day, sort="-created")


def _filtered(condition: Condition, **query: str) -> str:
    where = write_filter(Group("all", (condition,)))
    return Location("/contacts", {**query, "where": where}).url
