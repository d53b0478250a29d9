package org.answerloop.system.inside;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;

import jakarta.ejb.AsyncResult;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

/** Does something beside its caller, as the same person. */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class AtOnce {

    @Asynchronous
    public <T> Future<T> call(Callable<T> work) throws Exception {
        return new AsyncResult<>(work.call());
    }
}
