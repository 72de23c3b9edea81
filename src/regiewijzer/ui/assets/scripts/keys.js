// "/" goes to the search box, as people who search often expect.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (/^(input|textarea|select)$/i.test(event.target.tagName) || event.target.isContentEditable) return;
  const box = document.querySelector('[data-key="/"]');
  if (box) { event.preventDefault(); box.focus(); }
});
