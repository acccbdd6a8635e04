/* Who else writes on the same item: asked now and then while the page is seen. Only another answer touches the line, so
   that it is read aloud once. A lost connection or a closed session changes nothing here: autogem.js says it. */
(() => {
  "use strict";

  const MELLEM = 15000;
  const linje = document.querySelector("[data-skriver]");
  if (!linje) return;

  async function spoerg() {
    if (document.hidden) return;
    try {
      const svar = await fetch(linje.dataset.skriver, { credentials: "same-origin", cache: "no-store" });
      if (!svar.ok || !svar.headers.get("Content-Type")?.includes("json")) return;
      const { besked } = await svar.json();
      if (linje.textContent !== besked) linje.textContent = besked;
    } catch { /* no connection: the line stays what it was */ }
  }

  setInterval(spoerg, MELLEM);
  document.addEventListener("visibilitychange", spoerg);
})();
