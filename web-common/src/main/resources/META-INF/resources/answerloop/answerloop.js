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

  // A part of a page that moves is asked for again, unless somebody has opened something in it.
  setInterval(() => document.querySelectorAll("[data-refresh]").forEach((mark) => {
    if (!mark.parentElement.querySelector("details[open]")) window[mark.dataset.refresh]?.();
  }), 2000);
})();
