import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Answer, Assignment, ProjectView } from '../api/types';

/** What was drawn and not sent: a reload, a crash or an empty battery loses nothing. */
export interface Draft {
  assignmentId: string;
  guidelineVersion: number;
  /** As the editor gave it, with its history. */
  snapshot: unknown;
  answer: Answer | null;
  savedAt: number;
}

export type Work =
  | { kind: 'label'; answer: Answer }
  | { kind: 'flag'; reason: 'broken' | 'unclear' | 'offensive' | 'other'; comment?: string; mark?: [number, number] }
  | { kind: 'skip' }
  | { kind: 'release' };

/** What is on its way to the server. */
export interface Sending {
  /** The idempotency key, made once for each submit. */
  key: string;
  assignment: Assignment;
  work: Work;
  createdAt: number;
  /** Not sent before: time to take it back. */
  notBefore: number;
  /** The tab that sends it, as long as it is open. */
  tab: string;
  /** Why the server will never take it; it stays until its worker lets it go. */
  refused?: { slug: string; detail: string };
}

interface Schema extends DBSchema {
  drafts: { key: string; value: Draft };
  outbox: { key: string; value: Sending };
  leases: { key: string; value: Assignment };
  /** Classes and guideline, for who comes back without the network. */
  projects: { key: string; value: ProjectView };
}

const STORES = ['drafts', 'outbox', 'leases', 'projects'] as const;
type Store = (typeof STORES)[number];
type Stored<S extends Store> = Schema[S]['value'];

const KEYS: { [S in Store]: (value: Stored<S>) => string } = {
  drafts: (draft) => draft.assignmentId,
  outbox: (sending) => sending.key,
  leases: (assignment) => assignment.assignmentId,
  projects: (project) => project.id,
};

/** Whether what is kept is there after a reload; `full`: not all of it, as the device has no room. */
export type Keeping = 'kept' | 'full' | 'not-kept';

/** What this device keeps of one account. What IndexedDB does not take is kept until the page is closed. */
export class Device {
  private readonly memory: { [S in Store]: Map<string, Stored<S>> } = {
    drafts: new Map(),
    outbox: new Map(),
    leases: new Map(),
    projects: new Map(),
  };
  private full = false;

  private constructor(private database: IDBPDatabase<Schema> | null) {}

  static async open(account: string): Promise<Device> {
    const device = new Device(null);
    try {
      device.database = await openDB<Schema>(`assay-${account}`, 2, {
        upgrade(db) {
          for (const store of STORES) {
            if (!db.objectStoreNames.contains(store)) {
              db.createObjectStore(store);
            }
          }
        },
        // another tab has a newer version of the client: let it go on
        blocking: (_current, _blocked, event) => {
          (event.target as IDBDatabase).close();
          device.database = null;
        },
        terminated: () => (device.database = null),
      });
    } catch {
      // private mode, or a browser that forbids it
    }
    return device;
  }

  get keeping(): Keeping {
    return this.database === null ? 'not-kept' : this.full ? 'full' : 'kept';
  }

  async get<S extends Store>(store: S, key: string): Promise<Stored<S> | undefined> {
    const held = this.memory[store].get(key);
    return held ?? (await this.attempt((database) => database.get(store, key) as Promise<Stored<S> | undefined>));
  }

  async all<S extends Store>(store: S): Promise<Stored<S>[]> {
    const kept = (await this.attempt((database) => database.getAll(store) as Promise<Stored<S>[]>)) ?? [];
    const memory = this.memory[store];
    const key = KEYS[store] as (value: Stored<S>) => string;
    return [...kept.filter((value) => !memory.has(key(value))), ...memory.values()];
  }

  async put<S extends Store>(store: S, value: Stored<S>): Promise<void> {
    const key = (KEYS[store] as (value: Stored<S>) => string)(value);
    this.memory[store].set(key, value);
    const written = await this.write(store, key, value);
    if (written && this.full) {
      await this.catchUp();
    }
  }

  async delete(store: Store, key: string): Promise<void> {
    this.memory[store].delete(key);
    await this.attempt((database) => database.delete(store, key));
    if (this.full) {
      await this.catchUp();
    }
  }

  close(): void {
    this.database?.close();
    this.database = null;
  }

  /** Held in memory until it is written. */
  private async write<S extends Store>(store: S, key: string, value: Stored<S>): Promise<boolean> {
    const database = this.database;
    if (!database) {
      return false;
    }
    try {
      await database.put(store, value, key);
    } catch {
      this.full = this.database !== null;
      return false;
    }
    if (this.memory[store].get(key) === value) {
      this.memory[store].delete(key);
    }
    return true;
  }

  /** There is room again: what is in memory alone is written. */
  private async catchUp(): Promise<void> {
    for (const store of STORES) {
      for (const [key, value] of this.memory[store]) {
        if (!(await this.write(store, key, value))) {
          return;
        }
      }
    }
    this.full = false;
  }

  private async attempt<T>(act: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T | undefined> {
    try {
      return this.database ? await act(this.database) : undefined;
    } catch {
      return undefined;
    }
  }

  /** Removes everything of an account from this device. */
  static async forget(account: string): Promise<void> {
    await new Promise<void>((done) => {
      // where another tab has it open, it goes when that tab is closed
      void (async () => deleteDB(`assay-${account}`, { blocked: () => done() }))().then(done, () => done());
    });
  }
}
