"""The browser's own select, in our clothes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reactpy import html
from reactpy.types import VdomDict

from frontend.components.elements import Attributes, Handler, listener, merged


class Option(NamedTuple):
    """One thing to choose."""

    value: str
    label: str
    disabled: bool = False


def Select(
    options: Sequence[Option],
    *,
    value: str | None = None,
    name: str | None = None,
    on_change: Handler | None = None,
    label: str | None = None,
    attributes: Attributes | None = None,
) -> VdomDict:
    """Draw a select. `value` is only what it starts with; give another `key` to choose otherwise
    from the server.
    """
    return html.select(
        merged(
            attributes,
            className="input select",
            name=name,
            onChange=listener(on_change),
            **{"aria-label": label},
        ),
        *(
            html.option(
                {
                    "key": option.value,
                    "value": option.value,
                    "selected": option.value == value,
                    "disabled": option.disabled,
                },
                option.label,
            )
            for option in options
        ),
    )
