import { colourOf } from './colours';
import { attr, el, icon, put } from './dom';
import { shapesOf, type Item } from './document';
import { bounds } from './geometry';
import { maskBounds, pixels } from './masks';
import { MAX_TEXT_IN_ALL as LONGEST } from './rules';
import type { Mode, Session } from './session';
import { isPresent, vertices, type Shape } from './shapes';
import type { Stage } from './stage';
import type { Attribute, LabelClass, Visibility } from './types';

/** Everything beside the picture: modes, classes, the object that is chosen, the list of objects, layers, light. */

type Refresh = () => void;

export class Panel {
  readonly tools: HTMLElement;
  readonly zoom: HTMLElement;
  readonly undo: HTMLElement;
  readonly bar: HTMLElement;
  readonly classes: HTMLElement;
  readonly details: HTMLElement;
  readonly side: HTMLElement;
  readonly status: HTMLElement;

  private readonly refreshers: Refresh[] = [];
  private detailRefreshers: Refresh[] = [];
  private detailKey = '';
  private readonly rows = new Map<number, { row: HTMLLIElement; refresh: (item: Item, place: number) => void }>();
  private readonly list = el('ol', { class: 'ed-list' });
  private search: HTMLInputElement | null = null;
  private barKey = '';

  constructor(
    private readonly root: HTMLElement,
    private readonly session: Session,
    private readonly stage: Stage,
    private readonly run: (command: string) => void,
    private readonly keyOf: (command: string) => string | null,
  ) {
    this.status = el('div', { class: 'ed-status', role: 'status' });
    this.details = el('section', { class: 'ed-details', 'aria-label': this.text('details'), hidden: true });
    this.bar = el('div', { class: 'ed-bar', role: 'group', 'aria-label': this.text('bar'), hidden: true });
    this.tools = this.makeTools();
    this.zoom = this.makeZoom();
    this.undo = this.makeUndo();
    this.classes = session.ontology.tool === 'verification' ? this.makeJudgement() : this.makeClasses();
    this.side = el('div', { class: 'ed-side' });
    if (session.placed) this.side.append(this.makeObjects());
    if (stage.layers.length > 0) this.side.append(this.makeLayers());
    this.side.append(this.makeView());
    session.onSay((sentence) => {
      // a sentence twice in a row is told twice
      this.status.replaceChildren(el('span', {}, sentence));
    });
  }

  private text(key: string, values?: Record<string, string | number>): string {
    return this.session.text(`editor.${key}`, values);
  }

  refresh(): void {
    for (const refresh of this.refreshers) refresh();
    this.refreshBar();
    this.refreshDetails();
    this.refreshList();
  }

  focusSearch(): void {
    if (this.search) this.search.focus();
    else this.classes.querySelector<HTMLElement>('button:not(:disabled)')?.focus();
  }

  // Buttons

  private readonly keyNamers: Refresh[] = [];

  /** Other keys were chosen. */
  nameKeys(): void {
    for (const name of this.keyNamers) name();
    this.barKey = '';
    this.refreshBar();
  }

  private button(command: string, picture: string, label: string, click = (): void => this.run(command)): HTMLButtonElement {
    const button = el('button', { type: 'button', class: 'ed-tool', 'aria-label': label, onclick: click }, icon(picture));
    const name = (): void => {
      const key = this.keyOf(command);
      attr(button, 'title', key ? `${label} (${key})` : label);
      attr(button, 'aria-keyshortcuts', key ? key.replace('Ctrl', 'Control') : null);
    };
    name();
    this.keyNamers.push(name);
    return button;
  }

  private labelled(command: string, picture: string, label: string, short: string, click?: () => void): HTMLButtonElement {
    const button = this.button(command, picture, label, click);
    button.append(el('span', { class: 'ed-tool-label', 'aria-hidden': 'true' }, short));
    return button;
  }

  private makeTools(): HTMLElement {
    const { session } = this;
    const tools = el('div', { class: 'ed-tools', role: 'group', 'aria-label': this.text('tools') });
    if (session.placed) {
      const tool = session.ontology.tool;
      const modes: [Mode, string][] =
        tool === 'mask'
          ? [['select', 'select'], ['brush', 'brush'], ['eraser', 'eraser'], ['fill', 'fill'], ['outline', 'outline'], ['pan', 'pan']]
          : [['select', 'select'], ['draw', tool], ['pan', 'pan']];
      for (const [mode, picture] of modes) {
        const label = mode === 'draw' ? this.text(`draw.${tool}`) : this.text(`mode.${mode}`);
        const short = this.text(`short.${mode === 'draw' ? tool : mode}`);
        const button = this.labelled(mode, picture, label, short, () => session.setMode(mode));
        tools.append(button);
        this.refreshers.push(() => {
          attr(button, 'aria-pressed', String(session.mode === mode));
          button.disabled = session.readonly && mode !== 'select' && mode !== 'pan';
        });
      }
    }
    const more = this.labelled('panel', 'list', this.text('panel'), this.text('short.panel'));
    more.classList.add('ed-narrow');
    const help = this.labelled('help', 'help', this.text('help'), this.text('short.help'));
    help.classList.add('ed-for-keys');
    this.refreshers.push(() => attr(more, 'aria-expanded', String(this.root.classList.contains('ed-open-side'))));
    tools.append(more, help);
    return tools;
  }

