"""What people are written, in their language."""

from __future__ import annotations

from urllib.parse import urlencode

from backend.core.locale import translate
from backend.core.mail import Letter
from backend.core.settings import settings


def _link(path: str, **query: str) -> str:
    return f"{settings().public_url}{path}?{urlencode(query)}"


def invitation_letter(
    *, to: str, locale: str, inviter: str, account: str, token: str, days: int
) -> Letter:
    """Invite somebody to an account."""
    return Letter(
        to=to,
        subject=translate(locale, "{inviter} invites you to {account}", **_who(inviter, account)),
        paragraphs=[
            translate(
                locale,
                "{inviter} invites you to work on the clients of {account} in Carnet.",
                **_who(inviter, account),
            ),
            translate(locale, "Follow this link within {days} days to accept:", days=days),
        ],
        link=_link("/invitation", token=token),
    )


def _who(inviter: str, account: str) -> dict[str, object]:
    return {"inviter": inviter, "account": account}


def reset_letter(*, to: str, locale: str, name: str, token: str, minutes: int) -> Letter:
    """Let somebody who forgot their password choose a new one."""
    return Letter(
        to=to,
        subject=translate(locale, "Choose a new password"),
        paragraphs=[
            translate(locale, "Hello {name},", name=name),
            translate(
                locale,
                "Somebody, probably you, asked to choose a new password for Carnet. "
                "If it was not you, do nothing: your password stays as it is.",
            ),
            translate(
                locale,
                "Follow this link within {minutes} minutes to choose a new password:",
                minutes=minutes,
            ),
        ],
        link=_link("/reset-password", token=token),
    )


def password_changed_letter(*, to: str, locale: str, name: str) -> Letter:
    """Tell somebody that their password changed, in case it was not them."""
    return Letter(
        to=to,
        subject=translate(locale, "Your password has changed"),
        paragraphs=[
            translate(locale, "Hello {name},", name=name),
            translate(
                locale,
                "The password of your Carnet sign-in has changed, and your other devices "
                "were signed out.",
            ),
            translate(locale, "If it was not you, choose a new password now:"),
        ],
        link=f"{settings().public_url}/forgot-password",
    )


def confirm_email_letter(*, to: str, locale: str, name: str, token: str, hours: int) -> Letter:
    """Ask the reader of a new address to confirm it."""
    return Letter(
        to=to,
        subject=translate(locale, "Confirm your new e-mail address"),
        paragraphs=[
            translate(locale, "Hello {name},", name=name),
            translate(
                locale,
                "Follow this link within {hours} hours to sign in to Carnet with this address "
                "from now on:",
                hours=hours,
            ),
        ],
        link=_link("/confirm-email", token=token),
    )


def email_changed_letter(*, to: str, locale: str, name: str, new_email: str) -> Letter:
    """Tell the old address that another one took its place."""
    return Letter(
        to=to,
        subject=translate(locale, "Your e-mail address has changed"),
        paragraphs=[
            translate(locale, "Hello {name},", name=name),
            translate(
                locale,
                "You now sign in to Carnet with {email}. If you did not ask for this, write to "
                "whoever runs your Carnet server.",
                email=new_email,
            ),
        ],
    )
