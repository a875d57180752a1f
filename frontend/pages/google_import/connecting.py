"""The way to Google, where somebody signs in and agrees."""

from __future__ import annotations

from typing import Any

from reactpy import component, use_ref
from reactpy.types import VdomDict

from frontend.components import Button
from frontend.errors import explain
from frontend.hooks import use_browser, use_mutation, use_toast
from frontend.operations import load

Account = dict[str, Any]


@component
def ConnectButton(
    label: str, *, account_id: str | None = None, primary: bool = False, small: bool = False
) -> VdomDict:
    """A button that leads to Google; with `account_id`, to connect that account again."""
    connect, state = use_mutation(load("google/connect_google_account"))
    toast, browser = use_toast(), use_browser()
    is_leaving = use_ref(False)

    async def go(_: object) -> None:
        if is_leaving.current:  # the second of a double click
            return
        is_leaving.current = True
        outcome = await connect({"accountId": account_id})
        url = outcome.payload["authorizationUrl"] if outcome.ok and outcome.payload else None
        if url:
            browser.load(url)
            return
        is_leaving.current = False
        for refusal in outcome.errors:
            toast(explain(refusal), kind="error")

    return Button(
        label,
        icon=None if small else "link",
        variant="primary" if primary else "secondary",
        small=small,
        on_click=go,
        busy=state.loading,
    )
