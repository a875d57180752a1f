"""What can be done with lines as wholes: added, moved, doubled, deleted, filled from products."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple
from uuid import uuid4

from frontend.client import OperationFailed
from frontend.errors import explain, report
from frontend.locale import t
from frontend.operations import load
from frontend.pages.document_builder.lines import (
    HEADING,
    ITEM,
    TEXT,
    Line,
    filled,
    read_line,
)
from frontend.pages.document_builder.state import OpenDraft
from frontend.store import Store

MAX_LINES = 500
OFFERED = 8
KEY_LENGTH = 24
Product = Mapping[str, Any]


class Offers(NamedTuple):
    """Products that a typed text finds; ``can_keep`` when the line could become one."""

    line: str = ""
    text: str = ""
    products: tuple[Product, ...] = ()
    can_keep: bool = False


@dataclass(eq=False)
class LineActs:
    """Acts on the lines of a draft, told by the browser (static/islands/builder_lines.js)."""

    draft: OpenDraft
    offers: Store[Offers] = field(default_factory=lambda: Store(Offers()))

    def add(self, kind: str, after: str, key: str) -> None:
        """Put a new line behind another, or at the end; ``key`` is the browser's."""
        keys = list(self.draft.order.value)
        is_new = 0 < len(key) <= KEY_LENGTH and key not in self.draft.lines
        if kind not in (ITEM, HEADING, TEXT) or not is_new or self._is_full():
            return
        keys.insert(keys.index(after) + 1 if after in keys else len(keys), key)
        self.draft.set_order(keys, [self.draft.blank_line(kind, key)])

    def move(self, key: str, place: int) -> None:
        """Put a line at a place, counted without it."""
        keys = [each for each in self.draft.order.value if each != key]
        if key in self.draft.lines:
            keys.insert(max(0, min(place, len(keys))), key)
            self.draft.set_order(keys)

    def duplicate(self, key: str) -> None:
        """Put a copy of a line behind it."""
        if key in self.draft.lines and not self._is_full():
            keys = list(self.draft.order.value)
            copy = replace(self.draft.lines[key].value, key=uuid4().hex[:12], generation=0)
            keys.insert(keys.index(key) + 1, copy.key)
            self.draft.set_order(keys, [copy])

    def delete(self, key: str) -> None:
        """Take a line off; a blank one without a word."""
        if key not in self.draft.lines:
            return
        keys = list(self.draft.order.value)
        place, line = keys.index(key), self.draft.lines[key].value
        keys.remove(key)
        spare = [] if keys else [self.draft.blank_line()]
        self.draft.set_order(keys or [spare[0].key], spare)
        self._focus_beside(keys, place)
        if not line.is_blank:
            self.draft.session.toasts.show(
                t("Line deleted"), kind="success", undo=lambda: self._bring_back(line, place)
            )

    def _bring_back(self, line: Line, place: int) -> None:
        keys = [key for key in self.draft.order.value if key != line.key]
        keys.insert(min(place, len(keys)), line.key)
        self.draft.set_order(keys, [line])

    def _focus_beside(self, keys: list[str], place: int) -> None:
        if keys:
            beside = keys[min(place, len(keys) - 1)]
            self.draft.session.command("focus", id=f"line-{beside}-name")

    def _is_full(self) -> bool:
        if len(self.draft.order.value) < MAX_LINES:
            return False
        words = t("A document has at most {count} lines.", count=MAX_LINES)
        self.draft.session.toasts.show(words, kind="error")
        return True

    def open(self, key: str) -> None:
        """Show the second row of a line, or hide it when nothing stands in it."""
        if key in self.draft.lines:
            line = self.draft.lines[key].value
            self.draft.put_line(replace(line, opened=not line.shows_details))
            if not line.shows_details:
                self.draft.session.command("focus", id=f"line-{key}-description")

    # Products

    async def look(self, key: str, text: str) -> None:
        """Offer the products that a text finds."""
        if key not in self.draft.lines:
            return
        try:
            data = await self.draft.session.client.run(
                load("billing/offer_products"), {"search": text.strip(), "first": OFFERED}
            )
        except OperationFailed as error:
            report(error, self.draft.session)
            return
        found = tuple(edge["node"] for edge in data["products"]["edges"])
        is_known = any(each["name"].casefold() == text.strip().casefold() for each in found)
        self.offers.set(Offers(key, text, found, bool(text.strip()) and not is_known))

    def pick(self, key: str, product_id: str) -> None:
        """Fill a line from an offered product, and go on to its quantity."""
        product = next((p for p in self.offers.value.products if p["id"] == product_id), None)
        if product is not None and key in self.draft.lines:
            # Under another key its inputs are others too, after a lost connection as well.
            line = replace(self.draft.lines[key].value, key=uuid4().hex[:12], generation=0)
            made = filled(line, product, self.draft.head.value.currency)
            keys = [made.key if each == key else each for each in self.draft.order.value]
            self.draft.set_order(keys, [made])
            self.draft.session.command("focus", id=f"line-{made.key}-quantity", select=True)

    async def keep(self, key: str) -> None:
        """Make a product of a line."""
        if key not in self.draft.lines:
            return
        line, currency = self.draft.lines[key].value, self.draft.head.value.currency
        values, problems = read_line(line, currency)
        if problems:
            self.draft.session.toasts.show(next(iter(problems.values())), kind="error")
            return
        operation = load("billing/create_product")
        given = {
            "name": values["name"] or "",
            "description": values["description"],
            "unit": values["unit"],
            "price": {"minor": values["unitPriceMinor"], "currency": currency},
            "taxId": values["taxId"],
            "idempotencyKey": uuid4().hex,
        }
        try:
            payload = (await self.draft.session.client.run(operation, {"input": given}))[
                operation.field
            ]
        except OperationFailed as error:
            report(error, self.draft.session)
            return
        if payload["errors"]:
            self.draft.session.toasts.show(explain(payload["errors"][0]), kind="error")
            return
        present = self.draft.lines[key].value
        self.draft.put_line(replace(present, product_id=payload["product"]["id"]))
        words = t("{name} is in the products now", name=values["name"])
        self.draft.session.toasts.show(words, kind="success")
