/* The budget grid adds up while one writes, and marks a cell that is no amount. The server reads and adds again. */
(() => {
  "use strict";

  const TUSINDER = /^[1-9]\d{0,2}([. ]\d{3})+(,\d{1,2})?$/;
  const KOMMA = /^\d+(,\d{1,2})?$/;
  const PUNKTUM = /^\d+\.\d{1,2}$/;

  /* In øre, null when blank, NaN when it is no amount. */
  function oere(tekst) {
    let figur = tekst.replace(/\u00a0/g, " ").trim().replace(/\s*(kr\.?|kroner)$/i, "").trim();
    if (!figur) return null;
    if (TUSINDER.test(figur)) figur = figur.replace(/[. ]/g, "").replace(",", ".");
    else if (KOMMA.test(figur)) figur = figur.replace(",", ".");
    else if (!PUNKTUM.test(figur)) return NaN;
    const [kroner, rest = ""] = figur.split(".");
    return kroner.length > 12 ? NaN : Number(kroner) * 100 + Number(rest.padEnd(2, "0"));
  }

  function skrevet(sum) {
    const kroner = String(Math.floor(sum / 100)).replace(/\B(?=(\d{3})+$)/g, ".");
    return sum % 100 ? `${kroner},${String(sum % 100).padStart(2, "0")}` : kroner;
  }

  function lagtSammen(tal) {
    const kendte = tal.filter((et) => et !== null);
    if (!kendte.length) return "–";
    return kendte.some(Number.isNaN) ? "?" : skrevet(kendte.reduce((sum, et) => sum + et, 0));
  }

  function lav(net) {
    const besked = document.querySelector("[data-talnet-besked]");
    const felter = [...net.querySelectorAll("input[data-kolonne]")];
    const kolonner = [...new Set(felter.map((felt) => felt.dataset.kolonne))];
    const gruppen = (felt) => felt.closest("tr").dataset.gruppe;
    const med = {
      alt: () => true,
      delaftaler: (felt) => gruppen(felt).startsWith("delaftale-"),
    };

    function sumraekke(raekke) {
      const noegle = raekke.dataset.sum;
      const egne = felter.filter(med[noegle] ?? ((felt) => gruppen(felt) === noegle));
      const celler = raekke.querySelectorAll("td");
      kolonner.forEach((kolonne, nr) => {
        celler[nr].textContent = lagtSammen(
          egne.filter((felt) => felt.dataset.kolonne === kolonne).map((felt) => oere(felt.value)),
        );
      });
      celler[kolonner.length].textContent = lagtSammen(egne.map((felt) => oere(felt.value)));
    }

    function regn() {
      felter.forEach((felt) => felt.setAttribute("aria-invalid", String(Number.isNaN(oere(felt.value)))));
      net.querySelectorAll("[data-sum-raekke]").forEach((celle) => {
        const egne = [...celle.closest("tr").querySelectorAll("input[data-kolonne]")];
        celle.textContent = lagtSammen(egne.map((felt) => oere(felt.value)));
      });
      net.querySelectorAll("[data-sum]").forEach(sumraekke);
    }

    let venter;
    net.addEventListener("input", () => {
      cancelAnimationFrame(venter);
      venter = requestAnimationFrame(regn);
    });
    net.addEventListener("gitter:indsat", ({ detail }) => {
      regn();
      const forkerte = felter.filter((felt) => felt.getAttribute("aria-invalid") === "true");
      const led = [`${detail.antal} celler er sat ind.`];
      if (detail.udenfor) led.push(`${detail.udenfor} lå uden for nettet og er ikke sat ind.`);
      if (forkerte.length) led.push(`${forkerte.length} er ikke et beløb. Ret dem, der er mærket, eller fortryd med Ctrl+Z.`);
      besked.textContent = led.join(" ");
    });
  }

  document.querySelectorAll("[data-talnet]").forEach(lav);
})();
