"""Prepared documents are kept for those who sent them, within an amount of memory."""

from __future__ import annotations

import gc
import tracemalloc
from uuid import uuid4

import pytest

from backend.api import documents as kept
from backend.api.documents import Documents, documents_of
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
