"""Where the digest of a brief is published, and whether it is the one that a file has."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.dossier.form import digest_of
from generator.verifying.checks import Check, check
from generator.verifying.forms import LARGEST

Fetch = Callable[[str], bytes]  # the bytes at an address; raises FetchError


class FetchError(Exception):
    """An address that cannot be had, in words."""


@dataclass(frozen=True)
class State:
    """What tells one state of a brief from others: a digest, and the day that it is of."""

    digest: str
    as_of: str | None


def address_of(url: str) -> str | None:
    """Where the evidence of a brief is published, None where its own address is not one on the web."""
    return f"{url}evidence.json" if url.startswith(("https://", "http://")) else None


def with_published(here: State, url: str, fetch: Fetch, state_of: Callable[[Mapping[str, Any]], State]) -> Iterator[Check]:
    """Whether the evidence that is published has the digest of this file; `state_of` reads what is compared out of it."""
    address = address_of(url)
    holds = f"its digest is the one that is published at {address}"
    if address is None:
        yield check(holds, 1, ["it names no address on the web, so there is nothing to compare it with"])
        return
    try:
        content = fetch(address)
        if len(content) > LARGEST:
            raise FetchError(f"has more than {LARGEST // 1_000_000} MB")
        there = state_of(json.loads(content))
    except FetchError as error:
        yield check(holds, 1, [f"{address} {error}"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        yield check(holds, 1, [f"what is published at {address} is no evidence"])
    else:
        days = f" (as of {there.as_of} there, {here.as_of} here)" if there.as_of != here.as_of else ""
        wrong = f"another version is published at {address}{days}: the brief was changed since, or this is not what was published"
        yield check(holds, 1, [] if there.digest == here.digest else [wrong])


def of_evidence(content: Mapping[str, Any]) -> State:
    """The state that evidence is of, by what it says and not by the digest that it names."""
    return State(digest_of(content), content["brief"]["as_of"])


def of_its_brief(content: Mapping[str, Any]) -> State:
    """The state that evidence names of its brief.json."""
    if digest_of(content) != content["sha256"]:
        raise ValueError
    return State(content["brief"]["sha256"], content["brief"]["as_of"])
