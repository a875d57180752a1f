"""One import, at the step that the URL names, or where the server is with it."""

from __future__ import annotations

from reactpy import component, html, use_ref
from reactpy.types import Component, VdomDict

from frontend.components import Button, EmptyState, PageHeader, Skeleton
from frontend.hooks import use_live, use_store, use_task, use_title, use_url_state
from frontend.locale import t
from frontend.operations import load
from frontend.pages.contact_import.check_step import CheckStep
from frontend.pages.contact_import.columns_step import ColumnsStep
from frontend.pages.contact_import.drop_guard import DropGuard
from frontend.pages.contact_import.fetching import Fetching
from frontend.pages.contact_import.file_step import FileStep
from frontend.pages.contact_import.one_import import BEING_PREPARED, OneImport
from frontend.pages.contact_import.options_step import OptionsStep
from frontend.pages.contact_import.report import Report
from frontend.pages.contact_import.running import Running
from frontend.pages.contact_import.sending import Sending
from frontend.pages.contact_import.steps import FIRST
from frontend.session import current_session

STEPS = {
    "file": FileStep,
    "columns": ColumnsStep,
    "options": OptionsStep,
    "check": CheckStep,
}


@component
def Wizard(import_id: str) -> VdomDict:
    """An import, whatever became of it."""
    one: OneImport = use_ref(OneImport(current_session(), import_id)).current
    use_task(one.read, [], loading=one.session)
    return html.div(
        {"className": "import-one"},
        Shown(one, key="shown"),
        Follow(one, key="follow"),
        DropGuard(one, key="guard"),
    )


@component
def Follow(one: OneImport) -> None:
    """Nothing to see: takes what the server tells of the import, whoever is at work on it."""
    use_live(load("imports/follow_import"), {"id": one.id}, one.hear)


@component
def Shown(one: OneImport) -> VdomDict | Component:
    """The part that the import's state asks for."""
    step, _ = use_url_state("step", FIRST)
    state: str | None = use_store(one.shown, lambda found: found and found["state"])
    filename: str = use_store(one.shown, lambda found: found["filename"] if found else "")
    gone: bool = use_store(one.gone)
    use_title(filename or t("Import contacts"))
    if gone:
        return _gone()
    if state is None:
        return Skeleton("form", lines=6)
    if state == "FETCHING":
        return Fetching(one, key="fetching")
    if state == "UPLOADING":
        return Sending(one, key="sending")
    if state in BEING_PREPARED:
        return STEPS.get(step, FileStep)(one, key=step)
    return Running(one, key="running") if state == "RUNNING" else Report(one, key="report")


def _gone() -> VdomDict:
    return html.div(
        {"className": "import"},
        PageHeader(t("Import contacts"), back=(t("Contacts"), "/contacts")),
        EmptyState(
            t("This import is gone"),
            t("It was given up, or it is so old that its file was deleted."),
            action=Button(t("Import another file"), href="/contacts/import", variant="primary"),
            drawing="lost",
        ),
    )
