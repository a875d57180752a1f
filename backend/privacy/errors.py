"""Why a privacy request is refused."""

from __future__ import annotations

from backend.core.errors import Refusal


class RequestIsOpen(Refusal):
    """The same is asked for already, and not done yet. Parameters: ``request_id``."""

    code = "PRIVACY_REQUEST_OPEN"


class WrongRequestState(Refusal):
    """The request is further on, or over. Parameters: ``state``."""

    code = "PRIVACY_REQUEST_STATE"


class DetailsNeeded(Refusal):
    """None of name, e-mail and phone was given."""

    code = "PRIVACY_DETAILS_NEEDED"


class NobodyChosen(Refusal):
    """No contact was confirmed as the person."""

    code = "PRIVACY_NOBODY_CHOSEN"


class OtherWordsTyped(Refusal):
    """What was typed to confirm an erasure is not the person's name."""

    code = "PRIVACY_OTHER_WORDS"


class DelayOutOfRange(Refusal):
    """Parameters: ``minimum`` and ``maximum`` hours."""

    code = "PRIVACY_DELAY"


class PersonGone(Refusal):
    """Nobody is left of the contacts that were confirmed as the person."""

    code = "PRIVACY_PERSON_GONE"


class CopyFailed(Refusal):
    """The server could not make the copy, several times."""

    code = "PRIVACY_COPY_FAILED"


class CopyLinkExpired(Refusal):
    """The path of a download is not ours, for somebody else, or too old."""

    code = "PRIVACY_LINK_EXPIRED"
