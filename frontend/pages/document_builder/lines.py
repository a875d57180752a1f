"""Lines as they are typed, and what of them is saved. Pure: no window, no reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, NamedTuple

from babel import numbers

from frontend.locale import t
from frontend.locale.typed_numbers import read_number, show_number, write_number

MAX_QUANTITY, QUANTITY_DIGITS = Decimal(1_000_000), 4
MAX_PERCENT, PERCENT_DIGITS = Decimal(100), 3
MAX_PRICE_MINOR = 100_000_000_000
ITEM, HEADING, TEXT = "ITEM", "HEADING", "TEXT"
TYPED = frozenset({"name", "description", "quantity", "unit", "price", "discount", "tax_id"})
"""The fields of a line that somebody types or chooses in it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line, its numbers as typed in the reader's language.

    Inputs keep their own text: ``generation`` grows when other texts are put into them. ``opened``
    shows the description, the unit and the discount though they are empty.
    """

    key: str
    kind: str = ITEM
    name: str = ""
    description: str = ""
    quantity: str = "1"
    unit: str = ""
    price: str = ""
    discount: str = ""
    tax_id: str = ""
    product_id: str = ""
    opened: bool = False
    generation: int = 0

    @property
    def is_blank(self) -> bool:
        """Whether nobody has written anything in it: it is not saved."""
        texts = (self.name, self.description, self.unit, self.price, self.discount)
        return not any(text.strip() for text in texts) and self.quantity.strip() in ("", "1")

    @property
    def shows_details(self) -> bool:
        """Whether its second row is shown."""
        return self.opened or any((self.description, self.unit, self.discount))


class Reading(NamedTuple):
    """A line as the API takes it, and the words for what cannot be read, by field."""

    values: dict[str, Any]
    problems: dict[str, str]


def read_line(line: Line, currency: str) -> Reading:
    """Return what is saved of a line; a number that cannot be read counts as nought."""
    values: dict[str, Any] = {"key": line.key, "kind": line.kind, "name": line.name.strip() or None}
    values["description"] = line.description.strip() or None
    if line.kind != ITEM:
        return Reading(values, {})
    problems: dict[str, str] = {}
    digits = currency_digits(currency)
    price_most = Decimal(MAX_PRICE_MINOR).scaleb(-digits)
    quantity = _number(line.quantity, "quantity", MAX_QUANTITY, QUANTITY_DIGITS, problems)
    price = _number(line.price, "price", price_most, digits, problems)
    discount = _number(line.discount, "discount", MAX_PERCENT, PERCENT_DIGITS, problems)
    values |= {
        "quantity": plain(quantity),
        "unit": line.unit.strip() or None,
        "unitPriceMinor": int(price.scaleb(digits)),
        "discountPercent": plain(discount),
        "taxId": line.tax_id or None,
        "productId": line.product_id or None,
    }
    return Reading(values, problems)


def read_percent(typed: str) -> tuple[Decimal, str | None]:
    """Return a document's discount as typed, and the words for why it cannot be taken."""
    problems: dict[str, str] = {}
    percent = _number(typed, "discount", MAX_PERCENT, PERCENT_DIGITS, problems)
    return percent, problems.get("discount")


def _number(typed: str, name: str, most: Decimal, digits: int, problems: dict[str, str]) -> Decimal:
    """Return a typed number from nought to the most; nought, and words, where it is none."""
    if not typed.strip():
        return Decimal(0)
    number = read_number(typed) if len(typed) <= 40 else None
    if number is None:
        problems[name] = t("This is no number.")
    elif not 0 <= number <= most:
        problems[name] = t("Between {minimum} and {maximum}.", minimum="0", maximum=_shown(most))
    elif number != round(number, digits):
        problems[name] = t("At most {maximum} digits after the decimal sign.", maximum=digits)
    else:
        return number
    return Decimal(0)


def _shown(number: Decimal) -> str:
    return show_number(number.to_integral_value())


def currency_digits(currency: str) -> int:
    """Return how many digits follow the decimal sign of a currency's prices."""
    return numbers.get_currency_precision(currency)


def written_price(minor: int, currency: str) -> str:
    """Return a price as somebody would type it; nothing for nought."""
    return write_number(Decimal(minor).scaleb(-currency_digits(currency))) if minor else ""


def saved_values(saved: Mapping[str, Any], key: str) -> dict[str, Any]:
    """Return a line of a saved draft as it would be sent; one that has no key gets this one."""
    values = {name: saved[name] for name in ("kind", "name", "description")}
    values["key"] = key
    if saved["kind"] == ITEM:
        values |= {
            "quantity": plain(Decimal(saved["quantity"])),
            "unit": saved["unit"],
            "unitPriceMinor": saved["unitPrice"]["minor"],
            "discountPercent": plain(Decimal(saved["discountPercent"])),
            "taxId": saved["taxId"],
            "productId": saved["productId"],
        }
    return values


def typed_line(values: Mapping[str, Any], currency: str, generation: int = 0) -> Line:
    """Return a line as somebody would have typed it."""
    if values["kind"] != ITEM:
        return Line(
            values["key"],
            values["kind"],
            values["name"] or "",
            values["description"] or "",
            generation=generation,
        )
    discount = Decimal(values["discountPercent"])
    return Line(
        values["key"],
        ITEM,
        values["name"] or "",
        values["description"] or "",
        write_number(Decimal(values["quantity"])),
        values["unit"] or "",
        written_price(values["unitPriceMinor"], currency),
        write_number(discount) if discount else "",
        values["taxId"] or "",
        values["productId"] or "",
        generation=generation,
    )


def plain(number: Decimal) -> str:
    """Return a number without an exponent and without zeros at its end."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def filled(line: Line, product: Mapping[str, Any], currency: str) -> Line:
    """Return a line filled from a product; a price in another currency is left out."""
    price = product["price"]
    tax = product["tax"]
    return replace(
        line,
        name=product["name"],
        description=product["description"] or "",
        unit=product["unit"] or "",
        price=written_price(price["minor"], currency) if price["currency"] == currency else "",
        tax_id=tax["id"] if tax and not tax["isArchived"] else line.tax_id,
        product_id=product["id"],
    )
