package io.assay.assignment.figure;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts, and writes now and then what was counted. */
@Configuration(proxyBeanMethods = false)
class FigureFunctions {

    @Bean
    KeepFigures keepFigures(MongoFigures stored) {
        return new KeepFigures(stored);
    }

    @Component
    static class Flush {

        private final KeepFigures figures;

        Flush(KeepFigures figures) {
            this.figures = figures;
        }

        @Scheduled(fixedDelayString = "${assay.figures.flush-interval:5s}")
        void flush() {
            figures.flush();
        }
    }
}
