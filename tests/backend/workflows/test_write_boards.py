"""Boards and their steps: made, ordered, deleted with a place for their cards, and undone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from backend.core.errors import Forbidden, NotFound, Required, StaleVersion, TooLong
from backend.labels.rules import LabelColor
from backend.workflows.errors import (
    LastStep,
    LostStepTaken,
    OutcomeFixed,
    StaleDaysInvalid,
    StepGone,
    StepHasCards,
    TooManySteps,
    WonStepNeeded,
    WorkflowDeleted,
)
from backend.workflows.limits import MAX_STEPS
from backend.workflows.queries.boards import list_workflows, steps_of
from backend.workflows.rules.kinds import StepKind, WorkflowTemplate
from backend.workflows.service import (
    CardDraft,
    CardMove,
    StepChanges,
    add_card,
    add_step,
    create_workflow,
    delete_step,
    delete_workflow,
    move_card,
    move_step,
    restore_step,
    restore_workflow,
    update_step,
    update_workflow,
)
from tests.backend.workflows.test_boards_as_a_model import shown
from tests.factories.workflows import new_board, new_card


async def kinds(actor, key):
    return [(step.name, step.kind) for step in (await steps_of(actor, (key,)))[key]]


@pytest.mark.parametrize("begun", WorkflowTemplate)
async def test_every_template_has_one_win_at_the_end_in_every_language(owner, begun):
    names = set()
    for locale in ("en", "fr", "it", "xx"):
        actor = replace(owner.actor, locale=locale)
        board = (await create_workflow(actor, template=begun)).workflow
        steps = await kinds(actor, board.pk)
        found = [kind for _, kind in steps]
        assert found.count("won") == 1
        assert found == sorted(found, key=["open", "won", "lost"].index)
        names.add((board.name, steps[0][0]))
    assert len(names) == 3


async def test_a_board_is_made_once_under_a_key_and_is_the_last(owner):
    await create_workflow(owner.actor, "First")
    for _ in range(2):
        await create_workflow(owner.actor, "Second", idempotency_key="k")
    assert [board.name for board in await list_workflows(owner.actor)] == ["First", "Second"]


async def test_a_board_is_renamed_deleted_and_restored(owner, stranger, viewer):
    board = (await new_board(owner.actor)).workflow.pk
    with pytest.raises(StaleVersion):
        await update_workflow(owner.actor, board, 7, name="X")
    with pytest.raises(TooLong):
        await update_workflow(owner.actor, board, 1, name="x" * 100_000)
    with pytest.raises(Required):
        await update_workflow(owner.actor, board, 1, name=" ")
    await update_workflow(owner.actor, board, 1, name="<i>Deals</i>")
    for person, kind in ((stranger, NotFound), (viewer, Forbidden)):
        with pytest.raises(kind):
            await delete_workflow(person.actor, board)
    await delete_workflow(owner.actor, board)
    assert await list_workflows(owner.actor) == []
    with pytest.raises(WorkflowDeleted):
        await update_workflow(owner.actor, board, 3, name="X")
    restored = (await restore_workflow(owner.actor, board)).workflow
    assert (restored.name, restored.deleted_at) == ("<i>Deals</i>", None)


async def test_steps_are_added_before_the_outcomes(owner):
    board = (await new_board(owner.actor, WorkflowTemplate.EMPTY)).workflow.pk
    actor = owner.actor
    added = (await add_step(actor, board, "Later", stale_after_days=3)).step
    await add_step(actor, board, "Given up", kind=StepKind.LOST)
    found = [kind for _, kind in await kinds(actor, board)]
    assert found == ["open", "open", "won", "lost"]
    assert added.color != "gray"
    with pytest.raises(LostStepTaken):
        await add_step(actor, board, "Again", kind=StepKind.LOST)
    with pytest.raises(WonStepNeeded):
        await add_step(actor, board, "Again", kind=StepKind.WON)
    for days in (0, -1, 3651):
        with pytest.raises(StaleDaysInvalid):
            await add_step(actor, board, "X", stale_after_days=days)
    changes = StepChanges(name="Soon", color=LabelColor.PINK, stale_after_days=None)
    changed = (await update_step(actor, added.pk, 1, changes)).step
    assert (changed.name, changed.color, changed.stale_after_days) == ("Soon", "pink", None)
    with pytest.raises(StaleVersion):
        await update_step(actor, added.pk, 1, changes)
    for _ in range(MAX_STEPS - 4):
        await add_step(actor, board, "Another")
    with pytest.raises(TooManySteps):
        await add_step(actor, board, "One too many")


async def test_steps_are_ordered_among_the_open_ones(owner):
    board = await new_board(owner.actor)
    first, *_, won, lost = board.steps
    await move_step(owner.actor, first.pk, 1, 99)
    found = (await steps_of(owner.actor, (board.workflow.pk,)))[board.workflow.pk]
    assert [step.pk for step in found][-3:] == [first.pk, won.pk, lost.pk]
    assert [step.position for step in found] == list(range(6))
    await move_step(owner.actor, first.pk, 2, -5)
    found = (await steps_of(owner.actor, (board.workflow.pk,)))[board.workflow.pk]
    assert found[0].pk == first.pk
    for outcome in (won, lost):
        with pytest.raises(OutcomeFixed):
            await move_step(owner.actor, outcome.pk, 1, 0)


async def test_a_step_with_cards_asks_where_they_go_and_comes_back_with_them(owner, stranger):
    board = await new_board(owner.actor)
    actor, (one, two, three, *_) = owner.actor, board.steps
    cards = [(await new_card(actor, board, f"{n}")).pk for n in range(3)]
    with pytest.raises(StepHasCards) as error:
        await delete_step(actor, one.pk, 1)
    assert error.value.parameters == {"count": 3}
    with pytest.raises(StepGone):
        await delete_step(actor, one.pk, 1, one.pk)
    strange = await new_board(stranger.actor)
    other = await new_board(actor)
    for target in (strange, other):
        with pytest.raises(NotFound):
            await delete_step(actor, one.pk, 1, target.steps[0].pk)
    await delete_step(actor, one.pk, 1, two.pk)
    assert (await shown(actor, board.workflow.pk))[two.pk] == cards
    await move_card(actor, cards[1], CardMove(three.pk, 2))
    with pytest.raises(StepGone):
        await add_card(actor, CardDraft(one.pk, "Late"))
    await restore_step(actor, one.pk)
    after = await shown(actor, board.workflow.pk)
    assert (after[one.pk], after[two.pk], after[three.pk]) == (
        [cards[0], cards[2]],
        [],
        [cards[1]],
    )


async def test_a_board_keeps_its_win_and_a_step_to_begin_with(owner):
    board = await new_board(owner.actor, WorkflowTemplate.EMPTY)
    first, won = board.steps
    with pytest.raises(WonStepNeeded):
        await delete_step(owner.actor, won.pk, 1)
    with pytest.raises(LastStep):
        await delete_step(owner.actor, first.pk, 1)
