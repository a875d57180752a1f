"""The place of the dialog; `?manage=fields` opens it."""

from __future__ import annotations

from reactpy import component
from reactpy.types import Component

from frontend.hooks import use_can, use_url_state
from frontend.pages.field_manager.dialog import FieldManager


@component
def FieldManagerSlot() -> Component | None:
    """The dialog while the URL asks for it, for those who may manage fields."""
    managed, set_managed = use_url_state("manage")
    can_manage = use_can("MANAGE_CUSTOM_FIELDS")
    if managed != "fields" or not can_manage:
        return None
    return FieldManager(on_close=lambda: set_managed(None), key="fields")
