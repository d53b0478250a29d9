/** What wakes the work on deliveries, and where the key comes from that secrets are sealed with. */
package org.answerloop.connection.infrastructure;
