/* A form with data-advar holds text that is not saved yet: the browser asks before the page is left. */
(() => {
  "use strict";

  const rettede = new Set();

  document.addEventListener("input", (haendelse) => {
    const form = haendelse.target.closest("form[data-advar]");
    if (form) rettede.add(form);
  });

  document.addEventListener("submit", (haendelse) => rettede.delete(haendelse.target));

  window.addEventListener("beforeunload", (haendelse) => {
    if ([...rettede].some((form) => form.isConnected)) haendelse.preventDefault();
  });
})();
