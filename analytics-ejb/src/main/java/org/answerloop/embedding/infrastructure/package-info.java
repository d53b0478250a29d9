/** The model that ships with the application, run by ONNX Runtime in this process. */
package org.answerloop.embedding.infrastructure;
