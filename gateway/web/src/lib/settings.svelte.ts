import { choose, preferred, type Language } from './i18n.svelte';

/** What somebody chose for this device. */
export interface Settings {
  language: Language | null;
  theme: 'system' | 'light' | 'dark';
  keys: 'cvat' | 'labelstudio';
  /** Whether single keys do something (WCAG 2.1.4). */
  singleKeys: boolean;
  /** Keys by command instead of the preset's. */
  remap: Readonly<Record<string, readonly string[]>>;
  /** Whether a tap on a class answers at once, where one class is the whole answer. */
  oneTap: boolean;
  /** Whether pictures come smaller, for slow lines. */
  smallPictures: boolean;
  /** Whether to be told when there is work. */
  notices: boolean;
}

const KEY = 'assay.settings';

const DEFAULTS: Settings = {
  language: null,
  theme: 'system',
  keys: 'labelstudio',
  singleKeys: true,
  remap: {},
  oneTap: true,
  smallPictures: false,
  notices: false,
};

/** As it stands in the device's store, which anybody may have written. */
function asRemap(kept: unknown): Settings['remap'] {
  if (typeof kept !== 'object' || kept === null) {
    return {};
  }
  const sound = (keys: unknown): keys is string[] =>
    Array.isArray(keys) && keys.length <= 4 && keys.every((one) => typeof one === 'string' && one.length <= 40);
  return Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, string[]] => sound(entry[1])));
}

function read(): Settings {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Settings>;
    return { ...DEFAULTS, ...kept, remap: asRemap(kept.remap) };
  } catch {
    return { ...DEFAULTS };
  }
}

export const settings = $state<Settings>(read());

export async function change(part: Partial<Settings>): Promise<void> {
  Object.assign(settings, part);
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // it holds until the page is closed
  }
  await apply();
}

export async function apply(): Promise<void> {
  const root = document.documentElement;
  if (settings.theme === 'system') {
    delete root.dataset['theme'];
  } else {
    root.dataset['theme'] = settings.theme;
  }
  await choose(settings.language ?? preferred());
}
