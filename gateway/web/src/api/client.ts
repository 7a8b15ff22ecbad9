import createClient from 'openapi-fetch';
import { Problem, problemOf } from './problem';
import type { paths } from './schema';

export { Problem, problemIn } from './problem';

/** Whoever wants to know that the session ended. */
export const signedOut = new EventTarget();

const OFFSET = 'assay.clock';
let offset = knownOffset();

/** What was learned before holds until the server is heard: without the network there is nothing else. */
function knownOffset(): number {
  try {
    return Number(localStorage.getItem(OFFSET)) || 0;
  } catch {
    return 0;
  }
}

/** Milliseconds now by the server's clock: that of the device may be wrong by a day. */
export function serverNow(): number {
  return Date.now() + offset;
}

function learnTime(response: Response): void {
  const date = Date.parse(response.headers.get('date') ?? '');
  if (Number.isFinite(date)) {
    const found = date + 500 - Date.now();
    // a header counts whole seconds: only more than that is news
    if (Math.abs(found - offset) > 1500) {
      offset = found;
      try {
        localStorage.setItem(OFFSET, String(found));
      } catch {
        // it holds until the page is closed
      }
    }
  }
}

async function send(request: Request): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(request);
  } catch {
    throw new Problem(0, 'offline', 'The server cannot be reached.');
  }
  learnTime(response);
  return response;
}

/** The whole API, typed by the description that the gateway serves. */
export const api = createClient<paths>({
  baseUrl: location.origin,
  headers: { 'Assay-Session': '1' },
  credentials: 'same-origin',
  fetch: send,
});

type Answered<T> = { data?: T; error?: unknown; response: Response };

/** The body of a call, or its problem thrown. */
export async function told<T>(call: Promise<Answered<T>>): Promise<T> {
  return (await toldWithHeaders(call)).body;
}

export async function toldWithHeaders<T>(call: Promise<Answered<T>>): Promise<{ body: T; headers: Headers }> {
  const { data, error, response } = await call;
  if (response.ok) {
    return { body: data as T, headers: response.headers };
  }
  if (response.status === 401) {
    signedOut.dispatchEvent(new Event('ended'));
  }
  throw await problemOf(response, error);
}

/** Signs in with a password; the session's cookie is the browser's alone. */
export async function signIn(username: string, password: string): Promise<void> {
  await post('/login', new URLSearchParams({ username, password }));
}

export async function signOut(): Promise<void> {
  await post('/logout', null);
}

async function post(path: string, body: URLSearchParams | null): Promise<void> {
  const response = await send(
    new Request(location.origin + path, {
      method: 'POST',
      headers: { 'Assay-Session': '1' },
      credentials: 'same-origin',
      body,
    }),
  );
  if (!response.ok) {
    throw await problemOf(response);
  }
}
