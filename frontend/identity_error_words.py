"""What is wrong with a number that somebody is known by; part of :mod:`frontend.error_words`."""

from __future__ import annotations

from frontend.locale import t


def registration_words(reason: str) -> str:
    """Say why something is no SIREN or SIRET."""
    if reason == "checksum":
        return t(
            "This is no SIREN or SIRET: its check digit does not fit the others, so a digit is "
            "wrong."
        )
    return t("A SIREN has 9 digits, a SIRET 14, and nothing else.")


def vat_words(reason: str, country: str) -> str:
    """Say why something is no VAT number of a country."""
    if country == "IT" and reason == "component":
        return _no_office()
    if reason == "checksum":
        return t(
            "This is no VAT number of this country: its check digits do not fit the rest, so a "
            "character is wrong."
        )
    if reason == "component":
        return t("This is no VAT number of this country: a part of it names nothing there is.")
    return {
        "IT": t("A partita IVA has 11 digits, the first seven of them not all zeros."),
        "FR": t("A French VAT number is FR, two characters and the 9 digits of the SIREN."),
    }.get(
        country,
        t(
            "This is no VAT number of this country: it is too short or too long, or a character "
            "is of the wrong kind."
        ),
    )


def fiscal_code_words(reason: str) -> str:
    """Say why something is no codice fiscale."""
    return {
        "office": _no_office(),
        "birth": t("This is no codice fiscale: the day of birth in it does not exist."),
        "format": t(
            "This is no codice fiscale: a letter stands where a digit belongs, or a digit where a "
            "letter does."
        ),
        "checksum": t(
            "This is no codice fiscale: its last character does not fit the others, so one of "
            "them is wrong."
        ),
    }.get(reason, t("A codice fiscale has 16 characters, that of a company 11 digits."))


def _no_office() -> str:
    return t(
        "Digits 8 to 10 of a partita IVA are the code of the office that gave it, and there is no "
        "office of this code."
    )


def iban_words(reason: str, length: str) -> str:
    """Say why something is no IBAN; `length` is how long those of its country are."""
    if reason == "length":
        return t("An IBAN of this country has {length} characters.", length=length)
    return {
        "country": t("This is no IBAN: it begins with two letters of a country."),
        "format": t(
            "This is no IBAN of this country: a letter stands where a digit belongs, or a digit "
            "where a letter does."
        ),
    }.get(
        reason,
        t("This is no IBAN: its check digits do not fit the rest, so a character is wrong."),
    )


def bic_words(reason: str) -> str:
    """Say why something is no BIC."""
    return {
        "format": t("This is no BIC: it begins with six letters."),
        "country": t("This is no BIC: its fifth and sixth letter name no country."),
    }.get(reason, t("This is no BIC: it has 8 or 11 characters."))
