"""The core's own enums, as the schema shows them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum, EnumMeta
from typing import TypeVar

import strawberry
from strawberry.types.enum import EnumValue, StrawberryEnumDefinition

from backend.core.permissions import Permission, Role, Scope

E = TypeVar("E", bound=EnumMeta)


def describe_enum(
    enum: E, description: str, values: Mapping[str, str], *, name: str | None = None
) -> E:
    """Put an enum in the schema with a sentence for it and for each member, by member name.

    ``name`` is for a class whose own name says enough only inside of its domain.

    Raises:
        ValueError: a member has no sentence, or a sentence no member.
    """
    if set(values) != set(enum.__members__):
        raise ValueError(f"{enum.__name__}: describe exactly its members")
    strawberry.enum(enum, name=name, description=description)
    definition: StrawberryEnumDefinition = enum.__strawberry_definition__  # type: ignore[attr-defined]
    for value in definition.values:
        value.description = values[value.name]
    return enum


def fill_enum(enum: type[Enum], values: Mapping[str, str]) -> None:
    """Give an enum of the schema the members that loaded domains know of: values with a sentence.

    Values are type names, ``ApiToken``, members constants, ``API_TOKEN``. Called before the schema
    is built.
    """
    members = {constant_name(value): value for value in values}
    definition: StrawberryEnumDefinition = enum.__strawberry_definition__  # type: ignore[attr-defined]
    definition.values = [
        EnumValue(name=constant, value=value, description=values[value])
        for constant, value in members.items()
    ]
    # What arguments are turned into; it must know the same members.
    definition.wrapped_cls = Enum(enum.__name__, list(members.items()))  # type: ignore[misc]


def constant_name(type_name: str) -> str:
    """Return ``ApiToken`` as ``API_TOKEN``."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", type_name).upper()


describe_enum(
    Role,
    "What a member of an account may do.",
    {
        "OWNER": "Everything, including giving the account to someone else. There is always one.",
        "ADMIN": "Everything but giving the account away.",
        "MEMBER": "Reads and writes, but manages neither the team nor the account.",
        "VIEWER": "Reads only.",
    },
)
describe_enum(
    Scope,
    "What an API token may do, within the role of whoever made it.",
    {
        "READ": "Queries, subscriptions and exports.",
        "WRITE": "Mutations, but for those that manage people, tokens or who owns the account.",
        "LEADS": "Handing leads in with `submitLead` and sending their files; nothing is read.",
    },
)
describe_enum(
    Permission,
    "What an operation needs; the interface shows only what the viewer may do.",
    {
        "READ": "See the account's contacts, labels and history.",
        "WRITE_CONTACTS": "Create, edit, label, delete and restore contacts.",
        "EXPORT_CONTACTS": "Take contacts out as files.",
        "UPLOAD_FILES": "Send files, to be put where they belong afterwards.",
        "SUBMIT_LEADS": "Hand in leads of a marketplace.",
        "ERASE_CONTACTS": "Erase contacts of the trash for good. Never through a token.",
        "MANAGE_LABELS": "Create, rename, recolour and delete labels.",
        "MANAGE_CUSTOM_FIELDS": "Create, rename, order, delete and restore custom fields.",
        "SAVE_SEGMENTS": "Save filters for oneself.",
        "SHARE_SEGMENTS": "Share saved filters with the team.",
        "SEND_MESSAGES": "Write messages, keep saved replies, and mark and put aside threads.",
        "MANAGE_MAILBOX": "Say from which address messages are sent, through which servers, and "
        "where answers are read. Never through a token.",
        "WRITE_BILLING": "Keep products, and write quotes and invoices.",
        "MANAGE_BILLING": "Say who sells, where money goes, how documents are numbered and which "
        "taxes there are. Never through a token.",
        "MANAGE_PRIVACY": "See the requests of people about their data, and answer them.",
        "MANAGE_TEAM": "Invite, remove and change the role of members, and see invitations. "
        "Never through a token.",
        "MANAGE_ACCOUNT": "Change the account's name, country, language, time zone and currency.",
        "OWN_ACCOUNT": "Give the account to another member. Never through a token.",
        "MANAGE_TOKENS": "Make and revoke API tokens. Never through a token.",
        "MANAGE_OWN_USER": "Change one's own profile, password, sessions and preferences. "
        "Never through a token.",
    },
)
