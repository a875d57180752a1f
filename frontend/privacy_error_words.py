"""The words of what privacy requests refuse; part of :mod:`frontend.error_words`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from frontend.locale import t

PRIVACY_ERROR_WORDS: dict[str, Callable[[Mapping[str, str]], str]] = {
    "PRIVACY_REQUEST_OPEN": lambda _: t(
        "This was asked for already, and is not done yet. See that request."
    ),
    "PRIVACY_REQUEST_STATE": lambda _: t(
        "This request is further on by now. Look at it again, and decide then."
    ),
    "PRIVACY_DETAILS_NEEDED": lambda _: t("Enter a name, an e-mail or a phone number."),
    "PRIVACY_NOBODY_CHOSEN": lambda _: t("Choose at least one contact."),
    "PRIVACY_OTHER_WORDS": lambda _: t("This is not the name. Type it as it is shown."),
    "PRIVACY_DELAY": lambda p: t(
        "Choose from {minimum} to {maximum} hours.", minimum=p["minimum"], maximum=p["maximum"]
    ),
    "PERSON_ERASED": lambda _: t(
        "This person asked to be erased. Add them by hand if they came back."
    ),
    "PRIVACY_PERSON_GONE": lambda _: t("Nobody is left of the contacts that were chosen."),
    "PRIVACY_COPY_FAILED": lambda _: t(
        "The server could not make the copy, several times. Try again later."
    ),
    "PRIVACY_LINK_EXPIRED": lambda _: t("This link is too old, or somebody else’s. Get a new one."),
}
