"""What the import would do, before it does anything."""

from __future__ import annotations

from typing import Any

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Button, EmptyState, Notice
from frontend.hooks import use_store
from frontend.locale import t, tn
from frontend.pages.contact_import.counts import Counts, counts_of
from frontend.pages.contact_import.file_step import problem_notice
from frontend.pages.contact_import.one_import import Import, OneImport
from frontend.pages.contact_import.problems import Problems
from frontend.pages.contact_import.progress import ProgressBar
from frontend.pages.contact_import.steps import StepFrame, StepHeading, go_to, use_settled


@component
def CheckStep(one: OneImport) -> VdomDict:
    """The dry run: while it runs, and what it found."""
    found: Import = use_store(one.shown, _without_progress)
    pending: frozenset[str] = use_store(one.pending)
    is_settled = use_settled()
    checking, trial = found["state"] == "CHECKING", found["trial"]

    async def check() -> None:
        await one.do("check_import")

    async def start() -> None:
        if is_settled():
            await one.do("start_import")

    async def back() -> None:
        if one.shown.value and one.shown.value["state"] == "CHECKING":
            await one.do("cancel_import")
        go_to(one.session, one.id, "options")

    coming = trial["counts"]["created"] + trial["counts"]["updated"] if trial else 0
    return StepFrame(
        found,
        "check",
        StepHeading(
            "check",
            _title(found, checking),
            None if checking or trial is None else t("Nothing has been written yet."),
        ),
        *_body(one, found, checking, check, busy="check_import" in pending),
        actions=Button(t("Back"), on_click=back, attributes={"key": "back"}),
        primary=Button(
            tn("Import {count} contact", "Import {count} contacts", coming)
            if trial
            else t("Import"),
            variant="primary",
            on_click=start,
            busy="start_import" in pending,
            disabled=checking or coming == 0,
            attributes={"key": "start", "id": "import-start"},
        ),
    )


def _title(found: Import | dict[str, Any], checking: bool) -> str:
    if not checking:
        return t("What would happen")
    return t("Checking your contacts…") if found["fetch"] else t("Checking the file…")


def check_words(found: Import | dict[str, Any]) -> str:
    """Return what the button says that asks for a dry run."""
    return t("Check the contacts") if found["fetch"] else t("Check the file")


def _what_checking_is(found: Import | dict[str, Any]) -> str:
    if found["fetch"]:
        return t("Carnet reads everything and tells what would happen. It writes nothing.")
    return t("Carnet reads the whole file and tells what would happen. It writes nothing.")


def _no_problems(found: Import | dict[str, Any]) -> str:
    return (
        t("There are no problems.") if found["fetch"] else t("There are no problems in this file.")
    )


def _without_progress(found: Import | None) -> dict[str, Any]:
    """Return what the step shows apart from its bar, which moves by itself."""
    return {name: value for name, value in (found or {}).items() if name != "progress"}


def _body(one: OneImport, found: Import, checking: bool, check: Any, *, busy: bool) -> list[Any]:
    trial = found["trial"]
    if checking:
        return [
            ProgressBar(one, t("Checking"), key="bar"),
            html.p({"className": "import-text", "key": "wait"}, t("Nothing is written meanwhile.")),
        ]
    if trial is None:
        again = Button(check_words(found), variant="primary", on_click=check, busy=busy)
        return [
            problem_notice(found["problem"]) if found["problem"] else None,
            EmptyState(
                t("Not checked yet"),
                _what_checking_is(found),
                action=again,
                drawing="search",
            ),
        ]
    existing = found["options"]["existing"]
    return [
        Counts(counts_of(trial["counts"], existing, future=True)),
        Notice(html.p(t("Nobody would come in or change. Look at the numbers above.")))
        if not trial["counts"]["created"] + trial["counts"]["updated"]
        else None,
        _ignored(trial["ignored"]),
        Problems(trial["problems"], more=trial["hasMoreProblems"])
        if trial["problems"]
        else Notice(html.p(_no_problems(found)), kind="success"),
    ]


def _ignored(headers: list[str]) -> VdomDict | None:
    if not headers:
        return None
    words = tn(
        "This column is not imported: {names}.",
        "These {count} columns are not imported: {names}.",
        len(headers),
        names=", ".join(headers),
    )
    return Notice(html.p(words))
