"""Claims about the collector while a load goes on."""

from __future__ import annotations

import gc
import weakref

import pytest

from actormap.store.gc_pause import resting


class Link:
    def __init__(self):
        self.itself = self


def cycle():
    return weakref.ref(Link())


def test_a_cycle_made_in_a_load_stays_until_the_collector_is_asked():
    with resting() as collect:
        one = cycle()
        assert not gc.isenabled()
        assert one() is not None
        collect()
        assert one() is None
    assert gc.isenabled()


def test_what_has_been_looked_at_once_is_not_looked_at_again():
    with resting() as collect:
        kept = Link()
        old = weakref.ref(kept)
        collect()
        del kept
        collect()
        assert old() is not None
    gc.collect()
    assert old() is None


@pytest.mark.parametrize("raised", [KeyboardInterrupt, ValueError])
def test_the_collector_is_left_as_it_was_found(raised):
    gc.disable()
    try:
        with pytest.raises(raised), resting():
            raise raised
        assert not gc.isenabled()
    finally:
        gc.enable()
