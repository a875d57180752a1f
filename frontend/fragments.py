"""Shared fragments: markup rendered once and shown to many windows.

ReactPy walks every element of every window in Python; that walk is what it costs. A fragment is a
finished subtree, serialised once per (account, language, version) and handed to all windows that
may see it. A list of fragments is patched child by child: one changed row sends one row.

    @fragment(version=lambda label: (label["id"], label["version"]))
    def label_row(label: Label) -> VdomDict:
        return html.li(
            {"key": label["id"], "data-id": label["id"], "onClick": target("labels:open")},
            label["name"],
        )

    FragmentList("ul", {"className": "label-list"}, [label_row(label) for label in labels])
    use_target("labels:open", lambda event: open_label(event["currentTarget"]["dataset"]["id"]))

What a fragment shows must follow from its arguments, the language and the time zone alone: no hook,
nothing of the viewer's role, nothing that ages (dates: the `Time` component). Events go to fixed
targets that each window answers with `use_target`.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import wraps
from typing import Any, ParamSpec, TypeAlias

import orjson
from reactpy.core.events import EventHandler
from reactpy.core.vdom import separate_attributes_handlers_and_inline_javascript
from reactpy.types import Component, VdomDict

from frontend.locale import current_locale
from frontend.patches import SharedModel, key_of
from frontend.session import session_or_none

Parameters = ParamSpec("Parameters")

Key: TypeAlias = "tuple[str, str, str, str, Hashable]"
"""The account, the time zone, the language, the fragment's name, its version."""
Address: TypeAlias = "tuple[str, bytes]"
"""The account, and the content."""

NOBODY = ("", "UTC")
CACHE_LIMIT_BYTES = 64 * 1024 * 1024
VERSIONS_KEPT = 256
"""Of each kind of shared elements."""


class Fragment(dict[str, Any]):
    """A finished subtree. A dict, so that ReactPy takes it for an element; `wire` is sent.

    Equal only to itself: as dicts, two contents under one key would be equal, and a store that
    holds them would take a changed row for the same.
    """

    __slots__ = ("key", "wire")
    __eq__ = object.__eq__
    __ne__ = object.__ne__
    __hash__ = object.__hash__  # type: ignore[assignment]

    def __init__(self, content: bytes, key: str | None = None) -> None:
        super().__init__(tagName="", attributes={} if key is None else {"key": key})
        self.key = key
        self.wire = orjson.Fragment(content)


class FragmentListElement(dict[str, Any]):
    """An element that windows share and that is patched in parts, e.g. one whose children are
    fragments. ReactPy never looks inside; `wire` is sent.
    """

    __slots__ = ("wire",)
    wire: SharedModel


class FragmentCache:
    """Finished fragments by version and by content; the oldest leave when the limit is reached.

    Both keys begin with the account, so that no account is ever handed what was built for another.
    Two versions with the same content are one object, which is what keeps an unchanged row from
    being sent. (The oldest and not the least recently used: keeping that order cost every row of
    every window more than building a row again now and then.)
    """

    def __init__(self, limit_bytes: int = CACHE_LIMIT_BYTES) -> None:
        self._limit_bytes = limit_bytes
        self._bytes = 0
        self._by_version: dict[Key, tuple[Fragment, Address]] = {}
        self._by_content: dict[Address, tuple[Fragment, set[Key]]] = {}

    def get(self, key: Key) -> Fragment | None:
        """Return the fragment of a version, if it is there."""
        known = self._by_version.get(key)
        return known[0] if known else None

    def put(self, key: Key, element: VdomDict) -> Fragment:
        """Serialise an element as a version and return the fragment of its content."""
        model = wire_model(element)
        content = orjson.dumps(model)
        address = (key[0], content)
        if address not in self._by_content:
            self._by_content[address] = (Fragment(content, key_of(model)), set())
            self._bytes += len(content)
        fragment, versions = self._by_content[address]
        versions.add(key)
        self._by_version[key] = (fragment, address)
        self._shrink()
        return fragment

    @property
    def size_bytes(self) -> int:
        """How much content is held."""
        return self._bytes

    def clear(self) -> None:
        """Forget everything."""
        self._by_version.clear()
        self._by_content.clear()
        self._bytes = 0

    def _shrink(self) -> None:
        while self._bytes > self._limit_bytes and len(self._by_version) > 1:
            oldest = next(iter(self._by_version))
            _, address = self._by_version.pop(oldest)
            _, versions = self._by_content[address]
            versions.discard(oldest)
            if not versions:
                del self._by_content[address]
                self._bytes -= len(address[1])


shared_cache = FragmentCache()


def fragment(
    *, version: Callable[Parameters, Hashable], cache: FragmentCache = shared_cache
) -> Callable[[Callable[Parameters, VdomDict]], Callable[Parameters, Fragment]]:
    """Make a function of plain data to elements build shared fragments.

    `version` takes the same arguments and returns what tells two results apart, e.g. the row's id
    and version and the chosen columns. The account, the language and the time zone of the window
    are part of the key by themselves.
    """

    def decorate(build: Callable[Parameters, VdomDict]) -> Callable[Parameters, Fragment]:
        name = f"{build.__module__}.{build.__qualname__}"

        @wraps(build)
        def shared(*args: Parameters.args, **kwargs: Parameters.kwargs) -> Fragment:
            key = (*reader_of_now(), name, version(*args, **kwargs))
            known = cache.get(key)
            return cache.put(key, build(*args, **kwargs)) if known is None else known

        return shared

    return decorate


