import { choose, preferred, type Language } from './i18n.svelte';

/** What somebody chose for this device. */
export interface Settings {
  language: Language | null;
  theme: 'system' | 'light' | 'dark';
  keys: 'cvat' | 'labelstudio';
  /** Whether single keys do something (WCAG 2.1.4). */
  singleKeys: boolean;
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
  oneTap: true,
  smallPictures: false,
  notices: false,
};

function read(): Settings {
  try {
    return { ...DEFAULTS, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Settings>) };
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
