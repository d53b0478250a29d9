/** Makes files of the reports and of the conversations behind them, for those who may have them. */
package org.answerloop.export.application;
