package io.assay.gateway.proxy;

import org.springframework.http.HttpMethod;

/** Whether a request is repeated when the first instance does not answer, or has nothing. */
enum RetryPolicy {
    /** Any instance can answer, and asking twice changes nothing: all state is in the store. */
    ANY,
    /** Not to be repeated once an instance may have begun with it. */
    ONCE,
    /** Each instance has a share of the answer. */
    EVERY;

    /**
     * @param keyed whether it carries an idempotency key
     */
    static RetryPolicy of(HttpMethod method, String path, boolean keyed) {
        if (method.equals(HttpMethod.GET)) {
            return Shares.isShared(path) ? EVERY : ANY;
        }
        boolean repeatable =
                keyed
                        || method.equals(HttpMethod.HEAD)
                        || method.equals(HttpMethod.PUT)
                        || path.startsWith("/v1/assignments/")
                        || path.startsWith("/v1/workers")
                        || path.startsWith("/v1/qualifications/")
                        || path.equals("/v1/labels");
        return repeatable ? ANY : ONCE;
    }
}
