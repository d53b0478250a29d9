/** Tests that run inside the server, beside the real modules, on H2 and on PostgreSQL. */
package org.answerloop.system.inside;
