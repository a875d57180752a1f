"""What is shown where there is nothing."""

from __future__ import annotations

from reactpy import component
from reactpy.types import VdomDict

from frontend.components import Button, EmptyState
from frontend.hooks import use_title
from frontend.locale import t
from frontend.session import current_session


@component
def NotFoundPage() -> VdomDict:
    """Say that there is no such place, and lead back."""
    use_title(t("Not found"))
    return EmptyState(
        t("There is nothing here"),
        t("The address may be mistyped, or what it led to was deleted."),
        action=Button(
            t("Back to the start"), href=current_session().registry.home, variant="primary"
        ),
        drawing="lost",
    )
