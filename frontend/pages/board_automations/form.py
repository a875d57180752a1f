"""Making an automation, and changing one: a sentence with places to fill in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

from reactpy import component, html, use_state
from reactpy.types import Component

from frontend.components import Button, FormErrors, Notice, Option, SelectField, TextField
from frontend.components.submit_form import SubmitForm
from frontend.hooks import Form, use_form, use_mutation
from frontend.locale import t
from frontend.operations import load
from frontend.pages.board_automations.state import Automation, AutomationList
from frontend.pages.board_automations.values import NOBODY, at_fields, begin_with, input_of
from frontend.pages.board_automations.words import BY_STEP, action_options, trigger_words

Known = Mapping[str, Sequence[Any]]


@component
def AutomationForm(
    automations: AutomationList, automation: Automation | None, known: Known
) -> Component:
    """When, then what, and what that needs."""
    create, creating = use_mutation(load("cards/create_automation"))
    update, updating = use_mutation(load("cards/update_automation"))
    begun = begin_with(automation, known)
    form = use_form({**begun, "idempotencyKey": uuid4().hex})
    action, set_action = use_state(begun["action"])
    trigger, set_trigger = use_state(begun["trigger"])

    def turned(name: str, value: Any) -> None:
        if name == "action":
            set_action(value)
        elif name == "trigger":
            set_trigger(value)

    form.on_change = turned

    def close() -> None:
        automations.editing.set(None)

    async def save(values: dict[str, Any]) -> None:
        given = input_of(values)
        if automation is None:
            board = None if trigger == BY_STEP else automations.workflow_id
            key = values["idempotencyKey"]
            outcome = await create({**given, "workflowId": board, "idempotencyKey": key})
        else:
            outcome = await update(
                {"id": automation["id"], "version": automation["version"], **given}
            )
        form.show_errors(at_fields(outcome.errors))
        if outcome.ok:
            close()
            await automations.read()

    return SubmitForm(
        form,
        FormErrors(form, key="errors"),
        SelectField(
            form,
            "trigger",
            [Option(value, words) for value, words in trigger_words().items()],
            label=t("When"),
            key="trigger",
        ),
        SelectField(form, "stepId", _options(known["steps"]), label=t("Which step"), key="step")
        if trigger == BY_STEP
        else None,
        SelectField(form, "action", action_options(), label=t("Then"), key="action"),
        *_fields(form, action, known),
        html.div(
            {"className": "automation-foot", "key": "foot"},
            Button(t("Cancel"), on_click=close),
            Button(
                t("Save"),
                variant="primary",
                type="submit",
                busy=creating.loading or updating.loading,
            ),
        ),
        on_submit=save,
        label=t("Automation"),
        id="automation-form",
        class_name="form automation-form",
    )


def _fields(form: Form, action: str, known: Known) -> list[Any]:
    """Return the fields of what is chosen to be done."""
    if action == "ADD_TASK":
        nobody = [Option(NOBODY, t("Nobody"))]
        return [
            TextField(
                form,
                "title",
                label=t("Task"),
                required=True,
                attributes={"maxLength": 300},
                key="title",
            ),
            TextField(
                form,
                "days",
                label=t("Due after how many days"),
                hint=t("Without a number it is never due."),
                attributes={"inputMode": "numeric", "maxLength": 3},
                key="days",
            ),
            SelectField(
                form,
                "assigneeId",
                [*nobody, *_options(known["members"])],
                label=t("Who does it"),
                key="assignee",
            ),
        ]
    name, label, of, none = {
        "SEND_SAVED_REPLY": (
            "savedReplyId",
            t("Saved reply"),
            "replies",
            t("There are no saved replies yet. They are made in a conversation."),
        ),
        "ADD_LABEL": ("labelId", t("Label"), "labels", t("There are no labels yet.")),
        "NOTIFY": ("memberId", t("Whom"), "members", ""),
        "MOVE_CARD": ("targetStepId", t("To which step"), "steps", ""),
    }[action]
    if not known[of]:
        return [Notice(none, kind="info")]
    return [SelectField(form, name, _options(known[of]), label=label, key=name)]


def _options(things: Sequence[Any]) -> list[Option]:
    return [Option(each["id"], each["name"]) for each in things]
