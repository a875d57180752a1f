"""What this domain refuses, by code."""

from __future__ import annotations

from backend.core.errors import Refusal


class InvalidRegistrationNumber(Refusal):
    """Not a SIREN or SIRET: its check digit is wrong."""

    code = "INVALID_REGISTRATION_NUMBER"


class InvalidVatNumber(Refusal):
    """Not a VAT number of the country, by its form or check digit."""

    code = "INVALID_VAT_NUMBER"


class InvalidFiscalCode(Refusal):
    """Not an Italian codice fiscale: its check character is wrong."""

    code = "INVALID_FISCAL_CODE"


class InvalidIban(Refusal):
    """Not an IBAN: its country, length or check digits are wrong."""

    code = "INVALID_IBAN"


class InvalidBic(Refusal):
    """Not a BIC: eight or eleven letters and digits."""

    code = "INVALID_BIC"


class InvalidNumberPattern(Refusal):
    """A pattern needs ``{number}`` once, ``{year}`` if it begins anew each year, and otherwise
    letters, digits and ``/ _ . -``; numbers have at most 20 characters. Parameters: ``maximum``.
    """

    code = "INVALID_NUMBER_PATTERN"


class NumberOutOfRange(Refusal):
    """Parameters: ``minimum`` and ``maximum``."""

    code = "NUMBER_OUT_OF_RANGE"


class TooPrecise(Refusal):
    """More digits after the point than are kept. Parameters: ``maximum`` digits."""

    code = "TOO_PRECISE"


class RateOfCategory(Refusal):
    """Standard rates are above zero, those of all other categories are zero."""

    code = "RATE_OF_CATEGORY"


class TaxNameTaken(Refusal):
    """The account has a tax of this name."""

    code = "TAX_NAME_TAKEN"


class TooManyTaxes(Refusal):
    """The account has all the taxes it may have. Parameters: ``maximum``."""

    code = "TOO_MANY_TAXES"


class TooManyProducts(Refusal):
    """The account has all the products it may have. Parameters: ``maximum``."""

    code = "TOO_MANY_PRODUCTS"
