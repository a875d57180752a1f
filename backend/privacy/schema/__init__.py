"""GraphQL of privacy requests: parse → service or queries → wrap, nothing else.

types    the request, and who it may be
erasure_types, erasure   what an erasure takes and leaves; confirming it
inputs   what mutations take, and answer
copies, copy_types   how a copy reaches who asked for it
fields   queries, mutations, and following requests
"""

import backend.privacy.registrations  # noqa: F401 - requests follow contacts wherever they go
from backend.privacy.schema.copies import PrivacyCopiesMutation, PrivacyCopiesQuery
from backend.privacy.schema.erasure import ErasureMutation, ErasureQuery
from backend.privacy.schema.fields import PrivacyMutation, PrivacyQuery, PrivacySubscription

__all__ = [
    "ErasureMutation",
    "ErasureQuery",
    "PrivacyCopiesMutation",
    "PrivacyCopiesQuery",
    "PrivacyMutation",
    "PrivacyQuery",
    "PrivacySubscription",
]
