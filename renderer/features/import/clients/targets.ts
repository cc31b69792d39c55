import type { CheckInput, FoundClient, FoundProject, ImportFound } from '#shared/ipc/import.ts';
import type { Answers } from '../AskingPane.tsx';

type ClientTarget = CheckInput['clients'][number]['target'];
export type ProjectTarget = CheckInput['projects'][number]['target'];

/** What the person chose; what they did not touch follows the guess. */
export interface Targets {
  readonly clients: ReadonlyMap<string, ClientTarget>;
  /** By `projectKey`. */
  readonly projects: ReadonlyMap<string, ProjectTarget>;
}

export const noTargets: Targets = { clients: new Map(), projects: new Map() };

export const projectKey = (client: FoundClient, project: string): string => `${client.key}\n${project}`;

/** A client of the same name, else a new one; rows without any name stay out until somebody says whose they are. */
export function clientTarget(targets: Targets, client: FoundClient): ClientTarget {
  const chosen = targets.clients.get(client.key);
  if (chosen) return chosen;
  if (client.clientId) return { to: 'client', clientId: client.clientId };
  return client.kind === 'none' ? { to: 'skip' } : { to: 'new', name: client.name };
}

/** A task of the same name, as long as the client is the guessed one; else the name goes into the note. */
export function projectTarget(targets: Targets, client: FoundClient, project: FoundProject): ProjectTarget {
  const chosen = targets.projects.get(projectKey(client, project.name));
  if (chosen) return chosen;
  const target = clientTarget(targets, client);
  const guessed = target.to === 'client' && target.clientId === client.clientId;
  return guessed && project.taskId ? { to: 'task', taskId: project.taskId } : { to: 'note' };
}

/** Another client has other tasks: what was chosen for the projects of the old one is forgotten. */
export function withClient(targets: Targets, client: FoundClient, target: ClientTarget): Targets {
  const projects = new Map(targets.projects);
  for (const project of client.projects) projects.delete(projectKey(client, project.name));
  return { clients: new Map(targets.clients).set(client.key, target), projects };
}

export function withProjects(
  targets: Targets,
  client: FoundClient,
  projects: readonly FoundProject[],
  target: ProjectTarget,
): Targets {
  const changed = new Map(targets.projects);
  for (const project of projects) changed.set(projectKey(client, project.name), target);
  return { ...targets, projects: changed };
}

/** Everything the dry run needs to know. */
export function checkInputOf(found: ImportFound, targets: Targets, answers: Answers): CheckInput {
  return {
    ...answers,
    clients: found.clients.map((client) => ({ key: client.key, target: clientTarget(targets, client) })),
    projects: found.clients.flatMap((client) =>
      clientTarget(targets, client).to === 'skip'
        ? []
        : client.projects.map((project) => ({
            key: client.key,
            project: project.name,
            target: projectTarget(targets, client, project),
          })),
    ),
  };
}
