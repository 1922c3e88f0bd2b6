#!/bin/sh
# The same article in real terminals under Xvfb: a picture of each, what `nashra doctor` finds out in it, and the word
# that a click takes, which must be the same in all of them.
#
#   scripts/terminals.sh [FOLDER [TERMINAL...]]    docs/pictures/terminals and the five below unless given
#   scripts/terminals.sh seen tmux:konsole screen:xterm
#
# Debian: xvfb xterm xfce4-terminal konsole mlterm kitty imagemagick xdotool dbus fonts-dejavu-core bsdutils
#         (alacritty qterminal tmux screen where they are asked for)
# NASHRA is the command (.venv/bin/nashra), NUMBER the display (91), WAIT the seconds a terminal gets to start (8).
# Look at the pictures: right to left, joined, brackets, numbers, marks on their letters, the cursor on a whole word.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
folder=${1:-$root/docs/pictures/terminals}
[ $# -gt 0 ] && shift
terminals=${*:-xterm xfce4-terminal konsole mlterm kitty}
nashra=${NASHRA:-$root/.venv/bin/nashra}
number=${NUMBER:-91}
seconds=${WAIT:-8}
convert=${CONVERT:-/usr/bin/convert}
article=arms-to-russia
font='DejaVu Sans Mono'
columns=120 rows=36
column=95 row=6 # the cell to click

missing=
for command in Xvfb xdotool import "$convert" dbus-run-session script "$nashra" $(echo "$terminals" | tr : ' '); do
    command -v "$command" >/dev/null || missing="$missing $command"
done
[ -z "$missing" ] || { echo "terminals.sh needs:$missing" >&2; exit 1; }

mkdir -p "$folder"
work=$(mktemp -d)
Xvfb ":$number" -screen 0 1280x900x24 >/dev/null 2>&1 &
xvfb=$!
began=
trap 'kill $began $xvfb 2>/dev/null; rm -rf "$work"' EXIT
trap 'exit 1' INT TERM
sleep 1

# Nothing of the terminal that this script is run in may reach the ones it starts.
unset VTE_VERSION KONSOLE_VERSION MLTERM KITTY_WINDOW_ID TERM_PROGRAM TMUX STY XTERM_VERSION COLORTERM WT_SESSION || true
export DISPLAY=":$number" HOME="$work" XDG_CONFIG_HOME="$work/config" XDG_RUNTIME_DIR="$work/run" LANG=C.UTF-8
export NASHRA_HOME="$work/nashra" LIBGL_ALWAYS_SOFTWARE=1 QT_QPA_PLATFORM=xcb NO_AT_BRIDGE=1
mkdir -p -m 700 "$XDG_RUNTIME_DIR"
mkdir -p "$work/.mlterm" "$work/config/qterminal.org"
echo "DEFAULT=$font" >"$work/.mlterm/aafont"
printf '[General]\nfontFamily=%s\nfontSize=10\nHideTabBarWithOneTab=true\nMenuVisible=false\nScrollbarPosition=0\nenabledBidiSupport=false\n' "$font" \
    >"$work/config/qterminal.org/qterminal.ini"

# Sets began to the terminal's process.
start() { # TERMINAL COMMAND...
    terminal=$1
    shift
    case $terminal in
    tmux:*) set -- tmux -L "$number" -f /dev/null new-session "$*" ;;
    screen:*) set -- screen -S "nashra$number" -U -c /dev/null "$@" ;;
    esac
    case ${terminal#*:} in
    xterm) set -- xterm -fa "$font" -fs 10 -geometry "${columns}x$rows+0+0" -e "$@" ;;
    xfce4-terminal) set -- dbus-run-session xfce4-terminal --disable-server --hide-menubar --hide-scrollbar \
        --font="$font 10" --geometry="${columns}x$rows+0+0" -x "$@" ;;
    konsole) set -- dbus-run-session konsole --nofork --hide-menubar --hide-tabbar -p "Font=$font,10" \
        -p "TerminalColumns=$columns" -p "TerminalRows=$rows" -p ScrollBarPosition=2 -e "$@" ;;
    mlterm) set -- mlterm --type=xft --fontsize=14 --geometry="${columns}x$rows+0+0" --sb=none -e "$@" ;;
    kitty) set -- kitty --config NONE -o "font_family=$font" -o font_size=10 -o remember_window_size=no \
        -o "initial_window_width=${columns}c" -o "initial_window_height=${rows}c" -o enable_audio_bell=no \
        -o update_check_interval=0 "$@" ;;
    alacritty) set -- alacritty -o "font.normal.family=$font" -o font.size=10 \
        -o "window.dimensions.columns=$columns" -o "window.dimensions.lines=$rows" -e "$@" ;;
    qterminal) set -- dbus-run-session qterminal -e "$*" ;;
    *) echo "terminals.sh knows no $terminal" >&2; exit 1 ;;
    esac
    "$@" >"$work/log" 2>&1 &
    began=$!
}

cell() { # TERMINAL: the left edge, the top, the width and the height of its cells at this size
    case ${1#*:} in
    mlterm) echo 2 1 8 16 ;;
    konsole) echo 4 33 8 17 ;;
    xterm) echo 2 2 8 17 ;;
    qterminal) echo 0 0 8 16 ;;
    *) echo 0 0 8 17 ;;
    esac
}

click() { # TERMINAL COLUMN ROW
    set -- "$2" "$3" $(cell "$1")
    xdotool mousemove $(($3 + $1 * $5 + $5 / 2)) $(($4 + $2 * $6 + $6 / 2))
    sleep 1
    xdotool click 1
    sleep 1
}

picture() { # NAME
    import -window root "$work/root.png"
    "$convert" "$work/root.png" -trim +repage +dither -colors 32 -define png:compression-level=9 "PNG8:$folder/$1.png"
}

"$nashra" doctor >/dev/null # the dictionary is compiled before the clock runs
for terminal in $terminals; do
    name=$(echo "$terminal" | tr : -)
    rm -rf "$NASHRA_HOME"
    cat >"$work/inside.sh" <<END
script -qec "$nashra doctor" "$work/doctor"
exec $nashra read $article
END
    start "$terminal" sh "$work/inside.sh"
    sleep "$seconds"
    # Without a window manager the keys go to the window under the pointer.
    xdotool mousemove 300 200
    sleep 1
    if grep -q "this is a guess" "$work/doctor"; then
        picture "$name-question"
        xdotool key 1
        sleep 4
    fi
    click "$terminal" "$column" "$row"
    xdotool key t
    sleep 2
    picture "$name"
    xdotool key space
    sleep 1
    xdotool key q
    sleep 1
    xdotool key q
    sleep 2
    kill "$began" 2>/dev/null || true
    wait "$began" 2>/dev/null || true
    case $terminal in # they outlive the terminal around them
    tmux:*) tmux -L "$number" kill-server 2>/dev/null || true ;;
    screen:*) screen -S "nashra$number" -X quit >/dev/null || true ;;
    esac
    echo "== $terminal"
    # Without the questions to the terminal and its answers, which the record of the session holds too.
    tr -d '\r\007' <"$work/doctor" | sed 's/\x1b\[[0-9;?>$]*[a-zA-Z]//g; s/^.*✓ terminal/✓ terminal/' |
        sed -n '/✓ terminal/,/^$/p' | grep -v '^Script done' || cat "$work/log"
    echo "clicked: $("$nashra" words)"
done
