/** Orders of administrators, and the short transactions in which they are carried out. */
package org.answerloop.reevaluation.application;
