"""farahidi's analyses of the forms, kept in a file so that a run that was stopped goes on where it was.

A line of raw.jsonl is [form, [[field, …], …]], the fields as in FIELDS. About 300 forms a second on one core.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WORD = re.compile("[\u0621-\u063a\u0641-\u064a]{1,20}")
"""What is a form: Arabic letters only, no tatweel, not longer than any word."""
FIELDS = (
    "diacritized", "lemma", "root", "stem", "pattern", "lemma_pattern", "pos", "type", "tense", "gender", "number",
    "pronoun", "voice", "transitivity", "augmentation", "proclitics", "prefixes", "suffixes", "enclitics", "score",
    "emphatic", "inflections",
)  # fmt: skip


def frequencies() -> dict[str, float]:
    """wordfreq's large Arabic list, the commonest first: form -> share of all words."""
    import wordfreq

    found = wordfreq.get_frequency_dict("ar", wordlist="large")
    return {w: f for w, f in sorted(found.items(), key=lambda x: (-x[1], x[0])) if WORD.fullmatch(w)}


def corpus() -> dict[str, dict[str, int]]:
    """The annotated corpus behind farahidi's language model: form -> lemma -> how often."""
    from farahidi import translit
    from farahidi.lm import LM_FILE, _data_dir

    found: dict[str, dict[str, int]] = defaultdict(dict)
    with gzip.open(_data_dir() / f"{LM_FILE}.gz", "rt", encoding="ascii", errors="replace") as lines:
        for line in lines:
            if line.startswith("B "):
                # B <length of the form><digits of its count> form count [<length><digits> lemma count] …
                numbers = line.split()
                form, rest = translit.bw_to_arabic(numbers[2]), numbers[4:]
                for lemma, count in zip(rest[1::3], rest[2::3], strict=True):
                    arabic = translit.bw_to_arabic(lemma)
                    if WORD.fullmatch(form):
                        found[form][arabic] = found[form].get(arabic, 0) + int(count)
    return dict(found)


def lemma_weights() -> dict[str, float]:
    """farahidi's lemma -> its share of a larger, automatically annotated text."""
    from farahidi.lexicon import load_map
    from farahidi.lm import MAP_LEMMA

    return load_map(MAP_LEMMA)


def stem_counts() -> dict[str, int]:
    """Vowelled stem -> how often it stands in a vowelled text."""
    from farahidi.lexicon import load_map
    from farahidi.lm import MAP_STEM

    return load_map(MAP_STEM)


def analyse(forms: list[str], path: Path) -> None:
    """Add to the file what it has not yet."""
    from farahidi import Analyzer

    done = {form for form, _ in read(path)} if path.exists() else set()
    missing = [form for form in forms if form not in done]
    analyzer = Analyzer()
    with path.open("a", encoding="utf-8") as out:
        for n, form in enumerate(missing):
            out.write(
                json.dumps([form, [_row(a) for a in analyzer.analyze(form)]], ensure_ascii=False) + "\n"
            )
            if n % 5000 == 0:
                print(f"{n} of {len(missing)} forms analysed", flush=True)


def read(path: Path) -> Iterator[tuple[str, list[list[Any]]]]:
    """The file's forms and their analyses; a last line that was cut off is left out."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.endswith("\n"):
                form, rows = json.loads(line)
                yield form, rows


def _row(a: Any) -> list[Any]:
    def affixes(found: Any) -> list[list[str]]:
        return [[x.form, x.description] for x in found]

    return [
        a.diacritized, a.lemma, a.root, a.stem, a.pattern, a.lemma_pattern, a.pos, a.type, a.tense, a.gender, a.number,
        a.pronoun, a.voice, a.transitivity, a.augmentation, affixes(a.proclitics), [x.form for x in a.prefixes],
        [x.form for x in a.suffixes], affixes(a.enclitics), round(a.score, 10), a.emphatic,
        [[i.diacritized, i.case or i.mood, i.state] for i in a.inflections],
    ]  # fmt: skip
