"""What this domain refuses, by code."""

from __future__ import annotations

from backend.core.errors import Refusal


class EmailInvalid(Refusal):
    """Not an e-mail address."""

    code = "EMAIL_INVALID"


class EmailTaken(Refusal):
    """Somebody already signs in with this address."""

    code = "EMAIL_TAKEN"


class PasswordTooShort(Refusal):
    """Parameters: ``minimum`` characters."""

    code = "PASSWORD_TOO_SHORT"


class PasswordTooCommon(Refusal):
    """Among the first that anyone would try."""

    code = "PASSWORD_TOO_COMMON"


class PasswordIsEmail(Refusal):
    """The password is the e-mail address, or the part before its @."""

    code = "PASSWORD_IS_EMAIL"


class PasswordWrong(Refusal):
    """Not the current password of the signed-in person."""

    code = "PASSWORD_WRONG"


class SignInFailed(Refusal):
    """The address and the password do not go together; never says which is wrong."""

    code = "SIGN_IN_FAILED"


class SignUpClosed(Refusal):
    """This server takes new people by invitation only."""

    code = "SIGN_UP_CLOSED"


class NoAccount(Refusal):
    """The person belongs to no account any more."""

    code = "NO_ACCOUNT"


class TicketInvalid(Refusal):
    """The sign-in ticket was used, is over a minute old, or is not ours."""

    code = "TICKET_INVALID"


class ResetLinkInvalid(Refusal):
    """The link of a forgotten password was used, is too old, or is not ours."""

    code = "RESET_LINK_INVALID"


class EmailLinkInvalid(Refusal):
    """The link that confirms an address was used, is too old, or is not ours."""

    code = "EMAIL_LINK_INVALID"


class CodeInvalid(Refusal):
    """Neither a current authenticator code nor an unused recovery code."""

    code = "CODE_INVALID"


class TotpAlreadyEnabled(Refusal):
    """Two-factor sign-in is on already."""

    code = "TOTP_ALREADY_ENABLED"


class TotpNotEnabled(Refusal):
    """Two-factor sign-in is off, or was not begun."""

    code = "TOTP_NOT_ENABLED"


class CountryUnknown(Refusal):
    """Not an ISO 3166-1 alpha-2 country code."""

    code = "COUNTRY_UNKNOWN"


class LocaleUnknown(Refusal):
    """Not a language of this product."""

    code = "LOCALE_UNKNOWN"


class TimeZoneUnknown(Refusal):
    """Not a time zone of the IANA database."""

    code = "TIME_ZONE_UNKNOWN"


class CurrencyUnknown(Refusal):
    """Not an ISO 4217 currency code."""

    code = "CURRENCY_UNKNOWN"


class InvitationInvalid(Refusal):
    """The invitation was accepted, revoked, is too old, or is not ours."""

    code = "INVITATION_INVALID"


class InvitationForAnother(Refusal):
    """The signed-in person is not the one who was invited."""

    code = "INVITATION_FOR_ANOTHER"


class AlreadyInvited(Refusal):
    """An invitation to this address is open; it can be sent again."""

    code = "ALREADY_INVITED"


class AlreadyMember(Refusal):
    """The person is in the account."""

    code = "ALREADY_MEMBER"


class RoleNotAllowed(Refusal):
    """The actor's own role may not give, take or touch this role. Parameters: ``role``."""

    code = "ROLE_NOT_ALLOWED"


class LastOwner(Refusal):
    """An account always keeps an owner."""

    code = "LAST_OWNER"


class AccountUnknown(Refusal):
    """No such account, or none that the person belongs to."""

    code = "ACCOUNT_UNKNOWN"


class AccountAmbiguous(Refusal):
    """Several accounts have this name. Parameters: their ``numbers``, to choose by."""

    code = "ACCOUNT_AMBIGUOUS"


class ExpiryInPast(Refusal):
    """A token cannot expire before it is made."""

    code = "EXPIRY_IN_PAST"


class KeyInvalid(Refusal):
    """Not the name of a preference or draft: 1 to 100 of ``a-z A-Z 0-9 . _ : / + = -``."""

    code = "KEY_INVALID"


class ValueTooLarge(Refusal):
    """Parameters: ``maximum_bytes`` of the value as JSON."""

    code = "VALUE_TOO_LARGE"
