"""What several operations take.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict


class NewCardContactInput(TypedDict):
    name: str
    email: NotRequired[str | None]

class MoneyInput(TypedDict):
    minor: int
    currency: str

class AddCardInput(TypedDict):
    stepId: str
    title: NotRequired[str | None]
    contactId: NotRequired[str | None]
    newContact: NotRequired[NewCardContactInput | None]
    value: NotRequired[MoneyInput | None]
    dueOn: NotRequired[str | None]
    assigneeId: NotRequired[str | None]
    place: Literal["TOP", "BOTTOM"]
    idempotencyKey: NotRequired[str | None]

class AddLabelActionInput(TypedDict):
    labelId: str

class AddTaskActionInput(TypedDict):
    title: str
    dueInDays: NotRequired[int | None]
    assigneeId: NotRequired[str | None]

class SendSavedReplyActionInput(TypedDict):
    savedReplyId: str

class NotifyActionInput(TypedDict):
    memberId: str

class MoveCardActionInput(TypedDict):
    stepId: str

class AutomationActionInput(TypedDict):
    addTask: NotRequired[AddTaskActionInput | None]
    sendSavedReply: NotRequired[SendSavedReplyActionInput | None]
    addLabel: NotRequired[AddLabelActionInput | None]
    notify: NotRequired[NotifyActionInput | None]
    moveCard: NotRequired[MoveCardActionInput | None]

class BankDetailsInput(TypedDict):
    holder: NotRequired[str | None]
    iban: NotRequired[str | None]
    bic: NotRequired[str | None]
    instructions: NotRequired[str | None]

class BillingDocumentFilter(TypedDict):
    kinds: NotRequired[list[Literal["QUOTE", "INVOICE", "CREDIT_NOTE"]] | None]
    statuses: NotRequired[list[Literal["DRAFT", "ISSUED", "PARTLY_PAID", "PAID", "VOID", "ACCEPTED", "REJECTED", "EXPIRED", "INVOICED", "REVISED"]] | None]
    contactId: NotRequired[str | None]
    unpaid: bool
    overdue: bool
    search: NotRequired[str | None]
    issuedFrom: NotRequired[str | None]
    issuedTo: NotRequired[str | None]

class BuyerInput(TypedDict):
    name: NotRequired[str | None]
    street: NotRequired[str | None]
    extended: NotRequired[str | None]
    postalCode: NotRequired[str | None]
    city: NotRequired[str | None]
    region: NotRequired[str | None]
    country: NotRequired[str | None]
    email: NotRequired[str | None]
    phone: NotRequired[str | None]
    registrationNumber: NotRequired[str | None]
    vatNumber: NotRequired[str | None]
    fiscalCode: NotRequired[str | None]
    electronicAddress: NotRequired[str | None]

class CampaignBlockInput(TypedDict):
    key: str
    kind: Literal["HEADING", "TEXT", "BUTTON", "IMAGE", "DIVIDER"]
    text: NotRequired[str | None]
    url: NotRequired[str | None]
    alt: NotRequired[str | None]
    align: Literal["LEFT", "CENTER"]
    imageId: NotRequired[str | None]

class CampaignInput(TypedDict):
    id: str

class CancelPrivacyRequestInput(TypedDict):
    id: str

class CardFilter(TypedDict):
    text: NotRequired[str | None]
    assigneeIds: NotRequired[list[str] | None]
    unassigned: NotRequired[bool | None]
    labelIds: NotRequired[list[str] | None]
    due: NotRequired[Literal["OVERDUE", "TODAY", "THIS_WEEK", "NONE"] | None]
    dueFrom: NotRequired[str | None]
    dueUntil: NotRequired[str | None]
    contactId: NotRequired[str | None]
    archived: NotRequired[bool | None]

class ContactAddressInput(TypedDict):
    id: NotRequired[str | None]
    kind: Literal["HOME", "WORK", "BILLING", "SHIPPING", "OTHER"]
    street: NotRequired[str | None]
    extended: NotRequired[str | None]
    city: NotRequired[str | None]
    region: NotRequired[str | None]
    postalCode: NotRequired[str | None]
    countryCode: NotRequired[str | None]

class ContactEmailInput(TypedDict):
    id: NotRequired[str | None]
    address: str
    kind: Literal["MAIN", "HOME", "WORK", "OTHER"]
    status: Literal["NEVER_SUBSCRIBED", "SUBSCRIBED", "UNSUBSCRIBED"]

class LabelFilter(TypedDict):
    anyOf: NotRequired[list[str] | None]
    allOf: NotRequired[list[str] | None]
    noneOf: NotRequired[list[str] | None]

DecimalRange = TypedDict(
    "DecimalRange",
    {
        "from": "NotRequired[str | None]",
        "to": "NotRequired[str | None]",
    },
)

DateRange = TypedDict(
    "DateRange",
    {
        "from": "NotRequired[str | None]",
        "to": "NotRequired[str | None]",
    },
)

class CustomValueCondition(TypedDict):
    has: NotRequired[bool | None]
    text: NotRequired[str | None]
    url: NotRequired[str | None]
    number: NotRequired[DecimalRange | None]
    date: NotRequired[DateRange | None]
    contains: NotRequired[str | None]
    startsWith: NotRequired[str | None]
    inLastDays: NotRequired[int | None]
    notInLastDays: NotRequired[int | None]
    inNextDays: NotRequired[int | None]

CustomFieldFilter = TypedDict(
    "CustomFieldFilter",
    {
        "fieldId": "str",
        "is": "CustomValueCondition",
    },
)

TextCondition = TypedDict(
    "TextCondition",
    {
        "is": "NotRequired[str | None]",
        "isNot": "NotRequired[str | None]",
        "contains": "NotRequired[str | None]",
        "startsWith": "NotRequired[str | None]",
        "isEmpty": "NotRequired[bool | None]",
    },
)

class CountryCondition(TypedDict):
    anyOf: NotRequired[list[str] | None]
    noneOf: NotRequired[list[str] | None]
    isEmpty: NotRequired[bool | None]

class TimeCondition(TypedDict):
    between: NotRequired[DateRange | None]
    inLastDays: NotRequired[int | None]
    notInLastDays: NotRequired[int | None]

ContactFilter = TypedDict(
    "ContactFilter",
    {
        "and": "NotRequired[list[ContactFilter] | None]",
        "or": "NotRequired[list[ContactFilter] | None]",
        "not": "NotRequired[ContactFilter | None]",
        "search": "NotRequired[str | None]",
        "labels": "NotRequired[LabelFilter | None]",
        "subscription": 'NotRequired[list[Literal["NEVER_SUBSCRIBED", "SUBSCRIBED", "UNSUBSCRIBED"]] | None]',
        "deleted": "NotRequired[bool | None]",
        "ids": "NotRequired[list[str] | None]",
        "custom": "NotRequired[CustomFieldFilter | None]",
        "givenName": "NotRequired[TextCondition | None]",
        "familyName": "NotRequired[TextCondition | None]",
        "company": "NotRequired[TextCondition | None]",
        "position": "NotRequired[TextCondition | None]",
        "email": "NotRequired[TextCondition | None]",
        "phone": "NotRequired[TextCondition | None]",
        "city": "NotRequired[TextCondition | None]",
        "postalCode": "NotRequired[TextCondition | None]",
        "country": "NotRequired[CountryCondition | None]",
        "created": "NotRequired[TimeCondition | None]",
        "lastActivity": "NotRequired[TimeCondition | None]",
        "has": 'NotRequired[Literal["GIVEN_NAME", "FAMILY_NAME", "COMPANY", "POSITION", "EMAIL", "PHONE", "ADDRESS", "CITY", "POSTAL_CODE", "COUNTRY", "PHOTO", "OPEN_TASK"] | None]',
        "lacks": 'NotRequired[Literal["GIVEN_NAME", "FAMILY_NAME", "COMPANY", "POSITION", "EMAIL", "PHONE", "ADDRESS", "CITY", "POSTAL_CODE", "COUNTRY", "PHOTO", "OPEN_TASK"] | None]',
        "deliverability": 'NotRequired[list[Literal["BOUNCED", "INACTIVE"]] | None]',
        "segment": "NotRequired[str | None]",
        "job": "NotRequired[str | None]",
    },
)

class ContactPhoneInput(TypedDict):
    id: NotRequired[str | None]
    number: str
    kind: Literal["MAIN", "HOME", "WORK", "MOBILE", "FAX", "OTHER"]

class ContactSelection(TypedDict):
    ids: NotRequired[list[str] | None]
    filter: NotRequired[ContactFilter | None]

class ContactSort(TypedDict):
    field: Literal["GIVEN_NAME", "FAMILY_NAME", "COMPANY", "LAST_ACTIVITY", "CREATED"]
    customFieldId: NotRequired[str | None]
    direction: Literal["ASC", "DESC"]

class CustomValueContent(TypedDict):
    text: NotRequired[str | None]
    number: NotRequired[str | None]
    date: NotRequired[str | None]
    url: NotRequired[str | None]

class CustomValueInput(TypedDict):
    fieldId: str
    value: NotRequired[CustomValueContent | None]

class DeleteBillingDraftInput(TypedDict):
    id: str

class DeliveryPlaceInput(TypedDict):
    name: NotRequired[str | None]
    street: NotRequired[str | None]
    extended: NotRequired[str | None]
    postalCode: NotRequired[str | None]
    city: NotRequired[str | None]
    region: NotRequired[str | None]
    country: NotRequired[str | None]

class DocumentHeaderFieldInput(TypedDict):
    label: str
    value: str

class DocumentLineInput(TypedDict):
    kind: Literal["ITEM", "HEADING", "TEXT"]
    name: NotRequired[str | None]
    description: NotRequired[str | None]
    quantity: str
    unit: NotRequired[str | None]
    unitPriceMinor: int
    discountPercent: str
    taxId: NotRequired[str | None]
    productId: NotRequired[str | None]
    key: NotRequired[str | None]

class DocumentContentInput(TypedDict):
    contactId: NotRequired[str | None]
    buyer: NotRequired[BuyerInput | None]
    currency: NotRequired[str | None]
    locale: NotRequired[str | None]
    title: NotRequired[str | None]
    issueDate: NotRequired[str | None]
    dueDate: NotRequired[str | None]
    deliveredFrom: NotRequired[str | None]
    deliveredUntil: NotRequired[str | None]
    delivery: NotRequired[DeliveryPlaceInput | None]
    supply: NotRequired[Literal["GOODS", "SERVICES", "MIXED"] | None]
    paymentDays: NotRequired[int | None]
    headerFields: NotRequired[list[DocumentHeaderFieldInput] | None]
    lines: NotRequired[list[DocumentLineInput] | None]
    discountPercent: NotRequired[str | None]
    notes: NotRequired[str | None]
    legalTerms: NotRequired[str | None]

class DocumentNumberingInput(TypedDict):
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE"]
    pattern: str
    restart: Literal["YEARLY", "NEVER"]
    startAt: int

class DocumentSelectionInput(TypedDict):
    ids: NotRequired[list[str] | None]
    filter: NotRequired[BillingDocumentFilter | None]

class DueInput(TypedDict):
    words: NotRequired[str | None]
    on: NotRequired[str | None]
    at: NotRequired[str | None]

class MailServerInput(TypedDict):
    host: str
    port: int
    security: Literal["TLS", "STARTTLS", "NONE"]
    user: NotRequired[str | None]
    password: NotRequired[str | None]

class MailboxSettings(TypedDict):
    fromName: str
    fromAddress: str
    smtp: NotRequired[MailServerInput | None]
    imap: NotRequired[MailServerInput | None]
    imapFolder: NotRequired[str | None]
    unknownSenders: Literal["IGNORE", "KEEP"]

class MoveCardInput(TypedDict):
    id: str
    stepId: str
    beforeId: NotRequired[str | None]
    afterId: NotRequired[str | None]
    place: Literal["TOP", "BOTTOM"]
    version: int
    lostReason: NotRequired[str | None]
    idempotencyKey: NotRequired[str | None]

class RecurringScheduleInput(TypedDict):
    frequency: Literal["WEEKLY", "MONTHLY", "YEARLY"]
    every: int
    startDate: str
    endsOn: NotRequired[str | None]
    times: NotRequired[int | None]

class RestoreBillingDraftInput(TypedDict):
    id: str

class SellerInput(TypedDict):
    name: NotRequired[str | None]
    legalForm: NotRequired[str | None]
    shareCapital: NotRequired[str | None]
    registerEntry: NotRequired[str | None]
    street: NotRequired[str | None]
    extended: NotRequired[str | None]
    postalCode: NotRequired[str | None]
    city: NotRequired[str | None]
    region: NotRequired[str | None]
    country: NotRequired[str | None]
    email: NotRequired[str | None]
    phone: NotRequired[str | None]
    website: NotRequired[str | None]
    registrationNumber: NotRequired[str | None]
    vatNumber: NotRequired[str | None]
    fiscalCode: NotRequired[str | None]
    electronicAddress: NotRequired[str | None]

class TaskFilter(TypedDict):
    state: Literal["OPEN", "COMPLETED"]
    contactId: NotRequired[str | None]
    assigneeId: NotRequired[str | None]
    dueFrom: NotRequired[str | None]
    dueUntil: NotRequired[str | None]
