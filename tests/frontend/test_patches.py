"""The patches between any two trees, applied in order, give the second tree."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import orjson
from hypothesis import given, settings
from hypothesis import strategies as st

from frontend.patches import SharedModel, difference

FRAGMENTS = [orjson.Fragment(orjson.dumps({"tagName": "li", "n": n})) for n in range(6)]
TAGS = st.sampled_from(["div", "p", ""])
FACES = st.dictionaries(
    st.sampled_from(["id", "className"]), st.sampled_from(["a", "b"]), max_size=2
)
LEAVES = st.one_of(st.sampled_from(["", "x", "y"]), st.sampled_from(FRAGMENTS))


@st.composite
def elements(draw: st.DrawFn, children: st.SearchStrategy[list[Any]]) -> dict[str, Any]:
    model: dict[str, Any] = {"tagName": draw(TAGS)}
    attributes = draw(FACES)
    if draw(st.booleans()):
        attributes = {**attributes, "key": draw(st.sampled_from("abcdef"))}
    if attributes:
        model["attributes"] = attributes
    if draw(st.booleans()):
        model["eventHandlers"] = {"onClick": {"target": draw(st.sampled_from(["t", "u"]))}}
    if inside := unique(draw(children)):
        model["children"] = inside
    return model


def unique(children: list[Any]) -> list[Any]:
    """Keep the first of the children that have the same key, as a list on a page has."""
    seen: set[Any] = set()
    kept = []
    for child in children:
        key = id(child) if isinstance(child, orjson.Fragment) else None
        if isinstance(child, dict):
            key = child.get("attributes", {}).get("key")
        if key is None or key not in seen:
            kept.append(child)
        seen.add(key)
    return kept


TREES = st.recursive(
    elements(st.lists(LEAVES, max_size=6)),
    lambda inner: elements(st.lists(st.one_of(LEAVES, inner), max_size=5)),
    max_leaves=12,
)


def applied(model: Any, patches: list[dict[str, Any]]) -> Any:
    """Do in Python what frontend/static/client/patches.js does."""
    for patch in patches:
        model = _at(model, list(patch["at"]), patch)
    return model


def _at(model: Any, path: list[int], patch: dict[str, Any]) -> Any:
    if path:
        children = list(model["children"])
        children[path[0]] = _at(children[path[0]], path[1:], patch)
        return {**model, "children": children}
    if "model" in patch:
        return patch["model"]
    changed = {
        **model,
        **{name: patch[name] for name in ("attributes", "eventHandlers") if name in patch},
    }
    if "children" in patch:
        old = model.get("children", [])
        changed["children"] = [
            child
            for run in patch["children"]
            for child in (old[run[0] : run[1] + 1] if isinstance(run, list) else [run])
        ]
    return changed


def plain(model: Any) -> Any:
    """Return a tree without what makes no difference: empty parts, and how fragments are held."""
    if isinstance(model, orjson.Fragment):
        return orjson.loads(orjson.dumps(model))
    if isinstance(model, str):
        return model
    parts = {name: part for name, part in model.items() if part and name != "children"}
    parts["tagName"] = model["tagName"]
    if model.get("children"):
        parts["children"] = [plain(child) for child in model["children"]]
    return parts


@given(old=TREES, new=TREES)
@settings(max_examples=400, deadline=None)
def test_patches_turn_one_tree_into_another(old: Any, new: Any) -> None:
    assert plain(applied(old, difference(old, new))) == plain(new)


def shared(model: Any) -> Any:
    """Return a tree of which other windows hold every element too."""
    if not isinstance(model, dict):
        return model
    inside = [shared(child) for child in model.get("children", [])]
    return SharedModel({**model, **({"children": inside} if inside else {})})


@given(trees=st.lists(TREES, min_size=2, max_size=4))
@settings(max_examples=200, deadline=None)
def test_windows_that_hold_the_same_elements_are_each_sent_what_differs(trees: list[Any]) -> None:
    """One after the other they go from tree to tree, the second of them another way round."""
    known = [shared({"tagName": "div", "children": [tree]}) for tree in trees]
    for order in (known, known, known[::-1], [known[0], known[-1]]):
        for old, new in pairwise(order):
            assert plain(applied(old, difference(old, new))) == plain(new)
            deeper = difference(
                {"tagName": "p", "children": [old]}, {"tagName": "p", "children": [new]}
            )
            assert plain(applied({"tagName": "p", "children": [old]}, deeper)) == plain(
                {"tagName": "p", "children": [new]}
            )


@given(tree=TREES)
def test_nothing_is_sent_when_nothing_changed(tree: Any) -> None:
    assert difference(tree, tree) == []


@given(order=st.permutations(range(6)))
def test_fragments_that_only_move_are_not_sent_again(order: list[int]) -> None:
    old = {"tagName": "ul", "children": FRAGMENTS}
    new = {"tagName": "ul", "children": [FRAGMENTS[place] for place in order]}
    for patch in difference(old, new):
        assert all(isinstance(run, list) for run in patch["children"])


def test_one_changed_fragment_is_sent_alone() -> None:
    old = {"tagName": "ul", "children": FRAGMENTS}
    other = orjson.Fragment(b'{"tagName":"li","n":99}')
    new = {"tagName": "ul", "children": [*FRAGMENTS[:2], other, *FRAGMENTS[3:]]}
    assert difference(old, new, (4,)) == [{"at": (4, 2), "model": other}]


def test_an_attribute_that_changes_leaves_the_children_alone() -> None:
    old = {"tagName": "ul", "attributes": {"className": "a"}, "children": FRAGMENTS}
    new = {"tagName": "ul", "attributes": {"className": "b"}, "children": list(FRAGMENTS)}
    assert difference(old, new) == [{"at": (), "attributes": {"className": "b"}}]
