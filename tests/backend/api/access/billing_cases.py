"""What root fields of billing are asked."""

from __future__ import annotations

from tests.backend.api.access.case import Case, mutation

QUERIES = {
    "billingSettings": Case(),
    "taxes": Case(lambda _: {"archived": True}),
    "products": Case(lambda _: {"search": None, "first": 50}),
}
MUTATIONS = {
    "updateBillingSettings": mutation(lambda _: {"version": 1, "seller": {"name": "Another"}}),
    "createTax": mutation(lambda _: {"name": "Another", "rate": "20"}),
    "updateTax": mutation(
        lambda w: {"id": w["tax"], "version": 1, "name": "Another", "rate": "20"}
    ),
    "archiveTax": mutation(lambda w: {"id": w["tax"]}),
    "restoreTax": mutation(lambda w: {"id": w["archived_tax"]}),
    "addTaxPreset": mutation(lambda _: {"preset": "FRANCE"}),
    "createProduct": mutation(
        lambda w: {
            "name": "Another",
            "price": {"minor": 100, "currency": "EUR"},
            "taxId": w["tax"],
        }
    ),
    "updateProduct": mutation(lambda w: {"id": w["product"], "version": 1, "name": "Another"}),
    "deleteProduct": mutation(lambda w: {"id": w["product"]}),
    "restoreProduct": mutation(lambda w: {"id": w["deleted_product"]}),
}
