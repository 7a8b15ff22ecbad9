#!/bin/sh
# Writes service.aot beside service.jar: starts the service until its context is refreshed and
# records which classes it loaded. JVM_OPTIONS must be those that the service runs with.
set -eu

# shellcheck disable=SC2086 # several options
java -XX:AOTCacheOutput=service.aot ${JVM_OPTIONS:-} -Dspring.context.exit=onRefresh \
  -Dassay.pictures.signing-secret=only-used-in-training -jar service.jar
test -s service.aot
