"""How many opened a campaign and clicked in it, over time: a drawing, and the same as a table."""

from __future__ import annotations

from reactpy import component
from reactpy.types import VdomDict


@component
def Chart(campaign_id: str, opened: int, clicked: int) -> VdomDict | None:
    """Nothing yet."""
    return None
