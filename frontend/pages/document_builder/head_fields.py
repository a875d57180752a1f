"""Fields of the head of a draft, each a component of its own that listens to its own refusal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from reactpy import component
from reactpy.types import VdomDict

from frontend.components import Field, Option, Select, TextArea, TextInput
from frontend.hooks import use_store
from frontend.pages.document_builder.head import NAMES
from frontend.pages.document_builder.state import OpenDraft


def element_id(name: str) -> str:
    """Return the id of a field's input."""
    return f"draft-{name.replace('_', '-')}"


def field_state(draft: OpenDraft, name: str) -> tuple[str, tuple[str, ...]]:
    """Return the key of a field's input, and what the API refused in it; a hook."""
    generation: int = use_store(draft.redrawn, lambda known: known.get(name, 0))
    words: str | None = use_store(draft.refused, lambda known: known.get(NAMES[name]))
    return f"{name}#{generation}", (words,) if words else ()


@component
def HeadText(
    draft: OpenDraft,
    name: str,
    label: str,
    *,
    type: Literal["text", "date"] = "text",
    lines: int = 1,
    longest: int = 300,
    placeholder: str = "",
    hint: str | None = None,
) -> VdomDict:
    """A text or a day; what is typed draws nothing."""
    key, errors = field_state(draft, name)

    def take(event: Mapping[str, Any]) -> None:
        draft.set_head(name, event["target"]["value"])

    given = {"key": key, "name": name, "maxLength": longest if type == "text" else None}
    value = getattr(draft.head.value, name)
    if lines > 1:
        control = TextArea(
            rows=lines, value=value, on_input=take, placeholder=placeholder, attributes=given
        )
    else:
        limits = {"min": "2000-01-01", "max": "2199-12-31"} if type == "date" else {}
        control = TextInput(
            type=type,
            value=value,
            on_input=take,
            placeholder=placeholder,
            attributes={**given, **limits},
        )
    return Field(label, control, id=element_id(name), errors=errors, hint=hint)


@component
def HeadSelect(
    draft: OpenDraft, name: str, label: str, options: Sequence[Option], *, on_choose: Any = None
) -> VdomDict:
    """One of a few; ``on_choose`` gets it where more follows from it."""
    key, errors = field_state(draft, name)

    async def take(event: Mapping[str, Any]) -> None:
        chosen = event["target"]["value"]
        if all(option.value != chosen for option in options):
            return
        if on_choose is not None:
            await on_choose(chosen)
        else:
            draft.set_head(name, chosen)

    control = Select(
        options,
        value=getattr(draft.head.value, name),
        on_change=take,
        attributes={"key": key, "name": name},
    )
    return Field(label, control, id=element_id(name), errors=errors)
