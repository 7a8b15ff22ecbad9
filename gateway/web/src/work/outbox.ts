import type { Assignment } from '../api/types';
import { Problem } from '../api/problem';
import type { Device, Sending, Work } from './device';

/** How answers reach the server. */
export interface Line {
  /** One answer, with its key. */
  send(sending: Sending): Promise<void>;
  /** Several labels in one round trip; a problem for each that was refused, in their order. */
  sendLabels(labels: Sending[]): Promise<(Problem | null)[]>;
}

/** The tabs of this browser: what one of them is about to send, no other sends. */
export interface Tabs {
  readonly mine: string;
  open(): Promise<ReadonlySet<string>>;
}

const ALONE: Tabs = { mine: '', open: async () => new Set() };

const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 60_000;
const BATCH = 50;
/** Characters of JSON in one request, so that slow lines get something across. */
const BATCH_LENGTH = 400_000;

/**
 * Sends what was done, in its order, until the server has it: over an hour in a tunnel, a reload, a
 * session that ended. Each piece has one key for good, so that sending it twice does nothing.
 */
export class Outbox {
  private readonly listeners = new Set<(sent: Sending, problem: Problem | null) => void>();
  private readonly watchers = new Set<() => void>();
  private items: Sending[] = [];
  private timer: ReturnType<typeof setTimeout> | null = null;
  private running = false;
  private pause = FIRST_PAUSE;
  /** What the server did not take for now, such as that nobody is signed in. */
  held: Problem | null = null;

  constructor(
    private readonly device: Device,
    private readonly line: Line,
    private readonly clock: () => number = Date.now,
    private readonly tabs: Tabs = ALONE,
  ) {}

  /** Takes over what tabs left that are closed. */
  async open(): Promise<void> {
    const [kept, open] = await Promise.all([this.device.all('outbox'), this.tabs.open()]);
    const known = new Set(this.items.map((item) => item.key));
    for (const item of kept.sort((a, b) => a.createdAt - b.createdAt)) {
      const others = item.tab !== this.tabs.mine && open.has(item.tab);
      if (!others && !known.has(item.key)) {
        // whoever could have taken it back is gone; and the clock may have been another
        const mine = { ...item, tab: this.tabs.mine, notBefore: 0 };
        this.items.push(mine);
        await this.device.put('outbox', mine);
      }
    }
    this.changed();
    void this.flush();
  }

