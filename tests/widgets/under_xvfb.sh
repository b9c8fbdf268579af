#!/bin/sh
# under_xvfb.sh PROGRAM ARGUMENTS…: runs a test on a screen of its own; 77 says it was skipped.
command -v xvfb-run >/dev/null && command -v xauth >/dev/null || {
  echo "SKIP: there is no Xvfb here (Debian packages xvfb, xauth)."
  exit 77
}
QT_QPA_PLATFORM=xcb exec xvfb-run -a -s "-screen 0 1280x1024x24" "$@"
