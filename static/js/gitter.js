/* A grid of figures: arrows and Enter move between the cells, Esc restores the cell, and cells copied from a sheet are
   pasted in one go. Without JavaScript it is a table of fields. */
(() => {
  "use strict";

  const felterI = (raekke) => [...raekke.querySelectorAll("input")];

  function naboen(gitter, felt, ned, hoejre) {
    const raekker = [...gitter.tBodies[0].rows];
    const nr = raekker.findIndex((raekke) => raekke.contains(felt));
    const kolonne = felterI(raekker[nr]).indexOf(felt);
    const raekke = raekker[nr + ned];
    return raekke ? felterI(raekke)[kolonne + hoejre] : undefined;
  }

  const RETNINGER = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Enter: [1, 0] };

  function staarVedKanten(felt, hoejre) {
    if (hoejre === 0) return true;
    const alt = felt.selectionStart === 0 && felt.selectionEnd === felt.value.length;
    return alt || (hoejre < 0 ? felt.selectionEnd === 0 : felt.selectionStart === felt.value.length);
  }

  function flyt(haendelse) {
    const felt = haendelse.target;
    if (haendelse.key === "Escape") felt.value = felt.dataset.foer ?? felt.value;
    const retning = RETNINGER[haendelse.key];
    if (!retning || haendelse.altKey || haendelse.ctrlKey || haendelse.metaKey || !staarVedKanten(felt, retning[1])) return;
    const naeste = naboen(haendelse.currentTarget, felt, ...retning);
    if (naeste || haendelse.key === "Enter") haendelse.preventDefault();
    naeste?.focus();
    naeste?.select();
  }

  function saetInd(haendelse) {
    const tekst = haendelse.clipboardData.getData("text").replace(/\r/g, "").replace(/\n+$/, "");
    if (!/[\t\n]/.test(tekst)) return;
    haendelse.preventDefault();
    tekst.split("\n").forEach((linje, ned) => linje.split("\t").forEach((celle, hoejre) => {
      const felt = naboen(haendelse.currentTarget, haendelse.target, ned, hoejre);
      if (felt) {
        felt.value = celle.trim();
        felt.dispatchEvent(new Event("input", { bubbles: true }));
      }
    }));
  }

  document.querySelectorAll("[data-gitter]").forEach((gitter) => {
    gitter.addEventListener("keydown", flyt);
    gitter.addEventListener("paste", saetInd);
    gitter.addEventListener("focusin", (haendelse) => {
      if (haendelse.target.matches("input")) haendelse.target.dataset.foer = haendelse.target.value;
    });
  });
})();
