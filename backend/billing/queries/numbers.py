"""The numbers that documents are given next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from backend.billing.queries.documents import today_of
from backend.billing.queries.ledger import series_of
from backend.billing.rules.kinds import DocumentKind, Restart
from backend.billing.rules.numbering import Numbering, number_text
from backend.core.permissions import Actor, Permission


@dataclass(frozen=True, slots=True)
class NextNumber:
    """What a document of a kind is called when it is issued today, and whether any has a number."""

    kind: DocumentKind
    next_number: str
    is_begun: bool


async def next_numbers(actor: Actor, numbering: Sequence[Numbering]) -> list[NextNumber]:
    """Return the next number of each kind, if documents were numbered so; patterns are sound."""
    actor.require(Permission.READ)
    year = (await today_of(actor)).year
    last = {(row[0], row[1]): row[3] for row in await series_of(actor.account_id)}
    begun = {kind for kind, _ in last}
    made: list[NextNumber] = []
    for each in numbering:
        series = (each.kind.value, year if each.restart is Restart.YEARLY else 0)
        is_begun = each.kind.value in begun
        taken = last.get(series, 0 if is_begun else each.start_at - 1)
        made.append(NextNumber(each.kind, number_text(each.pattern, year, taken + 1), is_begun))
    return made
