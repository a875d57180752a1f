"""Prepared documents are kept for those who sent them, within an amount of memory."""

from __future__ import annotations

import gc
import tracemalloc
from itertools import product
from uuid import uuid4

import pytest
from graphql.execution.values import VariableValues

from backend.api import documents as kept
from backend.api.documents import Documents, documents_of
from backend.api.kept_documents import MOST_PARTS, Keeper
from backend.api.plans.planner import Plan
from backend.api.plans.variants import Variants
from backend.api.plans.written import Written
from backend.api.schema import carnet_schema
from tests.factories.api import new_token

MIB = 1024 * 1024
ONE, TWO, HOSTILE = (1, 1), (2, 1), (3, 1)
"""Clients of three accounts."""


def wide(number: int) -> str:
    """A document of few tokens and many fields."""
    fields = "id name country locale timeZone currency"
    aliases = " ".join(f"a{place}: account {{ ...F }}" for place in range(45))
    return f"query Q{number} {{ viewer {{ {aliases} }} }} fragment F on Account {{ {fields} }}"


def commented(number: int) -> str:
    """A small query in a long text that takes four bytes a letter."""
    return f"query Q{number} {{ viewer {{ role }} }} #" + "\U0001f600" * 10_000


def repeated(number: int) -> str:
    """Many operations that share one fragment."""
    fields = "id name country locale timeZone currency"
    operations = " ".join(
        f"query Q{number}n{place} {{ viewer {{ account {{ ...F }} }} }}" for place in range(20)
    )
    return f"{operations} fragment F on Account {{ {fields} }}"


def conditional(number: int) -> str:
    """A document of many fields, with a plan for each combination of its conditions."""
    declared = ", ".join(f"${name}: Boolean!" for name in "abcd")
    fields = " ".join(f"x{place}: account {{ ...F }}" for place in range(12))
    conditions = " ".join(f"{name}: role @skip(if: ${name})" for name in "abcd")
    return f"""query Q{number}({declared}) {{ viewer {{ {conditions} {fields} }} }}
      fragment F on Account {{ id name country locale timeZone currency }}"""


@pytest.fixture
def documents(monkeypatch: pytest.MonkeyPatch) -> Documents:
    monkeypatch.setattr(kept, "KEPT_BYTES", MIB)
    return Documents(carnet_schema()._schema)


def is_kept(documents: Documents, text: str, monkeypatch: pytest.MonkeyPatch) -> bool:
    with monkeypatch.context() as patch:
        patch.setattr(kept, "validate", lambda *_, **__: pytest.fail("prepared again"))
        try:
            documents.operation(text, None)
        except pytest.fail.Exception:
            return False
    return True


@pytest.mark.parametrize("make", [wide, commented, repeated])
def test_kept_documents_take_no_more_memory_than_they_may(documents, make):
    documents.operation(make(0), "Q0n1" if make is repeated else None)
    gc.collect()
    tracemalloc.start()
    try:
        for number in range(12):
            documents.operation(make(number), f"Q{number}n1" if make is repeated else None)
        gc.collect()
        grown, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert documents.kept_bytes <= MIB
    assert grown < 1.25 * MIB


def test_the_least_recently_asked_goes_first(documents, monkeypatch):
    texts = [commented(number) for number in range(30)]
    for text in texts:
        documents.operation(text, None)
        documents.operation(texts[0], None)
    assert is_kept(documents, texts[0], monkeypatch)
    assert is_kept(documents, texts[-1], monkeypatch)
    assert not is_kept(documents, texts[1], monkeypatch)


def test_one_huge_document_does_not_push_out_all_others(documents, monkeypatch):
    documents.operation("{ viewer { role } }", None)
    monkeypatch.setattr(kept, "_LARGEST_KEPT_BYTES", 100_000)
    huge = wide(1)
    documents.operation(huge, None)
    assert is_kept(documents, "{ viewer { role } }", monkeypatch)
    assert not is_kept(documents, huge, monkeypatch)


