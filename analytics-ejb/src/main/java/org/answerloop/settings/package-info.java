/**
 * What the deployment decides: read once from MicroProfile Config, checked, and then the same for everybody. Entry
 * point: {@link org.answerloop.settings.Settings}, to be injected.
 */
package org.answerloop.settings;