  private makeUndo(): HTMLElement {
    const { session } = this;
    const undo = this.button('undo', 'undo', this.text('undo'));
    const redo = this.button('redo', 'redo', this.text('redo'));
    this.refreshers.push(() => {
      undo.disabled = session.readonly || !session.canUndo;
      redo.disabled = session.readonly || !session.canRedo;
    });
    return el('div', { class: 'ed-undo', role: 'group', 'aria-label': this.text('history') }, undo, redo);
  }

  private makeZoom(): HTMLElement {
    return el(
      'div',
      { class: 'ed-zoom', role: 'group', 'aria-label': this.text('zoom') },
      this.button('zoomIn', 'plus', this.text('zoomIn')),
      this.button('zoomOut', 'minus', this.text('zoomOut')),
      this.button('fit', 'fit', this.text('fit')),
      this.button('rotateView', 'rotate', this.text('rotateView')),
    );
  }

  // What goes with the mode, above the picture

  private refreshBar(): void {
    const { session } = this;
    const draft = session.draft;
    const drawsFigure = session.ontology.tool === 'keypoints' && session.mode === 'draw' && !session.readonly;
    const painting = session.mode === 'brush' || session.mode === 'eraser';
    const points = draft && draft.kind !== 'box' ? draft.points.length : 0;
    const key = [
      draft?.kind, points, session.mode, session.nextVisibility, session.classId, session.placing, session.redrawing !== null,
      session.readonly, session.erasing,
    ].join('|');
    if (key === this.barKey) return;
    this.barKey = key;
    const parts: HTMLElement[] = [];
    if (session.placing !== null && session.chosen) {
      const name = session.classOf(session.chosen.classId)?.skeleton?.points[session.placing] ?? '';
      parts.push(el('span', { class: 'ed-bar-text' }, this.text('bar.place', { name })));
      parts.push(this.barButton('cancel', 'cross', 'cancel'));
    } else if (drawsFigure && session.skeleton) {
      const names = session.skeleton.points;
      const at = Math.min(points, names.length - 1);
      parts.push(
        el(
          'span',
          { class: 'ed-bar-text' },
          el('strong', {}, names[at] ?? ''),
          ' ',
          this.text('bar.of', { number: at + 1, count: names.length }),
        ),
      );
      const hidden = this.barButton('occluded', 'eyeOff', 'hiddenPoint');
      attr(hidden, 'aria-pressed', String(session.nextVisibility === 'hidden'));
      parts.push(hidden, this.barButton('absent', 'cross', 'absentPoint'));
      if (draft) parts.push(this.barButton('back', 'undo', 'backPoint'), this.barButton('finish', 'check', 'finish'));
    } else if (draft?.kind === 'points') {
      const least = session.ontology.tool === 'polyline' ? 2 : 3;
      parts.push(el('span', { class: 'ed-bar-text' }, this.text('bar.points', { count: points })));
      const finish = this.barButton('finish', 'check', 'finish');
      finish.disabled = points < least;
      parts.push(this.barButton('back', 'undo', 'backPoint'), this.barButton('cancel', 'cross', 'cancel'), finish);
    } else if (draft?.kind === 'box') {
      parts.push(el('span', { class: 'ed-bar-text' }, this.text('bar.corner')), this.barButton('cancel', 'cross', 'cancel'));
    } else if (session.redrawing !== null) {
      parts.push(el('span', { class: 'ed-bar-text' }, this.text('bar.redraw')), this.barButton('cancel', 'cross', 'cancel'));
    } else if (painting && !session.readonly) {
      parts.push(this.brushSize());
      parts.push(this.barButton('newMask', 'plus', 'newMask'));
    } else if (session.mode === 'outline') {
      const away = this.barButton('erasing', 'minus', 'takeAway');
      attr(away, 'aria-pressed', String(session.erasing));
      parts.push(el('span', { class: 'ed-bar-text' }, this.text('bar.outline')), away);
    } else if (session.mode === 'fill') {
      parts.push(el('span', { class: 'ed-bar-text' }, this.text('bar.fill')));
    }
    const focused = this.bar.contains(document.activeElement)
      ? (document.activeElement as HTMLElement).dataset['command']
      : undefined;
    this.bar.hidden = parts.length === 0;
    this.bar.replaceChildren(...parts);
    if (focused) {
      const again = this.bar.querySelector<HTMLElement>(`[data-command="${focused}"]:not(:disabled)`);
      (again ?? this.stage.element).focus({ preventScroll: true });
    }
  }

  private barButton(command: string, picture: string, key: string): HTMLButtonElement {
    const label = this.text(key);
    const keys = this.keyOf(command);
    return el(
      'button',
      { type: 'button', class: `ed-button ed-do-${command}`, 'data-command': command, title: keys ? `${label} (${keys})` : label, onclick: () => this.run(command) },
      icon(picture),
      el('span', {}, label),
    );
  }