def shared_element(
    *, version: Callable[Parameters, Hashable]
) -> Callable[[Callable[Parameters, VdomDict]], Callable[Parameters, FragmentListElement]]:
    """Do as `fragment` for an element that changes in parts: windows that show the same version
    hold one element, and what turns one version into the next is worked out once for all of them.

    The last versions are kept, for those windows that have not come to them yet.
    """

    def decorate(
        build: Callable[Parameters, VdomDict],
    ) -> Callable[Parameters, FragmentListElement]:
        versions: dict[Hashable, FragmentListElement] = {}

        @wraps(build)
        def shared(*args: Parameters.args, **kwargs: Parameters.kwargs) -> FragmentListElement:
            key = (*reader_of_now(), version(*args, **kwargs))
            known = versions.get(key)
            if known is None:
                known = versions[key] = finished(build(*args, **kwargs))
                if len(versions) > VERSIONS_KEPT:
                    del versions[next(iter(versions))]
            return known

        return shared

    return decorate


def finished(element: VdomDict) -> FragmentListElement:
    """Return an element that nothing of a window hangs on, to be shown by many and altered by
    none.
    """
    model: dict[str, Any] = wire_model(element)
    found = FragmentListElement(tagName=model["tagName"], attributes=model.get("attributes", {}))
    found.wire = SharedModel(model)
    return found


def reader_of_now() -> tuple[str, str, str]:
    """Return whose words are drawn: the account, the time zone and the language of the window."""
    session = session_or_none()
    account_id, time_zone = session.reader if session else NOBODY
    return account_id, time_zone, current_locale()


class Target(EventHandler):
    """A fixed event target: an event handler whose answer is registered by each window with
    `use_target`.
    """

    def __init__(
        self, name: str, prevent_default: bool = False, stop_propagation: bool = False
    ) -> None:
        super().__init__(_unanswered, stop_propagation, prevent_default, target=name)


async def _unanswered(data: Sequence[Any]) -> None:
    """Stand in for the handler, which each window finds by the target's name."""


def target(name: str, *, prevent_default: bool = False, stop_propagation: bool = False) -> Target:
    """Return the value of an event attribute in a fragment: `{"onClick": target("contacts:open")}`.

    Names are `<page>:<verb>`. It may be used outside fragments as well.
    """
    return Target(name, prevent_default, stop_propagation)


def constant(element: VdomDict) -> Fragment:
    """Return a subtree that is the same for everybody, to be kept by whoever draws it."""
    model = wire_model(element)
    return Fragment(orjson.dumps(model), key_of(model))


def FragmentList(
    tag: str, attributes: Mapping[str, Any], fragments: Iterable[Fragment]
) -> FragmentListElement:
    """Return an element with fragments for children; the root of each has a `key`, unique in the
    list.

    When the component renders again, only what differs is sent: changed children by themselves;
    where children come, go or move, the new ones, and the runs of kept ones by their places.
    Handlers among `attributes` must be targets (others go on an element around the list).

    Raises:
        ValueError: a fragment has no key, or two have the same.
    """
    children = list(fragments)
    keys = {child.key for child in children}
    if None in keys or len(keys) != len(children):
        raise ValueError("Every fragment of a list needs a key of its own on its root element")
    plain, handlers, _ = separate_attributes_handlers_and_inline_javascript(attributes)
    model: dict[str, Any] = {
        "tagName": tag,
        "attributes": {k: v for k, v in plain.items() if v is not None},
    }
    if handlers:
        model["eventHandlers"] = _handler_models(handlers)
    model["children"] = [child.wire for child in children]
    element = FragmentListElement(tagName=tag, attributes=dict(plain))
    element.wire = SharedModel(model)
    return element


class NotPlain(TypeError):
    """Markup that cannot be finished without a window: it holds a component, or a handler that is
    no `target`.
    """


def wire_model(element: Any) -> Any:
    """Return an element tree as the browser reads it.

    Raises:
        NotPlain: inside is a component, or a handler that is no `target`.
        ValueError: siblings have the same key: the browser would take one for the other.
    """
    if isinstance(element, str):
        return element
    if isinstance(element, Fragment | FragmentListElement):
        return element.wire
    if isinstance(element, Component):
        name = getattr(element.type, "__name__", "")
        raise NotPlain(f"A fragment cannot hold the component {name}: fragments are shared")
    if not isinstance(element, dict):
        return "" if element is None else str(element)
    model: dict[str, Any] = {"tagName": element["tagName"]}
    attributes = {
        name: value
        for name, value in (element.get("attributes") or {}).items()
        if value is not None
    }
    if attributes:
        model["attributes"] = attributes
    if handlers := element.get("eventHandlers"):
        model["eventHandlers"] = _handler_models(handlers)
    if children := element.get("children"):
        model["children"] = wired = [wire_model(child) for child in children]
        if len(wired) > 1:
            _refuse_twins(wired)
    return model


def _refuse_twins(siblings: list[Any]) -> None:
    keys: set[Any] = set()
    for sibling in siblings:
        if type(sibling) is dict and (attributes := sibling.get("attributes")):
            key = attributes.get("key")
            if key is not None:
                if key in keys:
                    raise ValueError(f"Two siblings have the key {key!r}")
                keys.add(key)


def handler_model(handler: EventHandler, name: str | None) -> dict[str, Any]:
    """Return a handler as the browser reads it: whom its events go to, and what it keeps from
    happening.
    """
    model: dict[str, Any] = {"target": name}
    if handler.prevent_default:
        model["preventDefault"] = True
    if handler.stop_propagation:
        model["stopPropagation"] = True
    return model


def _handler_models(handlers: Mapping[str, Any]) -> dict[str, Any]:
    for name, handler in handlers.items():
        if not isinstance(handler, Target):
            raise NotPlain(
                f"{name} in a fragment must be a target(…), which windows answer with use_target"
            )
    return {name: handler_model(handler, handler.target) for name, handler in handlers.items()}
