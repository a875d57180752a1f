"""How many conversations have something unread, beside the entry of the navigation."""

from __future__ import annotations

from typing import Any

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.hooks import use_live, use_task
from frontend.locale import format_number, tn
from frontend.operations import load
from frontend.session import current_session

NOT_COUNTED: tuple[int, str | None] = (0, None)


@component
def UnreadThreads() -> VdomDict | None:
    """A discreet number; nothing when all is read."""
    session = current_session()
    (count, cursor), set_counted = use_state(NOT_COUNTED)

    async def read() -> None:
        data = await session.client.run(load("inbox/count_unread_threads"))
        set_counted((data["unreadThreadCount"], (data["viewer"] or {}).get("cursor")))

    def follow(event: dict[str, Any]) -> None:
        set_counted((event["unreadCount"], event["cursor"]))

    use_task(read, [])
    use_live(load("inbox/follow_unread_threads"), {}, follow, after=cursor, skip=cursor is None)
    if not count:
        return None
    words = tn("{count} unread conversation", "{count} unread conversations", count)
    return html.span(
        {"className": "section-count", "title": words},
        html.span({"aria-hidden": "true"}, format_number(count)),
        html.span({"className": "visually-hidden"}, words),
    )
