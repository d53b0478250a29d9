package org.answerloop.connection.application;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.connection.application.DeliveryQueue.Waiting;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

/**
 * Where the deliveries of one connection are worked on without those of another having to wait. Connections whose platform
 * has to be asked have places of their own: a platform that does not answer holds up nobody who need not ask.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(NOT_SUPPORTED)
public class DeliveryLanes {

    private static final int PLACES = 4;

    private final Lanes asking = new Lanes(PLACES);
    private final Lanes telling = new Lanes(PLACES);

    @Inject
    private WorkDeliveries work;

    @Asynchronous
    public void work(Waiting connection) {
        Lanes lanes = connection.platform().isApiNeeded() ? asking : telling;
        lanes.work(connection.connectionId(), () -> work.run(connection.connectionId()));
    }
}
