"""What this domain refuses, by code."""

from __future__ import annotations

from backend.core.errors import Refusal


class InvalidRegistrationNumber(Refusal):
    """Not a SIREN or SIRET. Parameters: ``reason``: ``length``, ``format`` or ``checksum``."""

    code = "INVALID_REGISTRATION_NUMBER"


class InvalidVatNumber(Refusal):
    """Not a VAT number of the country. Parameters: ``country``, as VAT numbers begin, and
    ``reason``: ``length``, ``format``, ``checksum``, or ``component``: a part of it names nothing
    that there is, of a partita IVA the office that gave it (digits 8 to 10).
    """

    code = "INVALID_VAT_NUMBER"


class InvalidFiscalCode(Refusal):
    """Not an Italian codice fiscale. Parameters: ``reason``: ``length``, ``format``, ``checksum``,
    ``birth``: the day of birth in it is none, or ``office``: in a company's, digits 8 to 10 name no
    office.
    """

    code = "INVALID_FISCAL_CODE"


class InvalidIban(Refusal):
    """Not an IBAN. Parameters: ``reason``: ``country``, ``length``, ``format`` or ``checksum``, and
    ``length``, how many characters those of its country have, or 0 where that is not known.
    """

    code = "INVALID_IBAN"


class InvalidBic(Refusal):
    """Not a BIC. Parameters: ``reason``: ``length``, ``format`` or ``country``."""

    code = "INVALID_BIC"


class InvalidNumberPattern(Refusal):
    """A pattern needs ``{number}`` once, ``{year}`` if it begins anew each year, and otherwise
    letters, digits and ``/ _ . -``; numbers have at most 20 characters. Parameters: ``maximum``.
    """

    code = "INVALID_NUMBER_PATTERN"


class NumberOutOfRange(Refusal):
    """Parameters: ``minimum`` and ``maximum``."""

    code = "NUMBER_OUT_OF_RANGE"


class TooPrecise(Refusal):
    """More digits after the point than are kept. Parameters: ``maximum`` digits."""

    code = "TOO_PRECISE"


class RateOfCategory(Refusal):
    """Standard rates are above zero, those of all other categories are zero."""

    code = "RATE_OF_CATEGORY"


class TaxNameTaken(Refusal):
    """The account has a tax of this name."""

    code = "TAX_NAME_TAKEN"


class TooManyTaxes(Refusal):
    """The account has all the taxes it may have. Parameters: ``maximum``."""

    code = "TOO_MANY_TAXES"


class TooManyProducts(Refusal):
    """The account has all the products it may have. Parameters: ``maximum``."""

    code = "TOO_MANY_PRODUCTS"


class AmountTooLarge(Refusal):
    """What the lines add up to is more than can be reckoned with."""

    code = "AMOUNT_TOO_LARGE"


class SumTooLarge(Refusal):
    """With this, all documents or payments of the account would come to more than can be shown.
    Parameters: ``maximum_minor`` and ``currency``.
    """

    code = "SUM_TOO_LARGE"


class DateOutOfRange(Refusal):
    """Parameters: ``earliest`` and ``latest`` day. Issue dates go with numbers: not before the last
    document of the kind, and not after today.
    """

    code = "DATE_OUT_OF_RANGE"


class DueBeforeIssue(Refusal):
    """It would be due before it is issued."""

    code = "DUE_BEFORE_ISSUE"


class EmptyDocument(Refusal):
    """No line has a quantity above zero."""

    code = "EMPTY_DOCUMENT"


class SellerIncomplete(Refusal):
    """The settings lack what the law wants on a document. Parameters: ``field``, its path."""

    code = "SELLER_INCOMPLETE"


class BuyerIncomplete(Refusal):
    """The law wants the buyer's address on this invoice, in Italy a partita IVA or codice fiscale
    too. Parameters: ``field``, its path.
    """

    code = "BUYER_INCOMPLETE"


class WrongStage(Refusal):
    """Not with a document that is, or has come, so far. Parameters: ``stage``, or its kind."""

    code = "WRONG_STAGE"


class PurgedDocument(Refusal):
    """The time that the law wants it kept is over, and what told of its buyer is gone, its PDF too.
    Parameters: ``purged_on``.
    """

    code = "DOCUMENT_PURGED"


class BuyerErased(Refusal):
    """The buyer asked to be erased: what is kept of them by law is no beginning of more."""

    code = "BUYER_ERASED"


class NumberTaken(Refusal):
    """The pattern makes a number that another document has. Parameters: ``number``."""

    code = "NUMBER_TAKEN"


class QuoteExpired(Refusal):
    """The quote's time is over. Parameters: ``expired_on``."""

    code = "QUOTE_EXPIRED"


class InvalidStripeKey(Refusal):
    """Not a secret or restricted key of Stripe, or not a webhook's signing secret."""

    code = "INVALID_STRIPE_KEY"


class OnlinePaymentFailed(Refusal):
    """Paying online could not be begun; a bank transfer still works."""

    code = "ONLINE_PAYMENT_FAILED"


class CreditTooLarge(Refusal):
    """More than is left of the invoice. Parameters: ``maximum_minor`` and ``currency``."""

    code = "CREDIT_TOO_LARGE"


class InvalidColour(Refusal):
    """Not a colour such as ``#1f6b54``."""

    code = "INVALID_COLOUR"


class LogoUnfit(Refusal):
    """A picture that cannot stand on documents. Parameters: ``reason`` (too_large, too_many_pixels,
    too_long, not_a_picture, not_shapes) and ``maximum_mb``.
    """

    code = "LOGO_UNFIT"
