/** What the server says is wrong (RFC 9457), or that it cannot be reached. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    /** As docs/problems.md names it; `offline` if no answer came. */
    readonly slug: string,
    readonly detail: string,
    readonly members: Record<string, unknown> = {},
    readonly retryAfter: number | null = null,
  ) {
    super(`${slug}: ${detail}`);
  }

  /** Whether the same request may work later. */
  get passes(): boolean {
    return this.slug === 'offline' || this.status === 429 || this.status >= 500 || this.slug === 'request-in-progress';
  }
}

export async function problemOf(response: Response, body?: unknown): Promise<Problem> {
  let told: Record<string, unknown> = {};
  try {
    told = (body ?? (await response.json())) as Record<string, unknown>;
  } catch {
    // no body, or none of ours
  }
  return problemIn(told, response.status, Number(response.headers.get('retry-after')) || null);
}

/** A problem as it stands in a body. */
export function problemIn(told: Record<string, unknown>, status?: number, retryAfter: number | null = null): Problem {
  const { type, detail, title } = told;
  const code = status ?? Number(told['status'] ?? 500);
  return new Problem(
    code,
    typeof type === 'string' ? type.replace('/problems/', '') : code >= 500 ? 'unavailable' : 'internal-error',
    typeof detail === 'string' ? detail : typeof title === 'string' ? title : '',
    told,
    retryAfter,
  );
}
