"""Which cards a board shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from backend.contacts.sql import Sql, like_pattern, values_in
from backend.core.database import Dialect
from backend.core.folding import fold
from backend.workflows.limits import SEARCH_LENGTH
from backend.workflows.rules.kinds import CardDue

ON_BOARD = "card.archived_at IS NULL AND card.deleted_at IS NULL AND card.hidden_at IS NULL"
ARCHIVED = "card.archived_at IS NOT NULL AND card.deleted_at IS NULL AND card.hidden_at IS NULL"


@dataclass(frozen=True, slots=True)
class CardFilter:
    """All of these hold; what is empty asks for nothing.

    ``assignee_ids`` are people's keys, and 0 asks for what is nobody's: any of them will do, as of
    ``label_ids``. The days that cards are due are both included; ``today`` is the viewer's.
    """

    text: str = ""
    assignee_ids: frozenset[int] = frozenset()
    label_ids: frozenset[int] = frozenset()
    due: CardDue | None = None
    due_from: date | None = None
    due_until: date | None = None
    contact_id: int | None = None
    archived: bool = False
    today: date = date.min

    def conditions(self, dialect: Dialect) -> Sql:
        """Return what is asked of rows of ``card`` beside their step."""
        parts = [
            Sql(ARCHIVED if self.archived else ON_BOARD),
            *self._people(dialect),
            *self._due(),
            *self._words(),
        ]
        if self.label_ids:
            chosen = values_in("card_label.label_id", self.label_ids, dialect)
            parts.append(
                Sql(
                    "EXISTS (SELECT 1 FROM card_label WHERE card_label.card_id = card.id "  # noqa: S608
                    f"AND {chosen.text})",
                    chosen.params,
                )
            )
        return Sql(
            " AND ".join(part.text for part in parts),
            tuple(param for part in parts for param in part.params),
        )

    def _people(self, dialect: Dialect) -> list[Sql]:
        parts: list[Sql] = []
        named = self.assignee_ids - {0}
        if self.assignee_ids:
            chosen = values_in("card.assignee_id", named, dialect)
            nobody = "card.assignee_id IS NULL OR " if 0 in self.assignee_ids else ""
            parts.append(Sql(f"({nobody}{chosen.text})", chosen.params))
        if self.contact_id is not None:
            parts.append(
                Sql(
                    "(card.contact_id = ? OR EXISTS (SELECT 1 FROM card_contact "
                    "WHERE card_contact.card_id = card.id AND card_contact.contact_id = ?))",
                    (self.contact_id, self.contact_id),
                )
            )
        return parts

    def _due(self) -> list[Sql]:
        if self.due is CardDue.NONE:
            return [Sql("card.due_on IS NULL")]
        since, until = self.due_from, self.due_until
        if self.due is CardDue.OVERDUE:
            until = _earlier(until, self.today - timedelta(days=1))
        elif self.due is CardDue.TODAY:
            since, until = _later(since, self.today), _earlier(until, self.today)
        elif self.due is CardDue.THIS_WEEK:
            sunday = self.today + timedelta(days=6 - self.today.weekday())
            since, until = _later(since, self.today), _earlier(until, sunday)
        found: list[tuple[str, Any]] = []
        if since is not None:
            found.append((">=", since))
        if until is not None:
            found.append(("<=", until))
        return [Sql(f"card.due_on {sign} ?", (day.isoformat(),)) for sign, day in found]

    def _words(self) -> list[Sql]:
        parts = []
        for word in fold(self.text[:SEARCH_LENGTH]).split():
            pattern = like_pattern(word)
            parts.append(
                Sql(
                    "(card.title_key LIKE ? ESCAPE '\\' OR EXISTS (SELECT 1 FROM contact AS named "
                    "WHERE named.id = card.contact_id AND (named.given_key || ' ' || "
                    "named.family_key || ' ' || named.company_key) LIKE ? ESCAPE '\\'))",
                    (pattern, pattern),
                )
            )
        return parts


EVERY_CARD = CardFilter()


def _later(one: date | None, other: date) -> date:
    return other if one is None else max(one, other)


def _earlier(one: date | None, other: date) -> date:
    return other if one is None else min(one, other)
