"""Somebody else changed the same field: mine or theirs, field by field."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.components import Button, Dialog
from frontend.locale import t
from frontend.pages.contact_parts.edits import Edit
from frontend.pages.contact_parts.saving import EditConflict


@component
def ConflictDialog(
    conflict: EditConflict,
    *,
    on_settle: Callable[[tuple[Edit, ...]], Awaitable[None]],
    on_close: Callable[[], None],
) -> VdomDict:
    """Show what was changed and by whom; `on_settle` gets the edits that are to be saved."""
    disputed = conflict.disputed
    kept, set_kept = use_state(frozenset(range(len(disputed))))
    busy, set_busy = use_state(False)

    def choose(place: int, mine: bool) -> None:
        set_kept(lambda shown: shown | {place} if mine else shown - {place})

    async def settle() -> None:
        set_busy(True)
        await on_settle(conflict.settled(kept))

    who = conflict.changed_by
    return Dialog(
        t("Changed meanwhile"),
        *(
            _dispute(edit, place, place in kept, conflict, choose)
            for place, edit in enumerate(disputed)
        ),
        text=t("{name} changed the same while you were editing. Which should stay?", name=who)
        if who
        else t("Somebody else changed the same while you were editing. Which should stay?"),
        on_close=on_close,
        size="medium",
        id="conflict",
        actions=html.div(
            {"className": "dialog-actions"},
            Button(t("Cancel"), attributes={"data-close": ""}),
            Button(t("Save"), variant="primary", on_click=settle, busy=busy),
        ),
    )


def _dispute(
    edit: Edit, place: int, mine: bool, conflict: EditConflict, choose: Callable[[int, bool], None]
) -> VdomDict:
    label, wanted = edit.words()
    return html.fieldset(
        {"className": "dispute", "key": str(place)},
        html.legend({"className": "field-label"}, label),
        _side(place, "mine", t("Keep mine"), wanted, mine, lambda event: choose(place, True)),
        _side(
            place,
            "theirs",
            t("Take theirs"),
            edit.theirs(conflict.current),
            not mine,
            lambda event: choose(place, False),
        ),
    )


def _side(
    place: int, side: str, words: str, value: str, chosen: bool, choose: Callable[[Any], None]
) -> VdomDict:
    return html.label(
        {"className": "dispute-side"},
        html.input(
            {
                "type": "radio",
                "name": f"dispute-{place}",
                "value": side,
                "defaultChecked": chosen,
                "onChange": choose,
            }
        ),
        html.span(
            {"className": "dispute-words"},
            html.span({"className": "dispute-choice"}, words),
            html.bdi({"className": "dispute-value"}, value or t("(empty)")),
        ),
    )
