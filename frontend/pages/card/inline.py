"""A text of a card that is edited where it stands: Enter saves, Escape restores
(static/islands/contact_inline.js).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from reactpy import component, html, use_state
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.components.elements import Attributes, classes
from frontend.components.field import FieldErrors
from frontend.events import Detail
from frontend.hooks import use_store
from frontend.pages.card.state import OpenCard

_inline = Vdom("carnet-inline")
NO_WORDS: tuple[str, ...] = ()
Save = Callable[[str], Awaitable[tuple[str, ...]]]
"""Saves what was typed; returns the words of what was refused."""


@component
def InlineField(  # noqa: PLR0913 - attributes, given by name
    card: OpenCard,
    save: Save,
    *,
    id: str,
    label: str,
    value: str,
    placeholder: str = "",
    type: str = "text",
    class_name: str = "",
    attributes: Attributes | None = None,
) -> VdomDict:
    """Draw a text that becomes a field under the pointer or the focus; one of type `lines` is a
    single text that may be long.
    """
    answers: int = use_store(card.answers)
    refused, set_refused = use_state(NO_WORDS)

    async def commit(event: dict[str, Any]) -> None:
        set_refused(await save(" ".join(Detail(event).text("value").split())))

    given = {
        "id": id,
        "className": "inline-input",
        "defaultValue": value,
        "placeholder": placeholder,
        "aria-label": label,
        "aria-invalid": "true" if refused else None,
        "aria-describedby": f"{id}-error" if refused else None,
        "autocomplete": "off",
        "dir": "auto",
        **(attributes or {}),
    }
    control = (
        html.textarea({**given, "rows": 1})
        if type == "lines"
        else html.input({**given, "type": type})
    )
    return _inline(
        {
            "className": classes("inline", class_name),
            "data-value": value,
            "data-answers": answers,
            "data-single": "",
            "data-transient": "",
            "oncommit": commit,
            "oncorrect": lambda event: set_refused(NO_WORDS),
        },
        control,
        FieldErrors(id, refused),
    )
