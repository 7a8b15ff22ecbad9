import { current, fill, type Language } from '../lib/i18n.svelte';
import type { createEditor } from '../editor';

export type { Editor, EditorOptions, EditorState, Layer } from '../editor';

type Texts = Readonly<Record<string, string>>;

const texts: Record<Language, () => Promise<{ editorTexts: Texts }>> = {
  en: () => import('../editor/texts.en'),
  hi: () => import('../editor/texts.hi'),
};

export interface Loaded {
  create: typeof createEditor;
  text: (key: string, values?: Record<string, string | number>) => string;
}

/** The editor comes with the first picture, not with the list of work; its words in one language. */
export async function loadEditor(): Promise<Loaded> {
  const [{ createEditor: create }, { editorTexts }] = await Promise.all([import('../editor'), texts[current()]()]);
  return { create, text: (key, values = {}) => fill(editorTexts[key] ?? key, values) };
}
