"""What a file says becomes what the contacts domain takes."""

from __future__ import annotations

import pytest

from backend.contacts.drafts import AddressDraft, EmailDraft, PhoneDraft
from backend.contacts.kinds import AddressKind, EmailKind, PhoneKind, SubscriptionStatus
from backend.imports.contact import (
    ImportedAddress,
    ImportedContact,
    ImportedEmail,
    ImportedPhone,
)
from backend.imports.drafting import StatusRule, draft_contact

NEVER, YES, NO = (
    SubscriptionStatus.NEVER_SUBSCRIBED,
    SubscriptionStatus.SUBSCRIBED,
    SubscriptionStatus.UNSUBSCRIBED,
)
PLAIN = StatusRule()


def test_the_first_without_a_kind_is_the_main_one() -> None:
    contact = ImportedContact(
        emails=[ImportedEmail("a@example.org"), ImportedEmail("b@example.org")],
        phones=[ImportedPhone("1", "mobile"), ImportedPhone("2"), ImportedPhone("3")],
    )
    draft = draft_contact(contact, PLAIN, ())
    assert draft.emails == [
        EmailDraft("a@example.org", EmailKind.MAIN),
        EmailDraft("b@example.org", EmailKind.OTHER),
    ]
    assert draft.phones == [
        PhoneDraft("1", PhoneKind.MOBILE),
        PhoneDraft("2", PhoneKind.MAIN),
        PhoneDraft("3", PhoneKind.OTHER),
    ]


def test_there_is_one_main_when_the_file_names_it() -> None:
    contact = ImportedContact(
        emails=[ImportedEmail("a@example.org"), ImportedEmail("b@example.org", "main")]
    )
    draft = draft_contact(contact, PLAIN, ())
    assert [email.kind for email in draft.emails] == [EmailKind.OTHER, EmailKind.MAIN]


def test_a_kind_that_others_have_is_not_taken() -> None:
    contact = ImportedContact(
        emails=[ImportedEmail("a@example.org", "mobile")],
        phones=[ImportedPhone("1", "billing")],
        addresses=[ImportedAddress("main", city="Lyon")],
    )
    draft = draft_contact(contact, PLAIN, ())
    assert draft.emails[0].kind is EmailKind.MAIN
    assert draft.phones[0].kind is PhoneKind.MAIN
    assert draft.addresses == [AddressDraft(AddressKind.OTHER, city="Lyon")]


@pytest.mark.parametrize(
    ("rule", "said", "status"),
    [
        (StatusRule(), None, NEVER),
        (StatusRule(), "subscribed", NEVER),
        (StatusRule(), "unsubscribed", NO),
        (StatusRule(trusted=True), "subscribed", YES),
        (StatusRule(trusted=True), "never_subscribed", NEVER),
        (StatusRule(subscribed=True), None, YES),
        (StatusRule(subscribed=True), "never_subscribed", YES),
        (StatusRule(subscribed=True), "unsubscribed", NO),
        (StatusRule(subscribed=True, trusted=True), "unsubscribed", NO),
    ],
)
def test_nobody_is_subscribed_unless_somebody_says_so(
    rule: StatusRule, said: str | None, status: SubscriptionStatus
) -> None:
    contact = ImportedContact(emails=[ImportedEmail("a@example.org", None, said)])
    assert draft_contact(contact, rule, ()).emails[0].status is status
