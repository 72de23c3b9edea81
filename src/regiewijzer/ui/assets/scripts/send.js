// A choice with data-send sends its form at once; without scripts a button does it.
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-send]")) event.target.form.requestSubmit();
});
