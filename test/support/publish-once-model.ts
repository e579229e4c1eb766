/**
 * A model of processes that each want one published link for one reference, and of a server whose lists are late, whose clocks are apart,
 * and where a request takes effect at any time after it was decided upon, or never.
 *
 * A process that pauses, crashes, gives up or starts again needs no step of its own: its requests are slow, lost or repeated. Since it
 * remembers nothing between two looks at the list, four processes that create once are two that create twice.
 *
 * Time passes in ticks, two to the second, since `created_at` and `Date` show whole seconds.
 */
const ticksPerSecond = 2;

export interface Link {
  /** `created_at` in seconds, counted from the second that is now. */
  readonly created: number;
  readonly status: 'draft' | 'published' | 'closed' | 'deleted';
  /** Payers could see it at some time. */
  readonly shown: boolean;
  readonly committed: boolean;
  /** Ticks since it was committed, and before that, since `created_at` was taken. */
  readonly age: number;
  /** Requests that were decided upon and have not taken effect. */
  readonly publishing: boolean;
  readonly closing: boolean;
}

export interface State {
  /** Ticks since the second began. */
  readonly phase: number;
  /** In the order of (created_at, id). */
  readonly links: readonly Link[];
  /** Creates that were decided upon and have not taken effect. */
  readonly creating: number;
  /** How many more may be decided upon. */
  readonly left: number;
}

/** A link as a list shows it, by its place in the state. */
export interface Seen {
  readonly link: number;
  readonly created: number;
  readonly status: Link['status'];
}

export type Request = { readonly kind: 'create' } | { readonly kind: 'publish' | 'close'; readonly link: number };

/** What a process decides upon when it has read a list, which is in the order of (created_at, id), and the server's `Date` in seconds. */
export interface Protocol {
  readonly decide: (seen: readonly Seen[], date: number, wait: number) => readonly Request[];
  /** Publishes the link that its own create brought back. */
  readonly publishesOwn?: true;
}

export interface Model {
  readonly protocol: Protocol;
  /** Creates that the processes decide upon, all together. */
  readonly creates: number;
  /** Seconds that the winner must be old. */
  readonly wait: number;
  /** Ticks from `created_at` to the commit, at most. */
  readonly commit: number;
  /** Ticks a committed link may be missing from a list, at most. */
  readonly lag: number;
  /** Ticks that a server's clock may be ahead or behind, at most. */
  readonly skew: number;
  /** Somebody deletes a published link by hand. */
  readonly deletes?: true;
}

/** Never two published at a time; never two that payers could see; none closed that payers could see; who keeps calling gets the link. */
export type Rule = 'one published' | 'one ever published' | 'none closed that was published' | 'a link for who keeps calling';

export interface Verdict {
  readonly states: number;
  /** The rules that can be broken, each with the shortest way found there. */
  readonly broken: Partial<Record<Rule, readonly string[]>>;
}

interface Step {
  readonly title: string;
  readonly state: State;
}

/** Visits every state that can be reached, nearest first. */
export function checkModel(model: Model): Verdict {
  const start: State = { phase: 0, links: [], creating: 0, left: model.creates };
  const ways = new Map<string, { readonly title: string; readonly from: string | undefined }>([
    [keyOf(start), { title: '', from: undefined }],
  ]);
  const broken: Partial<Record<Rule, readonly string[]>> = {};
  for (let frontier = [start]; frontier.length > 0;) {
    const found: State[] = [];
    for (const state of frontier) {
      const from = keyOf(state);
      for (const rule of brokenIn(state, model)) broken[rule] ??= wayTo(from);
      for (const { title, state: next } of stepsFrom(state, model)) {
        const key = keyOf(next);
        if (ways.has(key)) continue;
        ways.set(key, { title, from });
        found.push(next);
      }
    }
    frontier = found;
  }
  return { states: ways.size, broken };

  function wayTo(key: string): readonly string[] {
    const way = ways.get(key);
    return way?.from === undefined ? [] : [...wayTo(way.from), way.title];
  }
}

function brokenIn(state: State, model: Model): Rule[] {
  const { links } = state;
  const broken: Rule[] = [];
  if (links.filter(({ status }) => status === 'published').length > 1) broken.push('one published');
  if (links.filter(({ shown }) => shown).length > 1) broken.push('one ever published');
  if (links.some(({ shown, status }) => shown && status === 'closed')) broken.push('none closed that was published');
  if (!endsWell(state, model)) broken.push('a link for who keeps calling');
  return broken;
}

/** One process goes on alone, nothing more is lost or late, and time passes: the list it reads comes to show a published link. */
function endsWell(state: State, { protocol, wait }: Model): boolean {
  let links = state.links.filter(({ committed, status }) => committed && status !== 'deleted');
  for (let rounds = 0; rounds < 5; rounds += 1) {
    const seen = links.map(({ status }, link): Seen => ({ link, created: -wait, status }));
    const [request] = protocol.decide(seen, 0, wait);
    if (links.some(({ status }) => status === 'published')) return true;
    if (request === undefined) return false;
    links =
      request.kind === 'create' ? [newLink(0)] : links.map((link, index) => (index === request.link ? land(link, request.kind) : link));
  }
  return false;
}

