import type { Preset, Tool } from './types';

/** Which keys give which commands. Letters and digits are those of the key's place where another script is typed. */

export type Bindings = Readonly<Record<string, readonly string[]>>;

const COMMON: Bindings = {
  undo: ['Ctrl+Z'],
  redo: ['Ctrl+Shift+Z', 'Ctrl+Y'],
  copy: ['Ctrl+C'],
  copyAll: ['Ctrl+Shift+C'],
  paste: ['Ctrl+V'],
  zoomIn: ['Ctrl++'],
  zoomOut: ['Ctrl+-'],
  fit: ['Shift+1'],
  actual: ['Shift+2'],
  rotateView: ['Ctrl+R'],
  rotateViewBack: ['Ctrl+Shift+R'],
  next: ['.'],
  previous: [','],
  forward: ['+'],
  backward: ['-'],
  brushSmaller: ['['],
  brushLarger: [']'],
  addPoint: ['I'],
  turnLeft: ['<'],
  turnRight: ['>'],
  absent: ['X'],
  snap: ['S'],
  crosshair: ['Shift+G'],
  findClass: ['C'],
  heat: ['Shift+D'],
  help: ['?'],
  press: ['Space'],
  enter: ['Enter'],
};

const PRESETS: Record<Preset, Bindings> = {
  cvat: {
    ...COMMON,
    draw: ['N'],
    redraw: ['Shift+N'],
    delete: ['Delete', 'Backspace'],
    cancel: ['Escape'],
    hide: ['H'],
    hideAll: ['T H'],
    lock: ['L'],
    lockAll: ['T L'],
    occluded: ['Q', '/'],
    duplicate: ['Ctrl+B'],
    select: ['V'],
    pan: ['M'],
    brush: ['B'],
    eraser: ['E'],
    fill: ['W'],
    outline: ['P'],
  },
  labelstudio: {
    ...COMMON,
    draw: ['R', 'K', 'N'],
    redraw: ['Shift+N'],
    delete: ['Backspace', 'Delete'],
    cancel: ['Escape', 'U'],
    hide: ['Alt+H'],
    hideAll: ['Alt+Shift+H'],
    lock: ['Alt+L'],
    lockAll: ['Alt+Shift+L'],
    occluded: ['Q'],
    duplicate: ['Ctrl+D'],
    select: ['V'],
    pan: ['H'],
    brush: ['B'],
    eraser: ['E'],
    fill: ['W'],
    outline: ['P'],
  },
};

const VERIFYING: Bindings = { right: ['1', 'Y'], wrong: ['2', 'N'] };

/** Commands of drawing, of no use where classes are the answer. */
const DRAWING = new Set([
  'copy', 'copyAll', 'paste', 'next', 'previous', 'forward', 'backward', 'brushSmaller', 'brushLarger', 'addPoint',
  'turnLeft', 'turnRight', 'absent', 'snap', 'crosshair', 'press', 'enter', 'draw', 'redraw', 'delete', 'cancel', 'hide',
  'hideAll', 'lock', 'lockAll', 'occluded', 'duplicate', 'select', 'pan', 'brush', 'eraser', 'fill', 'outline',
]);
const ONLY: Record<string, readonly Tool[]> = {
  brush: ['mask'], eraser: ['mask'], fill: ['mask'], outline: ['mask'], brushSmaller: ['mask'], brushLarger: ['mask'],
  redraw: ['box', 'polygon', 'polyline', 'keypoints', 'transcript'],
  addPoint: ['polygon', 'polyline', 'transcript'], snap: ['polygon', 'polyline'], absent: ['keypoints'],
  heat: ['box', 'polygon', 'polyline', 'keypoints', 'mask', 'transcript'], turnLeft: ['box'], turnRight: ['box'],
};
const UNPLACED: readonly Tool[] = ['category', 'tags', 'verification'];

/** Of one tool, with what the user chose instead; classes are bound apart. */
export function bindings(preset: Preset, tool: Tool, remap: Bindings = {}): Bindings {
  const all: Bindings = { ...PRESETS[preset], ...(tool === 'verification' ? VERIFYING : {}) };
  return Object.fromEntries(
    Object.entries(all)
      .map(([command, keys]): [string, readonly string[]] => [command, remap[command] ?? keys])
      .filter(([command]) => !(UNPLACED.includes(tool) && DRAWING.has(command)))
      .filter(([command]) => !ONLY[command] || ONLY[command].includes(tool))
      .map(([command, keys]) => [
        command,
        // the polygon's letter is the outline's where masks are painted
        command === 'draw' && preset === 'labelstudio' && tool !== 'mask' && !remap['draw'] ? [...keys, 'P'] : keys,
      ]),
  );
}

/** A combination as it is written for people. */
export const written = (pressed: string): string =>
  pressed
    .split(' ')
    .map((one) => one.replace(/(^|\+)([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase()))
    .join(' ');

/** Commands that go on while their key is held down; all others happen once for each press. */
export const REPEATING: ReadonlySet<string> = new Set([
  'undo', 'redo', 'next', 'previous', 'forward', 'backward', 'brushSmaller', 'brushLarger', 'zoomIn', 'zoomOut', 'turnLeft',
  'turnRight', 'brighter', 'darker',
]);

export function byKey(all: Bindings): Map<string, string> {
  const keys = new Map<string, string>();
  for (const [command, combinations] of Object.entries(all)) {
    for (const one of combinations) keys.set(one.toLowerCase(), command);
  }
  return keys;
}

/** As bindings write it, in lower case. */
export function combination(event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string {
  let key = event.key;
  let shift = event.shiftKey;
  const digit = /^Digit(\d)$/.exec(event.code);
  const letter = /^Key([A-Z])$/.exec(event.code);
  if (digit && !/^[?<>+\-./,[\]]$/.test(key)) key = digit[1]!;
  else if (letter && !/^[a-zA-Z]$/.test(key)) key = letter[1]!;
  else if (key === ' ') key = 'Space';
  else if (key.length === 1 && !/[a-z0-9]/i.test(key)) {
    // the sign says already whether Shift made it
    shift = false;
    if (key === '=') key = '+';
    if (key === '_') key = '-';
  }
  return (
    (event.ctrlKey || event.metaKey ? 'ctrl+' : '') +
    (event.altKey ? 'alt+' : '') +
    (shift ? 'shift+' : '') +
    key.toLowerCase()
  );
}

/** The place of a class, from 0, that a combination stands for; null for none. */
export function classKey(pressed: string, preset: Preset): number | null {
  const digit = (preset === 'cvat' ? /^(?:ctrl\+)?(\d)$/ : /^(\d)$/).exec(pressed);
  return digit ? (Number(digit[1]) + 9) % 10 : null;
}

/** Keys of several, such as T H, and those that are typed: both may be turned off. */
export const isSingle = (pressed: string): boolean => !/^(ctrl|alt)\+/.test(pressed) && pressed !== 'escape' && pressed !== 'enter';
