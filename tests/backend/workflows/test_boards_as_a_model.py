"""Random acts of several people, held to a plain model; and what followers make of them."""

from __future__ import annotations

from contextlib import aclosing
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.core.change_log import current_sequence, decode_cursor
from backend.core.ids import encode_id
from backend.core.paging import PageRequest
from backend.core.permissions import Actor, Role
from backend.workflows.filters import EVERY_CARD
from backend.workflows.live import follow_board
from backend.workflows.queries.boards import steps_by_id, steps_of
from backend.workflows.queries.cards import step_windows
from backend.workflows.rows import CardWanted
from backend.workflows.rules.kinds import CardPlace
from backend.workflows.service import (
    Beside,
    CardDraft,
    CardMove,
    add_card,
    archive_cards,
    delete_cards,
    delete_step,
    move_card,
    restore_cards,
    restore_step,
    unarchive_cards,
    update_workflow,
)
from tests.backend.workflows.plain_board import Follower, PlainBoard, PlainCard
from tests.factories.accounts import new_member
from tests.factories.workflows import NewBoard, new_board, read_card

_ACTS = ("add", "move", "move", "move", "back", "archive", "delete", "delete_step", "restore_step")
ACTS = st.lists(
    st.tuples(st.sampled_from(_ACTS), st.integers(0, 999), st.integers(0, 999), st.integers(0, 9)),
    min_size=8,
    max_size=30,
)


class Played:
    """The same acts done to the database and to the model."""

    def __init__(self, actors: list[Actor], board: NewBoard) -> None:
        self.actors = actors
        self.key = board.workflow.pk
        self.plain = PlainBoard([(step.pk, step.kind) for step in board.steps])

    async def act(self, name: str, one: int, other: int, where: int) -> None:
        """Do something to some card or step."""
        actor = self.actors[one % len(self.actors)]
        cards = self.plain.cards()
        if name == "add":
            await self._add(actor, one, where)
        elif name == "move" and cards:
            await self._move(actor, cards[one % len(cards)], other, where)
        elif name in ("archive", "delete", "back") and cards:
            await self._shelve(actor, cards[other % len(cards)], name)
        elif name == "delete_step":
            await self._delete_step(actor, one, other)
        elif name == "restore_step" and self.plain.deleted:
            await self._restore_step(actor, one)

    async def _add(self, actor: Actor, one: int, where: int) -> None:
        step = self.plain.steps[one % len(self.plain.steps)]
        top = where < 3
        place = CardPlace.TOP if top else CardPlace.BOTTOM
        draft = CardDraft(step.key, "A card", beside=Beside(place=place))
        card = PlainCard((await add_card(actor, draft)).card.pk)
        self.plain.enter(card, step, 0 if top else len(step.cards))

    async def _move(self, actor: Actor, card: PlainCard, other: int, where: int) -> None:
        if card.away:
            return
        step = self.plain.steps[other % len(self.plain.steps)]
        shown = [each for each in step.cards if not each.away and each is not card]
        after = shown[where % len(shown)] if shown and where < 8 else None
        at_end = where == 8 or (not shown and where < 8)
        beside = Beside(
            after_id=after.key if after else None,
            place=CardPlace.BOTTOM if at_end else CardPlace.TOP,
        )
        before = await read_card(actor, card.key)
        moved = await move_card(actor, card.key, CardMove(step.key, before.version, beside))
        if moved.card.version > before.version:
            self.plain.move(card, step, after, at_end)

    async def _shelve(self, actor: Actor, card: PlainCard, name: str) -> None:
        if name == "archive" and "deleted" not in card.away:
            await archive_cards(actor, [card.key])
            card.away.add("archived")
        elif name == "delete":
            await delete_cards(actor, [card.key])
            card.away.add("deleted")
        elif name == "back" and "deleted" in card.away:
            await restore_cards(actor, [card.key])
            card.away.discard("deleted")
        elif name == "back" and card.away:
            await unarchive_cards(actor, [card.key])
            card.away.discard("archived")

    async def _delete_step(self, actor: Actor, one: int, other: int) -> None:
        opens = [step for step in self.plain.steps if step.kind == "open"]
        if len(opens) < 2:
            return
        step = opens[one % len(opens)]
        targets = [each for each in self.plain.steps if each is not step]
        target = targets[other % len(targets)]
        version = (await steps_by_id(actor, (step.key,)))[step.key].version
        await delete_step(actor, step.key, version, target.key)
        self.plain.delete_step(step, target)

    async def _restore_step(self, actor: Actor, one: int) -> None:
        step = self.plain.deleted[one % len(self.plain.deleted)]
        await restore_step(actor, step.key)
        order = (await steps_of(actor, (self.key,)))[self.key]
        self.plain.restore_step(step, [each.pk for each in order].index(step.key))


async def shown(actor: Actor, workflow_id: int) -> dict[int, list[int]]:
    """Return the cards of each step of a board, as a page reads them."""
    steps = [step.pk for step in (await steps_of(actor, (workflow_id,)))[workflow_id]]
    pages = await step_windows(actor, steps, EVERY_CARD, PageRequest.of(200))
    return {key: [card.pk for card in pages[key].rows] for key in steps}


async def global_board(actor: Actor, workflow_id: int) -> dict[str, list[str]]:
    """Return the same in global ids."""
    return {
        encode_id("WorkflowStep", step): [encode_id("Card", key) for key in cards]
        for step, cards in (await shown(actor, workflow_id)).items()
    }


async def heard(actor: Actor, workflow_id: int, since: int, drops: Random | None) -> Follower:
    """Follow a board until its new name; with ``drops``, lose the connection now and then."""
    follower, after, is_over = Follower({}), since, False
    follower.steps = await _empty(actor, workflow_id)
    while not is_over:
        async with aclosing(follow_board(actor, workflow_id, after, CardWanted())) as events:
            async for event in events:
                after = decode_cursor(event.cursor)
                is_over = event.workflow is not None
                if event.reread and not is_over:
                    # Read with the place in history that belongs to it, and go on from there.
                    after = await current_sequence(actor.account_id) - 1
                    follower.steps = await global_board(actor, workflow_id)
                    break
                follower.hear(event)
                if is_over or (drops is not None and drops.random() < 0.4):
                    break
    return follower


async def _empty(actor: Actor, workflow_id: int) -> dict[str, list[str]]:
    found = (await steps_of(actor, (workflow_id,), deleted=True))[workflow_id]
    return {step.id: [] for step in found}


@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(acts=ACTS, seed=st.integers(0, 999))
async def test_a_board_is_what_its_model_says_for_all_who_follow(owner, acts, seed):
    member = await new_member(owner, Role.MEMBER)
    board = await new_board(owner.actor)
    since = await current_sequence(owner.account_id)
    played = Played([owner.actor, member.actor], board)
    for act in acts:
        await played.act(*act)
        assert await shown(owner.actor, played.key) == played.plain.shown()
    await update_workflow(owner.actor, played.key, 1, name="The end")
    steady = await heard(owner.actor, played.key, since, None)
    dropped = await heard(owner.actor, played.key, since, Random(seed))
    assert dropped.story == steady.story
    assert steady.steps == dropped.steps == await global_board(owner.actor, played.key)
