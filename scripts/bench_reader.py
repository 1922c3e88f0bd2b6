"""The reader on a pty beside an empty Textual app, a Static of the same text, and less; one run, one machine.

    python scripts/bench_reader.py [--words 1000 10000 100000] [--keys 120] [--only reader] [--paragraph]

For each text: seconds from exec to the first Arabic glyph and to the first answer on the card, milliseconds from a word
key, a page key and a resize to the first byte of what follows (median and 99th percentile), and the memory of the process
at rest (MB). Then what it comes to beside the empty app of the same run. The texts are the articles that ship, repeated;
every program starts in a home of its own, with the text in its library and nothing read yet.
"""

from __future__ import annotations

import argparse
import contextlib
import fcntl
import json
import os
import pty
import random
import select
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
ROWS, COLUMNS = 40, 120
PATIENCE = 60
"""Seconds after which a program is given up."""
NEXT, DOWN, UP = b"\x1b[D", b"\x1b[6~", b"\x1b[5~"
STATIC = """
import sys
from textual.app import App
from textual.containers import VerticalScroll
from textual.widgets import Static
class Bare(App):
    def compose(self):
        with VerticalScroll():
            yield Static(TEXT, markup=False)
TEXT = open(sys.argv[1], encoding="utf-8").read() if len(sys.argv) > 1 else "\u0646"
Bare().run()
"""
GLYPH = (b"\xd8", b"\xd9", b"\xda", b"\xdb", b"\xef\xba", b"\xef\xbb")
"""What an Arabic letter or presentation form begins with in UTF-8."""
ANSWER = (b"noun",)
"""What the card says of the first word of every text here."""


class Figures(NamedTuple):
    """What one program did with one text."""

    first: float
    answer: float
    keys: list[float]
    pages: list[float]
    resizes: list[float]
    memory: float


class Session:
    """A program on a pty."""

    def __init__(self, argv: list[str], env: dict[str, str]) -> None:
        self.began = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.chdir(ROOT)
            os.execve(argv[0], argv, env)
        self.resize(ROWS, COLUMNS)
        self._seen = b""

    def resize(self, rows: int, columns: int) -> None:
        """Another size of the window."""
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, timeout: float) -> bytes:
        """Whatever comes within the time; nothing when it stays silent."""
        ready, _, _ = select.select([self.fd], [], [], timeout)
        if not ready:
            return b""
        try:
            return os.read(self.fd, 1 << 16)
        except OSError:
            return b""

    def until(self, wanted: tuple[bytes, ...]) -> float:
        """Seconds from exec until one of these was sent."""
        while time.perf_counter() - self.began < PATIENCE:
            if any(piece in self._seen for piece in wanted):
                return time.perf_counter() - self.began
            chunk = self.read(1.0)
            if b"\x1b[c" in chunk:  # what xterm would say to the question that is asked at the start
                os.write(self.fd, b"\x1b[?64;1;2c")
            self._seen += chunk
        return float("nan")

    def quiet(self, seconds: float = 0.4) -> None:
        """Wait until nothing has come for a while."""
        until = time.perf_counter() + PATIENCE
        while self.read(seconds) and time.perf_counter() < until:
            pass

    def after(self, keys: bytes | None, size: tuple[int, int] | None = None) -> float:
        """Milliseconds from a key (or a resize) to the first byte that follows."""
        began = time.perf_counter()
        if keys is not None:
            os.write(self.fd, keys)
        if size is not None:
            self.resize(*size)
        if not self.read(3.0):
            return float("nan")
        took = 1000 * (time.perf_counter() - began)
        self.quiet(0.03)
        return took

    def memory(self) -> float:
        """MB of resident memory."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024

    def stop(self) -> None:
        """End the program."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


class Program(NamedTuple):
    """What is measured, and with which keys."""

    name: str
    argv: list[str]
    key: bytes = NEXT
    down: bytes = DOWN
    up: bytes = UP
    keys: int = 12
    starts: int = 1
    answers: bool = False


def texts(words: int, vowelled: bool) -> list[str]:
    """Sentences of the shipped articles in paragraphs of three, no paragraph twice, to a number of words."""
    from corpus.normalize import plain
    from corpus.segment import sentences

    found: list[str] = []
    for folder in sorted((ROOT / "corpus" / "articles").iterdir()):
        if (folder / "ar.txt").exists():
            text = " ".join((folder / "ar.txt").read_text(encoding="utf-8").split())
            text = text if vowelled else " ".join(plain(word) for word in text.split())
            found += [text[s.start : s.end] for s in sentences(text)]
    dice = random.Random(1)
    out, count = ["عنوان"], 0
    while count < words:
        out.append(" ".join(dice.sample(found, 3)))
        count += len(out[-1].split())
    return out


def steps(pages: int) -> list[bool]:
    """Page keys, down (True) and up, that stay within a text of so many pages."""
    once = [True] * min(pages, 10) + [False] * min(pages, 10)
    return (once * 10)[:20]


