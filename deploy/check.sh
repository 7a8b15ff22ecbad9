#!/usr/bin/env bash
# Checks what can be checked of deploy/ without a Docker engine: docker-compose.yml, the Prometheus
# configuration, the alert rules and their tests, the shell scripts, the JSON. What its tool is
# missing for is named and skipped; anything wrong ends in a non-zero exit.
set -uo pipefail
cd "$(dirname "$0")/.."

failed=0
check() { # what, command…
    local what=$1 output
    shift
    if ! command -v "$1" > /dev/null; then
        echo "skip  $what ($1 is not installed)"
    elif output=$("$@" 2>&1); then
        echo "ok    $what"
    else
        echo "FAIL  $what"
        echo "$output" | sed 's/^/      /'
        failed=1
    fi
}

refuses_without_secrets() {
    ! ASSAY_MONGO_PASSWORD= docker-compose --env-file /dev/null config -q 2> /dev/null
}
compose=docker-compose
command -v docker-compose > /dev/null || compose="docker compose"

check "compose file" $compose --env-file .env.example --profile keycloak config -q
command -v docker-compose > /dev/null && check "compose refuses to start without secrets" refuses_without_secrets
check "Prometheus configuration" promtool check config deploy/prometheus/prometheus.yml
check "alert rules" promtool test rules deploy/prometheus/alerts_test.yml
for script in deploy/*.sh deploy/docker/*.sh; do
    check "$script" bash -n "$script"
done
for json in deploy/grafana/dashboards/*.json deploy/docker/keycloak/*.json; do
    check "$json" python3 -m json.tool "$json" /dev/null
done
exit $failed
