"""Billing: who sells, what is sold, and the documents of it.

models         the tables: seller's settings, taxes, products, documents, their numbers, the ledger
limits         how many, how long, how much
rules          what is said and checked: settings, taxes, drafts, issuing, the chain
rows, document_rows, line_rows, recurring_rows   the light objects that reads return
queries        every SELECT, scoped to the actor's account
service        settings, taxes, products and documents written; the ledger verified
live           documents as they change
logos logo_http  logos on their way in and out
printing       a document as rendering is given it
rendering      PDF/A and pictures of pages
jobs http      PDFs of what was issued, made and served; what comes on its day
downloads      tables and archives for the accountant; bookkeeping: their rows
registrations  how documents follow contacts; personal data
events errors  facts, coded refusals
schema         GraphQL
"""
