"""Pure decisions of billing.

kinds      kinds of documents, categories of taxes, when numbers begin anew
identity   registration, VAT and fiscal numbers, IBAN and BIC
numbering  patterns of numbers
totals     what lines add up to
amounts    prices and percents that can be kept
settings   what a seller says once, checked; as JSON
taxes      a tax checked; the taxes of France, of Italy, and none
defaults   what a country's sellers usually want
content    what a document says, whole, as JSON
drafting   what a draft may say
issuing    what a document must have before it is issued
lifecycle  from draft to paid
recurring  on which days recurring invoices are made
reminding  on which days clients are reminded
ledger     the chain of what was issued
"""
