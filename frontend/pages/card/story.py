"""What happened to a card, newest first, in the words of the contact's timeline."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reactpy import component, use_state
from reactpy.types import VdomDict

from frontend.components import Button, Skeleton
from frontend.fragments import Fragment, FragmentList
from frontend.hooks import use_store, use_task
from frontend.locale import t
from frontend.locale.formats import local_day
from frontend.operations import load
from frontend.pages.card.section import drawer_section
from frontend.pages.card.state import OpenCard
from frontend.pages.contact_timeline.entry import day_heading, entry_row

PAGE = 20
NOT_READ: tuple[tuple[Any, ...], bool] | None = None


@component
def Story(card: OpenCard) -> VdomDict:
    """The newest entries; read again whenever the card changes."""
    reading: int = use_store(card.readings)
    wanted, set_wanted = use_state(PAGE)
    read, set_read = use_state(NOT_READ)

    async def fetch() -> None:
        values = {"cardId": card.card_id, "first": wanted}
        found = (await card.session.client.run(load("cards/list_card_story"), values))[
            "cardTimeline"
        ]
        entries = tuple(edge["node"] for edge in found["edges"])
        set_read((entries, found["pageInfo"]["hasNextPage"]))

    use_task(fetch, [reading, wanted])
    if read is None:
        return drawer_section("story", t("Timeline"), "history", Skeleton("list", lines=3))
    entries, more = read
    return drawer_section(
        "story",
        t("Timeline"),
        "history",
        FragmentList("ol", {"className": "story-list", "aria-label": t("Timeline")}, rows(entries)),
        Button(
            t("Show older"), small=True, variant="ghost", on_click=lambda: set_wanted(wanted + PAGE)
        )
        if more and wanted + PAGE <= 200
        else None,
    )


def rows(entries: Sequence[Any]) -> list[Fragment]:
    """Return what is drawn: each day's heading before its entries."""
    drawn: list[Fragment] = []
    day = None
    for entry in entries:
        if (own := local_day(entry["at"])) != day:
            day = own
            drawn.append(day_heading(day))
        drawn.append(entry_row(entry))
    return drawn