def measure(program: Program, home: Path | None, pages: int) -> Figures:
    """Run a program and press its keys. home: what each start has its own copy of."""
    firsts: list[float] = []
    answers: list[float] = []
    env = {**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8"}
    for start in range(program.starts):
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            if home is not None:
                env["NASHRA_HOME"] = str(shutil.copytree(home, Path(folder) / "home"))
            session = Session(program.argv, env)
            try:
                firsts.append(session.until(GLYPH))
                if program.answers:
                    answers.append(session.until(ANSWER))
                if start < program.starts - 1:
                    continue
                session.quiet(1.0)
                keys = pressed(session, [program.key] * program.keys)
                paged = pressed(session, [program.down if d else program.up for d in steps(pages)])
                resized = [session.after(None, (ROWS, COLUMNS - 10 * (n % 2 + 1))) for n in range(6)]
                session.quiet(1.0)
                return Figures(median(firsts), median(answers), keys, paged, resized, session.memory())
            finally:
                session.stop()
    raise ValueError("at least one start is needed")


def pressed(session: Session, keys: list[bytes]) -> list[float]:
    """Milliseconds to what follows each key; keys that answer nothing are not waited for again and again."""
    took: list[float] = []
    for key in keys:
        took.append(session.after(key))
        if len(took) > 2 and not all(ms < 2000 for ms in took[-3:]):
            break
    return took


def p99(values: list[float]) -> float:
    """The 99th percentile of what was measured."""
    ordered = sorted(v for v in values if v == v)
    return ordered[min(len(ordered) - 1, round(0.99 * len(ordered)))] if ordered else float("nan")


def median(values: list[float]) -> float:
    """The median of what was measured."""
    kept = [v for v in values if v == v]
    return statistics.median(kept) if kept else float("nan")


HEAD = f"{'first s':>8}{'answer':>8}{'key ms':>9}{'p99':>8}{'page ms':>9}{'p99':>8}{'resize':>9}{'MB':>9}"


def row(name: str, f: Figures) -> str:
    """A line of the table."""
    return (
        f"{name:38}{f.first:8.2f}{f.answer:8.2f}{median(f.keys):9.1f}{p99(f.keys):8.1f}{median(f.pages):9.1f}"
        f"{p99(f.pages):8.1f}{median(f.resizes):9.1f}{f.memory:9.1f}"
    )


def prepare(folder: Path, paragraphs: list[str]) -> tuple[Path, Path, str]:
    """(the text as a file, a home with it in the library, its id there)."""
    folder.mkdir()
    path, home = folder / "text.txt", folder / "home"
    path.write_text("\n\n".join(paragraphs), encoding="utf-8")
    added = subprocess.run(
        [sys.executable, "-m", "reader", "import", "--json", str(path)],
        env={**os.environ, "NASHRA_HOME": str(home), "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    article = json.loads(added.stdout)
    words = sum(len(paragraph.split()) for paragraph in paragraphs)
    if article["words"] < 0.9 * words:
        raise SystemExit(f"of {words} words {article['words']} are in the library")
    return path, home, article["id"]


def main() -> None:
    """Print the table, and what it comes to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--words", type=int, nargs="*", default=[1000, 10_000, 100_000])
    parser.add_argument("--keys", type=int, default=120)
    parser.add_argument("--starts", type=int, default=3)
    parser.add_argument("--only", choices=("reader",), help="leave out Static and less")
    parser.add_argument(
        "--paragraph", action="store_true", help="also texts of one paragraph of a million letters"
    )
    args = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    began = time.perf_counter()
    ours: dict[str, Figures] = {}
    print(f"{'':38}{HEAD}")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as temporary:
        base = Path(temporary)
        static = base / "static.py"
        static.write_text(STATIC, encoding="utf-8")

        def show(program: Program, home: Path | None, pages: int) -> Figures:
            figures = measure(program, home, pages)
            print(row(program.name, figures), flush=True)
            return figures

        def reader(name: str, home: Path, id: str, pages: int) -> None:
            argv = [sys.executable, "-m", "reader", "read", "--bidi", "plain", id]
            program = Program(f"nashra, {name}", argv, keys=args.keys, starts=args.starts, answers=True)
            ours[name] = show(program, home, pages)

        empty = show(
            Program("an empty Textual app", [sys.executable, str(static)], key=b"\t", keys=2, starts=3),
            None,
            1,
        )
        for words in args.words:
            for vowelled in (False, True):
                name = f"{words:,} words{', vowelled' if vowelled else ''}"
                path, home, id = prepare(base / name, texts(words, vowelled))
                pages = words // 400
                reader(name, home, id, pages)
                if args.only == "reader":
                    continue
                show(
                    Program(f"Static, {name}", [sys.executable, str(static), str(path)], key=b"\x1b[B"),
                    None,
                    pages // 2,
                )
                if less := shutil.which("less"):
                    show(Program(f"less, {name}", [less, str(path)], b"j", b" ", b"b"), None, pages)
        if args.paragraph:
            long = " ".join(texts(180_000, False)[1:])[:1_000_000]
            for name, text in (("1 paragraph", long), ("1 word", long.replace(" ", "")[:1_000_000])):
                with contextlib.suppress(subprocess.CalledProcessError):
                    _, home, id = prepare(base / name, ["عنوان", text])
                    reader(name + f" of {len(text):,} letters", home, id, 10)
    print(
        f"\n{'beside the empty app':38}{'first x':>8}{'answer x':>10}{'key p99':>9}{'page p99':>9}{'MB above':>9}"
    )
    for name, f in ours.items():
        print(
            f"{name:38}{f.first / empty.first:8.2f}{f.answer / empty.first:10.2f}{p99(f.keys):9.1f}{p99(f.pages):9.1f}"
            f"{f.memory - empty.memory:9.1f}"
        )
    print(f"{time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    main()
