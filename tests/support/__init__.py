"""Helpers of the tests: publications in memory, and cases in text files."""

from tests.support.cases import Case, cases
from tests.support.publication import HEAD, check, check_all, listed, reported
from tests.support.shared import SHARED, shared_file

__all__ = ["HEAD", "SHARED", "Case", "cases", "check", "check_all", "listed", "reported", "shared_file"]
