#!/usr/bin/env sh
# Make the project's own environment in .venv and install it there: environment.sh [run|test|docs|release]
# Needs Debian or macOS; where Python 3.11 or newer, its venv module or a browser is missing, it installs them.
set -eu
want=${1:-run}
venv=.venv
[ "$want" != hf ] || venv=.venv-hf # torch is large, and what it needs may not fit the rest
cd "$(dirname "$0")/.."

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else
    echo "cannot install system packages: run as root once: $*" >&2
    exit 2
  fi
}

debian() { command -v apt-get >/dev/null; }

install_debian() {
  as_root apt-get update -q
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@"
}

find_python() {
  for name in "${PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11; do
    if command -v "$name" >/dev/null && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
      command -v "$name"
      return 0
    fi
  done
  return 1
}

if ! python=$(find_python); then
  if debian; then install_debian python3 python3-venv; elif command -v brew >/dev/null; then brew install python@3.13; fi
  python=$(find_python) || { echo "Python 3.11 or newer is needed; install it and run this again" >&2; exit 2; }
fi

if [ ! -x $venv/bin/python ]; then
  if ! "$python" -c 'import ensurepip, venv' 2>/dev/null && debian; then install_debian python3-venv; fi
  "$python" -m venv "$venv"
fi

# what was installed is noted, so that the second call costs nothing
stamp=$venv/installed-$want
digest=$(cat pyproject.toml constraints.txt scripts/environment.sh | cksum)
if [ "$(cat "$stamp" 2>/dev/null)" != "$digest" ]; then
  more=
  case $want in
    run) extras= ;;
    test) extras='[dev]' ;;
    hf) extras='[hf,onnx]' more="onnx hypothesis pytest-timeout ${TORCH:-torch}" ;;
    *) extras="[$want]" ;;
  esac
  # shellcheck disable=SC2086 # several packages
  "$venv/bin/python" -m pip install --disable-pip-version-check -q -c constraints.txt -e ".$extras" $more
  printf '%s' "$digest" >"$stamp"
fi

if [ "$want" = test ] && ! .venv/bin/python tests/browser.py >/dev/null 2>&1; then
  if debian; then install_debian chromium fonts-dejavu-core; else .venv/bin/python -m playwright install chromium; fi
  .venv/bin/python tests/browser.py
fi
