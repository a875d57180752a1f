"""When components render: which are due, and what a component's life keeps."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast

from reactpy.core._life_cycle_hook import HOOK_STACK

if TYPE_CHECKING:
    from frontend.tree import Node

logger = logging.getLogger(__name__)


class Lasting:
    """Something that a component keeps going while it is on screen."""

    __slots__ = ()

    def begin(self) -> None:
        """Start, once what was rendered is on its way to the browser."""

    def end(self) -> None:
        """Stop, if it began; called when the component leaves, and before it begins anew."""


Kept = TypeVar("Kept")


class Drawn(Protocol):
    """What stands at a place of the tree and is drawn again by itself."""

    node: Node | None
    """Its place, until it leaves."""
    is_due: bool

    def begin(self) -> None:
        """Start, once it was drawn."""

    def end(self) -> None:
        """Stop: it leaves."""


class Due:
    """What is due to be drawn again, each once."""

    def __init__(self) -> None:
        self._lives: dict[Drawn, None] = {}
        self._something = asyncio.Event()

    def put(self, life: Drawn) -> None:
        self._lives[life] = None
        self._something.set()

    def discard(self, life: Drawn) -> None:
        """Take off a component that renders along with its parent."""
        self._lives.pop(life, None)

    def wake(self) -> None:
        """Let whoever waits look up, though nothing is due."""
        self._something.set()

    async def wait(self) -> None:
        await self._something.wait()

    def take(self) -> list[Drawn]:
        self._something.clear()
        taken = list(self._lives)
        self._lives.clear()
        return taken


class Life:
    """What a component keeps from render to render; stands in for ReactPy's `LifeCycleHook`, whose
    `use_state`, `use_ref` and `use_memo` keep their values here.

    There is one for every component of every window, so it is small: what most components never
    have is not held ready. Effects are ours (`frontend.hooks.use_effect`), which take no task each.
    """

    __slots__ = ("_begins", "_due", "_kept", "_rendered", "_use", "is_due", "node")

    def __init__(self, due: Due, node: Node) -> None:
        self.node: Node | None = node
        """The component's place in the tree, until it leaves."""
        self.is_due = False
        self._due = due
        self._rendered = False
        self._use = 0
        self._kept: list[Any] = []
        self._begins: list[Lasting] | None = None

    # For hooks

    def use_state(self, make: Callable[[], Kept]) -> Kept:
        """Return what this call site keeps; it is made by the first render, and ends with the
        component if it is `Lasting`.
        """
        if not self._rendered:
            self._kept.append(make())
        self._use += 1
        kept: Kept = self._kept[self._use - 1]
        return kept

    def begin_soon(self, kept: Lasting) -> None:
        """Let something begin, anew perhaps, after this render."""
        self._begins = [*(self._begins or ()), kept]

    def schedule_render(self) -> None:
        """Render the component again soon, if it is still there."""
        if not self.is_due and self.node is not None:
            self.is_due = True
            self._due.put(self)

    def add_effect(self, function: Any) -> None:
        """Refuse ReactPy's own effects."""
        raise TypeError("Use frontend.hooks.use_effect, which takes no task for each effect")

    # For the tree

    def render(self, render: Callable[[], Any]) -> Any:
        """Call a component's function as the one that hooks belong to."""
        self.is_due = False
        self._due.discard(self)
        self._use = 0
        stack = cast("list[Any]", HOOK_STACK.get())
        stack.append(self)
        try:
            return render()
        finally:
            self._rendered = True
            stack.pop()

    def begin(self) -> None:
        """Begin what the render asked for."""
        begins, self._begins = self._begins, None
        for kept in begins or ():
            _try(kept.end)
            _try(kept.begin)

    def end(self) -> None:
        """End all that lasted: the component leaves."""
        self._begins = self.node = None
        self._due.discard(self)
        for kept in self._kept:
            if isinstance(kept, Lasting):
                _try(kept.end)
        self._kept = []


def _try(act: Callable[[], None]) -> None:
    try:
        act()
    except Exception:
        logger.exception("An effect failed")


def current_life() -> Life:
    """Return the life of the component that renders now."""
    return cast(Life, HOOK_STACK.current_hook())
