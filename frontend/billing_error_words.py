"""The words of what billing refuses; part of :mod:`frontend.error_words`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from frontend.identity_error_words import (
    bic_words,
    fiscal_code_words,
    iban_words,
    registration_words,
    vat_words,
)
from frontend.locale import format_date, t


def _logo_words(reason: str, maximum: str) -> str:
    return {
        "too_large": t("At most {maximum_mb} MB.", maximum_mb=maximum),
        "too_many_pixels": t("This picture has too many pixels."),
        "too_long": t("This picture is too narrow for a logo."),
        "not_shapes": t(
            "This drawing has texts, pictures or effects that cannot be shown safely. Convert its "
            "texts to paths, or choose a PNG."
        ),
    }.get(reason, t("This is no PNG, JPEG, WebP, GIF or SVG picture that can be read."))


BILLING_ERROR_WORDS: dict[str, Callable[[Mapping[str, str]], str]] = {
    "INVALID_COLOUR": lambda _: t("This is no colour."),
    "LOGO_UNFIT": lambda p: _logo_words(p.get("reason", ""), p["maximumMb"]),
    "NOT_A_NUMBER": lambda _: t("This is not a number."),
    "INVALID_REGISTRATION_NUMBER": lambda p: registration_words(p.get("reason", "")),
    "INVALID_VAT_NUMBER": lambda p: vat_words(p.get("reason", ""), p.get("country", "")),
    "INVALID_FISCAL_CODE": lambda p: fiscal_code_words(p.get("reason", "")),
    "INVALID_STRIPE_KEY": lambda _: t("This is no key of Stripe of this kind."),
    "ONLINE_PAYMENT_FAILED": lambda _: t("Paying online could not be begun."),
    "INVALID_IBAN": lambda p: iban_words(p.get("reason", ""), p.get("length", "")),
    "INVALID_BIC": lambda p: bic_words(p.get("reason", "")),
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
    "AMOUNT_TOO_LARGE": lambda _: t("This adds up to more than can be reckoned with."),
    "SUM_TOO_LARGE": lambda _: t(
        "With this, the sums of all documents would be too large to show."
    ),
    "DATE_OUT_OF_RANGE": lambda p: t(
        "Choose a day from {earliest} to {latest}.",
        earliest=format_date(p["earliest"]),
        latest=format_date(p["latest"]),
    ),
    "DUE_BEFORE_ISSUE": lambda _: t("This is before the day of issue."),
    "EMPTY_DOCUMENT": lambda _: t("Add a line with a quantity above zero."),
    "SELLER_INCOMPLETE": lambda _: t("Complete your own details in the settings first."),
    "BUYER_INCOMPLETE": lambda p: (
        t("The law wants the client’s partita IVA or codice fiscale on this invoice.")
        if p.get("field") == "buyer.vatNumber"
        else t("The law wants the client’s address on this invoice.")
    ),
    "WRONG_STAGE": lambda _: t("This is not possible any more, or not yet, with this document."),
    "DOCUMENT_PURGED": lambda p: t(
        "The time that the law wants this document kept was over: what told of its buyer, and its "
        "PDF, were purged on {day}.",
        day=format_date(p["purgedOn"]),
    ),
    "BUYER_ERASED": lambda _: t(
        "Its client was erased at their request: it is only kept because the law wants it, and "
        "nothing new is made out to them by itself."
    ),
    "NUMBER_TAKEN": lambda p: t(
        "Another document has the number {number} already. Change the numbering in the settings.",
        number=p["number"],
    ),
    "QUOTE_EXPIRED": lambda p: t(
        "This quote expired on {day}. Make a new version of it.", day=format_date(p["expiredOn"])
    ),
    "CREDIT_TOO_LARGE": lambda _: t("This is more than is left of the invoice."),
}
