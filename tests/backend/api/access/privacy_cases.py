"""What root fields of privacy requests are asked."""

from __future__ import annotations

from tests.backend.api.access.case import Case, mutation
from tests.backend.api.access.privacy_world import EMAIL

QUERIES = {
    "privacyRequest": Case(lambda w: {"id": w["privacy_request"]}),
    "privacyRequests": Case(lambda _: {"first": 50}),
    "openPrivacyRequestCount": Case(),
    "erasurePreview": Case(lambda w: {"id": w["privacy_request"]}),
    "privacyCopyLetter": Case(lambda w: {"id": w["privacy_copy"]}),
    "privacyRequestMatches": Case(lambda _: {"details": {"email": EMAIL}}),
}
MUTATIONS = {
    "createPrivacyRequest": mutation(
        lambda w: {
            "kind": "ERASURE",
            "details": {"email": EMAIL, "name": "Another"},
            "contactIds": [w["twin"]],
        }
    ),
    "confirmPrivacyRequest": mutation(
        lambda w: {"id": w["privacy_request"], "contactIds": [w["twin"]]}
    ),
    "startErasure": mutation(
        lambda w: {"id": w["privacy_request"], "typed": w["erasure_words"], "delayHours": 24}
    ),
    "createPrivacyLink": mutation(lambda w: {"id": w["privacy_copy"]}),
    "revokePrivacyLink": mutation(lambda w: {"id": w["privacy_copy"]}),
    "sendPrivacyCopy": mutation(lambda w: {"id": w["privacy_copy"]}),
    "deletePrivacyCopy": mutation(lambda w: {"id": w["privacy_copy"]}),
    "cancelPrivacyRequest": mutation(lambda w: {"id": w["privacy_request"]}),
}
SUBSCRIPTIONS = {
    "privacyRequestChanged": Case(lambda w: {"after": w["cursor"]}),
}
