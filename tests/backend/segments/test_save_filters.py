"""Saved filters: made, changed, shared, deleted and brought back, by those who may."""

from __future__ import annotations

import asyncio

import pytest

from backend.contacts.errors import FilterTooComplex
from backend.contacts.sorting import ContactSort
from backend.core.change_log import changes_of
from backend.core.errors import (
    Forbidden,
    IdempotencyKeyReused,
    NotFound,
    Required,
    StaleVersion,
    TooLong,
    TooMany,
)
from backend.core.ids import encode_id
from backend.core.permissions import Role
from backend.segments import rules
from backend.segments.errors import (
    SegmentCycle,
    SegmentNameTaken,
    SegmentNotShared,
    TooManySegments,
)
from backend.segments.queries import list_segments
from backend.segments.rules import SegmentVisibility
from backend.segments.service import (
    SegmentChanges,
    SegmentDraft,
    create_segment,
    delete_segment,
    purge_deleted_segments,
    restore_segment,
    standing,
    update_segment,
)
from backend.segments.service.drafts import SavedSort
from tests.factories.accounts import new_member
from tests.factories.contacts import new_label
from tests.factories.segments import EVERYBODY, new_segment

TEAM, PRIVATE = SegmentVisibility.TEAM, SegmentVisibility.PRIVATE


def naming(key: int) -> dict[str, str]:
    return {"segment": encode_id("Segment", key)}


async def names(person) -> list[str]:
    return [row.name for row in await list_segments(person.actor)]


async def test_saves_a_filter_and_says_it_again(owner, clock):
    chosen = {"and": [{"city": {"is": "Besançon"}}, {"lacks": "EMAIL"}]}
    sort = SavedSort({"field": "COMPANY"}, ContactSort())
    draft = SegmentDraft("  Clients de Besançon ", chosen, sort, ["name", "company"])
    row = (await create_segment(owner.actor, draft)).segment
    assert (row.name, row.filter, row.version) == ("Clients de Besançon", chosen, 1)
    assert (row.sort, row.columns) == ({"field": "COMPANY"}, ["name", "company"])
    assert (row.visibility, row.is_mine, row.can_edit) == ("private", True, True)
    assert (row.owner_name, row.created_at, row.updated_at) == ("Olga Rossi", clock.now, clock.now)


async def test_the_log_does_not_tell_others_what_is_private(owner):
    row = await new_segment(owner.actor, "Debtors")
    changes = SegmentChanges(name="Late payers", visibility=TEAM)
    await update_segment(owner.actor, row.pk, 1, changes)
    second, first = await changes_of(owner.account_id, "Segment", row.pk, limit=5)
    assert (first.kind, first.payload) == (
        "segment.created",
        {"visibility": "private", "name": None},
    )
    assert second.payload == {
        "version": 2,
        "visibility": "team",
        "name": "Late payers",
        "fields": ["name", "visibility"],
    }


@pytest.mark.parametrize(
    ("chosen", "refusal", "path"),
    [
        ({"custom": {"fieldId": encode_id("CustomField", 9), "is": {"has": True}}}, NotFound,
         ("filter", "custom", "fieldId")),
        ({"or": [{"labels": {"noneOf": [encode_id("Label", 9)]}}]}, NotFound,
         ("filter", "or", "0", "labels", "noneOf")),
        ({"not": naming(99)}, NotFound, ("filter", "not", "segment")),
        ({"city": {"is": " "}}, Required, ("filter", "city", "is")),
        ({"or": [{"search": "x"}] * 100}, FilterTooComplex, ("filter",)),
    ],
)  # fmt: skip
async def test_refuses_what_no_list_can_mean(owner, chosen, refusal, path):
    with pytest.raises(refusal) as refused:
        await new_segment(owner.actor, "Anyone", chosen)
    assert refused.value.path == path


async def test_refuses_names_and_columns_that_cannot_be_kept(owner):
    for name, refusal in (("", Required), ("\u200b", Required), ("x" * 81, TooLong)):
        with pytest.raises(refusal):
            await new_segment(owner.actor, name)
    for columns in (["x"] * 151, ["x" * 101]):
        with pytest.raises((TooMany, TooLong)):
            await create_segment(owner.actor, SegmentDraft("x", EVERYBODY, columns=columns))


async def test_a_name_is_one_s_own_and_the_team_s_once(owner, member, viewer):
    await new_segment(owner.actor, "Clients")
    shared = await new_segment(member.actor, "CLIENTS", shared=True)
    await new_segment(viewer.actor, "Clients")
    for actor, name, is_shared in (
        (owner.actor, "clients", False),
        (owner.actor, "Cliénts", True),
        (member.actor, "clients", False),
    ):
        with pytest.raises(SegmentNameTaken):
            await new_segment(actor, name, shared=is_shared)
    mine = await new_segment(owner.actor, "Others", shared=True)
    with pytest.raises(SegmentNameTaken) as refused:
        await update_segment(owner.actor, mine.pk, 1, SegmentChanges(name="Clients"))
    assert refused.value.parameters["id"] in {encode_id("Segment", 1), shared.id}


async def test_a_retry_saves_once(owner):
    draft, other = (SegmentDraft("Clients", {"has": part}) for part in ("EMAIL", "PHONE"))
    made = [await create_segment(owner.actor, draft, idempotency_key="k") for _ in range(2)]
    assert made[0].segment.pk == made[1].segment.pk
    with pytest.raises(IdempotencyKeyReused):
        await create_segment(owner.actor, other, idempotency_key="k")


async def test_of_two_edits_the_second_is_told_of_the_first(owner):
    row = await new_segment(owner.actor)
    both = await asyncio.gather(
        *(update_segment(owner.actor, row.pk, 1, SegmentChanges(name=n)) for n in ("A", "B")),
        return_exceptions=True,
    )
    stale = [each for each in both if isinstance(each, StaleVersion)]
    assert [each.parameters for each in stale] == [{"current_version": 2}]


