"""Documents made by a Dask cluster: the extra `cluster`.

The workers of the cluster need this package and its extra. Each of them is sent the fonts, so that the bytes are the same as anywhere
else, and sets a document in a process of its own, as `workers` does. A worker that is lost costs a retry, which the scheduler sees to.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import Any

from generator.engine.limits import Limits
from generator.errors import PublicationError
from generator.pages.artifacts import Print
from generator.press.fonts import FontFile
from generator.press.press import OpenExecutor
from generator.press.worker import WorkerDiedError
from generator.press.workers import WorkerPerThread

WAIT = 10  # seconds in which the scheduler must answer

_crew: WorkerPerThread | None = None  # in a worker of the cluster


def begin(fonts: tuple[FontFile, ...], limits: Limits) -> None:
    """Make ready a worker of the cluster."""
    global _crew  # noqa: PLW0603 - a worker of the cluster has one set of fonts
    end()
    _crew = WorkerPerThread(fonts, limits)


def end() -> None:
    """End what it is at."""
    if _crew is not None:
        _crew.end()


def set_there(document: Print) -> bytes:
    """The PDF of a document, made on a worker of the cluster."""
    if _crew is None:
        raise RuntimeError("this worker of the cluster has no fonts")
    return _crew.set(document)


def through(scheduler: str) -> OpenExecutor:
    """What opens an executor at the address of a scheduler, such as `tcp://10.0.0.5:8786`."""
    try:
        from distributed import Client, WorkerPlugin
    except ImportError:
        raise PublicationError('--scheduler needs Dask: pip install "explainer-briefs[cluster]"') from None

    class Prepared(WorkerPlugin):
        """Gives each worker of the cluster, those that join later too, what it sets documents with."""

        name = "explainer-briefs"

        def __init__(self, fonts: tuple[FontFile, ...], limits: Limits) -> None:
            self.given = (fonts, limits)

        def setup(self, worker: Any) -> None:
            begin(*self.given)

        def teardown(self, worker: Any) -> None:
            end()

    def open_executor(fonts: tuple[FontFile, ...], limits: Limits) -> tuple[Executor, Any]:
        _silence()
        try:
            with ThreadPoolExecutor(1) as aside:  # for this thread may have an event loop of its own
                aside.submit(lambda: asyncio.run(_ask(scheduler))).result()
            client = Client(scheduler, timeout=WAIT, set_as_default=False)  # type: ignore[no-untyped-call]
        except Exception as error:  # Dask raises many kinds for addresses of wrong forms
            raise PublicationError(f"no scheduler answers at {scheduler}: {error}") from None
        try:
            client.wait_for_workers(1, timeout=WAIT)
            client.register_plugin(Prepared(fonts, limits))
        except Exception as error:  # of whatever happens on machines of others
            client.close(timeout=1)  # type: ignore[no-untyped-call]
            raise PublicationError(f"the cluster at {scheduler} has no worker that can set documents: {error}") from None
        return _Cluster(client), set_there

    return open_executor


def _silence() -> None:
    """Dask logs with tracebacks what is said here in words."""
    for name in logging.root.manager.loggerDict:
        if name.partition(".")[0] == "distributed":
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)


async def _ask(scheduler: str) -> None:
    """Connect once: a client that cannot do so takes a minute to give up, and complains when it is thrown away."""
    from distributed.comm.core import connect
    from distributed.security import Security

    arguments = Security().get_connection_args("client")  # type: ignore[no-untyped-call]
    connection = await connect(scheduler, timeout=WAIT, **arguments)  # type: ignore[no-untyped-call]
    await connection.close()


class _Cluster(Executor):
    """The cluster's own executor, which ends with its client and knows the arguments of `shutdown`."""

    def __init__(self, client: Any) -> None:
        self.client = client
        self.executor = client.get_executor(pure=False)

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Any:
        try:
            return self.executor.submit(fn, *args, **kwargs)
        except Exception as error:  # of a cluster that went away
            lost: Future[Any] = Future()
            lost.set_exception(WorkerDiedError(f"the cluster takes no documents any more: {error}"))
            return lost

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        with contextlib.suppress(Exception):  # of a cluster that went away, where there is nothing to take back
            self.executor.shutdown(wait=wait and not cancel_futures)
        self.client.close()
