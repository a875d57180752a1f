"""A draft as one window writes it: what is typed, what is saved of it, what it adds up to."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from frontend.client import OperationFailed
from frontend.errors import report
from frontend.locale import current_locale
from frontend.operations import load
from frontend.pages.document_builder.amounts import Amounts, amounts_of
from frontend.pages.document_builder.head import NAMES, Head, blank_head, buyer_of, head_of
from frontend.pages.document_builder.lines import (
    ITEM,
    TYPED,
    Line,
    read_line,
    saved_values,
    typed_line,
)
from frontend.pages.document_builder.merging import merged_fields, merged_lines
from frontend.session import Session
from frontend.store import Store

Document = Mapping[str, Any]
FIRST = "first"
"""The key of the line of an empty document: the same again after a lost connection."""
NO_SUCH = frozenset({"BAD_USER_INPUT", "NOT_FOUND"})
KINDS = {"invoices": "INVOICE", "quotes": "QUOTE"}


@dataclass(frozen=True, slots=True)
class Content:
    """What a draft says, as the API takes it."""

    head: Mapping[str, Any] = field(default_factory=dict)
    lines: Sequence[Mapping[str, Any]] = ()

    def changes(self, since: Content) -> dict[str, Any]:
        """Return what differs from before, under the names of the input."""
        changed = {
            NAMES[name]: value
            for name, value in self.head.items()
            if name not in since.head or since.head[name] != value
        }
        if list(self.lines) != list(since.lines):
            changed["lines"] = list(self.lines)
        return changed


@dataclass(frozen=True, slots=True)
class Clash:
    """What somebody else changed too: names of fields, keys of lines."""

    document: Document
    names: tuple[str, ...]
    keys: tuple[str, ...]


@dataclass(eq=False)
class OpenDraft:
    """A draft on the page; without an id it is not saved yet.

    Inputs keep their own text, so that what is typed changes no store that draws them; other text
    is put into them by a number that grows (``redrawn``, ``Line.generation``).
    """

    session: Session
    kind: str
    document_id: str = ""
    contact_id: str = ""
    version: int = 0
    saved_at: str = ""
    """When it was saved last before it was read."""
    base: Content = field(default_factory=Content)
    """What the server has, in the words of this window."""
    cursor: str | None = None
    drafting: Mapping[str, Any] = field(default_factory=dict)
    """The settings and taxes."""
    today: date = date.min
    status: Store[str] = field(default_factory=lambda: Store(""))
    """Empty until it was read."""
    missing: Store[bool] = field(default_factory=lambda: Store(False))
    head: Store[Head] = field(default_factory=lambda: Store(Head("", "", 0)))
    order: Store[tuple[str, ...]] = field(default_factory=lambda: Store[tuple[str, ...]](()))
    lines: dict[str, Store[Line]] = field(default_factory=dict)
    redrawn: Store[Mapping[str, int]] = field(default_factory=lambda: Store[Mapping[str, int]]({}))
    """How often other text was put into a field of the head."""
    amounts: Store[Amounts] = field(default_factory=lambda: Store(Amounts("")))
    refused: Store[Mapping[str, str]] = field(default_factory=lambda: Store[Mapping[str, str]]({}))
    """The words of what the API did not take, by path; lines by their keys."""
    clash: Store[Clash | None] = field(default_factory=lambda: Store[Clash | None](None))
    saved: Store[tuple[int, str]] = field(default_factory=lambda: Store((0, "")))
    """The version that the server has, and the path of its PDF."""
    changed: Any = lambda: None
    """Called when something was typed or chosen: it is to be saved."""
    _reckoning: asyncio.Task[None] | None = None
    _reckon_again: bool = False

    # Reading

    async def read(self) -> None:
        """Read the draft, or begin a new one."""
        client = self.session.client
        self.drafting = await client.run(load("billing/read_drafting"))
        self.today = datetime.now(ZoneInfo(self._account_zone())).date()
        if not self.document_id:
            await self._begin()
            return
        try:
            data = await client.run(load("billing/read_draft"), {"id": self.document_id})
        except OperationFailed as error:
            if error.code not in NO_SUCH:
                raise
            data = {"billingDocument": None, "viewer": None}
        if (document := data["billingDocument"]) is None:
            self.missing.set(True)
            return
        self.cursor = (data["viewer"] or {}).get("cursor")
        self.take(document)

    def _account_zone(self) -> str:
        viewer = self.session.viewer.value
        return viewer.account.time_zone if viewer else "UTC"

    async def _begin(self) -> None:
        viewer = self.session.viewer.value
        locale = viewer.account.locale if viewer else current_locale()
        head = blank_head(self.kind, self.drafting, locale)
        # Nothing of a new one is saved: all of it goes along with the first save.
        self.base = Content(self._content(head, ()).head)
        if self.contact_id:
            head = replace(head, contact_id=self.contact_id)
            head = await self.with_buyer(head)
        self.head.set(head)
        self._show([self.blank_line(key=FIRST)])
        self.reckon_soon()
        self.status.set("DRAFT")

    async def with_buyer(self, head: Head) -> Head:
        """Return the head with what is known of its contact as the buyer."""
        asked = {"contactId": head.contact_id}
        try:
            found = (await self.session.client.run(load("billing/read_buyer"), asked))[
                "billingBuyer"
            ]
        except OperationFailed as error:
            if error.code not in NO_SUCH:
                raise
            found = None
        return replace(head, buyer=buyer_of(found)) if found else replace(head, contact_id="")

    def take(self, document: Document) -> None:
        """Show a draft as the server has it."""
        self.kind, self.saved_at = document["kind"], document["updatedAt"]
        head, lines = head_of(document), values_of(document)
        self._remember(document, head, lines)
        self.head.set(head)
        self._show(
            [typed_line(values, head.currency) for values in lines] or [self.blank_line(key=FIRST)]
        )
        self.reckon_soon()
        self.status.set(document["status"])

    def _remember(self, document: Document, head: Head, lines: Sequence[Mapping[str, Any]]) -> None:
        self.document_id, self.version = document["id"], document["version"]
        self.base = Content({name: head.input(name) for name in NAMES}, lines)
        self.saved.set((self.version, document["pdfUrl"]))

    def _show(self, lines: Sequence[Line]) -> None:
        """Show these lines and no others."""
        stores = {line.key: self.lines.get(line.key) or Store(line) for line in lines}
        for line in lines:
            stores[line.key].set(line)
        self.lines = stores
        self.order.set(tuple(stores))

    def blank_line(self, kind: str = ITEM, key: str = "") -> Line:
        """Return a new line, an item with the default tax."""
        taxes = self.drafting.get("taxes", ())
        usual = next((tax["id"] for tax in taxes if tax["isDefault"] and not tax["isArchived"]), "")
        return Line(key or uuid4().hex[:12], kind, tax_id=usual if kind == ITEM else "")

    # What is typed

    def set_head(self, name: str, value: Any, *, redraw: bool = False) -> None:
        """Take a field of the head; ``redraw`` where the text did not come from its own input."""
        self.head.set(replace(self.head.value, **{name: value}))
        if redraw:
            self.redraw([name])
        self.refused.update(lambda known: {k: v for k, v in known.items() if k != NAMES[name]})
        if name in ("discount", "currency"):
            self.reckon_soon()
        self.changed()

    def redraw(self, names: Sequence[str]) -> None:
        """Put the present texts into inputs that show others."""
        self.redrawn.update(
            lambda known: {**known, **{name: known.get(name, 0) + 1 for name in names}}
        )

    def type_line(self, key: str, name: str, text: str) -> None:
        """Take a field of a line as it was typed into its own input."""
        store = self.lines.get(key)
        if store is None or name not in TYPED:
            return
        typed: dict[str, Any] = {name: text}
        store.set(replace(store.value, **typed))
        path = f"lines.{key}."
        if any(known.startswith(path) for known in self.refused.value):
            self.refused.update(
                lambda known: {k: v for k, v in known.items() if not k.startswith(path)}
            )
        if name not in ("name", "description", "unit"):
            self.reckon_soon()
        self.changed()

    def put_line(self, line: Line) -> None:
        """Put other texts into a line."""
        if line.key in self.lines:
            self.lines[line.key].set(line)
            self.reckon_soon()
            self.changed()

    def set_order(self, keys: Sequence[str], lines: Sequence[Line] = ()) -> None:
        """Show the lines in another order, with new ones or without some."""
        for line in lines:
            self.lines[line.key] = Store(line)
        self.lines = {key: self.lines[key] for key in keys}
        self.order.set(tuple(keys))
        self.reckon_soon()
        self.changed()

    # What is saved

    def content(self) -> Content:
        """Return what is typed, as the API takes it."""
        kept = (store.value for store in self.lines.values())
        return self._content(self.head.value, [line for line in kept if not line.is_blank])

    def _content(self, head: Head, lines: Sequence[Line]) -> Content:
        values = {name: head.input(name) for name in NAMES}
        return Content(values, [read_line(line, head.currency).values for line in lines])

    def settle(self, document: Document, sent: Content) -> None:
        """Remember what was saved: the words that were sent, and the version they became."""
        self.document_id, self.version = document["id"], document["version"]
        self.base = sent
        self.refused.set({})
        self.saved.set((self.version, document["pdfUrl"]))

    async def catch_up(self) -> None:
        """Take in what was saved elsewhere."""
        data = await self.session.client.run(load("billing/read_draft"), {"id": self.document_id})
        document = data["billingDocument"]
        if document is None:
            self.missing.set(True)
        elif document["version"] > self.version:
            self.merge(document)

    def merge(self, theirs: Document) -> None:
        """Take in what somebody else saved, beside what is typed here and not saved yet."""
        if theirs["status"] != "DRAFT":
            self.take(theirs)
            return
        mine, head, lines = self.content(), head_of(theirs), values_of(theirs)
        there = {name: head.input(name) for name in NAMES}
        taken, disputed = merged_fields(self.base.head, mine.head, there)
        typed = [self._own(key) for key in self.order.value]
        merged = merged_lines(self.base.lines, typed, lines)
        self._remember(theirs, head, lines)
        self.take_head(head, taken)
        self.take_lines(merged.lines)
        if disputed or merged.disputed:
            self.clash.set(Clash(theirs, disputed, merged.disputed))

    def _own(self, key: str) -> Mapping[str, Any]:
        return read_line(self.lines[key].value, self.head.value.currency).values

    def take_head(self, head: Head, names: Sequence[str] | frozenset[str]) -> None:
        """Show some fields as another head has them."""
        known = {each.name for each in fields(Head)} & set(names)
        if known:
            self.head.set(replace(self.head.value, **{name: getattr(head, name) for name in known}))
            self.redraw(sorted(known))

    def take_lines(self, lines: Sequence[Mapping[str, Any]]) -> None:
        """Show these lines; those that say what is typed already keep their inputs."""
        shown = []
        for values in lines:
            known = self.lines.get(values["key"])
            if known is not None and self._own(values["key"]) == values:
                shown.append(known.value)
            else:
                generation = known.value.generation + 1 if known else 0
                shown.append(typed_line(values, self.head.value.currency, generation))
        self._show(shown or [self.blank_line(key=FIRST)])
        self.reckon_soon()

    # What it adds up to

    def reckon_soon(self) -> None:
        """Have the amounts reckoned; what is typed meanwhile is reckoned right after."""
        self._reckon_again = True
        if self._reckoning is None:
            self._reckoning = asyncio.get_running_loop().create_task(self._reckon())

    async def _reckon(self) -> None:
        try:
            while self._reckon_again:
                self._reckon_again = False
                await self._reckon_once()
        except OperationFailed as error:
            if error.code not in NO_SUCH:
                report(error, self.session)
        finally:
            self._reckoning = None

    async def _reckon_once(self) -> None:
        currency = self.head.value.currency
        items = [store.value for store in self.lines.values() if store.value.kind == ITEM]
        lines = [_priced(read_line(line, currency).values) for line in items]
        asked = {
            "currency": currency,
            "lines": lines,
            "discountPercent": self.head.value.input("discount"),
        }
        found = await self.session.client.run(load("billing/reckon_lines"), {"input": asked})
        keys = [line.key for line in items]
        self.amounts.set(amounts_of(found["billingTotals"], keys, currency))


def _priced(values: Mapping[str, Any]) -> dict[str, Any]:
    names = ("quantity", "unitPriceMinor", "discountPercent", "taxId")
    return {name: values[name] for name in names}


def values_of(document: Document) -> list[dict[str, Any]]:
    """Return the lines of a saved draft, each with a key of its own."""
    taken: set[str] = set()
    result = []
    for place, line in enumerate(document["lines"]):
        key = line["key"] or f"l{place}"
        if key in taken:
            key = f"{key}-{place}"
        taken.add(key)
        result.append(saved_values(line, key))
    return result
