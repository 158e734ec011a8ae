"""The wheel is what people install: it works in an empty folder, with nothing of the checkout in reach."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (made,) = folder.glob("*.whl")
    return made


def test_the_wheel_holds_the_templates(wheel: Path) -> None:
    """Every template and style is in the wheel, below the package; nothing of the tests or the examples is."""
    names = set(zipfile.ZipFile(wheel).namelist())
    templates = {f"generator/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "templates").rglob("*") if path.is_file()}
    assert templates <= names
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"generator"}


def test_the_wheel_works_in_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    """Installed from the wheel alone, `briefs` makes a publication, finds nothing wrong with it and builds it."""
    environment = tmp_path / "venv"
    venv.create(environment, with_pip=False)
    library = environment / "lib" / f"python{sysconfig.get_python_version()}" / "site-packages"
    # The packages that are there already, but not the checkout: its editable install works by a .pth file, which is not read there.
    (library / "packages.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    install = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(environment),
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--ignore-installed",
        str(wheel),
    ]
    subprocess.run(install, check=True, capture_output=True)
    briefs = str(environment / "bin" / "briefs")
    plain = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}

    def run(*words: str, folder: Path) -> str:
        done = subprocess.run([briefs, *words], cwd=folder, env=plain, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr

    where = [
        str(environment / "bin" / "python"),
        "-c",
        "import generator, generator.engine.storage as s; print(generator.__file__, s.templates_folder())",
    ]
    shown = subprocess.run(where, cwd=tmp_path, env=plain, capture_output=True, text=True, check=True).stdout
    assert shown.split() == [str(library / "generator/__init__.py"), str(library / "generator/templates")]
    run("init", "pub", folder=tmp_path)
    assert run("check", folder=tmp_path / "pub") == "first-brief: coverage 100 %\n\nno findings in 1 brief\n"
    brief = tmp_path / "pub/briefs/first-brief/brief.yml"
    text = brief.read_text(encoding="utf-8").replace("status: draft", "status: published").replace("# published:", "published:")
    brief.write_text(text, encoding="utf-8")
    assert "1 PDFs" in run("build", folder=tmp_path / "pub")
    assert (tmp_path / "pub/site/first-brief/first-brief.pdf").read_bytes().startswith(b"%PDF-")
    assert "The Old Bridge" in (tmp_path / "pub/site/first-brief/index.html").read_text(encoding="utf-8")
