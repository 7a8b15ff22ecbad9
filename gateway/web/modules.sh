#!/usr/bin/env bash
# Brings what the web client is built and tested with, unless it is here already.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

lock=$(cksum <package-lock.json)
if [[ ! -e node_modules/.assay-lock || $(<node_modules/.assay-lock) != "$lock" ]]; then
  npm ci --no-audit --no-fund --loglevel=error || {
    echo "assay: npm could not fetch what the web client is built with; see above" >&2
    exit 1
  }
  printf '%s' "$lock" >node_modules/.assay-lock
fi
