/* One click is enough: a form that is on its way cannot be sent again.
   The button stays where it is and keeps the focus; it is marked aria-disabled. data-igen on the form opts out (downloads). */
(() => {
  "use strict";

  const knapper = (form) => form.querySelectorAll("button:not([type='button']), input[type='submit']");

  document.addEventListener("submit", (haendelse) => {
    const form = haendelse.target;
    if ("igen" in form.dataset) return;
    if ("sender" in form.dataset) {
      haendelse.preventDefault();
      haendelse.stopImmediatePropagation();
      return;
    }
    form.dataset.sender = "";
    knapper(form).forEach((knap) => knap.setAttribute("aria-disabled", "true"));
  }, true);

  function aabn(form) {
    delete form.dataset.sender;
    knapper(form).forEach((knap) => knap.removeAttribute("aria-disabled"));
  }

  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sender]").forEach(aabn));
  document.addEventListener("htmx:afterRequest", (haendelse) => {
    const form = haendelse.detail.elt.closest("form[data-sender]");
    if (form) aabn(form);
  });
})();
