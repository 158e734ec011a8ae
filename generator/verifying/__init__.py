"""Verifying a handout, or the data in it, with nothing else at hand: are these the words that the evidence names?

`handout_file` gets attachments and text (`layer`) out of a PDF, `forms` says what the attachments must look like, `agreement` holds
them against each other and against the text, `originals` against the source files. Each check is a `Check`: what was asked, of how
many, what failed.
"""

from generator.verifying.agreement import Check
from generator.verifying.verify import Verdict, verify

__all__ = ["Check", "Verdict", "verify"]
