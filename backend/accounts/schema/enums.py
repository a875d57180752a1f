"""Enumerations of this domain, as the schema shows them."""

from __future__ import annotations

from enum import Enum

import strawberry
from strawberry.types.enum import StrawberryEnumDefinition

from backend.core.graphql.enums import describe_enum
from backend.core.mail import Delivery


class Theme(Enum):
    """The colours that a person chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


describe_enum(
    Theme,
    "The colours that a person chose.",
    {
        "SYSTEM": "As their device says.",
        "LIGHT": "Dark on light.",
        "DARK": "Light on dark.",
    },
)

strawberry.enum(Delivery, name="MailDelivery", description="Where this server's letters go.")
_DELIVERY_VALUES = {
    "SMTP": "To a mail server, and on to their readers.",
    "OUTBOX": "Nowhere: no mail server is set, so they lie in the server's outbox folder.",
}
_definition: StrawberryEnumDefinition = Delivery.__strawberry_definition__  # type: ignore[attr-defined]
for _value in _definition.values:
    _value.description = _DELIVERY_VALUES[_value.name]
