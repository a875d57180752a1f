"""Elements that are made the short way are what ReactPy makes of the same."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reactpy import component, event, html
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.elements import _call, _slow
from frontend.fragments import FragmentList, fragment, target


@component
def Part() -> Any:
    return "part"


@fragment(version=lambda: ())
def piece() -> VdomDict:
    return html.li({"key": "piece"}, "piece")


def answer(event: Any) -> None:
    """Be a handler."""


async def answer_later(event: Any) -> None:
    """Be a handler that waits."""


def answer_in_code(event: Any) -> None:
    """Be one that says in its code what the browser is not to do."""
    event.preventDefault()


class Answers:
    def answer(self, event: Any) -> None:
        """Be a handler of an object."""


@event(prevent_default=True)
def prevented(event: Any) -> None:
    """Be one that keeps the browser from acting."""


PARTS = [Part(), piece(), FragmentList("ul", {}, [piece()]), html.b("b"), None, "", "x", 3, 1.5]
CHILDREN = st.recursive(
    st.sampled_from([*PARTS, True]), lambda inner: st.lists(inner, max_size=3), max_leaves=6
)
ATTRIBUTES = st.dictionaries(
    st.sampled_from(["key", "className", "onClick", "onclick", "style", "data-n", "hidden"]),
    st.sampled_from(
        [
            *("a", "", 3, 1.5, True, None, {"--n": 1}, [1], prevented, target("x:open")),
            *(answer, answer_later, answer_in_code, Answers().answer, partial(answer, 1)),
            lambda event: None,
        ]
    ),
    max_size=4,
)


def comparable(made: Any) -> Any:
    """Return an element with its handlers as what tells them apart."""
    handlers = made.get("eventHandlers", {})
    return [
        *((name, part) for name, part in made.items() if name != "eventHandlers"),
        {
            name: (
                *(handler.target, handler.prevent_default, handler.stop_propagation),
                *(handler.debounce, handler.throttle, type(handler)),
            )
            for name, handler in handlers.items()
        },
    ]


@given(attributes=st.none() | ATTRIBUTES, children=st.lists(CHILDREN, max_size=4))
def test_an_element_is_the_same_either_way(
    attributes: dict[str, Any] | None, children: list[Any]
) -> None:
    given_ = (*([] if attributes is None else [attributes]), *children)
    for tag in (Vdom("div"), Vdom("carnet-grid"), Vdom("br", allow_children=False)):
        try:
            wanted = _slow(tag, *given_)
        except TypeError as refused:
            with pytest.raises(TypeError, match=str(refused)):
                _call(tag, *given_)
            continue
        made = _call(tag, *given_)
        assert type(made) is VdomDict
        assert comparable(made) == comparable(wanted)


async def test_a_handler_is_told_what_the_browser_sent() -> None:
    told: list[Any] = []

    async def later(event: Any) -> None:
        told.append(event)

    def at_once(event: Any) -> None:
        told.append(event)

    made = _call(Vdom("div"), {"onClick": later, "onInput": at_once})
    for name, sent in (("onClick", "first"), ("onInput", "second")):
        await made["eventHandlers"][name].function([sent])
    assert told == ["first", "second"]


def test_what_was_given_may_be_used_again() -> None:
    attributes = {"className": "a"}
    made = _call(Vdom("div"), attributes)
    made["attributes"]["id"] = "one"
    assert attributes == {"className": "a"}
