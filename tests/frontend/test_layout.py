"""The layout: what it sends, how it keeps components apart, and what it survives."""

from __future__ import annotations

import asyncio
import random
from typing import Any

import pytest
from reactpy import component, html, use_state

from frontend import layout
from frontend.fragments import FragmentList, fragment, target
from frontend.hooks import use_store, use_target
from frontend.store import Store
from tests.frontend.windows import window


async def test_a_component_that_renders_again_sends_what_differs_only() -> None:
    @component
    def App() -> Any:
        count, set_count = use_state(0)
        return html.main(
            html.p("a long text " * 50),
            html.b(str(count)),
            html.button({"onClick": lambda event: set_count(count + 1)}, "+"),
        )

    async with window(App()) as opened:
        await opened.send(opened.target("button", "onClick"))
        assert opened.messages[-1]["patches"] == [{"at": [0, 1, 0], "model": "1"}]
        assert opened.text(opened.find("b")[0]) == "1"


async def test_components_that_change_at_once_go_out_in_one_message() -> None:
    number = Store(0)

    @component
    def Leaf(place: int) -> Any:
        return html.i(f"{place}:{use_store(number)}")

    @component
    def App() -> Any:
        return html.main([Leaf(place, key=str(place)) for place in range(5)])

    async with window(App()) as opened:
        sent = len(opened.messages)
        number.set(1)
        await opened.settle()
        assert len(opened.messages) == sent + 1
        assert [opened.text(leaf) for leaf in opened.find("i")] == [f"{n}:1" for n in range(5)]


async def test_a_parent_that_renders_after_its_child_restores_what_the_child_shows() -> None:
    """The child went from "a" to "b" by itself; rendered with its parent it shows "a" again."""
    word, turn = Store("a"), Store(0)

    @component
    def Child(shown: str) -> Any:
        use_store(word)
        return html.b(word.value if shown == "own" else shown)

    @component
    def App() -> Any:
        return html.main(html.div(Child("own" if use_store(turn) == 0 else "a")))

    async with window(App()) as opened:
        word.set("b")
        await opened.settle()
        assert opened.text() == "b"
        turn.set(1)
        await opened.settle()
        assert opened.text() == "a"


async def test_a_random_tree_always_equals_what_was_sent() -> None:
    """Children change themselves while their parents reorder, drop and add them."""
    first: tuple[int, ...] = (0, 1, 2)
    order, versions = Store(first), Store(dict.fromkeys(range(20), 0))

    @component
    def Item(number: int) -> Any:
        version = use_store(versions, lambda shown: shown[number])
        return html.li(
            {"id": f"i{number}"}, f"{number}@{version}", html.b("!") if version % 2 else None
        )

    @component
    def App() -> Any:
        shown = use_store(order)
        return html.ul(
            html.p("odd") if len(shown) % 2 else None, [Item(n, key=str(n)) for n in shown]
        )

    rng = random.Random(3)
    async with window(App()) as opened:
        for _ in range(120):
            for _ in range(rng.randrange(4)):
                number = rng.randrange(20)
                versions.set({**versions.value, number: versions.value[number] + 1})
            if rng.random() < 0.6:
                order.set(tuple(rng.sample(range(20), rng.randrange(12))))
            await asyncio.sleep(0)
        await opened.settle()
        drawn = [opened.text(item).rstrip("!") for item in opened.find("li")]
        assert drawn == [f"{n}@{versions.value[n]}" for n in order.value]


async def test_a_condition_among_children_keeps_the_places_of_the_others() -> None:
    shown = Store(False)

    @component
    def App() -> Any:
        return html.form(html.p("error") if use_store(shown) else None, html.input({"id": "name"}))

    async with window(App()) as opened:
        shown.set(True)
        await opened.settle()
        (patch,) = opened.messages[-1]["patches"]
        assert patch["at"] == [0, 0]
        assert opened.find("form")[0]["children"][1]["attributes"] == {"id": "name"}


async def test_another_component_in_the_same_place_has_another_key() -> None:
    which = Store("a")

    @component
    def First() -> Any:
        return html.input({"id": "first"})

    @component
    def Second() -> Any:
        return html.input({"id": "second"})

    @component
    def App() -> Any:
        return html.main(First() if use_store(which) == "a" else Second())

    async with window(App()) as opened:
        before = opened.find("main")[0]["children"][0]["attributes"]["key"]
        which.set("b")
        await opened.settle()
        assert opened.find("main")[0]["children"][0]["attributes"]["key"] != before


async def test_keys_and_event_targets_are_the_same_after_a_restart() -> None:
    @component
    def App() -> Any:
        return html.button({"onClick": lambda event: None}, "x")

    async with window(App()) as first:
        before = first.model
    async with window(App()) as second:
        assert second.model == before


