"""Components and handlers that fail, each beside one that does not."""

from __future__ import annotations

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.client import OperationFailed, SignedOut
from frontend.components import Button, ToastRegion


@component
def FailingApp() -> VdomDict:
    broken, set_broken = use_state(False)

    async def fail() -> None:
        raise OperationFailed("UNEXPECTED", "masked", "req-42")

    async def ask_after_the_end() -> None:
        raise SignedOut("UNAUTHENTICATED", "over")

    return html.main(
        Button("Break", on_click=lambda: set_broken(True), attributes={"id": "break"}),
        Button("Mend", on_click=lambda: set_broken(False), attributes={"id": "mend"}),
        Button("Fail", on_click=fail, attributes={"id": "fail"}),
        Button("End", on_click=ask_after_the_end, attributes={"id": "end"}),
        Fragile(broken),
        Counter(),
        ToastRegion(),
    )


@component
def Fragile(broken: bool) -> VdomDict:
    use_state(0)
    if broken:
        raise ValueError("a secret detail")
    use_state(1)
    return html.p({"id": "fragile"}, "whole")


@component
def Counter() -> VdomDict:
    count, set_count = use_state(0)
    return Button(
        f"Count {count}", on_click=lambda: set_count(lambda n: n + 1), attributes={"id": "counter"}
    )
