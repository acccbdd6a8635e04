/* A grid of figures: arrows and Enter move between the cells, Esc restores the cell, Ctrl+Z takes the last change back,
   Tab leaves, and cells copied from a sheet are pasted in one go. Without JavaScript it is a table of fields. */
(() => {
  "use strict";

  const CELLE = "input:not([data-uden-for])";
  const RETNINGER = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Enter: [1, 0] };

  const felterI = (raekke) => [...raekke.querySelectorAll(CELLE)];

  function naboen(gitter, felt, ned, hoejre) {
    const raekker = [...gitter.querySelectorAll("tbody tr")].filter((raekke) => raekke.querySelector(CELLE));
    const nr = raekker.findIndex((raekke) => raekke.contains(felt));
    const raekke = raekker[nr + ned];
    return raekke ? felterI(raekke)[felterI(raekker[nr]).indexOf(felt) + hoejre] : undefined;
  }

  function staarVedKanten(felt, hoejre) {
    if (hoejre === 0) return true;
    const alt = felt.selectionStart === 0 && felt.selectionEnd === felt.value.length;
    return alt || (hoejre < 0 ? felt.selectionEnd === 0 : felt.selectionStart === felt.value.length);
  }

  function saet(felt, vaerdi) {
    felt.value = vaerdi;
    felt.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function lav(gitter) {
    const historie = []; // steps of [field, what stood in it]

    function flyt(haendelse) {
      const felt = haendelse.target;
      const retning = RETNINGER[haendelse.key];
      if (!felt.matches(CELLE) || !retning || haendelse.altKey || haendelse.ctrlKey || haendelse.metaKey) return;
      if (!staarVedKanten(felt, retning[1])) return;
      const naeste = naboen(gitter, felt, ...retning);
      if (naeste || haendelse.key === "Enter") haendelse.preventDefault();
      naeste?.focus();
    }

    function fortryd(haendelse) {
      const felt = haendelse.target;
      const z = haendelse.key.toLowerCase() === "z" && (haendelse.ctrlKey || haendelse.metaKey) && !haendelse.shiftKey;
      if (!felt.matches(CELLE) || !(z || haendelse.key === "Escape")) return;
      haendelse.preventDefault();
      if (felt.value !== felt.dataset.foer) {
        saet(felt, felt.dataset.foer);
      } else if (z) {
        const trin = historie.pop() ?? [];
        trin.forEach(([et, foer]) => {
          saet(et, foer);
          et.dataset.foer = foer;
        });
        trin[0]?.[0].focus();
      }
      felt.select();
    }

    function saetInd(haendelse) {
      const tekst = haendelse.clipboardData.getData("text").replace(/\r/g, "").replace(/\n+$/, "");
      if (!haendelse.target.matches(CELLE) || !/[\t\n]/.test(tekst)) return;
      haendelse.preventDefault();
      const trin = [];
      let udenfor = 0;
      tekst.split("\n").forEach((linje, ned) => linje.split("\t").forEach((celle, hoejre) => {
        const felt = naboen(gitter, haendelse.target, ned, hoejre);
        if (!felt) {
          udenfor += 1;
          return;
        }
        trin.push([felt, felt.value]);
        saet(felt, celle.trim());
        felt.dataset.foer = felt.value;
      }));
      historie.push(trin);
      gitter.dispatchEvent(new CustomEvent("gitter:indsat", { detail: { antal: trin.length, udenfor } }));
    }

    gitter.addEventListener("keydown", flyt);
    gitter.addEventListener("keydown", fortryd);
    gitter.addEventListener("paste", saetInd);
    gitter.addEventListener("focusin", ({ target }) => {
      if (!target.matches(CELLE)) return;
      gitter.querySelectorAll(CELLE).forEach((felt) => { felt.tabIndex = felt === target ? 0 : -1; });
      target.dataset.foer = target.value;
      target.select();
    });
    gitter.addEventListener("focusout", ({ target }) => {
      if (target.matches(CELLE) && target.value !== target.dataset.foer) historie.push([[target, target.dataset.foer]]);
    });
    gitter.querySelectorAll(CELLE).forEach((felt, nr) => { felt.tabIndex = nr === 0 ? 0 : -1; });
  }

  document.querySelectorAll("[data-gitter]").forEach(lav);
})();
