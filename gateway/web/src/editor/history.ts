/** States one after another, without end in both directions. States are never changed, only replaced. */
export class History<T> {
  private past: T[] = [];
  private future: T[] = [];
  private tag: string | null = null;
  private at = 0;

  constructor(private current: T) {}

  get now(): T {
    return this.current;
  }

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  /**
   * @param tag commits of the same tag within a second are one step: typing a word is undone as a word
   */
  commit(next: T, tag: string | null = null, time = Date.now()): void {
    if (next === this.current) return;
    const merges = tag !== null && tag === this.tag && time - this.at < 1_000 && this.past.length > 0;
    if (!merges) this.past.push(this.current);
    this.current = next;
    this.future = [];
    this.tag = tag;
    this.at = time;
  }

  undo(): boolean {
    const before = this.past.pop();
    if (before === undefined) return false;
    this.future.push(this.current);
    this.current = before;
    this.tag = null;
    return true;
  }

  redo(): boolean {
    const after = this.future.pop();
    if (after === undefined) return false;
    this.past.push(this.current);
    this.current = after;
    this.tag = null;
    return true;
  }

  /** All states from the first to the last that can be redone, and the place of the present one. */
  all(): { states: T[]; at: number } {
    return { states: [...this.past, this.current, ...[...this.future].reverse()], at: this.past.length };
  }

  static of<T>(states: readonly T[], at: number): History<T> {
    const history = new History<T>(states[at] as T);
    history.past = states.slice(0, at);
    history.future = states.slice(at + 1).reverse();
    return history;
  }
}
