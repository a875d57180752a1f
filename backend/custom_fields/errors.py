"""What this domain refuses, by code."""

from __future__ import annotations

from backend.core.errors import Refusal


class FieldNameTaken(Refusal):
    """The account has a field of this name, accents and case aside. Parameters: ``id``."""

    code = "CUSTOM_FIELD_NAME_TAKEN"


class FieldNameReserved(Refusal):
    """A standard field is called so, in one of the languages."""

    code = "CUSTOM_FIELD_NAME_RESERVED"


class TooManyFields(Refusal):
    """The account has all the fields it may have. Parameters: ``maximum``."""

    code = "TOO_MANY_CUSTOM_FIELDS"


class ValueOfOtherKind(Refusal):
    """The field is of another type. Parameters: ``field``, its name, and ``kind``, its type."""

    code = "CUSTOM_VALUE_OF_OTHER_KIND"


class NumberInvalid(Refusal):
    """Not a number. Parameters: ``field``."""

    code = "CUSTOM_NUMBER_INVALID"


class NumberTooPrecise(Refusal):
    """More digits than are kept. Parameters: ``field``, ``whole``, ``fraction`` digits."""

    code = "CUSTOM_NUMBER_TOO_PRECISE"


class DateInvalid(Refusal):
    """Not a calendar day. Parameters: ``field``."""

    code = "CUSTOM_DATE_INVALID"


class UrlInvalid(Refusal):
    """Not an address of the schemes http, https and mailto. Parameters: ``field``."""

    code = "CUSTOM_URL_INVALID"


class ValueTooLong(Refusal):
    """Parameters: ``field``, ``maximum`` characters."""

    code = "CUSTOM_VALUE_TOO_LONG"


class ValueHasControlCharacters(Refusal):
    """Control characters cannot be kept. Parameters: ``field``."""

    code = "CUSTOM_VALUE_INVALID_CHARACTERS"
