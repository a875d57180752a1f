"""The drawer of a board's automations."""

from __future__ import annotations

from collections.abc import Callable

from reactpy import component, html, use_ref, use_state
from reactpy.types import Component, VdomDict

from frontend.components import Button, EmptyState, IconButton, Skeleton
from frontend.hooks import use_can, use_changes, use_store, use_task
from frontend.hooks.effect import use_effect
from frontend.locale import t
from frontend.pages.board_automations.dry_run import DryRun
from frontend.pages.board_automations.form import AutomationForm
from frontend.pages.board_automations.line import AutomationLine
from frontend.pages.board_automations.state import Automation, AutomationList, Listed
from frontend.session import current_session

NEW = "new"
NONE_TRIED: Automation | None = None


@component
def AutomationsDrawer(workflow_id: str, close: Callable[[], None]) -> VdomDict:
    """All automations of a board, in words."""
    session = current_session()
    automations: AutomationList = use_ref(AutomationList(session, workflow_id)).current

    @use_effect(dependencies=[workflow_id])
    def take_focus() -> None:
        session.command("focus", id="automations")

    use_task(automations.read, [], loading=session)
    use_changes(("AUTOMATION",), lambda event: automations.read())
    return html.aside(
        {
            "className": "card-drawer automations",
            "id": "automations",
            "aria-label": t("Automations"),
            "tabIndex": -1,
        },
        html.header(
            {"className": "quick-header card-header"},
            html.h2({"className": "automations-title"}, t("Automations")),
            html.span({"className": "quick-header-space"}),
            IconButton("x", t("Close"), on_click=close, keys="Escape"),
        ),
        html.div({"className": "quick-body card-body"}, Automations(automations, key="list")),
    )


@component
def Automations(automations: AutomationList) -> VdomDict | Component:
    """The list, or the form of one."""
    listed: Listed | None = use_store(automations.listed)
    editing: str | None = use_store(automations.editing)
    can_write = use_can("WRITE_CONTACTS")
    tried, attempt = use_state(NONE_TRIED)
    if listed is None:
        return Skeleton("list", lines=4)
    if editing is not None and can_write:
        known = {each["id"]: each for each in listed.automations}
        return AutomationForm(automations, known.get(editing), listed.known, key=editing)
    add = Button(
        t("New automation"),
        icon="plus",
        variant="secondary" if listed.automations else "primary",
        on_click=lambda: automations.editing.set(NEW),
    )
    if not listed.automations:
        return EmptyState(
            t("Nothing happens by itself yet"),
            t(
                "Let a task be added, a reply be sent or somebody be told when a card comes to a "
                "step, or move a card when its invoice is paid."
            ),
            action=add if can_write else None,
            drawing="cards",
        )
    return html.div(
        {"className": "automations-frame"},
        html.ul(
            {"className": "automations-list", "aria-label": t("Automations")},
            *(
                AutomationLine(automations, each, can_write, attempt, key=each["id"])
                for each in listed.automations
            ),
        ),
        add if can_write else None,
        DryRun(tried, lambda: attempt(NONE_TRIED), key="dry-run") if tried else None,
    )
