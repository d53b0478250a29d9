/**
 * Addresses of stylesheets and scripts that change with their content. Entry point: {@link
 * org.answerloop.web.asset.Assets}.
 */
package org.answerloop.web.asset;
