"""Choosing a new password, by the link of a letter."""
