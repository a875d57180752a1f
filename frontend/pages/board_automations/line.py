"""One automation: its sentence, its switch, its menu."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Checkbox, Icon, IconButton, Menu, MenuItem, MenuSeparator
from frontend.components.menu import MenuEntry
from frontend.locale import t
from frontend.pages.board_automations.state import Automation, AutomationList
from frontend.pages.board_automations.words import then_words, when_words


@component
def AutomationLine(
    automations: AutomationList,
    automation: Automation,
    can_write: bool,
    attempt: Callable[[Automation], None],
) -> VdomDict:
    """An automation; `attempt` shows what it would do."""

    async def switch(event: dict[str, Any]) -> None:
        await automations.switch(automation, enabled=bool(event["target"]["checked"]))

    async def delete() -> None:
        await automations.delete(automation)

    entries: list[MenuEntry] = [
        MenuItem(t("What would it do?"), icon="play", on_click=lambda: attempt(automation))
    ]
    if can_write:
        change = MenuItem(
            t("Change"), icon="pencil", on_click=lambda: automations.editing.set(automation["id"])
        )
        remove = MenuItem(t("Delete automation"), icon="trash-2", danger=True, on_click=delete)
        entries = [change, *entries, MenuSeparator(), remove]
    sentence = f"{when_words(automation)}: {then_words(automation)}"
    return html.li(
        {"className": "automation", "data-off": None if automation["enabled"] else ""},
        Checkbox(
            t("Runs: {automation}", automation=sentence),
            look="switch",
            label_hidden=True,
            checked=automation["enabled"],
            disabled=not can_write,
            on_change=switch,
            attributes={"key": f"on-{automation['enabled']}"},
        ),
        html.div(
            {"className": "automation-words"},
            html.p({"className": "automation-when"}, when_words(automation)),
            html.p({"className": "automation-then"}, then_words(automation)),
            html.p(
                {"className": "automation-broken"},
                Icon("triangle-alert", size=14),
                t("It cannot run: something that it needs is gone."),
            )
            if automation["broken"]
            else None,
        ),
        Menu(
            IconButton("ellipsis", t("More actions"), small=True),
            entries,
            id=f"automation-{automation['id']}",
            align="end",
        ),
    )
