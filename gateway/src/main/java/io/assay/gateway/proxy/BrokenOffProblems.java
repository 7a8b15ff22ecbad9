package io.assay.gateway.proxy;

import io.assay.web.Problem;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** An answer that a service began and did not end. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class BrokenOffProblems {

    private static final Logger log = LoggerFactory.getLogger(BrokenOffProblems.class);
    private static final String REQUEST_ID = "X-Request-Id";

    /** What has begun can only be broken off; else nothing of it is sent. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> brokenOff(BrokenOff failure, HttpServletResponse response) {
        if (response.isCommitted()) {
            throw failure;
        }
        log.warn("{}", failure.getMessage());
        String requestId = response.getHeader(REQUEST_ID);
        response.reset();
        Problem problem =
                Problem.of(
                        HttpStatus.BAD_GATEWAY,
                        "service-failure",
                        "A service broke off; the request may have worked.");
        problem.getHeaders().set(REQUEST_ID, requestId);
        return problem.response();
    }
}
