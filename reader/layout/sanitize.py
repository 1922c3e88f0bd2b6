"""Text from outside, made fit to be text.

    sanitize("\\x1b[31mنص\\u202e\\r\\n") -> "نص\\n"

The layout itself never changes a text (offsets into it must stay true) and sends nothing dangerous to the
terminal whatever it is given; this is for the door: importers, the clipboard, the command line.
"""

from __future__ import annotations

import unicodedata as ud

from corpus.regex import later

_ESCAPES = later(
    "\x1b\\[[0-?]*[ -/]*[@-~]"  # CSI
    "|\x1b[\\]PX^_][^\x07\x1b\x9c\n]{0,4096}(?:\x07|\x1b\\\\|\x9c)"  # OSC, DCS, SOS, PM, APC
    "|\x1b[ -/]*[0-~]"
    "|\x9b[0-?]*[ -/]*[@-~]"
)
_BREAKS = later("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = later(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
_SURROGATES = later("[\ud800-\udfff]")


def sanitize(text: str) -> str:
    """Text in NFC without escape sequences, controls and bidi controls; line breaks are line feeds.

    An unpaired surrogate becomes U+FFFD. ZWNJ and ZWJ stay: they are spelling. Linear time.
    """
    text = _SURROGATES.sub("\ufffd", text)
    text = _ESCAPES.sub("", text)
    text = _BREAKS.sub("\n", text)
    return ud.normalize("NFC", _CONTROLS.sub("", text))
