"""What each root field is asked about the account that is not the caller's."""

from __future__ import annotations

from tests.backend.api.access import (
    billing_cases,
    board_cases,
    campaign_cases,
    google_cases,
    privacy_cases,
)
from tests.backend.api.access.case import Case
from tests.backend.api.access.case import mutation as _mutation
from tests.backend.api.access.case import with_input as _input
from tests.factories.accounts import PASSWORD

_ATTEMPTS = frozenset({"attempt"})
_LETTERS = frozenset({"attempt", "job", "password_reset"})
MARKED = "kryptos.contact@example.org"
_PLACE = {"sort": {"field": "GIVEN_NAME", "direction": "ASC"}, "filter": None}

QUERIES = {
    "viewer": Case(),
    "invitation": Case(lambda _: {"token": "x" * 43}, works_for_owner=False),
    "node": Case(lambda w: {"id": w["contact"]}),
    "nodes": Case(
        lambda w: {
            "ids": [
                w[name]
                for name in (
                    "contact",
                    "label",
                    "custom_field",
                    "account",
                    "user",
                    "member",
                    "session",
                    "token",
                    "invitation",
                    "pair",
                    "segment",
                    "private_segment",
                    "thread",
                    "message",
                    "saved_reply",
                    "campaign",
                    "campaign_recipient",
                    "mailbox",
                    "note",
                    "deleted_note",
                    "site",
                    "deleted_site",
                    "import",
                    "google_account",
                    "attachment",
                    "checklist_item",
                    "card_note",
                    "card_file",
                    "automation",
                    "project",
                    "job",
                    "task",
                    "notification",
                    "tax",
                    "product",
                    "invoice",
                    "privacy_request",
                )
            ]
        }
    ),
    "labels": Case(lambda _: {"search": None}),
    "customFields": Case(),
    "segments": Case(),
    "segment": Case(lambda w: {"id": w["segment"]}),
    "contact": Case(lambda w: {"id": w["contact"]}),
    "contacts": Case(lambda w: {"first": 50, "filter": {"ids": [w["contact"]]}}),
    "contactPosition": Case(lambda w: {"id": w["contact"], **_PLACE}),
    "contactNeighbours": Case(lambda w: {"id": w["contact"], **_PLACE}),
    "projects": Case(lambda w: {"contactId": w["contact"], "first": 50}),
    "attachments": Case(lambda w: {"contactId": w["contact"], "first": 50}),
    "fileUsage": Case(),
    "erasedWith": Case(lambda w: {"selection": {"ids": [w["contact"]]}}),
    "contactSuggestions": Case(lambda _: {"field": "COMPANY", "startsWith": "k"}),
    "possibleDuplicates": Case(
        _input(lambda _: {"emails": ["kryptos.contact@example.org"], "phones": ["3471234567"]})
    ),
    "duplicatePairs": Case(lambda _: {"first": 50}),
    "mergePreview": Case(lambda w: {"keptId": w["contact"], "otherId": w["twin"]}),
    "sites": Case(lambda _: {"search": None, "first": 50}),
    "siteChecks": Case(),
    "notes": Case(lambda w: {"contactId": w["contact"], "first": 50}),
    "contactImport": Case(lambda w: {"id": w["import"]}),
    "contactImports": Case(lambda _: {"first": 50}),
    "job": Case(lambda w: {"id": w["job"]}),
    "jobs": Case(lambda _: {"first": 50}),
    "jobKeptContacts": Case(lambda w: {"id": w["running_job"], "first": 50}),
    "notifications": Case(lambda _: {"unread": False, "first": 50}),
    "unreadNotificationCount": Case(),
    "tasks": Case(lambda w: {"first": 50, "filter": {"contactId": w["contact"]}}),
    "task": Case(lambda w: {"id": w["task"]}),
    "taskCounts": Case(lambda w: {"filter": {"assigneeId": w["member"]}}),
    "dueDate": Case(lambda _: {"text": "tomorrow", "inTitle": False}),
    "calendarFeed": Case(),
    "threads": Case(lambda _: {"first": 50}),
    "unreadThreadCount": Case(),
    "thread": Case(lambda w: {"id": w["thread"]}),
    "contactThread": Case(lambda w: {"contactId": w["contact"]}),
    "threadMessages": Case(lambda w: {"id": w["thread"], "first": 50}),
    "contactMessages": Case(lambda w: {"contactId": w["contact"], "first": 50}),
    "messageWithImages": Case(lambda w: {"id": w["message"]}),
    "savedReplies": Case(),
    "filledReply": Case(lambda w: {"id": w["saved_reply"], "contactId": w["contact"]}),
    "mailbox": Case(),
    "addressLayout": Case(lambda _: {"countryCode": "IT"}),
    "countries": Case(),
    "contactTimeline": Case(lambda w: {"contactId": w["contact"], "first": 50}),
    "changes": Case(lambda _: {"first": 50}),
    **billing_cases.QUERIES,
    **google_cases.QUERIES,
    **board_cases.QUERIES,
    **privacy_cases.QUERIES,
    **campaign_cases.QUERIES,
}

