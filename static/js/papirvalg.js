/* Ordering a paper: only the choices that say something about the chosen one are shown. Without JavaScript all are
   there, each with a line that says what it is for. A field with a fault is never hidden. */
(() => {
  "use strict";

  const form = document.querySelector("form[data-papirvalg]");
  if (!form) return;
  const { elements } = form;

  function vis(navn, skal) {
    const felt = elements[navn]?.closest(".form-group");
    if (felt) felt.hidden = !skal && !felt.querySelector(".form-error-message");
  }

  function formater(kendte) {
    for (const et of elements.format.options) et.hidden = et.disabled = !kendte.includes(et.value);
    if (elements.format.selectedOptions[0]?.disabled) {
      elements.format.value = [...elements.format.options].find((et) => !et.disabled)?.value ?? "";
    }
    vis("format", kendte.length > 1);
  }

  function tilpas() {
    const valgt = form.querySelector("input[name=papir]:checked");
    if (!valgt) return;
    const felter = valgt.dataset.felter.split(" ");
    for (const navn of ["udgave", "delaftale", "aar", "moede", "lukket"]) vis(navn, felter.includes(navn));
    vis("pr", felter.includes("pr") && elements.udgave.value === "pr_dato");
    formater(valgt.dataset.formater.split(" "));
    for (const raekke of form.querySelectorAll(".feltraekke")) {
      raekke.hidden = [...raekke.children].every((et) => et.hidden);
    }
  }

  form.addEventListener("change", tilpas);
  tilpas();
})();
