"""Texts that are edited where they stand: Enter saves, Escape restores
(static/islands/contact_inline.js).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reactpy import component, html, use_state
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.components.elements import classes
from frontend.components.field import FieldErrors
from frontend.events import Detail
from frontend.hooks import use_can, use_store
from frontend.pages.contact_card.state import CardState, is_deleted
from frontend.pages.contact_parts.edits import Edit

_inline = Vdom("carnet-inline")
NO_WORDS: tuple[str, ...] = ()


@component
def InlineText(
    state: CardState,
    edit: Callable[[str, str], Edit],
    *,
    id: str,
    label: str,
    value: str,
    placeholder: str,
    type: str = "text",
    class_name: str = "",
) -> VdomDict:
    """Draw a text that becomes a field under the pointer or the focus. `edit(before, after)` is
    what is saved.
    """
    can_write = use_can("WRITE_CONTACTS")
    deleted: bool = use_store(state.contact, is_deleted)
    answers: int = use_store(state.answers)
    refused, set_refused = use_state(NO_WORDS)

    async def commit(event: dict[str, Any]) -> None:
        told = Detail(event)
        words = await state.save([edit(told.text("before"), told.text("value"))])
        set_refused(words)
        if is_deleted(state.contact.value):  # the field that would show them is gone
            for refusal in words:
                state.session.toasts.show(refusal, kind="error")

    if not can_write or deleted:
        return html.bdi({"className": classes("inline-text", class_name)}, value)
    return _inline(
        {
            "className": classes("inline", class_name),
            "data-value": value,
            "data-answers": answers,
            "data-transient": "",
            "oncommit": commit,
            "oncorrect": lambda event: set_refused(()),
        },
        html.input(
            {
                "id": id,
                "className": "inline-input",
                "type": type,
                "defaultValue": value,
                "placeholder": placeholder,
                "aria-label": label,
                "aria-invalid": "true" if refused else None,
                "aria-describedby": f"{id}-error" if refused else None,
                "autocomplete": "off",
                "maxLength": 320,
                "spellCheck": "false",
                "dir": "auto",
            }
        ),
        FieldErrors(id, refused),
    )
