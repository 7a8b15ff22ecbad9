import type { Answer, LabelClass, Ontology } from '../api/types';
import type { CreateEditor, EditorOptions, EditorState } from '../work/editor';
import './editor.css';

/**
 * Stands in for the drawing editor: one class, any classes, right or wrong. Other tools show the
 * picture, and what was drawn on it as outlines.
 */
export const createEditor: CreateEditor = (host, options) => new StandIn(host, options);

const SVG = 'http://www.w3.org/2000/svg';

class StandIn {
  private chosen: Set<string>;
  private correct: boolean | null;
  private readonly: boolean;
  private readonly past: string[] = [];
  private readonly future: string[] = [];
  private readonly root = document.createElement('div');
  private readonly choices = document.createElement('div');
  private readonly abort = new AbortController();

  constructor(
    host: HTMLElement,
    private readonly options: EditorOptions,
  ) {
    const { answer } = options;
    this.readonly = options.readonly ?? false;
    this.chosen = new Set(classesOf(answer));
    this.correct = answer?.tool === 'verification' ? answer.correct : null;
    this.root.className = 'standin';
    this.root.append(this.picture(), this.choices);
    host.append(this.root);
    this.show();
    addEventListener('keydown', (event) => this.key(event), { signal: this.abort.signal });
  }

  answer(): Answer | null {
    const { ontology } = this.options;
    switch (ontology.tool) {
      case 'category': {
        const [classId] = this.chosen;
        return classId === undefined ? null : { tool: 'category', classId };
      }
      case 'tags':
        return { tool: 'tags', classIds: [...this.chosen].sort() };
      case 'verification':
        return this.correct === null ? null : { tool: 'verification', correct: this.correct };
      default:
        return this.options.answer ?? null;
    }
  }

  problems(): { path: string; message: string }[] {
    return this.answer() === null ? [{ path: '', message: this.options.text('editor.choose') }] : [];
  }

  command(name: string): void {
    if (name === 'undo') {
      this.travel(this.past, this.future);
    } else if (name === 'redo') {
      this.travel(this.future, this.past);
    }
  }

  snapshot(): unknown {
    return { state: this.state(), past: [...this.past], future: [...this.future] };
  }

  restore(snapshot: unknown): void {
    const { state, past, future } = snapshot as { state: string; past: string[]; future: string[] };
    this.past.splice(0, Infinity, ...past);
    this.future.splice(0, Infinity, ...future);
    this.set(state);
  }

  setReadonly(on: boolean): void {
    this.readonly = on;
    this.show();
  }

  dispose(): void {
    this.abort.abort();
    this.root.remove();
  }

  private state(): string {
    return JSON.stringify({ chosen: [...this.chosen], correct: this.correct });
  }

  private set(state: string): void {
    const { chosen, correct } = JSON.parse(state) as { chosen: string[]; correct: boolean | null };
    this.chosen = new Set(chosen);
    this.correct = correct;
    this.show();
    this.tell();
  }

  private travel(from: string[], to: string[]): void {
    const state = from.pop();
    if (state !== undefined) {
      to.push(this.state());
      this.set(state);
    }
  }

  private change(by: () => void): void {
    if (this.readonly) {
      return;
    }
    this.past.push(this.state());
    this.future.length = 0;
    by();
    this.show();
    this.tell();
  }

  private tell(): void {
    const state: EditorState = {
      answer: this.answer(),
      problems: this.problems(),
      canUndo: this.past.length > 0,
      canRedo: this.future.length > 0,
    };
    this.options.onChange(state);
  }

  private choose(classId: string): void {
    this.change(() => {
      if (this.options.ontology.tool === 'category') {
        this.chosen = new Set([classId]);
      } else if (!this.chosen.delete(classId)) {
        this.chosen.add(classId);
      }
    });
  }

  private key(event: KeyboardEvent): void {
    const target = event.target as Element | null;
    if (event.altKey || event.metaKey || target?.closest('input, textarea, select, dialog')) {
      return;
    }
    const undo = event.ctrlKey && event.key.toLowerCase() === 'z';
    if (undo) {
      event.preventDefault();
      this.command(event.shiftKey ? 'redo' : 'undo');
      return;
    }
    const digit = /^Digit(\d)$/.exec(event.code)?.[1];
    if (digit === undefined || event.shiftKey || event.ctrlKey !== (this.options.keys === 'cvat')) {
      return;
    }
    const nth = (Number(digit) + 9) % 10;
    if (this.options.ontology.tool === 'verification') {
      if (nth < 2) {
        event.preventDefault();
        this.change(() => (this.correct = nth === 0));
      }
      return;
    }
    const found = this.options.ontology.classes[nth];
    if (found && (this.options.ontology.tool === 'category' || this.options.ontology.tool === 'tags')) {
      event.preventDefault();
      this.choose(found.id);
    }
  }

