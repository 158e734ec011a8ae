"""Verifying a handout, its data or a whole site against what somebody brings: source files, a publisher's keys, what is published."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote, urljoin, urlsplit

from generator.dossier.manifest import MANIFEST
from generator.dossier.signature import KeyProblemError, public_keys
from generator.engine.atomic import read_all
from generator.engine.keys import MAX_BYTES
from generator.errors import WrongUsageError
from generator.ingest import fetching
from generator.ingest.article import IngestError
from generator.verifying import Against, FetchError, Keys, SiteVerdict, verify_site
from generator.verifying.problem import UnreadableError
from generator.verifying.site import File, Manifest, parsed

MOST_FILES = 5_000  # that are fetched of a site
MOST_BYTES = 500_000_000  # of all of them together

Progress = Callable[[Iterable[File], int], Iterable[File]]
"""Follows the fetching of files."""


def against(sources: Path | None = None, key: str | None = None, *, online: bool = False) -> Against:
    """What a file is held against; `key` names public keys by a file or an address. Raises WrongUsageError where there are none."""
    return Against(sources, _keys(key) if key else None, _fetched if online else None)


def _keys(named: str) -> Keys:
    try:
        return Keys(named, public_keys(_fetched(named) if "://" in named else read_all(Path(named), MAX_BYTES)))
    except (FetchError, KeyProblemError) as problem:
        raise WrongUsageError(f"--key {named}: {problem}") from None
    except OSError as error:
        raise WrongUsageError(f"--key {named}: {error.strerror}") from None


def _fetched(address: str) -> bytes:
    return _at(address).data


def _at(address: str) -> fetching.Fetched:
    """What is at an address: fetched as sources are, from public addresses by https alone."""
    try:
        return fetching.fetch(address)
    except IngestError as error:
        raise FetchError(str(error).partition(";")[0]) from None  # what follows is advice for who imports


# A site on the web


def verify_address(address: str, held: Against, progress: Progress = lambda files, length: files) -> SiteVerdict:
    """Fetch a site, named by its address or that of its manifest, and verify it; nothing of it is kept."""
    with TemporaryDirectory(prefix="briefs-") as made:
        folder = Path(made)
        try:
            base, content = _manifest_at(address)
            (folder / MANIFEST).write_bytes(content)
            manifest, _ = parsed(content)
            _refuse_large(manifest)
        except (FetchError, UnreadableError) as problem:
            return SiteVerdict(problem=str(problem))
        files = list(manifest.safe)
        return verify_site(folder, held, dict(_unfetched(base, progress(files, len(files)), folder)))


def _manifest_at(address: str) -> tuple[str, bytes]:
    """Where a site is, as far as it leads on to another address, and its manifest."""
    try:
        bare = urlsplit(address)._replace(query="", fragment="").geturl()
    except ValueError:
        raise FetchError("is no address that can be read") from None
    folder = bare.removesuffix(MANIFEST) if bare.endswith(f"/{MANIFEST}") else f"{bare.rstrip('/')}/"
    found = _at(f"{folder}{MANIFEST}")
    return urljoin(found.url, "."), found.data


def _refuse_large(manifest: Manifest) -> None:
    """What lists more than anybody would fetch is not fetched at all."""
    size = sum(file.bytes for file in manifest.safe)
    if len(manifest.files) > MOST_FILES or size > MOST_BYTES:
        raise UnreadableError(
            f"it lists {len(manifest.files):,} files of {size / 10**6:,.1f} MB together, and {MOST_FILES:,} files and "
            f"{MOST_BYTES // 10**6} MB are fetched at most; verify a copy of it in a folder"
        )


def _unfetched(base: str, files: Iterable[File], folder: Path) -> Iterable[tuple[str, str]]:
    """Fetch files into a folder; those that cannot be had, with the reason."""
    left = MOST_BYTES
    for file in files:
        try:
            if left <= 0:
                raise FetchError(f"was not fetched: files are larger than listed, and {MOST_BYTES // 10**6} MB are fetched at most")
            content = _fetched(urljoin(base, quote(file.path)))
            left -= len(content)
            path = folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        except FetchError as problem:
            yield file.path, str(problem)
        except OSError as error:  # a name is too long, or both that of a file and of a folder
            yield file.path, f"cannot be kept for a moment: {error.strerror}"
