// On a phone the filters of a list start folded, so that the list itself comes first.
const phone = window.matchMedia("(max-width: 44rem)");
for (const fold of document.querySelectorAll("[data-fold-on-phone]")) if (phone.matches && !location.search) fold.open = false;

// Menus close with Escape, and when somebody clicks elsewhere.
const open = () => document.querySelectorAll("details.menu[open]");

document.addEventListener("click", (event) => {
  for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of open()) { menu.open = false; menu.querySelector("summary").focus(); }
});
