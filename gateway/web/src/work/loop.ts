import type { Answer, Assignment } from '../api/types';
import { Problem } from '../api/problem';
import type { Device, Draft, Sending, Work } from './device';
import type { Outbox } from './outbox';

/** What the loop asks of the server, and of the pictures' store. */
export interface Source {
  lease(projectId: string, key: string): Promise<{ fresh: Assignment[]; held: Assignment[]; problem: Problem | null }>;
  /** What is held of a project, without taking more. */
  held(projectId: string): Promise<Assignment[]>;
  extend(assignmentIds: string[]): Promise<Map<string, { expiresAt: string } | Problem>>;
  /** Fetches a picture ahead. */
  ahead(assignment: Assignment): void;
  /** A picture is no longer needed. */
  drop(assignment: Assignment): void;
  /** Whether the picture is on the device. */
  isHere(assignment: Assignment): Promise<boolean>;
  now(): number;
}

/** `away`: nobody was here until the time of all pictures had run out. */
export type Status = 'starting' | 'working' | 'empty' | 'refused' | 'offline' | 'away';

const AHEAD = 3;
const UNDO = 4_000;
const ACTIVE = 90_000;
const BREAK_AFTER = 50 * 60_000;
const PAUSE = 5 * 60_000;
const RETRY = 10_000;
/** Of a picture that is no longer this worker's. */
const GONE = ['already-answered', 'already-returned', 'lease-expired', 'assignment-not-found'];

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
  /** Those of the held ones that others may have by now; they stay only for what is drawn on them. */
  readonly gone = new Set<string>();
  breakDue = false;
  onChange: () => void = () => {};

  private readonly touched = new Set<string>();
  /** Done here: what was asked before the server knew of it names them still. */
  private readonly finished = new Set<string>();
  private away = false;
  private triedAt = 0;
  private leasing = false;
  private leaseKey: string | null = null;
  private nothingMore = false;
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

  /** Pictures on which something is drawn. */
  get drawnUpon(): ReadonlySet<string> {
    return this.touched;
  }

  async start(): Promise<void> {
    const [kept, drafts] = await Promise.all([this.device.all('leases'), this.device.all('drafts')]);
    const savedAt = new Map(drafts.map((draft) => [draft.assignmentId, draft.savedAt]));
    drafts.forEach((draft) => this.touched.add(draft.assignmentId));
    const mine = kept.filter((one) => one.projectId === this.projectId);
    const held = mine.filter((one) => savedAt.has(one.assignmentId) || !this.ranOut(one));
    const here = new Map(await Promise.all(held.map(async (one) => [one.assignmentId, await this.source.isHere(one)] as const)));
    const order = (one: Assignment) => savedAt.get(one.assignmentId) ?? (here.get(one.assignmentId) ? 0 : -1);
    // what was drawn upon last is shown first, then what needs no network
    this.take(held.sort((a, b) => order(b) - order(a)));
    for (const one of mine.filter((other) => !held.includes(other))) {
      await this.device.delete('leases', one.assignmentId);
    }
    await (this.queue.length > AHEAD ? this.sync() : this.lease());
  }

  stop(): void {
    this.ended = true;
    this.onChange = () => {};
  }

  /** The person did something. */
  active(): void {
    const now = this.source.now();
    if (this.activeAt > now) {
      // the clock was put right
      this.workingSince = null;
    }
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
    this.touched.add(assignment.assignmentId);
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
    this.finished.add(assignment.assignmentId);
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
  }

  /** Lets go of a picture that is gone, with what is drawn on it. */
  async letGo(): Promise<void> {
    const assignment = this.queue.shift();
    if (assignment) {
      this.settle();
      void this.lease();
      await this.forget(assignment);
      await this.device.delete('drafts', assignment.assignmentId);
    }
  }

  /** Opens again what was refused but is still held, with its drawing. */
  async reopen(piece: Sending): Promise<void> {
    await this.outbox.drop(piece.key);
    this.finished.delete(piece.assignment.assignmentId);
    this.done = Math.max(0, this.done - 1);
    this.queue = [piece.assignment, ...this.queue.filter((one) => one.assignmentId !== piece.assignment.assignmentId)];
    this.touched.add(piece.assignment.assignmentId);
    await this.device.put('leases', piece.assignment);
    this.settle();
  }

  /** Lets go of what was refused. */
  async drop(piece: Sending): Promise<void> {
    await this.outbox.drop(piece.key);
    await this.device.delete('drafts', piece.assignment.assignmentId);
    this.onChange();
  }

  /** Takes the last piece back, if it has not gone yet. */
  async undo(): Promise<boolean> {
    const piece = this.undoable;
    this.undoable = null;
    if (!piece || !(await this.outbox.undo(piece.key))) {
      this.onChange();
      return false;
    }
    this.finished.delete(piece.assignment.assignmentId);
    this.done = Math.max(0, this.done - 1);
    this.queue.unshift(piece.assignment);
    await this.device.put('leases', piece.assignment);
    this.settle();
    return true;
  }

  /** The draft of what was answered is no longer needed; that of what was refused is. */
  async sent(sending: Sending): Promise<void> {
    this.source.drop(sending.assignment);
    if (!sending.refused) {
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
      this.settle();
    }
  }

  /** Gives all back that is held and not answered. */
  async releaseAll(): Promise<void> {
    this.nothingMore = true;
    for (const assignment of this.queue.splice(0)) {
      this.finished.add(assignment.assignmentId);
      await this.outbox.add(assignment, { kind: 'release' });
      await this.device.delete('leases', assignment.assignmentId);
      await this.device.delete('drafts', assignment.assignmentId);
    }
    this.settle();
  }

  /** Once a second or so: time that ran out, and time that work asks for. */
  async tick(): Promise<void> {
    const now = this.source.now();
    const works = now - this.activeAt < ACTIVE;
    // what is drawn upon stays: an answer is taken as long as the picture was not given back
    const stays = (one: Assignment) => this.touched.has(one.assignmentId) || (works && one === this.current);
    const lost = this.queue.filter((one) => this.ranOut(one) && !stays(one));
    if (lost.length > 0) {
      this.away = !works;
      await this.lose(lost);
      if (works) {
        void this.lease(true);
      }
    }
    if (this.status === 'offline' && now - this.triedAt > RETRY) {
      void this.lease(true);
    }
    const current = this.current;
    if (!current || !works || this.atTheirLimit.has(current.assignmentId) || this.gone.has(current.assignmentId)) {
      return;
    }
    const whole = Date.parse(current.expiresAt) - Date.parse(current.leasedAt);
    const left = Date.parse(current.expiresAt) - now;
    if (left < Math.min(whole * 0.4, 5 * 60_000)) {
      await this.extend();
    }
  }

  private ranOut(one: Assignment): boolean {
    return Date.parse(one.expiresAt) <= this.source.now();
  }

  /** Pictures that are no longer held: without those that something is drawn on. */
  private async lose(lost: Assignment[]): Promise<void> {
    const ids = new Set(lost.map((one) => one.assignmentId));
    this.queue = this.queue.filter((one) => !ids.has(one.assignmentId));
    this.settle();
    for (const one of lost) {
      await this.forget(one);
    }
  }

  private async forget(one: Assignment): Promise<void> {
    this.source.drop(one);
    this.gone.delete(one.assignmentId);
    this.touched.delete(one.assignmentId);
    await this.device.delete('leases', one.assignmentId);
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
      for (const one of wanted) {
        const outcome = found.get(one.assignmentId);
        if (outcome instanceof Problem) {
          if (GONE.includes(outcome.slug)) {
            await this.missing(one);
          } else if (!outcome.passes) {
            this.atTheirLimit.add(one.assignmentId);
          }
        } else if (outcome) {
          await this.renew({ ...one, expiresAt: outcome.expiresAt });
        }
      }
    } catch {
      // asked again with the next tick
    } finally {
      this.extending = false;
      this.onChange();
    }
  }

  private async renew(next: Assignment): Promise<void> {
    this.queue = this.queue.map((one) => (one.assignmentId === next.assignmentId ? next : one));
    await this.device.put('leases', next);
  }

  /** Answered or given back elsewhere, such as on another device, or its time ran out. */
  private async missing(one: Assignment): Promise<void> {
    if (this.touched.has(one.assignmentId)) {
      this.gone.add(one.assignmentId);
      this.onChange();
    } else {
      await this.lose([one]);
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
    this.away = false;
    this.triedAt = this.source.now();
    this.leaseKey ??= crypto.randomUUID();
    const asked = [...this.queue];
    try {
      const { fresh, held, problem } = await this.source.lease(this.projectId, this.leaseKey);
      this.leaseKey = null;
      this.problem = problem;
      const mine = [...held, ...fresh];
      const before = this.queue.length;
      this.take(mine);
      if (this.queue.length === before && fresh.length === 0) {
        this.nothingMore = true;
      }
      await this.compare(asked, mine);
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

  /** What is held may have changed meanwhile, as by another device. */
  async sync(): Promise<void> {
    const asked = [...this.queue];
    try {
      const mine = await this.source.held(this.projectId);
      this.take(mine);
      await this.compare(asked, mine);
    } catch {
      // then it is seen when more is taken
    }
  }

  private async compare(asked: Assignment[], mine: Assignment[]): Promise<void> {
    const held = new Set(mine.map((one) => one.assignmentId));
    const shown = new Set(this.queue.map((one) => one.assignmentId));
    for (const one of asked) {
      if (shown.has(one.assignmentId) && !held.has(one.assignmentId)) {
        await this.missing(one);
      }
    }
  }

  private take(found: Assignment[]): void {
    for (const one of found) {
      if (one.state !== 'leased' || this.finished.has(one.assignmentId) || this.outbox.has(one.assignmentId)) {
        continue;
      }
      const at = this.queue.findIndex((other) => other.assignmentId === one.assignmentId);
      this.gone.delete(one.assignmentId);
      if (at < 0) {
        this.queue.push(one);
      } else {
        // with more time, perhaps, and an address of the picture that holds as long
        this.queue[at] = one;
      }
      void this.device.put('leases', one);
    }
    this.settle();
  }

  private settle(): void {
    if (this.queue.length > 0) {
      this.status = 'working';
      this.queue.slice(0, AHEAD + 1).forEach((one) => this.source.ahead(one));
    } else if (this.leasing) {
      this.status = 'starting';
    } else if (this.away) {
      this.status = 'away';
    } else if (this.problem?.passes) {
      this.status = 'offline';
    } else {
      this.status = this.problem ? 'refused' : 'empty';
    }
    this.onChange();
  }
}
