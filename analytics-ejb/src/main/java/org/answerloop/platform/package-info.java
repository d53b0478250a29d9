/**
 * What the application needs of the server before any business: the schema. Others know it alone by the name of the bean
 * that migrates it.
 */
package org.answerloop.platform;
