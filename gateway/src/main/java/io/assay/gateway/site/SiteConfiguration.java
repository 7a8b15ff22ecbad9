package io.assay.gateway.site;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Plain addresses for the static pages. */
@Configuration(proxyBeanMethods = false)
class SiteConfiguration implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        pages.addViewController("/").setViewName("forward:/index.html");
        pages.addViewController("/signed-in").setViewName("forward:/signed-in.html");
        pages.addRedirectViewController("/docs", "/docs/index.html");
        pages.addRedirectViewController("/docs/", "/docs/index.html");
    }
}