  /** Told of everything that is new. */
  watch(watcher: () => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  private changed(): void {
    this.watchers.forEach((watcher) => watcher());
  }

  /** Not yet at the server. */
  get waiting(): Sending[] {
    return this.items.filter((item) => !item.refused);
  }

  /** What the server will never take. */
  get refused(): Sending[] {
    return this.items.filter((item) => item.refused);
  }

  has(assignmentId: string): boolean {
    return this.items.some((item) => item.assignment.assignmentId === assignmentId);
  }

  /** Told of each piece once the server has it, or has refused it for good. */
  onSent(listener: (sent: Sending, problem: Problem | null) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Kept on this device when the promise is fulfilled; sent as soon as may be. */
  async add(assignment: Assignment, work: Work, delay = 0): Promise<Sending> {
    const now = this.clock();
    const sending: Sending = {
      key: crypto.randomUUID(),
      assignment,
      work,
      createdAt: now,
      notBefore: now + delay,
      tab: this.tabs.mine,
    };
    // what was done before can no longer be taken back
    this.items.forEach((item) => (item.notBefore = 0));
    this.items.push(sending);
    this.changed();
    await this.device.put('outbox', sending);
    void this.flush();
    return sending;
  }

  /** Takes back what was not sent yet; tells whether that worked. */
  async undo(key: string): Promise<boolean> {
    const item = this.items.find((one) => one.key === key);
    if (!item || item.refused || item.notBefore <= this.clock() || this.sendingNow.has(key)) {
      return false;
    }
    await this.drop(key);
    return true;
  }

  /** Lets go of a piece. */
  async drop(key: string): Promise<void> {
    this.items = this.items.filter((item) => item.key !== key);
    this.changed();
    await this.device.delete('outbox', key);
  }

  /** Nothing waits to be taken back any longer, as when the page is left. */
  hurry(): void {
    this.items.forEach((item) => (item.notBefore = 0));
    void this.flush();
  }

  private readonly sendingNow = new Set<string>();

  async flush(): Promise<void> {
    if (this.running || this.closed) {
      return;
    }
    this.running = true;
    try {
      for (;;) {
        const now = this.clock();
        const due = this.waiting.filter((item) => item.notBefore <= now);
        if (due.length === 0) {
          break;
        }
        await this.next(due);
        this.pause = FIRST_PAUSE;
        this.held = null;
      }
      const later = Math.min(...this.waiting.map((item) => item.notBefore));
      if (Number.isFinite(later)) {
        this.wake(later - this.clock());
      }
    } catch (problem) {
      this.held = problem instanceof Problem ? problem : new Problem(0, 'offline', String(problem));
      this.wake(this.held.retryAfter ? this.held.retryAfter * 1000 : this.pause);
      this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
    } finally {
      this.sendingNow.clear();
      this.running = false;
      this.changed();
    }
  }

  /** The next one goes by itself. */
  private alone = false;

  /** One piece, or as many labels as stand in a row. */
  private async next(due: Sending[]): Promise<void> {
    const first = due[0];
    if (!first) {
      return;
    }
    const labels = this.alone ? [] : batchOf(due);
    if (labels.length < 2) {
      this.sendingNow.add(first.key);
      this.alone = false;
      await this.settle(first, await outcome(this.line.send(first)));
      return;
    }
    labels.forEach((label) => this.sendingNow.add(label.key));
    let problems: (Problem | null)[];
    try {
      problems = await this.line.sendLabels(labels);
    } catch (problem) {
      if (problem instanceof Problem && !problem.passes && problem.status !== 401) {
        // one of them cannot even be read: each has to stand for itself
        this.alone = true;
        return;
      }
      throw problem;
    }
    let passing: Problem | null = null;
    for (const [i, label] of labels.entries()) {
      const problem = problems[i] ?? null;
      if (problem?.passes) {
        passing = problem;
      } else {
        await this.settle(label, problem);
      }
    }
    if (passing) {
      throw passing;
    }
  }

  /** Fails with what passes; what does not is noted. */
  private async settle(sending: Sending, problem: Problem | null): Promise<void> {
    if (problem && (problem.passes || problem.status === 401)) {
      throw problem;
    }
    if (problem && !isDone(sending.work, problem)) {
      sending.refused = { slug: problem.slug, detail: problem.detail };
      await this.device.put('outbox', sending);
    } else {
      this.items = this.items.filter((item) => item !== sending);
      await this.device.delete('outbox', sending.key);
    }
    this.changed();
    this.listeners.forEach((listener) => listener(sending, problem));
  }

  private wake(after: number): void {
    if (this.timer !== null) {
      clearTimeout(this.timer);
    }
    if (!this.closed) {
      // never long: the clock by which it waits may turn out to be wrong
      this.timer = setTimeout(() => void this.flush(), Math.min(Math.max(0, after), LONGEST_PAUSE));
    }
  }

  private closed = false;

  close(): void {
    this.closed = true;
    if (this.timer !== null) {
      clearTimeout(this.timer);
    }
    this.watchers.clear();
    this.listeners.clear();
  }
}

/** The labels at the beginning that go in one request. */
function batchOf(due: Sending[]): Sending[] {
  const labels: Sending[] = [];
  let length = 0;
  for (const item of due.slice(0, BATCH)) {
    length += item.work.kind === 'label' ? JSON.stringify(item.work).length : Infinity;
    if (length > BATCH_LENGTH) {
      break;
    }
    labels.push(item);
  }
  return labels;
}

/** Giving back what is gone already is what was wanted. */
function isDone(work: Work, problem: Problem): boolean {
  const givesBack = work.kind === 'skip' || work.kind === 'release';
  return givesBack && ['already-returned', 'lease-expired', 'assignment-not-found', 'already-answered'].includes(problem.slug);
}

async function outcome(sent: Promise<void>): Promise<Problem | null> {
  try {
    await sent;
    return null;
  } catch (problem) {
    if (problem instanceof Problem) {
      return problem;
    }
    throw problem;
  }
}
