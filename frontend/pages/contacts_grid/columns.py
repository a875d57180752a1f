"""The columns of the list: which there are, which of them a user sees, in which order and how wide.

The choice is kept per user under one preference:
`{"order": ["company", …], "widths": {"company": 180}}`.
The name always comes first; it is what a row is. A custom field's column has the field's global id
behind `custom:`.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from frontend.locale import t
from frontend.pages.contacts_grid.listing import CUSTOM

PREFERENCE = "contacts.columns"
NARROWEST, WIDEST = 72, 640
TICK_WIDTH = 44


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `needs` names the relation that the operation must read for it; `sort` a sort of
    the listing.
    """

    id: str
    label: Callable[[], str]
    width: int
    sort: str | None = None
    needs: str | None = None


COLUMNS = (
    Column("name", lambda: t("Name"), 248, sort="given"),
    Column("company", lambda: t("Company"), 176, sort="company"),
    Column("position", lambda: t("Position"), 168),
    Column("email", lambda: t("E-mail"), 232, needs="emails"),
    Column("phone", lambda: t("Phone"), 152, needs="phones"),
    Column("labels", lambda: t("Labels"), 192, needs="labels"),
    Column("subscription", lambda: t("Subscription"), 152, needs="emails"),
    Column("city", lambda: t("City"), 144, needs="addresses"),
    Column("country", lambda: t("Country"), 128, needs="addresses"),
    Column("activity", lambda: t("Last activity"), 136, sort="activity"),
    Column("created", lambda: t("Created"), 136, sort="created"),
)
TRASH_COLUMNS = (
    Column("deleted", lambda: t("Deleted", context="when"), 152, needs="trash"),
    Column("deletedby", lambda: t("Deleted by"), 168, needs="trash"),
    Column("erased", lambda: t("Gone for good"), 160, needs="trash"),
)
"""What the trash tells of contacts, instead of what a user chose."""

BY_ID = {column.id: column for column in (*COLUMNS, *TRASH_COLUMNS)}
FIRST_SHOWN = ("company", "email", "phone", "labels", "activity")
TRASH_SHOWN = ("deleted", "deletedby", "erased", "company", "email", "phone")
RELATIONS = ("emails", "phones", "labels", "addresses", "trash")
CUSTOM_WIDTH = 168
MOST_CUSTOM = 100
"""How many custom fields the API reads at once."""


def custom_column(field: Mapping[str, Any]) -> Column:
    """Return the column of a custom field."""
    name, column_id = field["name"], f"{CUSTOM}{field['id']}"
    return Column(column_id, lambda: name, CUSTOM_WIDTH, sort=column_id)


def all_columns(fields: Sequence[Mapping[str, Any]]) -> dict[str, Column]:
    """Return the columns that there are, by id: everybody's, then the account's own."""
    return {**BY_ID, **{column.id: column for column in map(custom_column, fields)}}


def is_column(column_id: Any) -> bool:
    """Tell whether a text names a column; one of a custom field may be gone."""
    return isinstance(column_id, str) and (column_id in BY_ID or column_id.startswith(CUSTOM))


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """The columns that a user sees, the name first, and the widths that are not the usual ones."""

    shown: tuple[str, ...] = ("name", *FIRST_SHOWN)
    widths: tuple[tuple[str, int], ...] = ()

    @classmethod
    def parse(cls, value: Any) -> ColumnChoice:
        """Read the stored preference; what is unknown in it is left out."""
        if not isinstance(value, Mapping):
            return cls()
        order, widths = value.get("order"), value.get("widths")
        shown = [c for c in order if is_column(c)] if isinstance(order, list) else list(FIRST_SHOWN)
        kept = widths.items() if isinstance(widths, Mapping) else ()
        return cls(
            _name_first(shown),
            tuple((c, _bounded(w)) for c, w in kept if is_column(c) and isinstance(w, int | float)),
        )

    def stored(self) -> dict[str, Any]:
        """Return the value of the preference."""
        return {"order": list(self.shown), "widths": dict(self.widths)}

    def width(self, column_id: str) -> int:
        usual = BY_ID[column_id].width if column_id in BY_ID else CUSTOM_WIDTH
        return dict(self.widths).get(column_id, usual)

    def known(self, fields: Sequence[Mapping[str, Any]]) -> ColumnChoice:
        """Return the choice without the columns of custom fields that are gone."""
        there = all_columns(fields)
        return self.with_order([c for c in self.shown if c in there])

    def showing(self, columns: Sequence[str] | None) -> ColumnChoice:
        """Return the choice with these columns behind the name, None for its own."""
        return self if columns is None else self.with_order(list(columns))

    def following(self, there: Container[str], lost: MutableMapping[str, int]) -> ColumnChoice:
        """Return the choice without columns that are not there; they are noted in `lost` with their
        place, and are back at it once they are there again.
        """
        order = [c for c in self.shown if c in there]
        for column_id in sorted((c for c in lost if c in there), key=lost.__getitem__):
            place = lost.pop(column_id)
            if column_id not in order:
                order.insert(place, column_id)
        lost.update({c: self.shown.index(c) for c in self.shown if c not in there})
        return self.with_order(order)

    def with_order(self, order: list[str]) -> ColumnChoice:
        """Return the choice with these columns shown, in this order."""
        return replace(self, shown=_name_first([c for c in order if is_column(c)]))

    def with_width(self, column_id: str, width: float) -> ColumnChoice:
        """Return the choice with a column made wider or narrower."""
        if not is_column(column_id):
            return self
        widths = {**dict(self.widths), column_id: _bounded(width)}
        return replace(self, widths=tuple(widths.items()))

    def toggled(self, column_id: str) -> ColumnChoice:
        """Return the choice with a column hidden, or shown after the others."""
        if column_id in self.shown:
            return self.with_order([c for c in self.shown if c != column_id])
        return self.with_order([*self.shown, column_id])

    def moved(self, column_id: str, by: int) -> ColumnChoice:
        """Return the choice with a column moved some places towards the end, or the start when
        negative.
        """
        others = [c for c in self.shown if c != column_id]
        if column_id == "name" or len(others) == len(self.shown):
            return self
        place = max(1, min(len(others), self.shown.index(column_id) + by))
        return self.with_order([*others[:place], column_id, *others[place:]])

    @property
    def template(self) -> str:
        """The tracks of the CSS grid that all rows follow."""
        tracks = [f"{TICK_WIDTH}px", *(f"{self.width(c)}px" for c in self.shown)]
        return " ".join([*tracks, "minmax(0, 1fr)"])

    @property
    def relations(self) -> dict[str, Any]:
        """Which relations and custom fields the operation must read, as its variables."""
        needed = {BY_ID[column_id].needs for column_id in self.shown if column_id in BY_ID}
        custom = [c.removeprefix(CUSTOM) for c in self.shown if c not in BY_ID]
        return {
            **{relation: relation in needed for relation in RELATIONS},
            "values": bool(custom),
            "fields": custom[:MOST_CUSTOM],
        }


def _name_first(order: list[str]) -> tuple[str, ...]:
    return ("name", *dict.fromkeys(column_id for column_id in order if column_id != "name"))


def _bounded(width: float) -> int:
    return round(max(NARROWEST, min(WIDEST, width)))
