"""What a draft may say: anything that can be kept, however incomplete."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Final

from backend.accounts.rules.places import check_currency, check_locale
from backend.billing.errors import AmountTooLarge, DateOutOfRange, NumberOutOfRange
from backend.billing.limits import (
    CODE_LENGTH,
    LETTERS_OF_A_ROW,
    LINE_LENGTH,
    MAX_HEADER_FIELDS,
    MAX_LINES,
    MAX_QUANTITY,
    MAX_ROWS,
    MAX_TOTAL_MINOR,
    NAME_LENGTH,
    QUANTITY_DIGITS,
    TEXT_LENGTH,
    UNIT_LENGTH,
)
from backend.billing.rules.amounts import check_digits, check_percent, check_price
from backend.billing.rules.content import Content, HeaderField, Line, LineTax
from backend.billing.rules.kinds import LineKind, Supply
from backend.billing.rules.settings import Party, Place, check_days, trimmed_party
from backend.billing.rules.totals import line_total
from backend.core.errors import NotFound, TooLong, TooMany
from backend.core.text import clean_line, clean_lines

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2199, 12, 31)
Path = tuple[str, ...]


class Unset(Enum):
    """What an edit leaves as it is; ``None`` clears it."""

    UNSET = "unset"


UNSET: Final = Unset.UNSET


@dataclass(frozen=True, slots=True)
class LineDraft:
    """A line as somebody writes it; its tax is one of the account's."""

    kind: LineKind = LineKind.ITEM
    name: str | None = None
    description: str | None = None
    quantity: Decimal = Decimal(1)
    unit: str | None = None
    unit_price_minor: int = 0
    discount_percent: Decimal = Decimal(0)
    tax_id: int | None = None
    product_id: int | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True)
class DraftChanges:
    """A change of what a draft says; lines and header fields are replaced whole."""

    contact_id: int | Unset | None = UNSET
    currency: str | Unset = UNSET
    locale: str | Unset = UNSET
    payment_days: int | Unset = UNSET
    title: str | Unset | None = UNSET
    buyer: Party | Unset = UNSET
    issue_date: date | Unset | None = UNSET
    due_date: date | Unset | None = UNSET
    delivered_from: date | Unset | None = UNSET
    delivered_until: date | Unset | None = UNSET
    delivery: Place | Unset | None = UNSET
    supply: Supply | Unset | None = UNSET
    header_fields: Sequence[HeaderField] | Unset = UNSET
    lines: Sequence[LineDraft] | Unset = UNSET
    discount_percent: Decimal | Unset = UNSET
    notes: str | Unset | None = UNSET
    legal_terms: str | Unset | None = UNSET

    def given(self) -> dict[str, Any]:
        """Return what is not left out, but for the contact."""
        values = {name: getattr(self, name) for name in self.__slots__ if name != "contact_id"}
        return {name: value for name, value in values.items() if value is not UNSET}


def changed_content(
    before: Content, changes: DraftChanges, taxes: Mapping[int, LineTax]
) -> Content:
    """Return content with checked changes; ``taxes`` are the account's that the lines name.

    Raises:
        NotFound: a line's tax is none of the account's.
        AmountTooLarge: more than can be reckoned with.
        TooLong, TooMany, TooPrecise, InvalidCharacters, NumberOutOfRange, DateOutOfRange,
        CurrencyUnknown, LocaleUnknown; as ``settings.trimmed_party``
    """
    given = changes.given()
    made = {name: _CLEAN[name](value) for name, value in given.items() if name in _CLEAN}
    if "lines" in given:
        made["lines"] = _clean_lines_of(given["lines"], taxes)
    after = replace(before, **made)
    totals = after.totals
    # A line counts before its discount, that is told too.
    lines = (line_total(each.priced).gross_minor for each in after.items)
    if max(totals.total_minor, totals.lines_minor, *lines) > MAX_TOTAL_MINOR:
        raise AmountTooLarge(("lines",))
    return after


