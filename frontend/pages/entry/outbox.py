"""Where letters go on a server that cannot send any."""

from __future__ import annotations

from reactpy import html
from reactpy.types import VdomDict

from frontend.components import Notice
from frontend.locale import t


def OutboxNotice() -> VdomDict:
    """Say that letters are not sent, and where they lie."""
    return Notice(
        html.p(
            t(
                "This server has no mail settings, so letters are not sent: they are written to "
                "the outbox folder of its data directory."
            )
        ),
        kind="warning",
    )
