/**
 * What a chart draws, as data: the script {@code charts.js} turns it into a picture in the colours of the theme. Entry
 * point: {@link org.answerloop.web.chart.Chart}.
 */
package org.answerloop.web.chart;
