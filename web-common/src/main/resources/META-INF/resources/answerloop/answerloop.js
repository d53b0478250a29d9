/* What every page does in the browser: the menu on small screens, disclosures, the theme, cards with a table. */
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
    document.dispatchEvent(new CustomEvent("answerloop:theme"));
    fetch(button.form.action, {
      method: "POST",
      body: new URLSearchParams({ theme: button.value }),
      redirect: "manual",
    });
  });

  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () =>
    document.dispatchEvent(new CustomEvent("answerloop:theme")));

  // A part of a page that moves is asked for again, unless somebody has opened something in it.
  setInterval(() => document.querySelectorAll("[data-refresh]").forEach((mark) => {
    if (!mark.parentElement.querySelector("details[open]")) window[mark.dataset.refresh]?.();
  }), 2000);
})();
