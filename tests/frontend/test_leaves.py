"""Leaves: what a store holds, drawn without a component, the same for all windows."""

from __future__ import annotations

import asyncio
import random
from typing import Any

import orjson
import pytest
from reactpy import component, html
from reactpy.types import VdomDict

from frontend.fragments import NotPlain, fragment, shared_element, wire_model
from frontend.hooks import use_store
from frontend.leaves import Leaf
from frontend.store import Store
from tests.frontend.windows import window


@fragment(version=lambda number: number)
def face(number: int) -> VdomDict:
    return html.b({"key": "face"}, f"={number}")


@shared_element(version=lambda numbers: numbers)
def row(numbers: tuple[int, ...]) -> VdomDict:
    return html.p(*(html.i({"key": str(place)}, str(n)) for place, n in enumerate(numbers)))


async def test_a_leaf_is_drawn_again_when_what_it_picks_changes() -> None:
    store = Store({"a": 1, "b": 1})

    @component
    def App() -> Any:
        return html.main("x", Leaf(store, face, lambda value: value["a"]))

    async with window(App()) as opened:
        assert opened.text() == "x=1"
        sent = len(opened.messages)
        store.set({"a": 1, "b": 2})
        await opened.settle()
        assert len(opened.messages) == sent
        store.set({"a": 2, "b": 2})
        await opened.settle()
        (patch,) = opened.messages[-1]["patches"]
        assert patch["at"] == [0, 1]
        assert opened.text() == "x=2"
    assert store._listeners == []


async def test_windows_are_sent_the_same_message_and_what_differs_only() -> None:
    store = Store((1, 2, 3))

    @component
    def App() -> Any:
        return html.main(Leaf(store, row))

    async with window(App()) as one, window(App()) as other:
        store.set((1, 5, 3))
        messages = [orjson.dumps(await opened.layout.render()) for opened in (one, other)]
        assert messages[0] == messages[1]
        (patch,) = orjson.loads(messages[0])["patches"]
        assert patch == {"at": [0, 0, 1, 0], "model": "5"}


async def test_leaves_stay_what_was_sent_wherever_components_move_them() -> None:
    """Some windows join late; parents reorder their leaves, or put components in their place."""
    first: tuple[int, ...] = (0, 1, 2)
    zeros: tuple[int, ...] = (0,) * 12
    order, numbers = Store(first), Store(zeros)

    @component
    def Item(number: int) -> Any:
        return html.em(f"~{number}")

    @component
    def App() -> Any:
        shown = use_store(order)
        children: list[Any] = [
            Item(n, key=str(n))
            if n % 5 == len(shown) % 5
            else Leaf(numbers, face if n % 2 else row, _picked(n), key=str(n))
            for n in shown
        ]
        return html.main(html.p("odd") if len(shown) % 2 else None, html.div(*children))

    rng = random.Random(5)
    async with window(App()) as one, window(App()) as other:
        for _ in range(80):
            for _ in range(rng.randrange(3)):
                changed = list(numbers.value)
                changed[rng.randrange(12)] += 1
                numbers.set(tuple(changed))
            if rng.random() < 0.3:
                order.set(tuple(rng.sample(range(12), rng.randrange(9))))
            await asyncio.sleep(0)
        for opened in (one, other):
            await opened.settle()
            shown = order.value
            expected = [
                f"~{n}"
                if n % 5 == len(shown) % 5
                else f"={numbers.value[n]}"
                if n % 2
                else str(numbers.value[n])
                for n in shown
            ]
            (inside,) = opened.find("div")
            assert [opened.text(child) for child in inside.get("children", [])] == expected
            assert opened.errors == []


def _picked(place: int) -> Any:
    if place % 2:
        return lambda numbers: numbers[place]
    return lambda numbers: (numbers[place],)


async def test_what_a_leaf_raises_is_shown_in_its_place_until_it_can_be_drawn() -> None:
    store = Store(0)

    def draw(number: int) -> Any:
        return face(10 // number)

    @component
    def App() -> Any:
        return html.main("x", Leaf(store, draw))

    async with window(App()) as opened:
        assert opened.text() == "xZeroDivisionError"
        store.set(5)
        await opened.settle()
        assert opened.text() == "x=2"


def test_a_leaf_in_a_fragment_is_refused() -> None:
    with pytest.raises(NotPlain):
        wire_model(html.p(Leaf(Store(0), face)))
