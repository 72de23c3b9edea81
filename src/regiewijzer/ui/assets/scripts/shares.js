// Shares that sum to a hundred: beside each number stands a slider, and moving one spreads the rest over the others.
const WHOLE = 100;

function spread(rest, weights) {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const exact = weights.map((weight) => (sum ? (weight * rest) / sum : rest / weights.length));
  const shares = exact.map(Math.floor);
  const order = exact.map((value, place) => [value - shares[place], place]).sort((one, other) => other[0] - one[0]);
  const left = rest - shares.reduce((total, share) => total + share, 0);
  for (const [, place] of order.slice(0, left)) shares[place] += 1;
  return shares;
}

for (const group of document.querySelectorAll("[data-shares]")) {
  const numbers = [...group.querySelectorAll("input[type=number]")];
  const sliders = numbers.map((number) => {
    const slider = document.createElement("input");
    slider.type = "range";
    slider.min = 0;
    slider.max = WHOLE;
    slider.step = 5;
    slider.className = "shares__slider";
    slider.value = number.value || 0;
    slider.setAttribute("aria-label", group.querySelector(`label[for="${number.id}"]`).textContent);
    number.closest(".shares__one").append(slider);
    return slider;
  });
  group.addEventListener("input", (event) => {
    const moved = sliders.indexOf(event.target);
    if (moved < 0) {
      numbers.forEach((number, place) => { sliders[place].value = number.value || 0; });
      return;
    }
    const others = numbers.filter((_number, place) => place !== moved);
    numbers[moved].value = event.target.value;
    const shares = spread(WHOLE - Number(event.target.value), others.map((number) => Number(number.value) || 0));
    others.forEach((number, place) => { number.value = shares[place]; });
    numbers.forEach((number, place) => { if (place !== moved) sliders[place].value = number.value; });
  });
}
