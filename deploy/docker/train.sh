#!/bin/sh
# Writes service.aot beside service.jar: starts the service until its context is refreshed and
# records which classes it loaded. The flags must be those that the service runs with.
set -eu

java -XX:AOTCacheOutput=service.aot -XX:+UseCompactObjectHeaders \
    -Dspring.aot.enabled=true -Dspring.context.exit=onRefresh -jar service.jar
test -s service.aot
