"""What the answerers that ask a web server share: one client, its failures, templates.

addresses.py    addresses and header fields, checked, with ``${NAME}`` from the environment
templates.py    {question}, {document} and {id} in addresses, request bodies and prompts
replies.py      what came back, as text or JSON, and the path to the answer inside
client.py       one server, asked (imports pycurl: only where a question is asked)
connections.py  connections kept and opened, a few at a time
transfers.py    one request by libcurl, and what comes back on it
sockets.py      the sockets of its connections
targets.py      an address as it travels
heads.py        a reply's status line and fields
environment.py  proxies and certificates
failures.py     what went wrong, as an AnswererError of the right kind
"""
