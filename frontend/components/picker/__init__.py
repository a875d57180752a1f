"""A button and its searchable list of things in groups: typing narrows it, arrows move, Enter
chooses.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from inspect import isawaitable
from typing import Any

from reactpy import component, html
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.components.chip import ColorDot
from frontend.components.elements import Child
from frontend.components.icon import Icon
from frontend.events import Detail
from frontend.fragments import fragment
from frontend.locale import t

_picker = Vdom("carnet-picker")


@dataclass(frozen=True, slots=True)
class Pick:
    """One thing to pick. `hint` is a quieter text at its end, `color` the dot of a label colour;
    `chosen` marks the present one.
    """

    value: str
    label: str
    hint: str = ""
    icon: str | None = None
    color: str | None = None
    chosen: bool = False


@dataclass(frozen=True)
class PickGroup:
    """Things under a heading; one without words has none."""

    label: str
    picks: tuple[Pick, ...]

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        # Kept: whoever draws groups again hands over the ones that were drawn before.
        return hash((self.label, self.picks))


@component
def Picker(
    trigger: VdomDict,
    groups: Sequence[PickGroup],
    *,
    id: str,
    label: str,
    placeholder: str,
    on_pick: Callable[[str], Awaitable[None] | None],
    on_open: Callable[[], Awaitable[None] | None] | None = None,
    on_search: Callable[[str], Awaitable[None] | None] | None = None,
    searched: str | None = None,
) -> VdomDict:
    """Draw a picker behind its trigger, a `Button`. `id` is unique on the page, `label` says what
    is picked.

    The browser opens and filters it by itself; `on_open` is told, for what is read only then. Where
    there is too much to hand over all of it, `on_search` finds what fits a text, the empty one at
    the opening, and `searched` is the text that the groups are of.
    """

    async def acted(event: dict[str, Any]) -> None:
        told = Detail(event)
        if told.text("act") == "open":
            outcome = on_open() if on_open else None
        elif told.text("act") == "search":
            outcome = on_search(told.text("value", "")) if on_search else None
        else:
            outcome = on_pick(told.text("value"))
        if isawaitable(outcome):
            await outcome

    opener = {
        "aria-haspopup": "dialog",
        "aria-controls": id,
        "aria-expanded": "false",
        "popovertarget": id,
    }
    trigger["attributes"] = {**trigger.get("attributes", {}), **opener}
    return _picker(
        {
            "className": "menu-anchor",
            "onact": acted,
            "data-tells": "" if on_open else None,
            "data-searches": "" if on_search else None,
            "data-transient": "",
        },
        trigger,
        _panel(id, label, placeholder, tuple(groups), searched),
    )


@fragment(version=lambda *given: given)
def _panel(
    id: str, label: str, placeholder: str, groups: tuple[PickGroup, ...], searched: str | None
) -> VdomDict:
    return html.div(
        {
            "id": id,
            "className": "menu picker",
            "popover": "auto",
            "role": "dialog",
            "aria-label": label,
        },
        html.div(
            {"className": "picker-box"},
            Icon("search", size=14),
            html.input(
                {
                    "className": "picker-input",
                    "type": "text",
                    "role": "combobox",
                    "aria-expanded": "true",
                    "aria-controls": f"{id}-list",
                    "aria-autocomplete": "list",
                    "aria-label": placeholder,
                    "placeholder": placeholder,
                    "autocomplete": "off",
                    "maxLength": 100,
                }
            ),
        ),
        html.div(
            {
                "className": "picker-list",
                "id": f"{id}-list",
                "role": "listbox",
                "aria-label": label,
                "data-searched": searched,
            },
            *(_group(id, place, group) for place, group in enumerate(groups)),
        ),
        html.p({"className": "combobox-none", "hidden": True}, t("Nothing found")),
    )


def _group(list_id: str, place: int, group: PickGroup) -> VdomDict:
    heading = f"{list_id}-group-{place}"
    return html.div(
        {
            "key": str(place),
            "className": "picker-group",
            "role": "group",
            "aria-labelledby": heading if group.label else None,
        },
        html.div({"id": heading, "className": "menu-heading", "role": "presentation"}, group.label)
        if group.label
        else None,
        *(_option(f"{list_id}-{place}-{number}", p) for number, p in enumerate(group.picks)),
    )


def _option(option_id: str, pick: Pick) -> VdomDict:
    mark: Child = ColorDot(pick.color) if pick.color else Icon(pick.icon) if pick.icon else None
    return html.div(
        {
            "id": option_id,
            "key": pick.value,
            "className": "combobox-option picker-option",
            "role": "option",
            "aria-selected": str(pick.chosen).lower(),
            "data-value": pick.value,
            "data-label": pick.label,
        },
        html.span({"className": "picker-mark", "aria-hidden": "true"}, mark),
        html.span({"className": "combobox-label"}, pick.label),
        html.span({"className": "picker-hint"}, pick.hint) if pick.hint else None,
        Icon("check", size=14, class_name="combobox-check") if pick.chosen else None,
    )
