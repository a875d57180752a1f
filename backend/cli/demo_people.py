"""The people and companies of the demo account: French, Italian and English, all made up.

The n-th contact is always the same, so a larger demo continues a smaller one. Addresses are
of example.org, .com and .net (RFC 2606). Phone numbers are of ranges that France (ARCEP) and
Britain (Ofcom) keep for fiction; Italy has none, so its numbers start with zeros or with a
prefix that no operator has.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from math import lcm
from random import Random

from backend.cli.demo_words import words
from backend.contacts.drafts import AddressDraft, ContactDraft, EmailDraft, PhoneDraft
from backend.contacts.kinds import AddressKind, EmailKind, PhoneKind, SubscriptionStatus

YEARS = 3
LABELS = ("client", "lead", "vip", "supplier", "press", "newsletter")
_LABEL_ODDS = (0.5, 0.25, 0.08, 0.1, 0.04, 0.3)
# The chances of having less than one, two, three.
_EMAIL_ODDS = (0.03, 0.73, 0.95)
_PHONE_ODDS = (0.1, 0.75)
_ADDRESS_ODDS = (0.2, 0.9)
_LANGUAGES = ("fr", "it", "fr", "it", "en")
_COUNTRIES = {"fr": "FR", "it": "IT", "en": "GB"}
_DOMAINS = {
    EmailKind.MAIN: "example.org",
    EmailKind.WORK: "example.com",
    EmailKind.HOME: "example.net",
}
_EMAIL_KINDS = tuple(_DOMAINS)
_PHONE_KINDS = (PhoneKind.MOBILE, PhoneKind.WORK)
_LANDLINES = {
    "fr": ("+33 1 99 00", "+33 2 61 91", "+33 3 53 01", "+33 4 65 71", "+33 5 36 49"),
    "it": ("+39 02 0000", "+39 06 0000", "+39 011 000"),
    "en": ("+44 113 496 0", "+44 121 496 0", "+44 161 496 0", "+44 20 7946 0", "+44 1632 960"),
}
_MOBILES = {"fr": "+33 6 39 98", "it": "+39 399 000", "en": "+44 7700 900"}
_STATUSES = (
    (SubscriptionStatus.NEVER_SUBSCRIBED, 0.45),
    (SubscriptionStatus.SUBSCRIBED, 0.85),
    (SubscriptionStatus.UNSUBSCRIBED, 1.0),
)
# Steps through the word lists that share no factor with any list's length: primes above them.
_GIVEN_STEP = 997
_FAMILY_STEP = 1009


def demo_contact(
    number: int, now: datetime, label_ids: Sequence[int] = range(len(LABELS))
) -> ContactDraft:
    """Return the n-th contact, from 0 on.

    Its dates lie within ``YEARS`` before ``now``. ``label_ids`` are those of ``LABELS``, in their
    order.
    """
    random = Random(number)  # noqa: S311 - the same people every time is the point
    round_number, place = divmod(number, len(_LANGUAGES))
    language = _LANGUAGES[place]
    of_language = round_number * _LANGUAGES.count(language) + _LANGUAGES[:place].count(language)
    return _Maker(random, language, of_language, now).draft(label_ids)


class _Maker:
    """Makes one contact."""

    def __init__(self, random: Random, language: str, number: int, now: datetime) -> None:
        self._random = random
        self._language = language
        self._words = known = words(language)
        self._created = now - timedelta(seconds=random.randrange(YEARS * 365 * 86_400))
        self._now = now
        self._given = known.given[number * _GIVEN_STEP % len(known.given)]
        self._family = known.family[number * _FAMILY_STEP % len(known.family)]
        cycle = number // lcm(len(known.given), len(known.family))
        self._mark = str(cycle + 1) if cycle else ""
        self._number = number

    def draft(self, label_ids: Sequence[int]) -> ContactDraft:
        chance = self._random.random()
        company_only, has_company = chance < 0.15, chance < 0.6
        company = self._company() if has_company else None
        return ContactDraft(
            given_name=None if company_only else self._given,
            family_name=None if company_only else self._family,
            company=company,
            position=self._position() if has_company and not company_only else None,
            emails=self._emails(company_only=company_only),
            phones=self._phones(),
            addresses=self._addresses(has_company=has_company),
            label_ids=self._labels(label_ids),
            created_at=self._created,
            last_activity_at=self._between(self._created, self._now),
        )

    def _company(self) -> str:
        trade = self._random.choice(self._words.trades)
        name = f"{self._family} {trade}" if self._language == "en" else f"{trade} {self._family}"
        if self._random.random() < 0.4:
            return f"{name} {self._random.choice(self._words.legal_forms)}"
        return name

    def _position(self) -> str:
        return self._random.choice(self._words.positions)

    def _emails(self, *, company_only: bool) -> list[EmailDraft]:
        count = self._count(_EMAIL_ODDS)
        local = f"{_letters(self._given)}.{_letters(self._family)}{self._mark}"
        if company_only:
            # No family name comes twice in one round of their list.
            late = self._number >= len(self._words.family)
            local = f"info.{_letters(self._family)}{self._number if late else ''}"
        start = self._random.randrange(len(_EMAIL_KINDS))
        kinds = (_EMAIL_KINDS * 2)[start : start + count]
        return [
            EmailDraft(f"{local}@{_DOMAINS[kind]}", kind, status, since)
            for kind in kinds
            for status, since in [self._status()]
        ]

    def _status(self) -> tuple[SubscriptionStatus, datetime | None]:
        chance = self._random.random()
        status = next(status for status, up_to in _STATUSES if chance < up_to)
        if status is SubscriptionStatus.NEVER_SUBSCRIBED:
            return status, None
        return status, self._between(self._created, self._now)

    def _phones(self) -> list[PhoneDraft]:
        count = self._count(_PHONE_ODDS)
        kinds = _PHONE_KINDS if self._random.random() < 0.5 else _PHONE_KINDS[::-1]
        return [PhoneDraft(self._phone(kind), kind) for kind in kinds[:count]]

    def _phone(self, kind: PhoneKind) -> str:
        if kind is PhoneKind.MOBILE:
            prefix = _MOBILES[self._language]
        else:
            landlines = _LANDLINES[self._language]
            prefix = landlines[self._number // 1000 % len(landlines)]
        if self._language == "fr":
            return f"{prefix} {self._number // 100 % 100:02} {self._number % 100:02}"
        if self._language == "it":
            return f"{prefix} {self._number % 10_000:04}"
        return f"{prefix}{self._number % 1000:03}"

    def _addresses(self, *, has_company: bool) -> list[AddressDraft]:
        count = self._count(_ADDRESS_ODDS)
        first = AddressKind.WORK if has_company else AddressKind.HOME
        return [self._address(kind) for kind in (first, AddressKind.BILLING)[:count]]

    def _address(self, kind: AddressKind) -> AddressDraft:
        street, house = self._random.choice(self._words.streets), self._random.randint(1, 120)
        city, postal_code, *region = self._random.choice(self._words.towns)
        return AddressDraft(
            kind=kind,
            street=f"{street} {house}" if self._language == "it" else f"{house} {street}",
            city=city,
            postal_code=postal_code,
            region=region[0] if region else None,
            country_code=_COUNTRIES[self._language],
        )

    def _labels(self, label_ids: Sequence[int]) -> list[int]:
        return [
            key
            for key, odds in zip(label_ids, _LABEL_ODDS, strict=True)
            if self._random.random() < odds
        ]

    def _count(self, odds: tuple[float, ...]) -> int:
        chance = self._random.random()
        return sum(chance >= limit for limit in odds)

    def _between(self, start: datetime, end: datetime) -> datetime:
        return start + (end - start) * self._random.random()


@lru_cache(maxsize=4096)
def _letters(name: str) -> str:
    """Return a name as it is written in an address: plain small letters."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in plain if letter.isascii() and letter.isalpha())
