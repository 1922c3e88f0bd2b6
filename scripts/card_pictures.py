"""Pictures of every card as the real Anki renders it: day and night, on a phone and on a desktop.

    python scripts/card_pictures.py [FOLDER] [--only NAME]        FOLDER is docs/cards unless given

Needs the `anki` package (the `dev` extra) and Chromium. One picture for each kind of card: front above
back, 360 px and 760 px wide, by day and by night.
"""

from __future__ import annotations

import argparse
import contextlib
import html
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

from reader.anki.export import DeckOptions, write_deck
from reader.anki.schema import CARD_KINDS
from tests.anki import samples

if TYPE_CHECKING:
    from anki.cards import Card

WIDTHS = (360, 760)
PICTURES = {
    "newspaper": ("uquba-n", "newspaper"),
    "production": ("uquba-n", "production"),
    "cloze": ("uquba-n", "cloze"),
    "listening": ("uquba-n", "listening"),
    "verb": ("nafa-v", "newspaper"),
    "term": ("waqf-itlaq-al-nar-t", "newspaper"),
    "term-cloze": ("waqf-itlaq-al-nar-t", "cloze"),
    "part-of-a-word": ("quwwa-n", "newspaper"),
    "no-sentence": ("هُدْنَة/noun", "newspaper"),
    "long": ("istratijiyya-n", "newspaper"),
    "typed": ("nafa-v", "production"),
}
# What Anki's own page adds around a card.
REVIEWER = """
body { margin: 20px; overflow-wrap: break-word; }
body.nightMode { background-color: #2c2c2c; color: #fcfcfc; }
hr { background-color: #737373; margin: 1em 0; border: none; height: 1px; }
#typeans { width: 100%; box-sizing: border-box; line-height: 1.75; }
.replay-button { text-decoration: none; display: inline-flex; vertical-align: middle; margin: 3px; }
.replay-button svg { width: 40px; height: 40px; }
.replay-button svg circle { fill: #fff; stroke: #414141; }
.replay-button svg path { fill: #414141; }
.typeGood { background: #afa; color: #000; }
.typeBad { background: #faa; color: #000; }
.typeMissed { background: #ccc; color: #000; }
"""
PLAY = (
    '<a class="replay-button" href="#"><svg viewBox="0 0 64 64"><circle cx="32" cy="32" r="29"></circle>'
    '<path d="M56.502,32.301l-37.502,20.101l0.329,-40.804l37.173,20.703Z"></path></svg></a>'
)


def main() -> int:
    """Write the pictures; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=Path("docs/cards"))
    parser.add_argument("--only", choices=sorted(PICTURES))
    options = parser.parse_args()
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not browser:
        print("Chromium is not installed", file=sys.stderr)
        return 1
    options.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        collections = {typed: imported(Path(work), typed=typed) for typed in (False, True)}
        for name, (key, kind) in PICTURES.items():
            if options.only in (None, name):
                collection = collections[name == "typed"]
                file = Path(collection.media.dir()) / "page.html"
                file.write_text(gallery(card_of(collection, key, kind)), encoding="utf-8")
                shoot(browser, file, options.folder / f"{name}.png")
                print(options.folder / f"{name}.png")
        for collection in collections.values():
            collection.close()
    return 0


def imported(folder: Path, *, typed: bool = False) -> Collection:
    """A collection with the sample notes."""
    folder = folder / str(typed)
    folder.mkdir()
    deck = folder / "samples.apkg"
    write_deck(samples.ALL, deck, DeckOptions(cards=CARD_KINDS, typed=typed))
    collection = Collection(str(folder / "collection.anki2"))
    request = ImportAnkiPackageRequest(package_path=str(deck), options=ImportAnkiPackageOptions())
    collection.import_anki_package(request)
    return collection


def card_of(collection: Collection, key: str, kind: str) -> Card:
    """The card of that kind of the note with that key."""
    for note_id in collection.find_notes(""):
        note = collection.get_note(note_id)
        if note["Id"] == key:
            return next(card for card in note.cards() if card.ord == CARD_KINDS.index(kind))
    raise LookupError(key)


def gallery(card: Card) -> str:
    """Front and back, by day and by night, at each width, on one page."""
    frames = []
    for night in (False, True):
        for width in WIDTHS:
            for side in sides(card):
                frame = html.escape(page(side, card.ord, night=night), quote=True)
                frames.append((width, f'<iframe width="{width}" srcdoc="{frame}"></iframe>'))
    columns = [frames[n : n + 2] for n in range(0, len(frames), 2)]
    cells = "".join(
        f'<div style="width:{column[0][0]}px">{column[0][1]}{column[1][1]}</div>' for column in columns
    )
    return f"""<!doctype html><meta charset="utf-8"><style>
body {{ margin: 12px; background: #888; display: flex; gap: 12px; align-items: flex-start; }}
iframe {{ border: 0; display: block; margin-bottom: 12px; }}</style>{cells}<script>
onload = async () => {{
  for (const frame of document.querySelectorAll("iframe")) {{
    await frame.contentDocument.fonts.ready;
    frame.height = Math.max(frame.contentDocument.documentElement.scrollHeight, 120);
  }}
  document.title = "height " + document.body.scrollHeight;
}}</script>"""


def sides(card: Card) -> tuple[str, str]:
    """Front and back; where an answer is to be typed, the box, and the comparison with a slip of the keys."""
    typed = re.compile(r"\[\[type:[^\]]+\]\]")
    plain = card.note()["Plain"]
    compared = card.col.compare_answer(plain, plain[:-1] + "ا", False)  # as {{type:nc:…}} does
    front = typed.sub('<input type="text" id="typeans">', card.question())
    return front, typed.sub(lambda _: compared, card.answer())


def page(side: str, ord_: int, *, night: bool) -> str:
    """A card's side as Anki's window holds it."""
    side = re.sub(r"\[anki:play:\w:\d+\]", PLAY, side)
    mode = " nightMode night_mode" if night else ""
    root = ' class="night-mode"' if night else ""
    return (
        f'<!doctype html><html{root}><meta charset="utf-8">'
        f"<style>{REVIEWER}</style>"
        f'<body class="card card{ord_ + 1}{mode}"><div id="qa">{side}</div></body></html>'
    )


def shoot(browser: str, page_file: Path, picture: Path) -> None:
    """A picture of the whole page."""
    width = sum(WIDTHS) * 2 + 5 * 12
    common = [
        browser,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--hide-scrollbars",
        "--virtual-time-budget=4000",
    ]
    size = f"--window-size={width},3000"
    run = subprocess.run(
        [*common, size, "--dump-dom", page_file.as_uri()], capture_output=True, text=True, check=True
    )
    height = int(re.search(r"<title>height (\d+)", run.stdout)[1])  # type: ignore[index]
    size = f"--window-size={width},{height + 24}"
    subprocess.run(
        [*common, size, f"--screenshot={picture}", page_file.as_uri()], capture_output=True, check=True
    )
    with contextlib.suppress(ImportError):
        from PIL import Image  # a third of the size, if Pillow happens to be there

        with Image.open(picture) as image:
            image.convert("RGB").quantize(160, dither=Image.Dither.NONE).save(picture, optimize=True)


if __name__ == "__main__":
    raise SystemExit(main())
