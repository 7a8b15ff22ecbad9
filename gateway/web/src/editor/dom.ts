/** Small helpers to make elements without markup in strings. */

type Props = Record<string, string | number | boolean | null | undefined | ((event: never) => void)>;
type Child = Node | string | null | false;

export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  set(element, props);
  for (const child of children) if (child) element.append(child);
  return element;
}

export function svg<K extends keyof SVGElementTagNameMap>(name: K, props: Props = {}): SVGElementTagNameMap[K] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  set(element, props);
  return element;
}

export function set(element: Element, props: Props): void {
  for (const [key, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(key.slice(2), value as EventListener);
    else if (value === false || value === null || value === undefined) element.removeAttribute(key);
    else element.setAttribute(key, value === true ? '' : String(value));
  }
}

/** Writes only what differs: attributes that are set anew cost a style recalculation. */
export function attr(element: Element, key: string, value: string | null): void {
  if (element.getAttribute(key) === value) return;
  if (value === null) element.removeAttribute(key);
  else element.setAttribute(key, value);
}

export function put(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

const ICONS: Record<string, string> = {
  select: 'M5 3l13 8-6 1.5L9 18z',
  pan: 'M12 3v18M3 12h18M12 3l-2.500 2.500M12 3l2.500 2.500M12 21l-2.500-2.500M12 21l2.500-2.500M3 12l2.500-2.500M3 12l2.500 2.500M21 12l-2.500-2.500M21 12l-2.500 2.500',
  box: 'M4 6h16v12H4z',
  polygon: 'M12 3l8 6-3 11H7L4 9z',
  polyline: 'M4 18l5-9 5 5 6-10',
  keypoints: 'M12 5v7M12 12l-5 7M12 12l5 7M7 9h10M12 5h.01M7 9h.01M17 9h.01M7 19h.01M17 19h.01',
  transcript: 'M4 6h16v12H4zM8 10h8M12 10v5',
  brush: 'M14 4l6 6-8 7-4-4zM8 13c-3 0-2 5-5 6 4 2 9 1 9-2',
  eraser: 'M4 15l9-10 7 6-8 9H8zM9 10l7 6M12 20h8',
  fill: 'M5 11l7-7 7 7-7 7zM12 4V2M20 15s2 2.500 2 4a2 2 0 0 1-4 0c0-1.500 2-4 2-4z',
  outline: 'M5 8l7-4 7 5-2 10-9 1zM5 8h.01M12 4h.01M19 9h.01M17 19h.01M8 20h.01',
  undo: 'M9 14L4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3',
  redo: 'M15 14l5-5-5-5M20 9H10a6 6 0 0 0 0 12h3',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  fit: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  rotate: 'M20 11a8 8 0 1 0-2.300 6M20 4v7h-7',
  list: 'M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01',
  eye: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  eyeOff: 'M4 4l16 16M10 5.200A10 10 0 0 1 12 5c6 0 10 7 10 7a17 17 0 0 1-3 3.700M6 7C3.500 9 2 12 2 12s4 7 10 7a9 9 0 0 0 4-1',
  lock: 'M6 11h12v9H6zM8 11V8a4 4 0 0 1 8 0v3',
  unlock: 'M6 11h12v9H6zM8 11V8a4 4 0 0 1 7.500-2',
  trash: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v6M14 11v6',
  up: 'M12 19V5M6 11l6-6 6 6',
  down: 'M12 5v14M6 13l6 6 6-6',
  check: 'M4 13l5 5L20 6',
  cross: 'M6 6l12 12M18 6L6 18',
  help: 'M9 9a3 3 0 1 1 4 3c-1 .500-1 1-1 2M12 18h.01M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  fold: 'M6 9l6 6 6-6',
  paste: 'M9 4h6v4H9zM9 5H5v15h14V5h-4M12 11v6M9 14l3 3 3-3',
  warning: 'M12 3l10 18H2zM12 10v5M12 18h.01',
};

export function icon(name: string): SVGSVGElement {
  const root = svg('svg', { viewBox: '0 0 24 24', class: 'ed-icon', 'aria-hidden': 'true', focusable: 'false' });
  root.append(svg('path', { d: ICONS[name] ?? '' }));
  return root;
}
