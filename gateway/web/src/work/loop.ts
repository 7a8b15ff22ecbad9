import type { Answer, Assignment } from '../api/types';
import { Problem } from '../api/problem';
import type { Device, Draft, Pace, Sending, Work } from './device';
import type { Outbox } from './outbox';

/** What the loop asks of the server, and of the pictures' store. */
export interface Source {
  lease(projectId: string, key: string): Promise<{ fresh: Assignment[]; held: Assignment[]; problem: Problem | null }>;
  extend(assignmentIds: string[]): Promise<Map<string, { expiresAt: string } | Problem>>;
  /** Fetches a picture ahead. */
  ahead(assignment: Assignment): void;
  /** A picture is no longer needed. */
  drop(assignment: Assignment): void;
  now(): number;
}

export type Status = 'starting' | 'working' | 'empty' | 'refused' | 'offline';

const AHEAD = 3;
const UNDO = 4_000;
const ACTIVE = 90_000;
const BREAK_AFTER = 50 * 60_000;
const PAUSE = 5 * 60_000;
const PACES = 50;

/** From one picture to the next: what is held, what is shown, what is fetched ahead. */
export class Loop {
  status: Status = 'starting';
  /** Why there is no more. */
  problem: Problem | null = null;
  /** Held and not answered; the first is shown. */
  queue: Assignment[] = [];
  /** The last piece, as long as it can be taken back. */
  undoable: Sending | null = null;
  /** Answered since the loop began. */
  done = 0;
  /** Those of the held ones that get no more time. */
  readonly atTheirLimit = new Set<string>();
  breakDue = false;
  onChange: () => void = () => {};

  private leasing = false;
  private leaseKey: string | null = null;
  private nothingMore = false;
  private shownAt = 0;
  private activeAt = 0;
  private workingSince: number | null = null;
  private ended = false;

  constructor(
    readonly projectId: string,
    private readonly device: Device,
    private readonly outbox: Outbox,
    private readonly source: Source,
  ) {}

  get current(): Assignment | null {
    return this.queue[0] ?? null;
  }

  async start(): Promise<void> {
    const [kept, drafts] = await Promise.all([this.device.all('leases'), this.device.all('drafts')]);
    const savedAt = new Map(drafts.map((draft) => [draft.assignmentId, draft.savedAt]));
    this.take(
      kept
        .filter((one) => one.projectId === this.projectId && Date.parse(one.expiresAt) > this.source.now())
        // what was drawn upon last is shown first
        .sort((a, b) => (savedAt.get(b.assignmentId) ?? 0) - (savedAt.get(a.assignmentId) ?? 0)),
    );
    await this.lease();
  }

  stop(): void {
    this.ended = true;
    this.onChange = () => {};
  }

  /** The person did something. */
  active(): void {
    const now = this.source.now();
    if (this.workingSince === null || now - this.activeAt > PAUSE) {
      this.workingSince = now;
      this.breakDue = false;
    } else if (now - this.workingSince > BREAK_AFTER && !this.breakDue) {
      this.breakDue = true;
      this.onChange();
    }
    this.activeAt = now;
  }

  /** The proposal of a break was seen. */
  goOn(): void {
    this.breakDue = false;
    this.workingSince = this.source.now();
    this.onChange();
  }

  draft(assignmentId: string): Promise<Draft | undefined> {
    return this.device.get('drafts', assignmentId);
  }

  async save(assignment: Assignment, snapshot: unknown, answer: Answer | null): Promise<void> {
    if (this.outbox.has(assignment.assignmentId)) {
      return;
    }
    await this.device.put('drafts', {
      assignmentId: assignment.assignmentId,
      guidelineVersion: assignment.guidelineVersion,
      snapshot,
      answer,
      savedAt: this.source.now(),
    });
  }

  /** Shows the next picture at once; what was done goes to the outbox. */
  async finish(work: Work, canUndo = true): Promise<void> {
    const assignment = this.queue.shift();
    if (!assignment) {
      return;
    }
    const now = this.source.now();
    const took = now - this.shownAt;
    this.shownAt = now;
    this.active();
    if (work.kind === 'label' || work.kind === 'flag') {
      this.done++;
    }
    this.settle();
    const sending = this.outbox.add(assignment, work, canUndo ? UNDO : 0);
    void this.lease();
    const piece = await sending;
    this.undoable = canUndo ? piece : null;
    this.onChange();
    await this.device.delete('leases', assignment.assignmentId);
    if (work.kind === 'label') {
      await this.notePace(took);
    }
  }

  /** Takes the last piece back, if it has not gone yet. */
  async undo(): Promise<boolean> {
    const piece = this.undoable;
    this.undoable = null;
    if (!piece || !(await this.outbox.undo(piece.key))) {
      this.onChange();
      return false;
    }
    this.done = Math.max(0, this.done - 1);
    this.queue.unshift(piece.assignment);
    await this.device.put('leases', piece.assignment);
    this.settle();
    return true;
  }

