"""What this domain refuses, by code."""

from __future__ import annotations

from backend.core.errors import Refusal


class InvalidWebAddress(Refusal):
    """Not an address of the web: http or https, a host, no password."""

    code = "INVALID_WEB_ADDRESS"


class TooManySites(Refusal):
    """The account, or the contact, has all the sites it may have. Parameters: ``maximum``."""

    code = "TOO_MANY_SITES"
