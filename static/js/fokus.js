/* After an htmx swap the reader stands at what changed: the first fault, else the block's heading.
   A live region (progress, saving) announces itself and never takes the focus. */
(() => {
  "use strict";

  const FEJL = ".fejlsammenfatning, .konflikt, [aria-invalid='true']";
  const HOVED = "[data-fokus], h1, h2, h3";

  document.addEventListener("htmx:afterSettle", (haendelse) => {
    const nyt = haendelse.detail.elt;
    if (!nyt.isConnected || nyt.closest("[aria-live]")) return;
    const maal = foerste(nyt, FEJL) || foerste(nyt, HOVED);
    if (!maal || nyt.contains(document.activeElement)) return;
    if (!maal.matches("a, button, input, select, textarea, [tabindex]")) maal.setAttribute("tabindex", "-1");
    maal.focus();
  });

  function foerste(rod, vaelger) {
    return rod.matches(vaelger) ? rod : rod.querySelector(vaelger);
  }
})();
