/* Attendance on a phone: the button names the number, and a number survives a lost connection.
   What is being saved lies in localStorage, under the person who wrote it, until the server has answered with its
   receipt. Every page has a key of its own (klientnoegle), so a number that is sent twice is one row. */
(() => {
  "use strict";

  const form = document.querySelector("form[data-fremmoede]");
  const venter = document.querySelector("[data-fremmoede-venter]");
  const bruger = (form || venter)?.dataset.bruger;
  const LAGER = `fremmoede-${bruger}`;
  let i_gang = false;

  function gemte() {
    try {
      return JSON.parse(localStorage.getItem(LAGER)) || [];
    } catch {
      return [];
    }
  }

  function laeg(alle) {
    try {
      if (alle.length) localStorage.setItem(LAGER, JSON.stringify(alle));
      else localStorage.removeItem(LAGER);
    } catch { /* a full or closed store: the number still stands on the page */ }
  }

  const fjern = (noegle) => laeg(gemte().filter((et) => et.noegle !== noegle));
  const husk = (tal) => laeg([...gemte().filter((et) => et.noegle !== tal.noegle), tal]);

  function pakke(felter, noegle) {
    const data = new FormData();
    felter.forEach(([navn, vaerdi]) => data.append(navn, vaerdi));
    data.append("csrfmiddlewaretoken", noegle);
    return data;
  }

  /* "gemt" goes on to the receipt; "afvist" is a page with words at the fields; "borte" is no answer. */
  async function send(tal, csrf) {
    let svar;
    try {
      svar = await fetch(tal.url, { method: "POST", body: pakke(tal.felter, csrf), credentials: "same-origin" });
    } catch {
      return "borte";
    }
    if (svar.status >= 500) return "borte";
    if (!svar.redirected || !svar.url.includes("/fremmoede/kvittering/")) return "afvist";
    fjern(tal.noegle);
    location.assign(svar.url);
    return "gemt";
  }

  /* The page to save from ------------------------------------------------------------------------ */
  function antallet() {
    const valgt = form.querySelector("input[name='antal']:checked")?.value;
    return valgt && valgt !== "flere" ? valgt : form.elements.flere.value.trim();
  }

  const iOrd = (antal) => `${antal} ${antal === "1" ? "deltagelse" : "deltagelser"}`;

  function navngiv() {
    const antal = antallet();
    form.querySelector("[data-gem]").textContent = antal ? `Gem ${iOrd(antal)}` : "Gem antallet";
  }

  /* "lørdag 28. november": without "I dag", for the number may lie here until tomorrow. */
  function dagen() {
    const valgt = form.querySelector("input[name='dag']:checked");
    if (valgt && valgt.value !== "anden") return valgt.parentElement.textContent.trim().split(", ").pop();
    const dag = new Date(form.elements.anden_dag.value);
    return Number.isNaN(dag.valueOf()) ? "uden dag" : dag.toLocaleDateString("da-DK", { dateStyle: "long" });
  }

  function sig(tekst) {
    form.querySelector("[data-net]").textContent = tekst;
  }

  async function gem() {
    if (i_gang) return;
    i_gang = true;
    const felter = [...new FormData(form)].filter(([navn]) => navn !== "csrfmiddlewaretoken");
    const tal = {
      noegle: form.elements.klientnoegle.value,
      url: location.href,
      felter,
      tekst: `${iOrd(antallet())} i ${form.dataset.navn}, ${dagen()}`,
    };
    husk(tal);
    sig("Gemmer.");
    const svar = await send(tal, form.elements.csrfmiddlewaretoken.value);
    i_gang = svar === "gemt";
    if (svar === "borte") {
      form.dataset.venter = "";
      sig("Ingen forbindelse. Tallet ligger på telefonen, til det er gemt. Det sendes, når der er net igen.");
    } else if (svar === "afvist") {
      fjern(tal.noegle);
      form.submit(); // the server's own answer, with everything typed kept
    }
  }

  if (form) {
    form.addEventListener("input", (haendelse) => {
      if (haendelse.target.name === "antal" && haendelse.target.value !== "flere") form.elements.flere.value = "";
      navngiv();
    });
    navngiv();
    if (!("rettelse" in form.dataset)) {
      form.addEventListener("submit", (haendelse) => {
        haendelse.preventDefault();
        gem();
      });
      window.addEventListener("online", () => "venter" in form.dataset && gem());
    }
  }

  /* The numbers that wait ------------------------------------------------------------------------ */
  function knap(tekst, gaa) {
    const ny = Object.assign(document.createElement("button"), { type: "button", textContent: tekst });
    ny.className = "button button-secondary";
    ny.addEventListener("click", gaa);
    return ny;
  }

  function vis() {
    const alle = gemte();
    const liste = venter.querySelector("[data-liste]");
    venter.hidden = !alle.length;
    liste.replaceChildren(...alle.map((tal) => {
      const linje = document.createElement("li");
      const ord = Object.assign(document.createElement("p"), { textContent: tal.tekst });
      linje.append(ord, knap("Gem nu", () => gemNu(tal)), knap("Smid væk", () => {
        fjern(tal.noegle);
        vis();
        venter.querySelector("h2").focus();
      }));
      return linje;
    }));
  }

  async function gemNu(tal) {
    const skjult = venter.querySelector("form");
    const net = venter.querySelector("[data-net]");
    net.textContent = "Gemmer.";
    const svar = await send(tal, skjult.elements.csrfmiddlewaretoken.value);
    if (svar === "borte") net.textContent = "Der er stadig ingen forbindelse. Tallet bliver liggende.";
    if (svar !== "afvist") return;
    fjern(tal.noegle);
    tal.felter.forEach(([name, value]) => {
      skjult.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    });
    skjult.action = tal.url;
    skjult.submit();
  }

  if (venter) vis();
  window.addEventListener("pageshow", (haendelse) => haendelse.persisted && location.reload());
})();
