"""A form of a part of the settings. All parts share one version: what a colleague saves in another
part is no conflict, what they save in this one is told.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from reactpy import html, use_ref, use_state
from reactpy.types import VdomDict

from frontend.client import UserError
from frontend.components import Button, Notice
from frontend.hooks import Form, Outcome, use_form, use_mutation, use_toast
from frontend.hooks.effect import use_effect
from frontend.locale import t
from frontend.operations import load
from frontend.pages.settings.billing.parts import Refetch, Settings

Values = dict[str, Any]
ValuesOf = Callable[[Settings], Values]
InputOf = Callable[[Mapping[str, Any]], tuple[dict[str, Any], list[UserError]]]


@dataclass(frozen=True, slots=True)
class PartForm:
    """The form of a part."""

    form: Form
    submit: Callable[[Values], Any]
    busy: bool
    conflict: VdomDict | None
    """Told above the fields when somebody saved this part meanwhile."""


def use_part(
    settings: Settings,
    refetch: Refetch,
    values_of: ValuesOf,
    input_of: InputOf,
    *,
    on_change: Callable[[str, Any], None] | None = None,
) -> PartForm:
    """Return the form of a part: filled by `values_of` the settings, saved as `input_of` says. What
    a colleague saves appears in it, unless something was typed.
    """
    initial = values_of(settings)
    form = use_form(initial, on_change=on_change)
    update, saving = use_mutation(load("billing/update_billing_settings"))
    base = use_ref(_Base(settings["version"], initial)).current
    is_stale, set_stale = use_state(False)
    toast = use_toast()

    def take_over(found: Settings) -> None:
        base.version, base.values = found["version"], values_of(found)
        set_stale(False)
        form.reset(base.values)

    @use_effect(dependencies=[settings["version"]])
    def follow() -> None:
        if settings["version"] <= base.version:
            return
        if not form.dirty.value:
            take_over(settings)
        elif base.move_to(settings["version"], values_of(settings)):
            set_stale(True)

    async def send(given: dict[str, Any]) -> Outcome:
        outcome = await update({"version": base.version, **given})
        theirs = (outcome.payload or {}).get("conflict")
        if theirs is None or base.move_to(theirs["version"], values_of(theirs)):
            return outcome
        return await update({"version": base.version, **given})

    async def submit(values: Values) -> None:
        given, refused = input_of(values)
        if refused:
            form.show_errors(refused)
            return
        outcome = await send(given)
        if (outcome.payload or {}).get("conflict"):
            set_stale(True)
            refetch()
            return
        form.show_errors([_at_a_field(form, error) for error in outcome.errors])
        if outcome.ok and outcome.payload:
            take_over(outcome.payload["settings"])
            toast(t("Saved"), kind="success")
            refetch()

    conflict = _conflict(lambda: take_over(settings)) if is_stale else None
    return PartForm(form, submit, saving.loading, conflict)


@dataclass(slots=True)
class _Base:
    """What a form started from."""

    version: int
    values: Values

    def move_to(self, version: int, values: Values) -> bool:
        """Start from a newer version; return whether it says something else in this part."""
        differs = values != self.values
        self.version, self.values = version, values
        return differs


def _at_a_field(form: Form, error: UserError) -> UserError:
    """Return a refusal at the field that holds what was refused: one of several lines, or none."""
    path = list(error["path"])
    while path and form.get(".".join(path), None) is None:
        path.pop()
    return {**error, "path": path}


def _conflict(take_theirs: Callable[[], None]) -> VdomDict:
    return html.div(
        {"key": "conflict"},
        Notice(
            html.p(t("Somebody changed this meanwhile. Saving again keeps yours.")),
            kind="warning",
            action=Button(t("Show theirs"), small=True, on_click=take_theirs),
        ),
    )


def SaveButton(part: PartForm) -> VdomDict:
    """Draw the button that saves a part."""
    return html.div(
        {"className": "billing-save", "key": "save"},
        Button(t("Save"), type="submit", variant="primary", busy=part.busy),
    )
