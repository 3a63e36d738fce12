#!/usr/bin/env sh
# Make what is published into dist/: the sdist, the wheel built from it, and the list of what they stand on (CycloneDX).
# Everything is built twice, the second time from a copy elsewhere with other times and rights, and has to be the same bytes.
set -eu
cd "$(dirname "$0")/.."
scripts/environment.sh release
python=$PWD/.venv/bin/python
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 1577836800)}
PYTHONHASHSEED=0
export SOURCE_DATE_EPOCH PYTHONHASHSEED

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rm -rf dist
"$python" -m build --no-isolation --outdir dist . >"$work/log" || { cat "$work/log" >&2; exit 1; }

mkdir "$work/copy" "$work/again"
tar -xzf dist/*.tar.gz -C "$work/copy" --strip-components=1
(cd "$work/copy" && find . -type f -exec touch -d 2001-01-01 {} + && chmod -R go-rwx .)
"$python" -m build --no-isolation --outdir "$work/again" "$work/copy" >"$work/log" || { cat "$work/log" >&2; exit 1; }
for file in dist/*; do
  cmp "$file" "$work/again/$(basename "$file")" || { echo "$file is not the same bytes when it is built again" >&2; exit 1; }
done
"$python" -m twine check --strict dist/*

# what a user gets: the wheel and the packages that it asks for, at the versions that are tested
"$python" -m venv "$work/user"
"$work/user/bin/python" -m pip install --disable-pip-version-check -q -c constraints.txt dist/*.whl
"$work/user/bin/python" -m pip uninstall --disable-pip-version-check -q -y pip setuptools 2>/dev/null || true
"$python" -m cyclonedx_py environment --pyproject pyproject.toml --output-reproducible --of JSON -o "$work/sbom.json" "$work/user/bin/python"
"$python" scripts/sbom.py "$work/sbom.json" viewer/package-lock.json dist
"$python" - dist/*.cdx.json <<'END'
import sys
from pathlib import Path
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
sys.exit(JsonStrictValidator(SchemaVersion.V1_6).validate_str(Path(sys.argv[1]).read_text("utf-8")))
END
(cd dist && sha256sum -- *)
