"""Texts that are edited where they stand: Enter saves, Escape restores
(static/islands/contact_inline.js).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from reactpy import component, html, use_state
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.components.elements import Attributes, classes
from frontend.components.field import FieldErrors
from frontend.components.suggest import Suggest, Suggesting
from frontend.events import Detail
from frontend.hooks import use_can, use_store
from frontend.pages.contact_card.state import CardState, is_deleted
from frontend.pages.contact_parts.edits import Edit

_inline = Vdom("carnet-inline")
NO_WORDS: tuple[str, ...] = ()


@component
def InlineText(  # noqa: PLR0913 - attributes, given by name
    state: CardState,
    edit: Callable[[str, str], Edit | str],
    *,
    id: str,
    label: str,
    value: str,
    placeholder: str,
    type: str = "text",
    class_name: str = "",
    suggest: Suggesting | None = None,
    attributes: Attributes | None = None,
) -> VdomDict:
    """Draw a text that becomes a field under the pointer or the focus. `edit(before, after)` is
    what is saved, or the words that say why it cannot be.

    A text of several lines is a text area, in which Enter begins a line. `suggest` finds texts to
    offer under it.
    """
    can_write = use_can("WRITE_CONTACTS")
    deleted: bool = use_store(state.contact, is_deleted)
    answers: int = use_store(state.answers)
    refused, set_refused = use_state(NO_WORDS)

    async def commit(event: dict[str, Any]) -> None:
        told = Detail(event)
        made = edit(told.text("before"), told.text("value"))
        words = (made,) if isinstance(made, str) else await state.save([made])
        set_refused(words)
        if is_deleted(state.contact.value):  # the field that would show them is gone
            for refusal in words:
                state.session.toasts.show(refusal, kind="error")

    if not can_write or deleted:
        return html.bdi({"className": classes("inline-text", class_name)}, value)
    control = _input(
        type,
        {
            "id": id,
            "className": "inline-input",
            "defaultValue": value,
            "placeholder": placeholder,
            "aria-label": label,
            "aria-invalid": "true" if refused else None,
            "aria-describedby": f"{id}-error" if refused else None,
            "autocomplete": "off",
            "maxLength": 320,
            "spellCheck": "false",
            "dir": "auto",
            **(attributes or {}),
        },
    )
    return _inline(
        {
            "className": classes("inline", class_name),
            "data-value": value,
            "data-answers": answers,
            "data-transient": "",
            "oncommit": commit,
            "oncorrect": lambda event: set_refused(()),
        },
        Suggest(control, suggest, id=id, key="control") if suggest else control,
        FieldErrors(id, refused),
    )


@component
def InlineChoice(
    state: CardState,
    edit: Callable[[str, str], Edit],
    words: Mapping[str, str],
    *,
    value: str,
    label: str,
) -> VdomDict:
    """Draw one of a few values as a text that is chosen anew where it stands."""
    refusals, set_refusals = use_state(0)

    async def choose(event: dict[str, Any]) -> None:
        refused = await state.save([edit(value, event["target"]["value"])])
        for refusal in refused:
            state.session.toasts.show(refusal, kind="error")
        if refused or state.conflict.value is not None:
            set_refusals(refusals + 1)

    return html.select(
        {
            "key": str(refusals),
            "className": "inline-choice",
            "aria-label": label,
            "onChange": choose,
        },
        *(
            html.option({"key": each, "value": each, "selected": each == value}, words[each])
            for each in words
        ),
    )


def _input(type: str, attributes: dict[str, Any]) -> VdomDict:
    if type == "lines":
        return html.textarea({**attributes, "rows": 1})
    return html.input({**attributes, "type": type})