  private picture(): HTMLElement {
    const { url, width, height } = this.options.picture;
    const frame = document.createElement('div');
    frame.className = 'picture';
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', this.options.text('editor.picture'));
    const image = document.createElementNS(SVG, 'image');
    image.setAttribute('href', url);
    image.setAttribute('width', String(width));
    image.setAttribute('height', String(height));
    image.addEventListener('error', () => frame.classList.add('broken'));
    svg.append(image);
    const layers = this.options.layers ?? [];
    const own = this.options.answer ? [{ answer: this.options.answer, colour: '#ffb000', name: '' }] : [];
    for (const layer of [...own, ...layers]) {
      for (const points of outlines(layer.answer)) {
        for (const [stroke, size] of [['#000', 5], [layer.colour, 2.5]] as const) {
          const line = document.createElementNS(SVG, 'polyline');
          line.setAttribute('points', points.map(([x, y]) => `${x},${y}`).join(' '));
          line.setAttribute('fill', 'none');
          line.setAttribute('stroke', stroke);
          line.setAttribute('stroke-width', String(size));
          line.setAttribute('vector-effect', 'non-scaling-stroke');
          svg.append(line);
        }
      }
    }
    frame.append(svg);
    return frame;
  }

  private show(): void {
    const { ontology, text } = this.options;
    this.choices.className = 'choices';
    this.choices.setAttribute('role', 'group');
    this.choices.setAttribute('aria-label', text('editor.classes'));
    const focused = (document.activeElement as HTMLElement | null)?.dataset['choice'];
    this.choices.replaceChildren(
      ...this.buttons(ontology).map(({ id, name, pressed, key, act }) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.dataset['choice'] = id;
        button.setAttribute('aria-pressed', String(pressed));
        button.disabled = this.readonly;
        const label = document.createElement('span');
        label.textContent = name;
        button.append(label);
        if (key) {
          const hint = document.createElement('kbd');
          hint.textContent = key;
          hint.setAttribute('aria-hidden', 'true');
          button.append(hint);
        }
        button.addEventListener('click', act);
        return button;
      }),
    );
    if (focused !== undefined) {
      [...this.choices.querySelectorAll('button')].find((button) => button.dataset['choice'] === focused)?.focus();
    }
  }

  private buttons(
    ontology: Ontology,
  ): { id: string; name: string; pressed: boolean; key: string; act: () => void }[] {
    const { text } = this.options;
    switch (ontology.tool) {
      case 'verification':
        return [true, false].map((correct, i) => ({
          id: String(correct),
          name: text(correct ? 'editor.right' : 'editor.wrong'),
          pressed: this.correct === correct,
          key: String(i + 1),
          act: () => this.change(() => (this.correct = correct)),
        }));
      case 'category':
      case 'tags':
        return ontology.classes.map(({ id, name }: LabelClass, i) => ({
          id,
          name,
          pressed: this.chosen.has(id),
          key: i < 10 ? String((i + 1) % 10) : '',
          act: () => this.choose(id),
        }));
      default:
        return [];
    }
  }
}

function classesOf(answer: Answer | undefined): string[] {
  return answer?.tool === 'category' ? [answer.classId] : answer?.tool === 'tags' ? answer.classIds : [];
}

type Place = readonly [number, number];

/** Closed lines around whatever an answer names in the picture. */
function outlines(answer: Answer): Place[][] {
  const closed = (points: readonly Place[]): Place[] => [...points, ...points.slice(0, 1)];
    switch (answer.tool) {
    case 'box':
      return answer.boxes.map(({ x, y, width, height }) =>
        closed([
          [x, y],
          [x + width, y],
          [x + width, y + height],
          [x, y + height],
        ]),
      );
    case 'polygon':
      return answer.polygons.map(({ points }) => closed(points));
    case 'polyline':
      return answer.polylines.map(({ points }) => points);
    case 'keypoints':
      return answer.figures.map(({ points }) => points.filter((p) => p.visibility !== 'absent').map((p) => [p.x, p.y]));
    case 'transcript':
      return answer.transcripts.map(({ region }) => closed(region ?? []));
    case 'mask':
    case 'category':
    case 'tags':
    case 'verification':
      return [];
  }
}
