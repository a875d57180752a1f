"""The words of what billing refuses; part of :mod:`frontend.error_words`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from frontend.locale import t

BILLING_ERROR_WORDS: dict[str, Callable[[Mapping[str, str]], str]] = {
    "INVALID_REGISTRATION_NUMBER": lambda _: t(
        "This is no SIREN or SIRET: a digit is missing or wrong."
    ),
    "INVALID_VAT_NUMBER": lambda _: t(
        "This is no VAT number of this country: a character is missing or wrong."
    ),
    "INVALID_FISCAL_CODE": lambda _: t(
        "This is no codice fiscale: a character is missing or wrong."
    ),
    "INVALID_IBAN": lambda _: t("This is no IBAN: a character is missing or wrong."),
    "INVALID_BIC": lambda _: t("This is no BIC: it has 8 or 11 characters."),
    "INVALID_NUMBER_PATTERN": lambda p: t(
        "A pattern needs the number once, the year if it begins anew each year, and at most "
        "{maximum} characters.",
        maximum=p["maximum"],
    ),
    "NUMBER_OUT_OF_RANGE": lambda p: t(
        "Between {minimum} and {maximum}.", minimum=p["minimum"], maximum=p["maximum"]
    ),
    "TOO_PRECISE": lambda p: t(
        "At most {maximum} digits after the decimal sign.", maximum=p["maximum"]
    ),
    "RATE_OF_CATEGORY": lambda _: t(
        "A standard rate is above zero; any other category has a rate of zero."
    ),
    "TAX_NAME_TAKEN": lambda _: t("There is a tax of this name already."),
    "TOO_MANY_TAXES": lambda p: t("At most {maximum} taxes.", maximum=p["maximum"]),
    "TOO_MANY_PRODUCTS": lambda p: t("At most {maximum} products.", maximum=p["maximum"]),
}
