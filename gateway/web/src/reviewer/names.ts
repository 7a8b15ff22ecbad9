import { api, told } from '../api/client';

let known: Promise<Map<string, string>> | null = null;

/** What projects are called; without it their ids are shown. */
export function projectNames(): Promise<Map<string, string>> {
  known ??= told(api.GET('/v1/projects', { params: { query: { limit: 200 } } }))
    .then((page) => new Map(page.items.map((project) => [project.id, project.name])))
    .catch(() => {
      known = null;
      return new Map<string, string>();
    });
  return known;
}

/** The guideline that a project has now; null where it cannot be had. */
export async function guidelineOf(projectId: string): Promise<string | null> {
  try {
    const project = await told(api.GET('/v1/projects/{id}', { params: { path: { id: projectId } } }));
    return project.guideline;
  } catch {
    return null;
  }
}
