"""A window's layout: what it sends, and who answers what it is sent.

Components are ReactPy's; drawing them and talking to the browser is ours, since ReactPy's own
Layout sends whole subtrees and keeps a state for every element:

- fragments and fragment lists (frontend/fragments.py) are passed on without being walked;
- a component that renders again sends patches against what the browser shows (frontend/patches.py),
  and all components that are due at one moment go out in one message; a leaf (frontend/leaves.py)
  does so without being rendered;
- every component has a key in the browser made of its type and its own key, so that text typed in
  one component is never found in another one that took its place, and moved components keep theirs;
  None among children keeps its place as an empty text;
- events to fixed targets go to the window's registry; an event for nothing costs no task; a
  handler's exception is reported, a component's exception is shown in its place;
- a message says `busy` while the page waits for data, so that a window that comes back is redrawn
  only once.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, Self

import orjson
from reactpy.core._life_cycle_hook import HOOK_STACK
from reactpy.types import Component

from frontend.event_queues import EventAnswer, EventQueues, TargetAnswer, first_argument
from frontend.patches import finished, sent_difference
from frontend.render_cycle import Due
from frontend.tree import Node, Tree

GATHER_SECONDS = 0.01
"""How long the parts of a page that is opened wait for one another, to be drawn and sent once."""


class FragmentLayout:
    """A layout whose messages hold `patches`, `commands`, `busy` and `build`, if there are any."""

    def __init__(
        self,
        root: Component,
        *,
        find_target: Callable[[str], TargetAnswer | None] = lambda name: None,
        on_error: Callable[[BaseException], None] = lambda error: None,
        error_panel: Callable[[BaseException], dict[str, Any]] = lambda error: {"tagName": "p"},
        is_busy: Callable[[], bool] = lambda: False,
        build: str = "",
    ) -> None:
        """`find_target` looks up fixed targets; `on_error` is told what handlers raise;
        `error_panel` is told what a component raises and returns the model that is shown in its
        place; `is_busy` tells whether the page still waits for data; `build` names the version of
        the browser's files.
        """
        self._find_target = find_target
        self._is_busy = is_busy
        self._was_busy = False
        self._has_opened = False
        self._build = build
        self._commands: list[dict[str, Any]] = []
        self._events = EventQueues(self._find_answer, on_error)
        self._due = Due()
        self._tree = Tree(self._due, error_panel)
        self._root = self._tree.root(root)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        await self._events.close()
        self._tree.remove(self._root)

    # Messages out

    def command(self, command: dict[str, Any]) -> None:
        """Send a command for the browser with the next message."""
        self._commands.append(command)
        self._due.wake()

    def wake(self) -> None:
        """Look again whether there is something to send, e.g. that the page is no longer busy."""
        self._due.wake()

    async def render(self) -> Any:
        """Wait until there is something to send, and return it as one message."""
        while True:
            await self._due.wait()
            # What is set in the same turn of the loop goes out together.
            await asyncio.sleep(GATHER_SECONDS if self._is_opening() else 0)
            patches = self._render_due()
            commands, self._commands = self._commands, []
            busy, was_busy = self._is_busy(), self._was_busy
            if patches or commands or busy != was_busy:
                self._was_busy = busy
                build, self._build = self._build, ""
                parts = {"build": build, "busy": busy, "patches": patches, "commands": commands}
                return {
                    "type": "layout-update",
                    **{name: part for name, part in parts.items() if part},
                }

    def _is_opening(self) -> bool:
        """Whether the window's first reading is under way: its answers come one by one."""
        self._has_opened = self._has_opened or (self._was_busy and not self._is_busy())
        return self._was_busy and not self._has_opened

    def _render_due(self) -> list[orjson.Fragment]:
        patches: list[orjson.Fragment] = []
        token = HOOK_STACK.initialize()
        try:
            while due := self._due.take():
                nodes = [life.node for life in due if life.node is not None]
                if len(nodes) > 1:
                    nodes = _outer_first(nodes)
                for node in nodes:
                    # Else its parent has drawn it, or taken it away, in this round.
                    if node.life is not None and node.life.is_due:
                        patches += self._render_again(node)
        finally:
            HOOK_STACK.reset(token)
        return patches

    def _render_again(self, node: Node) -> list[orjson.Fragment]:
        shown = node.model
        self._tree.draw(node)
        if node.parent is not None:
            # In place: the tree of models stays what the browser shows, all the way up to the root.
            node.parent.model["children"][node.index] = node.model
        if shown is None:
            return [finished({"at": node.path, "model": node.model})]
        if shown is node.model:
            return []
        return sent_difference(shown, node.model, self._tree.path_of(node))

    # Events in

    async def deliver(self, event: Any, size: int = 0) -> None:
        """Answer an event of the browser, sent in `size` bytes."""
        self._events.put(event, size)

    @property
    def held_bytes(self) -> int:
        """How much of what the browser sent waits to be answered."""
        return self._events.held_bytes

    def _find_answer(self, name: str) -> EventAnswer | None:
        if answer := self._find_target(name):
            return first_argument(answer)
        handler = self._tree.handlers.get(name)
        return handler.function if handler else None


def _outer_first(nodes: list[Node]) -> list[Node]:
    """Order nodes so that none comes before one that it is in: nothing is in leaves."""
    leaves = [node for node in nodes if node.component is None]
    if len(leaves) == len(nodes):
        return leaves
    components = [node for node in nodes if node.component is not None]
    return sorted(components, key=lambda node: node.depth) + leaves
