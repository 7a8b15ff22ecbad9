import { api, told } from '../api/client';
import { orNull } from './verdicts';

/** So many that are not in the list are asked for one by one. */
const MOST = 20;
const known = new Map<string, string>();

/** What projects are called, as far as the worker may know: also those that are closed by now. */
export async function projectNames(ids: Iterable<string>): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => !known.has(id));
  if (wanted.length > 0) {
    const listed = await told(api.GET('/v1/work/why', { params: { query: { limit: 200 } } })).catch(() => ({ items: [] }));
    listed.items.forEach((one) => known.set(one.id, one.name));
    await Promise.all(
      wanted
        .filter((id) => !known.has(id))
        .slice(0, MOST)
        .map(async (projectId) => {
          const project = await orNull(told(api.GET('/v1/work/{projectId}', { params: { path: { projectId } } }))).catch(() => null);
          if (project) {
            known.set(projectId, project.name);
          }
        }),
    );
  }
  return new Map(known);
}
