import { describe, expect, it } from 'vitest';
import { ANSWERS, ONTOLOGIES, WIDTH, HEIGHT } from '../../dev/samples';
import { packed, unpacked, type Doc } from '../document';
import { History } from '../history';
import { heatOf } from '../heat';
import { bindings, byKey, classKey, combination } from '../keys';
import { faults } from '../rules';
import { Session } from '../session';
import type { Answer, Ontology, Tool } from '../types';
import { random } from './random';

const TOOLS = Object.keys(ONTOLOGIES) as Tool[];
const said: string[] = [];
function session(tool: Tool, answer: Answer | null = null, ontology: Ontology = ONTOLOGIES[tool], readonly = false): Session {
  const made = new Session({ width: WIDTH, height: HEIGHT, ontology, answer, readonly, text: (key) => key });
  said.length = 0;
  made.onSay((sentence) => said.push(sentence));
  return made;
}

describe('history', () => {
  it('goes back to every state and forth again', () => {
    const r = random(1);
    for (let round = 0; round < 100; round++) {
      const history = new History(0);
      let states = [0];
      let at = 0;
      for (let i = 1; i < 60; i++) {
        const step = r.int(0, 4);
        if (step === 0) expect(history.undo()).toBe(at > 0 && (at--, true));
        else if (step === 1) expect(history.redo()).toBe(at < states.length - 1 && (at++, true));
        else {
          history.commit(i);
          states = [...states.slice(0, at + 1), i];
          at++;
        }
        expect(history.now).toBe(states[at]);
        expect(history.canUndo).toBe(at > 0);
        expect(history.canRedo).toBe(at < states.length - 1);
        expect(history.all()).toEqual({ states, at });
        const again = History.of(states, at);
        expect([again.now, again.canUndo, again.canRedo]).toEqual([history.now, history.canUndo, history.canRedo]);
      }
    }
  });

  it('takes a word that is typed for one step', () => {
    const history = new History('');
    history.commit('S', 'text 1', 1_000);
    history.commit('ST', 'text 1', 1_300);
    history.commit('STO', 'text 2', 1_400);
    history.commit('STOP', 'text 2', 9_000);
    expect(history.all().states).toEqual(['', 'ST', 'STO', 'STOP']);
  });

  it('is packed and unpacked as it was', () => {
    const r = random(2);
    for (let round = 0; round < 50; round++) {
      let doc: Doc = { items: [], classIds: [], correct: null };
      const states = [doc];
      for (let i = 1; i < 30; i++) {
        const items = [...doc.items];
        const kind = r.int(0, 3);
        const at = r.int(0, Math.max(0, items.length - 1));
        if (kind === 0 || items.length === 0) items.push({ id: i, classId: 'c', attributes: {}, shape: { kind: 'mask', counts: [i] } });
        else if (kind === 1) items.splice(at, 1);
        else if (kind === 2) items[at] = { ...items[at]!, classId: `c${i}` };
        else items.unshift(items.splice(at, 1)[0]!);
        doc = { ...doc, items };
        states.push(doc);
      }
      expect(unpacked(JSON.parse(JSON.stringify(packed(states))))).toEqual(states);
    }
  });
});

describe('every tool', () => {
  it.each(TOOLS)('gives back the answer that it was given: %s', (tool) => {
    expect(session(tool, ANSWERS[tool]).answer()).toEqual(ANSWERS[tool]);
  });

  it.each(TOOLS)('comes back from a snapshot with its history: %s', (tool) => {
    const first = session(tool, ANSWERS[tool]);
    if (tool === 'category') first.setClass('bicycle');
    else if (tool === 'tags') first.setClass('bicycle');
    else if (tool === 'verification') first.setCorrect(false);
    else first.remove(1);
    const second = session(tool);
    expect(second.restore(JSON.parse(JSON.stringify(first.snapshot())))).toBe(true);
    expect(second.answer()).toEqual(first.answer());
    second.undo();
    expect(second.answer()).toEqual(ANSWERS[tool]);
  });

  it('keeps what is half drawn over a reload', () => {
    const first = session('polygon');
    first.place([10, 10], 4);
    first.place([90, 10], 4);
    const second = session('polygon');
    second.restore(structuredClone(first.snapshot()));
    second.place([90, 90], 4);
    second.finish();
    expect(second.answer()).toEqual({ tool: 'polygon', polygons: [{ classId: 'car', points: [[10, 10], [90, 10], [90, 90]] }] });
  });

  it('leaves alone what is not its snapshot', () => {
    const one = session('box', ANSWERS.box);
    for (const other of [null, 7, {}, { version: 1 }, session('mask').snapshot(), { ...(one.snapshot() as object), width: 3 }, { ...(one.snapshot() as object), steps: [{ order: [9] }] }]) {
      expect(one.restore(other)).toBe(false);
    }
    expect(one.answer()).toEqual(ANSWERS.box);
  });

  it('changes nothing when it is read only', () => {
    for (const tool of TOOLS) {
      const one = session(tool, ANSWERS[tool], ONTOLOGIES[tool], true);
      one.select(1);
      one.setClass(ONTOLOGIES[tool].classes.at(-1)!.id);
      one.setCorrect(false);
      one.delete();
      one.place([5, 5], 5);
      one.nudge(3, 3);
      one.paste();
      one.order(1, 1);
      expect(one.answer(), tool).toEqual(ANSWERS[tool]);
    }
  });
});

