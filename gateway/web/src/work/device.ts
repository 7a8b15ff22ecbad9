import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Answer, Assignment } from '../api/types';

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
  | { kind: 'flag'; reason: 'broken' | 'unclear' | 'offensive' | 'other'; comment?: string }
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
  /** Why the server will never take it; it stays until its worker lets it go. */
  refused?: { slug: string; detail: string };
}

/** How long pictures took, for pay per hour as it really is. */
export interface Pace {
  projectId: string;
  /** Milliseconds for each of the last pictures, the newest last. */
  took: number[];
}

interface Schema extends DBSchema {
  drafts: { key: string; value: Draft };
  outbox: { key: string; value: Sending };
  leases: { key: string; value: Assignment };
  paces: { key: string; value: Pace };
}

type Store = 'drafts' | 'outbox' | 'leases' | 'paces';
type Stored<S extends Store> = Schema[S]['value'];

const KEYS: { [S in Store]: (value: Stored<S>) => string } = {
  drafts: (draft) => draft.assignmentId,
  outbox: (sending) => sending.key,
  leases: (assignment) => assignment.assignmentId,
  paces: (pace) => pace.projectId,
};

/** What this device keeps of one account. Without IndexedDB it keeps it until the page is closed. */
export class Device {
  /** The last write that failed, such as for a full disk. */
  failed: unknown = null;

  private readonly memory: { [S in Store]: Map<string, Stored<S>> } = {
    drafts: new Map(),
    outbox: new Map(),
    leases: new Map(),
    paces: new Map(),
  };

  private constructor(private readonly database: IDBPDatabase<Schema> | null) {}

  static async open(account: string): Promise<Device> {
    try {
      const database = await openDB<Schema>(`assay-${account}`, 1, {
        upgrade(db) {
          for (const store of ['drafts', 'outbox', 'leases', 'paces'] as const) {
            db.createObjectStore(store);
          }
        },
        // another tab has a newer version of the client: let it go on
        blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
      });
      return new Device(database);
    } catch {
      return new Device(null);
    }
  }

  /** Whether a reload finds again what was kept. */
  get lasts(): boolean {
    return this.database !== null && this.failed === null;
  }

  async get<S extends Store>(store: S, key: string): Promise<Stored<S> | undefined> {
    const held = this.memory[store].get(key);
    if (held || !this.database) {
      return held;
    }
    return this.database.get(store, key) as Promise<Stored<S> | undefined>;
  }

  async all<S extends Store>(store: S): Promise<Stored<S>[]> {
    const kept = this.database ? ((await this.database.getAll(store)) as Stored<S>[]) : [];
    const memory = this.memory[store];
    const key = KEYS[store] as (value: Stored<S>) => string;
    return [...kept.filter((value) => !memory.has(key(value))), ...memory.values()];
  }

  async put<S extends Store>(store: S, value: Stored<S>): Promise<void> {
    const key = (KEYS[store] as (value: Stored<S>) => string)(value);
    if (this.database) {
      try {
        await this.database.put(store, value, key);
        this.failed = null;
        this.memory[store].delete(key);
        return;
      } catch (problem) {
        this.failed = problem;
      }
    }
    this.memory[store].set(key, value);
  }

  async delete(store: Store, key: string): Promise<void> {
    this.memory[store].delete(key);
    await this.database?.delete(store, key);
  }

  close(): void {
    this.database?.close();
  }

  /** Removes everything of an account from this device. */
  static async forget(account: string): Promise<void> {
    await new Promise<void>((done) => {
      const request = indexedDB.deleteDatabase(`assay-${account}`);
      request.onsuccess = request.onerror = request.onblocked = () => done();
    });
  }
}
