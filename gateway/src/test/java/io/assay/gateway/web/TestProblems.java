package io.assay.gateway.web;

import tools.jackson.databind.json.JsonMapper;

/** Problems for tests without a context. */
public final class TestProblems {

    private TestProblems() {}

    public static Problems make() {
        return new Problems(JsonMapper.builder().build());
    }
}
