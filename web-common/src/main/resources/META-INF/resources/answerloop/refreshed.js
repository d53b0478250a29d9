/* A part of a page that moves is asked for again, as long as it says so; whatever has the focus in it keeps it. */
(() => {
  "use strict";

  const EVERY = 1500;

  const again = async (id) => {
    const part = document.getElementById(id);
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
    const fresh =
      answer && answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(id);
    if (fresh && !part.contains(document.activeElement)) part.replaceWith(fresh);
    if (!fresh || fresh.dataset.refreshed === "true") setTimeout(again, EVERY, id);
  };

  document.querySelectorAll('[data-refreshed="true"]').forEach((part) => setTimeout(again, EVERY, part.id));
})();