async def test_an_edit_that_changes_nothing_leaves_no_trace(owner):
    row = await new_segment(owner.actor)
    again = SegmentChanges(name=row.name, filter=row.filter, visibility=PRIVATE)
    assert (await update_segment(owner.actor, row.pk, 1, again)).segment.version == 1
    assert len(await changes_of(owner.account_id, "Segment", row.pk, limit=5)) == 1


async def test_who_sees_and_changes_what(owner, member, viewer, stranger):
    admin = await new_member(owner, Role.ADMIN, "Ada Min")
    private = await new_segment(member.actor, "private")
    shared = await new_segment(member.actor, "shared", shared=True)
    own = await new_segment(viewer.actor, "viewer's")
    assert await names(owner) == await names(admin) == ["shared"]
    assert await names(viewer) == ["shared", "viewer's"]
    assert await names(stranger) == []
    for actor, refusal in ((viewer.actor, Forbidden), (stranger.actor, NotFound)):
        with pytest.raises(refusal):
            await update_segment(actor, shared.pk, 1, SegmentChanges(name="x"))
        with pytest.raises(refusal):
            await delete_segment(actor, shared.pk)
    for person in (owner, admin, viewer):
        with pytest.raises(NotFound):
            await delete_segment(person.actor, private.pk)
    with pytest.raises(Forbidden):
        await update_segment(viewer.actor, own.pk, 1, SegmentChanges(visibility=TEAM))
    with pytest.raises(Forbidden):
        await new_segment(viewer.actor, "for all", shared=True)
    renamed = await update_segment(admin.actor, shared.pk, 1, SegmentChanges(name="renamed"))
    assert (renamed.segment.name, renamed.segment.is_mine) == ("renamed", False)
    with pytest.raises(Forbidden):  # it would vanish from those who use it
        await update_segment(admin.actor, shared.pk, 2, SegmentChanges(visibility=PRIVATE))
    await update_segment(member.actor, shared.pk, 2, SegmentChanges(visibility=PRIVATE))
    assert await names(owner) == []


async def test_comes_back_as_it_was(owner, member):
    row = await new_segment(owner.actor, "Clients", {"has": "EMAIL"}, shared=True)
    await delete_segment(owner.actor, row.pk)
    assert await names(member) == []
    with pytest.raises(Forbidden):
        await restore_segment(member.actor, row.pk)
    taken = await new_segment(owner.actor, "clients")
    with pytest.raises(SegmentNameTaken):
        await restore_segment(owner.actor, row.pk)
    await delete_segment(owner.actor, taken.pk)
    back = (await restore_segment(owner.actor, row.pk)).segment
    assert (back.name, back.filter, back.version) == ("Clients", {"has": "EMAIL"}, 3)
    with pytest.raises(NotFound):
        await restore_segment(owner.actor, row.pk)


async def test_is_erased_when_its_time_is_over(owner, clock):
    row = await new_segment(owner.actor)
    kept = await new_segment(owner.actor, "Kept")
    await delete_segment(owner.actor, row.pk)
    clock.advance(days=29)
    assert await purge_deleted_segments() == 0
    clock.advance(days=2)
    assert await purge_deleted_segments() == 1
    with pytest.raises(NotFound):
        await restore_segment(owner.actor, row.pk)
    assert [each.pk for each in await list_segments(owner.actor)] == [kept.pk]


async def test_refuses_to_need_itself(owner):
    first = await new_segment(owner.actor, "first")
    second = await new_segment(owner.actor, "second", {"not": naming(first.pk)})
    third = await new_segment(owner.actor, "third", {"or": [naming(second.pk)]})
    for key in (first.pk, second.pk, third.pk):
        changes = SegmentChanges(filter={"and": [naming(key)]})
        with pytest.raises(SegmentCycle):
            await update_segment(owner.actor, first.pk, 1, changes)


async def test_the_team_s_do_not_need_what_it_does_not_see(owner):
    private = await new_segment(owner.actor, "private")
    for chosen in (naming(private.pk), {"and": [{"not": naming(private.pk)}]}):
        with pytest.raises(SegmentNotShared):
            await new_segment(owner.actor, "for all", chosen, shared=True)
    own = await new_segment(owner.actor, "own", naming(private.pk))
    with pytest.raises(SegmentNotShared) as refused:
        await update_segment(owner.actor, own.pk, 1, SegmentChanges(visibility=TEAM))
    assert refused.value.path == ("filter", "segment")


async def test_there_may_be_so_many(owner, monkeypatch):
    monkeypatch.setattr(standing, "MAX_SEGMENTS", 2)
    monkeypatch.setattr(standing, "MAX_SHARED", 1)
    await new_segment(owner.actor, "a")
    await new_segment(owner.actor, "b", shared=True)
    row = await new_segment(owner.actor, "c")
    for is_shared in (True, False):
        with pytest.raises(TooManySegments):
            await new_segment(owner.actor, "d", shared=is_shared)
    with pytest.raises(TooManySegments):
        await update_segment(owner.actor, row.pk, 1, SegmentChanges(visibility=TEAM))
    assert rules.MAX_SEGMENTS == rules.MAX_SHARED == 200


async def test_a_filter_too_large_to_keep_is_refused(owner):
    label = await new_label(owner.actor)
    ids = [encode_id("Contact", key) for key in range(1, 5000)]
    chosen = {"and": [{"labels": {"anyOf": [encode_id("Label", label)]}}, {"ids": ids}]}
    with pytest.raises(TooLong):
        await new_segment(owner.actor, "large", chosen)
