package org.answerloop.pace;

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import jakarta.enterprise.context.ApplicationScoped;

import com.sun.management.OperatingSystemMXBean;

/**
 * Rests for as long as others need the processors. What others do, the database among them, is seen best while the
 * work itself stands still: so it stops for a moment after each step, and goes on at once where a processor is left.
 */
@ApplicationScoped
public class GiveWay implements Rest {

    /** The system counts in hundredths of a second. */
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(50);

    private final OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    @Override
    public void after(long worked, double least) {
        // It tells the load since it was asked for the last time.
        machine.getCpuLoad();
        long began = System.nanoTime();
        LockSupport.parkNanos(LOOK);
        int processors = machine.getAvailableProcessors();
        long rest = Pace.rest(worked, processors, Math.max(0, machine.getCpuLoad()) * processors, least);
        LockSupport.parkNanos(rest - (System.nanoTime() - began));
    }
}
