"""A hub of data sets on 127.0.0.1 for tests: it speaks what ``huggingface_hub`` and ``datasets`` ask of a real one."""

import contextlib
import hashlib
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote

COMMIT = "0123456789abcdef0123456789abcdef01234567"


@contextlib.contextmanager
def serving(name, files):  # noqa: C901 - one branch a kind of request
    """Serve the data set ``name`` with files by path; yields the address and the list of the paths that were asked for."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *args):
            pass

        def do_GET(self):
            path = unquote(self.path).partition("?")[0]
            asked.append(path)
            length = int(self.headers.get("Content-Length") or 0)
            body = self.rfile.read(length)
            api, download = f"/api/datasets/{name}", f"/datasets/{name}/resolve/"
            if path.startswith(f"{api}/tree/"):
                folder = path.removeprefix(f"{api}/tree/").partition("/")[2]
                self.say([entry(file) for file in files] if not folder else None)
            elif path.startswith(f"{api}/paths-info/"):
                self.say([entry(file) for file in json.loads(body)["paths"] if file in files])
            elif path.startswith(api):
                siblings = [{"rfilename": file} for file in files]
                self.say({"id": name, "sha": COMMIT, "siblings": siblings, "tags": [], "private": False})
            elif path.startswith(download) and path.removeprefix(download).partition("/")[2] in files:
                file = path.removeprefix(download).partition("/")[2]
                etag = f'"{entry(file)["oid"]}"'
                self.send(files[file], {"ETag": etag, "X-Repo-Commit": COMMIT})
            else:
                kind = "EntryNotFound" if name in path else "RepoNotFound"
                self.send(b"{}", {"X-Error-Code": kind, "X-Repo-Commit": COMMIT}, 404)

        do_HEAD = do_POST = do_GET  # noqa: N815 - the library's own names

        def say(self, value):
            found = {
                "Content-Type": "application/json",
                **({} if value is not None else {"X-Error-Code": "EntryNotFound"}),
            }
            self.send(json.dumps(value or {}).encode(), found, 200 if value is not None else 404)

        def send(self, body, headers, status=200):
            self.send_response(status)
            for key, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(key, value)
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

    def entry(file):
        return {"type": "file", "oid": hashlib.sha1(files[file]).hexdigest(), "size": len(files[file]), "path": file}  # noqa: S324 - git's

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
