#!/usr/bin/env bash
# Writes .env with fresh random secrets for docker-compose.yml. Never overwrites one.
set -euo pipefail
cd "$(dirname "$0")/../.."

if [ -e .env ]; then
    echo ".env: exists (expected: absent); remove it to make new secrets" >&2
    exit 1
fi
secret() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }
umask 077
while IFS= read -r line; do
    case $line in
        *=change-me) echo "${line%change-me}$(secret)" ;;
        *) echo "$line" ;;
    esac
done < .env.example > .env
echo "wrote .env"
