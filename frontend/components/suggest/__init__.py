"""Texts that are offered under an input while one types; what is typed counts all the same."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from reactpy import component, html, use_ref, use_state
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.events import Detail
from frontend.fragments import FragmentList, fragment
from frontend.locale import t

_suggest = Vdom("carnet-suggest")
Suggesting = Callable[[str], Awaitable[Sequence[str]]]
"""Finds the texts that begin with what was typed."""
NOTHING: tuple[str, tuple[str, ...]] = ("", ())


@component
def Suggest(control: VdomDict, search: Suggesting, *, id: str) -> VdomDict:
    """Put a list of texts under an input that `search` finds: the arrows move in it, Enter takes
    one, Escape closes it (static/islands/suggest.js). `id` is the input's.
    """
    (typed, found), set_found = use_state(NOTHING)
    wanted = use_ref("")

    async def look(event: dict[str, Any]) -> None:
        wanted.current = asked = Detail(event).text("value")
        answer = tuple(await search(asked))
        if asked == wanted.current:
            set_found((asked, answer))

    control["attributes"] = {
        **control.get("attributes", {}),
        "role": "combobox",
        "aria-autocomplete": "list",
        "aria-expanded": "false",
        "aria-controls": f"{id}-suggestions",
    }
    return _suggest(
        {"className": "suggest", "onlook": look, "data-typed": typed, "key": id},
        control,
        FragmentList(
            "div",
            {
                "id": f"{id}-suggestions",
                "key": "list",
                "className": "combobox-list",
                "role": "listbox",
                "popover": "manual",
                "aria-label": t("Suggestions"),
            },
            [_option(id, place, text) for place, text in enumerate(found)],
        ),
    )


@fragment(version=lambda list_id, place, text: (list_id, place, text))
def _option(list_id: str, place: int, text: str) -> VdomDict:
    return html.div(
        {
            "id": f"{list_id}-suggestion-{place}",
            "key": str(place),
            "role": "option",
            "aria-selected": "false",
            "className": "combobox-option",
        },
        html.span({"className": "combobox-label"}, text),
    )