async def test_fixed_targets_outlive_the_component_that_answered_before() -> None:
    answers: list[str] = []
    second_is_shown = Store(False)

    @component
    def Answerer(name: str) -> Any:
        use_target("page:act", lambda event: answers.append(name))
        return html.p(name)

    @component
    def App() -> Any:
        shown = use_store(second_is_shown)
        return html.main(Answerer("second", key="2") if shown else Answerer("first", key="1"))

    async with window(App()) as opened:
        await opened.send("page:act")
        second_is_shown.set(True)
        await opened.settle()
        await opened.send("page:act")
        assert answers == ["first", "second"]


async def test_events_of_one_target_are_answered_in_order() -> None:
    heard: list[int] = []

    @component
    def App() -> Any:
        async def slow(event: dict[str, Any]) -> None:
            await asyncio.sleep(0.01 if event["button"] == 1 else 0)
            heard.append(event["button"])

        return html.input({"onInput": slow})

    async with window(App()) as opened:
        name = opened.target("input", "onInput")
        for n in (1, 2, 3):
            await opened.layout.deliver({"target": name, "data": [{"button": n}]})
        async with asyncio.timeout(10):
            while not opened.layout._events.is_idle:
                await asyncio.sleep(0.005)
        assert heard == [1, 2, 3]


async def test_what_a_handler_raises_is_told_and_the_next_event_is_answered() -> None:
    @component
    def App() -> Any:
        def fail(event: dict[str, Any]) -> None:
            raise ValueError(event["button"])

        return html.button({"onClick": fail}, "x")

    async with window(App()) as opened:
        await opened.send(opened.target("button", "onClick"), button=1)
        await opened.send(opened.target("button", "onClick"), button=2)
        assert [str(error) for error in opened.errors] == ["1", "2"]


async def test_an_event_for_nothing_leaves_nothing_behind() -> None:
    @component
    def App() -> Any:
        return html.p("x")

    async with window(App()) as opened:
        for number in range(50):
            await opened.layout.deliver({"target": f"nothing:{number}", "data": [{}]})
        async with asyncio.timeout(5):
            while not opened.layout._events.is_idle:
                await asyncio.sleep(0.01)


@pytest.mark.parametrize("data", [[], [None], ["x"], [1], [[]], {}, "x", None])
async def test_an_event_of_the_wrong_shape_reaches_no_handler(data: Any) -> None:
    reached: list[Any] = []

    @component
    def App() -> Any:
        def click(event: Any) -> None:
            reached.append(event)

        return html.button({"onClick": click})

    async with window(App()) as opened:
        await opened.settle()
        (name,) = opened.layout._tree.handlers
        await opened.layout.deliver({"target": name, "data": data})
        await opened.settle()
        assert opened.layout._events.is_idle
        assert reached == []
        assert opened.errors == []
        await opened.send(name)
        assert len(reached) == 1


async def test_a_fragment_that_becomes_an_element_and_back_is_drawn() -> None:
    finished = Store(True)

    @fragment(version=lambda: 1)
    def done() -> Any:
        return html.i({"key": "i", "onClick": target("x:y")}, "fragment")

    @component
    def App() -> Any:
        inside = (
            done()
            if use_store(finished)
            else html.i({"key": "i"}, html.input({"onInput": lambda event: None}))
        )
        return html.main(inside, FragmentList("ul", {}, [done()]))

    async with window(App()) as opened:
        for turn in (False, True, False):
            finished.set(turn)
            await opened.settle()
            assert opened.text(opened.find("main")[0]["children"][0]) == (
                "fragment" if turn else ""
            )
        assert opened.layout._tree.handlers.keys() == {opened.target("input", "onInput")}


async def test_what_a_page_reads_while_it_opens_goes_out_together(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(layout, "GATHER_SECONDS", 0.3)
    answers = [Store(0) for _ in range(3)]

    @component
    def Part(place: int) -> Any:
        return html.b(f"{place}:{use_store(answers[place])}")

    @component
    def App() -> Any:
        return html.main([Part(place, key=str(place)) for place in range(3)])

    async with window(App()) as opened:
        opened.session.begin_loading()
        opened.layout.wake()
        await opened.settle()
        taking = asyncio.create_task(opened.settle(0.6))
        for answer in answers:
            answer.set(1)
            await asyncio.sleep(0.001)
        opened.session.end_loading()
        await taking
        assert len(opened.messages) == 3  # the page, that it is busy, and all that was read
        assert opened.text() == "0:11:12:1"


async def test_a_message_says_busy_until_the_data_is_there() -> None:
    @component
    def App() -> Any:
        return html.p("x")

    async with window(App()) as opened:
        opened.session.begin_loading()
        opened.layout.wake()
        await opened.settle()
        assert opened.messages[-1] == {"type": "layout-update", "busy": True}
        opened.session.end_loading()
        await opened.settle()
        assert opened.messages[-1] == {"type": "layout-update"}
