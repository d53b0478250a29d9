/** Facts in, verdict out, without a container. */
package org.answerloop.resolution.model;
