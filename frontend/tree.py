"""The tree of what a window shows, drawn from components.

Models are what the browser holds: dicts, strings, finished fragments. A node stands for a model
that something of the window hangs on: a component, a leaf, event handlers, or such a thing further
down.
The rest has none, which is most of a page; a window's memory and the time to its first rows are in
the nodes.

Drawing is serial and never awaits, so that a parent that reorders its children meets none of them
half-drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from types import MappingProxyType
from typing import Any, cast
from zlib import crc32

from reactpy.types import Component

from frontend.fragments import Fragment, FragmentListElement, Target, handler_model
from frontend.leaves import Leaf, LeafLife
from frontend.patches import Path
from frontend.render_cycle import Drawn, Due, Life

NO_TARGETS: Mapping[str, str] = MappingProxyType({})
NO_CHILDREN: Mapping[Any, Node] = MappingProxyType({})
FINISHED = (Fragment, FragmentListElement)
DRAWN = (dict, Component, Leaf)


class Node:
    """A place in the tree; it stays the same object for as long as its key stays under its parent.

    `model` is what the browser holds for it. `children` has the nodes below by their keys,
    `targets` the targets of the window's own handlers by the events' names.
    """

    __slots__ = (
        "children",
        "component",
        "has_failed",
        "index",
        "key",
        "life",
        "model",
        "parent",
        "targets",
    )

    def __init__(self, parent: Node | None, index: int, key: Any) -> None:
        self.parent = parent
        self.index = index
        self.key = key
        self.model: Any = None
        self.children = NO_CHILDREN
        self.targets = NO_TARGETS
        self.life: Drawn | None = None
        self.component: Component | None = None
        self.has_failed = False

    @property
    def is_plain(self) -> bool:
        """True when nothing of the window hangs on it: it need not be kept."""
        return self.life is None and not self.children and not self.targets

    @property
    def depth(self) -> int:
        """How many places it is away from the root."""
        depth, node = 0, self.parent
        while node is not None:
            depth, node = depth + 1, node.parent
        return depth

    @property
    def path(self) -> Path:
        """The places among siblings on the way from the root."""
        places: list[int] = []
        node = self
        while node.parent is not None:
            places.append(node.index)
            node = node.parent
        return tuple(places[::-1])

    @property
    def key_path(self) -> str:
        """The keys on the way from the root: the same after a restart of the server."""
        return "/".join(["", *[str(node.key) for node in self._line()][::-1]])

    def _line(self) -> Iterator[Node]:
        node = self
        while node.parent is not None:
            yield node
            node = node.parent


class Tree:
    """Draws components, and takes away what they no longer show."""

    def __init__(self, due: Due, error_panel: Callable[[BaseException], dict[str, Any]]) -> None:
        """`error_panel` is told what a component raises and returns the model shown instead."""
        self.handlers: dict[str, Any] = {}
        """The window's own event handlers by target."""
        self._due = due
        self._error_panel = error_panel
        self._drawn: list[Drawn] = []
        self._turn = 0
        """Counts the components that were drawn, with which places may change."""

    def root(self, component: Component) -> Node:
        """Return the node of a window's root, due to be drawn."""
        node = Node(None, -1, None)
        node.component = component
        node.life = Life(self._due, node)
        node.life.schedule_render()
        return node

    def path_of(self, node: Node) -> Path:
        """Return a node's path; a leaf's is known for as long as no component was drawn."""
        life = node.life
        if not isinstance(life, LeafLife):
            return node.path
        if life.path is None or life.path_turn != self._turn:
            life.path, life.path_turn = _one_path(node.path), self._turn
        return life.path

    def draw(self, node: Node) -> None:
        """Draw the node of a component anew with all below it, or that of a leaf."""
        if isinstance(node.life, LeafLife):
            self._draw_finished(node, node.life)
            return
        self._turn += 1
        try:
            self._draw_component(node, cast(Component, node.component))
        finally:
            drawn, self._drawn = self._drawn, []
            for life in reversed(drawn):  # what is inside begins before what is around it
                life.begin()

    def remove(self, node: Node) -> None:
        """Take a node away with all that is below it; parents before children."""
        self._silence(node)
        if node.life is not None:
            node.life.end()
        self._remove_children(node)
        node.parent = node.life = node.component = None

    def _draw_component(self, node: Node, component: Component) -> None:
        life = self._life(node, component)
        node.component = component
        node.model = {"tagName": "", "attributes": _face(component.type, node.key), "children": []}
        self._drawn.append(life)
        try:
            self._draw_children(node, [life.render(component.render)])
        except Exception as error:
            self._clear(node)
            node.has_failed = True
            node.model["children"] = [self._error_panel(error)]

    def _life(self, node: Node, component: Component) -> Life:
        """Return the life that goes on in a node: its own, or a new one after something else, or
        after a failure.
        """
        before, life = node.component, node.life
        goes_on = before is not None and before.type == component.type and not node.has_failed
        if goes_on and isinstance(life, Life):
            return life
        self._clear(node)
        if life is not None:
            life.end()
        node.life = life = Life(self._due, node)
        node.has_failed = False
        return life

    def _draw_leaf(self, node: Node, leaf: Leaf[Any]) -> None:
        life = node.life
        if not isinstance(life, LeafLife) or not life.shows(leaf):
            self._clear(node)
            if life is not None:
                life.end()
            node.component = None
            node.has_failed = False
            node.life = life = LeafLife(self._due, node, leaf)
            self._drawn.append(life)
        self._draw_finished(node, life)

    def _draw_finished(self, node: Node, life: LeafLife) -> None:
        try:
            node.model = life.drawn()
        except Exception as error:
            node.model = self._error_panel(error)

    def _draw_element(self, node: Node, raw: Mapping[str, Any]) -> None:
        if node.life is not None:  # a component or a leaf stood here
            self._clear(node)
            node.life.end()
            node.life = node.component = None
            node.has_failed = False
        node.model = model = {"tagName": raw["tagName"]}
        if attributes := raw.get("attributes"):
            model["attributes"] = {
                name: value for name, value in attributes.items() if value is not None
            }
        self._silence(node)
        if handlers := raw.get("eventHandlers"):
            model["eventHandlers"] = {
                event: self._listen(node, event, handler) for event, handler in handlers.items()
            }
        children = raw.get("children")
        if children:
            model["children"] = []
        if children or node.children:
            self._draw_children(node, children or ())

    def _draw_children(self, node: Node, raw_children: Sequence[Any]) -> None:
        keys = _keys(raw_children)
        before: dict[Any, Node] = {}
        if node.children:
            before.update(node.children)
            self._remove(before, before.keys() - keys)
        node.children = below = {}
        placed: list[Any] = node.model.get("children", [])
        try:
            for index, raw in enumerate(raw_children):
                if raw is None or type(raw) is str:
                    placed.append(raw or "")
                elif isinstance(raw, FINISHED):
                    placed.append(raw.wire)
                elif isinstance(raw, DRAWN):
                    key = keys[index]
                    child = before.pop(key) if key in before else Node(node, index, key)
                    below[key] = child
                    child.index = index
                    self._draw_child(child, raw)
                    placed.append(child.model)
                    if child.is_plain:
                        del below[key]
                else:
                    placed.append(str(raw))
        finally:
            if before:
                self._remove(before, list(before))
            if not below:
                node.children = NO_CHILDREN

    def _draw_child(self, node: Node, raw: Any) -> None:
        if isinstance(raw, Component):
            self._draw_component(node, raw)
        elif isinstance(raw, Leaf):
            self._draw_leaf(node, raw)
        else:
            self._draw_element(node, raw)

    def _remove(self, nodes: dict[Any, Node], keys: Iterable[Any]) -> None:
        for key in keys:
            self.remove(nodes.pop(key))

    def _listen(self, node: Node, event: str, handler: Any) -> dict[str, Any]:
        if isinstance(handler, Target):
            return handler_model(handler, handler.target)
        name = handler.target or _short(f"{node.key_path}:{event}")
        node.targets = {**node.targets, event: name}
        self.handlers[name] = handler
        return handler_model(handler, name)

    def _silence(self, node: Node) -> None:
        if node.targets:
            for name in node.targets.values():
                self.handlers.pop(name, None)
            node.targets = NO_TARGETS

    def _clear(self, node: Node) -> None:
        """Take away what is below a node, and its handlers."""
        self._silence(node)
        self._remove_children(node)

    def _remove_children(self, node: Node) -> None:
        if node.children:
            children, node.children = node.children, NO_CHILDREN
            for child in children.values():
                self.remove(child)


