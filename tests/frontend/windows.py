"""A window without a browser: a layout, what was sent, and the tree that a browser would hold."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import orjson
from reactpy.types import Component

from frontend.client import Client, Credentials
from frontend.layout import FragmentLayout
from frontend.location import Location
from frontend.session import Session, activate
from frontend.store import Store
from tests.frontend.test_patches import applied

TURNS = 5


@dataclass(eq=False)
class HeadlessWindow:
    layout: FragmentLayout
    session: Session
    errors: list[BaseException] = field(default_factory=list)
    messages: list[dict[str, Any]] = field(default_factory=list)
    model: Any = field(default_factory=lambda: {"tagName": ""})

    async def settle(self, seconds: float = 0.05) -> None:
        """Take messages until none comes for a while.

        The while is cut into turns: a process that was starved sleeps through one of them only.
        """
        while True:
            rendered = asyncio.ensure_future(self.layout.render())
            for _ in range(TURNS):
                await asyncio.wait([rendered], timeout=seconds / TURNS)
                if rendered.done():
                    break
            else:
                rendered.cancel()
                await asyncio.wait([rendered])
                return
            message = orjson.loads(orjson.dumps(rendered.result()))
            self.messages.append(message)
            self.model = applied(self.model, message.get("patches", []))

    async def send(self, name: str, /, **event: Any) -> None:
        """Deliver an event and take what comes of it."""
        await self.layout.deliver({"type": "layout-event", "target": name, "data": [event]})
        await self.settle()

    def find(self, tag: str, model: Any = None) -> list[Any]:
        """Return every element of a kind, in order."""
        model = self.model if model is None else model
        if isinstance(model, str):
            return []
        inside = [found for child in model.get("children", []) for found in self.find(tag, child)]
        return [model, *inside] if model["tagName"] == tag else inside

    def text(self, model: Any = None) -> str:
        model = self.model if model is None else model
        if isinstance(model, str):
            return model
        return "".join(self.text(child) for child in model.get("children", []))

    def target(self, tag: str, event: str, place: int = 0) -> str:
        return str(self.find(tag)[place]["eventHandlers"][event]["target"])

    def commands(self, name: str) -> list[dict[str, Any]]:
        return [c for m in self.messages for c in m.get("commands", []) if c["name"] == name]


async def nothing(*args: Any, **kwargs: Any) -> Any:
    """Stand in for an API that is not asked anything."""
    raise AssertionError("the API was asked")


def session_of(execute: Any = nothing, subscribe: Any = nothing, url: str = "/") -> Session:
    credentials = Credentials(None, "127.0.0.1", "test")
    return Session(Client(credentials, execute, subscribe), Store(Location.parse(url)))


@asynccontextmanager
async def window(root: Component, session: Session | None = None) -> AsyncIterator[HeadlessWindow]:
    """Open a window on a component."""
    session = session or session_of()
    activate(session)
    errors: list[BaseException] = []
    layout = FragmentLayout(
        root,
        find_target=lambda name: session.targets[name][-1] if name in session.targets else None,
        on_error=errors.append,
        error_panel=lambda error: {"tagName": "output", "children": [type(error).__name__]},
        is_busy=lambda: session.loading > 0,
    )
    async with layout:
        session.send, session.settled = layout.command, layout.wake
        opened = HeadlessWindow(layout, session, errors)
        await opened.settle()
        yield opened
