#!/bin/sh
# Installs the system packages that are missing, with apt where it is there and may be used; else says what to install.
# usage: system-packages.sh site [test]
set -eu

# WeasyPrint needs Pango; with libharfbuzz-subset it makes its small fonts in C instead of Python, five times as fast.
site="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
# The tests read the pages in a browser (Playwright's driver needs libatomic) and the handouts with poppler and veraPDF (Java, JAXB).
test="chromium libatomic1 poppler-utils default-jre-headless libjaxb-java libactivation-java"

has_library() { "${PYTHON:-.venv/bin/python}" -c "import ctypes; ctypes.CDLL('$1')" 2>/dev/null; }
is_there() {
  case $1 in
    libpango-1.0-0) has_library libpango-1.0.so.0 ;;
    libpangoft2-1.0-0) has_library libpangoft2-1.0.so.0 ;;
    libharfbuzz-subset0) has_library libharfbuzz-subset.so.0 ;;
    chromium) command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null ;;
    libatomic1) has_library libatomic.so.1 ;;
    poppler-utils) command -v pdftotext >/dev/null ;;
    default-jre-headless) command -v java >/dev/null ;;
    libjaxb-java) [ -e /usr/share/java/jaxb-runtime.jar ] || ! command -v apt-get >/dev/null ;;
    libactivation-java) [ -e /usr/share/java/javax.activation.jar ] || ! command -v apt-get >/dev/null ;;
  esac
}

missing=""
for group in "$@"; do
  eval "wanted=\$$group"
  for package in $wanted; do is_there "$package" || missing="$missing $package"; done
done
[ -n "$missing" ] || exit 0

if command -v apt-get >/dev/null; then
  if [ "$(id -u)" = 0 ]; then sudo=""; elif command -v sudo >/dev/null; then sudo="sudo"; else sudo="none"; fi
  if [ "$sudo" != none ]; then
    echo "installing:$missing"
    $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends $missing >/dev/null && exit 0
  fi
fi

echo "These system packages are missing:$missing" >&2
echo "  Debian, Ubuntu:  sudo apt install$missing" >&2
echo "  Fedora:          sudo dnf install pango harfbuzz chromium libatomic poppler-utils java-headless" >&2
echo "  macOS:           brew install pango poppler   (and Chrome or Chromium for the tests)" >&2
exit 1
