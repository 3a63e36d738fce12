#!/usr/bin/env sh
# Install each other harness, tracker and SDK that we work with into an environment of its own in .adapters/, with this
# project as it stands beside it: adapters.sh [models]. With "models", the servers of transformers and of llama-cpp-python as
# well: PyTorch, which is large, and a compiler at work for half an hour. What is there already is left; delete .adapters/ to start anew.
set -eu
cd "$(dirname "$0")/.."
here=.adapters
mkdir -p "$here"

if [ ! -x "$here/uv/bin/uv" ]; then
  .venv/bin/python -m venv "$here/uv"
  "$here/uv/bin/pip" install --disable-pip-version-check -q uv==0.13.9
fi

place() { # NAME PACKAGE…
  name=$1
  shift
  stamp="$here/$name/installed"
  digest=$(cat pyproject.toml scripts/adapters.sh | cksum)
  if [ "$(cat "$stamp" 2>/dev/null)" != "$digest" ]; then
    [ -x "$here/$name/bin/python" ] || "$here/uv/bin/uv" venv -q -p .venv/bin/python "$here/$name"
    "$here/uv/bin/uv" pip install -q -p "$here/$name/bin/python" -e . "$@"
    printf '%s' "$digest" >"$stamp"
  fi
}

place inspect_ai inspect_ai==0.3.285
place lm_eval lm_eval==0.4.13
place evaluate evaluate==0.4.6
place mlflow mlflow-skinny==3.17.2 sqlalchemy==2.1.9 alembic==1.20.1
place wandb wandb==0.31.0
place duckdb duckdb-cli==1.5.6
place servers fastapi==0.165.0 uvicorn==0.54.0
if [ "${1:-}" = models ]; then
  "$here/uv/bin/uv" pip install -q -p "$here/servers/bin/python" "transformers[serving]==5.24.0" "${TORCH:-torch==2.13.0}"
  export CMAKE_ARGS="-DGGML_NATIVE=OFF -DGGML_OPENMP=OFF -DLLAVA_BUILD=OFF"
  place llama "llama-cpp-python[server]==0.3.36" gguf==0.19.0
fi
place sdks openai==3.57.0 anthropic==2.14.0 pytest pytest-timeout hypothesis

# promptfoo is a program of Node.js, which the tests' own environment brings
if [ ! -x "$here/promptfoo/node_modules/.bin/promptfoo" ]; then
  mkdir -p "$here/promptfoo"
  PATH="$PWD/.venv/bin:$PATH"
  npm install --prefix "$here/promptfoo" --no-audit --no-fund --ignore-scripts --omit=optional --loglevel=error \
    promptfoo@0.121.20 "@libsql/$(node -p "process.platform + '-' + process.arch + (process.platform === 'linux' ? '-gnu' : '')")"
fi