MUTATIONS = {
    "signUp": _mutation(
        lambda _: {
            "name": "New",
            "email": "new@example.org",
            "password": PASSWORD,
            "accountName": "New",
        },
        works_for_owner=False,
        touches=_ATTEMPTS,
    ),
    "signIn": _mutation(
        lambda w: {"email": w.owner.email, "password": "not the right one"},
        works_for_owner=False,
        touches=_ATTEMPTS,
    ),
    "signOut": Case(),
    "requestPasswordReset": _mutation(lambda w: {"email": w.owner.email}, touches=_LETTERS),
    "resetPassword": _mutation(
        lambda _: {"token": "x" * 43, "password": PASSWORD},
        works_for_owner=False,
        touches=_ATTEMPTS,
    ),
    "acceptInvitation": _mutation(
        lambda _: {"token": "x" * 43, "name": "New", "password": PASSWORD},
        works_for_owner=False,
        touches=_ATTEMPTS,
    ),
    "confirmEmailChange": _mutation(
        lambda _: {"token": "x" * 43}, works_for_owner=False, touches=_ATTEMPTS
    ),
    "updateProfile": _mutation(lambda _: {"name": "Another name"}),
    "requestEmailChange": _mutation(
        lambda _: {"email": "other@example.org", "password": PASSWORD},
        touches=frozenset({"attempt", "job"}),
    ),
    "changePassword": _mutation(
        lambda _: {"currentPassword": PASSWORD, "newPassword": "another good password"},
        touches=frozenset({"attempt", "job"}),
    ),
    "beginTotp": Case(),
    "confirmTotp": _mutation(
        lambda _: {"code": "000000"}, works_for_owner=False, touches=_ATTEMPTS
    ),
    "disableTotp": _mutation(
        lambda _: {"password": PASSWORD}, works_for_owner=False, touches=_ATTEMPTS
    ),
    "regenerateRecoveryCodes": _mutation(
        lambda _: {"password": PASSWORD}, works_for_owner=False, touches=_ATTEMPTS
    ),
    "savePreference": _mutation(lambda _: {"key": "grid", "value": {"columns": []}}),
    "saveDraft": _mutation(lambda _: {"key": "contact:new", "value": {"name": "other"}}),
    "discardDraft": _mutation(lambda _: {"key": "contact:new"}),
    "revokeSession": _mutation(lambda w: {"id": w["session"]}),
    "revokeOtherSessions": Case(),
    "switchAccount": _mutation(lambda w: {"accountId": w["account"]}),
    "updateAccount": _mutation(lambda _: {"name": "Another studio"}),
    "createToken": _mutation(lambda _: {"name": "Another", "scopes": ["READ"]}),
    "revokeToken": _mutation(lambda w: {"id": w["token"]}),
    "inviteMember": _mutation(
        lambda _: {"email": "another@example.org", "role": "ADMIN"},
        touches=frozenset({"attempt", "job"}),
    ),
    "resendInvitation": _mutation(
        lambda w: {"id": w["invitation"]}, touches=frozenset({"attempt"})
    ),
    "revokeInvitation": _mutation(lambda w: {"id": w["invitation"]}),
    "changeMemberRole": _mutation(lambda w: {"id": w["member"], "role": "ADMIN"}),
    "removeMember": _mutation(lambda w: {"id": w["member"]}),
    "leaveAccount": Case(works_for_owner=False),
    "transferOwnership": _mutation(
        lambda w: {"id": w["member"], "password": PASSWORD}, touches=_ATTEMPTS
    ),
    "createLabel": _mutation(lambda _: {"name": "another", "color": "PINK"}),
    "updateLabel": _mutation(
        lambda w: {"id": w["label"], "version": w["label_version"], "name": "another"}
    ),
    "deleteLabel": _mutation(lambda w: {"id": w["label"]}),
    "createCustomField": _mutation(lambda _: {"name": "Another", "kind": "NUMBER"}),
    "updateCustomField": _mutation(
        lambda w: {"id": w["custom_field"], "version": 1, "name": "Another"}
    ),
    "reorderCustomFields": _mutation(lambda w: {"ids": [w["last_field"], w["custom_field"]]}),
    "deleteCustomField": _mutation(lambda w: {"id": w["custom_field"]}),
    "restoreCustomField": _mutation(lambda w: {"id": w["deleted_field"]}),
    "createSegment": _mutation(
        lambda w: {
            "name": "Another",
            "filter": {"and": [{"labels": {"anyOf": [w["label"]]}}, {"segment": w["segment"]}]},
        }
    ),
    "updateSegment": _mutation(
        lambda w: {"id": w["segment"], "version": 1, "name": "Another", "filter": {"and": []}}
    ),
    "deleteSegment": _mutation(lambda w: {"id": w["private_segment"]}),
    "restoreSegment": _mutation(lambda w: {"id": w["deleted_segment"]}),
    "sendMessage": _mutation(
        lambda w: {"contactId": w["contact"], "html": "<p>Hello</p>", "to": MARKED}
    ),
    "sendMessageAgain": _mutation(lambda w: {"id": w["failed_message"]}),
    "discardMessage": _mutation(lambda w: {"id": w["held_message"]}),
    "cancelPaymentRequest": _mutation(lambda w: {"messageId": w["message"]}),
    "markThreads": _mutation(lambda w: {"ids": [w["thread"]], "isRead": False}),
    "archiveThreads": _mutation(lambda w: {"ids": [w["thread"]], "isArchived": True}),
    "assignThread": _mutation(lambda w: {"id": w["strange_thread"], "contactId": w["contact"]}),
    "createSavedReply": _mutation(lambda _: {"name": "Another", "html": "<p>Hello</p>"}),
    "updateSavedReply": _mutation(
        lambda w: {"id": w["saved_reply"], "version": 1, "name": "Another", "html": "<p>Hi</p>"}
    ),
    "deleteSavedReply": _mutation(lambda w: {"id": w["saved_reply"]}),
    "restoreSavedReply": _mutation(lambda w: {"id": w["deleted_reply"]}),
    "dismissSetAsideLetters": _mutation(lambda w: {"mailboxId": w["mailbox"]}),
    "saveMailbox": _mutation(
        lambda _: {
            "version": 1,
            "settings": {"fromName": "Another", "fromAddress": "another@example.org"},
        }
    ),
    "testMailbox": _mutation(
        lambda _: {"settings": {"fromName": "Another", "fromAddress": "another@example.org"}},
        touches=_ATTEMPTS,
    ),
    "removeMailbox": _mutation(lambda _: {"version": 1}),
    "createSite": _mutation(
        lambda w: {"address": "another.example.org", "contactId": w["contact"]}
    ),
    "updateSite": _mutation(lambda w: {"id": w["site"], "version": 1, "name": "Another"}),
    "deleteSite": _mutation(lambda w: {"id": w["site"]}),
    "restoreSite": _mutation(lambda w: {"id": w["deleted_site"]}),
    "linkSites": _mutation(lambda w: {"contactId": w["twin"], "siteIds": [w["site"]]}),
    "unlinkSite": _mutation(lambda w: {"contactId": w["contact"], "siteId": w["site"]}),
    "setSiteChecks": _mutation(lambda _: {"enabled": True}, touches=frozenset({"job"})),
    "createNote": _mutation(lambda w: {"contactId": w["contact"], "text": "Another"}),
    "updateNote": _mutation(lambda w: {"id": w["note"], "version": 1, "text": "Another"}),
    "pinNote": _mutation(lambda w: {"id": w["note"], "pinned": True}),
    "deleteNote": _mutation(lambda w: {"id": w["note"]}),
    "restoreNote": _mutation(lambda w: {"id": w["deleted_note"]}),
    "createContact": _mutation(
        lambda w: {
            "givenName": "New",
            "labelIds": [w["label"]],
            "customValues": [{"fieldId": w["custom_field"], "value": {"text": "new"}}],
        }
    ),
    "updateContact": _mutation(
        lambda w: {
            "id": w["contact"],
            "version": w["contact_version"],
            "company": "Another",
            "emails": [{"id": w["contact_email"], "address": "another@example.org"}],
        }
    ),
    "deleteContacts": _mutation(lambda w: {"selection": {"ids": [w["contact"]]}}),
    "restoreContacts": _mutation(lambda w: {"undo": w["undo"]}),
    "eraseContacts": _mutation(lambda w: {"selection": {"ids": [w["deleted"]]}}),
    "labelContacts": _mutation(
        lambda w: {"selection": {"ids": [w["contact"]]}, "remove": [w["label"]]}
    ),
    "changeContacts": _mutation(
        lambda w: {
            "selection": {"ids": [w["contact"]]},
            "change": {"company": {"value": "Another company"}},
        }
    ),
    "cancelJob": _mutation(lambda w: {"id": w["running_job"]}),
    "undoJob": _mutation(lambda w: {"id": w["job"]}),
    "exportContacts": _mutation(lambda w: {"selection": {"ids": [w["contact"]]}}),
    "createFileUpload": _mutation(lambda _: {"filename": "new.pdf", "sizeBytes": 100}),
    "discardFileUpload": _mutation(lambda w: {"uploadId": w["file_upload"]}),
    "submitLead": _mutation(
        lambda w: {
            "source": "Market",
            "leadId": "another",
            "title": "Another",
            "contact": {"email": "another@example.org"},
            "uploadIds": [w["whole_upload"]],
        }
    ),
    "changeProjectStatus": _mutation(lambda w: {"id": w["project"], "status": "WON"}),
    "addAttachments": _mutation(
        lambda w: {"contactId": w["contact"], "uploadIds": [w["whole_upload"]]}
    ),
    "renameAttachment": _mutation(lambda w: {"id": w["attachment"], "name": "other.pdf"}),
    "deleteAttachments": _mutation(lambda w: {"ids": [w["attachment"]]}),
    "restoreAttachments": _mutation(lambda w: {"ids": [w["deleted_attachment"]]}),
    "createContactImport": _mutation(lambda _: {"filename": "new.csv", "sizeBytes": 100}),
    "configureContactImport": _mutation(
        lambda w: {
            "id": w["import"],
            "columns": [{"index": 0, "target": {"customFieldId": w["custom_field"]}}],
            "labelIds": [w["label"]],
        }
    ),
    "checkContactImport": _mutation(lambda w: {"id": w["import"]}),
    "startContactImport": _mutation(lambda w: {"id": w["import"]}),
    "cancelContactImport": _mutation(lambda w: {"id": w["checked_import"]}),
    "undoContactImport": _mutation(lambda w: {"id": w["stopped_import"]}),
    "discardContactImport": _mutation(lambda w: {"id": w["import"]}),
    "dismissDuplicate": _mutation(lambda w: {"id": w["pair"]}),
    "mergeContacts": _mutation(
        lambda w: {
            "keptId": w["contact"],
            "keptVersion": w["contact_version"],
            "otherId": w["twin"],
            "otherVersion": 1,
        }
    ),
    "undoMerge": _mutation(lambda w: {"id": w["merge"]}),
    "markNotificationsRead": _mutation(lambda w: {"ids": [w["notification"]]}),
    "createTask": _mutation(
        lambda w: {
            "title": "Another",
            "contactId": w["contact"],
            "assigneeId": w["member"],
            "due": {"words": "tomorrow"},
        }
    ),
    "updateTask": _mutation(
        lambda w: {
            "id": w["task"],
            "version": 1,
            "title": "Another",
            "contactId": w["twin"],
            "assigneeId": w["member"],
        }
    ),
    "completeTask": _mutation(lambda w: {"id": w["task"]}),
    "reopenTask": _mutation(lambda w: {"id": w["completed_task"]}),
    "deleteTask": _mutation(lambda w: {"id": w["task"]}),
    "restoreTask": _mutation(lambda w: {"id": w["deleted_task"]}),
    "createCalendarFeed": Case(),
    "revokeCalendarFeed": Case(),
    "createUploadTicket": _mutation(lambda _: {"purpose": "CONTACT_PHOTO"}),
    "setContactPhoto": _mutation(
        lambda w: {
            "contactId": w["contact"],
            "version": w["contact_version"],
            "uploadId": w["upload"],
        }
    ),
    "removeContactPhoto": _mutation(
        lambda w: {"contactId": w["contact"], "version": w["contact_version"]}
    ),
    **billing_cases.MUTATIONS,
    **google_cases.MUTATIONS,
    **board_cases.MUTATIONS,
    **privacy_cases.MUTATIONS,
    **campaign_cases.MUTATIONS,
}

