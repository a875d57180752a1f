"""What this domain refuses, by code."""

from __future__ import annotations

from backend.core.errors import Refusal


class GoogleNotConfigured(Refusal):
    """This server has no OAuth client at Google."""

    code = "GOOGLE_NOT_CONFIGURED"


class GoogleSignInOver(Refusal):
    """A sign-in that was ended before, is too old, or was begun by somebody else."""

    code = "GOOGLE_SIGN_IN_OVER"


class GoogleDenied(Refusal):
    """Whoever signed in did not agree."""

    code = "GOOGLE_DENIED"


class GoogleContactsNotAllowed(Refusal):
    """They agreed, but not to their contacts being read."""

    code = "GOOGLE_CONTACTS_NOT_ALLOWED"


class GoogleRevoked(Refusal):
    """Google no longer lets Carnet in: it was revoked there, or is too old."""

    code = "GOOGLE_REVOKED"


class GoogleDisconnected(Refusal):
    """The Google account was disconnected meanwhile."""

    code = "GOOGLE_DISCONNECTED"


class GoogleLabelGone(Refusal):
    """There is no such label at Google, or none any more."""

    code = "GOOGLE_LABEL_GONE"


class GoogleBusy(Refusal):
    """Google wants no more requests for a while."""

    code = "GOOGLE_BUSY"


class GoogleUnreachable(Refusal):
    """Google does not answer, or too slowly."""

    code = "GOOGLE_UNREACHABLE"


class GoogleApiDisabled(Refusal):
    """The People API is not switched on in the project of this server's client."""

    code = "GOOGLE_API_DISABLED"


class GoogleClientWrong(Refusal):
    """Google does not know this server's client, or its secret is another one."""

    code = "GOOGLE_CLIENT_WRONG"


class GoogleUnreadable(Refusal):
    """What Google answered makes no sense: no JSON, far too much, or going in circles."""

    code = "GOOGLE_UNREADABLE"


class GoogleRefused(Refusal):
    """Any other refusal of Google's. Parameters: ``status``, of HTTP."""

    code = "GOOGLE_REFUSED"


class GoogleNoChangesKnown(Refusal):
    """There was no import yet that changes could be counted from, or it was undone."""

    code = "GOOGLE_NO_CHANGES_KNOWN"


class GoogleFetchOver(Refusal):
    """Nothing waits to go on: everything was fetched, or the import was given up."""

    code = "GOOGLE_FETCH_OVER"
