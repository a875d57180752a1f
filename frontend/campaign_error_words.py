"""The words of what campaigns refuse; part of :mod:`frontend.error_words`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from frontend.locale import format_number, t


def _unknown_field(parameters: Mapping[str, str]) -> str:
    name, number = parameters["name"], int(parameters["number"])
    if not number:
        return t("“{name}” is no field of a contact.", name=name)
    return t("Part {number}: “{name}” is no field of a contact.", number=number, name=name)


def _invalid_link(parameters: Mapping[str, str]) -> str:
    number, link = parameters["number"], parameters["name"]
    if not link:
        return t(
            "Part {number}: a link leads nowhere. Set it anew, or take it away.", number=number
        )
    return t(
        "Part {number}: “{link}” is no link that works in a letter. Write it whole, with "
        "https:// or http://, mailto: or tel: before it.",
        number=number,
        link=link,
    )


CAMPAIGN_ERROR_WORDS: dict[str, Callable[[Mapping[str, str]], str]] = {
    "CAMPAIGN_NOT_DRAFT": lambda _: t("This campaign is no draft any more."),
    "CAMPAIGN_NOT_UNDER_WAY": lambda _: t("This cannot be done with the campaign as it stands."),
    "CAMPAIGN_UNDER_WAY": lambda _: t("This campaign is being sent. Cancel it first."),
    "TOO_MANY_CAMPAIGNS": lambda p: t(
        "There are {maximum} campaigns already; delete one first.", maximum=p["maximum"]
    ),
    "UNKNOWN_CAMPAIGN_FIELD": _unknown_field,
    "INVALID_BLOCK": lambda p: t("Part {number} is not finished.", number=p["number"]),
    "INVALID_LINK": _invalid_link,
    "PLACE_IN_LINK": lambda p: t(
        "Part {number}: the link “{link}” has a field in it. Links are the same for everybody.",
        number=p["number"],
        link=p["name"],
    ),
    "EMPTY_CAMPAIGN": lambda _: t("Write something first."),
    "NO_RECIPIENTS": lambda _: t("Nobody who can be written to is chosen."),
    "RECIPIENTS_CHANGED": lambda p: t(
        "It would go to {number} contacts now. Look again before you send it.",
        number=format_number(int(p["number"])),
    ),
    "NO_SENDING_SERVER": lambda _: t(
        "Campaigns are sent by your own mail server: set it up in Settings › Mailbox."
    ),
    "TEST_NOT_SENT": lambda _: t(
        "The mail server did not take it. Try the connection in Settings › Mailbox."
    ),
    "TIME_PASSED": lambda _: t("Choose a time within the next year."),
    "CAMPAIGN_IMAGE_UNFIT": lambda p: t(
        "Choose a JPEG, PNG, GIF or WebP picture of at most {maximum_mb} MB.",
        maximum_mb=p["maximumMb"],
    ),
    "INVALID_RATE": lambda p: t(
        "From 1 to {maximum} messages a minute.", maximum=format_number(int(p["maximum"]))
    ),
}
