"""Search as one types: by name, e-mail or phone."""

from __future__ import annotations

import asyncio
from typing import Any

from reactpy import component, use_ref
from reactpy.types import VdomDict

from frontend.components import SearchInput
from frontend.hooks import use_task, use_url_state
from frontend.hooks.navigation import go
from frontend.locale import t
from frontend.session import current_session

PAUSE_SECONDS = 0.12


@component
def SearchBox() -> VdomDict:
    """The box keeps its own text; it is filled anew only when the URL changed otherwise than by
    typing.
    """
    session = current_session()
    found, _ = use_url_state("q")
    sent = use_ref(found)
    typed = use_ref(found)
    fillings = use_ref(0)
    if found != sent.current:
        sent.current = typed.current = found
        fillings.current += 1

    async def search() -> None:
        await asyncio.sleep(PAUSE_SECONDS)
        # Back leaves the search as a whole, not letter by letter.
        begins = not sent.current
        sent.current = typed.current
        changes = {"q": typed.current or None, "at": None}
        go(session, session.location.value.with_query(changes).url, replace=not begins)

    runner = use_task(_nothing, [])

    def take(event: dict[str, Any]) -> None:
        typed.current = event["target"]["value"]
        runner.start(search)

    return SearchInput(
        label=t("Search contacts"),
        value=found,
        placeholder=t("Name, e-mail, phone"),
        on_input=take,
        attributes={"key": f"search-{fillings.current}", "id": "contacts-search", "maxLength": 200},
    )


async def _nothing() -> None:
    """Nothing has been typed yet."""
