"""The least that has to be sent to turn one markup tree into another.

A tree is what the browser holds: dicts (`tagName`, `attributes`, `eventHandlers`, `children`),
strings, and finished fragments. The browser draws `old`; the patches, applied in order, make it
draw `new`. A patch names a node by the places on the way to it (`at`) and replaces it (`model`), or
its `attributes` and `eventHandlers`, or its `children`. Children are given as runs `[first, last]`
of present ones that are kept, and new models between them.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import orjson

Model: TypeAlias = "dict[str, Any] | str | orjson.Fragment"
Path: TypeAlias = "tuple[int, ...]"
Patch: TypeAlias = "dict[str, Any]"
PLACES_KEPT = 16


class SharedModel(dict[str, Any]):
    """A model that many windows hold and none alters. What turns it into the one that came after it
    is worked out once for all of them.
    """

    __slots__ = ("_after", "_patches", "_sent")

    def __init__(self, model: dict[str, Any]) -> None:
        super().__init__(model)
        self._after: SharedModel | None = None
        self._patches: list[Patch] = []
        self._sent: dict[Path, list[orjson.Fragment]] = {}

    def until(self, after: SharedModel) -> list[Patch]:
        """Return the patches that turn this model, as if it were the root, into a later one."""
        if self._after is not after:
            self._patches, self._sent = [], {}
            _compare_nodes(self, after, (), self._patches)
            self._after = after
        return self._patches

    def sent_until(self, after: SharedModel, path: Path) -> list[orjson.Fragment]:
        """Return the same patches for windows that show the model at a place, as they are sent."""
        patches = self.until(after)
        if path not in self._sent:
            if len(self._sent) == PLACES_KEPT:
                self._sent.clear()
            self._sent[path] = [finished({**each, "at": (*path, *each["at"])}) for each in patches]
        return self._sent[path]


_FACE = ("attributes", "eventHandlers")


def difference(old: Any, new: Any, path: Path = ()) -> list[Patch]:
    """Return the patches that turn `old` into `new`, none when they are the same.

    Fragments are the same when they are the same object: the cache hands out one per content.
    """
    patches: list[Patch] = []
    _compare(old, new, path, patches)
    return patches


def sent_difference(old: Any, new: Any, path: Path) -> list[orjson.Fragment]:
    """Return the patches as they are sent; for models that windows share, made once for all."""
    if type(old) is SharedModel and type(new) is SharedModel:
        return [] if old is new else old.sent_until(new, path)
    return [finished(patch) for patch in difference(old, new, path)]


def finished(patch: Patch) -> orjson.Fragment:
    """Serialise a patch at once: a window's own models in it are altered in place when what they
    hold is drawn again.
    """
    return orjson.Fragment(orjson.dumps(patch))


def key_of(model: Any) -> str | None:
    """Return the key that an element carries among its siblings, if it has one."""
    if isinstance(model, dict) and (attributes := model.get("attributes")):
        key = attributes.get("key")
        return None if key is None else str(key)
    return None


def _compare(old: Any, new: Any, path: Path, patches: list[Patch]) -> None:
    if old is new:
        return
    if type(old) is SharedModel and type(new) is SharedModel:
        patches += ({**patch, "at": (*path, *patch["at"])} for patch in old.until(new))
    else:
        _compare_nodes(old, new, path, patches)


def _compare_nodes(old: Any, new: Any, path: Path, patches: list[Patch]) -> None:
    if not _same_node(old, new):
        if not (isinstance(old, str) and old == new):
            patches.append({"at": path, "model": new})
        return
    changed: Patch = {
        name: new.get(name) or {}
        for name in _FACE
        if (old.get(name) or {}) != (new.get(name) or {})
    }
    if changed:
        patches.append({"at": path, **changed})
    _compare_children(old.get("children") or [], new.get("children") or [], path, patches)


def _same_node(old: Any, new: Any) -> bool:
    """Tell whether the browser would keep the element: same kind of node, same key."""
    return (
        isinstance(old, dict)
        and isinstance(new, dict)
        and old["tagName"] == new["tagName"]
        and key_of(old) == key_of(new)
    )


def _compare_children(old: list[Any], new: list[Any], path: Path, patches: list[Patch]) -> None:
    if len(old) == len(new):
        changed = [index for index, child in enumerate(new) if child is not old[index]]
        if len(changed) < 2 or _in_place(old, new, changed):
            for index in changed:
                _compare(old[index], new[index], (*path, index), patches)
            return
    kept = _kept(old, new)
    patches.append({"at": path, "children": _runs(kept, new)})
    for index, place in enumerate(kept):
        if place is not None:
            _compare(old[place], new[index], (*path, index), patches)


def _in_place(old: list[Any], new: list[Any], changed: list[int]) -> bool:
    """Tell whether the children that differ stand where they stood: none has moved."""
    before = {_identity(old[index], index): index for index in changed}
    return all(before.get(_identity(new[index], index), index) == index for index in changed)


def _kept(old: list[Any], new: list[Any]) -> list[int | None]:
    """Return, for each new child, which old child it goes on from; None for one that is new.

    Elements are known by their key, fragments by themselves, the rest by its place.
    """
    places = {_identity(child, index): index for index, child in enumerate(old)}
    return [places.get(_identity(child, index)) for index, child in enumerate(new)]


def _identity(child: Any, index: int) -> Any:
    if isinstance(child, orjson.Fragment):
        return id(child)
    key = key_of(child)
    if key is not None:
        return ("key", child["tagName"], key)
    return ("place", index)


def _runs(kept: list[int | None], new: list[Any]) -> list[Any]:
    runs: list[Any] = []
    for place, child in zip(kept, new, strict=True):
        if place is None:
            runs.append(child)
        elif runs and isinstance(runs[-1], list) and runs[-1][1] == place - 1:
            runs[-1][1] = place
        else:
            runs.append([place, place])
    return runs
