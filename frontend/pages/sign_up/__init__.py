"""Signing up: the person, and the business whose client book this will be."""
