"""Text inputs. They keep their own text: give another `key` to put other text in."""

from __future__ import annotations

from reactpy import html
from reactpy.types import VdomDict

from frontend.components.elements import Attributes, Handler, listener, merged
from frontend.components.icon import Icon


def TextInput(
    *,
    name: str | None = None,
    value: str | None = None,
    type: str = "text",
    on_input: Handler | None = None,
    on_change: Handler | None = None,
    placeholder: str = "",
    autocomplete: str = "off",
    autofocus: bool = False,
    label: str | None = None,
    attributes: Attributes | None = None,
) -> VdomDict:
    """Draw a one-line input. `value` is only what it starts with.

    `on_input` hears every key, `on_change` the finished text. `label` names it where no visible
    label does.
    """
    return html.input(
        merged(
            attributes,
            className="input",
            type=type,
            name=name,
            defaultValue=value,
            onInput=listener(on_input),
            onChange=listener(on_change),
            placeholder=placeholder or None,
            autocomplete=autocomplete,
            **{"data-autofocus": "" if autofocus else None, "aria-label": label},
        )
    )


def TextArea(
    *,
    name: str | None = None,
    value: str | None = None,
    rows: int = 3,
    on_input: Handler | None = None,
    on_change: Handler | None = None,
    placeholder: str = "",
    label: str | None = None,
    attributes: Attributes | None = None,
) -> VdomDict:
    """Draw a text area of several lines, which grows with its text where the browser can."""
    return html.textarea(
        merged(
            attributes,
            className="input input-area",
            name=name,
            defaultValue=value,
            rows=rows,
            onInput=listener(on_input),
            onChange=listener(on_change),
            placeholder=placeholder or None,
            **{"aria-label": label},
        )
    )


def SearchInput(
    *,
    label: str,
    value: str | None = None,
    on_input: Handler | None = None,
    placeholder: str = "",
    keys: str | None = "/",
    attributes: Attributes | None = None,
) -> VdomDict:
    """Draw a search box with its magnifying glass; `keys` moves the focus into it."""
    return html.div(
        {"className": "search-input"},
        Icon("search"),
        TextInput(
            type="search",
            value=value,
            on_input=on_input,
            placeholder=placeholder or label,
            label=label,
            attributes=merged(attributes, **{"data-keys": keys}),
        ),
    )