def _keys(siblings: Sequence[Any]) -> list[Any]:
    """Return what each of some siblings is known by: its key, or its place.

    Raises:
        ValueError: two have the same key.
    """
    keys: list[Any] = []
    for index, raw in enumerate(siblings):
        key = None
        if isinstance(raw, dict):
            attributes = raw.get("attributes")
            key = attributes.get("key") if attributes else None
        elif isinstance(raw, Component | Leaf):
            key = raw.key
        keys.append(index if key is None else key)
    if len(keys) > 1 and len(set(keys)) < len(keys):
        raise ValueError(f"Siblings have the same key: {keys}")
    return keys


@lru_cache(maxsize=4096)
def _one_path(path: Path) -> Path:
    """Return the path that all windows hold for a place."""
    return path


@lru_cache(maxsize=4096)
def _face(kind: Any, key: Any) -> dict[str, Any]:
    """Return the attributes of the node that stands for a component in the browser; it draws
    nothing itself.

    The key is the same after a restart of the server, which is what lets the browser keep its
    inputs then.
    """
    name = f"{getattr(kind, '__module__', '')}.{getattr(kind, '__qualname__', kind)}"
    return {"key": f"{crc32(name.encode()):x}.{key}"}


def _short(key_path: str) -> str:
    """Return a name for an event handler out of its place: the same after a restart of the server,
    and short, since every control of a page carries one or more.
    """
    return blake2b(key_path.encode(), digest_size=8).hexdigest()
