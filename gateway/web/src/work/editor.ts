import type { Answer, Ontology } from '../api/types';

/** The seam to the drawing editor, which is plain TypeScript and knows nothing of this page. */
export interface Problems {
  path: string;
  message: string;
}

export interface EditorState {
  answer: Answer | null;
  problems: Problems[];
  canUndo: boolean;
  canRedo: boolean;
}

export interface Layer {
  answer: Answer;
  colour: string;
  name: string;
}

export interface EditorOptions {
  picture: { url: string; width: number; height: number };
  ontology: Ontology;
  answer?: Answer;
  readonly?: boolean;
  layers?: Layer[];
  text: (key: string, values?: Record<string, string | number>) => string;
  keys: 'cvat' | 'labelstudio';
  onChange: (state: EditorState) => void;
}

export interface Editor {
  answer(): Answer | null;
  problems(): Problems[];
  command(name: string): void;
  snapshot(): unknown;
  restore(snapshot: unknown): void;
  setReadonly(on: boolean): void;
  dispose(): void;
}

export type CreateEditor = (host: HTMLElement, options: EditorOptions) => Editor;

/** The editor comes with the first picture, not with the list of work. */
export async function loadEditor(): Promise<CreateEditor> {
  return (await import('../standin/editor')).createEditor;
}
