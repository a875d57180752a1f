"""What this domain refuses, by code. E-mails and countries have theirs in ``accounts``, pictures in
``photos``."""

from __future__ import annotations

from backend.core.errors import Refusal


class ContactEmpty(Refusal):
    """A contact needs a name, a company, an e-mail or a phone to be called by."""

    code = "CONTACT_EMPTY"


class ContactDeleted(Refusal):
    """The contact is in the trash: restore it first."""

    code = "CONTACT_DELETED"


class PhoneInvalid(Refusal):
    """A phone number has at least one digit."""

    code = "PHONE_INVALID"


class EmailRepeated(Refusal):
    """The contact has this address already."""

    code = "EMAIL_REPEATED"


class FilterTooComplex(Refusal):
    """The filter has too many parts, or is nested too deep. Parameters: ``maximum`` parts."""

    code = "FILTER_TOO_COMPLEX"


class DaysOutOfRange(Refusal):
    """Not a number of days that a filter can mean. Parameters: ``minimum``, ``maximum``."""

    code = "DAYS_OUT_OF_RANGE"


class SelectionRequired(Refusal):
    """Say which contacts: by ids, by a filter, or by what undoes a deletion."""

    code = "SELECTION_REQUIRED"


class ConsentInFuture(Refusal):
    """Nobody has agreed on a day that is still to come."""

    code = "CONSENT_IN_FUTURE"


class JobActive(Refusal):
    """The work still goes on: cancel it first, or wait for its end."""

    code = "JOB_ACTIVE"


class JobOver(Refusal):
    """The work is over: there is nothing to cancel any more."""

    code = "JOB_OVER"


class GoneForGood(Refusal):
    """The work erased contacts: nothing is left to be put back."""

    code = "GONE_FOR_GOOD"


class JobFinal(Refusal):
    """The work is too long ago to be undone. Parameters: ``days``."""

    code = "JOB_FINAL"
