"""What pages read, write and follow with: the contracts of the hooks."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from reactpy import component, html

from frontend.client import Result
from frontend.hooks import (
    use_live,
    use_mutation,
    use_params,
    use_query,
    use_store,
    use_url_state,
)
from frontend.operations import parse_operation
from frontend.store import Store
from tests.frontend.answering import Api
from tests.frontend.windows import session_of, window

READ = parse_operation("x/read", "query Read($n: Int) { answer(n: $n) }")
WRITE = parse_operation("x/write", "mutation Write($input: I!) { write(input: $input) { errors } }")
FOLLOW = parse_operation("x/follow", "subscription Follow($after: String) { event(after: $after) }")
FAILURE: Result = {
    "errors": [{"message": "masked", "extensions": {"code": "UNEXPECTED", "requestId": "req-1"}}]
}
SIGNED_OUT: Result = {"errors": [{"message": "", "extensions": {"code": "UNAUTHENTICATED"}}]}


async def test_a_query_shows_the_last_answer_until_the_next_one_is_there() -> None:
    api, number = Api(), Store(1)
    api.answers["Read"] = lambda variables: {"data": {"answer": variables["n"] * 10}}

    @component
    def App() -> Any:
        data, loading, _, _ = use_query(READ, {"n": use_store(number)})
        return html.p(f"{data and data['answer']} {loading}")

    session = session_of(api.execute)
    async with window(App(), session) as opened:
        assert opened.text() == "10 False"
        api.gates[2] = asyncio.Event()
        number.set(2)
        await opened.settle()
        assert opened.text() == "10 True"
        assert session.loading == 1
        api.gates[2].set()
        await opened.settle()
        assert opened.text() == "20 False"
        assert session.loading == 0


async def test_an_answer_that_comes_too_late_is_dropped() -> None:
    api, number = Api(), Store(1)
    api.answers["Read"] = lambda variables: {"data": {"answer": variables["n"]}}
    api.gates = {1: asyncio.Event(), 2: asyncio.Event()}

    @component
    def App() -> Any:
        data, loading, _, _ = use_query(READ, {"n": use_store(number)})
        return html.p(f"{data and data['answer']} {loading}")

    async with window(App(), session_of(api.execute)) as opened:
        number.set(2)
        await opened.settle()
        api.gates[2].set()
        await opened.settle()
        api.gates[1].set()
        await opened.settle()
        assert opened.text() == "2 False"


async def test_a_query_that_fails_tells_and_can_be_tried_again() -> None:
    api, tools = Api(), {}
    api.answers["Read"] = FAILURE

    @component
    def App() -> Any:
        data, _, error, tools["refetch"] = use_query(READ, {"n": 1})
        return html.p(f"{data} {error and error.request_id}")

    async with window(App(), session_of(api.execute)) as opened:
        assert opened.text() == "None req-1"
        api.answers["Read"] = {"data": {"answer": 1}}
        tools["refetch"]()
        await opened.settle()
        assert opened.text() == "{'answer': 1} None"


async def test_a_query_that_is_skipped_asks_nothing() -> None:
    api = Api()

    @component
    def App() -> Any:
        return html.p(str(use_query(READ, skip=True)[:3]))

    async with window(App(), session_of(api.execute)) as opened:
        assert opened.text() == "(None, False, None)"
        assert api.asked == []


async def test_a_session_that_is_over_leads_to_the_sign_in_page_and_back() -> None:
    api = Api()
    api.answers["Read"] = SIGNED_OUT

    @component
    def App() -> Any:
        use_query(READ, {"n": 1})
        return html.p("x")

    async with window(App(), session_of(api.execute, url="/contacts?q=a b")) as opened:
        assert opened.commands("load")[0]["url"] == "/sign-in?next=%2Fcontacts%3Fq%3Da%2Bb&ended=1"


async def test_a_mutation_tells_refusals_and_failures_apart() -> None:
    api, tools = Api(), {}
    refusal = {"code": "REQUIRED", "path": ["name"], "parameters": []}
    api.answers["Write"] = {"data": {"write": {"errors": [refusal]}}}

    @component
    def App() -> Any:
        tools["run"], state = use_mutation(WRITE)
        return html.p(str(state.loading))

    session = session_of(api.execute)
    async with window(App(), session) as opened:
        outcome = await tools["run"]({"name": ""})
        assert not outcome.ok
        assert [error["path"] for error in outcome.errors] == [["name"]]
        api.answers["Write"] = {"data": {"write": {"errors": []}}}
        outcome = await tools["run"]({"name": "x"})
        assert (outcome.ok, outcome.errors) == (True, ())
        assert api.asked[-1] == ("Write", {"input": {"name": "x"}})
        await opened.settle()
        assert opened.text() == "False"


async def test_mutations_in_turn_keep_what_was_chosen_last() -> None:
    tools, begun, gate = {}, [], asyncio.Event()

    async def execute(_: Any, __: str, variables: dict[str, Any], **___: Any) -> Result:
        begun.append(variables["input"]["name"])
        await gate.wait()
        return {"data": {"write": {"errors": []}}}

    @component
    def App() -> Any:
        tools["run"], _ = use_mutation(WRITE, in_turn=True)
        return html.p("x")

    async with window(App(), session_of(execute)) as opened:
        both = asyncio.gather(tools["run"]({"name": "first"}), tools["run"]({"name": "last"}))
        await opened.settle()
        assert begun == ["first"]
        gate.set()
        assert [outcome.ok for outcome in await both] == [True, True]
        assert begun == ["first", "last"]


@pytest.mark.expects_error_log
async def test_a_mutation_that_fails_is_shown_with_its_request_id() -> None:
    api, tools = Api(), {}
    api.answers["Write"] = FAILURE

    @component
    def App() -> Any:
        tools["run"], _ = use_mutation(WRITE)
        return html.p("x")

    session = session_of(api.execute)
    async with window(App(), session):
        outcome = await tools["run"]({})
        assert (outcome.ok, outcome.payload, outcome.errors) == (False, None, ())
        (toast,) = session.toasts.shown.value
        assert (toast.kind, toast.request_id, toast.seconds) == ("error", "req-1", None)


async def test_a_stream_resumes_from_the_last_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("frontend.hooks.live.FIRST_PAUSE_SECONDS", 0.01)
    api, heard = Api(), []
    api.streams = [
        [
            {"data": {"event": {"cursor": "c1", "n": 1}}},
            {"data": {"event": {"cursor": "c2", "n": 2}}},
        ],
        [FAILURE],
        [{"data": {"event": {"cursor": "c3", "n": 3}}}],
    ]

    @component
    def App() -> Any:
        live = use_live(FOLLOW, {}, lambda event: heard.append(event["n"]), after="c0")
        return html.p(str(live.broken))

    async with window(App(), session_of(subscribe=api.subscribe)) as opened:
        await opened.settle(0.2)
        assert heard == [1, 2, 3]
        assert api.followed == ["c0", "c2", "c2"]
        assert opened.text() == "False"


async def test_a_stream_ends_with_its_component() -> None:
    api, shown, closed = Api(), Store(True), []

    async def subscribe(*args: Any, **kwargs: Any) -> AsyncIterator[Result]:
        try:
            await asyncio.Event().wait()
            yield {}
        finally:
            closed.append(1)

    @component
    def Follower() -> Any:
        use_live(FOLLOW, {}, lambda event: None, after="c0")
        return html.p("following")

    @component
    def App() -> Any:
        return html.main(Follower() if use_store(shown) else None)

    async with window(App(), session_of(api.execute, subscribe)) as opened:
        shown.set(False)
        await opened.settle()
        assert closed == [1]


@pytest.mark.expects_error_log
async def test_a_mistake_in_a_page_does_not_end_the_stream() -> None:
    api, heard = Api(), []
    api.streams = [[{"data": {"event": {"n": n}}} for n in (1, 2)]]

    def answer(event: dict[str, Any]) -> None:
        heard.append(event["n"])
        raise ValueError

    @component
    def App() -> Any:
        use_live(FOLLOW, {}, answer)
        return html.p("x")

    async with window(App(), session_of(subscribe=api.subscribe)):
        assert heard == [1, 2]


async def test_url_state_renders_those_that_use_the_name_only() -> None:
    drawn: list[str] = []

    @component
    def Reader(name: str) -> Any:
        drawn.append(name)
        value, set_value = use_url_state(name, "none")
        return html.button({"onClick": lambda event: set_value("b & c", push=True)}, value)

    @component
    def App() -> Any:
        return html.main(Reader("sort", key="s"), Reader("open", key="o"))

    async with window(App(), session_of(url="/contacts?sort=name&x=1")) as opened:
        assert opened.text() == "namenone"
        await opened.send(opened.target("button", "onClick", 1))
        assert opened.text() == "nameb & c"
        assert drawn == ["sort", "open", "open"]
        (command,) = opened.commands("navigate")
        assert (command["url"], command["replace"]) == (
            "/contacts?sort=name&x=1&open=b+%26+c",
            False,
        )


async def test_a_default_leaves_the_url() -> None:
    @component
    def App() -> Any:
        value, set_value = use_url_state("sort", "name")
        return html.button({"onClick": lambda event: set_value("name")}, value)

    async with window(App(), session_of(url="/contacts?sort=company")) as opened:
        await opened.send(opened.target("button", "onClick"))
        (command,) = opened.commands("navigate")
        assert (command["url"], command["replace"]) == ("/contacts", True)


async def test_parameters_come_from_the_path() -> None:
    @component
    def App() -> Any:
        return html.p(use_params("/contacts/{id}/{tab}").get("tab", "elsewhere"))

    async with window(App(), session_of(url="/contacts/Q29udGFjdDox/notes")) as opened:
        assert opened.text() == "notes"
        opened.session.location.set(type(opened.session.location.value)("/labels"))
        await opened.settle()
        assert opened.text() == "elsewhere"
