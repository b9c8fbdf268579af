#!/bin/sh
# run.sh BUILD-FOLDER [WORD]: every benchmark whose name holds WORD, one JSON line a case. The forest
# runs against scikit-learn, in turns with it; the others against the time they have to reach.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "$1" && pwd)
word=${2:-}
export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
for program in "$build"/bench/bench_*; do
  [ -x "$program" ] || continue
  name=$(basename "$program")
  case "$name" in *"$word"*) ;; *) continue ;; esac
  if [ "$name" = bench_forest ]; then
    /usr/bin/python3 "$here/peer_forest.py" "$program"
  else
    "$program"
  fi
done
