"""Which profile a terminal wants, from its own answer and from its environment.

    detect({"VTE_VERSION": "7006"})                                     vte, as a guess from the environment
    detect({"VTE_VERSION": "7006"}, lambda: Answer(version="XTerm(379)"))   plain: the terminal said so itself

The terminal's own answer is worth more than the environment, which is inherited: an xterm started from Konsole
still carries KONSOLE_VERSION. Only what does not answer is judged by its environment. Asking is somebody else's
work (reader.terminal); this is a function of what came back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpus.errors import NashraError
from reader.choices import BIDI
from reader.layout.profiles import PROFILES, Profile, inside

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

CHOICES = BIDI
"""What --bidi and the settings accept."""


class Answer(NamedTuple):
    """What a terminal said about itself."""

    mode: int | None = None
    """Mode 8: 1 set (it reorders), 2 reset (it does not), 3 or 4 fixed, 0 unknown to it; None: no answer."""
    version: str | None = None
    """Its name and version, as "XTerm(379)"."""
    complete: bool = False
    """Whether the closing answer arrived in time."""


class Detection(NamedTuple):
    """What to send, and why."""

    profile: Profile
    reason: str
    advice: tuple[str, ...] = ()
    """What the user can do to make it better; lines of plain text."""
    certain: bool = True
    """False: ask the user once whether a line reads correctly."""
    multiplexer: str | None = None
    """tmux or screen, if the program runs inside one."""


_TMUX = (
    "tmux keeps the switch from mlterm: put `set -g allow-passthrough on` into ~/.tmux.conf, "
    "or run `printf '\\e]5379;use_ctl=false\\a'` before tmux."
)
_ADVICE = {
    "kitty": (
        "kitty turns Arabic round, so it is sent reversed; exact is `force_ltr yes` in kitty.conf with --bidi plain.",
        "If full stops and brackets stand on the wrong side, the font has no Arabic: try --bidi kitty-split.",
    ),
    "foot": (
        "foot loses letters that carry vowels, so vowels are not sent. To have them: grapheme-shaping=no under [tweak] "
        'in foot.ini, and bidi = "plain" in Nashra\'s settings.',
    ),
    "apple": (
        "Terminal.app always reorders; lines are sent with an override. "
        "If they read wrongly, try --bidi islands, or use iTerm2 or kitty.",
    ),
}
_KNOWN = (
    ("xterm", "plain", ()),
    ("alacritty", "alacritty", ()),
    ("foot", "foot", _ADVICE["foot"]),
    ("ghostty", "plain", ()),
    ("contour", "plain", ()),
    ("wezterm", "plain", ("WezTerm: leave `bidi_enabled` off.",)),
    ("iterm2", "plain", ("iTerm2: turn off Settings > General > Experimental > right-to-left support.",)),
    ("konsole", "konsole", ()),
    ("vte", "vte", ()),
    ("mlterm", "mlterm", ()),
    ("kitty", "kitty", _ADVICE["kitty"]),
)
"""The beginning of a name that XTVERSION answers, its profile, and advice."""


def detect(
    env: Mapping[str, str],
    query: Callable[[], Answer] | None = None,
    choice: str = "auto",
    *,
    tty: bool = True,
    outside: Callable[[], tuple[str, str]] | None = None,
) -> Detection:
    """How to send lines to this terminal.

    query asks the terminal (ask); it is called at most once, and never where the question itself would leave
    dirt on the screen. outside: what tmux knows of the terminal around it: its answer to XTVERSION, its TERM.
    choice: --bidi or the setting; anything but "auto" decides. tty False (a pipe, a file): logical text.
    Raises NashraError for a choice that does not exist.
    """
    if choice not in CHOICES:
        raise NashraError(f"--bidi takes one of {', '.join(CHOICES)}, not {choice!r}")
    outer = _multiplexer(env)
    if choice != "auto":
        return _inside(Detection(PROFILES[choice], f"chosen: {choice}", multiplexer=outer))
    if not tty or env.get("TERM") == "dumb":
        return Detection(PROFILES["logical"], "not a terminal that shows lines: logical text")
    found = None
    if (
        query is not None
        and env.get("TERM_PROGRAM") != "Apple_Terminal"
        and env.get("TERM") != "linux"
        and not outer
    ):
        found = _by_answer(query())
    if outer == "tmux" and outside is not None:
        version, term = outside()
        found = _by_answer(Answer(version=version))
        env = {**env, "TERM": term} if term else env
    return _inside((found or _by_environment(env))._replace(multiplexer=outer))


def _multiplexer(env: Mapping[str, str]) -> str | None:
    """tmux or screen, also one on the other side of an ssh connection, which passes TERM alone."""
    term = env.get("TERM", "")
    if env.get("TMUX") or term.startswith("tmux"):
        return "tmux"
    return "screen" if env.get("STY") or term.startswith("screen") else None


def _by_answer(answer: Answer) -> Detection | None:
    """What the terminal's own words decide; None if they do not."""
    name = (answer.version or "").lower()
    for start, profile, advice in _KNOWN:
        if name.startswith(start):
            if profile == "vte" and answer.mode == 0:
                break
            reason = f"the terminal says it is {answer.version}"
            return _already(Detection(PROFILES[profile], reason, advice, certain=profile != "kitty"), answer)
    if answer.mode in (1, 2):
        reason = "the terminal answered that it can stop reordering (mode 8)"
        return _already(Detection(PROFILES["vte"], reason), answer)
    return None


