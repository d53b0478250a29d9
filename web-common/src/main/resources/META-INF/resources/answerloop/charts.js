/*
 * Turns the data of a chart (org.answerloop.web.chart.Chart) into a Chart.js configuration, in the colours of the theme:
 * what may still change is hatched or dashed, its bounds are a pale bar, a click leads to the conversations behind it.
 * PrimeFaces calls Answerloop.chart as the extender of p:chart, with the widget as "this".
 */
window.Answerloop = (() => {
  "use strict";

  const charts = new Set();
  const language = document.documentElement.lang;
  const token = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const pale = (hex, share) => hex + Math.round(share * 255).toString(16).padStart(2, "0");

  /* The words of the units are those of the page, which gives them to this script as patterns such as "{0} min". */
  const { seconds: secondsPattern, minutes: minutesPattern } = document.currentScript.dataset;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const written = (pattern, value) => pattern.replace("{0}", number.format(value));

  const axisFormats = {
    COUNT: new Intl.NumberFormat(language),
    PERCENT: new Intl.NumberFormat(language, { style: "percent" }),
    SECONDS: {
      format: (seconds) => (seconds < 60 ? written(secondsPattern, seconds) : written(minutesPattern, seconds / 60)),
    },
  };

  /* Diagonal stripes of the colour on the surface. */
  const hatching = (colour) => {
    const tile = document.createElement("canvas");
    tile.width = tile.height = 6;
    const pen = tile.getContext("2d");
    pen.fillStyle = pale(colour, 0.16);
    pen.fillRect(0, 0, 6, 6);
    pen.strokeStyle = colour;
    pen.lineWidth = 2.2;
    pen.beginPath();
    [-6, 0, 6].forEach((x) => { pen.moveTo(x, 6); pen.lineTo(x + 6, 0); });
    pen.stroke();
    return pen.createPattern(tile, "repeat");
  };

  /* Bounds around nothing would only say that a share lies between none and all. */
  const isBounded = (mark) => mark.value !== undefined && mark.lower !== undefined;

  const bars = (series, layout) => {
    const colour = token(series.colour);
    const fills = series.marks.map((mark, rank) => {
      if (layout === "RANKING") return pale(colour, Math.max(1 - rank * 0.13, 0.4));
      return mark.provisional ? hatching(colour) : colour;
    });
    return {
      type: "bar",
      label: series.name,
      marks: series.marks,
      data: series.marks.map((mark) => mark.value ?? null),
      backgroundColor: fills,
      hoverBackgroundColor: fills,
      borderColor: colour,
      borderWidth: (context) => (series.marks[context.dataIndex]?.provisional && layout === "TIME" ? 1 : 0),
      borderRadius: layout === "RANKING" ? 3 : 0,
      stack: "values",
      maxBarThickness: layout === "RANKING" ? 16 : 44,
      categoryPercentage: 0.82,
      barPercentage: 0.82,
      minBarLength: layout === "RANKING" ? 2 : 0,
    };
  };

  const line = (series) => {
    const colour = token(series.colour);
    const surface = token("surface");
    const provisional = (index) => series.marks[index]?.provisional;
    return {
      type: "line",
      label: series.name,
      marks: series.marks,
      data: series.marks.map((mark) => mark.value ?? null),
      borderColor: colour,
      borderWidth: 2.2,
      segment: { borderDash: (context) => (provisional(context.p1DataIndex) ? [5, 4] : undefined) },
      pointRadius: series.marks.length > 45 ? 0 : 3,
      pointHoverRadius: 5,
      pointHitRadius: 12,
      pointBorderWidth: 1.6,
      pointBorderColor: colour,
      pointHoverBorderColor: colour,
      pointBackgroundColor: (context) => (provisional(context.dataIndex) ? surface : colour),
      pointHoverBackgroundColor: (context) => (provisional(context.dataIndex) ? surface : colour),
      spanGaps: false,
      order: 0,
    };
  };

  const bounds = (series) => ({
    type: "bar",
    bounds: true,
    data: series.marks.map((mark) => (isBounded(mark) ? [mark.lower, mark.upper] : null)),
    backgroundColor: pale(token(series.colour), 0.24),
    barThickness: 8,
    borderRadius: 2,
    borderSkipped: false,
    grouped: false,
    order: 2,
  });

  const datasets = (data) =>
    data.series.flatMap((series) => {
      if (series.shape === "BAR") return [bars(series, data.layout)];
      return series.marks.some(isBounded) ? [line(series), bounds(series)] : [line(series)];
    });

  /* A ranking writes each value behind its bar, so that it needs no axis. */
  const valuesBehindBars = {
    id: "valuesBehindBars",
    afterDatasetsDraw(chart) {
      const pen = chart.ctx;
      pen.save();
      pen.font = "12px " + getComputedStyle(document.body).fontFamily;
      pen.fillStyle = token("muted");
      pen.textBaseline = "middle";
      chart.getDatasetMeta(0).data.forEach((bar, index) =>
        pen.fillText(chart.data.datasets[0].marks[index].text, bar.x + 8, bar.y));
      pen.restore();
    },
  };

  const markUnder = (chart, elements) => {
    const element = elements.find((one) => chart.data.datasets[one.datasetIndex].marks);
    return element && chart.data.datasets[element.datasetIndex].marks[element.index];
  };

  /* Rates differ by a few points: the axis shows the tenths, or fifths, of the whole that they move in. */
  const percentRange = (data) => {
    const shares = data.series
      .flatMap((series) => series.marks.flatMap((mark) => (isBounded(mark) ? [mark.value, mark.lower, mark.upper] : [mark.value])))
      .filter((share) => share !== undefined);
    if (!shares.length) return { min: 0, max: 1, stepSize: 0.2 };
    const [least, most] = [Math.min(...shares), Math.max(...shares)];
    const step = most - least > 0.35 ? 0.2 : 0.1;
    const min = Math.max(Math.floor((least - 0.02) / step) * step, 0);
    const max = Math.min(Math.max(Math.ceil((most + 0.02) / step) * step, min + 2 * step), 1);
    return { min, max, stepSize: step };
  };

  /* The longest bar of a ranking takes all the room. */
  const range = (data) => {
    if (data.axis === "PERCENT") return percentRange(data);
    return data.layout === "RANKING" ? { max: Math.max(...data.series[0].marks.map((mark) => mark.value), 1) } : {};
  };

  const options = (data) => {
    const { min, max, stepSize } = range(data);
    const ranking = data.layout === "RANKING";
    const font = { family: getComputedStyle(document.body).fontFamily, size: 11 };
    const ticks = { color: token("muted"), font };
    const categories = {
      grid: { display: false },
      border: { display: false },
      ticks: { ...ticks, font: { ...font, size: ranking ? 13 : 11 }, maxRotation: 0, autoSkipPadding: 12 },
    };
    const numbers = {
      display: !ranking,
      beginAtZero: true,
      grid: { color: token("line") },
      border: { display: false },
      stacked: data.series.some((series) => series.shape === "BAR"),
      ticks: {
        ...ticks,
        maxTicksLimit: 7,
        stepSize,
        precision: data.axis === "COUNT" ? 0 : undefined,
        callback: (value) => axisFormats[data.axis].format(value),
      },
      min,
      max,
    };
    return {
      responsive: true,
      maintainAspectRatio: false,
      animation: false,
      locale: language,
      indexAxis: ranking ? "y" : "x",
      layout: { padding: ranking ? { right: 64 } : { top: 6 } },
      interaction: { mode: "index", axis: ranking ? "y" : "x", intersect: false },
      scales: ranking ? { x: numbers, y: categories } : { x: { ...categories, stacked: numbers.stacked }, y: numbers },
      plugins: {
        legend: { display: false },
        tooltip: {
          filter: (item) => Boolean(item.dataset.marks),
          backgroundColor: token("text"),
          titleColor: token("surface"),
          bodyColor: token("surface"),
          footerColor: token("surface"),
          titleFont: font,
          bodyFont: font,
          footerFont: { ...font, weight: "normal" },
          padding: 10,
          displayColors: data.series.length > 1,
          callbacks: {
            title: (items) => (items.length ? data.titles[items[0].dataIndex] : ""),
            label: (item) => item.dataset.label + (language === "fr" ? "\u202f: " : ": ") + item.dataset.marks[item.dataIndex].text,
            footer: (items) => items.map((item) => item.dataset.marks[item.dataIndex].note).filter(Boolean),
          },
        },
      },
      onClick: (event, elements, chart) => {
        const mark = markUnder(chart, elements);
        if (mark && mark.address) window.location.assign(mark.address);
      },
      onHover: (event, elements, chart) => {
        const mark = markUnder(chart, elements);
        chart.canvas.style.cursor = mark && mark.address ? "pointer" : "default";
      },
    };
  };

  const configuration = (data) => ({
    type: "bar",
    data: { labels: data.labels, datasets: datasets(data) },
    options: options(data),
    plugins: data.layout === "RANKING" ? [valuesBehindBars] : [],
  });

  document.addEventListener("answerloop:theme", () =>
    charts.forEach(({ widget, data }) => {
      if (!widget.chart) return;
      const { data: drawn, options: colours } = configuration(data);
      widget.chart.data = drawn;
      widget.chart.options = colours;
      widget.chart.update("none");
    }));

  return {
    chart() {
      const data = this.cfg.config;
      this.cfg.config = configuration(data);
      charts.add({ widget: this, data });
    },
  };
})();
