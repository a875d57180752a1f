"""The account: the business whose client book this is."""
