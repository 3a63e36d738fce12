"""What the answerers that ask a web server share: one client, its failures, templates.

addresses.py  addresses and header fields, checked, with ``${NAME}`` from the environment
templates.py  {question}, {document} and {id} in addresses, request bodies and prompts
replies.py    what came back, as text or JSON, and the path to the answer inside
failures.py   what went wrong, as an AnswererError of the right kind
client.py     the connection (imports aiohttp: only where a question is asked)
"""
