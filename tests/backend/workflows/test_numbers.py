"""What the stays of a board's cards add up to."""

from __future__ import annotations

from datetime import UTC
from zoneinfo import ZoneInfo

from backend.core.clock import now
from backend.core.money import Money
from backend.workflows.queries.numbers import month_numbers, step_numbers
from backend.workflows.service import archive_cards, delete_cards
from tests.factories.workflows import new_board, new_card, shift_card


async def test_counts_worth_ways_and_stays(owner, stranger, clock):
    actor, board = owner.actor, await new_board(owner.actor)
    euro, pound = Money(100_00, "EUR"), Money(5_00, "GBP")
    one, two, three, four = [
        await new_card(actor, board, name, value=value)
        for name, value in (("one", euro), ("two", pound), ("three", euro), ("four", None))
    ]
    clock.advance(days=2)
    await shift_card(actor, one, board.steps[1])
    clock.advance(days=2)
    await shift_card(actor, two, board.steps[1])
    await shift_card(actor, three, board.step("lost"), "too dear")
    await shift_card(actor, one, board.step("won"))
    await delete_cards(actor, (four.pk,))
    steps = await step_numbers(actor, board.workflow.pk)
    by_step = {each.step_key: each for each in steps}
    assert [each.step_key for each in steps] == [step.pk for step in board.steps]
    first, second = steps[0], steps[1]
    assert (first.card_count, first.totals, first.reached_count) == (0, [], 3)
    assert first.median_seconds == 4 * 86_400
    assert (second.card_count, second.totals, second.reached_count) == (1, [pound], 2)
    assert second.median_seconds == 2 * 86_400
    won, lost = (by_step[board.step(kind).pk] for kind in ("won", "lost"))
    assert (won.card_count, won.totals, won.reached_count) == (1, [euro], 1)
    assert (lost.card_count, lost.reached_count, lost.median_seconds) == (1, 1, None)
    assert await step_numbers(stranger.actor, board.workflow.pk) == []


async def test_months_count_what_stands_in_an_outcome(owner, clock):
    actor, board = owner.actor, await new_board(owner.actor)
    won, lost = board.step("won"), board.step("lost")
    made = [await new_card(actor, board, str(each), value=Money(7, "EUR")) for each in range(4)]
    await shift_card(actor, made[0], won)
    await shift_card(actor, made[1], lost, "too dear")
    clock.advance(days=31)
    await shift_card(actor, made[2], lost)
    await shift_card(actor, made[1], won)  # won after all
    await archive_cards(actor, (made[1].pk,))
    months = await month_numbers(actor, board.workflow.pk, UTC)
    assert len(months) == 12
    assert months[-1].month == f"{now():%Y-%m}"
    assert [month.won_count for month in months][-2:] == [1, 1]
    assert months[-1].won == [Money(7, "EUR")]
    assert [(each.reason, each.count) for each in months[-1].reasons] == [("", 1)]
    assert months[-2].reasons == []
    assert sum(month.won_count + month.lost_count for month in months[:-2]) == 0


async def test_months_are_those_of_the_readers_clock(owner, clock):
    actor, board = owner.actor, await new_board(owner.actor)
    card = await new_card(actor, board)
    here = now().astimezone(ZoneInfo("Pacific/Kiritimati"))
    clock.advance(days=32 - here.day, hours=-here.hour, minutes=1 - here.minute)
    await shift_card(actor, card, board.step("won"))
    far = await month_numbers(actor, board.workflow.pk, ZoneInfo("Pacific/Kiritimati"))
    near = await month_numbers(actor, board.workflow.pk, ZoneInfo("Pacific/Pago_Pago"))
    assert [month.won_count for month in far][-1] == 1
    assert [month.won_count for month in near][-1] == 1
    assert far[-1].month != near[-1].month or here.day == 1