describe('drawing', () => {
  it('makes a box of two clicks, and of a drag', () => {
    const clicks = session('box');
    clicks.place([100, 50], 4);
    clicks.place([40, 80], 4);
    const drag = session('box');
    drag.drag([100, 50], [40, 80]);
    drag.finish();
    expect(clicks.answer()).toEqual({ tool: 'box', boxes: [{ classId: 'car', x: 40, y: 50, width: 60, height: 30 }] });
    expect(drag.answer()).toEqual(clicks.answer());
  });

  it('closes a polygon at its first point, and takes points back', () => {
    const one = session('polygon');
    for (const p of [[0, 0], [40, 0], [40, 40], [99, 99]] as const) one.place(p, 4);
    one.undo();
    one.place([1, 2], 4);
    expect(one.answer()).toEqual({ tool: 'polygon', polygons: [{ classId: 'car', points: [[0, 0], [40, 0], [40, 40]] }] });
  });

  it('tells when an outline crosses itself', () => {
    const one = session('polygon');
    for (const p of [[0, 0], [40, 40], [40, 0], [0, 40]] as const) one.place(p, 1);
    expect(said).toContain('editor.say.crosses');
    one.finish();
    expect(one.problems().map(({ path }) => path)).toEqual(['polygons[0] points']);
    one.undo();
    expect(one.problems()).toEqual([]);
  });

  it('names each point of a figure, hidden and absent ones too', () => {
    const one = session('keypoints');
    one.place([10, 10], 4);
    one.occluded();
    one.place([20, 20], 4);
    one.skipKeypoint();
    one.place([30, 40], 4);
    one.finish();
    expect(one.answer()).toEqual({
      tool: 'keypoints',
      figures: [{ classId: 'person', points: [
        { x: 10, y: 10, visibility: 'visible' }, { x: 20, y: 20, visibility: 'hidden' }, { x: 0, y: 0, visibility: 'absent' },
        { x: 30, y: 40, visibility: 'visible' }, { x: 0, y: 0, visibility: 'absent' }] }],
    });
    one.setVisibility(1, 4, 'hidden');
    one.place([50, 60], 4);
    expect(one.answer()).toMatchObject({ figures: [{ points: { 4: { x: 50, y: 60, visibility: 'hidden' } } }] });
    expect(one.problems()).toEqual([]);
  });

  it('paints, erases, fills and takes polygons into a mask', () => {
    const one = session('mask');
    one.brush = 20;
    one.strokeBegin([100, 100]);
    one.strokeTo([200, 100]);
    one.strokeTo([200, 200]);
    one.strokeTo([100, 200]);
    one.strokeTo([100, 100]);
    one.strokeEnd();
    const area = (): number => {
      const answer = one.answer();
      return answer?.tool === 'mask' ? (answer.masks[0]?.counts.filter((_, i) => i % 2 === 1).reduce((a, b) => a + b, 0) ?? 0) : 0;
    };
    const ring = area();
    one.mode = 'fill';
    one.place([150, 150], 4);
    const full = area();
    expect(full).toBeGreaterThan(ring + 5_000);
    one.mode = 'outline';
    one.erasing = true;
    for (const p of [[120, 120], [180, 120], [180, 180], [120, 180]] as const) one.place(p, 1);
    one.finish();
    expect(full - area()).toBe(3_600);
    one.mode = 'eraser';
    one.brush = 4_000;
    one.strokeBegin([150, 150]);
    one.strokeEnd();
    expect(one.answer()).toEqual({ tool: 'mask', masks: [] });
    one.undo();
    one.undo();
    expect(area()).toBe(full);
    expect(one.problems()).toEqual([]);
  });

  it('draws an object anew and keeps what is said of it', () => {
    const one = session('box', ANSWERS.box);
    one.select(1);
    one.redraw();
    one.drag([10, 10], [50, 60]);
    one.finish();
    expect(one.answer()).toMatchObject({ boxes: { 0: { classId: 'car', x: 10, y: 10, width: 40, height: 50, attributes: { colour: 'red' } } } });
  });

  it('copies to the next picture', () => {
    session('box', ANSWERS.box).copy(true);
    const next = session('box');
    next.paste();
    expect(next.answer()).toEqual(ANSWERS.box);
    next.paste();
    expect(next.doc.items).toHaveLength(6);
    expect(next.problems().filter(({ path }) => !path.includes('occluded'))).toEqual([]);
  });

  it('stops at 500 objects, as the server does', () => {
    const boxes = Array.from({ length: 500 }, (_, i) => ({ classId: 'person', x: i, y: 0, width: 5, height: 5 }));
    const one = session('box', { tool: 'box', boxes });
    one.mode = 'draw';
    one.drag([0, 50], [50, 90]);
    one.finish();
    expect(one.doc.items).toHaveLength(500);
    expect(said).toEqual(['editor.say.tooMany']);
  });

  it('allows what is drawn at random, and the server then does too', () => {
    const r = random(11);
    for (const tool of ['box', 'polyline', 'keypoints', 'transcript'] as const) {
      const one = session(tool);
      for (let i = 0; i < 150; i++) {
        const p = [r.next() * WIDTH * 1.2 - 100, r.next() * HEIGHT * 1.2 - 60] as const;
        const q = [p[0] + r.int(20, 200), p[1] + r.int(20, 200)] as const;
        if (tool === 'transcript') {
          one.drag(p, q);
          one.finish();
          if (one.selected !== null) one.setText(one.selected, 'text');
        } else if (r.next() < 0.1) one.finish();
        else if (r.next() < 0.1) one.undo();
        else if (r.next() < 0.1) one.nudge(r.int(-900, 900), r.int(-900, 900));
        else one.place(p, 4);
        const bad = one.faults().filter(({ path, key }) => !path.includes('occluded') && key !== 'line' && key !== 'textEmpty');
        expect(bad, tool).toEqual([]);
      }
    }
  });
});

