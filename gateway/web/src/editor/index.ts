import './editor.css';
import { el } from './dom';
import { bindings, byKey, classKey, combination, isSingle, REPEATING, type Bindings } from './keys';
import { Panel } from './panel';
import { Session, type Mode } from './session';
import { Stage } from './stage';
import type { Answer, Editor, EditorOptions, EditorState, KeyOptions, LabelClass, Plain } from './types';

export type * from './types';
export { faults, problemsOf } from './rules';

const MODES: readonly string[] = ['select', 'pan', 'brush', 'eraser', 'fill', 'outline'];
const ARROWS: Record<string, readonly [number, number]> = {
  arrowleft: [-1, 0],
  arrowright: [1, 0],
  arrowup: [0, -1],
  arrowdown: [0, 1],
};

/** Mounts the editor. It fills its host, which gives it its size. */
export function createEditor(host: HTMLElement, options: EditorOptions): Editor {
  const { ontology, text } = options;
  const session = new Session({
    width: options.picture.width,
    height: options.picture.height,
    ontology,
    answer: options.answer ?? null,
    readonly: options.readonly ?? false,
    text,
    newWorker:
      typeof Worker === 'undefined'
        ? null
        : () => new Worker(new URL('./masks.worker.ts', import.meta.url), { type: 'module' }),
  });
  let preset = options.keys;
  let singles = options.singleKeys !== false;
  let classKeys = true;
  let bound: Bindings = {};
  let keys = new Map<string, string>();
  const takeKeys = (chosen: KeyOptions): void => {
    preset = chosen.keys;
    singles = chosen.singleKeys !== false;
    classKeys = chosen.remap?.['classes']?.length !== 0;
    bound = bindings(preset, ontology.tool, chosen.remap);
    keys = byKey(bound);
  };
  takeKeys(options);
  const keyOf = (command: string): string | null => {
    const all = command === 'classes' ? (classKeys ? ['1'] : []) : (bound[command] ?? []);
    return (singles ? all : all.filter((one) => !isSingle(one.toLowerCase())))[0] ?? null;
  };
  const root = el('div', { class: options.bare ? 'ed ed-bare' : 'ed', 'data-tool': ontology.tool });
  const stage = new Stage(session, options);
  const panel = new Panel(root, session, stage, run, keyOf);
  const over = el('div', { class: 'ed-over' }, panel.bar, panel.status);
  const middle = el('div', { class: 'ed-middle' }, stage.element, over, panel.undo, panel.zoom);
  root.append(panel.tools, middle, panel.classes, panel.details, panel.side);
  host.classList.add('ed-host');
  host.append(root);

  let disposed = false;
  const answer = (): Plain<Answer> | null => session.answer() as Plain<Answer> | null;
  const state = (): EditorState => ({
    answer: answer(),
    problems: [...session.problems()],
    unfinished: session.drawing,
    canUndo: session.canUndo,
    canRedo: session.canRedo,
  });
  let texts = session.doc.items.length;
  session.onUpdate(() => {
    root.classList.toggle('ed-readonly', session.readonly);
    root.classList.toggle('ed-heated', stage.heat);
    stage.refresh();
    panel.refresh();
  });
  session.onAnswer(() => {
    if (!disposed) options.onChange(state());
    if (ontology.tool === 'transcript') {
      if (session.doc.items.length > texts && session.selected !== null && !session.canRedo) panel.focusText();
      texts = session.doc.items.length;
    }
  });
  root.classList.toggle('ed-readonly', session.readonly);
  panel.refresh();
  // on a phone the details lie over the picture: what is chosen is moved out from under them
  const details = new ResizeObserver(() => {
    const covers = panel.details.offsetHeight > 0 && getComputedStyle(panel.details).position !== 'static';
    const item = session.chosen;
    if (covers && item && session.mode === 'select') stage.reveal(item, panel.details.offsetHeight + 16);
  });
  details.observe(panel.details);
  // who points needs no frame around the picture that they point at
  root.addEventListener('pointerdown', () => root.classList.add('ed-pointed'), { capture: true });
  queueMicrotask(() => {
    if (!disposed) options.onChange(state());
  });

  function run(command: string): void {
    const item = session.chosen;
    const centre = [stage.view.width / 2, stage.view.height / 2] as const;
    if (command.startsWith('class:')) return session.setClass(command.slice(6));
    if (command.startsWith('layer:')) return panel.toggleLayer(Number(command.slice(6)));
    if (command.startsWith('only:')) return panel.onlyLayer(Number(command.slice(5)));
    if (MODES.includes(command)) return session.setMode(command as Mode);
    switch (command) {
      case 'undo':
        return stage.busy ? stage.abort() : session.readonly ? undefined : session.undo();
      case 'redo':
        return session.readonly ? undefined : session.redo();
      case 'draw':
        return session.draw();
      case 'redraw':
        return session.redraw();
      case 'finish':
        return session.finish();
      case 'back':
        return session.back();
      case 'cancel':
        return stage.busy ? stage.abort() : session.cancel();
      case 'delete':
        return session.delete();
      case 'copy':
        return session.copy();
      case 'copyAll':
        return session.copy(true);
      case 'paste':
        return session.paste();
      case 'duplicate':
        return session.duplicate();
      case 'hide':
        return item ? session.toggle('hidden', item.id) : undefined;
      case 'hideAll':
        return session.toggleAll('hidden');
      case 'lock':
        return item ? session.toggle('locked', item.id) : undefined;
      case 'lockAll':
        return session.toggleAll('locked');
      case 'forward':
        return item ? session.order(item.id, 1) : undefined;
      case 'backward':
        return item ? session.order(item.id, -1) : undefined;
      case 'next':
        return session.cycle(1);
      case 'previous':
        return session.cycle(-1);
      case 'occluded':
        return session.occluded();
      case 'absent':
        return session.skipKeypoint();
      case 'addPoint':
        return session.insertVertex();
      case 'turnLeft':
        return session.turnBox(-1);
      case 'turnRight':
        return session.turnBox(1);
      case 'right':
        return session.setCorrect(true);
      case 'wrong':
        return session.setCorrect(false);
      case 'newMask':
        session.select(null);
        if (session.mode === 'eraser') session.setMode('brush');
        return session.say('newMask');
      case 'erasing':
        session.erasing = !session.erasing;
        return session.update();
      case 'brushSmaller':
      case 'brushLarger': {
        const by = command === 'brushLarger' ? 1.25 : 0.8;
        const next = Math.round(session.brush * by);
        session.brush = Math.max(1, Math.min(next === session.brush ? next + Math.sign(by - 1) : next, session.width));
        session.update();
        return session.say('brush', { count: session.brush });
      }
      case 'zoomIn':
        stage.view.zoom(1.4, centre);
        return stage.viewChanged();
      case 'zoomOut':
        stage.view.zoom(1 / 1.4, centre);
        return stage.viewChanged();
      case 'fit':
        stage.view.fit();
        return stage.viewChanged();
      case 'actual':
        stage.view.actual();
        return stage.viewChanged();
      case 'rotateView':
      case 'rotateViewBack':
        stage.view.turn(command === 'rotateView' ? 1 : -1);
        stage.viewChanged();
        return session.say('viewTurned', { degrees: stage.view.quarter * 90 });
      case 'brighter':
        stage.setLight(Math.min(300, stage.brightness + 10), stage.contrast);
        return panel.lightChanged();
      case 'darker':
        stage.setLight(Math.max(20, stage.brightness - 10), stage.contrast);
        return panel.lightChanged();
      case 'resetLight':
        stage.setLight(100, 100);
        return panel.lightChanged();
      case 'snap':
        session.snapping = !session.snapping;
        session.update();
        return session.say(session.snapping ? 'snapOn' : 'snapOff');
      case 'crosshair':
        stage.crosshair = !stage.crosshair;
        return session.update();
      case 'heat':
        stage.heat = !stage.heat;
        stage.drawLayers();
        return session.update();
      case 'findClass':
        return panel.focusSearch();
      case 'wholeText':
        return session.addWholeText();
      case 'panel':
        root.classList.toggle('ed-open-side');
        return session.update();
      case 'showProblem': {
        const place = /\[(\d+)]/.exec(session.faults()[0]?.path ?? '');
        const wrong = place ? session.doc.items[Number(place[1])] : undefined;
        if (wrong) {
          if (session.mode !== 'select') session.setMode('select');
          session.select(wrong.id);
          stage.reveal(wrong);
        }
        return;
      }
      case 'help':
        return help();
      case 'focus':
        return stage.element.focus({ preventScroll: true });
      default:
    }
  }

  let dialog: HTMLDialogElement | null = null;
  function help(): void {
    if (options.onHelp) return options.onHelp();
    if (dialog) return dialog.close();
    const rows = Object.keys(bound).flatMap((command) => {
      const shown = (bound[command] ?? []).filter((one) => singles || !isSingle(one.toLowerCase()));
      return shown.length === 0
        ? []
        : [el('tr', {}, el('th', { scope: 'row' }, text(`editor.key.${command}`)), el('td', {}, ...shown.flatMap((one, i) => [i > 0 ? ' ' : null, el('kbd', {}, one)])))];
    });
    if (ontology.tool !== 'verification' && singles && classKeys) {
      rows.push(el('tr', {}, el('th', { scope: 'row' }, text('editor.key.classes')), el('td', {}, el('kbd', {}, '1'), ' – ', el('kbd', {}, '0'))));
    }
    if (stage.layers.length > 0) {
      for (const [key, shown] of [['layer', 'Alt+1'], ['onlyLayer', 'Alt+Shift+1']] as const) {
        rows.push(el('tr', {}, el('th', { scope: 'row' }, text(`editor.key.${key}`)), el('td', {}, el('kbd', {}, shown), ' – ', el('kbd', {}, '9'))));
      }
    }
    if (session.placed) {
      rows.push(el('tr', {}, el('th', { scope: 'row' }, text('editor.key.arrows')), el('td', {}, ...['←', '↑', '→', '↓'].flatMap((one) => [el('kbd', {}, one), ' ']))));
    }
    dialog = el('dialog', { class: 'ed-help', 'aria-label': text('editor.keys') });
    dialog.append(
      el('h2', {}, text('editor.keys')),
      el('div', { class: 'ed-help-scroll', tabindex: 0, role: 'region', 'aria-label': text('editor.keys') }, el('table', {}, el('tbody', {}, ...rows))),
      el('button', { type: 'button', class: 'ed-button', onclick: () => dialog?.close() }, text('editor.close')),
    );
    const before = document.activeElement as HTMLElement | null;
    dialog.addEventListener('close', () => {
      dialog?.remove();
      dialog = null;
      before?.focus?.();
    });
    root.append(dialog);
    dialog.showModal();
  }

  // Keys

  let first = '';
  let firstAt = 0;

  function onKey(event: KeyboardEvent): void {
    root.classList.remove('ed-pointed');
    if (event.defaultPrevented || event.isComposing || disposed) return;
    const target = event.target as HTMLElement;
    if (target !== document.body && !root.contains(target)) return;
    if (target.closest?.('dialog')) return;
    if (target.matches?.('input:not([type=checkbox]):not([type=range]), textarea, select, [contenteditable]')) {
      if (event.key === 'Escape') {
        stage.element.focus({ preventScroll: true });
        event.preventDefault();
      }
      return;
    }
    const pressed = combination(event);
    const onPicture = target === document.body || target === stage.element;
    if (!singles && isSingle(pressed) && !onPicture) return;
    if (arrow(event, pressed, onPicture) || pressKey(pressed, onPicture, event.repeat)) event.preventDefault();
  }

  function pressKey(pressed: string, onPicture: boolean, held: boolean): boolean {
    const several = Date.now() - firstAt < 1_000 ? keys.get(`${first} ${pressed}`) : undefined;
    first = pressed;
    firstAt = Date.now();
    if (several && singles) {
      first = '';
      run(several);
      return true;
    }
    const command = keys.get(pressed);
    // a key that is held down would answer one picture after the other
    if (held && (command ? !REPEATING.has(command) : classOf(pressed) !== undefined)) return true;
    if (command === 'enter' || command === 'press') {
      // elsewhere they press the button that has the focus
      return onPicture && (command === 'press' ? space() : enter());
    }
    if (command === 'cancel') {
      const something = stage.busy || session.draft || session.selected !== null || session.placing !== null || session.redrawing !== null;
      if (!something && (!session.placed || session.mode === 'select')) return false;
      run('cancel');
      return true;
    }
    if (command === 'copy' && getSelection()?.isCollapsed === false) return false; // text, such as of the guideline
    if (command && (singles || !isSingle(pressed))) {
      run(command);
      return true;
    }
    if (/^alt\+(shift\+)?[1-9]$/.test(pressed) && stage.layers.length > 0) {
      run(`${pressed.includes('shift') ? 'only' : 'layer'}:${Number(pressed.at(-1)) - 1}`);
      return true;
    }
    const chosen = classOf(pressed);
    if (chosen) session.setClass(chosen.id);
    return chosen !== undefined;
  }

  function classOf(pressed: string): LabelClass | undefined {
    if (ontology.tool === 'verification' || !classKeys || (!singles && isSingle(pressed))) return undefined;
    const place = classKey(pressed, preset);
    return place === null ? undefined : ontology.classes[place];
  }

  function space(): boolean {
    if (!session.placed || session.mode === 'pan') return false;
    stage.pressCursor();
    return true;
  }

  function enter(): boolean {
    if (session.isStroking) {
      stage.pressCursor();
      return true;
    }
    if (session.draft?.kind === 'box' && stage.cursor) {
      stage.pressCursor();
      return true;
    }
    if (session.draft) {
      session.finish();
      return true;
    }
    if (session.mode === 'select' && session.selected !== null && session.vertex === null) {
      session.enter();
      return session.vertex !== null;
    }
    return false;
  }

  function arrow(event: KeyboardEvent, pressed: string, onPicture: boolean): boolean {
    const way = ARROWS[pressed.slice(pressed.lastIndexOf('+') + 1)];
    if (!way || !onPicture || event.altKey) return false;
    const control = event.ctrlKey || event.metaKey;
    if (!session.placed || session.mode === 'pan') {
      const step = event.shiftKey ? 200 : 50;
      stage.view.pan(-way[0] * step, -way[1] * step);
      stage.viewChanged();
      return true;
    }
    if (session.mode === 'select' && session.selected !== null && session.placing === null) {
      const [dx, dy] = stage.direction(way[0], way[1]);
      const step = event.shiftKey ? 10 : 1;
      return control ? session.nudgeSize(way[0] * step, way[1] * step) : session.nudge(dx * step, dy * step);
    }
    const step = control ? 1 : event.shiftKey ? 50 : 10;
    stage.moveCursor(way[0] * step, way[1] * step, control);
    return true;
  }

  document.addEventListener('keydown', onKey);

  return {
    answer,
    problems: () => [...session.problems()],
    command: run,
    snapshot: () => session.snapshot(),
    restore: (snapshot) => void session.restore(snapshot),
    setReadonly: (on) => session.setReadonly(on),
    setKeys: (chosen) => {
      takeKeys(chosen);
      panel.nameKeys();
    },
    dispose: () => {
      disposed = true;
      document.removeEventListener('keydown', onKey);
      dialog?.close();
      details.disconnect();
      session.painter.dispose();
      stage.dispose();
      root.remove();
      host.classList.remove('ed-host');
    },
  };
}
