"""Which cards of a board are shown, as the URL says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

NOBODY = "none"
DUE = {
    "overdue": "OVERDUE",
    "today": "TODAY",
    "week": "THIS_WEEK",
    "none": "NONE",
}
LONGEST_TEXT = 100


@dataclass(frozen=True, slots=True)
class BoardFilter:
    """What the cards that are shown have in common; all of it at once. Empty: every card."""

    text: str = ""
    assignee: str = ""
    """A member's id, or `none` for cards of nobody."""
    label: str = ""
    due: str = ""
    """One of `DUE`."""
    contact: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> BoardFilter:
        """Read it from a URL's query; what makes no sense is left out."""
        due = query.get("due", "")
        return cls(
            text=query.get("q", "").strip()[:LONGEST_TEXT],
            assignee=query.get("assignee", ""),
            label=query.get("label", ""),
            due=due if due in DUE else "",
            contact=query.get("contact", ""),
        )

    @property
    def is_empty(self) -> bool:
        """Whether every card is shown."""
        return self == BoardFilter()

    def variable(self) -> dict[str, Any] | None:
        """Return it as the API is asked."""
        asked: dict[str, Any] = {}
        if self.text:
            asked["text"] = self.text
        if self.assignee == NOBODY:
            asked["unassigned"] = True
        elif self.assignee:
            asked["assigneeIds"] = [self.assignee]
        if self.label:
            asked["labelIds"] = [self.label]
        if self.due:
            asked["due"] = DUE[self.due]
        if self.contact:
            asked["contactId"] = self.contact
        return asked or None


NOTHING: dict[str, str | None] = {
    "q": None,
    "assignee": None,
    "label": None,
    "due": None,
    "contact": None,
}
"""The URL's query without any filter."""