  /** The draft of what was answered is no longer needed; that of what was refused is. */
  async sent(sending: Sending, problem: Problem | null): Promise<void> {
    this.source.drop(sending.assignment);
    if (!problem) {
      await this.device.delete('drafts', sending.assignment.assignmentId);
    }
    if (this.undoable?.key === sending.key) {
      this.undoable = null;
    }
    this.onChange();
  }

  /** Looks at another one that is held. */
  show(assignmentId: string): void {
    const at = this.queue.findIndex((one) => one.assignmentId === assignmentId);
    const [found] = at > 0 ? this.queue.splice(at, 1) : [];
    if (found) {
      this.queue.unshift(found);
      this.shownAt = this.source.now();
      this.settle();
    }
  }

  /** Gives all back that is held and not answered. */
  async releaseAll(): Promise<void> {
    this.nothingMore = true;
    for (const assignment of this.queue.splice(0)) {
      await this.outbox.add(assignment, { kind: 'release' });
      await this.device.delete('leases', assignment.assignmentId);
      await this.device.delete('drafts', assignment.assignmentId);
    }
    this.settle();
  }

  /** Once a second or so: time that ran out, and time that work asks for. */
  async tick(): Promise<void> {
    const now = this.source.now();
    const gone = this.queue.filter((one) => Date.parse(one.expiresAt) <= now);
    // what is drawn upon stays: an answer is taken as long as the picture was not given back
    const waiting = gone.filter((one) => one !== this.current);
    if (waiting.length > 0) {
      this.queue = this.queue.filter((one) => !waiting.includes(one));
      for (const one of waiting) {
        await this.device.delete('leases', one.assignmentId);
      }
      this.settle();
    }
    const current = this.current;
    const works = now - this.activeAt < ACTIVE;
    if (!current || !works || this.atTheirLimit.has(current.assignmentId)) {
      return;
    }
    const whole = Date.parse(current.expiresAt) - Date.parse(current.leasedAt);
    const left = Date.parse(current.expiresAt) - now;
    if (left < Math.min(whole * 0.4, 5 * 60_000)) {
      await this.extend();
    }
  }

  private extending = false;

  /** More time for all that is held. */
  async extend(): Promise<void> {
    const wanted = this.queue.filter((one) => !this.atTheirLimit.has(one.assignmentId)).slice(0, 100);
    if (this.extending || wanted.length === 0) {
      return;
    }
    this.extending = true;
    try {
      const found = await this.source.extend(wanted.map((one) => one.assignmentId));
      for (const [id, outcome] of found) {
        if (outcome instanceof Problem) {
          if (!outcome.passes) {
            this.atTheirLimit.add(id);
          }
        } else {
          this.queue = this.queue.map((one) => (one.assignmentId === id ? { ...one, expiresAt: outcome.expiresAt } : one));
        }
      }
    } catch {
      // asked again with the next tick
    } finally {
      this.extending = false;
      this.onChange();
    }
  }

  /** Takes more if little is left. */
  async lease(again = false): Promise<void> {
    if (again) {
      this.nothingMore = false;
    }
    if (this.leasing || this.nothingMore || this.ended || this.queue.length > AHEAD) {
      return;
    }
    this.leasing = true;
    this.leaseKey ??= crypto.randomUUID();
    try {
      const { fresh, held, problem } = await this.source.lease(this.projectId, this.leaseKey);
      this.leaseKey = null;
      this.problem = problem;
      const before = this.queue.length;
      this.take([...held, ...fresh]);
      if (this.queue.length === before && fresh.length === 0) {
        this.nothingMore = true;
      }
    } catch (problem) {
      const told = problem instanceof Problem ? problem : new Problem(0, 'offline', String(problem));
      this.problem = told;
      if (!told.passes) {
        this.leaseKey = null;
        this.nothingMore = true;
      }
    } finally {
      this.leasing = false;
      this.settle();
    }
  }

  private take(found: Assignment[]): void {
    const known = new Set(this.queue.map((one) => one.assignmentId));
    for (const one of found) {
      if (!known.has(one.assignmentId) && one.state === 'leased' && !this.outbox.has(one.assignmentId)) {
        known.add(one.assignmentId);
        this.queue.push(one);
        void this.device.put('leases', one);
      }
    }
    this.settle();
  }

  private settle(): void {
    if (this.queue.length > 0) {
      if (this.status !== 'working') {
        this.shownAt = this.source.now();
      }
      this.status = 'working';
      this.queue.slice(0, AHEAD + 1).forEach((one) => this.source.ahead(one));
    } else if (this.leasing) {
      this.status = 'starting';
    } else if (this.problem?.passes) {
      this.status = 'offline';
    } else {
      this.status = this.problem ? 'refused' : 'empty';
    }
    this.onChange();
  }

  /** How long pictures of this project take: without those that were left lying. */
  private async notePace(took: number): Promise<void> {
    if (took <= 0 || took > PAUSE) {
      return;
    }
    const before: Pace = (await this.device.get('paces', this.projectId)) ?? { projectId: this.projectId, took: [] };
    await this.device.put('paces', { ...before, took: [...before.took, took].slice(-PACES) });
  }
}

/** Milliseconds of an ordinary picture; null where too few are known. */
export function median(took: number[]): number | null {
  if (took.length < 5) {
    return null;
  }
  const sorted = [...took].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}
