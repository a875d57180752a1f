"""What the list, the card and the forms of contacts share."""
