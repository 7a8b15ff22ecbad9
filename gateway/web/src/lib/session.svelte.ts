import { api, signedOut, signIn as enter, signOut as leave, told } from '../api/client';

export type Role = 'worker' | 'reviewer' | 'requester' | 'partner' | 'ops' | 'finance';

export interface Me {
  id: string;
  username: string;
  roles: Role[];
  /** Came in with a one-time password: another is chosen before anything else. */
  mustChangePassword?: boolean;
}

/** `ended`: somebody was signed in and has to sign in again, on the page where they are. */
type Status = 'unknown' | 'out' | 'in' | 'ended';

const REMEMBERED = 'assay.me';

let status = $state<Status>('unknown');
let me = $state.raw<Me | null>(null);

export function sessionStatus(): Status {
  return status;
}

export function whoAmI(): Me | null {
  return me;
}

export function is(role: Role): boolean {
  return me?.roles.includes(role) ?? false;
}

/** Where somebody's work is. */
export function home(): string {
  return is('worker') ? '/work' : is('reviewer') ? '/review' : is('ops') ? '/ops/accounts' : '/';
}

/**
 * Who is signed in. Who was the last time is shown at once, with or without the server, and asked
 * for meanwhile: a page on a slow line does not wait for it. A name is remembered, and no token.
 */
export async function begin(): Promise<void> {
  const known = remembered();
  if (known) {
    me = known;
    status = 'in';
    void verify(known);
    return;
  }
  try {
    hold(await ask());
  } catch {
    status = 'out';
  }
}

async function verify(known: Me): Promise<void> {
  try {
    const found = await ask();
    hold(found);
    if (found.id !== known.id) {
      location.assign('/');
    }
  } catch {
    // signed out: told to all by the call itself; without the server: then it is who it was
  }
}

function remembered(): Me | null {
  try {
    return JSON.parse(localStorage.getItem(REMEMBERED) ?? 'null') as Me | null;
  } catch {
    return null;
  }
}

async function ask(): Promise<Me> {
  const found = await told(api.GET('/v1/me'));
  return {
    id: found.id,
    username: found.username ?? found.id,
    roles: found.roles as Role[],
    ...(found.mustChangePassword && { mustChangePassword: true }),
  };
}

export async function signIn(username: string, password: string): Promise<void> {
  await enter(username, password);
  const found = await ask();
  if (me && me.id !== found.id) {
    // somebody else: nothing of the page is theirs
    hold(found);
    location.assign('/');
    return;
  }
  hold(found);
}

export async function signOut(): Promise<void> {
  await leave();
  forget();
}

function hold(found: Me): void {
  me = found;
  status = 'in';
  keep(() => localStorage.setItem(REMEMBERED, JSON.stringify(found)));
}

export function forget(): void {
  me = null;
  status = 'out';
  keep(() => localStorage.removeItem(REMEMBERED));
}

function keep(write: () => void): void {
  try {
    write();
  } catch {
    // a browser that keeps nothing: then who was signed in is not known without the server
  }
}

signedOut.addEventListener('ended', () => {
  if (status === 'in') {
    status = 'ended';
  }
});
