"""A web application of the standard library alone; it prints its address and serves until it is stopped.

python examples/http_app.py 8000 &
qa-eval run -a http://localhost:8000/ask
"""

import json
import re
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class App(BaseHTTPRequestHandler):
    """Takes {"question", "document"} by POST and answers {"answer"}."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        """Answer with the first figure of the document's sentence that is nearest to the question."""
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        words = set(asked["question"].lower().split())
        sentence = max(asked["document"].split(". "), key=lambda each: len(words & set(each.lower().split())))
        figure = re.search(r"\d[\d,.]*(?: [a-z]+)?", sentence)
        reply = json.dumps({"answer": figure.group() if figure else "not stated"}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(reply)))
        self.end_headers()
        self.wfile.write(reply)

    def log_message(self, *_arguments: object) -> None:
        """Say nothing of each request."""


if __name__ == "__main__":
    ThreadingHTTPServer.request_queue_size = 64  # that many may come at once; Python's own number is 5
    server = ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1]) if len(sys.argv) > 1 else 0), App)
    print(f"http://127.0.0.1:{server.server_port}/ask", flush=True)
    server.serve_forever()
