package io.assay.gateway.proxy;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;

import io.assay.gateway.GatewayProperties;
import io.assay.gateway.access.AccessTable;
import io.assay.gateway.access.Owner;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.net.URI;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchangeHandlerFunction;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** One route per service, for exactly the paths that the access table gives it. */
@Configuration(proxyBeanMethods = false)
class RoutesConfiguration {

    @Bean
    ClientHttpRequestFactory requestFactory(ProxyProperties properties) {
        return new ServiceRequestFactory(properties);
    }

    @Bean
    RouterFunction<ServerResponse> taskRoute(GatewayProperties properties, MeterRegistry metrics) {
        return serviceRoute(Owner.TASK, properties.services().task(), metrics);
    }

    @Bean
    Exchange exchange(ProxyProperties properties) {
        return new Exchange(ServiceRequestFactory.client(properties), properties.timeout());
    }

    @Bean
    TraceHeaders traceHeaders(
            ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        return new TraceHeaders(
                tracer.getIfAvailable(() -> Tracer.NOOP),
                propagator.getIfAvailable(() -> Propagator.NOOP));
    }

    /** The one service of which several instances share the work. */
    @Bean
    RouterFunction<ServerResponse> assignmentRoute(
            GatewayProperties properties,
            Exchange exchange,
            TraceHeaders trace,
            JsonMapper json,
            MeterRegistry metrics,
            Clock clock) {
        Instances instances = new Instances(properties.services().assignment(), clock);
        return RouterFunctions.route(
                paths(Owner.ASSIGNMENT),
                new SharedService(
                        instances,
                        exchange,
                        new ServiceFailures(Owner.ASSIGNMENT, metrics),
                        trace,
                        json));
    }

    @Bean
    RouterFunction<ServerResponse> reviewRoute(
            GatewayProperties properties, MeterRegistry metrics) {
        return serviceRoute(Owner.REVIEW, properties.services().review(), metrics);
    }

    @Bean
    RouterFunction<ServerResponse> paymentRoute(
            GatewayProperties properties, MeterRegistry metrics) {
        return serviceRoute(Owner.PAYMENT, properties.services().payment(), metrics);
    }

    /**
     * The proxy collects its filters of headers when the context is refreshed, which is after the
     * port is open: a request in between failed. So it collects them before.
     */
    @Bean
    SmartInitializingSingleton proxyReadyBeforeThePort(
            ProxyExchangeHandlerFunction proxy, ApplicationContext context) {
        return () -> proxy.onApplicationEvent(new ContextRefreshedEvent(context));
    }

    private static RouterFunction<ServerResponse> serviceRoute(
            Owner owner, URI base, MeterRegistry metrics) {
        return route(owner.serviceName())
                .route(paths(owner), http())
                .before(uri(base))
                .filter(new ServiceFailures(owner, metrics))
                .build();
    }

    private static RequestPredicate paths(Owner owner) {
        return AccessTable.patternsOf(owner)
                .map(RequestPredicates::path)
                .reduce(RequestPredicate::or)
                .orElseThrow();
    }
}
