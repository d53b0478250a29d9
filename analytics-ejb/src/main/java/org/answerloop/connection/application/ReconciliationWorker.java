package org.answerloop.connection.application;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

/** Has platforms asked behind the scenes, each for itself: one that does not answer holds up no other. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(NOT_SUPPORTED)
public class ReconciliationWorker {

    private static final int PLACES = 2;

    private final Lanes lanes = new Lanes(PLACES);

    @Inject
    private ReconcileConnection reconcile;

    @Asynchronous
    public void work(long connectionId) {
        lanes.work(connectionId, () -> reconcile.run(connectionId));
    }
}
