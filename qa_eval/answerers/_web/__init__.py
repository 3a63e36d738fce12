"""What the answerers that ask a web server share: one client, its failures, keys that stay hidden, templates.

keys.py       ``${NAME}`` of the environment in addresses and header fields, and their values struck out of every text
templates.py  {question}, {document} and {id} in addresses, request bodies and prompts
replies.py    what came back, as text or JSON, and the path to the answer inside
failures.py   what went wrong, as an AnswererError of the right kind
client.py     the connection (imports aiohttp: only where a question is asked)
"""
