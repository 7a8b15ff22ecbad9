#!/usr/bin/env bash
# Prints an access token of a person: signs in as the web client does, then the authorization code
# grant with PKCE.
#   ASSAY_PASSWORD=… deploy/token.sh USER [http://localhost:8080]
set -euo pipefail

user=${1:?usage: ASSAY_PASSWORD=… deploy/token.sh USER [URL]}
base=${2:-http://localhost:8080}
password=${ASSAY_PASSWORD:?ASSAY_PASSWORD is not set}

cookies=$(mktemp)
trap 'rm -f "$cookies"' EXIT
browser() { curl --silent --output /dev/null --cookie "$cookies" --cookie-jar "$cookies" "$@"; }

redirect=http://127.0.0.1/signed-in # nothing listens there; the code is read off the redirect
verifier=$(openssl rand -hex 32)
challenge=$(printf %s "$verifier" | openssl dgst -sha256 -binary | base64 | tr '+/' '-_' | tr -d '=\n')
authorize="$base/oauth2/authorize?response_type=code&client_id=assay-web&redirect_uri=$redirect&scope=openid&state=s&code_challenge=$challenge&code_challenge_method=S256"

# the password on standard input, as arguments can be seen by others
printf %s "$password" | browser --header 'Assay-Session: 1' \
  --data-urlencode "username=$user" --data-urlencode password@- "$base/login"
code=$(browser --write-out '%{redirect_url}' "$authorize" | sed -n 's/.*[?&]code=\([^&]*\).*/\1/p')
[[ -n $code ]] || { echo "token.sh: sign-in of $user was refused" >&2; exit 1; }
curl --silent --data grant_type=authorization_code --data client_id=assay-web --data "redirect_uri=$redirect" \
  --data "code=$code" --data "code_verifier=$verifier" "$base/oauth2/token" |
  sed -n 's/.*"access_token":"\([^"]*\)".*/\1/p'
