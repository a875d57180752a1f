"""Documents through the API: a quote that becomes an invoice, and what is refused on the way."""

from __future__ import annotations

from tests.factories.billing import new_seller

DOCUMENT = """id version status number
  lines { kind name quantity unitPrice { minor } total { formatted(locale: "fr") } taxName taxRate }
  totals { net { minor } taxes { rate names amount { minor } } total { minor currency } }
  payments { amount { minor } method paidOn } balance { minor } buyer { name } seller { name }"""


def verb(name, type_name):
    return f"""mutation ($input: {type_name}!) {{ {name}(input: $input) {{
      document {{ {DOCUMENT} }} conflict {{ version content: title }}
      errors {{ code path parameters {{ name value }} }} }} }}"""


async def test_a_quote_becomes_an_invoice_that_is_paid(owner, ask_as):
    await new_seller(owner.actor)
    ask = ask_as(owner)

    async def do(name, type_name, **values):
        return (await ask.data(verb(name, type_name), input=values))[name]

    tax = (await ask.data("{ taxes { id } }"))["taxes"][0]["id"]
    lines = [
        {"kind": "HEADING", "name": "Phase 1"},
        {"name": "Work", "quantity": "7", "unitPriceMinor": 13, "taxId": tax},
    ]
    content = {"buyer": {"name": "Example Client"}, "lines": lines, "title": "Site"}
    made = await do(
        "createBillingDocument", "CreateBillingDocumentInput", kind="QUOTE", content=content
    )
    quote = made["document"]
    assert quote["totals"] == {
        "net": {"minor": 91},
        "taxes": [{"rate": "20", "names": ["TVA 20 %"], "amount": {"minor": 18}}],
        "total": {"minor": 109, "currency": "EUR"},
    }
    assert [line["total"]["formatted"] for line in quote["lines"]] == ["0,00\xa0€", "0,91\xa0€"]
    place = {"id": quote["id"], "version": quote["version"]}
    edit = {**place, "content": {"title": "Other"}}
    await do("updateBillingDocument", "UpdateBillingDocumentInput", **edit)
    stale = await do("updateBillingDocument", "UpdateBillingDocumentInput", **edit)
    assert (stale["document"], stale["conflict"]) == (None, {"version": 2, "content": "Other"})
    assert [each["code"] for each in stale["errors"]] == ["STALE_VERSION"]
    place["version"] = 2
    issued = await do("issueBillingDocument", "IssueBillingDocumentInput", **place)
    assert (issued["document"]["status"], issued["document"]["seller"]["name"]) == (
        "ISSUED", "Atelier Exemple",
    )  # fmt: skip
    place["version"] = 3
    await do("answerQuote", "AnswerQuoteInput", **place, accepted=True)
    place["version"] = 4
    invoice = (await do("invoiceQuote", "InvoiceQuoteInput", **place))["document"]
    own = {"id": invoice["id"], "version": invoice["version"]}
    await do("issueBillingDocument", "IssueBillingDocumentInput", **own)
    payment = {"invoiceId": invoice["id"], "amountMinor": 109, "method": "CARD"}
    paid = (await do("recordPayment", "RecordPaymentInput", **payment))["document"]
    assert (paid["status"], paid["balance"]["minor"]) == ("PAID", 0)
    assert [each["method"] for each in paid["payments"]] == ["CARD"]


async def test_all_that_is_missing_is_told_by_its_place(owner, ask_as):
    ask = ask_as(owner)
    made = await ask.data(
        verb("createBillingDocument", "CreateBillingDocumentInput"),
        input={"kind": "INVOICE", "content": {"lines": [{"quantity": "0"}]}},
    )
    draft = made["createBillingDocument"]["document"]
    answer = await ask.data(
        verb("issueBillingDocument", "IssueBillingDocumentInput"),
        input={"id": draft["id"], "version": 1},
    )
    errors = answer["issueBillingDocument"]["errors"]
    assert {(each["code"], ".".join(each["path"])) for each in errors} >= {
        ("SELLER_INCOMPLETE", "seller.street"),
        ("REQUIRED", "buyer.name"),
        ("EMPTY_DOCUMENT", "lines"),
        ("REQUIRED", "lines.0.taxId"),
    }


async def test_what_is_not_saved_is_reckoned_as_a_save_would(owner, ask_as):
    await new_seller(owner.actor)
    ask = ask_as(owner)
    tax = (await ask.data("{ taxes { id } }"))["taxes"][0]["id"]
    lines = [
        {"kind": "HEADING", "name": "Phase 1"},
        {"name": "Work", "quantity": "7", "unitPriceMinor": 13, "taxId": tax},
        {"quantity": "2.5", "unitPriceMinor": 999, "discountPercent": "10"},
    ]
    said = {"currency": "EUR", "lines": lines, "discountPercent": "5"}
    amounts = """lines { total { minor } discount { minor } }
      totals { lines { minor } discount { minor } net { minor } tax { minor } total { minor }
        taxes { rate base { minor } amount { minor } } }"""
    asked = (
        f"query ($input: BillingTotalsInput!) {{ billingTotals(input: $input) {{ {amounts} }} }}"
    )
    reckoned = (await ask.data(asked, input=said))["billingTotals"]
    made = await ask.data(
        verb("createBillingDocument", "CreateBillingDocumentInput").replace(DOCUMENT, amounts),
        input={"kind": "INVOICE", "content": said},
    )
    assert reckoned == made["createBillingDocument"]["document"]
    assert reckoned["totals"]["total"]["minor"] == 2239


async def test_what_cannot_be_reckoned_is_refused_by_its_place(owner, ask_as):
    answer = await ask_as(owner)(
        'query { billingTotals(input: {currency: "EUR", lines: [{quantity: "-1"}]}) '
        "{ totals { total { minor } } } }"
    )
    (told,) = answer["errors"][0]["extensions"]["refusals"]
    assert (told["code"], told["path"]) == ("NUMBER_OUT_OF_RANGE", ["lines", "0", "quantity"])
