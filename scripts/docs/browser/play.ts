import * as paylinks from '../../../src/index.js';
import * as sandboxes from '../../../src/sandbox.js';

type Modules = Readonly<Record<string, object>>;
type Sample = (modules: Modules, console: Pick<Console, 'log' | 'error'>) => Promise<void>;

declare global {
  var samples: Readonly<Record<string, Sample>>;
}

type Sandbox = ReturnType<typeof sandboxes.createSandbox>;

/** Runs a sample against sandboxes of its own and shows what it printed, what was sent, and where its links went. */
async function run(id: string, loses: boolean, result: HTMLElement): Promise<void> {
  const made: Sandbox[] = [];
  const printed: string[] = [];
  const createSandbox: typeof sandboxes.createSandbox = (options) => {
    const sandbox = sandboxes.createSandbox(options);
    if (loses) sandbox.inject({ operation: 'createLink', fault: 'drop-after', times: 1 });
    made.push(sandbox);
    return sandbox;
  };
  const print = (...values: readonly unknown[]): void => void printed.push(values.map(show).join(' '));
  try {
    await globalThis.samples[id]?.({ paylinks, 'paylinks/sandbox': { ...sandboxes, createSandbox } }, { log: print, error: print });
  } catch (error) {
    print(error);
  }
  result.replaceChildren(output(printed), ...made.map(journalOf));
  light(made.flatMap(({ journal }) => journal));
}

function show(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  return JSON.stringify(value) ?? String(value);
}

function output(lines: readonly string[]): HTMLElement {
  const pre = document.createElement('pre');
  pre.textContent = lines.length === 0 ? '(nothing printed)' : lines.join('\n');
  return pre;
}

function journalOf({ journal }: Sandbox): HTMLElement {
  const list = document.createElement('ol');
  list.setAttribute('aria-label', 'What the sandbox received');
  for (const { method, path, status, fault, outcome } of journal) {
    const item = document.createElement('li');
    item.textContent = `${method} ${path} → ${status ?? 'no answer'}${fault === undefined ? '' : ` (${fault})`}, ${outcome}`;
    list.append(item);
  }
  return list;
}

/** Marks in the lifecycle diagrams the statuses that links of this run have had. */
function light(journal: Sandbox['journal']): void {
  const statuses = new Set<string | undefined>(journal.map(({ linkStatus }) => linkStatus));
  for (const box of document.querySelectorAll<SVGElement>('[data-status]'))
    box.classList.toggle('lit', statuses.has(box.dataset['status']));
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button.run')) {
  button.addEventListener('click', () => {
    const block = button.closest('.code');
    const result = block?.querySelector<HTMLElement>('.result');
    if (!result) return;
    button.disabled = true;
    const loses = block?.querySelector<HTMLInputElement>('.lose')?.checked ?? false;
    void run(button.dataset['sample'] ?? '', loses, result).finally(() => (button.disabled = false));
  });
}
