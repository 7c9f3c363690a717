"""Changes rows in a workspace's own files, so that each change can be taken back to the very same bytes.

All that a change does not touch stays as it is: encoding, separator, line ends, quotes and order of a CSV file, the other sheets of a
workbook.
"""

from __future__ import annotations

from actormap.workspace.editing.edit import Amendment, begin, take_back

__all__ = ["Amendment", "begin", "take_back"]
