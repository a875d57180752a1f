"""When clients are reminded of invoices: a part of the settings of billing."""