def _clean_lines_of(given: Sequence[LineDraft], taxes: Mapping[int, LineTax]) -> tuple[Line, ...]:
    if len(given) > MAX_LINES:
        raise TooMany(("lines",), maximum=MAX_LINES)
    made = tuple(_clean_line(line, taxes, ("lines", str(at))) for at, line in enumerate(given))
    texts = [each.description for each in made if each.description]
    if sum(text.count("\n") + len(text) // LETTERS_OF_A_ROW for text in texts) > MAX_ROWS:
        raise TooLong(("lines",), maximum=MAX_ROWS * LETTERS_OF_A_ROW)
    return made


def _clean_line(draft: LineDraft, taxes: Mapping[int, LineTax], path: Path) -> Line:
    name = clean_line(draft.name, (*path, "name"), maximum=NAME_LENGTH)
    text = clean_lines(draft.description, (*path, "description"), maximum=TEXT_LENGTH)
    key = clean_line(draft.key, (*path, "key"), maximum=CODE_LENGTH)
    if draft.kind is not LineKind.ITEM:
        return Line(draft.kind, name, text, key=key)
    if draft.tax_id is not None and draft.tax_id not in taxes:
        raise NotFound((*path, "taxId"))
    quantity = draft.quantity
    if not quantity.is_finite() or not 0 <= quantity <= MAX_QUANTITY:
        raise NumberOutOfRange((*path, "quantity"), minimum=0, maximum=MAX_QUANTITY)
    return Line(
        draft.kind,
        name,
        text,
        check_digits(quantity, QUANTITY_DIGITS, (*path, "quantity")),
        clean_line(draft.unit, (*path, "unit"), maximum=UNIT_LENGTH),
        check_price(draft.unit_price_minor, (*path, "unitPriceMinor")),
        check_percent(draft.discount_percent, (*path, "discountPercent")),
        None if draft.tax_id is None else taxes[draft.tax_id],
        draft.product_id,
        key,
    )


def _clean_fields(given: Sequence[HeaderField]) -> tuple[HeaderField, ...]:
    if len(given) > MAX_HEADER_FIELDS:
        raise TooMany(("headerFields",), maximum=MAX_HEADER_FIELDS)
    made = []
    for place, each in enumerate(given):
        path = ("headerFields", str(place))
        label = clean_line(each.label, (*path, "label"), maximum=NAME_LENGTH)
        value = clean_line(each.value, (*path, "value"), maximum=LINE_LENGTH)
        if label and value:
            made.append(HeaderField(label, value))
    return tuple(made)


def _day(name: str) -> Callable[[date | None], date | None]:
    def clean(value: date | None) -> date | None:
        if value is not None and not FIRST_DAY <= value <= LAST_DAY:
            raise DateOutOfRange(
                (name,), earliest=FIRST_DAY.isoformat(), latest=LAST_DAY.isoformat()
            )
        return value

    return clean


def _clean_delivery(place: Place | None) -> Place | None:
    """Return where it is delivered; a place without words is none."""
    clean = None if place is None else trimmed_party(place, ("delivery",))
    return None if clean == Place() else clean


_CLEAN: dict[str, Callable[[Any], Any]] = {
    "currency": check_currency,
    "locale": check_locale,
    "payment_days": lambda days: check_days(days, ("paymentDays",)),
    "title": lambda text: clean_line(text, ("title",), maximum=LINE_LENGTH),
    "buyer": lambda party: trimmed_party(party, ("buyer",)),
    "issue_date": _day("issueDate"),
    "due_date": _day("dueDate"),
    "delivered_from": _day("deliveredFrom"),
    "delivered_until": _day("deliveredUntil"),
    "delivery": _clean_delivery,
    "supply": lambda supply: supply,
    "header_fields": _clean_fields,
    "discount_percent": lambda percent: check_percent(percent, ("discountPercent",)),
    "notes": lambda text: clean_lines(text, ("notes",), maximum=TEXT_LENGTH),
    "legal_terms": lambda text: clean_lines(text, ("legalTerms",), maximum=TEXT_LENGTH),
}