function stepsFrom(state: State, model: Model): Step[] {
  return [...passTime(state, model), ...takeEffect(state, model), ...look(state, model)];
}

function passTime(state: State, { commit, lag, wait, skew }: Model): Step[] {
  if (state.links.some(({ committed, age }) => !committed && age === commit)) return [];
  const phase = (state.phase + 1) % ticksPerSecond;
  const second = phase === 0 ? 1 : 0;
  // Older than this, a second or a tick more makes no difference.
  const oldest = -wait - Math.ceil(skew / ticksPerSecond) - 1;
  const links = state.links.map((link) => ({
    ...link,
    created: Math.max(link.created - second, oldest),
    age: Math.min(link.age + 1, link.committed ? lag : commit),
  }));
  return [{ title: 'a tick', state: { ...state, phase, links } }];
}

function takeEffect(state: State, model: Model): Step[] {
  const { links } = state;
  const steps: Step[] = [];
  const change = (title: string, index: number, link: Link): void => {
    steps.push({ title: `${title} link ${index + 1}`, state: { ...state, links: links.with(index, link) } });
  };
  links.forEach((link, index) => {
    if (!link.committed) change('commit', index, { ...link, committed: true, age: 0 });
    if (link.publishing) change('publish', index, land(link, 'publish'));
    if (link.closing) change('close', index, land(link, 'close'));
    if (model.deletes && link.status === 'published') change('delete', index, { ...link, status: 'deleted' });
  });
  if (state.creating > 0) for (const next of created(state, model)) steps.push({ title: 'create a link', state: next });
  return steps;
}

/** The API's own rule: publish from draft, close from draft and from published. */
function land(link: Link, kind: 'publish' | 'close'): Link {
  if (kind === 'close') return { ...link, closing: false, ...(link.status !== 'deleted' && { status: 'closed' }) };
  return { ...link, publishing: false, ...(link.status === 'draft' && { status: 'published', shown: true }) };
}

/** A new link sorts anywhere among those of its second, since ids do. */
function created(state: State, { commit, skew, protocol }: Model): State[] {
  const seconds = new Set(skews(skew).map((ahead) => Math.floor((state.phase + ahead) / ticksPerSecond)));
  return [...seconds].flatMap((second) => {
    const places = [...state.links.keys(), state.links.length].filter((place) => {
      const before = state.links[place - 1]?.created ?? -Infinity;
      const after = state.links[place]?.created ?? Infinity;
      return before <= second && second <= after;
    });
    const link = { ...newLink(second), committed: commit === 0 };
    const made = protocol.publishesOwn ? [link, { ...link, publishing: true }] : [link];
    return places.flatMap((place) =>
      made.map((one) => ({ ...state, creating: state.creating - 1, links: state.links.toSpliced(place, 0, one) })),
    );
  });
}

function newLink(created: number): Link {
  return { created, status: 'draft', shown: false, committed: true, age: 0, publishing: false, closing: false };
}

function look(state: State, model: Model): Step[] {
  const { lag, skew, wait, protocol } = model;
  const dates = [...new Set(skews(skew).map((ahead) => Math.floor((state.phase + ahead) / ticksPerSecond)))];
  return views(state.links, lag).flatMap((seen) => dates.flatMap((date) => decideUpon(state, seen, protocol.decide(seen, date, wait))));
}

function decideUpon(state: State, seen: readonly Seen[], requests: readonly Request[]): Step[] {
  const what = requests.map((request) => (request.kind === 'create' ? 'create' : `${request.kind} link ${request.link + 1}`));
  const title = `look, see ${seen.map(({ link }) => link + 1).join(' and ') || 'none'}, decide to ${what.join(', ') || 'wait'}`;
  if (requests.some(({ kind }) => kind === 'create'))
    return state.left === 0 ? [] : [{ title, state: { ...state, creating: state.creating + 1, left: state.left - 1 } }];
  const has = (kind: Request['kind'], index: number): boolean =>
    requests.some((request) => request.kind === kind && 'link' in request && request.link === index);
  const links = state.links.map((link, index) => ({
    ...link,
    publishing: link.publishing || has('publish', index),
    closing: link.closing || has('close', index),
  }));
  return [{ title, state: { ...state, links } }];
}

/** Every list that may be read now: what was committed `lag` ticks ago is in it, what is younger may be. */
function views(links: readonly Link[], lag: number): Seen[][] {
  let found: Seen[][] = [[]];
  links.forEach(({ created, status, committed, age }, link) => {
    const withIt = found.map((view) => [...view, { link, created, status }]);
    if (committed && status !== 'deleted') found = age >= lag ? withIt : [...found, ...withIt];
  });
  return found;
}

function skews(skew: number): number[] {
  return Array.from({ length: 2 * skew + 1 }, (_, index) => index - skew);
}

function keyOf({ phase, links, creating, left }: State): string {
  const texts = links.map(({ created, status, shown, committed, age, publishing, closing }) =>
    [created, status[0], +shown, +committed, age, +publishing, +closing].join(''),
  );
  return [phase, creating, left, ...texts].join(' ');
}
