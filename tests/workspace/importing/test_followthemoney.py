"""Claims about what a tie of FollowTheMoney is here."""

from __future__ import annotations

import json

import pytest

ENDS = {"member": ["a"], "organization": ["b"]}


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ({}, "member_of"),
        ({"recordId": ["funds"], "status": ["owns"]}, "funds"),
        ({"status": ["owns"], "role": ["funds"]}, "owns"),
        ({"role": ["owns"]}, "member_of"),
    ],
)
def test_a_tie_is_what_its_record_then_its_status_then_its_schema_says(given, kind, bring):
    nodes = ({"id": name, "schema": "Organization", "properties": {"name": [name * 3]}} for name in "ab")
    tie = {"id": "t", "schema": "Membership", "properties": ENDS | given}
    assert bring(f__ftm="\n".join(map(json.dumps, (*nodes, tie)))).types == [kind]
