"""What a seller says once: who sells, where money goes, how documents are numbered and worded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, TypeVar

import orjson

from backend.accounts.errors import EmailInvalid
from backend.accounts.rules.places import check_country, check_currency, check_locale
from backend.billing.errors import NumberOutOfRange
from backend.billing.limits import (
    LINE_LENGTH,
    MAX_DAYS,
    MAX_HEADER_FIELDS,
    NAME_LENGTH,
    TEXT_LENGTH,
)
from backend.billing.rules.identity import (
    clean_bic,
    clean_fiscal_code,
    clean_iban,
    clean_registration,
    clean_vat_number,
)
from backend.billing.rules.kinds import DocumentKind, Restart, Supply
from backend.billing.rules.look import NO_LOOK, Look, check_accent, look_from
from backend.billing.rules.numbering import Numbering, check_numbering
from backend.contacts.emails import normalize_email
from backend.core.errors import Required, TooMany
from backend.core.text import clean_line, clean_lines


@dataclass(frozen=True, slots=True)
class Party:
    """A seller (BG-4) or buyer (BG-7), with its postal address and its identifiers."""

    name: str | None = None
    street: str | None = None
    extended: str | None = None
    postal_code: str | None = None
    city: str | None = None
    region: str | None = None
    country: str | None = None
    email: str | None = None
    phone: str | None = None
    registration_number: str | None = None
    vat_number: str | None = None
    fiscal_code: str | None = None
    electronic_address: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is delivered (BG-13, BG-15), and to whom (BT-70)."""

    name: str | None = None
    street: str | None = None
    extended: str | None = None
    postal_code: str | None = None
    city: str | None = None
    region: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Seller(Party):
    """A seller, with what the law of its country wants on its documents (BT-33)."""

    legal_form: str | None = None
    share_capital: str | None = None
    register_entry: str | None = None
    website: str | None = None


@dataclass(frozen=True, slots=True)
class Bank:
    """Where money goes (BG-17), and what else is said about paying."""

    holder: str | None = None
    iban: str | None = None
    bic: str | None = None
    instructions: str | None = None


@dataclass(frozen=True, slots=True)
class DefaultTexts:
    """What a new document of a kind says in a language unless it is changed there."""

    locale: str
    kind: DocumentKind
    notes: str | None = None
    legal_terms: str | None = None


@dataclass(frozen=True, slots=True)
class BillingSettings:
    """All of it. Days are counted from the issue date; 0 is on receipt. ``tax_on_debits``: a French
    seller of services pays VAT when invoicing, not when paid, and says so.
    """

    currency: str
    seller: Seller = field(default_factory=Seller)
    bank: Bank = field(default_factory=Bank)
    payment_days: int = 30
    quote_days: int = 30
    numbering: tuple[Numbering, ...] = ()
    texts: tuple[DefaultTexts, ...] = ()
    header_fields: tuple[str, ...] = ()
    supply: Supply | None = None
    look: Look = NO_LOOK
    tax_on_debits: bool = False

    def numbering_of(self, kind: DocumentKind) -> Numbering:
        """Return how documents of a kind are numbered."""
        return next(each for each in self.numbering if each.kind is kind)

    def texts_of(self, locale: str, kind: DocumentKind) -> DefaultTexts:
        """Return what a new document of a kind says in a language."""
        found = (each for each in self.texts if (each.locale, each.kind) == (locale, kind))
        return next(found, DefaultTexts(locale, kind))


@dataclass(frozen=True, slots=True)
class SettingsChanges:
    """Parts to set; what is None stays. Numbering and texts replace those of the same kind; an
    empty accent is none.
    """

    currency: str | None = None
    seller: Seller | None = None
    bank: Bank | None = None
    payment_days: int | None = None
    quote_days: int | None = None
    numbering: Sequence[Numbering] | None = None
    texts: Sequence[DefaultTexts] | None = None
    header_fields: Sequence[str] | None = None
    supply: Supply | None = None
    accent: str | None = None
    tax_on_debits: bool | None = None


P = TypeVar("P", bound=Party | Place)
S = TypeVar("S", bound=Party)


def changed_settings(before: BillingSettings, changes: SettingsChanges) -> BillingSettings:
    """Return settings with checked changes.

    Raises:
        Required, TooLong, TooMany, InvalidCharacters, CurrencyUnknown, CountryUnknown,
        LocaleUnknown, EmailInvalid, NumberOutOfRange, InvalidNumberPattern,
        InvalidRegistrationNumber, InvalidVatNumber, InvalidFiscalCode, InvalidIban, InvalidBic,
        InvalidColour
    """
    made: dict[str, Any] = {}
    if changes.currency is not None:
        made["currency"] = check_currency(changes.currency)
    if changes.seller is not None:
        made["seller"] = clean_party(changes.seller, ("seller",))
    if changes.bank is not None:
        made["bank"] = _clean_bank(changes.bank)
    for name in ("payment_days", "quote_days"):
        days = getattr(changes, name)
        if days is not None:
            made[name] = check_days(days, (name,))
    if changes.numbering is not None:
        made["numbering"] = _clean_numbering(before.numbering, changes.numbering)
    if changes.texts is not None:
        made["texts"] = _clean_texts(before.texts, changes.texts)
    if changes.supply is not None:
        made["supply"] = changes.supply
    if changes.accent is not None:
        made["look"] = replace(before.look, accent=check_accent(changes.accent, ("accent",)))
    if changes.tax_on_debits is not None:
        made["tax_on_debits"] = changes.tax_on_debits
    if changes.header_fields is not None:
        made["header_fields"] = _clean_header_fields(changes.header_fields)
    return replace(before, **made)


