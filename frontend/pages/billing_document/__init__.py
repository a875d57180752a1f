"""The page of one quote, invoice or credit note: the builder of a draft, else the document."""
