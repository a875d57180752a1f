"""Labels: made, renamed, recoloured, deleted, and listed."""

from __future__ import annotations

import asyncio

import pytest

from backend.core.change_log import changes_of
from backend.core.errors import (
    Forbidden,
    IdempotencyKeyReused,
    InvalidCharacters,
    NotFound,
    Required,
    StaleVersion,
    TooLong,
)
from backend.core.ids import encode_id
from backend.labels import service
from backend.labels.errors import LabelNameTaken, TooManyLabels
from backend.labels.queries import labels_by_id, labels_by_name, list_labels
from backend.labels.rules import LabelColor
from backend.labels.service import create_label, delete_label, update_label
from tests.factories.contacts import new_contact, new_label, read_contact


async def test_makes_a_label(owner, clock):
    written = await create_label(owner.actor, "  Cliente VIP ", LabelColor.AMBER)
    label = written.label
    assert (label.name, label.color, label.version) == ("Cliente VIP", "amber", 1)
    assert (label.contact_count, label.created_at) == (0, clock.now)
    assert written.cursor
    (change,) = await changes_of(owner.account_id, "Label", label.pk, limit=5)
    assert (change.kind, change.payload) == (
        "label.created",
        {"name": "Cliente VIP", "color": "amber"},
    )


async def test_a_label_without_a_colour_gets_the_one_used_least(owner, stranger):
    await new_label(stranger.actor, "theirs")
    for name, color in (("a", LabelColor.RED), ("b", LabelColor.AMBER), ("c", LabelColor.GRAY)):
        await create_label(owner.actor, name, color)
    made = [(await create_label(owner.actor, f"new {n}")).label.color for n in range(9)]
    assert made == ["orange", "green", "teal", "blue", "indigo", "purple", "pink", "red", "orange"]


@pytest.mark.parametrize(
    ("name", "refusal"),
    [
        ("", Required),
        ("  ", Required),
        ("\u200e", Required),
        ("a" * 61, TooLong),
        ("a\nb", InvalidCharacters),
        ("a\x00", InvalidCharacters),
    ],
)
async def test_refuses_a_name_that_is_none(owner, name, refusal):
    with pytest.raises(refusal) as caught:
        await create_label(owner.actor, name)
    assert caught.value.path == ("name",)
    assert await list_labels(owner.actor) == []


async def test_a_name_is_unique_whatever_its_accents_and_case(owner, stranger):
    label = await new_label(owner.actor, "Élu")
    for name in ("élu", "ELU", " Elu "):
        with pytest.raises(LabelNameTaken) as caught:
            await create_label(owner.actor, name)
        assert caught.value.parameters == {"id": encode_id("Label", label)}
    await create_label(stranger.actor, "Élu")
    other = await new_label(owner.actor, "Other")
    with pytest.raises(LabelNameTaken):
        await update_label(owner.actor, other, 1, name="ELU")
    renamed = await update_label(owner.actor, label, 1, name="ÉLU")
    assert renamed.label.name == "ÉLU", "its own name is free to itself"


async def test_of_two_of_a_name_at_once_one_is_made(owner, member):
    answers = await asyncio.gather(
        *(create_label(person.actor, "vip") for person in (owner, member)), return_exceptions=True
    )
    assert [type(answer) for answer in answers].count(LabelNameTaken) == 1
    assert len(await list_labels(owner.actor)) == 1


async def test_the_same_key_and_input_make_one_label(owner):
    first, second = await asyncio.gather(
        *(create_label(owner.actor, "vip", idempotency_key="k") for _ in range(2))
    )
    assert first.label == second.label
    with pytest.raises(IdempotencyKeyReused):
        await create_label(owner.actor, "other", idempotency_key="k")


@pytest.mark.parametrize(
    ("key", "refusal"),
    [("", Required), (" ", Required), ("k" * 201, TooLong), ("k\0", InvalidCharacters)],
)
async def test_refuses_a_key_that_cannot_tell_writes_apart(owner, key, refusal):
    with pytest.raises(refusal) as refused:
        await create_label(owner.actor, "vip", idempotency_key=key)
    assert refused.value.path == ("idempotencyKey",)
    assert await list_labels(owner.actor) == []


async def test_changes_what_is_said(owner):
    label = await new_label(owner.actor, "vip")
    renamed = await update_label(owner.actor, label, 1, name="client")
    assert (renamed.label.name, renamed.label.color, renamed.label.version) == ("client", "teal", 2)
    red = await update_label(owner.actor, label, 2, color=LabelColor.RED)
    assert (red.label.name, red.label.color) == ("client", "red")
    same = await update_label(owner.actor, label, 3, name="client", color=LabelColor.RED)
    assert (same.label.version, same.cursor) == (3, "")
    with pytest.raises(StaleVersion) as caught:
        await update_label(owner.actor, label, 1, name="late")
    assert caught.value.parameters == {"current_version": 3}


async def test_a_deleted_label_leaves_its_contacts(owner):
    label = await new_label(owner.actor)
    anna = await new_contact(owner.actor, given_name="Anna", label_ids=[label])
    removed = await delete_label(owner.actor, label)
    assert removed.affected_count == 1
    assert (await read_contact(owner.actor, anna.pk)).labels == ()
    with pytest.raises(NotFound):
        await delete_label(owner.actor, label)


async def test_an_account_has_so_many_labels(owner, monkeypatch):
    monkeypatch.setattr(service, "MAX_LABELS", 2)
    for name in ("one", "two"):
        await create_label(owner.actor, name)
    with pytest.raises(TooManyLabels):
        await create_label(owner.actor, "three")


async def test_lists_by_name_and_finds_by_part_of_it(owner, stranger):
    for name in ("vip", "Élu", "client", "Cliente"):
        await new_label(owner.actor, name)
    await new_label(stranger.actor, "client")
    names = [label.name for label in await list_labels(owner.actor)]
    assert names == ["client", "Cliente", "Élu", "vip"]
    assert [label.name for label in await list_labels(owner.actor, "ENT")] == ["client", "Cliente"]
    assert len(await list_labels(owner.actor, "x" * 100_000)) == 0
    found = await labels_by_name(owner.actor, ["ELU", "vip", "nothing"])
    assert {key: label.name for key, label in found.items()} == {"elu": "Élu", "vip": "vip"}
    assert await labels_by_name(owner.actor, []) == {}


async def test_refuses_strangers_and_readers(owner, viewer, stranger):
    label = await new_label(owner.actor)
    with pytest.raises(Forbidden):
        await create_label(viewer.actor, "x")
    with pytest.raises(Forbidden):
        await update_label(viewer.actor, label, 1, name="x")
    with pytest.raises(Forbidden):
        await delete_label(viewer.actor, label)
    with pytest.raises(NotFound):
        await update_label(stranger.actor, label, 1, name="x")
    with pytest.raises(NotFound):
        await delete_label(stranger.actor, label)
    assert await labels_by_id(stranger.actor, [label]) == {}
    assert [each.name for each in await list_labels(viewer.actor)] == ["client"]
