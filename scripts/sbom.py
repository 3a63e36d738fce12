"""Complete a release's bill of materials with what the report's page bundles: sbom.py SBOM PACKAGE-LOCK FOLDER.

Writes FOLDER/qa_eval-VERSION.cdx.json, CycloneDX JSON.
"""

from __future__ import annotations

import base64
import json
import sys
from pathlib import Path
from typing import Any

NODE = "node_modules/"


def bundled(lock: dict[str, Any]) -> list[dict[str, Any]]:
    """Return a component for every package of a package-lock.json that is built into the page: those not for development."""
    found = []
    for path, package in sorted(lock["packages"].items()):
        if not path.startswith(NODE) or package.get("dev") or package.get("peer") or package.get("optional"):
            continue
        name, version = path.removeprefix(NODE), package["version"]
        algorithm, _, digest = package["integrity"].partition("-")
        found.append(
            {
                "bom-ref": f"pkg:npm/{name}@{version}",
                "type": "library",
                "name": name,
                "version": version,
                "purl": f"pkg:npm/{name}@{version}",
                "licenses": [{"license": {"id": package["license"]}}],
                "hashes": [
                    {"alg": algorithm.upper().replace("SHA", "SHA-"), "content": base64.b64decode(digest).hex()}
                ],
                "description": "compiled into qa_eval/reporters/html/template.html",
            }
        )
    return found


def completed(bom: dict[str, Any], lock: dict[str, Any], version: str) -> dict[str, Any]:
    """Return the bill with our own version, and the bundled packages as components that ours stands on."""
    ours = bom["metadata"]["component"]
    ours |= {"version": version, "purl": f"pkg:pypi/{ours['name']}@{version}"}
    more = bundled(lock)
    needs = {need["ref"]: need for need in bom["dependencies"]} | {
        part["bom-ref"]: {"ref": part["bom-ref"]} for part in more
    }
    mine = needs[ours["bom-ref"]]
    needs[ours["bom-ref"]] = {**mine, "dependsOn": sorted([*mine["dependsOn"], *(part["bom-ref"] for part in more)])}
    return {**bom, "components": [*bom["components"], *more], "dependencies": [needs[ref] for ref in sorted(needs)]}


def main(sbom: str, lock: str, folder: str) -> None:
    """Complete the bill of the wheel in a folder, and write it beside the wheel."""
    version = next(Path(folder).glob("*.whl")).name.split("-")[1]
    bom = completed(json.loads(Path(sbom).read_text("utf-8")), json.loads(Path(lock).read_text("utf-8")), version)
    target = Path(folder) / f"qa_eval-{version}.cdx.json"
    target.write_text(json.dumps(bom, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
