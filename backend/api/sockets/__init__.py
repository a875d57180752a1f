"""GraphQL over WebSocket: the ``graphql-transport-ws`` protocol.

endpoint    the handshake: origin, subprotocol
connection  one socket: reading, its operations, its end
messages    what clients send, checked
flow        how fast they may send
shared      what many sockets are sent, packed once

Source: the graphql-ws repository's PROTOCOL.md. The older ``graphql-ws`` subprotocol is not spoken.
"""
