"""The web interface, rendered on the server with ReactPy.

It imports nothing of the backend: `create_frontend` (app.py) is handed two callables, execute and
subscribe, and every page reads and writes through GraphQL documents (operations/). `README.md`
shows how a page is written.
"""