  private brushSize(): HTMLElement {
    const { session } = this;
    const most = Math.max(64, Math.round(Math.min(session.width, session.height) / 3));
    // small sizes matter more than large ones
    const toSlider = (size: number): number => Math.round(100 * (Math.log(size) / Math.log(most)));
    const fromSlider = (value: number): number => Math.max(1, Math.round(Math.exp((value / 100) * Math.log(most))));
    const output = el('output', {}, String(session.brush));
    const slider = el('input', {
      type: 'range', min: 0, max: 100, step: 1, class: 'ed-range', 'data-command': 'brushSize', 'aria-label': this.text('brushSize'),
    });
    slider.value = String(toSlider(session.brush));
    slider.addEventListener('input', () => {
      session.brush = fromSlider(Number(slider.value));
      session.update();
    });
    this.brushRefresh = () => {
      put(output, String(session.brush));
      attr(slider, 'aria-valuetext', this.text('pixels', { count: session.brush }));
      if (document.activeElement !== slider) slider.value = String(toSlider(session.brush));
    };
    this.brushRefresh();
    return el('label', { class: 'ed-brush' }, el('span', {}, this.text('brushSize')), slider, output);
  }

  private brushRefresh: Refresh = () => {};

  // Classes

  private makeClasses(): HTMLElement {
    const { session } = this;
    const { classes, tool } = session.ontology;
    const answersAre = tool === 'category' || tool === 'tags';
    const section = el('section', { class: `ed-classes ${answersAre ? 'ed-classes-answer' : ''}`, 'aria-label': this.text('classes') });
    const heading = el('h2', {}, this.text(answersAre ? `classes.${tool}` : 'classes'));
    const buttons = el('div', { class: 'ed-class-list', role: 'group', 'aria-label': this.text('classes') });
    const none = el('p', { class: 'ed-quiet', hidden: true }, this.text('classes.none'));
    section.append(heading);
    if (classes.length > 8) {
      this.search = el('input', {
        type: 'search', class: 'ed-search', placeholder: this.text('classes.find'), 'aria-label': this.text('classes.search'),
        autocomplete: 'off', spellcheck: 'false',
      });
      this.search.addEventListener('input', () => filter());
      this.search.addEventListener('keydown', (event) => {
        if (event.key === 'Enter') {
          const first = classes.find((one) => matches(one));
          if (first) session.setClass(first.id);
          this.search!.value = '';
          filter();
          this.stage.element.focus({ preventScroll: true });
          event.preventDefault();
          event.stopPropagation();
        } else if (event.key === 'Escape') {
          this.search!.value = '';
          filter();
          this.stage.element.focus({ preventScroll: true });
          event.stopPropagation();
        }
      });
      section.append(this.search);
    }
    section.append(buttons, none);
    const matches = (one: LabelClass): boolean => {
      const wanted = (this.search?.value ?? '').trim().toLocaleLowerCase();
      return wanted === '' || one.name.toLocaleLowerCase().includes(wanted) || one.id.toLowerCase().includes(wanted);
    };
    const made = classes.map((one, i) => {
      const swatch = el('span', { class: 'ed-swatch' });
      swatch.style.setProperty('--colour', colourOf(i));
      const count = el('span', { class: 'ed-count' });
      const button = el(
        'button',
        { type: 'button', class: 'ed-class', onclick: () => session.setClass(one.id) },
        answersAre ? el('span', { class: `ed-mark ed-mark-${tool}` }, icon('check')) : swatch,
        el('span', { class: 'ed-class-name', dir: 'auto' }, one.name),
        count,
      );
      if (i < 10) {
        const digit = String((i + 1) % 10);
        const sign = el('kbd', { 'aria-hidden': 'true' }, digit);
        button.append(sign);
        const name = (): void => {
          const on = this.keyOf('classes') !== null;
          sign.hidden = !on;
          attr(button, 'aria-keyshortcuts', on ? digit : null);
        };
        name();
        this.keyNamers.push(name);
      }
      buttons.append(button);
      return { one, button, count };
    });
    const filter = (): void => {
      let shown = 0;
      for (const { one, button } of made) {
        button.hidden = !matches(one);
        if (!button.hidden) shown++;
      }
      none.hidden = shown > 0;
    };
    let before = '';
    this.refreshers.push(() => {
      const counts = new Map<string, number>();
      // where no button can be reached, the keys scroll the list itself
      attr(buttons, 'tabindex', session.readonly ? '0' : null);
      for (const item of session.doc.items) counts.set(item.classId, (counts.get(item.classId) ?? 0) + 1);
      for (const { one, button, count } of made) {
        const on = answersAre ? session.doc.classIds.includes(one.id) : session.classId === one.id;
        attr(button, 'aria-pressed', String(on));
        const number = counts.get(one.id);
        put(count, number ? String(number) : '');
        button.disabled = session.readonly;
        if (on && !answersAre && before !== one.id) {
          before = one.id;
          const list = buttons;
          // only the strip itself is scrolled, never the page
          const left = button.offsetLeft - list.offsetLeft;
          if (left < list.scrollLeft || left + button.offsetWidth > list.scrollLeft + list.clientWidth) list.scrollLeft = left - 16;
          const top = button.offsetTop - list.offsetTop;
          if (top < list.scrollTop || top + button.offsetHeight > list.scrollTop + list.clientHeight) list.scrollTop = top - 16;
        }
      }
    });
    return section;
  }

