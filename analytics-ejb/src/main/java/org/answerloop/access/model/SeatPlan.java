package org.answerloop.access.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row that whoever gives or takes a seat holds meanwhile. */
@Entity
@Table(name = "seat_plan")
public class SeatPlan {

    /** Of the one row. */
    public static final int ID = 1;

    @Id
    private int id;

    protected SeatPlan() {}
}
