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
from backend.api.plans.written import Written
from backend.api.schema import carnet_schema
from tests.factories.api import new_token

MIB = 1024 * 1024


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
    fields = " ".join(f"x{place}: account {{ ...F }}" for place in range(45))
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
    for text, keeper in zip(others, ("one", "two", None), strict=True):
        documents.operation(text, None, keeper=keeper)
    flood = [commented(number) for number in range(60)]
    for text in flood:
        documents.operation(text, None, keeper="hostile")
    assert documents.kept_bytes < MIB // 4
    assert is_kept(documents, flood[-1], monkeypatch)
    assert not is_kept(documents, flood[0], monkeypatch)
    assert all(is_kept(documents, text, monkeypatch) for text in others)


def test_plans_take_no_more_memory_than_they_may(documents, monkeypatch):
    monkeypatch.setattr(kept, "_LARGEST_PLANNED_BYTES", MIB)

    kept_plans: list[int] = []

    def plan_all(number: int) -> None:
        plans = documents.operation(conditional(number), None).plans
        for combination in product((True, False), repeat=4):
            given = dict(zip(plans.conditions, combination, strict=True))
            for root in plans.of(VariableValues({}, given)).roots:
                for function in list(root.complete.__globals__.values()):
                    if isinstance(function, Written):
                        function.compiled()
        kept_plans.append(len(plans._known))

    plan_all(0)
    gc.collect()
    tracemalloc.start()
    try:
        for number in range(8):
            plan_all(number)
        gc.collect()
        grown, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert documents.kept_bytes <= MIB
    assert grown < 1.25 * MIB
    assert min(kept_plans) >= 1
    assert max(kept_plans) < 16, "older ones made room"


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
