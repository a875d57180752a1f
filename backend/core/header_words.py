"""Words for the headers of a letter: what only looks like an encoded word is made plain.

The standard library takes ``=?utf-8?q?…?=`` in a value for what it encodes, line breaks included:
whoever called themselves so would write headers of their own, or stop the letter altogether.
Source: RFC 2047, section 2.
"""

from __future__ import annotations

import re

from email_validator import EmailNotValidError, validate_email

_ENCODED = re.compile(r"=\?(?=[^?]*\?[bq]\?)", re.IGNORECASE)


def plain_domain(domain: str) -> str:
    """Return a domain as every mail server takes it, by the rules of IDNA 2008: the codec of the
    standard library knows those of 2003, and leads from straße to strasse.

    Raises:
        ValueError: it is none.
    """
    if domain.isascii():
        return domain
    try:
        found = validate_email(f"a@{domain}", check_deliverability=False)
    except EmailNotValidError as error:
        raise ValueError from error
    return str(found.ascii_domain)


def header_words(text: str) -> str:
    """Return words as they may stand in a header: what would be decoded is said letter by letter,
    with a space where an encoded word would begin.
    """
    return _ENCODED.sub("= ?", text)
