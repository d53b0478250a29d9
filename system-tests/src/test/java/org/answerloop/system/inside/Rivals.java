package org.answerloop.system.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

import org.answerloop.gap.model.TopicChangedException;
import org.answerloop.gap.model.TopicRefusedException;

/** Three editors who are at work at the same moment. */
@Dependent
class Rivals {

    static final List<String> NAMES = List.of("edgar", "edith", "emil");

    @Inject
    private AtOnce atOnce;

    @Inject
    private HttpServletRequest request;

    /** Has them do all of it at once, in turns; returns how those were refused who were. */
    List<RuntimeException> allAtOnce(List<Callable<?>> attempts) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < attempts.size(); i++) {
            Callable<?> attempt = attempts.get(i);
            running.add(DemoUser.does(
                    NAMES.get(i % NAMES.size()),
                    request,
                    () -> atOnce.call(() -> {
                        go.await();
                        return attempt.call();
                    })));
        }
        go.countDown();
        List<RuntimeException> refusals = new ArrayList<>();
        for (Future<?> each : running) {
            try {
                each.get();
            } catch (ExecutionException e) {
                refusals.add(refusalOf(e));
            }
        }
        return refusals;
    }

    private static RuntimeException refusalOf(Throwable failure) {
        if (failure instanceof TopicChangedException || failure instanceof TopicRefusedException) {
            return (RuntimeException) failure;
        }
        if (failure.getCause() == null) {
            throw new AssertionError(failure);
        }
        return refusalOf(failure.getCause());
    }

    /** An attempt that leads to nothing but the change itself. */
    static Void done(Runnable change) {
        change.run();
        return null;
    }
}
