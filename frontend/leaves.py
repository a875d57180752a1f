"""Places of a page that show nothing but what a store holds, drawn once for all windows.

A component that renders again calls its function, makes elements, and has them walked and compared,
in each window. Where all that it shows is a shared fragment, none of that is its own:

    html.section(Leaf(board.counts, counts_face, lambda counts: counts[step_id], key="counts"))

`draw` makes the fragment of what `select` picks of the store's value; with fragments that are known
by their version, or kept with the value, a change costs a window two look-ups.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from frontend.fragments import Fragment, FragmentListElement, NotPlain
from frontend.render_cycle import Due, Lasting
from frontend.store import Store

if TYPE_CHECKING:
    from frontend.tree import Node

Value = TypeVar("Value")
Finished = Fragment | FragmentListElement


class Leaf(Generic[Value]):
    """A child of an element: what `draw` makes of a store's value, or of the slice of it that
    `select` picks.

    `draw` and `select` are pure: what they give follows from the value, the language and the
    reader's account and time zone.
    """

    __slots__ = ("draw", "key", "select", "store")

    def __init__(
        self,
        store: Store[Value],
        draw: Callable[[Any], Finished],
        select: Callable[[Value], Any] | None = None,
        *,
        key: str | None = None,
    ) -> None:
        self.store = store
        self.draw = draw
        self.select = select
        self.key = key

    def __str__(self) -> str:
        raise NotPlain("A fragment cannot hold a leaf: fragments are shared, stores are a window's")


class LeafLife(Lasting):
    """What watches a store for one leaf of one window."""

    __slots__ = (
        "_due",
        "_leaf",
        "_picked",
        "_shown",
        "_value",
        "is_due",
        "node",
        "path",
        "path_turn",
    )

    def __init__(self, due: Due, node: Node, leaf: Leaf[Any]) -> None:
        self.node: Node | None = node
        self.is_due = False
        self.path: tuple[int, ...] | None = None
        self.path_turn = 0
        """The turn of the tree in which the path was found (`Tree.path_of`)."""
        self._due = due
        self._leaf = leaf
        self._value: Any = self
        self._picked: Any = None
        """What was picked of that value."""
        self._shown: Any = None

    def shows(self, leaf: Leaf[Any]) -> bool:
        """Tell whether it watches the store of a leaf that its parent draws now; if so, what is
        drawn is that leaf's from now on.
        """
        if leaf.store is not self._leaf.store:
            return False
        self._leaf, self._value = leaf, self
        return True

    def drawn(self) -> Any:
        """Return what the browser is to hold."""
        self.is_due = False
        self._due.discard(self)
        self._shown = self._pick(self._leaf.store.value)
        return self._leaf.draw(self._shown).wire

    def __call__(self, value: Any) -> None:
        """Look at a new value of the store."""
        if not self.is_due and self.node is not None and self._pick(value) != self._shown:
            self.is_due = True
            self._due.put(self)

    def begin(self) -> None:
        if self.node is not None:
            self._leaf.store.subscribe(self)
            self(self._leaf.store.value)  # it may have changed since it was drawn

    def end(self) -> None:
        self.node = None
        self._due.discard(self)
        self._leaf.store.unsubscribe(self)

    def _pick(self, value: Any) -> Any:
        if self._leaf.select is None:
            return value
        if value is not self._value:
            self._value, self._picked = value, self._leaf.select(value)
        return self._picked