  private makeJudgement(): HTMLElement {
    const { session } = this;
    const section = el('section', { class: 'ed-classes ed-classes-answer ed-judgement', 'aria-label': this.text('judgement') });
    section.append(el('h2', {}, this.text('judgement')));
    const row = el('div', { class: 'ed-class-list', role: 'group', 'aria-label': this.text('judgement') });
    for (const [correct, command, picture] of [[true, 'right', 'check'], [false, 'wrong', 'cross']] as const) {
      const sign = el('kbd', { 'aria-hidden': 'true' });
      const button = el(
        'button',
        { type: 'button', class: `ed-class ed-${command}`, onclick: () => this.run(command) },
        icon(picture),
        el('span', { class: 'ed-class-name' }, this.text(command)),
        sign,
      );
      const name = (): void => {
        const key = this.keyOf(command);
        put(sign, key ?? '');
        sign.hidden = key === null;
        attr(button, 'aria-keyshortcuts', key);
      };
      name();
      this.keyNamers.push(name);
      row.append(button);
      this.refreshers.push(() => {
        attr(button, 'aria-pressed', String(session.doc.correct === correct));
        button.disabled = session.readonly;
      });
    }
    // a label that is no shape cannot be seen in the picture
    this.stage.layers.forEach((layer, i) => {
      if (shapesOf(layer.answer).length === 0) section.append(el('p', { class: 'ed-judged', dir: 'auto' }, this.layerLines(i).join(', ')));
    });
    section.append(row);
    return section;
  }

  // The object that is chosen

  private refreshDetails(): void {
    const { session } = this;
    this.brushRefresh();
    const item = session.chosen;
    const key = item
      ? [item.id, item.classId, session.readonly, session.locked.has(item.id), session.hidden.has(item.id), item.shape.kind, unknownOf(item, session.classOf(item.classId)).join()].join('|')
      : '';
    if (key !== this.detailKey) {
      const had = this.details.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset['field'] : undefined;
      this.detailKey = key;
      this.detailRefreshers = [];
      this.details.replaceChildren();
      if (item) this.fillDetails(item);
      if (had) {
        const again = this.details.querySelector<HTMLElement>(`[data-field="${CSS.escape(had)}"]`);
        (again ?? this.stage.element).focus({ preventScroll: true });
      }
    }
    this.details.hidden = !item || session.draft !== null;
    for (const refresh of this.detailRefreshers) refresh();
  }

  private fillDetails(first: Item): void {
    const { session } = this;
    const id = first.id;
    const now = (): Item => session.item(id) ?? first;
    const locked = !session.editable(id);
    const known = session.classOf(first.classId);
    const classSelect = el('select', { class: 'ed-select', 'data-field': 'class', 'aria-label': this.text('class'), disabled: locked });
    if (!known) classSelect.append(el('option', { value: first.classId }, this.text('classGone', { value: first.classId })));
    for (const one of session.ontology.classes) classSelect.append(el('option', { value: one.id }, one.name));
    classSelect.value = first.classId;
    classSelect.addEventListener('change', () => {
      session.setItemClass(id, classSelect.value);
      classSelect.value = now().classId;
    });
    const number = el('span', { class: 'ed-number' });
    const swatch = el('span', { class: 'ed-swatch' });
    swatch.style.setProperty('--colour', colourOf(session.classPlace(first.classId)));
    const problem = el('p', { class: 'ed-problem', hidden: true });
    this.detailRefreshers.push(() => {
      const place = session.doc.items.findIndex((one) => one.id === id);
      put(number, String(place + 1));
      const sentence = session.problemOf(place);
      problem.hidden = sentence === null;
      put(problem, sentence ?? '');
    });
    const remove = this.small('trash', this.text('delete'), () => session.remove(id));
    remove.disabled = locked;
    const down = this.small('down', this.text('backward'), () => session.order(id, -1));
    const up = this.small('up', this.text('forward'), () => session.order(id, 1));
    const fold = this.small('fold', this.text('attributes'), () => {
      attr(fold, 'aria-expanded', String(!this.details.classList.toggle('ed-folded')));
    });
    down.classList.add('ed-order');
    up.classList.add('ed-order');
    fold.classList.add('ed-fold');
    // on a phone what is said of an object stays away from what is drawn next, unless something is missing
    const place = session.doc.items.findIndex((one) => one.id === id);
    const folded = session.mode === 'draw' && first.shape.kind !== 'text' && session.problemOf(place) === null;
    this.details.classList.toggle('ed-folded', folded);
    attr(fold, 'aria-expanded', String(!folded));
    this.details.append(
      el(
        'div',
        { class: 'ed-details-head' },
        swatch, number, classSelect, down, up, remove, fold,
        this.small('cross', this.text('close'), () => session.select(null)),
      ),
      problem,
    );
    const body = el('div', { class: 'ed-details-body' });
    if (first.shape.kind === 'text') body.append(this.textField(id, first, locked));
    for (const attribute of known?.attributes ?? []) body.append(this.attributeField(id, attribute, now, locked));
    for (const unknown of unknownOf(first, known)) {
      body.append(
        el('div', { class: 'ed-field' }, el('span', {}, `${unknown}: ${first.attributes[unknown]}`),
          this.small('trash', this.text('attribute.remove', { name: unknown }), () => session.setAttribute(id, unknown, null))),
      );
    }
    if (first.shape.kind === 'figure' && known?.skeleton) body.append(this.keypointFields(id, now, known, locked));
    if (first.shape.kind === 'box') body.append(this.boxFields(id, now, first.shape.rotation !== 0, locked));
    // places in numbers are for where there is room
    fold.hidden = [...body.children].every((one) => one.classList.contains('ed-wide-only'));
    this.details.classList.toggle('ed-no-body', fold.hidden);
    if (body.childElementCount > 0) this.details.append(body);
  }