def trimmed_party(party: P, path: tuple[str, ...]) -> P:
    """Return a party with its texts trimmed, whatever its identifiers are: somebody types them.

    Raises:
        TooLong, InvalidCharacters, CountryUnknown
    """
    values: dict[str, Any] = {
        each.name: clean_line(getattr(party, each.name), (*path, each.name), maximum=LINE_LENGTH)
        for each in fields(party)
    }
    if values["country"] is not None:
        values["country"] = check_country(values["country"], (*path, "country"))
    return type(party)(**values)


def clean_party(party: S, path: tuple[str, ...]) -> S:
    """Return a party with its texts trimmed and its identifiers checked by its country's rules.

    Raises:
        TooLong, InvalidCharacters, CountryUnknown, EmailInvalid, InvalidRegistrationNumber,
        InvalidVatNumber, InvalidFiscalCode
    """
    trimmed = trimmed_party(party, path)
    values = {each.name: getattr(trimmed, each.name) for each in fields(trimmed)}
    country = trimmed.country
    if values["email"] is not None and normalize_email(values["email"]) is None:
        raise EmailInvalid((*path, "email"))
    for name, clean in (
        ("registration_number", clean_registration),
        ("vat_number", clean_vat_number),
        ("fiscal_code", clean_fiscal_code),
    ):
        values[name] = clean(values[name], country or "", (*path, name))
    return type(party)(**values)


def check_days(days: int, path: Sequence[str]) -> int:
    """Return a number of days after the issue date.

    Raises:
        NumberOutOfRange
    """
    if not 0 <= days <= MAX_DAYS:
        raise NumberOutOfRange(path, minimum=0, maximum=MAX_DAYS)
    return days


def _clean_bank(bank: Bank) -> Bank:
    return Bank(
        clean_line(bank.holder, ("bank", "holder"), maximum=NAME_LENGTH),
        clean_iban(bank.iban, ("bank", "iban")),
        clean_bic(bank.bic, ("bank", "bic")),
        clean_lines(bank.instructions, ("bank", "instructions"), maximum=TEXT_LENGTH),
    )


def _clean_numbering(
    before: Iterable[Numbering], given: Sequence[Numbering]
) -> tuple[Numbering, ...]:
    found = {each.kind: each for each in before}
    for place, each in enumerate(given):
        found[each.kind] = check_numbering(each, ("numbering", str(place)))
    return tuple(found.values())


def _clean_texts(
    before: Iterable[DefaultTexts], given: Sequence[DefaultTexts]
) -> tuple[DefaultTexts, ...]:
    found = {(each.locale, each.kind): each for each in before}
    for place, each in enumerate(given):
        path = ("texts", str(place))
        locale = check_locale(each.locale, (*path, "locale"))
        found[locale, each.kind] = DefaultTexts(
            locale,
            each.kind,
            clean_lines(each.notes, (*path, "notes"), maximum=TEXT_LENGTH),
            clean_lines(each.legal_terms, (*path, "legalTerms"), maximum=TEXT_LENGTH),
        )
    return tuple(found.values())


def _clean_header_fields(given: Sequence[str]) -> tuple[str, ...]:
    if len(given) > MAX_HEADER_FIELDS:
        raise TooMany(("headerFields",), maximum=MAX_HEADER_FIELDS)
    made: list[str] = []
    for place, each in enumerate(given):
        path = ("headerFields", str(place))
        clean = clean_line(each, path, maximum=NAME_LENGTH)
        if clean is None:
            raise Required(path)
        made.append(clean)
    return tuple(dict.fromkeys(made))


def to_json(settings: BillingSettings) -> str:
    """Return settings as they are stored."""
    return orjson.dumps(asdict(settings)).decode()


def from_json(text: str) -> BillingSettings:
    """Return stored settings."""
    found: Mapping[str, Any] = orjson.loads(text)
    return BillingSettings(
        found["currency"],
        Seller(**found["seller"]),
        Bank(**found["bank"]),
        found["payment_days"],
        found["quote_days"],
        tuple(
            Numbering(
                DocumentKind(each["kind"]),
                each["pattern"],
                Restart(each["restart"]),
                each["start_at"],
            )
            for each in found["numbering"]
        ),
        tuple(
            DefaultTexts(
                each["locale"], DocumentKind(each["kind"]), each["notes"], each["legal_terms"]
            )
            for each in found["texts"]
        ),
        tuple(found["header_fields"]),
        None if found.get("supply") is None else Supply(found["supply"]),
        look_from(found.get("look")),
        bool(found.get("tax_on_debits")),
    )