SUBSCRIPTIONS = {
    "contactChanged": Case(lambda w: {"id": w["contact"], "after": w["cursor"]}),
    "contactsChanged": Case(lambda w: {"after": w["cursor"]}),
    "jobProgress": Case(lambda w: {"id": w["running_job"], "after": w["cursor"]}),
    "changes": Case(lambda w: {"after": w["cursor"]}),
    "tasksChanged": Case(lambda w: {"contactId": w["contact"], "after": w["cursor"]}),
    "notifications": Case(lambda w: {"after": w["cursor"]}),
    "projectsChanged": Case(lambda w: {"contactId": w["contact"], "after": w["cursor"]}),
    "attachmentsChanged": Case(lambda w: {"contactId": w["contact"], "after": w["cursor"]}),
    "contactTimeline": Case(lambda w: {"contactId": w["contact"], "after": w["cursor"]}),
    "inboxChanged": Case(lambda w: {"after": w["cursor"]}),
    "threadChanged": Case(lambda w: {"contactId": w["contact"], "after": w["cursor"]}),
    "notesChanged": Case(lambda w: {"contactId": w["contact"], "after": w["cursor"]}),
    "importProgress": Case(lambda w: {"id": w["import"], "after": w["cursor"]}),
    **billing_cases.SUBSCRIPTIONS,
    **board_cases.SUBSCRIPTIONS,
    **privacy_cases.SUBSCRIPTIONS,
    **campaign_cases.SUBSCRIPTIONS,
}