  private small(picture: string, label: string, click: () => void): HTMLButtonElement {
    return el('button', { type: 'button', class: 'ed-small', 'aria-label': label, title: label, onclick: click }, icon(picture));
  }

  private textField(id: number, item: Item, locked: boolean): HTMLElement {
    const { session } = this;
    const area = el('textarea', { class: 'ed-textarea', rows: 3, dir: 'auto', maxlength: LONGEST, 'data-field': 'text', spellcheck: 'false', disabled: locked });
    const whole = item.shape.kind === 'text' && item.shape.region.length === 0;
    area.addEventListener('input', () => session.setText(id, area.value));
    this.detailRefreshers.push(() => {
      const shape = session.item(id)?.shape;
      if (shape?.kind === 'text' && area.value !== shape.text) area.value = shape.text;
    });
    return el('label', { class: 'ed-field ed-wide' }, el('span', {}, this.text(whole ? 'text.whole' : 'text.region')), area);
  }

  focusText(): void {
    // on a phone the keyboard would cover the next region; there the field is a tap away
    if (matchMedia('(pointer: coarse)').matches) return;
    this.details.querySelector<HTMLTextAreaElement>('[data-field="text"]')?.focus();
  }

  private attributeField(id: number, attribute: Attribute, now: () => Item, locked: boolean): HTMLElement {
    const { session } = this;
    const label = attribute.required ? this.text('attribute.required', { name: attribute.name }) : attribute.name;
    const value = (): string => now().attributes[attribute.id] ?? '';
    const say = (text: string): void => session.setAttribute(id, attribute.id, text === '' ? null : text);
    const choices: [string, string][] =
      attribute.type === 'flag'
        ? [['true', this.text('yes')], ['false', this.text('no')]]
        : (attribute.choices ?? []).map((one) => [one, one]);
    if ((attribute.type === 'flag' || attribute.type === 'choice') && choices.length <= 4) {
      const group = el('div', { class: 'ed-choices', role: 'group', 'aria-label': label });
      for (const [choice, name] of choices) {
        const button = el('button', {
          type: 'button', class: 'ed-choice', dir: 'auto', 'data-field': `${attribute.id} ${choice}`, disabled: locked,
          onclick: () => say(value() === choice ? '' : choice),
        }, name);
        group.append(button);
        this.detailRefreshers.push(() => attr(button, 'aria-pressed', String(value() === choice)));
      }
      return el('div', { class: 'ed-field' }, el('span', { dir: 'auto' }, label), group);
    }
    if (attribute.type === 'choice') {
      const select = el('select', { class: 'ed-select', 'data-field': attribute.id, disabled: locked });
      select.append(el('option', { value: '' }, this.text('attribute.none')));
      for (const [choice, name] of choices) select.append(el('option', { value: choice }, name));
      select.addEventListener('change', () => say(select.value));
      this.detailRefreshers.push(() => {
        if (select.value !== value()) select.value = value();
      });
      return el('label', { class: 'ed-field' }, el('span', { dir: 'auto' }, label), select);
    }
    const number = attribute.type === 'number';
    const input = el('input', {
      type: 'text', class: 'ed-input', dir: 'auto', inputmode: number ? 'decimal' : null, maxlength: number ? 32 : LONGEST,
      'data-field': attribute.id, autocomplete: 'off', disabled: locked,
    });
    input.addEventListener('input', () => say(number ? plainNumber(input.value) : input.value));
    this.detailRefreshers.push(() => {
      if (input.value !== value()) input.value = value();
    });
    return el('label', { class: 'ed-field' }, el('span', { dir: 'auto' }, label), input);
  }

  private keypointFields(id: number, now: () => Item, known: LabelClass, locked: boolean): HTMLElement {
    const { session } = this;
    const list = el('div', { class: 'ed-keypoints' });
    known.skeleton!.points.forEach((name, at) => {
      const select = el('select', { class: 'ed-select', 'aria-label': name, 'data-field': `point ${at}`, disabled: locked });
      for (const one of ['visible', 'hidden', 'absent'] as const) {
        select.append(el('option', { value: one }, this.text(`visibility.${one}`)));
      }
      const state = (): Visibility => {
        const { shape } = now();
        return (shape.kind === 'figure' && shape.points[at]?.visibility) || 'absent';
      };
      select.addEventListener('change', () => {
        session.setVisibility(id, at, select.value as Visibility);
        if (session.placing === at) this.stage.element.focus({ preventScroll: true });
        select.value = state();
      });
      const button = el('button', { type: 'button', class: 'ed-point', dir: 'auto', onclick: () => session.select(id, at) }, name);
      const row = el('div', { class: 'ed-keypoint' }, button, select);
      this.detailRefreshers.push(() => {
        if (select.value !== state()) select.value = state();
        attr(button, 'aria-pressed', String(session.vertex === at || session.placing === at));
        button.disabled = state() === 'absent';
      });
      list.append(row);
    });
    return el('details', { class: 'ed-more', open: this.root.clientWidth >= 760 }, el('summary', {}, this.text('keypoints')), list);
  }

