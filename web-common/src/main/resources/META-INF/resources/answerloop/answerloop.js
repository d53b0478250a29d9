/* What every page does in the browser: the menu on small screens, disclosures, the theme, cards with a table and a chart. */
(() => {
  "use strict";

  const closeDisclosures = (except) =>
    document.querySelectorAll("details.pop[open]").forEach((open) => {
      if (open !== except) open.open = false;
    });

  document.addEventListener("click", (event) => {
    const toggle = event.target.closest(".menu-toggle");
    if (toggle) {
      const open = document.body.classList.toggle("menu-open");
      toggle.setAttribute("aria-expanded", String(open));
    }
    const cardSwitch = event.target.closest(".card-switch");
    if (cardSwitch) {
      const card = cardSwitch.closest(".card");
      const table = card.classList.toggle("shows-table");
      cardSwitch.setAttribute("aria-pressed", String(table));
    }
    closeDisclosures(event.target.closest("details.pop"));
  });

  document.addEventListener("keydown", (event) => {
    const open = event.key === "Escape" && document.querySelector("details.pop[open]");
    if (open) {
      open.open = false;
      open.querySelector("summary").focus();
    }
  });

  /* Lines that are ticked: all at once, how many they are, and none left where a part of the page came anew. */
  const count = (list) => {
    const boxes = [...list.querySelectorAll('[data-select="one"]')];
    const ticked = boxes.filter((box) => box.checked).length;
    const all = list.querySelector('[data-select="all"]');
    if (all) {
      // The box at the head may stand for more than is on this page, so that ticking one by one does not tick it.
      all.checked = all.checked && ticked === boxes.length;
      all.indeterminate = ticked > 0 && !all.checked;
    }
    const said = list.querySelector("[data-many]");
    if (said) {
      const { none, one, many, whole } = said.dataset;
      const pattern = whole && all.checked ? whole : ticked === 0 ? none : ticked === 1 ? one : many;
      said.textContent = pattern.replace("#", ticked.toLocaleString(document.documentElement.lang));
    }
  };
  document.addEventListener("change", (event) => {
    const list = event.target.closest("[data-selection]");
    if (!list || !event.target.dataset.select) return;
    if (event.target.dataset.select === "all") {
      list.querySelectorAll('[data-select="one"]').forEach((box) => { box.checked = event.target.checked; });
    }
    count(list);
  });
  // A browser that comes back to a page ticks what was ticked.
  window.addEventListener("pageshow", () => document.querySelectorAll("[data-selection]").forEach(count));

  /* The enter key presses the button that a field names, or the only one of its panel, and not the first of the form. */
  document.addEventListener("keydown", (event) => {
    const field = event.key === "Enter" && event.target.closest(".pop-panel input");
    if (!field || field.form.method !== "post") return;
    const buttons = field.closest(".pop-panel").querySelectorAll("button[type=submit]");
    const named = document.getElementById(field.dataset.enter);
    event.preventDefault();
    if (named) named.click();
    else if (buttons.length === 1) buttons[0].click();
  });

  /* What somebody wrote elsewhere goes into a field, behind what is there. */
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-insert]");
    const field = button && document.getElementById(button.dataset.insert);
    if (!field) return;
    const before = field.value.trimEnd();
    const text = button.closest("[data-passage]").querySelector("[data-text]").textContent.trim();
    field.value = before ? `${before}\n\n${text}` : text;
    field.focus();
  });

  /* The theme changes at once; the form does the same without a script, with a new page. */
  document.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (!button || button.name !== "theme") return;
    event.preventDefault();
    document.documentElement.dataset.theme = button.value;
    button.parentElement.querySelectorAll("button").forEach((other) =>
      other.setAttribute("aria-pressed", String(other === button)));
    fetch(button.form.action, {
      method: "POST",
      body: new URLSearchParams({ theme: button.value }),
      redirect: "manual",
    });
  });

  /* A mark of a chart says what it counts, and gets the address of that when the pointer comes to it. */
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.hidden = true;
  document.body.append(tip);

  document.addEventListener("pointerover", (event) => {
    const mark = event.target.closest("[data-query]:not([href])");
    const address = mark && mark.closest("[data-address]").dataset.address;
    if (address) mark.setAttribute("href", address + "&" + mark.dataset.query);
    const place = event.target.closest("[data-tip]");
    tip.hidden = !place;
    if (place) tip.textContent = place.dataset.tip;
  });

  document.addEventListener("pointermove", (event) => {
    if (tip.hidden) return;
    const { width, height } = tip.getBoundingClientRect();
    const left = Math.min(event.clientX + 14, window.innerWidth - width - 12);
    const above = event.clientY - height - 14;
    tip.style.transform = `translate(${Math.max(left, 12)}px, ${above > 0 ? above : event.clientY + 18}px)`;
  });

  document.addEventListener("scroll", () => { tip.hidden = true; }, { passive: true, capture: true });

  /* Between a choice and the page that it leads to, this page shows that it is no longer the one that was asked for: where
     the same page comes again with other figures each card by itself, otherwise the whole. */
  const wait = (address) => {
    const cards = address.pathname === location.pathname
      ? document.querySelectorAll("main .card, main .tile") : [];
    cards.forEach((card) => card.setAttribute("aria-busy", "true"));
    document.documentElement.dataset.waiting = cards.length ? "cards" : "page";
    const status = document.querySelector("[data-loading]");
    if (status && cards.length) status.textContent = status.dataset.loading;
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("main a[href]");
    const plain = link && !event.defaultPrevented && event.button === 0
      && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!plain || link.target || link.hasAttribute("download")) return;
    const address = new URL(link.href.baseVal ?? link.href, document.baseURI);
    if (address.origin === location.origin && !(address.hash && address.pathname === location.pathname)) wait(address);
  });
  document.addEventListener("submit", (event) => {
    if (!event.defaultPrevented && event.target.method === "get") wait(new URL(event.target.action, document.baseURI));
  });
  window.addEventListener("pageshow", () => {
    delete document.documentElement.dataset.waiting;
    document.querySelectorAll("[aria-busy]").forEach((card) => card.removeAttribute("aria-busy"));
    document.querySelectorAll("[data-loading]").forEach((status) => { status.textContent = ""; });
  });
  /* The menu, which stays, says the number that the part of the page says which came anew. */
  const recount = () => document.querySelectorAll("[data-counted]").forEach((told) => {
    const shown = document.querySelector(`[data-count="${told.dataset.counted}"]`);
    if (!shown) return;
    shown.textContent = told.textContent;
    shown.parentElement.classList.toggle("menu-count-none", told.textContent === "");
  });
  window.jQuery?.(document)
    .on("pfAjaxSend", () => { document.documentElement.dataset.waiting = "page"; })
    .on("pfAjaxComplete", () => {
      delete document.documentElement.dataset.waiting;
      recount();
    });

  // A part of a page that moves is asked for again, unless somebody has opened something in it.
  setInterval(() => document.querySelectorAll("[data-refresh]").forEach((mark) => {
    if (!mark.parentElement.querySelector("details[open]")) window[mark.dataset.refresh]?.();
  }), 2000);
})();