def test_one_client_pushes_out_only_its_own(documents, monkeypatch):
    monkeypatch.setattr(kept, "_LARGEST_KEPT_BYTES", MIB // 8)
    others = ["{ viewer { role } }", "{ viewer { name: role } }", "{ viewer { page: role } }"]
    for text, keeper in zip(others, (ONE, TWO, None), strict=True):
        documents.operation(text, None, keeper)
    flood = [commented(number) for number in range(60)]
    for text in flood:
        documents.operation(text, None, HOSTILE)
    assert documents.kept_bytes < MIB // 4
    assert is_kept(documents, flood[-1], monkeypatch)
    assert not is_kept(documents, flood[0], monkeypatch)
    assert all(is_kept(documents, text, monkeypatch) for text in others)


def plans_of(documents: Documents, text: str, keeper: Keeper) -> Variants[Plan]:
    found = documents.operation(text, None, keeper).plans
    assert found is not None
    return found


def plan_all(documents: Documents, text: str, conditions: int, keeper: Keeper = None) -> None:
    """Ask for every combination of an operation's conditions, and compile all of it."""
    for combination in product((True, False), repeat=conditions):
        plans = plans_of(documents, text, keeper)
        given = dict(zip(plans.conditions, combination, strict=True))
        for root in plans.of(VariableValues({}, given), keeper).roots:
            for function in list(root.complete.__globals__.values()):
                if isinstance(function, Written):
                    function.compiled()


def kept_plans(documents: Documents, text: str) -> int:
    return len(documents._kept._all[text].parts)


def test_plans_take_no_more_memory_than_they_may(documents):
    plan_all(documents, conditional(0), 4)
    gc.collect()
    tracemalloc.start()
    try:
        for number in range(8):
            plan_all(documents, conditional(number), 4)
            assert 1 <= kept_plans(documents, conditional(number)) < 16, "older ones made room"
        gc.collect()
        grown, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert documents.kept_bytes <= MIB
    assert grown < 1.25 * MIB


def varied(number: int) -> str:
    """A small document whose conditions have 128 combinations."""
    declared = ", ".join(f"${name}: Boolean!" for name in "abcdefg")
    fields = " ".join(f"{name}: role @skip(if: ${name})" for name in "abcdefg")
    return f"query Q{number}({declared}) {{ viewer {{ {fields} }} }}"


def test_what_one_client_asks_of_a_document_makes_room_for_nobody_else_s(monkeypatch):
    documents = Documents(carnet_schema()._schema)
    shared, others = varied(0), [varied(number) for number in range(1, 5)]
    usual = VariableValues({}, dict.fromkeys("abcdefg", False))
    for text in (shared, *others):
        plans_of(documents, text, ONE).of(usual, ONE)
    for text in (shared, *others):
        plan_all(documents, text, 7, HOSTILE)
    assert kept_plans(documents, shared) == 1 + MOST_PARTS
    monkeypatch.setattr(Variants, "_made", lambda *_: pytest.fail("planned again"))
    for text in (shared, *others):
        assert is_kept(documents, text, monkeypatch)
        plans_of(documents, text, ONE).of(usual, ONE)


def test_plans_are_paid_for_by_who_asks_for_them(documents, monkeypatch):
    """One client's document grows by another's questions: its own others stay."""
    mine = ["{ viewer { role } }", varied(1)]
    for text in mine:
        documents.operation(text, None, ONE)
    plan_all(documents, mine[1], 7, HOSTILE)
    assert all(is_kept(documents, text, monkeypatch) for text in mine)
    assert documents._kept._own_bytes[HOSTILE] <= MIB // 8


def test_many_clients_of_one_account_push_out_only_their_own(documents, monkeypatch):
    monkeypatch.setattr(kept, "_LARGEST_KEPT_BYTES", MIB // 8)
    others = ["{ viewer { role } }", "{ viewer { name: role } }", "{ viewer { page: role } }"]
    for text, keeper in zip(others, (ONE, TWO, None), strict=True):
        documents.operation(text, None, keeper)
    documents.operation("{ viewer { colleague: role } }", None, (3, "colleague"))
    for number in range(120):
        documents.operation(commented(number), None, (3, number % 20))
    assert MIB // 2 < documents.kept_bytes <= MIB
    assert all(is_kept(documents, text, monkeypatch) for text in others)
    assert is_kept(documents, "{ viewer { colleague: role } }", monkeypatch)


async def test_callers_who_are_signed_out_fill_nothing(api, http, ask_as, owner):
    documents = documents_of(carnet_schema()._schema)
    once = f"n{uuid4().hex}"
    before = documents.kept_bytes
    for accept in ("application/json", "text/event-stream"):
        for number in range(3):
            query = f"query {once}{accept[:4]}{number} {{ viewer {{ role }} }}"
            answer = await http.post("/graphql", json={"query": query}, headers={"accept": accept})
            assert answer.status_code == 200
    assert documents.kept_bytes == before
    token = {"authorization": f"Bearer {await new_token(owner)}"}
    query = f"query {once}ofAnApp {{ viewer {{ role }} }}"
    assert (await http.post("/graphql", json={"query": query}, headers=token)).status_code == 200
    of_app = documents.kept_bytes
    assert of_app > before
    await ask_as(None).data(f"query {once}ofTheSignInPage {{ viewer {{ role }} }}")
    assert documents.kept_bytes > of_app