def _already(found: Detection, answer: Answer) -> Detection:
    """A terminal that was told not to reorder before us stays that way after us."""
    if found.profile.name == "vte" and answer.mode == 2:
        return found._replace(
            profile=found.profile._replace(enter="", exit=""), reason=found.reason + ", already off"
        )
    return found


def _by_environment(env: Mapping[str, str]) -> Detection:
    """What the variables that terminals set suggest."""
    program, term = env.get("TERM_PROGRAM", "").lower(), env.get("TERM", "")
    if env.get("MLTERM") or term == "mlterm":
        return Detection(PROFILES["mlterm"], "MLTERM or TERM says mlterm")
    if env.get("KITTY_WINDOW_ID") or term == "xterm-kitty":
        return Detection(
            PROFILES["kitty"], "KITTY_WINDOW_ID or TERM says kitty", _ADVICE["kitty"], certain=False
        )
    if program == "apple_terminal":
        return Detection(PROFILES["apple"], "TERM_PROGRAM is Apple_Terminal", _ADVICE["apple"], certain=False)
    for name in ("iterm", "wezterm", "ghostty", "vscode"):
        if name in program:
            advice = next((a for start, _, a in _KNOWN if start.startswith(name)), ())
            return Detection(PROFILES["plain"], f"TERM_PROGRAM is {env['TERM_PROGRAM']}", advice)
    if env.get("WT_SESSION"):
        return Detection(PROFILES["plain"], "WT_SESSION is set: Windows Terminal, which does not reorder")
    if term.startswith("alacritty") or program == "alacritty" or env.get("ALACRITTY_WINDOW_ID"):
        return Detection(PROFILES["alacritty"], "TERM or ALACRITTY_WINDOW_ID says Alacritty")
    if term.startswith("foot"):
        return Detection(PROFILES["foot"], f"TERM is {term}", _ADVICE["foot"])
    if env.get("KONSOLE_VERSION"):
        return Detection(PROFILES["konsole"], "KONSOLE_VERSION is set")
    vte = env.get("VTE_VERSION", "")
    if vte.isdecimal():
        if int(vte) >= 5800:
            return Detection(PROFILES["vte"], f"VTE_VERSION is {vte}")
        return Detection(PROFILES["plain"], f"VTE_VERSION is {vte}, older than its reordering")
    if env.get("XTERM_VERSION"):
        return Detection(PROFILES["plain"], "XTERM_VERSION is set: xterm, which does not reorder")
    advice = (
        "If Arabic reads backwards, try --bidi islands, vte, konsole, mlterm or kitty.",
        "QTerminal: turn bidirectional text off in its preferences.",
    )
    return Detection(PROFILES["plain"], "no terminal that reorders is known here", advice, certain=False)


def _inside(found: Detection) -> Detection:
    """The same seen through tmux or screen."""
    if found.multiplexer is None:
        return found
    advice = found.advice
    if found.multiplexer == "tmux" and found.profile.name == "mlterm":
        advice = (*advice, _TMUX)
    # The environment is that of the terminal in which tmux or screen was started, which need not be this one.
    told = found.reason.startswith(("chosen", "the terminal says"))
    return found._replace(
        profile=inside(found.profile, found.multiplexer),
        reason=f"{found.reason}; inside {found.multiplexer}",
        advice=advice,
        certain=found.certain and told,
    )