  private boxFields(id: number, now: () => Item, turned: boolean, locked: boolean): HTMLElement {
    const { session } = this;
    const grid = el('div', { class: 'ed-numbers' });
    const parts = ['x', 'y', 'width', 'height'] as ('x' | 'y' | 'width' | 'height' | 'rotation')[];
    if (session.ontology.rotation === true || turned) parts.push('rotation');
    for (const part of parts) {
      const input = el('input', { type: 'text', class: 'ed-input', inputmode: 'decimal', 'data-field': part, autocomplete: 'off', disabled: locked });
      input.addEventListener('change', () => {
        const number = Number(input.value.replace(',', '.'));
        if (input.value.trim() !== '' && Number.isFinite(number)) session.setBox(id, { [part]: number });
        show(true);
      });
      const show = (force: boolean): void => {
        const { shape } = now();
        if (shape.kind === 'box' && (force || document.activeElement !== input)) {
          const value = String(Math.round(shape[part] * 10) / 10);
          if (input.value !== value) input.value = value;
        }
      };
      this.detailRefreshers.push(() => show(false));
      grid.append(el('label', {}, el('span', {}, this.text(`box.${part}`)), input));
    }
    return el('details', { class: 'ed-more ed-wide-only' }, el('summary', {}, this.text('box.place')), grid);
  }

  // The list of objects

  private makeObjects(): HTMLElement {
    const { session } = this;
    const heading = el('h2', {}, '');
    const empty = el('p', { class: 'ed-quiet' });
    const hide = this.small('eye', this.text('hideAll'), () => session.toggleAll('hidden'));
    const lock = this.small('unlock', this.text('lockAll'), () => session.toggleAll('locked'));
    const copy = this.small('copy', this.text('copyAll'), () => session.copy(true));
    const paste = this.small('paste', this.text('paste'), () => session.paste());
    const section = el(
      'section',
      { class: 'ed-objects', 'aria-label': this.text('objects') },
      el('div', { class: 'ed-head' }, heading, copy, paste, hide, lock),
      empty,
      this.list,
    );
    if (session.ontology.tool === 'transcript') {
      const whole = el('button', { type: 'button', class: 'ed-button', onclick: () => {
        session.addWholeText();
        this.details.querySelector<HTMLTextAreaElement>('[data-field="text"]')?.focus();
      } }, icon('plus'), el('span', {}, this.text('text.add')));
      section.insertBefore(whole, empty);
      this.refreshers.push(() => (whole.disabled = session.readonly));
    }
    this.refreshers.push(() => {
      const count = session.doc.items.length;
      put(heading, this.text('objects.count', { count }));
      section.hidden = count === 0 && session.readonly && this.stage.layers.length > 0;
      empty.hidden = count > 0;
      put(empty, this.text(session.readonly ? 'objects.none' : `objects.first.${session.ontology.tool}`));
      for (const button of [hide, lock, copy]) button.hidden = count === 0;
      paste.hidden = session.pasteable === 0;
      this.toggleIcon(hide, count > 0 && session.hidden.size >= count, 'eyeOff', 'eye', 'showAll', 'hideAll');
      this.toggleIcon(lock, count > 0 && session.locked.size >= count, 'lock', 'unlock', 'unlockAll', 'lockAll');
    });
    return section;
  }

  private toggleIcon(button: HTMLButtonElement, on: boolean, onPicture: string, offPicture: string, onKey: string, offKey: string, values?: Record<string, string | number>): void {
    const label = this.text(on ? onKey : offKey, values);
    if (button.title === label && button.dataset['on'] === String(on)) return;
    button.dataset['on'] = String(on);
    button.title = label;
    button.setAttribute('aria-label', label);
    button.replaceChildren(icon(on ? onPicture : offPicture));
  }

  private refreshList(): void {
    const { session } = this;
    if (!session.placed) return;
    const there = new Set<number>();
    let before: Element | null = null;
    session.doc.items.forEach((item, place) => {
      there.add(item.id);
      let entry = this.rows.get(item.id);
      if (!entry) {
        entry = this.makeRow(item.id);
        this.rows.set(item.id, entry);
      }
      entry.refresh(item, place);
      const expected: Element | null = before ? before.nextElementSibling : this.list.firstElementChild;
      if (expected !== entry.row) this.list.insertBefore(entry.row, expected);
      before = entry.row;
    });
    for (const [id, { row }] of this.rows) {
      if (there.has(id)) continue;
      const next = (row.nextElementSibling ?? row.previousElementSibling)?.querySelector<HTMLElement>('button');
      const focused = row.contains(document.activeElement);
      row.remove();
      this.rows.delete(id);
      if (focused) (next ?? this.stage.element).focus();
    }
  }

