import { bindings, byKey, combination, isSingle, type Bindings } from '../editor/keys';
import type { Tool } from '../api/types';

/** The keys of a page around the editor, beside the editor's own. */

export type Preset = 'cvat' | 'labelstudio';
export const PAGE_COMMANDS = ['submit', 'skip', 'takeBack', 'flag', 'guideline', 'batch', 'save'] as const;
export type PageCommand = (typeof PAGE_COMMANDS)[number];

const COMMON = {
  skip: ['Ctrl+Space'],
  flag: ['Shift+F'],
  guideline: ['G'],
  batch: ['Shift+B'],
  save: ['Ctrl+S'],
} as const;

const PAGE: Record<Preset, Record<PageCommand, readonly string[]>> = {
  cvat: { ...COMMON, submit: ['F', 'Ctrl+Enter'], takeBack: ['D'] },
  labelstudio: { ...COMMON, submit: ['Ctrl+Enter'], takeBack: ['Z'] },
};

const TOOLS: readonly Tool[] = [
  'category', 'tags', 'box', 'polygon', 'polyline', 'keypoints', 'mask', 'transcript', 'verification',
];
/** Of these Enter sends the answer, too; where something is drawn it finishes that. */
const UNDRAWN: readonly Tool[] = ['category', 'tags', 'verification'];

/** What somebody chose for this device. */
export interface Chosen {
  keys: Preset;
  singleKeys: boolean;
  remap: Bindings;
}

export function pageBindings({ keys, remap }: Chosen): Bindings {
  return Object.fromEntries(PAGE_COMMANDS.map((command) => [command, remap[command] ?? PAGE[keys][command]]));
}

/** All commands with their keys: of one tool, or of all. */
export function allBindings(chosen: Chosen, tool?: Tool): Bindings {
  const tools = tool === undefined ? TOOLS : [tool];
  return {
    ...pageBindings(chosen),
    ...Object.assign({}, ...tools.map((one) => bindings(chosen.keys, one, chosen.remap))),
  };
}

/** What a key that was pressed asks of the page; null for nothing. */
export function pageCommand(event: KeyboardEvent, chosen: Chosen, tool: Tool | undefined): PageCommand | 'help' | null {
  const pressed = combination(event);
  if (event.repeat || (isSingle(pressed) && !chosen.singleKeys)) {
    return null;
  }
  const help = bindings(chosen.keys, tool ?? 'category', chosen.remap)['help'] ?? [];
  const found = byKey({ ...pageBindings(chosen), help }).get(pressed) as PageCommand | 'help' | undefined;
  return found ?? (pressed === 'enter' && tool !== undefined && UNDRAWN.includes(tool) ? 'submit' : null);
}

const FIXED = /^(shift\+)?(tab|escape)$|^(ctrl\+|shift\+)*arrow/;
const PARTS = /^(ctrl|alt|shift|meta|control|dead|process|unidentified|capslock|numlock|contextmenu|altgraph)$/;

/** Whether a combination can be chosen for a command. */
export const isChoosable = (pressed: string): boolean => !FIXED.test(pressed) && !PARTS.test(pressed.split('+').at(-1) ?? '');

/** A command's new keys; whichever command of the same tools had one of them has it no longer. */
export function rebound(chosen: Chosen, command: string, keys: readonly string[]): { remap: Bindings; from: string[] } {
  const wanted = new Set(keys.map((one) => one.toLowerCase()));
  const remap: Record<string, readonly string[]> = { ...chosen.remap, [command]: keys };
  const from: string[] = [];
  for (const tool of TOOLS) {
    const bound = allBindings(chosen, tool);
    if (!(command in bound)) {
      continue;
    }
    for (const [other, theirs] of Object.entries(bound)) {
      const left = theirs.filter((one) => !wanted.has(one.toLowerCase()));
      if (other !== command && left.length < theirs.length) {
        remap[other] = left;
        from.push(other);
      }
    }
  }
  return { remap, from: [...new Set(from)] };
}
