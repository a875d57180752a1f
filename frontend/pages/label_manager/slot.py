"""The place of the dialog; `?manage=labels` opens it."""

from __future__ import annotations

from reactpy import component
from reactpy.types import Component

from frontend.hooks import use_can, use_url_state
from frontend.pages.label_manager.dialog import LabelManager


@component
def LabelManagerSlot() -> Component | None:
    """The dialog while the URL asks for it, for those who may manage labels."""
    managed, set_managed = use_url_state("manage")
    can_manage = use_can("MANAGE_LABELS")
    if managed != "labels" or not can_manage:
        return None
    return LabelManager(on_close=lambda: set_managed(None), key="labels")
