/** Keeps, renames and forgets the views of whoever calls. */
package org.answerloop.view.application;
