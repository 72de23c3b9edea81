// The facilitator's screens: counts as they come in, and the page again when something else must be shown.
import { follow, saying } from "./stream.js";

const screen = document.querySelector("[data-screen]");

function start() {
  const state = saying();
  let live = false, reading = false, wanted = screen.dataset.version;

  async function draw() {
    if (reading) return;
    reading = true;
    try {
      while (wanted !== screen.dataset.version) {
        const reply = await fetch(location.href, { headers: { Accept: "text/html" } });
        if (reply.redirected || !reply.ok) { location.reload(); return; }
        const found = new DOMParser().parseFromString(await reply.text(), "text/html").querySelector("[data-screen]");
        const typed = kept();
        screen.innerHTML = found.innerHTML;
        screen.dataset.version = found.dataset.version;
        if (Number(wanted) < Number(found.dataset.version)) wanted = found.dataset.version;
        typed();
        state(live);
      }
    } catch {
      setTimeout(draw, 1_000);
    } finally {
      reading = false;
    }
  }

  // What was chosen and typed while grouping texts stays.
  function kept() {
    const form = screen.querySelector("[data-keep]");
    if (!form) return () => {};
    const chosen = [...form.querySelectorAll(":checked")].map((box) => box.value), title = form.elements.title.value;
    const typing = document.activeElement === form.elements.title;
    return () => {
      const again = screen.querySelector("[data-keep]");
      if (!again) return;
      for (const box of again.querySelectorAll("[type=checkbox]")) box.checked = chosen.includes(box.value);
      again.elements.title.value = title;
      if (typing) again.elements.title.focus();
    };
  }

  const close = follow(screen.dataset.stream, {
    hear: {
      screen({ version, ...counts }) {
        for (const [name, count] of Object.entries(counts)) {
          for (const place of screen.querySelectorAll(`[data-count="${name}"]`)) place.textContent = count;
        }
        wanted = String(version);
        draw();
      },
      over() { close(); location.reload(); },
    },
    state(now) { live = now; state(now); },
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !document.body.matches(".beamer")) return;
    if (/^(input|textarea|select|summary)$/i.test(event.target.tagName)) return;
    const button = [...screen.querySelectorAll("[data-press]")].find((each) => each.dataset.press.split(" ").includes(event.key));
    if (button) { event.preventDefault(); button.click(); }
  });
}

if (screen) start();
