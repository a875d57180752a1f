"""Why mail could not be sent or read, in words."""

from __future__ import annotations

from frontend.locale import t


def problem_words(problem: str) -> str:
    """Return a sentence for a MailProblem of the API."""
    return {
        "HOST_UNKNOWN": t("There is no server of this name."),
        "HOST_REFUSED": t("This server is not on the internet; mail goes to no other."),
        "UNREACHABLE": t("No mail server answers there."),
        "TIMED_OUT": t("The server took too long to answer."),
        "TLS_FAILED": t("The connection could not be protected: the certificate is not right."),
        "SIGN_IN_FAILED": t("The server refused the user or the password."),
        "NO_FOLDER": t("The mailbox has no folder of this name."),
        "SENDER_REFUSED": t("The server does not send for this address."),
        "RECIPIENT_REFUSED": t("The server does not deliver to this recipient."),
        "MESSAGE_REFUSED": t("The server refused the message."),
        "NO_ADDRESS": t("The recipient has no e-mail address any more."),
        "MAYBE_SENT": t(
            "The connection was lost while the server took the message: it may have arrived."
        ),
        "TRY_LATER": t("The server asked to come again later."),
    }.get(problem, t("The server gave an answer that nobody expected."))
