// Following a session: a stream that comes back by itself, and says when it is away.
const SILENCE = 40_000; // the server gives a sign of life every fifteen seconds
const LOOK_EVERY = 5_000;
const AGAIN = [1_000, 4_000]; // spread, so that a room does not come back in one instant

export function follow(address, { hear, state }) {
  let source, heard = Date.now(), waiting = 0;
  const alive = () => { heard = Date.now(); state(true); };

  function open() {
    clearTimeout(waiting);
    source?.close();
    heard = Date.now();
    source = new EventSource(address);
    source.onopen = alive;
    source.onerror = () => {
      state(false);
      if (source.readyState !== EventSource.CLOSED) return; // the browser tries again by itself
      waiting = setTimeout(open, AGAIN[0] + Math.random() * (AGAIN[1] - AGAIN[0]));
    };
    source.addEventListener("here", alive);
    for (const [name, listen] of Object.entries(hear)) {
      source.addEventListener(name, (event) => { alive(); listen(JSON.parse(event.data)); });
    }
  }

  open();
  setInterval(() => { if (Date.now() - heard > SILENCE) { state(false); open(); } }, LOOK_EVERY);
  addEventListener("online", open);
  addEventListener("offline", () => state(false));
  document.addEventListener("visibilitychange", () => { if (!document.hidden && source.readyState !== EventSource.OPEN) open(); });
  return () => source.close();
}

export function saying(root = document) {
  return (live) => {
    for (const line of root.querySelectorAll("[data-state]")) {
      line.textContent = live ? line.dataset.live : line.dataset.away;
      line.toggleAttribute("data-gone", !live);
    }
  };
}
