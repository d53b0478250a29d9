/** Taking deliveries in, working on them, and what administrators do about connections. */
package org.answerloop.connection.application;
