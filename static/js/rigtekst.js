/* <textarea class="rigtekst"> becomes a Trix editor; without JavaScript it stays a textarea.
   The textarea keeps its name and is the value that is sent; the editor takes over its id, so label, error link and
   aria point at what is seen. Trix is fetched only when a page (or a swapped block) has such a field. */
(() => {
  "use strict";

  const adresser = { ...document.currentScript.dataset };
  const VAELGER = "textarea.rigtekst:not([data-editor])";
  let trix;

  const KNAPPER = [
    ["attribute", "bold", "Fed", "b", '<path d="M6 4h5a3 3 0 0 1 0 6H6zm0 6h5.8a3 3 0 0 1 0 6H6z"/>'],
    ["attribute", "italic", "Kursiv", "i", '<path d="M9 4h5M6 16h5M12 4 8 16"/>'],
    ["attribute", "href", "Link", "k", '<path d="M8.5 11.5a3 3 0 0 0 4.2 0l2.8-2.8a3 3 0 1 0-4.2-4.2l-.8.8m1 3.2a3 3 0 0 0-4.2 0l-2.8 2.8a3 3 0 1 0 4.2 4.2l.8-.8"/>'],
    ["attribute", "bullet", "Punktliste", "", '<path d="M8 5h9M8 10h9M8 15h9M3.5 5h.1M3.5 10h.1M3.5 15h.1"/>'],
    ["attribute", "number", "Nummereret liste", "", '<path d="M9 5h8M9 10h8M9 15h8M3 3.5h1.2v3.2M3 12.5h2.2L3 15.8h2.4"/>'],
    ["action", "undo", "Fortryd", "z", '<path d="M7 4 3.5 7.5 7 11M4 7.5h8a4.2 4.2 0 0 1 0 8.4H8"/>'],
    ["action", "redo", "Gentag", "shift+z", '<path d="m13 4 3.5 3.5L13 11M16 7.5H8a4.2 4.2 0 0 0 0 8.4h4"/>'],
  ];

  function vaerktoej(id) {
    const knapper = KNAPPER.map(([art, navn, titel, tast, tegning]) => `
      <button type="button" class="rigtekst-knap" data-trix-${art}="${navn}" ${tast && `data-trix-key="${tast}"`}
              title="${titel}" aria-label="${titel}" tabindex="0">
        <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round"
             stroke-linejoin="round" aria-hidden="true" focusable="false">${tegning}</svg>
      </button>`).join("");
    return `
      <div class="rigtekst-knapper" role="group" aria-label="Formatering">${knapper}</div>
      <div data-trix-dialogs>
        <div class="rigtekst-dialog" data-trix-dialog="href" data-trix-dialog-attribute="href">
          <div>
            <label class="form-label" for="${id}_link">Adresse</label>
            <input class="form-input" type="url" id="${id}_link" name="href" placeholder="https://" required
                   disabled data-trix-input>
          </div>
          <button type="button" class="button button-secondary" data-trix-method="setAttribute">Indsæt link</button>
          <button type="button" class="button button-secondary" data-trix-method="removeAttribute">Fjern link</button>
        </div>
      </div>`;
  }

  function hentTrix() {
    trix ??= new Promise((klar, fejl) => {
      const stilark = Object.assign(document.createElement("link"), { rel: "stylesheet", href: adresser.trixCss });
      const script = Object.assign(document.createElement("script"), { src: adresser.trixJs, onerror: fejl });
      script.onload = () => {
        indstil(window.Trix);
        klar();
      };
      document.head.append(stilark, script);
    });
    return trix;
  }

  /* Paragraphs are <p>; what the toolbar does not offer cannot be pasted in either. */
  function indstil({ config, models: { Block, LineBreakInsertion } }) {
    config.blockAttributes.default.tagName = "p";
    config.blockAttributes.default.breakOnReturn = true;
    delete config.blockAttributes.heading1;
    delete config.blockAttributes.quote;
    delete config.blockAttributes.code;
    delete config.textAttributes.strike;

    /* Trix asks only named blocks whether Enter ends them; a plain paragraph must be asked too (2.1.19, pinned) */
    const { breaksOnReturn } = Block.prototype;
    const { shouldInsertBlockBreak } = LineBreakInsertion.prototype;
    Block.prototype.breaksOnReturn = function () {
      return this.hasAttributes() ? breaksOnReturn.call(this) : true;
    };
    LineBreakInsertion.prototype.shouldInsertBlockBreak = function () {
      return this.block.hasAttributes() ? shouldInsertBlockBreak.call(this) : true;
    };
  }

  function opgrader(tekstfelt) {
    if (tekstfelt.dataset.editor !== undefined) return;
    const id = tekstfelt.id;
    const ramme = document.createElement("div");
    const linje = document.createElement("trix-toolbar");
    const editor = document.createElement("trix-editor");
    ramme.className = "rigtekst-ramme";
    linje.id = `${id}_linje`;
    linje.innerHTML = vaerktoej(id);

    const havdeFokus = document.activeElement === tekstfelt;
    tekstfelt.dataset.editor = "";
    tekstfelt.id = `${id}_kilde`;
    tekstfelt.required = false;
    tekstfelt.hidden = true;

    editor.id = id;
    editor.setAttribute("toolbar", linje.id);
    editor.setAttribute("input", tekstfelt.id);
    editor.setAttribute("aria-multiline", "true");
    editor.setAttribute("aria-labelledby", `${id}_label`);
    for (const navn of ["aria-describedby", "aria-invalid"]) {
      if (tekstfelt.hasAttribute(navn)) editor.setAttribute(navn, tekstfelt.getAttribute(navn));
    }
    ramme.append(linje, editor);
    tekstfelt.after(ramme);
    if (havdeFokus) editor.focus();
  }

  function opgraderAlle(rod) {
    const felter = rod.matches?.(VAELGER) ? [rod] : [...rod.querySelectorAll(VAELGER)];
    if (felter.length) hentTrix().then(() => felter.filter((felt) => felt.isConnected).forEach(opgrader), () => {});
  }

  document.addEventListener("trix-file-accept", (haendelse) => haendelse.preventDefault());
  document.addEventListener("trix-attachment-add", (haendelse) => haendelse.attachment.remove());
  document.addEventListener("htmx:load", (haendelse) => opgraderAlle(haendelse.detail.elt));
  opgraderAlle(document);
})();
