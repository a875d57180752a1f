"""What a person is known by in texts, so that these can be rid of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from backend.contacts.names import name_words
from backend.contacts.phones import typed_digits
from backend.core.folding import fold

ERASED = "…"
"""What stands where a person's data stood."""
LEAST_DIGITS = 7
"""Of a phone number: shorter ones are in many texts."""


@dataclass(frozen=True, slots=True)
class Marks:
    """A person's e-mails, folded; phone numbers as digits, without what is dialled before them
    abroad or at home; whole names as sets of words, and the single words of these.
    """

    emails: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    names: frozenset[frozenset[str]] = frozenset()
    words: frozenset[str] = frozenset()

    @staticmethod
    def of(
        names: Collection[tuple[str | None, str | None]],
        emails: Collection[str],
        phones: Collection[str],
    ) -> Marks:
        """Return the marks of given and family names, addresses and digits."""
        words = [name_words(given, family) for given, family in names]
        return Marks(
            frozenset(fold(each) for each in emails),
            frozenset(each for each in phones if len(each) >= LEAST_DIGITS),
            frozenset(frozenset(each) for each in words if len(each) > 1),
            frozenset(word for each in words for word in each),
        )

    def are_in(self, text: str) -> bool:
        """Whether a text has an address, a number or a whole name of the person.

        One word of a name is not enough: it is many people's.
        """
        folded = fold(text)
        if any(email in folded for email in self.emails):
            return True
        digits = typed_digits(text)
        if any(phone in digits for phone in self.phones):
            return True
        words = set(name_words(text))
        return any(name <= words for name in self.names)

    def is_cell(self, text: str) -> bool:
        """Whether a cell of a table says something of the person: here one name is enough."""
        words = name_words(text)
        return self.are_in(text) or (bool(words) and self.words.issuperset(words))

    def without(self, value: Any) -> Any:
        """Return JSON, the texts that are of the person's replaced."""
        match value:
            case str():
                return ERASED if self.is_cell(value) else value
            case list():
                return [self.without(each) for each in value]
            case dict():
                return {key: self.without(each) for key, each in value.items()}
        return value
