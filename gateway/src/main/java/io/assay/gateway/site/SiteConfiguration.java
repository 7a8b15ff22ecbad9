package io.assay.gateway.site;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;

/** Plain addresses for the static pages, and the files of the web client. */
@Configuration(proxyBeanMethods = false)
class SiteConfiguration implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        ClientPages.ADDRESSES.forEach(
                address -> pages.addViewController(address).setViewName("forward:/index.html"));
        pages.addViewController("/signed-in").setViewName("forward:/signed-in.html");
        pages.addRedirectViewController("/docs", "/docs/index.html");
        pages.addRedirectViewController("/docs/", "/docs/index.html");
    }

    /** The build names each file by its content and lays a packed copy beside it. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry files) {
        files.addResourceHandler("/client/**")
                .addResourceLocations("classpath:/static/client/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver());
        files.addResourceHandler("/index.html", "/sw.js", "/manifest.webmanifest")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.noCache())
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver());
    }
}
