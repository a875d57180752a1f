"""A text box that finds one of many, by keyboard too, and can make a new one on the spot."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from inspect import isawaitable
from typing import Any

from reactpy import component, html, use_ref, use_state
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.components.chip import Chip, ColorDot
from frontend.components.icon import Icon
from frontend.events import Detail
from frontend.fragments import FragmentList, fragment
from frontend.hooks.state import use_task
from frontend.locale import t

_combobox = Vdom("carnet-combobox")


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose; `color` gives it a dot, `hint` a quieter second text."""

    value: str
    label: str
    color: str | None = None
    hint: str | None = None


Choices = Sequence[Choice]
Search = Callable[[str], Awaitable[Choices]]
Chosen = Callable[[str], Awaitable[None] | None]


@component
def Combobox(
    *,
    id: str,
    label: str,
    choices: Choices | None = None,
    search: Search | None = None,
    selected: Choices = (),
    multiple: bool = False,
    on_select: Chosen,
    on_remove: Chosen | None = None,
    on_create: Chosen | None = None,
    create_label: Callable[[str], str] | None = None,
    placeholder: str = "",
    autofocus: bool = False,
) -> VdomDict:
    """Let one (or with `multiple` several, shown as chips) of many be chosen.

    Either all `choices` are given, filtered by the browser without regard to accents and case, or
    `search(text)` finds them. `on_select` and `on_remove` get a value, `on_create` the text typed;
    without it nothing new can be made. `label` names it for screen readers; `id` is the input's id,
    for a `Field` or label around it.
    """
    query, set_query = use_state("")
    found, set_found = use_state(tuple(choices or ()))
    wanted = use_ref("")

    async def look_up() -> None:
        if search is not None:
            asked = wanted.current
            answer = tuple(await search(asked))
            if asked == wanted.current:
                set_found(answer)

    runner = use_task(look_up, [])

    def typed(event: dict[str, Any]) -> None:
        wanted.current = event["target"]["value"]
        if search is not None:
            runner.start(look_up)
        set_query(wanted.current)

    async def acted(event: dict[str, Any]) -> None:
        told = Detail(event)
        handlers = {"select": on_select, "remove": on_remove, "create": on_create}
        handler = handlers.get(told.text("act"))
        outcome = handler(told.text("value")) if handler else None
        if isawaitable(outcome):
            await outcome

    offered = found if search is not None else tuple(choices or ())
    chosen = {choice.value for choice in selected}
    return _combobox(
        {
            "className": "combobox",
            "onact": acted,
            "data-filter": "server" if search is not None else "browser",
            "data-multiple": "" if multiple else None,
            "data-create": "" if on_create else None,
            "data-transient": "",
            "key": id,
        },
        html.div(
            {"className": "input combobox-box"},
            *(_chip(choice) for choice in selected if multiple),
            html.input(
                {
                    "id": id,
                    "key": "input",
                    "className": "combobox-input",
                    "type": "text",
                    "role": "combobox",
                    "autocomplete": "off",
                    "aria-label": label,
                    "aria-autocomplete": "list",
                    "aria-expanded": "false",
                    "aria-controls": f"{id}-list",
                    "placeholder": placeholder,
                    "defaultValue": ""
                    if multiple
                    else next((choice.label for choice in selected), ""),
                    "onInput": typed,
                    "data-autofocus": "" if autofocus else None,
                }
            ),
            Icon("chevrons-up-down", size=14, class_name="combobox-arrow"),
        ),
        FragmentList(
            "div",
            {
                "id": f"{id}-list",
                "key": "list",
                "className": "combobox-list",
                "role": "listbox",
                "popover": "manual",
                "aria-label": label,
            },
            [
                *(_option(id, choice, choice.value in chosen) for choice in offered),
                *([_create_option(id, *_create_words(query, create_label))] if on_create else ()),
                _nothing(t("Nothing found")),
            ],
        ),
    )


def _chip(choice: Choice) -> VdomDict:
    return Chip(
        choice.label,
        color=choice.color or "GRAY",
        dot=choice.color is not None,
        attributes={"key": f"chip-{choice.value}", "data-value": choice.value},
        on_remove=lambda: None,
    )


@fragment(version=lambda list_id, choice, chosen: (list_id, choice, chosen))
def _option(list_id: str, choice: Choice, chosen: bool) -> VdomDict:
    return html.div(
        {
            "id": f"{list_id}-{choice.value}",
            "key": f"={choice.value}",
            "role": "option",
            "className": "combobox-option",
            "aria-selected": str(chosen).lower(),
            "data-value": choice.value,
            "data-label": choice.label,
        },
        ColorDot(choice.color) if choice.color else None,
        html.span({"className": "combobox-label"}, choice.label),
        html.span({"className": "combobox-hint"}, choice.hint) if choice.hint else None,
        Icon("check", size=14, class_name="combobox-check"),
    )


def _create_words(query: str, words: Callable[[str], str] | None) -> tuple[str, str]:
    text = query.strip()
    return text, words(text) if words else t("Create “{name}”", name=text)


@fragment(version=lambda list_id, text, said: (list_id, text, said))
def _create_option(list_id: str, text: str, said: str) -> VdomDict:
    return html.div(
        {
            "id": f"{list_id}-create",
            "key": "create",
            "role": "option",
            "aria-selected": "false",
            "className": "combobox-option combobox-create",
            "data-new": text,
        },
        Icon("plus", size=14),
        html.span({"className": "combobox-label"}, said),
    )


@fragment(version=lambda words: words)
def _nothing(words: str) -> VdomDict:
    return html.p({"key": "none", "className": "combobox-none"}, words)