  private makeRow(id: number): { row: HTMLLIElement; refresh: (item: Item, place: number) => void } {
    const { session, stage } = this;
    const swatch = el('span', { class: 'ed-swatch' });
    const number = el('span', { class: 'ed-number' });
    const name = el('span', { class: 'ed-row-name', dir: 'auto' });
    const about = el('span', { class: 'ed-row-about', dir: 'auto' });
    const warning = el('span', { class: 'ed-row-problem', hidden: true });
    const main = el(
      'button',
      {
        type: 'button', class: 'ed-row-main',
        onclick: () => {
          if (session.mode !== 'select' && session.mode !== 'brush' && session.mode !== 'eraser') session.setMode('select');
          session.select(session.selected === id ? null : id);
          const item = session.chosen;
          if (item) stage.reveal(item);
        },
      },
      swatch, number, el('span', { class: 'ed-row-text' }, name, about, warning),
    );
    const hide = this.small('eye', '', () => session.toggle('hidden', id));
    const lock = this.small('unlock', '', () => session.toggle('locked', id));
    const row = el('li', { class: 'ed-row' }, main, hide, lock);
    row.addEventListener('pointerenter', () => {
      session.hover = id;
      stage.refresh();
    });
    row.addEventListener('pointerleave', () => {
      if (session.hover === id) session.hover = null;
      stage.refresh();
    });
    let shown: Item | null = null;
    let look = '';
    const refresh = (item: Item, place: number): void => {
      const hidden = session.hidden.has(id);
      const locked = session.locked.has(id);
      const problem = session.problemOf(place);
      const next = [place, session.selected === id, hidden, locked, problem].join('|');
      if (item === shown && next === look) return;
      shown = item;
      look = next;
      const known = session.classOf(item.classId);
      swatch.style.setProperty('--colour', colourOf(session.classPlace(item.classId)));
      put(number, String(place + 1));
      put(name, known?.name ?? this.text('classGone', { value: item.classId }));
      put(about, this.about(item));
      warning.hidden = problem === null;
      put(warning, problem ?? '');
      attr(main, 'aria-pressed', String(session.selected === id));
      row.classList.toggle('ed-row-hidden', hidden);
      this.toggleIcon(hide, hidden, 'eyeOff', 'eye', 'show', 'hide', { number: place + 1 });
      this.toggleIcon(lock, locked, 'lock', 'unlock', 'unlock', 'lock', { number: place + 1 });
    };
    return { row, refresh };
  }

  /** An object in words. */
  private about(item: Item): string {
    const said = (this.session.classOf(item.classId)?.attributes ?? [])
      .filter((one) => item.attributes[one.id] !== undefined)
      .map((one) => {
        const value = item.attributes[one.id]!;
        if (one.type !== 'flag') return `${one.name}: ${value}`;
        return `${one.name}: ${this.text(value === 'true' ? 'yes' : 'no')}`;
      });
    return [this.shapeAbout(item.shape), ...said].join(' · ');
  }

  private shapeAbout(shape: Shape): string {
    const rect = (key: string, r: { x: number; y: number; width: number; height: number }, more: Record<string, number> = {}): string =>
      this.text(key, { x: Math.round(r.x), y: Math.round(r.y), width: Math.round(r.width), height: Math.round(r.height), ...more });
    switch (shape.kind) {
      case 'box':
        return shape.rotation === 0 ? rect('about.box', shape) : rect('about.turned', shape, { degrees: shape.rotation });
      case 'polygon':
      case 'polyline':
        return rect('about.points', bounds(vertices(shape)), { count: shape.points.length });
      case 'figure':
        return this.text('about.figure', { count: shape.points.filter(isPresent).length, all: shape.points.length });
      case 'mask':
        return rect('about.mask', maskBounds(shape.counts, this.session.height), { count: pixels(shape.counts) });
      case 'text':
        return shape.text.trim() === '' ? this.text('about.noText') : shape.text.length > 80 ? shape.text.slice(0, 80) + '…' : shape.text;
    }
  }

  // Layers

