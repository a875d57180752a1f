"""ReactPy's Layout, sending only what differs and taking finished fragments for elements.

What is different from the Layout of reactpy 2.0.0b13, whose rendering is otherwise kept:

- fragments and fragment lists (frontend/fragments.py) are passed on without being walked, and what
  holds neither components nor handlers of its own is kept as one state instead of one per element;
- a component that renders again sends patches against what the browser shows (frontend/patches.py)
  instead of its whole subtree, and all components that are due at one moment go out in one message;
- every component has a key in the browser made of its type and its own key, so that text typed in
  one component is never found in another one that took its place, and moved components keep theirs;
  None among children keeps its place as an empty text;
- events to fixed targets go to the window's registry; an event for nothing costs no task; a
  handler's exception is reported, a component's exception is shown in its place;
- effects leave no trace once they ended;
- a message says `busy` while the page waits for data, so that a window that comes back is redrawn
  only once.

It overrides underscored methods of a pinned version: tests/frontend/test_layout.py and
tests/browser/mechanism hold it. Rendering must be serial (`async_rendering=False`): with parallel
renders, children that update while their parent reorders them leave a page that differs from the
server's.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack
from hashlib import blake2b
from typing import Any, Self, cast
from zlib import crc32

import orjson
from reactpy.core import layout as reactpy_layout
from reactpy.core._life_cycle_hook import HOOK_STACK
from reactpy.types import Component

from frontend.event_queues import EventAnswer, EventQueues, TargetAnswer, first_argument
from frontend.fragments import NotPlain, Target, handler_model, wire_model
from frontend.patches import Path, difference
from frontend.render_cycle import Due, lean_life

State = reactpy_layout._ModelState


class FragmentLayout(reactpy_layout.Layout):
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
        super().__init__(root)
        self._find_target = find_target
        self._error_panel = error_panel
        self._is_busy = is_busy
        self._was_busy = False
        self._build = build
        self._commands: list[dict[str, Any]] = []
        self._events = EventQueues(self._find_answer, on_error)
        self._failed: set[Any] = set()

    async def __aenter__(self) -> Self:
        self._due = Due()
        await super().__aenter__()
        await self._rendering_queue.close()
        self._rendering_queue = cast(Any, self._due)
        self._begin_root()
        return self

    def _begin_root(self) -> None:
        states = self._model_states_by_life_cycle_state_id
        root = states.pop(self._root_life_cycle_state_id)
        root.life_cycle_state = lean_life(root.life_cycle_state.component, self._due.put)
        self._root_life_cycle_state_id = root.life_cycle_state.id
        states[root.life_cycle_state.id] = root
        self._due.put(root.life_cycle_state.id)

    async def __aexit__(self, *exc_info: Any) -> None:  # noqa: PYI036 - as ReactPy types it
        await self._events.close()
        # A render that was cut short has begun components that the tree does not know of yet.
        root_id = self._root_life_cycle_state_id
        states = self._model_states_by_life_cycle_state_id
        await self._unmount_model_states([state for id, state in states.items() if id != root_id])
        await super().__aexit__(*exc_info)

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
            await asyncio.sleep(0)  # what is set in the same turn of the loop goes out together
            patches = await self._render_due()
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

    async def _render_due(self) -> list[orjson.Fragment]:
        patches: list[orjson.Fragment] = []
        while due := self._due.take():
            states = [self._model_states_by_life_cycle_state_id.get(state_id) for state_id in due]
            present = [state for state in states if state is not None]
            for state in sorted(present, key=lambda state: state.patch_path.count("/")):
                state_id = state.life_cycle_state.id
                current = self._model_states_by_life_cycle_state_id.get(state_id)
                if (
                    current is state
                ):  # else its parent has rendered it, or taken it away, in this round
                    patches += await self._render_again(state)
        return patches

    async def _render_again(self, old_state: State) -> list[orjson.Fragment]:
        old_model = getattr(old_state.model, "current", None)
        parent = old_state.parent if hasattr(old_state, "_parent_ref") else None
        component = old_state.life_cycle_state.component
        token = HOOK_STACK.initialize()
        try:
            async with AsyncExitStack() as exit_stack:
                new_state = await self._render_component(
                    exit_stack, old_state, parent, old_state.index, old_state.key, component
                )
        finally:
            HOOK_STACK.reset(token)
        new_model = new_state.model.current
        if parent is not None:
            parent.children_by_key[new_state.key] = new_state
            # In place: the tree of models stays what the browser shows, all the way up to the root.
            parent.model.current["children"][new_state.index] = new_model
        path = _path(new_state.patch_path)
        if old_model is None:
            return [_finished({"at": path, "model": new_model})]
        return [_finished(patch) for patch in difference(old_model, new_model, path)]

    # Rendering

    async def _render_component(
        self,
        exit_stack: AsyncExitStack,
        old_state: State | None,
        parent: State | None,
        index: int,
        key: Any,
        component: Component,
    ) -> State:
        new_state, old_state = await self._component_state(old_state, parent, index, key, component)
        life = new_state.life_cycle_state
        self._model_states_by_life_cycle_state_id[life.id] = new_state
        self._due.discard(life.id)
        new_state.model.current = _component_model(component, key)
        await life.hook.affect_component_will_render(component)
        exit_stack.push_async_callback(life.hook.affect_layout_did_render)
        try:
            await self._render_model_children(
                exit_stack, old_state, new_state, [component.render()]
            )
        except Exception as error:
            await self._show_error(old_state, new_state, key, component, error)
        finally:
            await life.hook.affect_component_did_render()
        return new_state

    async def _component_state(
        self,
        old_state: State | None,
        parent: State | None,
        index: int,
        key: Any,
        component: Component,
    ) -> tuple[State, State | None]:
        """Return the state to render into, and the old one unless it was of something else."""
        if old_state is not None and not self._continues(old_state, component):
            await self._unmount_model_states([old_state])
            old_state = None
        if old_state is None:
            # Only the root has no parent, and it was begun with the layout.
            new_state = reactpy_layout._make_element_model_state(cast(State, parent), index, key)
            new_state.life_cycle_state = lean_life(component, self._due.put)
        elif parent is None:
            new_state = reactpy_layout._copy_component_model_state(old_state)
            new_state.life_cycle_state = reactpy_layout._update_life_cycle_state(
                old_state.life_cycle_state, component
            )
        else:
            new_state = reactpy_layout._update_component_model_state(
                old_state, parent, index, component, self._due.put
            )
        return new_state, old_state

    def _continues(self, old_state: State, component: Component) -> bool:
        """Tell whether a component goes on from an old state; one that failed starts anew."""
        if not old_state.is_component_state:
            return False
        life = old_state.life_cycle_state
        return life.component.type == component.type and life.id not in self._failed

    async def _show_error(
        self,
        old_state: State | None,
        new_state: State,
        key: Any,
        component: Component,
        error: Exception,
    ) -> None:
        """Put the error panel where the component would be, and take away what it had begun to
        show.
        """
        leftover = dict(old_state.children_by_key) if old_state is not None else {}
        leftover.update(new_state.children_by_key)
        new_state.children_by_key.clear()
        await self._unmount_model_states(
            [state for state in leftover.values() if self._is_mounted(state)]
        )
        new_state.model.current = {
            **_component_model(component, key),
            "children": [self._error_panel(error)],
        }
        self._failed.add(new_state.life_cycle_state.id)

    def _is_mounted(self, state: State) -> bool:
        if not state.is_component_state:
            return True
        return state.life_cycle_state.id in self._model_states_by_life_cycle_state_id

    async def _render_model(
        self,
        exit_stack: AsyncExitStack,
        old_state: State | None,
        parent: State,
        index: int,
        key: Any,
        raw_model: Any,
    ) -> State:
        try:
            finished = wire_model(raw_model)
        except NotPlain:
            return await super()._render_model(exit_stack, old_state, parent, index, key, raw_model)
        if old_state is not None:
            await self._unmount_model_states([old_state])
        new_state = reactpy_layout._make_element_model_state(parent, index, key)
        new_state.model.current = finished
        return new_state

    async def _render_model_children(
        self,
        exit_stack: AsyncExitStack,
        old_state: State | None,
        new_state: State,
        raw_children: Any,
    ) -> None:
        children = raw_children if isinstance(raw_children, list | tuple) else [raw_children]
        placed = ["" if child is None else child for child in children]
        await super()._render_model_children(exit_stack, old_state, new_state, placed)

    def _render_model_attributes(
        self, old_state: State | None, new_state: State, raw_model: dict[str, Any]
    ) -> None:
        model: dict[str, Any] = cast(Any, new_state.model.current)
        if attributes := raw_model.get("attributes"):
            model["attributes"] = {
                name: value for name, value in attributes.items() if value is not None
            }
        handlers = raw_model.get("eventHandlers") or {}
        if old_state is not None:
            for event in set(old_state.targets_by_event).difference(handlers):
                self._event_handlers.pop(old_state.targets_by_event[event], None)
        for event, handler in handlers.items():
            model.setdefault("eventHandlers", {})[event] = self._handler_model(
                new_state, event, handler
            )

    def _handler_model(self, new_state: State, event: str, handler: Any) -> dict[str, Any]:
        if isinstance(handler, Target):
            return handler_model(handler, handler.target)
        name = handler.target or _short(f"{new_state.key_path}:{event}")
        new_state.targets_by_event[event] = name
        self._event_handlers[name] = handler
        return handler_model(handler, name)

    async def _unmount_model_states(self, old_states: list[State]) -> None:
        """Take states away with all that is below them; parents before children."""
        to_unmount = old_states[::-1]
        while to_unmount:
            state = to_unmount.pop()
            for name in state.targets_by_event.values():
                self._event_handlers.pop(name, None)
            if state.is_component_state:
                life = state.life_cycle_state
                self._failed.discard(life.id)
                if self._model_states_by_life_cycle_state_id.pop(life.id, None) is not None:
                    self._due.discard(life.id)
                    await life.hook.affect_component_will_unmount()
            to_unmount.extend(state.children_by_key.values())

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
        handler = self._event_handlers.get(name)
        return handler.function if handler else None


def _finished(patch: dict[str, Any]) -> orjson.Fragment:
    """Serialise a patch at once: the models in it are altered in place when what they hold renders
    again.
    """
    return orjson.Fragment(orjson.dumps(patch))


def _short(key_path: str) -> str:
    """Return a name for an event handler out of its place: the same after a restart of the server,
    and short, since every control of a page carries one or more.
    """
    return blake2b(key_path.encode(), digest_size=8).hexdigest()


def _path(patch_path: str) -> Path:
    return tuple(int(part) for part in patch_path.split("/") if part and part != "children")


def _component_model(component: Component, key: Any) -> Any:
    """Return the node that stands for a component in the browser; it draws nothing itself.

    The key is the same after a restart of the server, which is what lets the browser keep its
    inputs then.
    """
    kind = component.type
    name = f"{getattr(kind, '__module__', '')}.{getattr(kind, '__qualname__', kind)}"
    return {"tagName": "", "attributes": {"key": f"{crc32(name.encode()):x}.{key}"}, "children": []}
