#!/usr/bin/env bash
# Installs what the slow tests need and pip cannot give: LibreOffice Writer, Chromium, Chinese fonts, pdftoppm.
# Where nothing may be installed it names the command; the tests that need the tools then skip (under CI=true they fail).
set -u
packages=()
have() { command -v "$1" >/dev/null 2>&1; }
have soffice || packages+=(libreoffice-writer)
[ -x /usr/bin/python3 ] && /usr/bin/python3 -c 'import uno' 2>/dev/null || packages+=(python3-uno)
have pdftoppm || packages+=(poppler-utils)
have chromium || have chromium-browser || have google-chrome || packages+=(chromium)
have fc-list && fc-list ':lang=zh' 2>/dev/null | grep -q . || packages+=(fontconfig fonts-noto-cjk)
[ ${#packages[@]} -eq 0 ] && exit 0

run=()
if [ "$(id -u)" -ne 0 ]; then
  if have sudo && sudo -n true 2>/dev/null; then run=(sudo -n); else run=(false); fi
fi
if have apt-get && [ "${run[0]:-}" != false ]; then
  echo "Installing for the slow tests: ${packages[*]} ..."
  if "${run[@]}" env DEBIAN_FRONTEND=noninteractive sh -c 'apt-get update -qq && apt-get install -y -qq --no-install-recommends "$@"' sh "${packages[@]}" >/dev/null 2>&1; then
    exit 0
  fi
fi
echo "Some tests will skip. To run them all: sudo apt-get install ${packages[*]}"
[ "${CI:-}" = true ] && exit 1
exit 0
