package io.assay.gateway.security;

import io.assay.web.Problem;
import io.assay.web.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Refusals as problems: the headers of RFC 6750 and a body of RFC 9457. */
@Component
class SecurityProblems {

    private final ProblemWriter problems;
    private final BearerTokenAuthenticationEntryPoint challenge =
            new BearerTokenAuthenticationEntryPoint();
    private final BearerTokenAccessDeniedHandler denial = new BearerTokenAccessDeniedHandler();

    SecurityProblems(ProblemWriter problems) {
        this.problems = problems;
    }

    void unauthorized(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        challenge.commence(request, response, failure);
        String detail =
                failure instanceof InvalidBearerTokenException
                        ? "The access token is malformed, expired or not from this issuer."
                        : "This needs an access token: Authorization: Bearer …";
        problems.write(response, Problem.of(HttpStatus.UNAUTHORIZED, "unauthenticated", detail));
    }

    /** Whether there is such an account is not said. */
    void notSignedIn(HttpServletResponse response) throws IOException {
        problems.write(
                response,
                Problem.of(
                        HttpStatus.UNAUTHORIZED,
                        "sign-in-failed",
                        "Username or password is wrong."));
    }

    /** That an issuer's keys cannot be had is not the caller's fault, and passes. */
    void notAuthenticated(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        if (failure instanceof AuthenticationServiceException) {
            problems.write(
                    response,
                    Problem.unavailable("The token cannot be checked at the moment: try again."));
        } else {
            unauthorized(request, response, failure);
        }
    }

    void forbidden(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        denial.handle(request, response, failure);
        problems.write(
                response,
                Problem.of(
                        HttpStatus.FORBIDDEN,
                        "forbidden",
                        "There is no such path, or none of the token's roles may call it."));
    }

    /** A form that outlived its session is shown anew; anything else does not exist. */
    void noSuchPage(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        if (failure instanceof CsrfException && request.getServletPath().equals("/login")) {
            response.sendRedirect("/login?again");
        } else {
            notFound(response);
        }
    }

    void notFound(HttpServletResponse response) throws IOException {
        problems.write(
                response, Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such page."));
    }
}
