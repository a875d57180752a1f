"""The one schema: every domain's queries, mutations and subscriptions under three roots."""

from __future__ import annotations

from functools import lru_cache

import strawberry

from backend.accounts.schema import AccountsMutation, AccountsQuery
from backend.api import nodes
from backend.api.changes import fields as changes
from backend.api.schema_builder import build_schema
from backend.billing.schema import (
    BillingDocumentsMutation,
    BillingDocumentsQuery,
    BillingDocumentsSubscription,
    BillingDraftingQuery,
    BillingHistoryQuery,
    BillingLogoMutation,
    BillingSettingsCheckQuery,
    BillingSettingsMutation,
    BillingSettingsQuery,
    BillingSumsQuery,
    DeliveryMutation,
    DeliveryQuery,
    DeliverySubscription,
    DocumentSendingMutation,
    DocumentSendingQuery,
    PaymentRemindersMutation,
    PaymentRemindersQuery,
    ProductsMutation,
    ProductsQuery,
    RecurringInvoicesMutation,
    RecurringInvoicesQuery,
    TaxesMutation,
    TaxesQuery,
)
from backend.campaigns.schema import (
    CampaignSendingMutation,
    CampaignsMutation,
    CampaignsQuery,
    CampaignsSubscription,
)
from backend.contacts.schema import (
    ContactsMutation,
    ContactsQuery,
    ContactsSubscription,
    JobsMutation,
    JobsQuery,
    JobsSubscription,
)
from backend.contacts.schema.values import VALUE_TYPES, CustomValuesMutation
from backend.custom_fields.schema import CustomFieldsMutation, CustomFieldsQuery
from backend.duplicates.schema import DuplicatesMutation, DuplicatesQuery
from backend.exports.schema import ExportsMutation
from backend.files.schema import (
    AttachmentsMutation,
    AttachmentsQuery,
    AttachmentsSubscription,
    FilesMutation,
    FilesQuery,
)
from backend.google.schema import GoogleMutation, GoogleQuery
from backend.imports.schema import ImportsMutation, ImportsQuery, ImportsSubscription
from backend.inbox.schema import (
    InboxMutation,
    InboxQuery,
    InboxSubscription,
    MailboxMutation,
    SavedRepliesMutation,
)
from backend.labels.schema import LabelsMutation, LabelsQuery
from backend.marketplace.schema import (
    MarketplaceMutation,
    MarketplaceQuery,
    MarketplaceSubscription,
)
from backend.notes.schema import NotesMutation, NotesQuery, NotesSubscription
from backend.notifications.schema import (
    NotificationsMutation,
    NotificationsQuery,
    NotificationsSubscription,
)
from backend.privacy.schema import (
    ErasureMutation,
    ErasureQuery,
    PrivacyCopiesMutation,
    PrivacyCopiesQuery,
    PrivacyMutation,
    PrivacyQuery,
    PrivacySubscription,
)
from backend.segments.schema import SegmentsMutation, SegmentsQuery
from backend.sites.schema import SitesMutation, SitesQuery
from backend.tasks.schema import (
    FeedsMutation,
    FeedsQuery,
    TasksMutation,
    TasksQuery,
    TasksSubscription,
)
from backend.timeline.schema import TimelineQuery, TimelineSubscription
from backend.workflows.schema import (
    AutomationsMutation,
    AutomationsQuery,
    BoardsMutation,
    CardDetailsMutation,
    CardDetailsSubscription,
    CardDocumentsMutation,
    CardHoldingsMutation,
    CardsMutation,
    PresenceMutation,
    PresenceSubscription,
    WorkflowNumbersQuery,
    WorkflowsQuery,
    WorkflowsSubscription,
)


@strawberry.type
class Query(
    AccountsQuery,
    LabelsQuery,
    CustomFieldsQuery,
    ContactsQuery,
    JobsQuery,
    DuplicatesQuery,
    SegmentsQuery,
    NotificationsQuery,
    TasksQuery,
    FeedsQuery,
    NotesQuery,
    SitesQuery,
    CampaignsQuery,
    ImportsQuery,
    GoogleQuery,
    AttachmentsQuery,
    FilesQuery,
    TimelineQuery,
    InboxQuery,
    MarketplaceQuery,
    BillingSettingsQuery,
    BillingSettingsCheckQuery,
    BillingDraftingQuery,
    TaxesQuery,
    ProductsQuery,
    PaymentRemindersQuery,
    RecurringInvoicesQuery,
    WorkflowsQuery,
    BillingDocumentsQuery,
    BillingHistoryQuery,
    BillingSumsQuery,
    DeliveryQuery,
    DocumentSendingQuery,
    WorkflowNumbersQuery,
    AutomationsQuery,
    PrivacyQuery,
    ErasureQuery,
    PrivacyCopiesQuery,
    changes.Query,
    nodes.Query,
):
    """What can be read."""


@strawberry.type
class Mutation(
    AccountsMutation,
    LabelsMutation,
    ContactsMutation,
    JobsMutation,
    CustomFieldsMutation,
    CustomValuesMutation,
    ExportsMutation,
    FilesMutation,
    AttachmentsMutation,
    MarketplaceMutation,
    ImportsMutation,
    GoogleMutation,
    DuplicatesMutation,
    SegmentsMutation,
    NotificationsMutation,
    TasksMutation,
    FeedsMutation,
    InboxMutation,
    SavedRepliesMutation,
    MailboxMutation,
    NotesMutation,
    SitesMutation,
    CampaignsMutation,
    CampaignSendingMutation,
    BoardsMutation,
    CardsMutation,
    PresenceMutation,
    BillingSettingsMutation,
    BillingLogoMutation,
    TaxesMutation,
    ProductsMutation,
    PaymentRemindersMutation,
    RecurringInvoicesMutation,
    BillingDocumentsMutation,
    DeliveryMutation,
    DocumentSendingMutation,
    CardDetailsMutation,
    CardDocumentsMutation,
    CardHoldingsMutation,
    AutomationsMutation,
    PrivacyMutation,
    ErasureMutation,
    PrivacyCopiesMutation,
):
    """What can be done. Each takes one input and answers with errors, or without."""


@strawberry.type
class Subscription(
    ContactsSubscription,
    JobsSubscription,
    ImportsSubscription,
    NotificationsSubscription,
    TasksSubscription,
    AttachmentsSubscription,
    TimelineSubscription,
    InboxSubscription,
    NotesSubscription,
    CampaignsSubscription,
    MarketplaceSubscription,
    WorkflowsSubscription,
    PresenceSubscription,
    BillingDocumentsSubscription,
    DeliverySubscription,
    CardDetailsSubscription,
    PrivacySubscription,
    changes.Subscription,
):
    """What can be followed, from a cursor on or from now."""


@lru_cache(maxsize=1)
def carnet_schema() -> strawberry.Schema:
    """Return the schema, built once per process."""
    return build_schema(Query, Mutation, Subscription, VALUE_TYPES)
