"""The tree of a window: what goes on in it, what fails, and that nothing is left of what went."""

from __future__ import annotations

from typing import Any

from reactpy import component, html, use_state
from reactpy import use_effect as reactpy_effect

from frontend.hooks import use_store
from frontend.hooks.effect import use_effect
from frontend.render_cycle import Life, current_life
from frontend.store import Store
from tests.frontend.windows import window


async def test_a_component_that_fails_is_replaced_and_its_effects_end() -> None:
    broken, alive = Store(False), []

    @component
    def Child() -> Any:
        @use_effect(dependencies=[])
        def live() -> Any:
            alive.append(1)
            return alive.clear

        return html.i("child")

    @component
    def Fragile() -> Any:
        if use_store(broken):
            raise RuntimeError
        return html.p(Child())

    @component
    def App() -> Any:
        return html.main(Fragile(), html.b("rest"))

    async with window(App()) as opened:
        assert alive == [1]
        broken.set(True)
        await opened.settle()
        assert opened.text() == "RuntimeErrorrest"
        assert alive == []
        broken.set(False)
        await opened.settle()
        assert opened.text() == "childrest"
        assert alive == [1]


async def test_rendering_again_and_again_keeps_nothing() -> None:
    number = Store(0)
    lives: set[Life] = set()
    ended: list[int] = []

    @component
    def App() -> Any:
        count = use_store(number)
        lives.add(current_life())

        @use_effect(dependencies=[count])
        def note() -> Any:
            return lambda: ended.append(count)

        return html.p(str(count))

    async with window(App()) as opened:
        for count in range(50):
            number.set(count)
            await opened.settle(0.005)
        (life,) = lives
        assert len(life._kept) == 2
        assert life._begins is None
        assert len(number._listeners) == 1
        assert ended == list(range(49))
    assert ended == list(range(50))
    assert number._listeners == []


async def test_effects_of_reactpy_are_refused() -> None:
    @component
    def App() -> Any:
        reactpy_effect(lambda: None, dependencies=[])
        return html.p("x")

    async with window(App()) as opened:
        assert opened.text() == "TypeError"


async def test_a_failure_halfway_leaves_nothing_of_what_was_drawn() -> None:
    """The twins are only found once their sister has been drawn, a level further down."""
    twins, alive = Store(False), []

    @component
    def Sister() -> Any:
        @use_effect(dependencies=[])
        def live() -> Any:
            alive.append(1)
            return alive.clear

        return html.i({"onClick": lambda event: None}, "sister")

    @component
    def App() -> Any:
        second = html.b({"key": "a" if use_store(twins) else "b"})
        return html.main(html.div(Sister()), html.div(html.b({"key": "a"}), second))

    async with window(App()) as opened:
        assert alive == [1]
        twins.set(True)
        await opened.settle()
        assert opened.text() == "ValueError"
        assert alive == []
        assert opened.layout._tree.handlers == {}
        twins.set(False)
        await opened.settle()
        assert opened.text() == "sister"
        assert alive == [1]


async def test_nothing_is_kept_of_a_window_that_closed() -> None:
    @component
    def Leaf(place: int) -> Any:
        shown, _ = use_state(place)
        return html.i({"onClick": lambda event: None}, str(shown))

    @component
    def App() -> Any:
        return html.main([Leaf(place, key=str(place)) for place in range(5)])

    async with window(App()) as opened:
        assert len(opened.layout._tree.handlers) == 5
    assert opened.layout._tree.handlers == {}
    root = opened.layout._root
    assert (root.life, root.component, dict(root.children)) == (None, None, {})