  private makeLayers(): HTMLElement {
    const { stage } = this;
    const section = el('section', { class: 'ed-layers', 'aria-label': this.text('layers') }, el('h2', {}, this.text('layers')));
    const lists = el('div', { class: 'ed-layer-list' });
    const refreshes: Refresh[] = [];
    stage.layers.forEach((layer, i) => {
      const swatch = el('span', { class: 'ed-swatch' });
      swatch.style.setProperty('--colour', layer.colour);
      const toggle = el(
        'button',
        { type: 'button', class: 'ed-layer-toggle', onclick: () => this.toggleLayer(i), 'aria-keyshortcuts': i < 9 ? `Alt+${i + 1}` : null },
        swatch, el('span', { dir: 'auto' }, layer.name),
      );
      const only = stage.layers.length > 1 && el(
        'button',
        { type: 'button', class: 'ed-button ed-button-small', 'aria-label': this.text('layers.onlyOf', { name: layer.name }), onclick: () => this.onlyLayer(i) },
        this.text('layers.only'),
      );
      const content = el('ul', { class: 'ed-layer-content' });
      for (const line of this.layerLines(i)) content.append(el('li', { dir: 'auto' }, line));
      lists.append(el('div', { class: 'ed-layer-item' }, el('div', { class: 'ed-layer-head' }, toggle, only), content));
      refreshes.push(() => attr(toggle, 'aria-pressed', String(!stage.hiddenLayers.has(i))));
    });
    section.append(lists);
    if (stage.layers.length > 1 && stage.layers.some((layer) => shapesOf(layer.answer).length > 0)) {
      const heat = el('button', { type: 'button', class: 'ed-button', onclick: () => this.run('heat') }, this.text('heat'));
      section.append(heat);
      refreshes.push(() => attr(heat, 'aria-pressed', String(stage.heat)));
    }
    this.refreshers.push(...refreshes);
    return section;
  }

  toggleLayer(place: number): void {
    const layer = this.stage.layers[place];
    if (!layer) return;
    const { hiddenLayers } = this.stage;
    if (!hiddenLayers.delete(place)) hiddenLayers.add(place);
    this.layersChanged(hiddenLayers.has(place) ? 'layerHidden' : 'layerShown', layer.name);
  }

  /** This one alone, or all again if it is alone. */
  onlyLayer(place: number): void {
    const { hiddenLayers, layers } = this.stage;
    const layer = layers[place];
    if (!layer) return;
    const alone = !hiddenLayers.has(place) && hiddenLayers.size === layers.length - 1;
    hiddenLayers.clear();
    if (!alone) layers.forEach((_, i) => i !== place && hiddenLayers.add(i));
    this.layersChanged(alone ? 'allLayers' : 'layerAlone', layer.name);
  }

  private layersChanged(key: string, name: string): void {
    this.stage.drawLayers();
    this.session.update();
    this.session.say(key, { name });
  }

  private layerLines(place: number): string[] {
    const { answer } = this.stage.layers[place]!;
    const name = (id: string): string => this.session.classOf(id)?.name ?? id;
    switch (answer.tool) {
      case 'category':
        return [name(answer.classId)];
      case 'tags':
        return answer.classIds.length === 0 ? [this.text('layers.noTags')] : answer.classIds.map(name);
      case 'verification':
        return [this.text(answer.correct ? 'right' : 'wrong')];
      default: {
        const shapes = shapesOf(answer);
        return shapes.length === 0
          ? [this.text('objects.none')]
          : shapes.map(({ classId, shape, attributes }) => `${name(classId)}: ${this.about({ id: 0, classId, attributes, shape })}`);
      }
    }
  }

  // Light and lines

  private makeView(): HTMLElement {
    const { stage, session } = this;
    const light = (key: 'brightness' | 'contrast'): HTMLElement => {
      const slider = el('input', { type: 'range', class: 'ed-range', min: 20, max: 300, step: 5 });
      const output = el('output', {}, '100 %');
      slider.value = '100';
      slider.addEventListener('input', () => {
        const value = Number(slider.value);
        stage.setLight(key === 'brightness' ? value : stage.brightness, key === 'contrast' ? value : stage.contrast);
      });
      this.lightRefreshers.push(() => {
        const value = stage[key];
        put(output, `${value} %`);
        if (Number(slider.value) !== value) slider.value = String(value);
      });
      slider.addEventListener('input', () => this.lightChanged());
      return el('label', { class: 'ed-field' }, el('span', {}, this.text(key)), slider, output);
    };
    const reset = el('button', { type: 'button', class: 'ed-button ed-button-small', onclick: () => this.run('resetLight') }, this.text('resetLight'));
    const content = el('div', { class: 'ed-view' }, light('brightness'), light('contrast'), reset);
    const check = (key: string, get: () => boolean, put: (on: boolean) => void): HTMLElement => {
      const box = el('input', { type: 'checkbox' });
      box.addEventListener('change', () => {
        put(box.checked);
        session.update();
      });
      this.refreshers.push(() => (box.checked = get()));
      return el('label', { class: 'ed-check' }, box, el('span', {}, this.text(key)));
    };
    if (session.placed) {
      content.append(check('crosshair', () => stage.crosshair, (on) => (stage.crosshair = on)));
      if (session.ontology.tool === 'polygon' || session.ontology.tool === 'polyline') {
        content.append(check('snap', () => session.snapping, (on) => (session.snapping = on)));
      }
    }
    return el('details', { class: 'ed-more ed-light' }, el('summary', {}, this.text('view')), content);
  }

  private readonly lightRefreshers: Refresh[] = [];

  lightChanged(): void {
    for (const refresh of this.lightRefreshers) refresh();
  }
}

/** As the server reads numbers: Hindi digits and a decimal comma are understood. */
const plainNumber = (text: string): string =>
  text.trim().replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x966)).replace(',', '.');

/** Attributes that the class does not have (any more): they must go before the answer is taken. */
const unknownOf = (item: Item, known: LabelClass | undefined): string[] =>
  Object.keys(item.attributes).filter((id) => known && !known.attributes?.some((one) => one.id === id));
