"""What stands instead of privacy requests for who may not see them."""

from __future__ import annotations

from reactpy.types import VdomDict

from frontend.components import EmptyState
from frontend.locale import t


def forbidden() -> VdomDict:
    """Draw it."""
    return EmptyState(
        t("This is for who manages the account"),
        t("Owners and admins see what people ask about their data, and answer it."),
        drawing="lost",
    )
