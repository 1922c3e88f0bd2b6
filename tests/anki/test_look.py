"""Cards as the real Anki renders them, measured in headless Chromium: joins, overflow, contrast, line height.

What a person sees is in docs/cards/, made by scripts/card_pictures.py with the same pages.
"""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from reader.anki.schema import CARD_KINDS
from tests.anki.samples import ALL

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SCRIPT = Path(__file__).parents[2] / "scripts" / "card_pictures.py"

MEASURE = """
const rgb = text => text.match(/[\\d.]+/g).map(Number);
const light = ([r, g, b]) => [r, g, b].map(v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
  .reduce((sum, v, n) => sum + v * [.2126, .7152, .0722][n], 0);
const ground = element => {
  for (; element; element = element.parentElement) {
    const colour = rgb(getComputedStyle(element).backgroundColor);
    if (colour.length === 3 || colour[3] > 0) return colour;
  }
  return [255, 255, 255];
};
const contrast = element => {
  const [one, two] = [light(rgb(getComputedStyle(element).color)), light(ground(element))].sort((a, b) => b - a);
  return (one + .05) / (two + .05);
};
const width = element => { element.style.whiteSpace = "nowrap"; element.style.display = "inline-block";
  return element.getBoundingClientRect().width; };
onload = async () => {
  await document.fonts.ready;
  const found = { overflow: document.documentElement.scrollWidth - innerWidth, lines: [], contrast: [], joins: [] };
  for (const element of document.querySelectorAll("[lang=ar]")) {
    const style = getComputedStyle(element);
    found.lines.push(parseFloat(style.lineHeight) / parseFloat(style.fontSize));
    if (!style.fontFamily.includes("Nashra Amiri")) found.lines.push(0);
  }
  for (const element of document.querySelectorAll(".nashra *")) {
    const text = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    if (text && !element.closest("svg")) found.contrast.push(contrast(element));
  }
  for (const sentence of document.querySelectorAll(".sentence")) {
    const bare = sentence.cloneNode(true);
    bare.querySelectorAll("mark").forEach(mark => mark.replaceWith(mark.textContent));
    bare.normalize();
    sentence.after(bare);
    found.joins.push(width(sentence) - width(bare));
  }
  found.font = document.fonts.check('20px "Nashra Amiri"', "\\u0642") && [...document.fonts].every(f => f.status === "loaded");
  parent.postMessage(JSON.stringify(found), "*");
};
"""
GALLERY = """<!doctype html><meta charset="utf-8"><body><pre id="found"></pre><script>
const all = {{}};
addEventListener("message", event => {{
  const frame = [...document.querySelectorAll("iframe")].find(frame => frame.contentWindow === event.source);
  all[frame.name] = JSON.parse(event.data);
  document.getElementById("found").textContent = JSON.stringify(all);
}});</script>{frames}"""


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """By "key kind side mode", what the browser found at 360 px."""
    if not BROWSER:
        pytest.skip("Chromium is not installed")
    spec = importlib.util.spec_from_file_location("card_pictures", SCRIPT)
    assert spec
    assert spec.loader
    pictures = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(pictures)
    collection = pictures.imported(tmp_path_factory.mktemp("look"))
    frames = []
    for note in ALL:
        for kind in CARD_KINDS:
            if kind == "cloze" and not note.sentence:
                continue
            card = pictures.card_of(collection, note.key, kind)
            for side, content in zip(("front", "back"), pictures.sides(card), strict=True):
                for night in (False, True):
                    page = pictures.page(content + f"<script>{MEASURE}</script>", card.ord, night=night)
                    name = f"{note.key} {kind} {side} {'night' if night else 'day'}"
                    source = pictures.html.escape(page, quote=True)
                    frames.append(
                        f'<iframe name="{name}" width="360" height="640" srcdoc="{source}"></iframe>'
                    )
    file = Path(collection.media.dir()) / "measure.html"
    file.write_text(GALLERY.format(frames="".join(frames)), encoding="utf-8")
    command = [
        BROWSER,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--virtual-time-budget=8000",
        "--dump-dom",
    ]
    run = subprocess.run([*command, file.as_uri()], capture_output=True, text=True, check=True, timeout=120)
    collection.close()
    found: dict[str, Any] = json.loads(re.search(r'<pre id="found">(.*?)</pre>', run.stdout)[1])  # type: ignore[index]
    assert len(found) == len(frames)
    return found


def test_nothing_is_wider_than_a_phone(measured: dict[str, Any]) -> None:
    assert {name: row["overflow"] for name, row in measured.items() if row["overflow"] > 0} == {}


def test_a_marked_part_of_a_word_keeps_its_joins(measured: dict[str, Any]) -> None:
    joins = {name: max(map(abs, row["joins"])) for name, row in measured.items() if row["joins"]}
    assert any(name.startswith("quwwa-n newspaper") for name in joins)
    assert {name: gap for name, gap in joins.items() if gap > 0.5 and "cloze front" not in name} == {}


def test_arabic_has_room_for_its_vowels_and_its_own_typeface(measured: dict[str, Any]) -> None:
    assert {
        name: min(row["lines"]) for name, row in measured.items() if row["lines"] and min(row["lines"]) < 2.09
    } == {}
    assert all(row["font"] for name, row in measured.items() if row["lines"])


def test_every_text_can_be_read_by_day_and_by_night(measured: dict[str, Any]) -> None:
    weak = {name: min(row["contrast"]) for name, row in measured.items() if row["contrast"]}
    assert {name: contrast for name, contrast in weak.items() if contrast < 4.5} == {}
