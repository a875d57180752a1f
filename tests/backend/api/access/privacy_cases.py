"""What root fields of privacy requests are asked."""

from __future__ import annotations

from tests.backend.api.access.case import Case, mutation
from tests.backend.api.access.privacy_world import EMAIL

QUERIES = {
    "privacyRequest": Case(lambda w: {"id": w["privacy_request"]}),
    "privacyRequests": Case(lambda _: {"first": 50}),
    "openPrivacyRequestCount": Case(),
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
    "cancelPrivacyRequest": mutation(lambda w: {"id": w["privacy_request"]}),
}
SUBSCRIPTIONS = {
    "privacyRequestChanged": Case(lambda w: {"after": w["cursor"]}),
}
