"""Forms that send what their fields hold at the moment of submitting, as the browser sees it.

Password managers fill fields without telling anybody, so what was typed event by event cannot be
trusted. The island reads the fields at the submit, and a second Enter waits for the first's answer.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import uuid4

from reactpy import component, html, use_state
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.components.elements import Child
from frontend.components.unsaved import Unsaved
from frontend.events import Detail, GarbledEvent
from frontend.hooks.form import Form

_submit_form = Vdom("carnet-submit-form")

Submit = Callable[[dict[str, Any]], Awaitable[None]]


@component
def SubmitForm(
    form: Form, *children: Child, on_submit: Submit, label: str, id: str, class_name: str = "form"
) -> VdomDict:
    """Draw a real form; `on_submit` gets `form.values` with every named field as it stands.

    Refusals (`form.show_errors`) are taken away field by field as they are corrected. `label` names
    the form for screen readers. What no field shows, such as a combobox's choice, stays in
    `form.values` as it was set. Who leaves with something typed is asked, unless a draft keeps it.
    """
    turn, set_turn = use_state("first")

    async def sent(event: dict[str, Any]) -> None:
        take_values(form, Detail(event))
        try:
            await on_submit(form.values)
        finally:
            set_turn(uuid4().hex)

    def corrected(event: dict[str, Any]) -> None:
        form.clear_errors(Detail(event).text("name"))

    return _submit_form(
        {"data-turn": turn, "onsend": sent, "oncorrect": corrected, "key": id},
        html.form(
            {
                "id": id,
                "className": class_name,
                "aria-label": label,
                "noValidate": True,
                # Before the island is there the browser would send it: passwords in the address.
                "method": "dialog",
            },
            *children,
            Unsaved(form, key="unsaved") if form.draft is None else None,
        ),
    )


def take_values(form: Form, told: Detail) -> None:
    """Take what the browser's fields held when the form was sent.

    Raises:
        GarbledEvent: a field is none of this form's.
    """
    for name, value in told.fields(str, bool).items():
        if form.get(name, None) == value:
            continue
        try:
            form.set(name, value)
        except (LookupError, TypeError, ValueError, AttributeError):
            raise GarbledEvent(f"{name} is no field of this form") from None
