#!/usr/bin/env bash
# Exits 0 if the service in this container says that it is ready. The JRE image has no curl.
# MANAGEMENT_SERVER_PORT where the actuator has a port of its own, else SERVER_PORT.
set -euo pipefail

port=${MANAGEMENT_SERVER_PORT:-${SERVER_PORT:?SERVER_PORT is not set}}
exec 3<>"/dev/tcp/127.0.0.1/$port"
printf 'GET /actuator/health/readiness HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
head -n 1 <&3 | grep -q ' 200'
