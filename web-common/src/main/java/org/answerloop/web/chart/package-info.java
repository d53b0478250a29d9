/**
 * What a chart draws, as data, and its picture. Entry points: {@link org.answerloop.web.chart.Chart} for who has numbers,
 * {@link org.answerloop.web.chart.ChartDrawing} for the page.
 */
package org.answerloop.web.chart;
