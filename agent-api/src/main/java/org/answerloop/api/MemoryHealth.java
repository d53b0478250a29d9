package org.answerloop.api;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * A server whose memory is full is not ready, before it ends: what the last full collection has left is looked at, which
 * is what cannot be freed.
 */
@Readiness
@ApplicationScoped
class MemoryHealth implements HealthCheck {

    /** Of the old generation. Beyond it the server does little but collect. */
    private static final double FULL = 0.97;

    @Override
    public HealthCheckResponse call() {
        double filled = ManagementFactory.getMemoryPoolMXBeans().stream()
                // Of the heap, the old generation alone: the others are full and empty by turns.
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported())
                .map(MemoryPoolMXBean::getCollectionUsage)
                .mapToDouble(MemoryHealth::filled)
                .max()
                .orElse(0);
        return HealthCheckResponse.named("memory")
                .status(isEnough(filled))
                .withData("percentAfterCollection", Math.round(filled * 100))
                .build();
    }

    static boolean isEnough(double filled) {
        return filled < FULL;
    }

    /** @param afterCollection null where the pool is not collected */
    static double filled(MemoryUsage afterCollection) {
        return afterCollection == null || afterCollection.getMax() <= 0
                ? 0
                : (double) afterCollection.getUsed() / afterCollection.getMax();
    }
}
