"""Fields that keep their own text while the page around them changes thirty times a second."""

from __future__ import annotations

import asyncio
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend import hooks
from frontend.components import Skeleton, TextField, ToastRegion
from frontend.hooks import use_draft, use_form, use_task, use_url_state

heard: dict[str, str] = {}
"""The text of each field as the server knows it."""


@component
def TypingApp() -> VdomDict:
    tick, set_tick = use_state(0)

    async def change() -> None:
        for _ in range(2000):
            await asyncio.sleep(0.03)
            set_tick(lambda value: value + 1)

    use_task(change, [])

    async def typed(event: dict[str, Any]) -> None:
        heard["slow"] = event["target"]["value"]
        await asyncio.sleep(0.02)

    return html.main(
        html.p({"id": "tick"}, str(tick)),
        html.p("even") if tick % 2 else None,
        html.label(
            "Slow ", html.input({"id": "slow", "onInput": typed, "className": f"t{tick % 3}"})
        ),
        Draft(),
        Filter(),
        ToastRegion(),
    )


@component
def Draft() -> VdomDict | Component:
    draft = use_draft("note:new")
    if draft.loading:
        return Skeleton("form")
    return Note(draft)


@component
def Note(draft: hooks.Draft) -> VdomDict:
    form = use_form(
        {"title": ""}, draft=draft, on_change=lambda name, value: heard.update({name: value})
    )
    heard.setdefault("title", str(form.get("title")))
    return html.form(TextField(form, "title", label="Title"))


@component
def Filter() -> VdomDict:
    text, set_text = use_url_state("q")
    return html.label(
        "Filter ",
        html.input(
            {
                "id": "filter",
                "defaultValue": text,
                "onInput": lambda e: set_text(e["target"]["value"]),
            }
        ),
    )
