/**
 * What the application needs of the server before any business: the schema. Nothing else depends on it, except by the name
 * of the bean that migrates the schema.
 */
package org.answerloop.platform;
