/* Writing that cannot be lost. form[data-autogem] saves its text a second after typing stops and when one leaves;
   form[data-bevar] is sent by its button. What is typed lies in localStorage, under the person and the thing, until the
   server has said that it has it. Without JavaScript both are plain forms with a button. */
(() => {
  "use strict";

  const PAUSE = 1000;
  const IGEN = 10000;
  const BORTE = "Ingen forbindelse. Teksten ligger på denne maskine og gemmes, når der er net igen.";
  const LOGGET_AF = "Du er logget af. Teksten ligger på denne maskine. Log ind i en anden fane, så gemmes den.";

  function hent(noegle) {
    try {
      return JSON.parse(localStorage.getItem(noegle));
    } catch {
      return null;
    }
  }

  function laeg(noegle, vaerdi) {
    try {
      if (vaerdi === null) localStorage.removeItem(noegle);
      else localStorage.setItem(noegle, JSON.stringify(vaerdi));
    } catch { /* a full or closed store: the text still stands on the page */ }
  }

  function sig(form, tekst, tilstand = "") {
    const linje = form.querySelector("[data-gemt]");
    linje.dataset.tilstand = tilstand;
    if (linje.textContent !== tekst) linje.textContent = tekst;
  }

  /* A text that saves itself ---------------------------------------------------------------------- */
  function autogem(form) {
    const { elements } = form;
    const felt = form.querySelector("textarea");
    const noegle = form.dataset.lager;
    let gemt = felt.value;
    let ur = 0;
    let i_gang = false;
    let venter_paa_valg = Boolean(form.querySelector(".konflikt"));

    const aendret = () => felt.value !== gemt;
    const husk = () => laeg(noegle, { tekst: felt.value, udgave: elements.udgave.value, foer: elements.foer.value });

    function laas(svar) {
      elements.udgave.value = svar.udgave;
      elements.foer.value = svar.foer;
    }

    function om_lidt(tid) {
      clearTimeout(ur);
      ur = setTimeout(gem, tid);
    }

    function borte(tekst) {
      sig(form, tekst, "borte");
      om_lidt(IGEN);
    }

    function vis_konflikt(svar) {
      venter_paa_valg = true;
      laas(svar);
      husk();
      form.querySelector("[data-konflikt]").innerHTML = svar.konflikt; // the server's own component
      sig(form, "Ikke gemt. Vælg mellem de to tekster.", "borte");
    }

    async function laes(svar, sendt) {
      if (svar.status >= 500) return borte(BORTE);
      if (!svar.headers.get("Content-Type")?.includes("json")) return borte(LOGGET_AF); // the page that asks who one is
      const indhold = await svar.json();
      if (svar.status === 409) return vis_konflikt(indhold);
      if (!svar.ok) return sig(form, `Ikke gemt. ${indhold.besked}`, "borte");
      gemt = sendt;
      laas(indhold);
      if (aendret()) husk();
      else laeg(noegle, null);
      return sig(form, indhold.besked);
    }

    async function gem() {
      clearTimeout(ur);
      if (i_gang || venter_paa_valg || !aendret()) return;
      i_gang = true;
      const sendt = felt.value;
      try {
        const svar = await fetch(form.action, {
          method: "POST", body: new FormData(form), headers: { "X-Autogem": form.dataset.autogem }, credentials: "same-origin",
          keepalive: sendt.length < 30000,
        });
        await laes(svar, sendt);
      } catch {
        borte(BORTE);
      }
      i_gang = false;
      if (aendret() && gemt === sendt) om_lidt(PAUSE); // typed while it was on its way
    }

    function skrevet() {
      if (!aendret()) return;
      husk();
      if (!venter_paa_valg) om_lidt(PAUSE);
    }

    const liggende = hent(noegle);
    if (liggende && liggende.tekst !== felt.value && !venter_paa_valg) {
      felt.value = liggende.tekst;
      laas(liggende);
      sig(form, "Teksten lå på denne maskine og var ikke gemt. Den gemmes nu.");
      om_lidt(PAUSE);
    } else if (!venter_paa_valg) {
      laeg(noegle, null);
    }

    form.addEventListener("trix-initialize", () => {
      if (!hent(noegle)) gemt = felt.value; // the editor writes the same text its own way
    });
    form.addEventListener("input", skrevet);
    form.addEventListener("trix-change", skrevet);
    form.addEventListener("submit", (haendelse) => {
      const valg = haendelse.submitter?.value;
      if (valg === "sammen") return;
      haendelse.preventDefault();
      if (valg === "deres") {
        laeg(noegle, null);
        location.reload();
        return;
      }
      venter_paa_valg = false;
      form.querySelector("[data-konflikt]").replaceChildren();
      if (valg === "min") gemt = null;
      if (aendret()) gem();
    });
    window.addEventListener("online", gem);
    window.addEventListener("pagehide", gem);
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && gem());
  }

  /* A form with a button -------------------------------------------------------------------------- */
  function bevar(form) {
    const noegle = form.dataset.bevar;
    const felter = () => [...new FormData(form)].filter(([navn]) => navn !== "csrfmiddlewaretoken");
    const typet = (navn) => form.elements[navn] && form.elements[navn].type !== "hidden";

    const liggende = hent(noegle);
    if (liggende) {
      liggende.filter(([navn]) => typet(navn)).forEach(([navn, vaerdi]) => { form.elements[navn].value = vaerdi; });
      form.closest("details").open = true;
      sig(form, "Det, du skrev her, er ikke gemt endnu.");
    }

    form.addEventListener("input", () => laeg(noegle, felter()));
    form.addEventListener("submit", async (haendelse) => {
      haendelse.preventDefault();
      laeg(noegle, felter());
      sig(form, "Gemmer.");
      let svar;
      try {
        svar = await fetch(form.action, { method: "POST", body: new FormData(form), credentials: "same-origin" });
      } catch {
        sig(form, BORTE.replace("gemmes, når", "kan gemmes igen, når"), "borte");
        delete form.dataset.sender;
        form.querySelectorAll("[aria-disabled]").forEach((knap) => knap.removeAttribute("aria-disabled"));
        return;
      }
      if (svar.redirected && !svar.url.includes("/login/")) {
        laeg(noegle, null);
        location.reload(); // what was written now stands on the page
      } else {
        form.submit(); // the server's own page, with everything typed kept
      }
    });
  }

  document.querySelectorAll("form[data-autogem]").forEach(autogem);
  document.querySelectorAll("form[data-bevar]").forEach(bevar);
})();
