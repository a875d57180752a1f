"""What was typed of a phone number → what the kept digits are asked."""

from __future__ import annotations

from backend.contacts.filters import ContactFilter, Or, Phone, Text
from backend.contacts.kinds import TextField, TextTest
from backend.contacts.phones import calling_codes, parse_phone, trunk_prefix, typed_digits


def phone_condition(asked: Phone, country: str) -> ContactFilter:
    """Return the condition on the digits that are kept: E.164 without its plus where the number is
    valid, else those typed.

    Beginnings may be typed as dialled at home, in ``country``, or from abroad.
    """
    if asked.test is TextTest.IS:
        parsed = parse_phone(asked.typed, country)
        return _text(TextTest.IS, parsed.digits if parsed else typed_digits(asked.typed))
    digits = typed_digits(asked.typed)
    beginnings = dict.fromkeys(_beginnings(asked.typed.strip(), digits, country))
    asked_of = [_text(TextTest.STARTS_WITH, each) for each in beginnings if each]
    if asked.test is TextTest.CONTAINS:
        # At home a number begins with digits that its form for abroad has not.
        asked_of = [each for each in asked_of if digits not in each.value]
        asked_of.insert(0, _text(TextTest.CONTAINS, digits))
    return asked_of[0] if len(asked_of) == 1 else Or(tuple(asked_of))


def _beginnings(typed: str, digits: str, country: str) -> list[str]:
    if typed.startswith("+"):
        return [digits]
    if digits.startswith("00"):
        return [digits[2:], digits]
    code = calling_codes().get(country)
    if code is None:
        return [digits]
    trunk = trunk_prefix(code)
    if not trunk:
        return [digits, f"{code}{digits}"]
    if digits.startswith(trunk):
        return [f"{code}{digits[len(trunk) :]}", digits]
    return [digits]


def _text(test: TextTest, digits: str) -> Text:
    return Text(TextField.PHONE, test, digits)
