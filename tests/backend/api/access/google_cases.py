"""What root fields of Google accounts are asked."""

from __future__ import annotations

from tests.backend.api.access.case import Case, mutation

QUERIES = {"googleContacts": Case()}
MUTATIONS = {
    "connectGoogleAccount": mutation(lambda w: {"accountId": w["google_account"]}),
    # No Google answers here.
    "readGoogleLabels": mutation(lambda w: {"id": w["google_account"]}, works_for_owner=False),
    "disconnectGoogleAccount": mutation(lambda w: {"id": w["google_account"]}),
    "createGoogleImport": mutation(
        lambda w: {"accountId": w["google_account"], "label": "contactGroups/1"}
    ),
    "resumeGoogleImport": mutation(lambda w: {"id": w["google_import"]}),
}
