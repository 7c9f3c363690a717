"""How many of the relationships that plain sentences state become candidates, and how many candidates are right, by round and half.

python -m benchmarks.sentences [--half dev|held] [--round N]    with --half, what one half misses as well

`sentences.tsv` holds a sentence a line: the round, the sentence, and what it says, `who type whom`, several apart by `;`. `*` is the
project that the page is about, `a|b` says that either type is right; a sentence with nothing after it says nothing of the kind. Each
round was written in one go before the cues were changed for it. A checksum of a sentence says in which half it is: those of `dev` were
looked at while the cues were changed, those of `held` only counted. The names are those of the tests' small workspace and of Sweden.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from pathlib import Path

from tests.workspace.texts.small import read

SENTENCES = Path(__file__).with_suffix(".tsv")
OWN = "Bron till arbete"


def half(sentence):
    return "dev" if int(hashlib.sha256(sentence.encode()).hexdigest(), 16) % 2 == 0 else "held"


def stated(text):
    """Return what a sentence says: each time who, the types that are right, and whom."""
    told = []
    for part in filter(None, (each.strip() for each in text.split(";"))):
        words = part.split()
        at = next(place for place, word in enumerate(words) if "_" in word or word.split("|")[0] in ("owns", "funds", "coordinates"))
        who, whom = (" ".join(each).replace("*", OWN) for each in (words[:at], words[at + 1 :]))
        told.append((who, tuple(words[at].split("|")), whom))
    return told


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=("dev", "held"), help="show the misses of one half")
    parser.add_argument("--round", help="only the sentences of one round")
    options = parser.parse_args()
    counts = Counter()
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        number, sentence, says = [*line.split("\t"), ""][:3]
        if options.round not in (None, number):
            continue
        mine = (number, half(sentence))
        wanted = stated(says)
        made = [(each.source.name, each.type, each.target.name) for each in read(f"Bron till arbete\n\n{sentence}").candidates]
        missed = [each for each in wanted if not any(_same(one, each) for one in made)]
        wrong = [one for one in made if not any(_same(one, each) for each in wanted)]
        counts.update({(mine, "sentences"): 1, (mine, "wanted"): len(wanted), (mine, "met"): len(wanted) - len(missed)})
        counts.update({(mine, "made"): len(made), (mine, "right"): len(made) - len(wrong)})
        if options.half == mine[1] and (missed or wrong):
            print(sentence)
            print(*(f"    misses {who} {'|'.join(types)} {whom}" for who, types, whom in missed), sep="\n", end="\n" if missed else "")
            print(*(f"    alone with {' '.join(one)}" for one in wrong), sep="\n", end="\n" if wrong else "")
    for mine in sorted({mine for mine, _ in counts}):
        sentences, wanted, met, made, right = (counts[mine, name] for name in ("sentences", "wanted", "met", "made", "right"))
        print(
            f"round {mine[0]}, {mine[1]}: {sentences} sentences, {wanted} stated, {met} found; {made} candidates, {right} right; ", end=""
        )
        print(f"recall {met / wanted:.2f}, precision {right / made:.2f}")


def _same(one, stated_one):
    who, types, whom = stated_one
    source, type_, target = one
    if type_ == "active_in":  # a project is active in a place, which is written like the others
        source, target = target, source
    return source == who and type_ in types and target == whom


if __name__ == "__main__":
    main()
