"""A process killed in the middle of moves: what was told is what there is, each card once."""

from __future__ import annotations

import asyncio
import signal
import sys
import textwrap

from backend.core.change_log import changes_after, current_sequence
from backend.core.database import read
from backend.core.ids import encode_id
from backend.workflows.live import BoardEvent, CardMovement, MovementKind
from backend.workflows.service import update_workflow
from tests.backend.workflows.plain_board import Follower
from tests.backend.workflows.test_boards_as_a_model import global_board
from tests.factories.workflows import new_board, new_card

MOVES_FOR_EVER = textwrap.dedent("""
    import asyncio, random, sys
    from backend.core import database
    from backend.core.permissions import Actor
    from backend.domains import DOMAINS
    from backend.workflows.queries.cards import cards_by_id
    from backend.workflows.rules.kinds import CardPlace
    from backend.workflows.service import Beside, CardMove, move_card

    async def main(url, account, cards, steps):
        await database.connect(url, DOMAINS, read_connections=1)
        actor = Actor.system(account)
        while True:
            key, step = random.choice(cards), random.choice(steps)
            version = (await cards_by_id(actor, (key,)))[key].version
            beside = Beside(place=random.choice(list(CardPlace)))
            await move_card(actor, key, CardMove(step, version, beside))

    url, account, cards, steps = sys.argv[1:]
    asyncio.run(main(url, int(account), eval(cards), eval(steps)))
""")


async def test_what_was_told_is_what_there_is(owner, database_url):
    board = await new_board(owner.actor)
    cards = [(await new_card(owner.actor, board, f"{n}", n % 3)).pk for n in range(9)]
    since = await current_sequence(owner.account_id)
    follower = Follower(await global_board(owner.actor, board.workflow.pk))
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", MOVES_FOR_EVER, database_url, str(owner.account_id)),
        *(repr(cards), repr([step.pk for step in board.steps])),
    )
    async with asyncio.timeout(40):
        while await current_sequence(owner.account_id) < since + 40:
            assert process.returncode is None
            await asyncio.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    await process.wait()
    # Whoever comes next can write at once, and finds every card where the history left it.
    await update_workflow(owner.actor, board.workflow.pk, 1, name="After")
    told = await changes_after(owner.account_id, since, limit=10_000)
    assert [change.sequence for change in told] == list(range(since + 1, since + 1 + len(told)))
    for change in told[:-1]:
        movement = CardMovement(
            MovementKind.MOVED,
            encode_id("Card", change.subject_id),
            change.at,
            change.actor_name,
            step_id=change.payload["step"],
            after_id=change.payload["after"],
        )
        follower.hear(BoardEvent(change.cursor, cards=[movement]))
    assert follower.steps == await global_board(owner.actor, board.workflow.pk)
    stays = await read.fetch(
        "SELECT card.id FROM card JOIN card_stay ON card_stay.card_id = card.id "
        "AND card_stay.step_id = card.step_id AND card_stay.left_at IS NULL "
        "AND card_stay.entered_at = card.step_entered_at ORDER BY card.id"
    )
    assert [row[0] for row in stays] == cards
    open_stays = await read.fetch_value("SELECT COUNT(*) FROM card_stay WHERE left_at IS NULL")
    assert open_stays == len(cards)
