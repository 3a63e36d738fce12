"""What the answerers of official SDKs share: which failure an SDK's exception stands for, and where a key may go.

The SDKs of OpenAI and Anthropic name their exceptions alike.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from qa_eval.answerers._texts import one_line
from qa_eval.errors import AnswererError, SpecError

if TYPE_CHECKING:
    from qa_eval.redaction import Keys

LONGEST = 300
TOO_MANY_REQUESTS, SERVER_ERRORS = 429, 500
NO_KEY = "none"  # what a server without keys is given, since the SDKs insist on one


def key_of(keys: Keys, variable: str, base_url: str) -> str:
    """Return the key of an environment variable. Raises SpecError when there is none and no other server is named."""
    if os.environ.get(variable, "").strip():
        return keys.take(variable)
    if not base_url:
        raise SpecError(f"the environment variable {variable} is not set", hint=f"export {variable}=… before the run")
    return NO_KEY


def failure_of(sdk: Any, error: Exception, keys: Keys) -> AnswererError:
    """Return the failure that an exception of an SDK stands for."""
    said = keys.redact(one_line(str(error), LONGEST))
    if isinstance(error, sdk.APITimeoutError):
        return AnswererError("timeout", said, retryable=True)
    if isinstance(error, sdk.APIConnectionError):
        cause = f": {one_line(str(error.__cause__), LONGEST)}" if error.__cause__ else ""
        return AnswererError("connection", keys.redact(f"{said}{cause}"), retryable=True)
    if isinstance(error, sdk.APIStatusError):
        status = int(error.status_code)
        if status == TOO_MANY_REQUESTS:
            quota = "quota" in said.lower()  # a used-up account does not recover
            kind = "refused" if quota else "rate_limited"
            return AnswererError(kind, said, retryable=not quota, retry_after=_wait(error))
        if status >= SERVER_ERRORS:
            return AnswererError("server", said, retryable=True, retry_after=_wait(error))
        return AnswererError("refused", said)
    return AnswererError("garbage", said)


def _wait(error: Any) -> float | None:
    try:
        return max(0.0, float(error.response.headers.get("retry-after")))
    except (TypeError, ValueError):
        return None
