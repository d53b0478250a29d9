package org.answerloop.kernel;

import javax.sql.DataSource;

/**
 * Ids from a sequence that counts in blocks: a number of it stands for the ids up to it. A sequence does not go back with a
 * transaction, so what is left of a block serves the next one.
 */
public final class IdBlocks {

    private final String sequence;
    private final int block;
    private long next;
    private long end;

    /**
     * @param sequence its name
     * @param block its increment
     */
    public IdBlocks(String sequence, int block) {
        this.sequence = sequence;
        this.block = block;
    }

    public synchronized long next(DataSource dataSource) {
        if (next == end) {
            end = new Sql()
                            .add("select nextval('" + sequence + "') as number")
                            .list(dataSource, row -> row.getLong("number"))
                            .get(0)
                    + 1;
            next = end - block;
        }
        return next++;
    }
}
