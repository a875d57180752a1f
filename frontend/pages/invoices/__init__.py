"""The page of invoices and their credit notes."""
