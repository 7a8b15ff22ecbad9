/** Told apart by people who do not see red or green, too; the first ten are chosen, the rest are spread by the golden angle. */
const CHOSEN = [
  '#e4572e', '#2f7fe0', '#f2b705', '#17a374', '#b04fc9', '#00a5b8', '#e0457b', '#7a8f1f', '#8b5e3c', '#5f6bd8',
];

export function colourOf(place: number): string {
  if (place < 0) return '#8a8f98';
  const chosen = CHOSEN[place];
  if (chosen) return chosen;
  return hex((place * 137.508) % 360, 0.62, place % 3 === 0 ? 0.42 : 0.55);
}

function hex(hue: number, saturation: number, light: number): string {
  const a = saturation * Math.min(light, 1 - light);
  const part = (n: number): string => {
    const k = (n + hue / 30) % 12;
    const value = light - a * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(255 * value).toString(16).padStart(2, '0');
  };
  return `#${part(0)}${part(8)}${part(4)}`;
}

/** Red, green and blue, 0 to 255. */
export const channels = (colour: string): [number, number, number] => [
  parseInt(colour.slice(1, 3), 16) || 0,
  parseInt(colour.slice(3, 5), 16) || 0,
  parseInt(colour.slice(5, 7), 16) || 0,
];
