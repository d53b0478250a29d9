package org.answerloop.api;

import java.util.UUID;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import org.answerloop.kernel.DatabaseOutage;

/**
 * What nobody foresaw: the caller is given a number, the log says the rest. Where only the database is not there, the
 * caller is asked to come again.
 */
@Provider
public class FailureMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(FailureMapper.class.getName());

    @Override
    public Response toResponse(Throwable failure) {
        if (DatabaseOutage.isBehind(failure)) {
            LOG.log(System.Logger.Level.WARNING, "A request found no database: {0}", failure.toString());
            return Unavailable.response("The database cannot be reached at the moment; ask again a little later.");
        }
        UUID number = UUID.randomUUID();
        LOG.log(System.Logger.Level.ERROR, "Request failed, number " + number, failure);
        return ProblemBody.response(
                        Response.Status.INTERNAL_SERVER_ERROR,
                        "failure",
                        "The server failed to answer; its log says why, under the number " + number + ".")
                .build();
    }
}
