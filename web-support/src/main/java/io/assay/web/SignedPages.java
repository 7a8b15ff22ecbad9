package io.assay.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.util.WebUtils;

/**
 * Signs the cursor of every {@link Paged} that goes out, and checks it when it comes back: the
 * controllers see only the plain one.
 */
@RestControllerAdvice
final class SignedPages implements ResponseBodyAdvice<Object>, HandlerInterceptor {

    static final String CURSOR = "cursor";

    private static final String LIMIT = "limit";

    private final PageCursors cursors;

    SignedPages(PageCursors cursors) {
        this.cursors = cursors;
    }

    /** A request whose cursor can be replaced by the plain one. */
    static final class Plain extends HttpServletRequestWrapper {

        private @Nullable String cursor;

        Plain(HttpServletRequest request) {
            super(request);
        }

        private void setCursor(String plain) {
            cursor = plain;
        }

        @Override
        public @Nullable String getParameter(String name) {
            return cursor != null && name.equals(CURSOR) ? cursor : super.getParameter(name);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return cursor != null && name.equals(CURSOR)
                    ? new String[] {cursor}
                    : super.getParameterValues(name);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            if (cursor == null) {
                return super.getParameterMap();
            }
            Map<String, String[]> all = new LinkedHashMap<>(super.getParameterMap());
            all.put(CURSOR, new String[] {cursor});
            return all;
        }
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && isPage(method.getReturnType())) {
            String signed = request.getParameter(CURSOR);
            if (signed != null && !signed.isEmpty()) {
                String plain =
                        cursors.verified(list(request), signed).orElseThrow(SignedPages::badCursor);
                Plain replaced = WebUtils.getNativeRequest(request, Plain.class);
                if (replaced == null) {
                    throw new IllegalStateException("a request with a cursor was not wrapped");
                }
                replaced.setCursor(plain);
            }
        }
        return true;
    }

    @Override
    public boolean supports(
            MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return isPage(returned);
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof Paged<?> page
                && page.next() != null
                && request instanceof ServletServerHttpRequest servlet) {
            return page.withNext(cursors.sign(list(servlet.getServletRequest()), page.next()));
        }
        return body;
    }

    private static boolean isPage(MethodParameter returned) {
        return Paged.class.isAssignableFrom(returned.getParameterType());
    }

    /** The list that a cursor is good for: whose it is, where, and by which other parameters. */
    private static String list(HttpServletRequest request) {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        String parameters =
                request.getParameterMap().entrySet().stream()
                        .filter(one -> !one.getKey().equals(CURSOR) && !one.getKey().equals(LIMIT))
                        .sorted(Map.Entry.comparingByKey())
                        .map(one -> one.getKey() + "=" + Arrays.toString(one.getValue()))
                        .collect(Collectors.joining("&"));
        return String.join(
                "\n", caller == null ? "" : caller.getName(), request.getRequestURI(), parameters);
    }

    private static Problem badCursor() {
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                "bad-cursor",
                "cursor: not one that this list gave to this caller");
    }
}
