package org.answerloop.view.model;

import java.time.Instant;
import java.util.regex.Pattern;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.answerloop.view.model.UnusableViewException.Reason;

/** What a person looks at again and again, under a name of their own. */
@Entity
@Table(name = "saved_view")
public class SavedView {

    /** Characters of a name. */
    public static final int NAME = 80;

    /** Characters of what stands behind the question mark of an address. */
    public static final int QUERY = 2000;

    /** How many a person keeps at most: more would be no help in finding one. */
    public static final int MOST = 50;

    /** Form-encoded, so that it can stand in any address as it is. */
    private static final Pattern FORM_ENCODED = Pattern.compile("[A-Za-z0-9_.*+%&=-]*");

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "saved_view_seq")
    @SequenceGenerator(name = "saved_view_seq", sequenceName = "saved_view_seq", allocationSize = 50)
    private Long id;

    @Version
    private long version;

    private String owner;
    private String name;
    private String query;

    @Column(name = "created_at")
    private Instant createdAt;

    protected SavedView() {}

    /** @param query the parameters of the page, form-encoded; empty for the page as it is by default */
    public SavedView(String owner, String name, String query, Instant createdAt) {
        if (query == null
                || query.length() > QUERY
                || !FORM_ENCODED.matcher(query).matches()) {
            throw new UnusableViewException(Reason.QUERY);
        }
        this.owner = owner;
        this.query = query;
        this.createdAt = createdAt;
        rename(name);
    }

    public final void rename(String other) {
        if (other == null || other.isBlank() || other.strip().length() > NAME) {
            throw new UnusableViewException(Reason.NAME);
        }
        name = other.strip();
    }

    public Long id() {
        return id;
    }

    public String owner() {
        return owner;
    }

    public String name() {
        return name;
    }

    public String query() {
        return query;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
