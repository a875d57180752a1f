"""The person: name, address, language, clock, colours."""
