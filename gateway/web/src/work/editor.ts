import { current, fill, type Language } from '../lib/i18n.svelte';
import type { createEditor } from '../editor';
import type { Answer, Ontology } from '../api/types';

export type { Editor, EditorOptions, EditorState, KeyOptions } from '../editor';

/** Another answer over the picture. */
export interface Layer {
  answer: Answer;
  colour: string;
  name: string;
}

type Texts = Readonly<Record<string, string>>;
export type EditorText = (key: string, values?: Record<string, string | number>) => string;

const texts: Record<Language, () => Promise<{ editorTexts: Texts }>> = {
  en: () => import('../editor/texts.en'),
  hi: () => import('../editor/texts.hi'),
};

export interface Loaded {
  create: typeof createEditor;
  text: EditorText;
}

/** The editor comes with the first picture, not with the list of work; its words in one language. */
export async function loadEditor(): Promise<Loaded> {
  const [{ createEditor: create }, text] = await Promise.all([import('../editor'), loadEditorText()]);
  return { create, text };
}

export async function loadEditorText(): Promise<EditorText> {
  const { editorTexts } = await texts[current()]();
  return (key, values = {}) => fill(editorTexts[key] ?? key, values);
}

/** The label that is to be judged lies over the picture; one that is to be corrected is the answer to begin with. */
export function labelToJudge(ontology: Ontology, preLabel: Answer | null | undefined, name: string): Layer[] {
  return ontology.tool === 'verification' && preLabel ? [{ answer: preLabel, colour: '#56b4e9', name }] : [];
}

/** What flags mark, as points over the picture. */
export function marks(flags: { mark?: number[] }[], name: (n: number) => string): Layer[] {
  return flags.flatMap(({ mark: [x, y] = [] }, i) => {
    if (x === undefined || y === undefined) {
      return [];
    }
    const called = name(i + 1);
    const answer: Answer = { tool: 'keypoints', figures: [{ classId: called, points: [{ x, y, visibility: 'visible' }] }] };
    return [{ answer, colour: '#e4572e', name: called }];
  });
}
