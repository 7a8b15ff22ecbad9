import { createEditor } from '../editor';
import { editorTexts as english } from '../editor/texts.en';
import { editorTexts as hindi } from '../editor/texts.hi';
import type { Editor, EditorState, Preset, Tool } from '../editor/types';
import { ANSWERS, crowd, HEIGHT, layersOf, ONTOLOGIES, STREET, WIDTH } from './samples';

/**
 * The development page: `?tool=box&with=answer&layers&readonly&keys=labelstudio&lang=hi&theme=dark`, and `?count=300` or
 * `?megapixels=24` for much, `?width=1&height=1` for any size.
 */
const asked = new URLSearchParams(location.search);
const tool = (asked.get('tool') ?? 'box') as Tool;
const language = asked.get('lang') === 'hi' ? 'hi' : 'en';
const texts = language === 'hi' ? hindi : english;
const count = Number(asked.get('count') ?? 0);
const megapixels = Number(asked.get('megapixels') ?? 0);
const theme = asked.get('theme');
if (theme) document.documentElement.dataset['theme'] = theme;
document.documentElement.lang = language;

const width = asked.has('width') ? Number(asked.get('width')) : megapixels ? Math.round(Math.sqrt((megapixels * 1e6 * 3) / 2)) : WIDTH;
const height = asked.has('height') ? Number(asked.get('height')) : megapixels ? Math.round((width * 2) / 3) : HEIGHT;

declare global {
  interface Window {
    editor: Editor;
    states: EditorState[];
  }
}
window.states = [];

const number = new Intl.NumberFormat(language);
const text = (key: string, values: Record<string, string | number> = {}): string =>
  (texts[key] ?? `⟦${key}⟧`).replace(/\{(\w+)}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : typeof value === 'number' ? number.format(value) : value;
  });

for (const one of Object.keys(ONTOLOGIES)) {
  const link = document.createElement('a');
  link.href = `?tool=${one}`;
  link.textContent = one;
  if (one === tool) link.setAttribute('aria-current', 'page');
  document.querySelector('#tools')!.append(link);
}

async function picture(): Promise<string> {
  if (asked.has('broken')) return '/missing.png';
  if (!megapixels) return URL.createObjectURL(new Blob([STREET], { type: 'image/svg+xml' }));
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d')!;
  for (let i = 0; i < 4_000; i++) {
    context.fillStyle = `hsl(${(i * 37) % 360} 50% ${30 + (i % 5) * 10}%)`;
    context.fillRect((i * 7919) % width, (i * 104729) % height, 200, 160);
  }
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.9));
  return URL.createObjectURL(blob!);
}

const state = document.querySelector('#state')!;
window.editor = createEditor(document.querySelector('#host')!, {
  picture: { url: await picture(), width, height },
  ontology: ONTOLOGIES[tool],
  answer: count ? crowd(count, width, height) : asked.get('with') === 'answer' ? ANSWERS[tool] : null,
  readonly: asked.has('readonly'),
  layers: asked.has('layers') || tool === 'verification' ? layersOf(tool) : [],
  text,
  keys: (asked.get('keys') ?? 'cvat') as Preset,
  singleKeys: asked.get('single') !== 'off',
  onChange: (now) => {
    window.states.push(now);
    state.textContent = now.problems[0]?.message ?? (now.answer ? '✓' : '…');
  },
  onPicture: (loaded) => (document.documentElement.dataset['picture'] = loaded ? 'there' : 'missing'),
});
