#!/usr/bin/env bash
# Builds the web client into ../target/classes/static, unless nothing of it changed since the last
# time. Maven calls it while it packs the gateway.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

out=../target/classes/static
stamp=../target/web.stamp

fail() {
  printf 'assay: %s\n' "$1" >&2
  exit 1
}

sum() {
  find . \( -name node_modules -o -name stories -o -name figures -o -name show -o -path ./test \) -prune -o -type f -print0 | LC_ALL=C sort -z |
    xargs -0 cksum | cksum
}

command -v node >/dev/null && command -v npm >/dev/null || fail "the web client is built by Node, which was not found.
Get Node 20.19 or newer with npm, for instance from https://nodejs.org or by
  apt install nodejs npm   |   brew install node   |   sdk-like tools such as mise"
node -e 'const [a, b] = process.versions.node.split(".").map(Number);
  process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
  fail "the web client needs Node 20.19 or newer; this is $(node --version)"

now=$(sum)
if [[ -e $stamp && -e $out/index.html && $(<"$stamp") == "$now" ]]; then
  exit 0
fi
./modules.sh
node_modules/.bin/vite build --logLevel warn || fail "the web client was not built; see above"
rm -rf "$out/client"
mkdir -p "$out"
cp -R ../target/web/. "$out/"
printf '%s' "$now" >"$stamp"
