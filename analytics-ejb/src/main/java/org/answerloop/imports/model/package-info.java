/** What a file says, as events of the contract. Needs no container. */
package org.answerloop.imports.model;
