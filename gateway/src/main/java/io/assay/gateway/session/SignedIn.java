package io.assay.gateway.session;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.function.BiConsumer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * After a right password: the session counts, and the browser goes on where it was; our web client
 * knows by itself where.
 */
public final class SignedIn extends SavedRequestAwareAuthenticationSuccessHandler {

    private final Sessions sessions;
    private final RequestCache cache;
    private final BiConsumer<HttpServletRequest, HttpServletResponse> also;

    /**
     * @param also what else is to be done after a right password
     */
    public SignedIn(
            Sessions sessions,
            RequestCache cache,
            BiConsumer<HttpServletRequest, HttpServletResponse> also) {
        this.sessions = sessions;
        this.cache = cache;
        this.also = also;
        setRequestCache(cache);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws ServletException, IOException {
        HttpSession session = request.getSession();
        sessions.opened(person.getName(), session);
        also.accept(request, response);
        if (WebClient.asks(request)) {
            clearAuthenticationAttributes(request);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        // before the redirect, which sends the headers; where it leads stands in the request
        cache.removeRequest(request, response);
        super.onAuthenticationSuccess(request, response, person);
    }
}
