"""API tokens: keys for client apps."""
