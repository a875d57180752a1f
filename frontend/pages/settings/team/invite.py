"""Inviting somebody by e-mail."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Button, Dialog, FormErrors, TextField
from frontend.components.submit_form import SubmitForm
from frontend.hooks import use_form, use_mutation, use_toast
from frontend.locale import t
from frontend.operations import load
from frontend.pages.settings.team.rules import assignable_roles
from frontend.pages.settings.words import role_name, role_text


@component
def InviteDialog(viewer_role: str, on_close: Callable[[], None]) -> VdomDict:
    """Ask for the address and the role."""
    form = use_form({"email": "", "role": "MEMBER"})
    invite, state = use_mutation(load("team/invite_member"))
    toast = use_toast()

    async def submit(values: dict[str, Any]) -> None:
        outcome = await invite({"email": values["email"], "role": values["role"]})
        form.show_errors(outcome.errors)
        if outcome.ok and outcome.payload:
            if outcome.payload["delivery"] == "SMTP":
                toast(t("Invitation sent to {email}", email=values["email"]), kind="success")
            else:
                toast(t("Invitation written to the outbox folder"), kind="info")
            on_close()

    return Dialog(
        t("Invite somebody"),
        SubmitForm(
            form,
            FormErrors(form, key="errors"),
            TextField(
                form,
                "email",
                label=t("E-mail"),
                type="email",
                required=True,
                autofocus=True,
                attributes={"inputMode": "email", "autocapitalize": "none", "spellCheck": "false"},
                key="email",
            ),
            _role_choices(assignable_roles(viewer_role), form.get("role")),
            html.div(
                {"className": "dialog-actions"},
                Button(t("Cancel"), attributes={"data-close": ""}),
                Button(
                    t("Send the invitation"), type="submit", variant="primary", busy=state.loading
                ),
            ),
            on_submit=submit,
            label=t("Invite somebody"),
            id="invite-form",
            key="form",
        ),
        text=t("They get a letter with a link, which works for seven days."),
        on_close=on_close,
        id="invite-dialog",
    )


def _role_choices(roles: tuple[str, ...], chosen: str) -> VdomDict:
    return html.fieldset(
        {"className": "choices", "key": "role"},
        html.legend({"className": "field-label"}, t("Role")),
        *(
            html.label(
                {"key": role, "className": "choice"},
                html.input(
                    {
                        "type": "radio",
                        "name": "role",
                        "value": role,
                        "className": "choice-input",
                        "defaultChecked": role == chosen,
                        "aria-describedby": f"role-{role.lower()}",
                    }
                ),
                html.span(
                    {"className": "choice-words"},
                    html.span({"className": "choice-name"}, role_name(role)),
                    html.span(
                        {"className": "field-hint", "id": f"role-{role.lower()}"}, role_text(role)
                    ),
                ),
            )
            for role in roles
        ),
    )
