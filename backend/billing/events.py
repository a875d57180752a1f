"""What happened in billing, as the log keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from backend.core.change_log import Fact


@dataclass(frozen=True, slots=True)
class BillingSettingsUpdated(Fact):
    """``parts`` are the schema's names of what changed; the subject is the account."""

    kind: ClassVar[str] = "account.billing_settings_updated"
    subject_type: ClassVar[str] = "Account"

    version: int
    parts: list[str]


@dataclass(frozen=True, slots=True)
class TaxCreated(Fact):
    kind: ClassVar[str] = "tax.created"
    subject_type: ClassVar[str] = "Tax"

    name: str


@dataclass(frozen=True, slots=True)
class TaxUpdated(Fact):
    kind: ClassVar[str] = "tax.updated"
    subject_type: ClassVar[str] = "Tax"

    version: int
    name: str


@dataclass(frozen=True, slots=True)
class TaxArchived(Fact):
    kind: ClassVar[str] = "tax.archived"
    subject_type: ClassVar[str] = "Tax"

    name: str


@dataclass(frozen=True, slots=True)
class TaxRestored(Fact):
    kind: ClassVar[str] = "tax.restored"
    subject_type: ClassVar[str] = "Tax"

    name: str


@dataclass(frozen=True, slots=True)
class ProductCreated(Fact):
    kind: ClassVar[str] = "product.created"
    subject_type: ClassVar[str] = "Product"

    name: str


@dataclass(frozen=True, slots=True)
class ProductUpdated(Fact):
    kind: ClassVar[str] = "product.updated"
    subject_type: ClassVar[str] = "Product"

    version: int
    name: str


@dataclass(frozen=True, slots=True)
class ProductDeleted(Fact):
    kind: ClassVar[str] = "product.deleted"
    subject_type: ClassVar[str] = "Product"

    name: str


@dataclass(frozen=True, slots=True)
class ProductRestored(Fact):
    kind: ClassVar[str] = "product.restored"
    subject_type: ClassVar[str] = "Product"

    name: str
