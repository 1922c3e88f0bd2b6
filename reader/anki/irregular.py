"""English forms that no rule gives, as far as glosses of the news need them.

variants("shoot down")  ->  ["shot down"]
variants("man")         ->  ["men"]
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_FORMS = """
arise arose arisen; awake awoke awoken; be is are was were been being; bear bore borne born; beat beaten; become became;
begin began begun; bend bent; bind bound; bite bit bitten; bleed bled; blow blew blown; break broke broken; breed bred;
bring brought; build built; burn burnt; buy bought; catch caught; choose chose chosen; come came; deal dealt; dig dug;
do does did done; draw drew drawn; drive drove driven; eat ate eaten; fall fell fallen; feed fed; feel felt; fight fought;
find found; flee fled; fly flew flown flies; forbid forbade forbidden; foresee foresaw foreseen; forget forgot forgotten;
freeze froze frozen; get got gotten; give gave given; go goes went gone; grow grew grown; hang hung; have has had;
hear heard; hide hid hidden; hold held; keep kept; know knew known; lay laid; lead led; leave left; lend lent; lie lay lain lying;
light lit; lose lost; make made; mean meant; meet met; mislead misled; overcome overcame; oversee oversaw overseen;
overthrow overthrew overthrown; pay paid; ride rode ridden; rise rose risen; run ran; say said; see saw seen; seek sought;
sell sold; send sent; shake shook shaken; shoot shot; show shown; shrink shrank shrunk; sing sang sung; sink sank sunk;
sit sat; sleep slept; speak spoke spoken; spend spent; stand stood; steal stole stolen; stick stuck; strike struck;
strive strove striven; swear swore sworn; take took taken; teach taught; tear tore torn; tell told; think thought;
throw threw thrown; undergo underwent undergone; understand understood; undertake undertook undertaken; uphold upheld;
wear wore worn; win won; withdraw withdrew withdrawn; withhold withheld; withstand withstood; write wrote written;
man men; woman women; child children; person people; foot feet; crisis crises; analysis analyses; basis bases;
spokesman spokesmen; spokeswoman spokeswomen; gunman gunmen; policeman policemen; half halves; life lives; wife wives;
knife knives; thief thieves; loss losses; leaf leaves; shelf shelves; criterion criteria; phenomenon phenomena
"""


@cache
def _table() -> dict[str, tuple[str, ...]]:
    rows = (row.split() for row in _FORMS.split(";"))
    return {word: tuple(forms) for word, *forms in rows}


def variants(words: Sequence[str]) -> list[list[str]]:
    """The words (lower case) with the first, a leading "to" aside, or the last in each irregular form; none for most."""
    if words[:1] == ["to"]:
        words = words[1:]
    found = []
    for place in (0, len(words) - 1) if len(words) > 1 else range(len(words)):
        for form in _table().get(words[place], ()):
            found.append([*words[:place], form, *words[place + 1 :]])
    return found
