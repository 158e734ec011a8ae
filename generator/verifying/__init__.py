"""Verifying a handout, or the data in it, with nothing else at hand: are these the words that the evidence names?

`handout_file` gets attachments and text (`layer`) out of a PDF, `forms` says what the attachments must look like, `identity` and
`agreement` hold them against each other and against the text, `originals` against the source files, `signed` against keys that are
trusted, `published` against what is on the web. Each check is a `Check`: what was asked, of how many, what failed. What all of them
together prove stands in `meaning`. `judging` asks them, in a process that `verify` begins for it. `site` does so for all files of a
site, which its manifest lists.
"""

from generator.verifying.checks import Check
from generator.verifying.published import Fetch, FetchError
from generator.verifying.signed import Keys
from generator.verifying.site import SiteVerdict, verify_site
from generator.verifying.verdict import Against, Part, Verdict
from generator.verifying.verify import verify

__all__ = ["Against", "Check", "Fetch", "FetchError", "Keys", "Part", "SiteVerdict", "Verdict", "verify", "verify_site"]
