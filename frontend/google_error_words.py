"""The words of what Google, or importing from it, refuses; part of :mod:`frontend.error_words`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from frontend.locale import t

GOOGLE_ERROR_WORDS: dict[str, Callable[[Mapping[str, str]], str]] = {
    "GOOGLE_NOT_CONFIGURED": lambda _: t("This server is not set up for Google yet."),
    "GOOGLE_SIGN_IN_OVER": lambda _: t(
        "This sign-in at Google is over, or was begun in another browser. Connect once more."
    ),
    "GOOGLE_DENIED": lambda _: t(
        "Google was not allowed to let Carnet in, so nothing was connected."
    ),
    "GOOGLE_CONTACTS_NOT_ALLOWED": lambda _: t(
        "Carnet may not see the contacts of this Google account. Connect it again and leave the "
        "box for contacts ticked."
    ),
    "GOOGLE_REVOKED": lambda _: t(
        "Google no longer lets Carnet in. Connect this Google account again."
    ),
    "GOOGLE_DISCONNECTED": lambda _: t("This Google account was disconnected."),
    "GOOGLE_LABEL_GONE": lambda _: t("This label is no longer at Google. Choose another one."),
    "GOOGLE_BUSY": lambda _: t("Google takes no more requests at the moment. Try again later."),
    "GOOGLE_UNREACHABLE": lambda _: t("Google does not answer. Try again in a few minutes."),
    "GOOGLE_API_DISABLED": lambda _: t(
        "The People API is not switched on at Google for this server. Whoever runs it can do that "
        "in Google’s console."
    ),
    "GOOGLE_CLIENT_WRONG": lambda _: t(
        "Google does not accept this server’s client ID and secret. Whoever runs it must look at "
        "them."
    ),
    "GOOGLE_UNREADABLE": lambda _: t("What Google answered makes no sense. Try again later."),
    "GOOGLE_REFUSED": lambda _: t("Google refused this without saying why. Try again later."),
    "GOOGLE_NO_CHANGES_KNOWN": lambda _: t(
        "What changed is only known after a whole import. Fetch all contacts this time."
    ),
    "GOOGLE_FETCH_OVER": lambda _: t("Nothing of this import waits to be fetched any more."),
}
