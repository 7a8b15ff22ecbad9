package io.assay.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Lets controllers take {@link Caller} and {@link IdempotencyKey} as arguments. */
final class ArgumentResolvers {

    private ArgumentResolvers() {}

    record CallerResolver(String rolesClaim) implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Caller.class;
        }

        /** Null, where the parameter allows it, for a public path called without a token. */
        @Override
        public @Nullable Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
            if (authentication instanceof JwtAuthenticationToken jwt) {
                return Caller.of(jwt.getToken(), rolesClaim);
            }
            if (parameter.isOptional()) {
                return null;
            }
            throw Problem.of(
                    HttpStatus.UNAUTHORIZED, "unauthenticated", "A bearer token is needed.");
        }
    }

    static final class IdempotencyKeyResolver implements HandlerMethodArgumentResolver {

        private static final Pattern KEY = Pattern.compile("[!-~]{1,128}");

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == IdempotencyKey.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            String value = request.getHeader(IdempotencyKey.HEADER);
            if (value != null && !KEY.matcher(value).matches()) {
                throw Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "bad-idempotency-key",
                        "Idempotency-Key: not 1 to 128 visible ASCII characters");
            }
            return new IdempotencyKey(value);
        }
    }
}
