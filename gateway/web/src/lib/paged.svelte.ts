interface Page<T> {
  items: T[];
  next?: string | null | undefined;
}

/**
 * A list that comes in pages. `load` brings the first, for `Loaded`; `further` the next one, once however often it is
 * pressed, and not where the first page was loaded anew meanwhile.
 */
export class Paged<T> {
  problem = $state.raw<unknown>(null);
  private more = $state.raw<T[]>([]);
  private cursor = $state.raw<string | null>(null);
  private round = 0;
  private busy = false;

  constructor(private readonly page: (after: string | null) => Promise<Page<T>>) {}

  get hasMore(): boolean {
    return this.cursor !== null;
  }

  readonly load = async (): Promise<T[]> => {
    const mine = ++this.round;
    const found = await this.page(null);
    if (mine === this.round) {
      this.more = [];
      this.cursor = found.next ?? null;
      this.problem = null;
    }
    return found.items;
  };

  readonly further = async (): Promise<void> => {
    if (this.busy) {
      return;
    }
    const mine = this.round;
    this.busy = true;
    this.problem = null;
    try {
      const found = await this.page(this.cursor);
      if (mine === this.round) {
        this.more = [...this.more, ...found.items];
        this.cursor = found.next ?? null;
      }
    } catch (failure) {
      if (mine === this.round) {
        this.problem = failure;
      }
    } finally {
      this.busy = false;
    }
  };

  /** With what came after the first page. */
  after(first: T[]): T[] {
    return [...first, ...this.more];
  }
}
