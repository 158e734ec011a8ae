"""Documents made by a Dask cluster: the extra `cluster`.

The workers of the cluster need this package and its extra. Each of them is sent the fonts, so that the bytes are the same as anywhere
else, and sets a document in a process of its own, as `workers` does. A worker that is lost costs a retry, which the scheduler sees to.
"""

from __future__ import annotations

from concurrent.futures import Executor
from typing import Any

from generator.errors import PublicationError
from generator.fonts import FontFile
from generator.outputs.made import Print
from generator.pdf.press import OpenExecutor
from generator.pdf.worker import Limits
from generator.pdf.workers import WorkerPerThread

WAIT = 30  # seconds in which the scheduler must answer

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
        try:
            client = Client(scheduler, timeout=WAIT, set_as_default=False)  # type: ignore[no-untyped-call]
        except (OSError, ValueError) as error:
            raise PublicationError(f"no scheduler answers at {scheduler}: {error}") from None
        client.register_plugin(Prepared(fonts, limits))
        return _Cluster(client), set_there

    return open_executor


class _Cluster(Executor):
    """The cluster's own executor, which ends with its client and knows the arguments of `shutdown`."""

    def __init__(self, client: Any) -> None:
        self.client = client
        self.executor = client.get_executor(pure=False)

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Any:
        return self.executor.submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self.executor.shutdown(wait=wait and not cancel_futures)
        self.client.close()
