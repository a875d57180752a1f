"""What happens to people who are here already, labels for all, and whether they agreed to be
written to.
"""

from __future__ import annotations

from typing import Any

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.components import Button, Combobox
from frontend.errors import explain
from frontend.hooks import use_can, use_store
from frontend.locale import t
from frontend.pages.contact_import.check_step import check_words
from frontend.pages.contact_import.consent import Consent, use_consent
from frontend.pages.contact_import.one_import import Import, OneImport
from frontend.pages.contact_import.people_here import PeopleHere
from frontend.pages.contact_import.steps import StepFrame, StepHeading, go_to, use_settled
from frontend.pages.contact_parts.labels import create_label, label_choices, use_labels


@component
def OptionsStep(one: OneImport) -> VdomDict:
    """The choices, each kept as soon as it is made."""
    found: Import = use_store(one.shown)
    form = use_consent(one)
    busy, set_busy = use_state(False)
    is_settled = use_settled()

    async def go_on() -> None:
        if not is_settled():
            return
        set_busy(True)
        try:
            if await form.save() and await one.do("check_import"):
                go_to(one.session, one.id, "check")
        finally:
            set_busy(False)

    return StepFrame(
        found,
        "options",
        StepHeading("options", t("How should they come in?")),
        PeopleHere(one, found["options"]["existing"]),
        Labels(one, key="labels"),
        Consent(form, key="consent"),
        actions=Button(
            t("Back"),
            on_click=lambda: go_to(one.session, one.id, "columns"),
            attributes={"key": "back"},
        ),
        primary=Button(
            check_words(found),
            variant="primary",
            on_click=go_on,
            busy=busy,
            attributes={"key": "continue"},
        ),
    )


@component
def Labels(one: OneImport) -> VdomDict:
    """Labels that everybody in the file gets."""
    labels, can_create = use_labels(), use_can("MANAGE_LABELS")
    chosen: list[Any] = use_store(
        one.shown, lambda found: found["options"]["labels"] if found else []
    )
    ids = [each["id"] for each in chosen]

    async def set_ids(wanted: list[str]) -> None:
        for refusal in await one.configure(labelIds=wanted):
            one.session.toasts.show(explain(refusal), kind="error")

    async def take(value: str) -> None:
        if value not in ids:
            await set_ids([*ids, value])

    async def leave(value: str) -> None:
        await set_ids([each for each in ids if each != value])

    async def create(name: str) -> None:
        if label := await create_label(one.session, name):
            await take(label["id"])

    return html.section(
        {"className": "import-option", "aria-labelledby": "import-labels-title"},
        html.h3(
            {"className": "import-subheading", "id": "import-labels-title"}, t("Labels for all")
        ),
        html.p(
            {"className": "import-text"},
            t("By a label you find everybody of this file again, today and in a year."),
        ),
        Combobox(
            id="import-labels",
            label=t("Labels for all"),
            choices=label_choices(labels),
            selected=label_choices(chosen),
            multiple=True,
            on_select=take,
            on_remove=leave,
            on_create=create if can_create else None,
            create_label=lambda text: t("Create the label “{name}”", name=text),
            placeholder=t("Choose labels"),
            key="labels",
        ),
    )