describe('classes that are gone', () => {
  it('are told and kept', () => {
    const ontology = { ...ONTOLOGIES.box, classes: ONTOLOGIES.box.classes.slice(1) };
    const one = session('box', ANSWERS.box, ontology);
    expect(one.answer()).toEqual(ANSWERS.box);
    expect(one.problems().map(({ path }) => path)).toEqual(['boxes[0] class']);
    one.setItemClass(1, 'bicycle');
    expect(one.problems()).toEqual([]);
  });
});

describe('disagreement', () => {
  it('is nothing where all agree, and something where they do not', () => {
    const heat = heatOf([ANSWERS.box, ANSWERS.box, { tool: 'box', boxes: [] }], WIDTH, HEIGHT);
    const at = (x: number, y: number): number => heat.values[Math.floor((y / HEIGHT) * heat.rows) * heat.columns + Math.floor((x / WIDTH) * heat.columns)]!;
    expect(at(250, 540)).toBeCloseTo(1 / 3);
    expect(at(900, 60)).toBe(0);
    expect(Math.max(...heatOf([ANSWERS.mask, ANSWERS.mask], WIDTH, HEIGHT).values)).toBe(0);
  });
});

describe('keys', () => {
  const press = (key: string, code: string, more: Partial<KeyboardEvent> = {}): string =>
    combination({ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });

  it('are those of their place, whatever script is typed', () => {
    expect(press('न', 'KeyN')).toBe('n');
    expect(press('N', 'KeyN', { shiftKey: true })).toBe('shift+n');
    expect(press('१', 'Digit1')).toBe('1');
    expect(press('!', 'Digit1', { shiftKey: true })).toBe('shift+1');
    expect(press('?', 'Slash', { shiftKey: true })).toBe('?');
    expect(press('=', 'Equal', { ctrlKey: true })).toBe('ctrl++');
    expect(press('z', 'KeyZ', { metaKey: true, shiftKey: true })).toBe('ctrl+shift+z');
    expect(press(' ', 'Space')).toBe('space');
  });

  it('mean one command each', () => {
    for (const preset of ['cvat', 'labelstudio'] as const) {
      for (const tool of TOOLS) {
        const bound = bindings(preset, tool);
        const all = Object.values(bound).flat().map((one) => one.toLowerCase());
        const twice = all.filter((one, i) => all.indexOf(one) !== i);
        expect(twice, `${preset} ${tool}`).toEqual([]);
        expect(byKey(bound).get('?')).toBe('help');
      }
    }
  });

  it('give classes by their digits', () => {
    expect([classKey('1', 'cvat'), classKey('0', 'cvat'), classKey('ctrl+3', 'cvat'), classKey('ctrl+3', 'labelstudio')]).toEqual([0, 9, 2, null]);
  });
});

it('faults are none for the samples', () => {
  for (const tool of TOOLS) {
    const missing = faults(ANSWERS[tool], ONTOLOGIES[tool], WIDTH, HEIGHT).filter(({ key }) => key !== 'attribute.missing');
    expect(missing, tool).toEqual([]);
  }
});
