"""Write what the program is made with as CycloneDX JSON, from a lock file and what the installed packages say of themselves.

usage: python scripts/sbom.py [requirements/runtime.lock] > sbom.cdx.json

The bytes depend on the lock file and those packages only: no clock, no chance. A lock file pins a version for every platform, with the
digest of each of its files; what is not installed on this one is listed without its licence.
"""

from __future__ import annotations

import re
import sys
import tomllib
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import License
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

ROOT = Path(__file__).parents[1]
CLASSIFIED = "License :: OSI Approved :: "


@dataclass(frozen=True)
class Pin:
    """A package in a lock file."""

    name: str
    version: str
    digests: list[str] = field(default_factory=list)


def pins(lock: str) -> Iterator[Pin]:
    """The packages of a lock file, in its order."""
    pin = None
    for line in lock.splitlines():
        if found := re.match(r"([\w.-]+)==([^\s;\\]+)", line):
            if pin:
                yield pin
            pin = Pin(normal(found[1]), found[2])
        elif pin and (found := re.match(r"\s+--hash=sha256:([0-9a-f]{64})", line)):
            pin.digests.append(found[1])
    if pin:
        yield pin


def normal(name: str) -> str:
    """A name as indexes have it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def about(name: str) -> PackageMetadata | None:
    """What an installed package says of itself."""
    try:
        return metadata(name)
    except PackageNotFoundError:
        return None


def licences(said: PackageMetadata | None) -> Iterator[License]:
    """The licence of a package: the expression that it names, else its classifiers, else its words where they are few."""
    make = LicenseFactory()
    if said is None:
        return
    classified = [entry.removeprefix(CLASSIFIED) for entry in said.get_all("Classifier") or () if entry.startswith(CLASSIFIED)]
    if "License-Expression" in said:
        yield make.make_from_string(said["License-Expression"])
    elif classified:
        yield from (make.make_from_string(name) for name in classified)
    elif "License" in said and len(said["License"]) < 80:
        yield make.make_from_string(said["License"])


def needs(said: PackageMetadata | None) -> set[str]:
    """The names of what a package needs, its extras left out."""
    lines = (said.get_all("Requires-Dist") if said is not None else None) or ()
    return {normal(re.split(r"[^\w.-]", line, maxsplit=1)[0]) for line in lines if "extra ==" not in line}


def component(pin: Pin) -> Component:
    """A package with the digests of the files that may be installed of it."""
    said = about(pin.name)
    purl = PackageURL("pypi", None, pin.name, pin.version)
    files = [HashType(alg=HashAlgorithm.SHA_256, content=digest) for digest in pin.digests]
    return Component(
        type=ComponentType.LIBRARY,
        name=pin.name,
        version=pin.version,
        purl=purl,
        bom_ref=str(purl),
        description=said["Summary"] if said is not None else None,
        licenses=licences(said),
        external_references=[ExternalReference(type=ExternalReferenceType.DISTRIBUTION, url=XsUri(str(purl)), hashes=files)],
    )


def bill(project: Mapping[str, object], version: str, lock: str) -> str:
    """The bill of materials of a project with a lock file."""
    name, wanted = str(project["name"]), project["dependencies"]
    assert isinstance(wanted, list)
    purl = PackageURL("pypi", None, name, version)
    licence = LicenseFactory().make_from_string(str(project["license"]))
    root = Component(
        type=ComponentType.APPLICATION, name=name, version=version, purl=purl, bom_ref=str(purl), licenses=[licence],
        description=str(project["description"]),
    )  # fmt: skip
    parts = {pin.name: component(pin) for pin in pins(lock)}
    bom = Bom(components=parts.values(), serial_number=uuid.uuid5(uuid.NAMESPACE_URL, f"{purl} {lock}"))
    bom.metadata.component = root
    bom.metadata.timestamp = None  # type: ignore[assignment]
    direct = {normal(re.split(r"[^\w.-]", line, maxsplit=1)[0]) for line in wanted}
    for part, names in ((root, direct), *((part, needs(about(name))) for name, part in parts.items())):
        bom.register_dependency(part, [parts[name] for name in sorted(names) if name in parts])
    return JsonV1Dot6(bom).output_as_string(indent=2) + "\n"


def main() -> None:
    """Write the bill of the lock file that is named, else of what a site is built with."""
    lock = Path(sys.argv[1]) if sys.argv[1:] else ROOT / "requirements/runtime.lock"
    version = re.search(r'__version__ = "(.+?)"', (ROOT / "generator/__init__.py").read_text(encoding="utf-8"))
    assert version
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    sys.stdout.write(bill(project, version[1], lock.read_text(encoding="utf-8")))


if __name__ == "__main__":
    main()
